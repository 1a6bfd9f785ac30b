"""`replay`: a log as text to read, with any viewer's eyes, in the order in which it happened."""

import argparse
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct

from game.fold import fold, rewind_of, step
from game.log import Entry
from game.model.table import Table
from game.opening import BLANK
from game.views.line import Line
from game.views.lines import lines
from game.views.view import Viewer
from game.views.wording import Texts, line_words
from server.cli.base import (
    WELL,
    CannotRun,
    Commands,
    add_json,
    command,
    print_json,
    say,
)
from server.cli.logfile import NO_GAME, opened, words_of
from server.debriefs.past import viewer_named
from server.rulesets import LANGUAGE

PUBLIC: Final = "public"
STAFF: Final = "facilitator"


class Told(Struct, frozen=True):
    """A line with the entry that tells it, for a program."""

    version: int
    at_ms: int
    round: int
    phase: str
    by: str
    via: str
    kind: str
    confidential: bool
    text: str


def add_to(commands: Commands) -> None:
    """Add the commands of this file."""
    made = command(commands, "replay", "Tell a log as text, with any viewer's eyes.", replay)
    made.add_argument("log", metavar="LOG", help="file with a log; - for the standard input")
    made.add_argument(
        "--eyes",
        default=STAFF,
        help=f"{STAFF} (default), {PUBLIC} (what all could see), or the id of a seat",
    )
    add_json(made)


def replay(arguments: argparse.Namespace) -> int:
    """Tell the log."""
    log = opened(arguments.log)
    texts = log.header.ruleset.texts.get(LANGUAGE, {})
    try:
        viewer = viewer_of(fold(log.entries), arguments.eyes)
        told = tuple(tell(log.entries, viewer, texts, words_of(log)))
    except NO_GAME:
        raise CannotRun(
            f"{arguments.log} is no game that can be told; `joinedup verify` names the entry."
        ) from None
    if arguments.json:
        print_json(told)
        return WELL
    for one in as_text(told):
        say(one)
    return WELL


def viewer_of(table: Table, eyes: str) -> Viewer:
    """The viewer that is meant.

    Raises:
        CannotRun: there is no such seat.
    """
    known = (STAFF, PUBLIC, *(seat.id for seat in table.seats))
    if eyes not in known:
        raise CannotRun(f"nobody at this table is called {eyes}. There are: {', '.join(known)}.")
    return viewer_named(eyes)


def tell(
    entries: Sequence[Entry], viewer: Viewer, texts: Texts, words: Mapping[str, str]
) -> Iterator[Told]:
    """Every line of the log for these eyes."""
    table = BLANK
    for number, entry in enumerate(entries):
        table = step(table, entry, () if rewind_of(entry) is None else entries[:number])
        for line in lines(entry, table, viewer):
            yield told_of(entry, line, " ".join(line_words(texts, line, words).split()))


def told_of(entry: Entry, line: Line, text: str) -> Told:
    """One line, for a reader or a program."""
    return Told(
        version=entry.version,
        at_ms=line.at_ms,
        round=line.round,
        phase=line.phase.value,
        by=line.by,
        via=line.via,
        kind=line.kind,
        confidential=line.confidential,
        text=text,
    )


def as_text(told: Sequence[Told]) -> Iterator[str]:
    """The lines with their game time; an empty line before each phase."""
    for one in told:
        if one.kind.startswith("phase_"):
            yield ""
        minutes, seconds = divmod(one.at_ms // 1000, 60)
        secret = " (in confidence)" if one.confidential else ""
        yield f"{minutes:3}:{seconds:02}  {one.text}{secret}"
