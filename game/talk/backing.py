"""Backing an architecture or a governance (RULES section 6)."""

from collections.abc import Iterator
from typing import Self

from game.draft import Draft
from game.events.dependencies import Reopened
from game.events.seats import ArchitectureBacked, GovernanceBacked
from game.events.tracks import ArchitectureAdopted
from game.forms import SeatCommand
from game.model.table import Table
from game.moves import weigh
from game.ruleset import Ruleset
from game.vocabulary import Architecture, Governance, Phase, Reason, Refused, SeatId, State


class BackArchitecture(SeatCommand, frozen=True):
    """Back an architecture, `central` together with its host; left out: back none any more."""

    phases = frozenset({Phase.TALK})
    architecture: Architecture | None = None
    host: SeatId | None = None

    @classmethod
    def closed(cls, table: Table, by: SeatId, rules: Ruleset) -> Iterator[Self]:
        """None, the two without host, then `central` with each host."""
        if not table.modules.architectures:
            return
        yield cls()
        yield cls(Architecture.EXCHANGE)
        yield cls(Architecture.CLEARING_HOUSE)
        for seat in table.seats:
            yield cls(Architecture.CENTRAL, seat.id)

    def check(self, table: Table, by: SeatId, rules: Ruleset) -> None:
        """The module is on; `central` names a host, the others none; something new."""
        if not table.modules.architectures:
            raise Refused(Reason.MODULE_OFF)
        if (self.architecture is Architecture.CENTRAL) != (self.host is not None):
            raise Refused(Reason.OUT_OF_RANGE, "central names a host, the others none")
        held = table.seat(by)
        if (held.architecture, held.host) == (self.architecture, self.host):
            raise Refused(Reason.ALREADY)

    def happen(self, draft: Draft, by: SeatId, rules: Ruleset) -> None:
        """Back it; with two thirds behind it, it is adopted."""
        draft.emit(ArchitectureBacked(by, self.architecture, self.host))
        if self.architecture is not None and carried(draft.table, self.architecture, self.host):
            adopt(draft, self.architecture, self.host)


def carried(table: Table, architecture: Architecture, host: SeatId | None) -> bool:
    """Two thirds (rounded up, host included) back it, and it is not in force already."""
    if (table.architecture, table.host) == (architecture, host):
        return False
    backers = [
        seat.id for seat in table.seats if (seat.architecture, seat.host) == (architecture, host)
    ]
    enough = 3 * len(backers) >= 2 * len(table.seats)
    return enough and (host is None or host in backers)


def adopt(draft: Draft, architecture: Architecture, host: SeatId | None) -> None:
    """It is in force: everything joined opens again with no progress, weights are counted anew."""
    for one in draft.table.dependencies:
        if one.state is not State.OPEN:
            draft.emit(Reopened(one.id))
    draft.emit(ArchitectureAdopted(architecture, host))
    for one in draft.table.dependencies:
        weigh(draft, one)


class BackGovernance(SeatCommand, frozen=True):
    """Back a governance while none is in force; left out: back none any more."""

    phases = frozenset({Phase.TALK})
    governance: Governance | None = None

    @classmethod
    def closed(cls, table: Table, by: SeatId, rules: Ruleset) -> Iterator[Self]:
        """None, then the three."""
        if table.governance is None:
            yield cls()
            for governance in Governance:
                yield cls(governance)

    def check(self, table: Table, by: SeatId, rules: Ruleset) -> None:
        """None is in force yet; something new."""
        if table.governance is not None:
            raise Refused(Reason.ALREADY)
        if table.seat(by).governance == self.governance:
            raise Refused(Reason.ALREADY)

    def happen(self, draft: Draft, by: SeatId, rules: Ruleset) -> None:
        """Back it; it is settled when Talk ends."""
        draft.emit(GovernanceBacked(by, self.governance))
