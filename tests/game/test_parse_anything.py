"""Whatever an author writes: a ruleset or faults, never a crash."""

from hypothesis import given, settings
from hypothesis import strategies as st

from game.parse import parse
from game.parse.faults import Fault, Faulty
from tests.rulesets import TINY, files_of

FILES = files_of(TINY)
NAMES = sorted(FILES.keys() - {"words/en.toml"})
SCRAPS = [
    "", "0", "-1", "4", "99999999999999999999", "1.5", "nan", "-inf", "true", '"x"', '"all"',
    '"drawn"', '"parties:"', "[]", "[[]]", "{}", "[1, 2]", "1979-05-27", '{ type = "track" }',
    '{ is = "amount" }', "{ type = 3 }", '"council"', '"\\u0000"', "[{}]", "[[x]]", "\n",
]  # fmt: skip


def found(files: dict[str, str]) -> tuple[Fault, ...]:
    """The faults of these files; none: they are a ruleset."""
    try:
        parse(files)
    except Faulty as faulty:
        return faulty.faults
    return ()


def answer(files: dict[str, str]) -> None:
    """There is an answer, and each fault of it says where and what."""
    assert all(fault.file and fault.allowed for fault in found(files))


@given(name=st.sampled_from(NAMES), text=st.text(max_size=200))
@settings(max_examples=40, deadline=None)
def test_a_file_of_any_text_is_read_or_said_to_be_wrong(name: str, text: str) -> None:
    answer(FILES | {name: text})


@given(data=st.data(), name=st.sampled_from(NAMES))
@settings(max_examples=80, deadline=None)
def test_a_ruleset_with_any_value_exchanged_is_read_or_said_to_be_wrong(
    data: st.DataObject, name: str
) -> None:
    lines = FILES[name].splitlines()
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(lines) - 1))
        before, sign, _after = lines[at].partition("=")
        scrap = data.draw(st.sampled_from(SCRAPS))
        lines[at] = f"{before}= {scrap}" if sign else scrap
    answer(FILES | {name: "\n".join(lines)})


@given(data=st.data(), name=st.sampled_from(NAMES))
@settings(max_examples=40, deadline=None)
def test_a_ruleset_with_lines_missing_is_read_or_said_to_be_wrong(
    data: st.DataObject, name: str
) -> None:
    lines = FILES[name].splitlines()
    start = data.draw(st.integers(0, len(lines) - 1))
    length = data.draw(st.integers(1, 8))
    answer(FILES | {name: "\n".join(lines[:start] + lines[start + length :])})


def test_brackets_without_end_are_said_to_be_wrong() -> None:
    faults = found(FILES | {"ruleset.toml": "a = " + "[" * 5000})
    assert [str(fault) for fault in faults] == ["ruleset.toml: is nested too deeply"]
