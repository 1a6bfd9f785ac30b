"""The rulesets of the checkout for tests: their files, and what becomes of them when changed."""

import shutil
from pathlib import Path
from typing import Final

import pytest

from game.parse import parse
from game.parse.faults import Faulty
from game.ruleset import Ruleset

ROOT: Final = Path(__file__).parent.parent
RULESETS: Final = ROOT / "rulesets"
TINY: Final = RULESETS / "tiny"
COUNT: Final = ROOT / "tests" / "perft" / "count"


def files_of(folder: Path) -> dict[str, str]:
    """The files of a ruleset and the words of the game, as `parse` takes them."""
    own = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*.toml")}
    words = {f"words/{path.name}": path for path in (RULESETS / "words").glob("*.toml")}
    return {name: path.read_text(encoding="utf-8") for name, path in (own | words).items()}


def load(folder: Path) -> Ruleset:
    """The ruleset in a folder."""
    return parse(files_of(folder))


def changed(file: str, old: str, new: str) -> dict[str, str]:
    """The files of `tiny`, the first occurrence of `old` in one of them changed."""
    files = files_of(TINY)
    assert old in files[file], old
    return files | {file: files[file].replace(old, new, 1)}


def tiny_with(folder: Path, *, id_: str, late: str) -> None:
    """Write a `tiny` of another id, and with another rule for those who come late."""
    shutil.copytree(TINY, folder / id_)
    path = folder / id_ / "ruleset.toml"
    text = path.read_text(encoding="utf-8")
    text = text.replace('id = "tiny"', f'id = "{id_}"')
    text = text.replace('late_joiner = "take_over_bot"', f'late_joiner = "{late}"')
    path.write_text(text, encoding="utf-8")


def faults(files: dict[str, str]) -> list[str]:
    """The faults of these files, as they are said; there must be some."""
    with pytest.raises(Faulty) as caught:
        parse(files)
    return [str(fault) for fault in caught.value.faults]
