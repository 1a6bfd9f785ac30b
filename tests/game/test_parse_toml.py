"""What is no TOML is said in plain words, line by line, with the line as it stands there."""

import pytest

from game.parse.toml import MOST, read_toml
from tests.rulesets import TINY, changed, faults

FILE = "a.toml"


def said(text: str) -> list[str]:
    """What is wrong with a file; it must be no TOML."""
    tree, found = read_toml({FILE: text}, FILE)
    assert tree is None
    return [str(fault).removeprefix(f"{FILE}: ") for fault in found]


SLIPS = {
    "a missing quote": ('name = "Town hall', "has a text without its closing quote"),
    "quotes of a word processor": (
        "name = “Town hall”", 'has no value after =; a text stands in straight quotes, as "so"',
    ),
    "a text without quotes": (
        "kind = legal", 'has no value after =; a text stands in straight quotes, as "so"',
    ),
    "a value twice": ("number = 2", "gives a value a second time"),
    "a colon for =": ("kind: 3", "has no = after its first word"),
    "a blank in a name": ("my name = 3", "has no = after its first word"),
    "a sentence": ("Hello there", "has no = after its first word"),
    "a quote in a text": (
        'said = "a "yes" to it"',
        'has more after its value; a quote in a text is \\"; 0.5, not 0,5',
    ),
    "a comma in a number": (
        "share = 0,5",
        'has more after its value; a quote in a text is \\"; 0.5, not 0,5',
    ),
    "a backslash": (r'path = "c:\data"', "has a backslash in a text; write two for one"),
    "nothing before =": ("= 3", "is neither a [part] nor: name = value"),
    "a part that is not closed": (
        "[part", "begins a part whose name is not closed; as [this], or [[this]] in a list",
    ),
    "a part twice": ("[known]", "begins a part that stands in the file already"),
    "a list without its comma": (
        "list = [1 2]",
        "lacks a comma or ] for a list that begins here or above",
    ),
    "a table without its comma": (
        "table = { a = 1 b = 2 }",
        "lacks a comma or } for a { here or above",
    ),
    "a sign that cannot be shown": (
        'name = "a\x07b"', "is not TOML at sign 10: illegal character '\\x07'",
    ),
}  # fmt: skip


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_told_with_its_line(slip: str) -> None:
    line, why = SLIPS[slip]
    shown = line.replace("\x07", "?")
    before, after = ("[known]", "") if line == "[known]" else ("number = 1", "[known]")
    assert said(f"{before}\n{line}\n{after}\n")[0] == f"line 2: '{shown}' {why}"


def test_each_wrong_line_of_a_file_is_told() -> None:
    assert [one.partition(":")[0] for one in said('a = "x\nb = 1\nc = “y”\nd = z\n')] == [
        "line 1",
        "line 3",
        "line 4",
    ]


def test_below_a_list_that_is_not_closed_nothing_is_told() -> None:
    assert said("a = [1, 2\nb = 3\nc = x\n") == [
        "line 2: 'b = 3' lacks a comma or ] for a list that begins here or above"
    ]
    assert said("a = [1, x\nb = 3\nc = x\n") == [
        "line 1: 'a = [1, x' has no value after =; a text stands in straight quotes, as \"so\""
    ]


def test_what_is_missing_at_the_end_is_told() -> None:
    assert said("a = ") == [
        "line 1: 'a =' has no value after =; a text stands in straight quotes, as \"so\""
    ]
    assert said('a = """x') == ["last line: is no TOML: has a text without its closing quotes"]


def test_a_file_of_nothing_but_slips_is_told_up_to_a_number() -> None:
    assert len(said("\n".join(f"a{number} = x" for number in range(MOST + 5)))) == MOST


def test_a_number_that_nobody_could_read_is_told() -> None:
    assert said(f"a = {'9' * 5_000}\nb = x\n") == ["has a number that is too long"]


def test_lines_of_windows_are_lines() -> None:
    assert read_toml({FILE: "a = 1\r\nb = 2\r\n"}, FILE) == ({"a": 1, "b": 2}, [])
    assert said("a = 1\r\nb = x\r\n")[0].startswith("line 2: 'b = x'")


def test_a_file_that_is_no_toml_hides_no_slip_in_the_others() -> None:
    files = changed("texts/en.toml", 'name = "The lost card"', 'name = "The lost card')
    files["ruleset.toml"] = files["ruleset.toml"].replace("format = 1", "format = one")
    assert [one.partition(": '")[0] for one in faults(files)] == [
        "ruleset.toml: line 4",
        "texts/en.toml: line 4",
    ]


def test_a_list_as_one_part_is_told_by_its_brackets() -> None:
    text = (TINY / "ruleset.toml").read_text(encoding="utf-8")
    once = text.index("[[trust]]")
    single = text[:once] + "[trust]" + text[text.index("\n", once) :]
    single = single[: single.index("[[trust]]")] + single[single.index("# --- ", once) :]
    told = faults(changed("ruleset.toml", text, single))[0]
    assert told.endswith("is not a list; each entry begins with [[trust]] in double brackets")
