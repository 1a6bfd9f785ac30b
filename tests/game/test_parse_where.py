"""On which line something stands: for every value of every ruleset that comes with the game."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.parse.where import Lines, line_of
from tests.rulesets import ROOT

FILES = sorted((ROOT / "rulesets").glob("**/*.toml"))


def paths(value: object, path: str = "") -> Iterator[str]:
    """The path of every value in a file."""
    if path:
        yield path
    if isinstance(value, dict):
        for name, inside in value.items():
            yield from paths(inside, f"{path}.{name}" if path else name)
    elif isinstance(value, list):
        for number, inside in enumerate(value):
            yield from paths(inside, f"{path}[{number}]")


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_every_value_of_a_ruleset_is_found_on_its_line(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    lines, found = text.split("\n"), Lines(text).found
    for path in paths(tomllib.loads(text)):
        name = re.split(r"[.\[]", path)[-1].rstrip("]")
        assert name.isdigit() or name in lines[found[path] - 1], path


TEXT = """# a comment with = and [
one = 1
[part]
"two words" = '''
three
'''
list = [
    { a = 1, b = "x] , = y" },  # another
    [2,
     3],
]
[[items]]
id = "first"
[items.inner]
deep.er = true

[[items]]
id = "second"
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("one", 2),
        ("part", 3),
        ("part.two words", 4),
        ("part.list", 7),
        ("part.list[0]", 8),
        ("part.list[0].b", 8),
        ("part.list[1][1]", 10),
        ("items", 12),
        ("items[0].id", 13),
        ("items[0].inner", 14),
        ("items[0].inner.deep.er", 15),
        ("items[1].id", 18),
    ],
)
def test_a_path_has_its_line(path: str, line: int) -> None:
    assert tomllib.loads(TEXT)["items"][1]["id"] == "second"
    assert line_of(TEXT, path) == line


def test_what_is_missing_has_the_line_of_what_it_is_missing_from() -> None:
    assert line_of(TEXT, "items[1].name") == 17
    assert line_of(TEXT, "part.list[0].effects[2].track") == 8
    assert line_of(TEXT, "nowhere") is None
    assert line_of(TEXT, "") is None


def test_the_lines_of_windows_count_alike() -> None:
    assert line_of(TEXT.replace("\n", "\r\n"), "items[1].id") == 18


@given(st.text(alphabet="ab=[]{},.\"'#\n \\", max_size=40))
def test_of_anything_else_it_says_something_and_ends(text: str) -> None:
    line = line_of(text, "a.b[0].a")
    assert line is None or 1 <= line <= text.count("\n") + 1


def test_a_bracket_that_does_not_belong_there_is_passed_over() -> None:
    assert line_of("a = [}, 2]\nb = 3\n", "b") == 2


def test_of_what_is_nested_too_deeply_no_line_is_found() -> None:
    assert line_of("a = " + "[" * 100_000, "a[0]") is None
