"""The numbers that content declares, with what each means, read from the declarations' source."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import intake.knee_twitching
import screening


@dataclass(frozen=True)
class Threshold:
    """A named number of the content and the sentence that stands below it in the source."""

    name: str
    value: int
    means: str


def content_files() -> tuple[Path, ...]:
    """The content modules of the questionnaire and of the rules, by name."""
    folders = [
        Path(folder) for room in (intake.knee_twitching, screening) for folder in room.__path__
    ]
    modules = (path for folder in folders for path in sorted(folder.glob("*.py")))
    return tuple(path for path in modules if _is_content(path))


def _is_content(path: Path) -> bool:
    return (ast.get_docstring(_tree(path)) or "").startswith("CONTENT")


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def thresholds(files: Iterable[Path]) -> tuple[Threshold, ...]:
    """Every number these modules name, in their order; ``means`` is empty where none is given."""
    return tuple(found for path in files for found in _of_module(_tree(path)))


def _of_module(tree: ast.Module) -> Iterator[Threshold]:
    for statement, below in zip(tree.body, [*tree.body[1:], None], strict=True):
        match statement:
            case ast.Assign(targets=[ast.Name(name)], value=ast.Constant(int() as value)):
                yield Threshold(name, value, _sentence(below))
            case _:
                continue


def _sentence(statement: ast.stmt | None) -> str:
    match statement:
        case ast.Expr(ast.Constant(str() as text)):
            return " ".join(text.split())
        case _:
            return ""
