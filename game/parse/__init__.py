"""Texts in; a `Ruleset` out, or every fault at once with its file, path, value and what is allowed.

Pure: who reads the files is not asked here. Shapes come from the types of `game.ruleset`, ends of
scales from `bounds`; what else must hold is checked part by part, in modules of their own.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from msgspec import convert

from game.parse.cards import check_cards, check_decks, check_turning
from game.parse.faults import Fault, Faulty, Place
from game.parse.goals import check_goals
from game.parse.guide import check_guide
from game.parse.ids import check_ids
from game.parse.numbers import check_contexts, check_numbers
from game.parse.parts import FILES, Parts, read_parts
from game.parse.script import check_script
from game.parse.seats import (
    check_dependencies,
    check_real_shares,
    check_seating,
    check_seats,
    check_tables,
    check_trust,
)
from game.parse.texts import OWN, WORDS, read_texts
from game.parse.toml import read_toml
from game.ruleset import Ruleset

CHECKS: Final[tuple[tuple[Callable[[Parts], Iterator[Fault]], frozenset[str]], ...]] = (
    (check_ids, frozenset()),
    (check_seats, frozenset()),
    (check_seating, frozenset()),
    (check_dependencies, frozenset()),
    (check_trust, frozenset()),
    (check_goals, frozenset()),
    (check_cards, frozenset()),
    (check_guide, frozenset()),
    (check_script, frozenset()),
    (check_numbers, frozenset({"params"})),
    (check_contexts, frozenset({"context", "contexts"})),
    (check_real_shares, frozenset({"seating"})),
    (check_tables, frozenset({"seats", "dependencies", "concerns", "seating", "params"})),
    (check_decks, frozenset({"events", "year_one", "agenda", "params"})),
    (check_turning, frozenset({"events", "params"})),
)
"""Each check, and the fields that must have their shape before its answer means anything."""


def parse(files: Mapping[str, str]) -> Ruleset:
    """The ruleset that these files hold: names as `ruleset.toml`, `texts/en.toml`, to their text.

    `ruleset.toml` and `cards.toml`, `evaluation.toml` and `script.toml` where they are, and one
    `texts/<language>.toml` or more, `words/<language>.toml` for each of these: the words of the
    game that all rulesets share.

    Raises:
        Faulty: with every fault that was found.
    """
    faults = [
        Place(name).fault(f"is no file of a ruleset; allowed: {', '.join(FILES)}, texts/en.toml")
        for name in sorted(files)
        if name not in FILES and not OWN.fullmatch(name) and not WORDS.fullmatch(name)
    ]
    parts, found = read_parts(files)
    faults += found
    if parts is None:
        texts_files = sorted(name for name in files if OWN.fullmatch(name))
        raise Faulty(faults + [one for name in texts_files for one in read_toml(files, name)[1]])
    for check, needs in CHECKS:
        if needs <= parts.whole:
            faults += check(parts)
    texts, found = read_texts(files, parts)
    faults += found
    if faults:
        raise Faulty(faults)
    return convert({**parts.raw, "texts": texts}, Ruleset)


def is_of_a_ruleset(name: str) -> bool:
    """Whether a file of this name is looked at at all.

    >>> [is_of_a_ruleset(one) for one in ("cards.toml", "texts/en.toml", "SOURCES.md")]
    [True, True, False]
    """
    texts = OWN.fullmatch(name) or WORDS.fullmatch(name)
    return name in FILES or texts is not None
