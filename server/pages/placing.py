"""This game among simulated ones, for the debrief."""

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from game.debrief.placing import MEASURES, standing
from game.model.table import Table
from game.vocabulary import Phase
from server.debriefs.readers import Reader
from server.pages.base import Web, get, post, replied
from server.protocol.bodies import Nothing
from server.protocol.placing import Placed, Standing
from server.protocol.problems import Problem, busy
from server.work.placings import Placing
from server.work.underway import QueueFull


@dataclass(frozen=True, slots=True)
class PlacingPage:
    """What the debrief asks about other games of the same kind; it has no page of its own."""

    web: Web

    def routes(self) -> Sequence[Route]:
        """The addresses of this page."""
        return [
            get("/api/tables/{table}/placing", self.look),
            post("/api/tables/{table}/placing", self.start),
            post("/api/tables/{table}/placing/stop", self.stop),
        ]

    async def look(self, request: Request) -> Response:
        """As far as it has come."""
        reader, laid = await self._over(request)
        found = await self.web.desk.placings.look(reader.table.rules, laid)
        return replied(placed(found, reader.table.table))

    async def start(self, request: Request) -> Response:
        """Simulate, or join where that is under way or done."""
        await self.web.body(request, Nothing)
        reader, laid = await self._over(request)
        try:
            found = await self.web.desk.placings.start(reader.table.rules, laid)
        except QueueFull:
            raise busy() from None
        return replied(placed(found, reader.table.table))

    async def stop(self, request: Request) -> Response:
        """Leave it as far as it has come."""
        await self.web.body(request, Nothing)
        reader, laid = await self._over(request)
        self.web.desk.placings.stop(reader.table.rules, laid)
        found = await self.web.desk.placings.look(reader.table.rules, laid)
        return replied(placed(found, reader.table.table))

    async def _over(self, request: Request) -> tuple[Reader, Table]:
        reader = await self.web.staff(request)
        if reader.table.table.phase is not Phase.ENDED:
            sentence = "This game is not over yet: there is no result to place."
            raise Problem("not_over", sentence)
        return reader, await reader.laid()


def placed(found: Placing | None, table: Table) -> Placed:
    """A finished game beside what was simulated so far."""
    if found is None:
        return Placed(
            state="none",
            waits=False,
            done=0,
            of=0,
            outcome=str(table.outcome),
            outcomes={},
            standings=(),
        )
    spread, values = found.spread, standing(table)
    return Placed(
        state=found.state,
        waits=found.waits,
        done=found.done,
        of=found.of,
        outcome=str(table.outcome),
        outcomes=spread.outcomes,
        standings=tuple(
            Standing(
                name=name,
                value=values[name],
                below=round(spread.below(name, values[name]), 3),
                counts=tuple(sorted(spread.values.get(name, {}).items())),
            )
            for name in MEASURES
            if name in values
        ),
    )
