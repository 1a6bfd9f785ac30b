"""The facilitator's first page: rulesets to choose, sessions to make and to return to."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from game.rehearsal import planned_minutes
from game.ruleset import Ruleset
from server.auth.passes import bearer, opened
from server.pages.base import Web, get, post, replied
from server.protocol.bodies import Key, NewSession
from server.protocol.problems import Problem, no_key
from server.protocol.replies import (
    BrokenRuleset,
    ContextCard,
    KeyTaken,
    ModulesCard,
    RulesetCard,
    Rulesets,
    SessionCard,
    SessionMade,
    Sessions,
)
from server.rulesets import text_of
from server.sessions.grants import Grant
from server.sessions.keeping import passes_of_all
from server.sessions.listing import card_elsewhere, card_here

BEGIN_WITH: Final = "newborn"
"""The scenario of the guide stands first, and is chosen on a form that nobody has touched."""


@dataclass(frozen=True, slots=True)
class ConsolePage:
    """The console, and what it asks."""

    web: Web

    def routes(self) -> Sequence[Route]:
        """The addresses of this page."""
        return [
            get("/console", self.page),
            get("/api/rulesets", self.rulesets),
            get("/api/sessions", self.sessions),
            post("/api/keys", self.key),
            post("/api/sessions", self.create),
        ]

    async def page(self, request: Request) -> Response:
        """The page; without a key it shows how to get one."""
        shelf = await self._rulesets(request)
        data = {
            "page": "console",
            "may_create": await self.web.may_create(request),
            "rulesets": shelf.rulesets,
            "broken": shelf.broken,
            "sessions": await self._sessions(request),
        }
        return self.web.page("console.html", data)

    async def rulesets(self, request: Request) -> Response:
        """All that can be played."""
        return replied(await self._rulesets(request))

    async def sessions(self, request: Request) -> Response:
        """The sessions that the passes of this browser open."""
        return replied(Sessions(sessions=await self._sessions(request)))

    async def key(self, request: Request) -> Response:
        """Take the facilitator key; one that the terminal printed opens what was kept, too."""
        asked = await self.web.body(request, Key)
        once = self.web.desk.one_time_key
        key = await self.web.desk.keys.take(asked.key, self.web.asker(request), once=once)
        answer = self.web.handed(request, KeyTaken(), ("key", ""), key, bearer=asked.bearer)
        if once and not asked.bearer:
            held = opened(request.cookies, "facilitator")
            for session, secret in (await passes_of_all(self.web.desk.lobby, held)).items():
                self.web.keep(request, answer, ("facilitator", session), secret)
        return answer

    async def create(self, request: Request) -> Response:
        """Make a session."""
        asked = await self.web.body(request, NewSession)
        if not await self.web.may_create(request):
            raise no_key("Creating sessions")
        desk = self.web.desk
        if asked.rehearsal:
            session, secret = await desk.rehearsals.begin(asked)
        else:
            session, secret = await desk.lobby.create(asked)
            await desk.doors.renew_code(session)
        made = SessionMade(session=session.id, address=f"/console/{session.id}")
        return self.web.handed(
            request, made, ("facilitator", session.id), secret, bearer=asked.bearer
        )

    async def _rulesets(self, request: Request) -> Rulesets:
        shelf = self.web.desk.lobby.shelf
        broken = shelf.broken if await self.web.may_create(request) else ()
        begun = sorted(shelf.good.values(), key=lambda rules: rules.id != BEGIN_WITH)
        return Rulesets(
            rulesets=tuple(card_of(rules) for rules in begun),
            broken=tuple(BrokenRuleset(folder=one.folder, faults=one.faults) for one in broken),
        )

    async def _sessions(self, request: Request) -> tuple[SessionCard, ...]:
        lobby = self.web.desk.lobby
        program = bearer(request.headers.get("authorization"))
        secrets = [program] if program else opened(request.cookies, "facilitator").values()
        found: list[SessionCard] = []
        for secret in secrets:
            grant = await lobby.grant(secret)
            card = None if grant is None else await self._card(grant)
            found += [] if card is None else [card]
        return tuple(sorted(found, key=lambda one: one.created, reverse=True))

    async def _card(self, grant: Grant) -> SessionCard | None:
        if not self.web.desk.lobby.homes.here(grant.session_id):
            return await card_elsewhere(self.web.desk.lobby, grant)
        with suppress(Problem):
            return card_here(self.web.desk.facilitator(grant, grant.session_id).session)
        return None


def card_of(rules: Ruleset) -> RulesetCard:
    """A ruleset to choose."""
    numbers = rules.params
    lengths = {
        "briefing": numbers.briefing_s,
        "talk": numbers.talk_s,
        "plan": numbers.plan_s,
        "reveal": numbers.reveal_s,
        "vote": numbers.vote_s,
        "quarter": numbers.quarter_s,
    }
    return RulesetCard(
        id=rules.id,
        version=rules.version,
        digest=rules.digest,
        title=text_of(rules, "ruleset.name"),
        blurb=text_of(rules, "ruleset.summary"),
        players=tuple(sorted(int(size) for size in rules.seating)),
        minutes=planned_minutes(numbers),
        rounds=numbers.rounds,
        late_joiner=rules.late_joiner,
        modules=ModulesCard(
            governance=rules.modules.governance,
            architectures=rules.modules.architectures,
            inner_house=rules.modules.inner_house,
        ),
        context=rules.context,
        contexts=tuple(
            ContextCard(
                id=one,
                name=text_of(rules, f"terms.{one}.name"),
                text=text_of(rules, f"terms.{one}.text"),
            )
            for one in rules.offered
        ),
        lengths=lengths,
        seats={size: tuple(seats) for size, seats in rules.seating.items()},
        names={seat.id: text_of(rules, f"seats.{seat.id}.name") for seat in rules.seats},
    )
