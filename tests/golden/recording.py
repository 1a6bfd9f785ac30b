"""The golden games: which are played, and how their logs and views are written down.

Blessed by `python -m tests.bless`, read in review, never edited by hand. A log stands as it is;
of the views each entry keeps a digest for every viewer, and the last table is written out.
"""

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final

from msgspec import json

from game.effects import AnyEffect
from game.events.seats import ActResolved
from game.events.tracks import CardDrawn, ChoiceTaken
from game.log import Entry, encode
from game.model.table import Table
from game.ruleset import Ruleset
from game.views.lines import lines
from game.views.view import FACILITATOR, OBSERVER, SCREEN, Viewer, seat_viewer, view
from tests.playing import Game, closing, play, setup_of
from tests.rulesets import RULESETS, load

HERE: Final = Path(__file__).parent
LONGEST: Final = 200
"""Entries after which a game is ended by the facilitator."""
CHOSEN: Final[dict[str, tuple[int, ...]]] = {"tiny": (9, 107, 175, 298), "newborn": (2, 23)}
GAMES: Final = {
    path.parent.name: CHOSEN.get(path.parent.name, (2,))
    for path in sorted(RULESETS.glob("*/ruleset.toml"))
}
"""By ruleset: the numbers of its games, odd ones with a facilitator who interferes. Chosen so that
together they reach every action, effect, control and command of a seat."""


@cache
def recorded(name: str, number: int) -> Game:
    """A golden game, played again."""
    rules = load(RULESETS / name)
    odd = number % 2 == 1
    return closing(play(rules, setup_of(number), number, controls=odd, asks=not odd, steps=LONGEST))


def log_file(name: str, number: int) -> Path:
    return HERE / f"{name}-{number}.log.jsonl"


def views_file(name: str, number: int) -> Path:
    return HERE / f"{name}-{number}.views.jsonl"


def log_text(entries: list[Entry]) -> str:
    """The log, an entry a line."""
    return "".join(f"{encode(one).decode()}\n" for one in entries)


def viewers(table: Table) -> list[Viewer]:
    return [FACILITATOR, OBSERVER, SCREEN, *(seat_viewer(one.id) for one in table.seats)]


def views_text(rules: Ruleset, entries: list[Entry], tables: list[Table]) -> str:
    """A line an entry, with each viewer's digest of its view and lines; then the last views."""
    parts = []
    for entry, table in zip(entries, tables, strict=True):
        found = {
            str(viewer.seat or viewer.kind): sha256(
                json.encode([view(table, viewer, rules), lines(entry, table, viewer)])
            ).hexdigest()[:16]
            for viewer in viewers(table)
        }
        parts.append(json.encode({"version": entry.version, **found}).decode())
    last = tables[-1]
    parts += [json.encode(view(last, viewer, rules)).decode() for viewer in viewers(last)]
    return "\n".join(parts) + "\n"


def reached(rules: Ruleset, entries: list[Entry]) -> Iterator[str]:
    """What a log reaches: commands, actions that worked, effects of cards, reasons."""
    for entry in entries:
        yield f"command {entry.command.__struct_config__.tag}"
        for event in entry.events:
            match event:
                case ActResolved():
                    yield f"action {event.act.kind}" if event.worked else f"reason {event.reason}"
                case CardDrawn():
                    card = rules.card(event.card, event.written)
                    yield from map(named, card.effects)
                case ChoiceTaken():
                    yield from map(named, taken(rules, event))
                case _:
                    pass


def taken(rules: Ruleset, event: ChoiceTaken) -> tuple[AnyEffect, ...]:
    """The effects of the option that was taken; none for a card written at the table."""
    found = [one for one in (*rules.events, *rules.year_one) if one.id == event.card]
    options = [one for card in found if card.choice for one in card.choice.options]
    return next((one.effects for one in options if one.id == event.option), ())


def named(effect: AnyEffect) -> str:
    """An effect, as a reached thing."""
    return f"effect {effect.__struct_config__.tag}"
