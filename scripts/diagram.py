"""Draw the rooms and the arrows between them, from the imports as they are, into README.md.

``python scripts/diagram.py`` rewrites the diagram; ``--check`` only says whether it is current.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

import grimp

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
START = "<!-- diagram: make diagram -->"
END = "<!-- end of diagram -->"
ROOMS = ("house", "reports", "screening", "intake")
PARTS = {"intake": ("kiosk", "store"), "reports": ("clinic", "pdf")}


def room(module: str) -> str:
    """The room a module stands in: a package, or a named part of one."""
    package, *inside = module.split(".")
    if inside and inside[0] in PARTS.get(package, ()):
        return f"{package}.{inside[0]}"
    return package


def arrows() -> dict[str, set[str]]:
    """Which room uses which."""
    graph = grimp.build_graph(*ROOMS)
    found: dict[str, set[str]] = defaultdict(set)
    for module in sorted(one for one in graph.modules if not one.endswith("__main__")):
        for used in graph.find_modules_directly_imported_by(module):
            if room(module) != room(used):
                found[room(module)].add(room(used))
    return found


def without_detours(found: dict[str, set[str]]) -> dict[str, set[str]]:
    """The arrows that say something new: none where a longer way leads to the same room."""

    def reached(start: str) -> set[str]:
        seen: set[str] = set()
        waiting = [start]
        while waiting:
            for one in found.get(waiting.pop(), set()) - seen:
                seen.add(one)
                waiting.append(one)
        return seen

    return {
        user: {one for one in used if not any(one in reached(other) for other in used - {one})}
        for user, used in found.items()
    }


def diagram() -> str:
    """The diagram as Mermaid."""
    lines = ["```mermaid", "flowchart TD", '  app["app.py"] --> house']
    for user, used in sorted(without_detours(arrows()).items()):
        lines += [f"  {_node(user)} --> {_node(one)}" for one in sorted(used)]
    return "\n".join([*lines, "```"])


def _node(name: str) -> str:
    return f'{name.replace(".", "_")}["{name.replace(".", "/")}"]'


def main(arguments: list[str]) -> int:
    """Rewrite or check the diagram in README.md and give the exit code."""
    text = README.read_text(encoding="utf-8")
    before, _, rest = text.partition(START)
    _, _, after = rest.partition(END)
    fresh = f"{before}{START}\n{diagram()}\n{END}{after}"
    if "--check" in arguments:
        return 0 if fresh == text else 1
    README.write_text(fresh, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    raise SystemExit(main(sys.argv[1:]))
