"""House rules that no linter knows, and that what the project says of itself is so."""

import ast
import os
import re
import sys
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("house", "intake", "screening", "reports")
CONTENT = (
    *ROOT.glob("intake/knee_twitching/*.py"),
    *ROOT.glob("intake/wording.py"),
    *ROOT.glob("screening/red_flags*.py"),
    *ROOT.glob("screening/presentations*.py"),
    *ROOT.glob("screening/contributors*.py"),
)


def files() -> Iterator[Path]:
    """Every file a clone has: what git ignores lies in folders named here."""
    for folder, inner, names in os.walk(ROOT):
        inner[:] = [
            name
            for name in inner
            if name not in {".git", ".venv", ".hypothesis", "__pycache__", "node_modules"}
            and not name.endswith("_cache")
        ]
        for name in names:
            if not name.startswith(".coverage"):
                yield Path(folder, name)


def modules(*folders: str) -> list[Path]:
    return [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def says_it_is_content(path: Path) -> bool:
    return (ast.get_docstring(tree_of(path)) or "").startswith("CONTENT")


def each(paths: list[Path]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("path", paths, ids=named)


# What a content module may hold: imports, enumerations, the names of fields, and assignments of
# constructor calls.

EXPRESSIONS = (
    ast.Attribute,
    ast.BinOp,  # criteria are joined with & and |
    ast.Call,
    ast.Constant,
    ast.Dict,
    ast.JoinedStr,
    ast.FormattedValue,
    ast.Name,
    ast.Slice,
    ast.Starred,
    ast.Subscript,
    ast.Tuple,
    ast.UnaryOp,
    ast.expr_context,
    ast.keyword,
    ast.operator,
    ast.unaryop,
)


def is_declaration(statement: ast.stmt) -> bool:
    match statement:
        case ast.Import() | ast.ImportFrom() | ast.Expr(value=ast.Constant(value=str())):
            return True
        case ast.ClassDef(bases=[] | [ast.Name(id="Enum" | "StrEnum" | "IntEnum")], body=body):
            return all(is_declaration(inner) for inner in body)
        case ast.AnnAssign(value=None):
            return True
        case ast.Assign(value=value) | ast.AnnAssign(value=ast.expr() as value):
            return all(isinstance(node, EXPRESSIONS) for node in ast.walk(value))
        case _:
            return False


@each([path for path in modules(*ROOMS) if path in CONTENT or says_it_is_content(path)])
def test_a_content_module_holds_declarations_only(path):
    lines = [node.lineno for node in tree_of(path).body if not is_declaration(node)]
    assert not lines, f"{named(path)} does something else in lines {lines}"


@each([path for path in CONTENT if path.stat().st_size])
def test_a_content_module_says_that_it_is_one(path):
    assert says_it_is_content(path)


@pytest.mark.parametrize(
    "code",
    [
        "def rule(): ...",
        "RULE = lambda answers: True",
        "ROWS = [Row(name) for name in NAMES]",
        "AGE = 18 if YOUNG else 45",
        "if True:\n    RULE = Rule()",
        "class Rule(Base):\n    level = 1",
        "class Rule:\n    def level(self): ...",
        "print('hello')",
    ],
)
def test_code_in_a_content_module_would_be_noticed(code):
    assert not all(is_declaration(node) for node in ast.parse(code).body)


# The project speaks only of itself.

FOREIGN = {
    "a path of somebody's machine": re.compile(
        rb"(?<![\w.*])/(work|root|home|Users|opt|tmp)/[\w.]|[A-Z]:\\\\?Users",
    ),
    "the address of a package registry": re.compile(
        rb"(py[p]i|pythonhoste[d])\.org|registr[y]\.|--(extra-)?(index-url|find-links)[ =]\S",
    ),
    "a folder outside the project": re.compile(
        rb"\.\./share[d]|share[d]/(clinical|design|documents)"
    ),
}


@pytest.mark.parametrize("what", FOREIGN)
def test_no_file_speaks_of(what):
    guilty = [
        named(path)
        for path in files()
        if path != Path(__file__) and FOREIGN[what].search(path.read_bytes())
    ]
    assert not guilty


@pytest.mark.parametrize(
    ("what", "line"),
    [
        ("a path of somebody's machine", b"open('/home/nurse/answers.db')"),
        ("the address of a package registry", b"--extra-index-url https://packages.example/"),
        ("a folder outside the project", b"see ../" + b"shared/clinical/rules.csv"),
    ],
)
def test_it_would_be_noticed_if_a_file_spoke_of(what, line):
    assert FOREIGN[what].search(line)


def test_every_part_made_by_others_is_named_in_the_notice():
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8").split()
    parts = [path for path in files() if path.suffix in {".icc", ".otf", ".ttf", ".woff", ".woff2"}]
    assert parts
    assert not [
        named(path) for path in parts if not any(fnmatch(named(path), line) for line in notice)
    ]


# Names and sizes.


@each(modules(*ROOMS, "tests"))
def test_a_module_is_named_for_what_it_holds(path):
    assert path.stem not in {"utils", "util", "helpers", "core", "common", "manager", "service"}


@each([path for path in modules(*ROOMS) if path not in CONTENT])
def test_a_file_of_logic_can_be_read_in_one_sitting(path):
    if not says_it_is_content(path):
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 400


@each([*ROOT.glob("app.py"), *modules(*ROOMS)])
def test_a_function_fits_on_a_screen_and_has_no_idle_prefix(path):
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 40, f"{named(path)}: {node.name}"
            assert not node.name.startswith("get_"), f"{named(path)}: {node.name}"


@each([path for path in modules("intake", "screening") if "kiosk" not in path.parts])
def test_no_type_is_ignored_where_meaning_is_decided(path):
    assert "type: ignore" not in path.read_text(encoding="utf-8")


# Libraries.

WANTED = ("runtime.in", "dev.in", "bench.in", "verapdf.in")


def wanted(name: str) -> set[str]:
    """The library names of a requirements file made by hand."""
    lines = (ROOT / "requirements" / name).read_text(encoding="utf-8").splitlines()
    return {library(line) for line in lines if line.strip() and line[0] not in "#-"}


def library(requirement: str) -> str:
    return re.split(r"[ =<>~!]", requirement)[0]


def pyproject():
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_pyproject_and_the_requirements_want_the_same():
    assert set(pyproject()["project"]["dependencies"]) == wanted("runtime.in")
    assert set(map(library, pyproject()["dependency-groups"]["dev"])) == wanted("dev.in")


@pytest.mark.parametrize("name", sorted(set().union(*map(wanted, WANTED))))
def test_every_library_has_its_reason_written_down(name):
    assert f"`{name}`" in (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [name.removesuffix(".in") for name in WANTED])
def test_every_library_is_locked_to_a_version_and_hashes(name):
    locked = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    pins = re.findall(r"^([a-z0-9._-]+)==\S+ \\\n    --hash=sha256:", locked, flags=re.MULTILINE)
    assert wanted(f"{name}.in") <= set(pins)
    assert len(pins) == len(re.findall(r"^[^\s#]", locked, flags=re.MULTILINE))


def test_every_library_that_is_imported_is_wanted():
    imported = set()
    for path in [*ROOT.glob("app.py"), *modules(*ROOMS)]:
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.Import):
                imported |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                imported.add(node.module.partition(".")[0])
    others = imported - set(sys.stdlib_module_names) - set(ROOMS) - {"app"}
    distributions = {"argon2": "argon2-cffi", "typing_extensions": "typing-extensions"}
    assert {distributions.get(name, name) for name in others} <= wanted("runtime.in")
