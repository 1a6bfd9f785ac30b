"""The report's own words: one file a language in `rulesets/words/report/`, read once."""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final

from game.parse.texts import flattened
from server.exports.report.parts import Block, Section
from server.rulesets import LANGUAGE, OWN_FOLDER

FOLDER: Final = OWN_FOLDER / "words" / "report"


@cache
def texts(language: str = LANGUAGE) -> Mapping[str, str]:
    """Every text of the report by its key."""
    tree = tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
    return {key: str(value) for key, value in flattened(tree)}


def say(key: str, **places: str | int) -> str:
    """The text of a key, its places filled.

    >>> say("others.points", by="+7")
    '+7 points'
    """
    return texts()[key].format(**places)


def columns(key: str) -> tuple[str, ...]:
    """The heads of a table: one text, parted by upright lines.

    >>> columns("glossary.head")
    ('Word', 'Means')
    """
    return tuple(one.strip() for one in say(key).split("|"))


def part_of(section: str, blocks: Iterable[Block] = ()) -> Section:
    """A section under its title; the text for one without blocks goes with it."""
    empty = texts().get(f"{section}.empty", "")
    return Section(section, say(f"{section}.title"), tuple(blocks), empty)
