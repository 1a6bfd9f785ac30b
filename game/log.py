"""Entries: an accepted command with its events, hash-chained, and how they are written down.

One entry is one JSON line. Each carries a salt of 128 bits, so that its hash is no way to guess
the secrets in it, and the hash over itself and the one before: an edit, a cut, a swap or an
insertion shows. Words are kept apart under a salted hash of their own (`TextId`), so that they
can be deleted while the log stays playable and the chain whole.
"""

from hashlib import sha256
from typing import Final, Literal, TypeVar

from msgspec import Struct, json
from msgspec.structs import replace

from game.commands import AnyCommand
from game.events import AnyEvent
from game.forms import Command
from game.vocabulary import Actor, PersonId, TextId

C = TypeVar("C", bound=Command)

LOG_FORMAT: Final = 1
NO_HASH: Final = "0" * 64
"""The hash before the first entry."""

Via = Literal["person", "bot", "facilitator", "default", "clock", "chance"]


class Entry(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True, gc=False):
    """One accepted command and what it made happen."""

    version: int
    """Counted from 1, without gaps."""
    at_ms: int
    """Game time in milliseconds: it stands still while the game is paused."""
    wall_ms: int
    """Time of day, milliseconds since 1970, UTC."""
    by: Actor
    via: Via
    """Who acted in the actor's name."""
    id: str
    """The sender's id of the command; the same id is carried out once."""
    command: AnyCommand
    events: tuple[AnyEvent, ...]
    salt: str
    """128 random bits in hex."""
    who: PersonId | None = None
    """Which of the facilitators did it; None: none of them, or nobody wrote down which."""
    hash: str = ""
    """SHA-256, in hex, over the hash before and this entry without its own."""


class Wording(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """Words that a log names by their id."""

    id: TextId
    salt: str
    words: str


ENCODER = json.Encoder()
DECODER = json.Decoder(Entry)


def sealed(entry: Entry, before: str) -> Entry:
    """The entry with its hash, following the entry with hash `before`."""
    return replace(entry, hash=hash_of(entry, before))


def hash_of(entry: Entry, before: str) -> str:
    """What the hash of an entry must be."""
    body = ENCODER.encode(replace(entry, hash=""))
    return sha256(before.encode() + b"\n" + body).hexdigest()


def encode(entry: Entry) -> bytes:
    """One line of JSON, without the line's end."""
    return ENCODER.encode(entry)


def decode(line: bytes | str) -> Entry:
    """The entry of a line.

    Raises:
        msgspec.ValidationError: it is none; says what is wrong, and where.
    """
    return DECODER.decode(line)


def text_id(words: str, salt: str) -> TextId:
    """Under which id words are kept: a hash that cannot be guessed without its salt."""
    return TextId(sha256(f"{salt}\n{words}".encode()).hexdigest()[:32])


def without_words(command: C, salt: str) -> tuple[C, tuple[Wording, ...]]:
    """The command as the log keeps it, and the words that it carried, those of a seat for which
    the facilitator acts among them.
    """
    found: dict[TextId, Wording] = {}
    inner = getattr(command, "command", None)
    if isinstance(inner, Command):
        inner, carried = without_words(inner, salt)
        command = replace(command, command=inner)
        found = {one.id: one for one in carried}
    words = getattr(command, "text", None)
    if words is not None:
        key = text_id(words, salt)
        command = replace(command, text=key)
        found[key] = Wording(key, salt, words)
    return command, tuple(found.values())


def first_break(entries: list[Entry], head: str | None = None) -> int | None:
    """The version at which the chain breaks first; None: it is whole.

    With `head` (the hash shown when the game ended) a cut at the end is found too; it is told as
    one more than the last version.
    """
    before = NO_HASH
    for version, entry in enumerate(entries, start=1):
        if entry.version != version or entry.hash != hash_of(entry, before):
            return version
        before = entry.hash
    return len(entries) + 1 if head is not None and before != head else None
