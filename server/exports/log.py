"""A log as JSON lines, complete: header with the ruleset, entries, words. It loads again.

The first line says what it is, then one line an entry, then one a wording. Reading is bounded, and
every fault is told with its line.
"""

from codecs import BOM_UTF8
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from msgspec import Struct, ValidationError, json

from game.controls.chance import Open
from game.log import LOG_FORMAT, NO_HASH, Entry, Wording, decode, first_break, text_id
from game.ruleset import Ruleset
from server.debriefs.readers import TakenIn
from server.protocol.replies import LineFault
from server.protocol.strict import Malformed, checked
from server.protocol.strict import read as read_json

FORMAT: Final = "joined-up-log"
LARGEST: Final = 16 * 1024 * 1024
MOST_LINES: Final = 50_000
MOST_FAULTS: Final = 20


class Header(Struct, frozen=True, kw_only=True):
    """The first line; `head` is the hash of the last entry."""

    format: str
    version: int
    title: str
    table: str
    head: str
    entries: int
    ruleset: Ruleset


@dataclass(frozen=True, slots=True)
class Read:
    """A log that was read."""

    header: Header
    entries: tuple[Entry, ...]
    wordings: tuple[Wording, ...]


class Damaged(Exception):
    """It cannot be taken in; every fault with its line, up to twenty."""

    def __init__(self, faults: Sequence[LineFault]) -> None:
        super().__init__(f"{len(faults)} faults")
        self.faults = tuple(faults)


def written(
    names: tuple[str, str], rules: Ruleset, entries: Sequence[Entry], words: Iterable[Wording]
) -> bytes:
    """The log as it is downloaded; `names` are those of its session and its table."""
    header = Header(
        format=FORMAT,
        version=LOG_FORMAT,
        title=names[0],
        table=names[1],
        head=entries[-1].hash if entries else NO_HASH,
        entries=len(entries),
        ruleset=rules,
    )
    return b"".join(json.encode(one) + b"\n" for one in (header, *entries, *words))


def lines_of(body: bytes) -> list[bytes]:
    r"""The lines of a log or backup; editors put a mark of their own before the first.

    >>> lines_of(b"\xef\xbb\xbf{}\n{}\n")
    [b'{}', b'{}']
    """
    lines = body.removeprefix(BOM_UTF8).split(b"\n")
    if not lines[-1]:
        lines.pop()
    return lines


def taken(body: bytes) -> Read:
    """The log of these lines.

    Raises:
        Damaged: it is none, or was changed.
    """
    lines = lines_of(body)
    if not lines or len(lines) > MOST_LINES:
        raise Damaged([LineFault(line=1, sentence=f"A log has 1 to {MOST_LINES} lines.")])
    header = _header(lines[0])
    faults: list[LineFault] = []
    entries = tuple(_entries(lines[1 : header.entries + 1], faults))
    wordings = tuple(_wordings(lines[header.entries + 1 :], header.entries + 2, faults))
    if not faults:
        faults += _broken(header, entries)
    if faults:
        raise Damaged(faults[:MOST_FAULTS])
    return Read(header, entries, wordings)


def taken_in(read: Read) -> TakenIn:
    """The log as tables take it in."""
    return TakenIn(
        title=read.header.title,
        table=read.header.table,
        rules=read.header.ruleset,
        entries=read.entries,
        wordings=read.wordings,
    )


def _header(line: bytes) -> Header:
    try:
        checked(line)
        header = json.decode(line, type=Header)
    except Malformed as fault:
        raise Damaged([LineFault(line=1, sentence=fault.sentence)]) from None
    except ValidationError as fault:
        raise Damaged([LineFault(line=1, sentence=f"This is no log's header: {fault}.")]) from None
    if header.format != FORMAT or header.version != LOG_FORMAT:
        sentence = f"This is not {FORMAT} of version {LOG_FORMAT}, the one this server reads."
        raise Damaged([LineFault(line=1, sentence=sentence)])
    return header


def _entries(lines: Sequence[bytes], faults: list[LineFault]) -> Iterable[Entry]:
    for number, line in enumerate(lines, start=2):
        try:
            checked(line)
            yield decode(line)
        except Malformed as fault:
            faults.append(LineFault(line=number, sentence=fault.sentence))
        except ValidationError as fault:
            faults.append(LineFault(line=number, sentence=f"This is no entry: {fault}."))


def _wordings(lines: Sequence[bytes], start: int, faults: list[LineFault]) -> Iterable[Wording]:
    for number, line in enumerate(lines, start=start):
        try:
            wording = read_json(line, Wording)
        except Malformed as fault:
            faults.append(LineFault(line=number, sentence=f"This is no wording: {fault.sentence}"))
            continue
        if text_id(wording.words, wording.salt) != wording.id:
            faults.append(LineFault(line=number, sentence="The words do not fit their hash."))
        yield wording


def _broken(header: Header, entries: Sequence[Entry]) -> list[LineFault]:
    if not entries or len(entries) != header.entries:
        sentence = f"The header tells of {header.entries} entries; there are {len(entries)}."
        return [LineFault(line=1, sentence=sentence)]
    if not isinstance(entries[0].command, Open):
        return [LineFault(line=2, sentence="A log begins by laying the table.")]
    version = first_break(list(entries), header.head)
    if version is None:
        return []
    sentence = "The chain of hashes breaks here: the log was changed or cut."
    return [LineFault(line=min(version, len(entries)) + 1, sentence=sentence)]
