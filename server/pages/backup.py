"""A session as one file, and a session out of such a file."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from msgspec import ValidationError, json
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from server.debriefs.readers import TakenIn, check_playable
from server.exports.log import Damaged, lines_of, taken, taken_in, written
from server.pages.base import Web, flag, get, post
from server.protocol.backups import (
    FORMAT,
    LARGEST,
    MOST_TABLES,
    VERSION,
    BackupHeader,
    Restored,
)
from server.protocol.problems import no_key
from server.protocol.replies import LineFault
from server.protocol.strict import Malformed, checked


@dataclass(frozen=True, slots=True)
class BackupPage:
    """Sessions as files."""

    web: Web

    def routes(self) -> Sequence[Route]:
        """The addresses."""
        return [
            get("/api/sessions/{session}/backup", self.make),
            post("/api/backups", self.restore, most=LARGEST),
        ]

    async def make(self, request: Request) -> Response:
        """The file; `?names=yes` with people's names."""
        session = (await self.web.facilitator(request)).session
        logs: dict[str, bytes] = {}
        for place in session.places.values():
            archive = place.live.archive
            names = (session.row.title, place.row.name)
            entries, kept = await archive.entries(), await archive.kept_words()
            logs[place.row.id] = written(names, session.rules, entries, kept)
        lines = {table: log.count(b"\n") for table, log in logs.items()}
        named = flag(request, "names", default=False)
        header = await self.web.desk.backups.header(session, lines, names=named)
        body = json.encode(header) + b"\n" + b"".join(logs.values())
        file = f'attachment; filename="joined-up-session-{session.id}.backup.jsonl"'
        headers = {"Content-Disposition": file}
        return Response(body, media_type="application/x-ndjson", headers=headers)

    async def restore(self, request: Request) -> Response:
        """A session out of a file."""
        self.web.check_origin(request)
        if not await self.web.may_create(request):
            raise no_key("Restoring")
        header, logs = await asyncio.to_thread(unpacked, await request.body())
        session, secret, names = await self.web.desk.backups.restore(header, logs)
        made = Restored(session=session.id, address=f"/console/{session.id}", names=names)
        return self.web.handed(
            request,
            made,
            ("facilitator", session.id),
            secret,
            bearer="authorization" in request.headers,
        )


def unpacked(body: bytes) -> tuple[BackupHeader, list[TakenIn]]:
    """The header and the logs of a backup, every hash checked.

    Raises:
        Damaged: it is none, or was changed; with the lines of the file.
    """
    lines = lines_of(body)
    header = header_of(lines[0] if lines else b"")
    logs: list[TakenIn] = []
    start = 1
    for one in header.tables:
        part = lines[start : start + one.lines]
        try:
            found = taken(b"\n".join(part))
        except Damaged as damaged:
            raise Damaged(
                [LineFault(line=f.line + start, sentence=f.sentence) for f in damaged.faults]
            ) from None
        log = taken_in(found)
        if logs and log.rules.digest != logs[0].rules.digest:
            sentence = "This table has another ruleset than the one before."
            raise Damaged([LineFault(line=start + 1, sentence=sentence)])
        check_playable(log)
        logs.append(log)
        start += one.lines
    if start != len(lines):
        raise Damaged([LineFault(line=start + 1, sentence="The file goes on behind its end.")])
    return header, logs


def header_of(line: bytes) -> BackupHeader:
    """The first line.

    Raises:
        Damaged: this is no backup that this server reads.
    """
    try:
        checked(line)
        header = json.decode(line, type=BackupHeader)
    except Malformed as fault:
        raise Damaged([LineFault(line=1, sentence=fault.sentence)]) from None
    except ValidationError as fault:
        raise Damaged([LineFault(line=1, sentence=f"This is no backup: {fault}.")]) from None
    numbers = [one.number for one in header.tables]
    if header.format != FORMAT or header.version != VERSION:
        sentence = f"This is not {FORMAT} of version {VERSION}, the one this server reads."
        raise Damaged([LineFault(line=1, sentence=sentence)])
    if not 1 <= len(numbers) <= MOST_TABLES or len(set(numbers)) < len(numbers):
        sentence = f"A backup has 1 to {MOST_TABLES} tables, each with a number of its own."
        raise Damaged([LineFault(line=1, sentence=sentence)])
    if any(one.lines < 1 or one.clock_ms < 0 for one in header.tables):
        raise Damaged([LineFault(line=1, sentence="A table of this backup has no log.")])
    return header
