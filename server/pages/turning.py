"""Where a game turned, and what else could have been decided there: estimates of the model."""

from collections.abc import Sequence
from dataclasses import dataclass

from msgspec.structs import replace
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from game.log import Entry
from server.debriefs.readers import Reader
from server.pages.base import Web, get, post, replied
from server.protocol.bodies import Nothing
from server.protocol.problems import Problem, busy, not_found
from server.work.curves import Curve, NotBegun
from server.work.told import alternatives_found, launch_curve
from server.work.underway import QueueFull

LONGEST_NUMBER = 6


@dataclass(frozen=True, slots=True)
class TurningPage:
    """The launch curve and the alternatives of its turning points."""

    web: Web

    def routes(self) -> Sequence[Route]:
        """The addresses."""
        alternatives = "/api/tables/{table}/alternatives/{first}/{last}"
        return [
            get("/api/tables/{table}/curve", self.curve),
            post("/api/tables/{table}/curve", self.begin_curve),
            post("/api/tables/{table}/curve/stop", self.stop_curve),
            get(alternatives, self.alternatives),
            post(alternatives, self.begin_alternatives),
            post(f"{alternatives}/stop", self.stop_alternatives),
        ]

    async def curve(self, request: Request) -> Response:
        """The launch curve, as far as it has come."""
        reader = await self.web.staff(request)
        entries = await reader.table.archive.entries()
        return self._told(reader, await self.web.desk.curves.look(reader.table.id, entries))

    async def begin_curve(self, request: Request) -> Response:
        """Work the launch curve out, or join."""
        await self.web.body(request, Nothing)
        reader = await self.web.staff(request)
        table = reader.table
        entries = await table.archive.entries()
        try:
            found = await self.web.desk.curves.start(table.id, table.rules, entries)
        except NotBegun:
            raise Problem("not_begun", "The game has not begun yet.") from None
        except QueueFull:
            raise busy() from None
        return self._told(reader, found)

    async def stop_curve(self, request: Request) -> Response:
        """Stop working the launch curve out."""
        await self.web.body(request, Nothing)
        reader = await self.web.staff(request)
        self.web.desk.curves.stop(reader.table.id)
        entries = await reader.table.archive.entries()
        return self._told(reader, await self.web.desk.curves.look(reader.table.id, entries))

    def _told(self, reader: Reader, curve: Curve | None) -> Response:
        told = launch_curve(curve)
        lines = [line for turn in told.turns for line in turn.lines]
        return replied(replace(told, words=reader.table.archive.words_in(lines)))

    async def alternatives(self, request: Request) -> Response:
        """What else could have been decided, as far as it has come."""
        _, entries, first, last = await self._turn(request)
        found = await self.web.desk.alternatives.look(entries, first, last)
        return replied(alternatives_found(found))

    async def begin_alternatives(self, request: Request) -> Response:
        """Work out what else could have been decided, or join."""
        await self.web.body(request, Nothing)
        reader, entries, first, last = await self._turn(request)
        work = self.web.desk.alternatives
        try:
            found = await work.start(reader.table.rules, entries, first, last)
        except QueueFull:
            raise busy() from None
        return replied(alternatives_found(found))

    async def stop_alternatives(self, request: Request) -> Response:
        """Stop working them out."""
        await self.web.body(request, Nothing)
        _, entries, first, last = await self._turn(request)
        self.web.desk.alternatives.stop(entries, first, last)
        found = await self.web.desk.alternatives.look(entries, first, last)
        return replied(alternatives_found(found))

    async def _turn(self, request: Request) -> tuple[Reader, list[Entry], int, int]:
        """The log, and the entries either side of the turning point."""
        reader = await self.web.staff(request)
        entries = await reader.table.archive.entries()
        typed = [str(request.path_params[name]) for name in ("first", "last")]
        if not all(one.isdecimal() and len(one) <= LONGEST_NUMBER for one in typed):
            raise not_found()
        first, last = map(int, typed)
        if not 1 <= first < last <= len(entries):
            raise not_found()
        return reader, entries, first, last
