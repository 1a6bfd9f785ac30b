"""The join page: a code, a name, a seat. A GET takes no seat: link previews must not eat one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from game.model.seats import Seat
from game.vocabulary import Holder
from server.auth.codes import read_code
from server.auth.passes import Holder as CookieOf
from server.pages.base import Web, get, post, replied
from server.protocol.bodies import Join, LinkCode, Look
from server.protocol.problems import not_found
from server.protocol.replies import (
    Joined,
    Opened,
    Redeemed,
    RulesetName,
    SeatOffer,
    SessionName,
    TableOffer,
)
from server.protocol.rosters import LinkSeen
from server.rulesets import text_of
from server.sessions.qr import svg_of
from server.sessions.session import LiveSession
from server.sessions.staffing import STAFF


@dataclass(frozen=True, slots=True)
class JoinPage:
    """The join page, and what it asks."""

    web: Web

    async def page(self, request: Request) -> Response:
        """The page."""
        code = read_code(str(request.path_params.get("code", "")))
        days = self.web.desk.retention_days
        return self.web.page(
            "join.html", {"page": "join", "code": code or "", "retention_days": days}
        )

    async def look(self, request: Request) -> Response:
        """What a code opens."""
        asked = await self.web.body(request, Look)
        session = await self.web.desk.doors.session_of(asked.code, self.web.asker(request))
        return replied(opened(session))

    async def join(self, request: Request) -> Response:
        """Come in."""
        asked = await self.web.body(request, Join)
        session = await self.web.desk.doors.session_of(asked.code, self.web.asker(request))
        person, secret = await self.web.desk.seating.join(session, asked)
        sits = session.seat_of(person.id)
        made = Joined(
            person=person.id, address=f"/play/{person.id}", seat=sits[1].id if sits else None
        )
        return self.web.handed(request, made, ("person", person.id), secret, bearer=asked.bearer)

    async def redeem_page(self, _request: Request) -> Response:
        """Where one-time links lead."""
        days = self.web.desk.retention_days
        return self.web.page("redeem.html", {"page": "redeem", "retention_days": days})

    async def look_at_link(self, request: Request) -> Response:
        """What a one-time link is for; it is not used up."""
        asked = await self.web.body(request, LinkCode)
        session, link = await self.web.desk.doors.link_of(asked.code, self.web.asker(request))
        person = session.people.get(link.person_id or "")
        named = person is not None and person.kind in STAFF
        line = await self.web.desk.rosters.expected(link)
        name = line.name if line else person.name if person is not None and named else None
        seat = line.seat if line else None
        return replied(
            LinkSeen(
                kind=link.kind.value,
                press=name is not None,
                session=session.row.title,
                name=name,
                seat=text_of(session.rules, f"seats.{seat}.name") if seat else None,
                watched=session.evaluators_see,
            )
        )

    async def redeem(self, request: Request) -> Response:
        """Use a one-time link."""
        asked = await self.web.body(request, LinkCode)
        desk = self.web.desk
        link, came, secret = await desk.doors.redeemed(asked.code, self.web.asker(request))
        if came is not None:
            await desk.rosters.seat(desk.lobby.session(link.session_id), came)
        person = link.person_id if came is None else came.id
        holder, page_of, of = opens(link.kind.value, link.session_id, person)
        made = Redeemed(kind=link.kind.value, address=f"/{page_of}/{of}")
        return self.web.handed(request, made, (holder, of), secret, bearer=asked.bearer)

    async def qr(self, request: Request) -> Response:
        """The QR code of a join address."""
        code = read_code(str(request.path_params["code"]))
        if code is None:
            raise not_found()
        return Response(
            svg_of(f"{self.web.desk.doors.address}/j/{code}"), media_type="image/svg+xml"
        )

    def routes(self) -> Sequence[Route]:
        """The addresses of this page."""
        return [
            get("/", self.page),
            get("/j/{code}", self.page),
            get("/redeem", self.redeem_page),
            get("/api/qr/{code}.svg", self.qr),
            post("/api/join/look", self.look),
            post("/api/join", self.join),
            post("/api/links/look", self.look_at_link),
            post("/api/links", self.redeem),
        ]


SeatState = Literal["free", "taken", "bot", "kept"]
OFFERED: Final[dict[Holder, SeatState]] = {
    Holder.NOBODY: "free",
    Holder.PERSON: "taken",
    Holder.BOT: "bot",
}


def opens(kind: str, session: str, person: str | None) -> tuple[CookieOf, str, str]:
    """What the pass of a link opens: whose cookie, which page, and of whom."""
    match kind:
        case "facilitator":
            return "facilitator", "console", session
        case "screen":
            return "screen", "screen", session
        case "evaluator":
            return "evaluator", "evaluate", session
        case _:
            return "person", "play", person or ""


def offered(session: LiveSession, table: str, seat: Seat) -> SeatState:
    """Whether somebody who has not joined yet can have a seat."""
    if seat.holder is Holder.NOBODY and (table, str(seat.id)) in session.kept:
        return "kept"
    return OFFERED[seat.holder]


def opened(session: LiveSession) -> Opened:
    """What a join code opens, told to somebody who has not given a name yet."""
    rules = session.rules
    return Opened(
        session=SessionName(id=session.id, title=session.row.title),
        ruleset=RulesetName(
            id=rules.id,
            title=text_of(rules, "ruleset.name"),
            blurb=text_of(rules, "ruleset.summary"),
            digest=rules.digest,
        ),
        admit=session.closed,
        late=session.late,
        assigns=session.options.assigns,
        watched=session.evaluators_see,
        tables=tuple(
            TableOffer(
                id=place.row.id,
                name=place.row.name,
                number=place.row.number,
                seats=tuple(
                    SeatOffer(seat=seat.id, state=offered(session, place.row.id, seat))
                    for seat in place.live.table.seats
                ),
            )
            for place in session.places.values()
        ),
    )
