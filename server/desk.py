"""What pages and sockets are given: the lobby with everything around it, and who a pass is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from game.views.view import FACILITATOR
from server.auth.passes import Holder, carried
from server.backup import Backups
from server.debriefs.leading import Leading
from server.debriefs.readers import Debrief
from server.debriefs.reports import Reports
from server.protocol.problems import no_pass, not_found, not_yours
from server.roles.evaluating import Evaluating, Judge
from server.roles.evaluator import EvaluatorRole, viewer_of
from server.roles.rights import FacilitatorRole, PersonRole, Role
from server.roles.screen import ScreenRole
from server.roles.shoulder import ShoulderRole
from server.sessions.doors import Doors
from server.sessions.grants import Grant
from server.sessions.keys import Keys
from server.sessions.lobby import Lobby
from server.sessions.rehearsal import Rehearsals
from server.sessions.rosters import Rosters
from server.sessions.seating import Seating
from server.settings.values import SecureCookies
from server.store.contract import Busy, StoreUnavailable
from server.store.schema import PassKind
from server.tables.clock import Time
from server.tables.mailbox import Crashed
from server.work.alternatives import Alternatives
from server.work.curves import Curves
from server.work.placings import Placings

UNREADY: Final = (StoreUnavailable, Busy, Crashed)
"""What passes by itself: not now, but soon."""


@dataclass(slots=True)
class Desk:
    """Everything of this server that a request may need."""

    lobby: Lobby
    seating: Seating
    doors: Doors
    keys: Keys
    debrief: Debrief
    leading: Leading
    reports: Reports
    evaluating: Evaluating
    rosters: Rosters
    backups: Backups
    rehearsals: Rehearsals
    curves: Curves
    placings: Placings
    alternatives: Alternatives
    time: Time
    addresses: tuple[str, ...]
    allowed_origins: tuple[str, ...]
    secure_cookies: SecureCookies
    retention_days: int
    one_time_key: bool
    """The facilitator key was made for one use."""
    draining: bool = False
    sockets: int = 0
    devices: dict[str, int] = field(default_factory=dict)
    """Open sockets by the address they come from."""

    async def grant(
        self, cookies: Mapping[str, str], authorization: str | None, *holders: tuple[Holder, str]
    ) -> Grant | None:
        """What the first good pass opens of those that a request may carry for these places.

        Raises:
            Elsewhere: it opens what lives in another worker.
        """
        for holder, of in holders:
            found = await self.lobby.grant(carried(cookies, authorization, holder, of))
            if found is not None:
                self.lobby.homes.check(found.session_id)
                return found
        return None

    def role(self, grant: Grant | None) -> Role:
        """Who the holder of a pass is.

        Raises:
            Problem: the pass is none, or what it opened is gone.
        """
        if grant is None:
            raise no_pass()
        match grant.kind:
            case PassKind.FACILITATOR:
                return self.facilitator(grant, grant.session_id)
            case PassKind.SCREEN:
                return self.screen(grant, grant.session_id, grant.table_id)
            case PassKind.EVALUATOR:
                return self.evaluator(grant, grant.session_id)
            case PassKind.PLAYER | PassKind.OBSERVER:
                return self.person(grant, grant.person_id or "")

    def person(self, grant: Grant | None, person_id: str) -> PersonRole:
        """This person, if the pass is theirs."""
        if grant is None:
            raise no_pass()
        if grant.kind not in {PassKind.PLAYER, PassKind.OBSERVER} or grant.person_id != person_id:
            raise not_yours()
        session = self.lobby.session(grant.session_id)
        return PersonRole(session, self.seating.person(session, person_id))

    def facilitator(self, grant: Grant | None, session_id: str) -> FacilitatorRole:
        """The facilitator of this session, if the pass says so."""
        if grant is None:
            raise no_pass()
        if grant.kind is not PassKind.FACILITATOR or grant.session_id != session_id:
            raise not_yours()
        session = self.lobby.session(session_id)
        if grant.person_id is None:
            return FacilitatorRole(session, self.seating, grant.who)
        person = self.seating.person(session, grant.person_id)
        return FacilitatorRole(session, self.seating, grant.who, person)

    def evaluator(self, grant: Grant | None, session_id: str) -> EvaluatorRole:
        """The evaluator of this session, if the pass says so."""
        if grant is None:
            raise no_pass()
        if grant.kind is not PassKind.EVALUATOR or grant.session_id != session_id:
            raise not_yours()
        session = self.lobby.session(session_id)
        return EvaluatorRole(session, self.seating.person(session, grant.person_id or ""))

    def judge(self, grant: Grant | None, session_id: str) -> Judge:
        """A facilitator or an evaluator of this session, if the pass says so."""
        if grant is not None and grant.kind is PassKind.EVALUATOR:
            role = self.evaluator(grant, session_id)
            return Judge(role.session, role.person.id, own=True, viewer=viewer_of(role.session))
        session = self.facilitator(grant, session_id).session
        person = None if grant is None else grant.person_id
        return Judge(session, person, own=False, viewer=FACILITATOR)

    async def shoulder(
        self, grant: Grant | None, session_id: str, table: str, look: str
    ) -> ShoulderRole:
        """A seat's own view, for the facilitator who has said why."""
        session = self.facilitator(grant, session_id).session
        place = session.places.get(table)
        if place is None:
            raise not_found()
        await self.lobby.table(table)
        return ShoulderRole(session, place.live, look)

    def screen(self, grant: Grant | None, session_id: str, table: str | None) -> ScreenRole:
        """A room display of this session; a facilitator may look at one too."""
        if grant is None:
            raise no_pass()
        kinds = {PassKind.SCREEN, PassKind.FACILITATOR}
        if grant.kind not in kinds or grant.session_id != session_id:
            raise not_yours()
        session = self.lobby.session(session_id)
        chosen = grant.table_id or table
        if chosen is None:
            return ScreenRole(session, tuple(session.tables))
        place = session.places.get(chosen)
        if place is None:
            raise not_found()
        return ScreenRole(session, (place.live,))
