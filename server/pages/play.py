"""The player page, and everything that a person may ask by JSON."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from game.views.briefs import briefs
from game.views.view import seat_viewer
from server.auth.passes import opened
from server.pages.base import Web, get, post, replied
from server.protocol.bodies import Nothing, OwnCommand, TakeSeat, Watch, Wish
from server.protocol.frames import Ask, Older
from server.protocol.replies import Briefs, Fine, Seated
from server.protocol.strict import Malformed
from server.protocol.weighing import Weigh, Weighed
from server.roles.weighing import weighed
from server.rulesets import LANGUAGE
from server.sessions.listing import Known, known

LONGEST_NUMBER: Final = 6


@dataclass(frozen=True, slots=True)
class PlayPage:
    """The player page, and what it asks."""

    web: Web

    async def choose(self, request: Request) -> Response:
        """To the only seat of this browser, or a list of them."""
        mine = await self.known(request)
        if not mine:
            return RedirectResponse("/", 303)
        if len(mine) == 1:
            return RedirectResponse(f"/play/{mine[0].person}", 303)
        seats = [
            {"address": f"/play/{one.person}", "name": one.name, "title": one.title} for one in mine
        ]
        return self.web.page("seats.html", {"page": "seats", "seats": seats})

    async def known(self, request: Request) -> list[Known]:
        """Every person whose pass this browser keeps, in whichever worker they live."""
        lobby = self.web.desk.lobby
        found: list[Known] = []
        for of, secret in opened(request.cookies, "person").items():
            grant = await lobby.grant(secret)
            one = None if grant is None else await known(lobby, grant)
            found += [one] if one is not None and one.person == of else []
        return found

    async def page(self, request: Request) -> Response:
        """The page."""
        one = await self.web.person(request)
        data = {
            "page": "play",
            "person": {"id": one.person.id, "name": one.person.name},
            "session": {"id": one.session.id, "title": one.session.row.title},
            "board": f"/board/{one.session.rules.digest}",
            "briefs": f"/api/people/{one.person.id}/briefs",
            "weigh": f"/api/people/{one.person.id}/weigh",
            "socket": f"/socket/player/{one.person.id}",
        }
        return self.web.page("play.html", data)

    async def sit(self, request: Request) -> Response:
        """Take a free seat."""
        asked, one = await self.web.body(request, TakeSeat), await self.web.person(request)
        return replied(
            Seated(seat=await self.web.desk.seating.take(one.session, one.person, asked))
        )

    async def wish(self, request: Request) -> Response:
        """Ask to share a seat."""
        asked, one = await self.web.body(request, Wish), await self.web.person(request)
        await self.web.desk.seating.wish(one.session, one.person, asked)
        return replied(Fine())

    async def weigh(self, request: Request) -> Response:
        """What a command would put at stake."""
        asked, one = await self.web.body(request, Weigh), await self.web.person(request)
        return replied(Weighed(cautions=weighed(one.session, one.person, asked.command)))

    async def watch(self, request: Request) -> Response:
        """Look at another table."""
        asked, one = await self.web.body(request, Watch), await self.web.person(request)
        await self.web.desk.seating.watch(one.session, one.person, asked.table)
        return replied(Fine())

    async def leave(self, request: Request) -> Response:
        """Go."""
        await self.web.body(request, Nothing)
        one = await self.web.person(request)
        await self.web.desk.seating.leave(one.session, one.person)
        answer = replied(Fine())
        self.web.drop(request, answer, ("person", one.person.id))
        return answer

    async def command(self, request: Request) -> Response:
        """Do a command of one's own seat."""
        asked, one = await self.web.body(request, OwnCommand), await self.web.person(request)
        return replied(await one.ask(Ask(id=asked.id, command=asked.command)))

    async def view(self, request: Request) -> Response:
        """The newest view."""
        one = await self.web.person(request)
        place = one.place()
        if place is None:
            frame = one.session.waiting_channel(one.person.id).frame
        else:
            frame = (await place[0].newest(place[1])).frame
        return Response(frame, media_type="application/json")

    async def briefs(self, request: Request) -> Response:
        """What a seat alone reads of itself."""
        one = await self.web.person(request)
        sits = one.session.seat_of(one.person.id)
        if sits is None:
            return replied(Briefs(briefs={}))
        table, seat = sits
        own = briefs(table.table, seat_viewer(seat.id), table.rules, LANGUAGE)
        return replied(Briefs(briefs=own))

    async def lines(self, request: Request) -> Response:
        """Older lines of the log."""
        one = await self.web.person(request)
        before = request.query_params.get("before", "")
        if not before.isdecimal() or len(before) > LONGEST_NUMBER:
            raise Malformed("Ask with ?before= and a number.", "before")
        return replied(await one.answer(Older(id="lines", older=int(before))))

    def routes(self) -> Sequence[Route]:
        """The addresses of this page."""
        return [
            get("/play", self.choose),
            get("/play/{person}", self.page),
            post("/api/people/{person}/seat", self.sit),
            post("/api/people/{person}/wish", self.wish),
            post("/api/people/{person}/watch", self.watch),
            post("/api/people/{person}/weigh", self.weigh),
            post("/api/people/{person}/leave", self.leave),
            post("/api/people/{person}/command", self.command),
            get("/api/people/{person}/view", self.view),
            get("/api/people/{person}/briefs", self.briefs),
            get("/api/people/{person}/lines", self.lines),
        ]
