"""Files as authors' editors write them: what can be read is, the rest is told with its line."""

import shutil
from pathlib import Path

import pytest

from server.rulesets import Shelf, load
from tests.rulesets import TINY

SAVE = "save it again with the encoding UTF-8"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A scenario of one's own."""
    return Path(shutil.copytree(TINY, tmp_path / "tiny"))


def change(file: Path, old: str, new: str, encoding: str = "utf-8") -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding=encoding, newline="")


def told(folder: Path) -> tuple[str, ...]:
    """The faults of a folder, which must be broken."""
    found: Shelf = load([folder])
    assert not found.good
    return found.broken[0].faults


def test_a_mark_at_the_beginning_and_the_lines_of_windows_are_read(folder: Path) -> None:
    for file in (*folder.glob("*.toml"), *folder.glob("texts/*.toml")):
        text = file.read_text(encoding="utf-8").replace("\n", "\r\n")
        file.write_text(text, encoding="utf-8-sig", newline="")
    assert "tiny" in load([folder]).good


def test_letters_of_another_encoding_are_told_with_their_line(folder: Path) -> None:
    change(folder / "texts" / "en.toml", "The lost card", "Die verlorene Bücherei", "cp1252")
    assert told(folder) == (
        f"texts/en.toml: line 4: 'name = \"Die verlorene Bücherei\"' is not UTF-8; {SAVE}",
    )


def test_what_cannot_be_read_hides_no_other_fault(folder: Path) -> None:
    change(folder / "texts" / "en.toml", "The lost card", "Bücher", "utf-16")
    change(folder / "cards.toml", 'kind = "legal"', 'kind = "leagl"')
    first, second = told(folder)
    assert first == f"texts/en.toml: is UTF-16; {SAVE}"
    assert second.startswith("cards.toml: line ")
    assert second.endswith("'leagl' is not one of legal, political, incident, citizen, budget, "
                           "technology; did you mean 'legal'?")  # fmt: skip


def test_a_fault_stands_on_the_line_where_it_is_to_be_mended(folder: Path) -> None:
    file = folder / "ruleset.toml"
    change(file, 'colour = "jade"', 'color = "jade"')
    lines = file.read_text(encoding="utf-8").split("\n")
    wrong = next(at for at, line in enumerate(lines, 1) if line.startswith("color"))
    begun = max(at for at, line in enumerate(lines[:wrong], 1) if line == "[[seats]]")
    assert told(folder) == (
        f"ruleset.toml: line {wrong}: seats[1].color: is not a field here; did you mean 'colour'?",
        f"ruleset.toml: line {begun}: seats[1].colour: is missing",
    )


def test_an_ending_that_the_system_hides_is_named(folder: Path) -> None:
    (folder / "ruleset.toml").rename(folder / "ruleset.toml.txt")
    (folder / "texts" / "en.toml").rename(folder / "texts" / "en.toml.txt")
    why = "is not read: its name must end in .toml (your system may hide the ending)"
    assert told(folder)[:2] == (f"ruleset.toml.txt: {why}", f"texts/en.toml.txt: {why}")


def test_a_scenario_without_the_language_of_the_pages_is_told_so(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(TINY, tmp_path / "tiny"))
    words = tmp_path / "words"
    words.mkdir()
    shutil.copy(TINY.parent / "words" / "en.toml", words / "de.toml")
    (folder / "texts" / "en.toml").rename(folder / "texts" / "de.toml")
    assert told(folder) == (
        "texts/en.toml: is missing: pages read this file; other languages stand beside it",
    )


def test_a_file_that_may_not_be_read_or_is_too_large_is_told_by_its_name(folder: Path) -> None:
    (folder / "cards.toml").write_bytes(b"#" * 1_000_001)
    assert "cards.toml: is larger than 1000000 bytes" in told(folder)
    (folder / "cards.toml").unlink()
    (folder / "cards.toml").mkdir()
    assert "cards.toml: cannot be read: Is a directory" in told(folder)
