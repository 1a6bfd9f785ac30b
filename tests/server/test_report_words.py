"""The words of the report: one file a language, each text used, each used text there."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest

from game.debrief.highlights import KINDS, MARKED
from game.debrief.steps import Kind
from game.vocabulary import Verdict
from server.exports.report import NOT_COLLECTED, SECTIONS, words
from server.exports.report.parts import Figure, Grid
from server.protocol.leading import FORMS
from server.store.schema import PersonKind
from tests.server.test_reports import seen

CODE = Path(words.__file__).parent
TEMPLATES = CODE.parent.parent / "templates"
ASKED = {"say", "columns", "part_of"}
READABLE = re.compile(r"[A-Za-z]{2,} [a-z]{2,}")
NOT_READ = {"xmlns", "<", "/>", "=", "stroke", "data:"}
"""In what is code of another kind: drawings, policies."""


def calls() -> Iterator[ast.Call]:
    """Every place in the code that asks for a text."""
    for path in CODE.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in ASKED
                and path.stem != "words"
            ):
                yield node


def choices(node: ast.expr) -> Iterator[str]:
    """The keys that an expression may be, `*` for what is known only when it runs."""
    match node:
        case ast.Constant(value=str(value)):
            yield value
        case ast.IfExp(body=body, orelse=orelse):
            yield from choices(body)
            yield from choices(orelse)
        case ast.JoinedStr(values=values):
            yield "".join(
                str(one.value) if isinstance(one, ast.Constant) else "*" for one in values
            )
        case _:
            raise AssertionError(ast.unparse(node))


def asked() -> set[str]:
    """Every key that is asked for, and every shape of one."""
    found = set()
    for call in calls():
        for key in choices(call.args[0]):
            assert isinstance(call.func, ast.Name)
            if call.func.id == "part_of":
                found |= {f"{key}.title", f"{key}.empty"}
            else:
                found.add(key)
    for path in (TEMPLATES / "parts" / "report.html", TEMPLATES / "report_file.html"):
        found |= set(re.findall(r"say\('([\w.]+)'\)", path.read_text(encoding="utf-8")))
    return found


def fits(key: str, shape: str) -> bool:
    return re.fullmatch(re.escape(shape).replace(r"\*", r"\w+"), key) is not None


def test_every_text_of_the_report_is_used() -> None:
    shapes = asked()
    assert {key for key in words.texts() if not any(fits(key, one) for one in shapes)} == set()


def test_every_text_that_is_asked_for_is_there() -> None:
    known = words.texts()
    missing = {one for one in asked() if not any(fits(key, one) for key in known)}
    # some sections always have something in them
    ids = {made(seen()).id for made in SECTIONS}
    assert {one for one in missing if one.removesuffix(".empty") not in ids} == set()
    assert all(f"{one}.title" in known for one in ids)
    assert all(made(seen()).blocks or made(seen()).empty for made in SECTIONS)


@pytest.mark.parametrize(
    ("shape", "values"),
    [
        ("sorts.{}", set(KINDS.values()) - {MARKED}),
        ("people.{}", {one.value for one in PersonKind}),
        ("verdicts.{}", {one.value for one in Verdict}),
        ("forms.reflection.{}", set(FORMS["reflection"])),
        ("forms.feedback.{}", set(FORMS["feedback"])),
        ("ratings.{}", {"P", "S", "M", "U", "none"}),
        ("statuses.{}", {"open", "under_way", "done", "dropped"}),
        ("expected.{}", {"came", "did_not_come", "not_judged"}),
        ("unlaid.{}", {"skipped", "held", "never"}),
        ("captions.{}", {"table", "figure"}),
        ("by.{}", {"facilitator", "chance", "clock"}),
        ("overview.held_{}", {"person", "bot", "nobody"}),
        ("decisions.{}", set(get_args(Kind)) - {"vote"} | {"vote_launch", "vote_hold"}),
    ],
)
def test_every_value_that_a_key_may_end_with_has_its_text(shape: str, values: set[str]) -> None:
    assert {one for one in values if shape.format(one) not in words.texts()} == set()


def test_every_place_of_a_text_is_filled_where_it_is_asked_for() -> None:
    for call in calls():
        given = {one.arg for one in call.keywords}
        for shape in choices(call.args[0]):
            for key in (one for one in words.texts() if fits(one, shape)):
                places = {name for _, name, _, _ in Formatter().parse(words.texts()[key]) if name}
                assert places <= given or None in given, (key, places, given)


def sentences(path: Path) -> Iterator[str]:
    """What reads like words for people in a module, its notes for developers left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    notes = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or id(node) in notes:
            continue
        words = str(node.value)
        if READABLE.search(words) and not any(one in words for one in NOT_READ):
            yield words


def test_no_sentence_of_the_report_stands_in_its_code() -> None:
    # these two tell a server's administrator what is missing, and a facilitator what a file is not
    files = set(CODE.glob("*.py")) - {CODE / "document.py", CODE / "paper.py"}
    found = {one for path in files for one in sentences(path)}
    assert found - set(NOT_COLLECTED.values()) == set()
    assert len(set(sentences(CODE / "paper.py"))) > 0


def test_heads_have_no_more_and_no_fewer_columns_than_their_tables() -> None:
    blocks = [block for made in SECTIONS for block in made(seen()).blocks]
    grids = [one for one in blocks if isinstance(one, Grid)]
    grids += [one.grid for one in blocks if isinstance(one, Figure)]
    assert all(len(row) == len(grid.head) for grid in grids for row in grid.rows)
