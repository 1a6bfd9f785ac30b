"""What never changes of a ruleset version and everybody may read, by digest; no seat's brief."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from msgspec import json
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from game.ruleset import Ruleset
from server.pages.base import Web, get
from server.protocol.problems import not_found
from server.protocol.replies import Board, BoardCard, BoardDependency, BoardRuleset, BoardSeat
from server.rulesets import LANGUAGE


@dataclass(frozen=True, slots=True)
class BoardPage:
    """The board of a ruleset version, alike for everybody who plays by it."""

    web: Web

    def routes(self) -> Sequence[Route]:
        """The addresses of this page."""
        return [get("/board/{digest}", self.board)]

    async def board(self, request: Request) -> Response:
        """The board; asked again it is answered by its tag alone."""
        rules = await self.web.desk.lobby.rules_of(str(request.path_params["digest"]))
        if rules is None:
            raise not_found()
        body = json.encode(board_of(rules))
        tag = f'"{sha256(body).hexdigest()[:32]}"'
        headers = {"Cache-Control": "no-cache", "ETag": tag}
        if request.headers.get("if-none-match") == tag:
            return Response(status_code=304, headers=headers)
        return Response(body, media_type="application/json", headers=headers)


def board_of(rules: Ruleset) -> Board:
    """The parts of a ruleset that pages draw with."""
    return Board(
        ruleset=BoardRuleset(
            id=rules.id,
            version=rules.version,
            digest=rules.digest,
            sponsor=rules.sponsor,
            late_joiner=rules.late_joiner,
        ),
        seats=tuple(
            BoardSeat(id=seat.id, rationality=seat.rationality, colour=seat.colour, code=seat.code)
            for seat in rules.seats
        ),
        dependencies=tuple(
            BoardDependency(
                id=one.id, between=one.between, sensitivity=one.sensitivity, effort=one.effort
            )
            for one in rules.dependencies
        ),
        cards={
            str(card.id): BoardCard(
                kind=card.kind,
                options=tuple(one.id for one in card.choice.options) if card.choice else (),
            )
            for card in (*rules.events, *rules.year_one)
        },
        texts=rules.shared_texts(LANGUAGE),
    )
