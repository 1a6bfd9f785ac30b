"""The print pack: role cards, dependency cards, event decks and rules on paper, for one table."""

from collections.abc import Sequence
from dataclasses import dataclass

from msgspec import Raw, json
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from game.actions import BY_KIND
from game.effects import AnyEffect
from game.model.table import Table
from game.ruleset import Card, Ruleset
from server.debriefs.readers import Reader
from server.pages.base import Web, get, replied
from server.protocol.packs import Pack, PackCard, PackDependency, PackOption, PackSeat
from server.protocol.problems import not_found
from server.rulesets import LANGUAGE


@dataclass(frozen=True, slots=True)
class PrintPage:
    """The print pack of a table, and what its page asks."""

    web: Web

    def routes(self) -> Sequence[Route]:
        """The addresses of this page."""
        return [
            get("/console/{session}/print/{table}", self.page),
            get("/api/tables/{table}/pack", self.pack),
        ]

    async def page(self, request: Request) -> Response:
        """The page."""
        reader = await self.web.staff(request)
        session = reader.session
        if session.id != str(request.path_params["session"]):
            raise not_found()
        data = {
            "page": "print",
            "session": {"id": session.id, "title": session.row.title},
            "table": {"id": reader.table.id, "name": session.places[reader.table.id].row.name},
            "tables": [{"id": one.row.id, "name": one.row.name} for one in session.places.values()],
            "board": f"/board/{session.rules.digest}",
            "pack": f"/api/tables/{reader.table.id}/pack",
        }
        return self.web.page("print.html", data)

    async def pack(self, request: Request) -> Response:
        """What is to be printed, as the table was laid."""
        reader: Reader = await self.web.staff(request)
        table = await reader.laid()
        return replied(pack_of(table, reader.session.rules))


def pack_of(table: Table, rules: Ruleset) -> Pack:
    """The pack of a table as it was laid."""
    params = table.params
    return Pack(
        seats=tuple(
            PackSeat(
                id=seat.id,
                brief=rules.brief(LANGUAGE, seat.id),
                concern=seat.concern,
                budget=seat.budget,
                autonomy=seat.autonomy,
                hand=seat.hand,
                knows=tuple(seat.known),
            )
            for seat in table.seats
        ),
        dependencies=tuple(
            PackDependency(id=one.id, sensitivity=one.sensitivity, effort=one.effort, real=one.real)
            for one in table.dependencies
        ),
        events=tuple(card_of(rules.card(one)) for one in table.event_deck),
        year_one=tuple(card_of(rules.card(one)) for one in table.year_one_deck),
        agenda=tuple(str(one.id) for one in table.agenda_deck),
        trust=tuple(
            (a.id, b.id, table.trust(a.id, b.id))
            for a in table.seats
            for b in table.seats
            if a.id != b.id and table.trust(a.id, b.id)
        ),
        rounds=params.rounds,
        need=table.need,
        support=table.support,
        legal_pressure=table.legal_pressure,
        agenda_now=table.agenda.value,
        frame_now=table.frame.value,
        lengths={
            "briefing": params.briefing_s,
            "talk": params.talk_s,
            "plan": params.plan_s,
            "reveal": params.reveal_s,
            "vote": params.vote_s,
        },
        actions=tuple(BY_KIND),
    )


def card_of(card: Card) -> PackCard:
    """An event card."""
    choice = card.choice
    return PackCard(
        id=card.id,
        kind=card.kind.value,
        effects=raw(card.effects),
        choice_by=None if choice is None else choice.by,
        options=()
        if choice is None
        else tuple(PackOption(id=one.id, effects=raw(one.effects)) for one in choice.options),
    )


def raw(effects: Sequence[AnyEffect]) -> tuple[Raw, ...]:
    """Effects as the ruleset has them."""
    return tuple(Raw(json.encode(one)) for one in effects)
