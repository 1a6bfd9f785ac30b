"""What the import contracts cannot say: complete lists, narrow modules, a game that stays pure.

Everything is read from the source, so that a new action, page or reason is under test as soon as
its file is there. The order of the layers stands in `pyproject.toml`.
"""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCES = sorted(path for folder in ("game", "server") for path in (ROOT / folder).rglob("*.py"))
LONGEST_MODULE = 340  # lines; "about 300", and room for the last function of an idea
CATCH_ALLS = 1  # the place where a table's task is supervised
SHRUGS = {"utils.py", "common.py", "helpers.py", "misc.py"}

PURE = {
    "abc", "bisect", "collections", "csv", "copy", "dataclasses", "decimal", "difflib", "enum",
    "fractions", "functools", "graphlib", "hashlib", "heapq", "itertools", "json", "math",
    "operator", "re", "statistics", "string", "textwrap", "tomllib", "types", "typing",
    "unicodedata",
}  # fmt: skip
ALLOWED_TO_THE_GAME = PURE | {"game", "msgspec"}

# Packages whose `__init__.py` holds the one list of what stands beside it.
LISTED = (
    "game/actions",
    "game/effects",
    "game/talk",
    "game/findings",
    "server/pages",
    "server/exports",
)


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def imports(tree: ast.Module) -> Iterator[str]:
    """The dotted name of every import in the module, names taken from a module included."""
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from (name.name for name in names)
            case ast.ImportFrom(module=str(module), names=names):
                yield module
                yield from (f"{module}.{name.name}" for name in names)
            case _:
                pass


def parts_of(package: str) -> list[str]:
    """The modules and packages that stand in the package, without `base`."""
    folder = ROOT / package
    files = {path.stem for path in folder.glob("*.py")} - {"__init__", "base"}
    folders = {path.parent.name for path in folder.glob("*/__init__.py")}
    return sorted(files | folders)


def snake(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


@pytest.mark.parametrize("path", SOURCES, ids=named)
def test_a_module_has_a_law_and_holds_one_idea(path: Path) -> None:
    assert path.name not in SHRUGS
    assert ast.get_docstring(parsed(path)), "no docstring: what is it for, what may not come in?"
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= LONGEST_MODULE


@pytest.mark.parametrize("package", ["game", "server"])
def test_the_page_on_the_architecture_names_every_part(package: str) -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    missing = [one for one in parts_of(package) if not re.search(rf"`{one}/?`", page)]
    assert missing == []


def test_the_page_on_the_architecture_names_every_folder_of_scripts() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    folders = [path.name for path in (ROOT / "static" / "js").iterdir() if path.is_dir()]
    assert [one for one in folders if f"`{one}/`" not in page] == []


def test_the_game_imports_only_pure_parts_of_the_standard_library_and_msgspec() -> None:
    foreign = {
        f"{named(path)}: {name}"
        for path in SOURCES
        if path.is_relative_to(ROOT / "game")
        for name in imports(parsed(path))
        if name.split(".")[0] not in ALLOWED_TO_THE_GAME
        and not (named(path) == "game/rng.py" and name.split(".")[0] == "random")
    }
    assert foreign == set()


def test_the_pure_modules_are_the_standard_library_s() -> None:
    assert set() == PURE - sys.stdlib_module_names


def test_everything_is_caught_only_where_a_table_is_supervised() -> None:
    catch_alls = [
        f"{named(path)}:{node.lineno}"
        for path in SOURCES
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or ast.unparse(node.type) in {"Exception", "BaseException"})
    ]
    assert len(catch_alls) <= CATCH_ALLS, catch_alls
    assert all(place.startswith("server/tables/") for place in catch_alls), catch_alls


def test_each_list_is_complete() -> None:
    missing = {
        f"{package}/__init__.py does not name {part}"
        for package in LISTED
        if (ROOT / package / "__init__.py").exists()
        for part in parts_of(package)
        if f"{package.replace('/', '.')}.{part}"
        not in set(imports(parsed(ROOT / package / "__init__.py")))
    }
    assert missing == set()


def reasons() -> Iterator[str]:
    for node in ast.walk(parsed(ROOT / "game" / "vocabulary.py")):
        if isinstance(node, ast.ClassDef) and node.name == "Reason":
            values = (entry.value for entry in node.body if isinstance(entry, ast.Assign))
            yield from (str(ast.literal_eval(value)) for value in values)


def effects() -> Iterator[str]:
    folder = ROOT / "game" / "effects"
    sources = sorted(set(folder.glob("*.py")) - {folder / "base.py"})
    for source in sources:
        for node in parsed(source).body:
            if isinstance(node, ast.ClassDef) and any(
                isinstance(part, ast.FunctionDef) and part.name == "apply" for part in node.body
            ):
                yield snake(node.name)


def subcommands() -> Iterator[str]:
    """What `joinedup` can be told to do: each name that is given to `command`."""
    for path in sorted((ROOT / "server" / "cli").glob("*.py")):
        for node in ast.walk(parsed(path)):
            match node:
                case ast.Call(func=ast.Name(id="command"), args=[_, ast.Constant(value), *_]):
                    yield str(value)
                case _:
                    pass


def words_for_the_docs() -> Iterator[tuple[str, str]]:
    yield from (("reason", word) for word in reasons())
    yield from (("effect", word) for word in effects())
    yield from (("command of joinedup", word) for word in subcommands())
    yield from (("action", word) for word in parts_of("game/actions"))
    yield from (("page", word) for word in parts_of("server/pages"))
    yield from (("export", word) for word in parts_of("server/exports"))


def words_in_the_docs() -> set[str]:
    """The words that stand as code, in a line or a block: prose says `turn` without meaning it."""
    docs = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "docs").rglob("*.md"))
    blocks = re.findall(r"^```.*?^```", docs, re.DOTALL | re.MULTILINE)
    return set(re.findall(r"[a-z][a-z0-9_-]*", " ".join(blocks + re.findall(r"`[^`\n]+`", docs))))


@pytest.mark.skipif(not (ROOT / "docs").is_dir(), reason="docs/ is not there yet")
def test_the_docs_name_everything_that_can_be_met() -> None:
    met = words_in_the_docs()
    assert {f"{kind} {word}" for kind, word in words_for_the_docs() if word not in met} == set()


def test_migrations_are_numbered_without_a_gap_and_each_follows_the_one_before() -> None:
    """Two branches can each add the next one: git merges both, for their files differ in name."""
    files = sorted((ROOT / "server/store/migrations/versions").glob("[!_]*.py"))
    found = [(path.name.partition("_")[0], *assigned(parsed(path))) for path in files]
    numbers = [f"{number:04}" for number in range(1, len(files) + 1)]
    before = [None, *numbers[:-1]]
    assert found == list(zip(numbers, numbers, before, strict=True))


def assigned(tree: ast.Module) -> tuple[object, object]:
    """What a migration says that it is, and what it follows."""
    values = {
        target.id: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    return values.get("revision"), values.get("down_revision")
