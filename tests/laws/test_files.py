"""Files of a seat: two histories that agree in all that it was told give it the same bytes.

A pair is made from a game: what two others whispered goes or is doubled, notes of the facilitator
and plans that others sent and replaced come in between. The hash that seals the whole log is shown
to all when a game is over, and differs; nothing else may.
"""

import re
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import replace
from gzip import decompress
from random import Random
from typing import Final

import pytest
from msgspec.structs import replace as struct_replace

from game.controls.room import Note
from game.events.control import Noted
from game.events.seats import PlanSent
from game.events.talk import Said
from game.log import NO_HASH, Entry, Wording, sealed
from game.vocabulary import FACILITATOR, NoteId, SeatId, TextId
from server.debriefs.record import Record
from server.exports import EXPORTS
from server.exports.base import told
from tests.recorded import game_of, record_of

LARGE: Final = 10_000
SMALL: Final = LARGE // 200
GAMES: Final = 10
FORMATS: Final = ("csv", "xapi", "debrief", "report")
SALT: Final = b"0123456789abcdef"
SECRET: Final = TextId("canary")


def otherwise(entries: tuple[Entry, ...], seat: SeatId, chance: Random) -> tuple[Entry, ...]:
    """The log with all changed at random of which this seat was told nothing, chained anew."""
    made: list[Entry] = []
    for entry in changed(entries, seat, chance):
        before = made[-1].hash if made else NO_HASH
        salt = f"{chance.getrandbits(128):032x}"
        made.append(sealed(struct_replace(entry, version=len(made) + 1, salt=salt), before))
    return tuple(made)


def changed(entries: tuple[Entry, ...], seat: SeatId, chance: Random) -> Iterator[Entry]:
    """The entries of the other history, not yet chained."""
    for number, entry in enumerate(entries):
        if number and chance.random() < 0.05:
            event = Noted(NoteId(f"n-{number}"), SECRET)
            yield struct_replace(
                entry, by=FACILITATOR, via="person", command=Note(SECRET), events=(event,)
            )
        sent = next((one for one in entry.events if isinstance(one, PlanSent)), None)
        if sent is not None and sent.seat != seat and chance.random() < 0.5:
            yield struct_replace(entry, events=(struct_replace(sent, acts=()),))
        if is_whisper(entry, seat):
            yield from [entry] * chance.randrange(3)
        else:
            yield entry


def is_whisper(entry: Entry, seat: SeatId) -> bool:
    """Whether two others spoke in confidence."""
    return any(
        isinstance(one, Said) and one.to is not None and seat not in {one.by, one.to}
        for one in entry.events
    )


def file_of(record: Record, seat: SeatId, name: str) -> bytes:
    """The file with the eyes of this seat, without the hash that seals the log."""
    body = EXPORTS[name].writer(told(record, seat, SALT))
    if name == "debrief":
        found = re.search(rb'<script type="text/plain" id="kept">([^<]*)</script>', body)
        assert found
        body = body.replace(found[1], b"") + decompress(b64decode(found[1]))
    return body.replace(record.entries[-1].hash.encode(), b"")


def differs(number: int) -> bool:
    """Try one pair, one seat, one format; whether the two histories were different at all."""
    chance = Random(number)
    record = record_of(game_of(chance.randrange(GAMES), controls=False, opened=False))
    record = replace(record, wordings=(*record.wordings, Wording(SECRET, "", "canary")))
    seat = chance.choice(record.rules.seats).id
    other = replace(record, entries=otherwise(record.entries, seat, chance))
    name = chance.choice(FORMATS)
    assert file_of(record, seat, name) == file_of(other, seat, name), (number, seat, name)
    return len(other.entries) != len(record.entries)


def test_what_a_seat_was_not_told_changes_no_byte_of_its_files() -> None:
    assert sum(map(differs, range(SMALL))) > SMALL // 2


@pytest.mark.torture
def test_what_a_seat_was_not_told_changes_no_byte_of_its_files_at_length() -> None:
    assert sum(map(differs, range(SMALL, SMALL + LARGE))) > LARGE // 2


def test_whoever_was_told_has_another_file() -> None:
    record = record_of(game_of(0, controls=False, opened=False))
    for name in FORMATS:
        seat = record.rules.seats[0].id
        bare = replace(record, entries=record.entries[:-1])
        assert file_of(record, seat, name) != file_of(bare, seat, name)
