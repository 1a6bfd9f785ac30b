"""What the console asks about a table's script: how it stands, sheets in and out, dry runs."""

import asyncio
import secrets
from collections.abc import Iterator
from typing import Literal

from msgspec import Raw, json, to_builtins

from game import log
from game.commands import decode_control
from game.controls.chance import LUCK
from game.controls.script import SetLine
from game.dryrun.trying import dry_run
from game.parse.forms import cue_forms, effect_forms
from game.parse.sheet import Sheet, SheetRow, read_sheet, write_sheet
from game.script import LineWords, decoded, joined, line_of
from game.standings import next_change_ms, standings
from game.vocabulary import FACILITATOR, PersonId, Refused
from server.protocol import script
from server.protocol.problems import Problem
from server.store.contract import Busy, StoreUnavailable
from server.tables.asked import Asked, Declined
from server.tables.live import LiveTable
from server.tables.mailbox import Crashed
from server.tables.reading import read_command
from server.tables.script import words_of

Does = Literal["new", "changed", "same", "laid"]


def script_now(table: LiveTable) -> script.Script:
    """The script of a table as it stands."""
    staging, now_ms = table.script.staging, table.clock.now_ms()
    rows = zip(table.table.script, standings(staging, now_ms), strict=True)
    named = table.archive.words_in((Raw(json.encode(staging.executed)),))
    return script.Script(
        at_ms=now_ms,
        next_ms=next_change_ms(staging, now_ms),
        lines=tuple(
            script.ScriptRow(
                line=decoded(line.body),
                words=written_words(table, line.number),
                own=line.words is not None,
                held=line.held,
                skipped=line.skipped,
                standing=standing,
            )
            for line, standing in rows
        ),
        executed=staging.executed,
        words=named,
        luck=LUCK,
        effects=effect_forms(),
        cues=cue_forms(),
    )


def written_words(table: LiveTable, number: int) -> LineWords:
    """What a line says."""
    return words_of(table.table, number, table.rules, table.archive.words)


def sheet_of(table: LiveTable) -> str:
    """The script of a table as a sheet, with the mark by which spreadsheets know UTF-8."""
    lines = [(decoded(line.body), written_words(table, line.number)) for line in table.table.script]
    return "\ufeff" + write_sheet(lines)


async def look(table: LiveTable, csv: str) -> script.SheetSeen:
    """What a sheet would bring."""
    sheet = await asyncio.to_thread(read_sheet, csv, table.rules)
    return script.SheetSeen(
        rows=tuple(
            script.SheetRowSeen(
                row=one.row,
                number=one.line.number,
                headline=one.words.headline or str(one.line.card or ""),
                does=what(table, one),
            )
            for one in sheet.rows
        ),
        faults=tuple(
            script.SheetFault(row=one.row, column=one.column, sentence=one.sentence)
            for one in sheet.faults
        ),
    )


def what(table: LiveTable, row: SheetRow) -> Does:
    """What a row does to the script."""
    line = line_of(table.table, row.line.number)
    if line is None:
        return "new"
    if line.fired:
        return "laid"
    same = decoded(line.body) == row.line and written_words(table, line.number) == row.words
    return "same" if same else "changed"


async def take(table: LiveTable, csv: str, who: PersonId | None = None) -> script.SheetTaken:
    """Take in a sheet; `who`: which of the facilitators does.

    Raises:
        Problem: it has a fault, or a line was declined; says where it stopped.
    """
    sheet = await asyncio.to_thread(read_sheet, csv, table.rules)
    if sheet.faults:
        raise Problem("faults", told(sheet))
    rows = [one for one in sheet.rows if what(table, one) in {"new", "changed"}]
    for done, command in enumerate(commands(rows)):
        number = secrets.token_hex(8)
        asked = Asked(command=command, by=FACILITATOR, id=number, via="facilitator", who=who)
        try:
            answer = await table.submit(asked)
        except (Busy, Crashed, StoreUnavailable) as fault:
            sentence = f"{done} lines were taken, then it stopped. {fault}"
            raise Problem("busy", sentence, 5) from None
        if isinstance(answer, Declined):
            sentence = f"{done} lines were taken. Row {rows[done].row} was refused: {answer.detail}"
            raise Problem(answer.reason, sentence)
    return script.SheetTaken(taken=len(rows), left=len(sheet.rows) - len(rows))


def commands(rows: list[SheetRow]) -> Iterator[SetLine]:
    """The controls that bring these rows."""
    for one in rows:
        yield SetLine(line=one.line, text=joined(one.words) or None)


def told(sheet: Sheet) -> str:
    """The first fault of a sheet, and how many more there are."""
    first, more = sheet.faults[0], len(sheet.faults) - 1
    place = ", ".join(one for one in (f"row {first.row}" if first.row else "", first.column) if one)
    words = f"{place}: {first.sentence}" if place else first.sentence
    others = f" {more} more faults." if more else ""
    return f"Nothing was taken. {words[:1].upper()}{words[1:]}{others}"


async def tried(table: LiveTable, asked: dict[str, object]) -> script.DryRun:
    """A control tried on a copy of the table.

    Raises:
        Malformed: it is no control.
    """
    command = read_command(asked, decode_control)
    kept, wording = log.without_words(command, secrets.token_hex(16))
    try:
        found = await asyncio.to_thread(dry_run, table.table, kept, table.rules)
    except Refused as refused:
        return script.DryRun(
            reason=refused.reason.value,
            detail=refused.detail,
            audience=(), changes=(), lost=(), unmet=(), options=(), later=(), stopped=(),
            undo=None, words={},
        )  # fmt: skip
    lines = tuple(Raw(json.encode(one.lines)) for one in found.audience)
    named = table.archive.words_in(lines) | {one.id: one.words for one in wording}
    return script.DryRun(
        reason=None,
        detail="",
        audience=tuple(
            script.Audience(viewer=one.viewer, seat=one.seat, sees=one.sees, lines=one.lines)
            for one in found.audience
        ),
        changes=found.changes,
        lost=found.lost,
        unmet=found.unmet,
        options=found.options,
        later=found.later,
        stopped=found.stopped,
        undo=None if found.undo is None else to_builtins(found.undo),
        words=named,
    )
