"""Given a table, when somebody asks for something, then these events or this refusal.

The table is `tiny` laid bare: round 1, no trust, nothing known, everything real, no governance to
be settled, so that each test says itself what matters to it. Everything is a value: `given` never
changes what it was given.
"""

from collections.abc import Iterable
from functools import cache
from typing import Final

from msgspec.structs import replace

from game.acts import Act
from game.chance import owed
from game.commands import AnyCommand
from game.controls.course import EndGame, NextPhase
from game.decide import judge, legal_for
from game.events import AnyEvent
from game.evolve.parts import with_dependency, with_seat
from game.evolve.step import evolve
from game.forms import SeatCommand
from game.model.cards import AgendaCard
from game.model.deals import Promise
from game.model.dependencies import Dependency, Side
from game.model.params import Modules
from game.model.seats import Seat
from game.model.table import Table
from game.opening import BLANK, Setup, open_command
from game.ruleset import Ruleset
from game.vocabulary import (
    CHANCE,
    FACILITATOR,
    Actor,
    CardId,
    ConcernId,
    DependencyId,
    Governance,
    Phase,
    PromiseId,
    Rationality,
    Reason,
    Refused,
    SeatId,
    State,
)
from tests.rulesets import TINY, load

COUNCIL: Final = SeatId("council")  # political, the sponsor
LIBRARY: Final = SeatId("library")  # legal
ARCHIVE: Final = SeatId("archive")  # technical

NAMES: Final = DependencyId("council_library_names")  # s 1, e 1
FEES: Final = DependencyId("council_library_fees")  # s 2, e 1
FINES: Final = DependencyId("council_library_fines")  # s 3, e 2
TITLES: Final = DependencyId("library_archive_titles")  # s 1, e 1
LOANS: Final = DependencyId("library_archive_loans")  # s 2, e 2
MAPS: Final = DependencyId("archive_council_maps")  # s 2, e 1
MINUTES: Final = DependencyId("archive_council_minutes")  # s 3, e 1


@cache
def tiny() -> Ruleset:
    """The ruleset of most tests."""
    return load(TINY)


@cache
def laid(phase: Phase = Phase.TALK) -> Table:
    """The bare table in this phase of round 1."""
    table = judge(BLANK, open_command(tiny(), Setup("seed", bots="random")), CHANCE, tiny()).table
    nobody = tuple((0,) * len(table.seats) for _ in table.seats)
    return replace(
        table,
        phase=phase,
        round=1,
        length_s=60,
        need=2,
        placed=nobody,
        support=5,
        legal_pressure=0,
        agenda=Rationality.LEGAL,
        frame=Rationality.POLITICAL,
        modules=Modules(Governance.HYBRID, architectures=True, inner_house=False, scan=True),
        governance=Governance.HYBRID,
        directives=3,
        agenda_deck=(
            AgendaCard(CardId("cuts"), Rationality.ECONOMIC),
            AgendaCard(CardId("gadget"), Rationality.TECHNICAL),
        ),
        seats=tuple(
            replace(one, known=(), budget=2, backing=3, concern=ConcernId("clean_hands"))
            for one in table.seats
        ),
        dependencies=tuple(replace(one, real=True) for one in table.dependencies),
    )


def housed() -> Table:
    """The table with the module *inner house*."""
    return replace(laid(), modules=replace(laid().modules, inner_house=True))


def seat(table: Table, which: SeatId, **changes: object) -> Table:
    """The table with a seat changed."""
    return with_seat(table, which, lambda one: replace(one, **changes))


def seats(table: Table, **changes: object) -> Table:
    """The table with every seat changed alike."""
    return replace(table, seats=tuple(replace(one, **changes) for one in table.seats))


def dependency(table: Table, which: DependencyId, **changes: object) -> Table:
    """The table with a dependency changed."""
    return with_dependency(table, which, lambda one: replace(one, **changes))


def side(table: Table, which: DependencyId, of: SeatId, **changes: object) -> Table:
    """The table with one side of a dependency changed."""

    def change(one: Dependency) -> Dependency:
        first, second = (replace(s, **changes) if s.seat == of else s for s in one.sides)
        return replace(one, sides=(first, second))

    return with_dependency(table, which, change)


def trusting(
    table: Table, truster: SeatId, trusted: SeatId, placed: int, *, earned: int = 0
) -> Table:
    """The table where so many tokens of one seat lie with another."""
    row, column = table.index(truster), table.index(trusted)

    def put(matrix: tuple[tuple[int, ...], ...], to: int) -> tuple[tuple[int, ...], ...]:
        rows = [list(one) for one in matrix]
        rows[row][column] = to
        return tuple(tuple(one) for one in rows)

    return replace(table, placed=put(table.placed, placed), earned=put(table.earned, earned))


def knowing(table: Table, *facts: DependencyId, by: Iterable[SeatId] = ()) -> Table:
    """The table where these seats (none named: all) know the truth of these dependencies."""
    who = tuple(by) or tuple(one.id for one in table.seats)
    return replace(
        table,
        seats=tuple(replace(one, known=facts) if one.id in who else one for one in table.seats),
    )


def common(table: Table, *facts: DependencyId) -> Table:
    """The table where all know these from the common map."""
    for one in facts:
        table = dependency(table, one, common=True)
    return knowing(table, *facts)


def joined(table: Table, which: DependencyId, state: State = State.SIGNED, **more: object) -> Table:
    """The table where a dependency is signed, live or suspended, in round 1, both answered."""
    one = table.dependency(which)
    first, second = (replace(s, answered=True) for s in one.sides)
    progress = 0 if state is State.SIGNED else one.effort
    found = {"signed_round": 1, "progress": progress, "sides": (first, second), **more}
    return common(dependency(table, which, state=state, **found), which)


def answered(table: Table, *which: DependencyId) -> Table:
    """The table where both objections to these are answered."""
    for one in which:
        for held in table.dependency(one).sides:
            table = side(table, one, held.seat, answered=True)
    return table


def sides_of(table: Table, which: DependencyId) -> dict[SeatId, Side]:
    """Both sides of a dependency, by seat."""
    return {one.seat: one for one in table.dependency(which).sides}


def promised(table: Table, by: SeatId, to: SeatId, act: Act, **changes: object) -> Table:
    """The table where a seat owes another an open promise that is due in this round."""
    found = Promise(
        PromiseId(f"p{len(table.promises)}"), by, to, act, table.round, confidential=False
    )
    return replace(table, promises=(*table.promises, replace(found, **changes)))


def planning(table: Table, **plans: list[Act]) -> Table:
    """The table in Plan, where these seats have sent these plans."""
    table = replace(table, phase=Phase.PLAN)
    for name, acts in plans.items():
        table = seat(table, SeatId(name), plan=tuple(acts))
    return table


def revealed(table: Table, **plans: list[Act]) -> Table:
    """The table after the reveal of these plans."""
    return given(planning(table, **plans)).when(FACILITATOR, NextPhase()).table


def ended(table: Table) -> Table:
    """The table when the facilitator has ended the game."""
    return given(table).when(FACILITATOR, EndGame("over")).table


def outcome_of(table: Table, which: SeatId, kind: str) -> tuple[bool, Reason | None]:
    """Whether the seat's (first) action of this kind worked at the last reveal, or why not."""
    found = next(one for one in table.resolved if one.seat == which and one.act.kind == kind)
    return found.worked, found.reason


def seat_of(table: Table, which: str) -> Seat:
    """A seat by its name."""
    return table.seat(SeatId(which))


class When:
    """What came of a command."""

    def __init__(self, before: Table, by: str, command: AnyCommand, rules: Ruleset) -> None:
        self.rules = rules
        self.refusal: Refused | None = None
        self.events: tuple[AnyEvent, ...] = ()
        self.found = before
        try:
            draft = judge(before, command, Actor(by), rules)
        except Refused as refused:
            self.refusal = refused
        else:
            self.events, self.found = tuple(draft.events), draft.table

    @property
    def table(self) -> Table:
        """The table after it; it must have been accepted."""
        assert self.refusal is None, self.refusal
        return self.found

    def then(self, *events: AnyEvent) -> "Given":
        """It was accepted, and just these events followed."""
        assert self.refusal is None, self.refusal
        assert self.events == events
        return Given(self.table, self.rules)

    def then_also(self, *events: AnyEvent) -> "Given":
        """It was accepted, and these events followed, in this order, among others."""
        assert self.refusal is None, self.refusal
        rest = iter(self.events)
        missing = [one for one in events if one not in rest]
        assert not missing, f"{missing} not in {self.events}"
        return Given(self.table, self.rules)

    def without(self, kind: type[AnyEvent]) -> "Given":
        """It was accepted, and no event of this kind followed."""
        assert not [one for one in self.events if isinstance(one, kind)]
        return Given(self.table, self.rules)

    def refused(self, *reasons: Reason) -> None:
        """It was refused for one of these reasons."""
        assert self.refusal is not None, self.events
        assert self.refusal.reason in reasons


class Given:
    """A table to start from."""

    def __init__(self, table: Table, rules: Ruleset) -> None:
        self.table = table
        self.rules = rules

    def when(self, by: str, command: AnyCommand) -> When:
        """Somebody asks for something."""
        return When(self.table, by, command, self.rules)

    def chance(self) -> "Given":
        """Chance does all that it owes."""
        table = self.table
        while (command := owed(table, self.rules)) is not None:
            table = judge(table, command, CHANCE, self.rules).table
        return Given(table, self.rules)

    def next(self) -> "Given":
        """The facilitator ends the phase, and chance does what it then owes."""
        return Given(self.when(FACILITATOR, NextPhase()).table, self.rules).chance()

    def until(self, phase: Phase) -> "Given":
        """The facilitator goes on to the next beginning of this phase."""
        now = self.next()
        while now.table.phase is not phase:
            assert now.table.phase is not Phase.ENDED
            now = now.next()
        return now

    def offers(self, by: SeatId) -> list[SeatCommand]:
        """The closed commands that this seat may give."""
        return list(legal_for(self.table, by, self.rules))


def given(*history: Table | AnyEvent, rules: Ruleset | None = None) -> Given:
    """From a table (without one: the bare one in Talk), and what has happened since."""
    table = laid()
    for one in history:
        table = one if isinstance(one, Table) else evolve(table, one)
    return Given(table, tiny() if rules is None else rules)
