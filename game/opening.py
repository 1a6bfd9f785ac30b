"""Laying a table: what a ruleset, the facilitator's set-up and a seed make of it.

All draws of the set-up are made here, keyed by the seed; the command `open` carries the result.
"""

from math import floor
from typing import Final, TypeAlias

from msgspec.structs import replace

from game.acts import Value
from game.controls.chance import Open
from game.course.governance import first_directives
from game.model.cards import AgendaCard
from game.model.dependencies import Dependency, Side
from game.model.params import Modules, Params
from game.model.seats import Seat, StandIn
from game.model.table import Matrix, Table
from game.moves import weights
from game.rng import Dice
from game.ruleset import DependencySpec, Ruleset, SeatSpec
from game.script import LineSpec, laid_line
from game.vocabulary import (
    ConcernId,
    Context,
    DependencyId,
    Governance,
    Holder,
    Rationality,
    Reason,
    Refused,
    SeatId,
)

Chosen: TypeAlias = tuple[Params, Modules, Context]
"""The numbers, modules and context that count at a table."""


class Setup(Value, frozen=True):
    """What the facilitator chooses before a game. None: as the ruleset has it."""

    seed: str
    players: int | None = None
    """How many seats, by the ruleset's seating; None: five, or the nearest there is."""
    governance: Governance | None = None
    open_governance: bool = False
    """The seats back a governance in round 1 themselves."""
    architectures: bool | None = None
    inner_house: bool | None = None
    scan: bool | None = None
    context: Context | None = None
    """One that the ruleset offers."""
    first_game: bool = False
    params: Params | None = None
    """Numbers instead of the ruleset's, such as the length of phases or the rounds."""
    stand_in: StandIn | None = None
    """The bot that sits in for who is away; None: none does."""
    bots: str | None = None
    """Every seat begins with a bot of this preset, as simulations do."""


BLANK: Final = Table(
    version=0,
    ruleset="",
    digest="",
    seed="",
    params=Params(),
    modules=Modules(),
    context=Context.PLAIN,
    first_game=False,
    sponsor=SeatId(""),
    need=0,
    seats=(),
    dependencies=(),
    placed=(),
    earned=(),
    support=0,
    legal_pressure=0,
    agenda=Rationality.POLITICAL,
    frame=Rationality.POLITICAL,
    agenda_deck=(),
    event_deck=(),
    year_one_deck=(),
    directives=0,
    governance=None,
)
"""No table yet: where every log begins."""


def open_command(rules: Ruleset, setup: Setup) -> Open:
    """The command by which chance lays the table.

    Refused: the ruleset has no seating for so many players, or does not offer this context.
    """
    seats = seating(rules, setup.players)
    chosen = in_force(rules, setup, len(seats))
    table = laid(rules, setup.seed, seats, chosen, first_game=setup.first_game)
    table = replace(table, stand_in=setup.stand_in)
    if setup.bots is not None:
        held = tuple(replace(one, holder=Holder.BOT, bot=setup.bots) for one in table.seats)
        table = replace(table, seats=held)
    return Open(table)


def seating(rules: Ruleset, players: int | None) -> tuple[SeatId, ...]:
    """Who is seated."""
    sizes = sorted(int(size) for size in rules.seating)
    size = min(sizes, key=lambda one: abs(one - 5)) if players is None else players
    if size not in sizes:
        raise Refused(Reason.OUT_OF_RANGE, f"{size} players; there are {sizes}")
    return rules.seating[str(size)]


def context_of(rules: Ruleset, context: Context | None) -> Context:
    """The context that was chosen, or the ruleset's own."""
    if context is None:
        return rules.context
    if context not in rules.offered:
        offered = ", ".join(rules.offered)
        raise Refused(Reason.OUT_OF_RANGE, f"context {context}; {rules.id} offers {offered}")
    return context


def in_force(rules: Ruleset, setup: Setup, players: int) -> Chosen:
    """What counts at this table; a first game leaves modules out (section 6).

    Refused: the ruleset does not offer this context.
    """
    params = setup.params or rules.params_for(players)
    own = rules.modules
    modules = Modules(
        governance=None if setup.open_governance else setup.governance or own.governance,
        architectures=own.architectures if setup.architectures is None else setup.architectures,
        inner_house=own.inner_house if setup.inner_house is None else setup.inner_house,
        scan=own.scan if setup.scan is None else setup.scan,
    )
    if setup.first_game:
        modules = replace(modules, architectures=False, inner_house=False, scan=False)
        params = replace(params, support=params.first_game_support)
    return params, modules, context_of(rules, setup.context)


def again(table: Table, rules: Ruleset) -> Open:
    """The fresh deal after practice: other truths and decks, the same seats and concerns."""
    seats = tuple(seat.id for seat in table.seats)
    chosen = (table.params, table.modules, table.context)
    fresh = laid(rules, table.seed, seats, chosen, first_game=True, practised=True)
    return Open(fresh)


def laid(
    rules: Ruleset,
    seed: str,
    seats: tuple[SeatId, ...],
    chosen: Chosen,
    *,
    first_game: bool,
    practised: bool = False,
) -> Table:
    """The table as everything begins, drawn by the seed."""
    params, modules, context = chosen
    practice = first_game and not practised
    deal = "practice" if practice else "deal"
    dependencies = dependencies_of(rules, seed, seats, (params, deal))
    agenda = agenda_of(rules, seed, deal)
    known = facts_of(seed, seats, dependencies, (params.facts, deal))
    concerns = Dice(seed, 0, "concerns").shuffled([one.id for one in rules.concerns])
    table = replace(
        BLANK,
        ruleset=rules.id,
        digest=rules.digest,
        seed=seed,
        params=params,
        modules=modules,
        context=context,
        first_game=first_game,
        practice=practice,
        practised=practised,
        sponsor=rules.sponsor,
        need=max(1, sum(one.real for one in dependencies) - params.need_offset),
        seats=tuple(
            seat_of(rules.seat(seat), params, concern, known[seat])
            for seat, concern in zip(seats, concerns, strict=False)
        ),
        dependencies=dependencies,
        placed=history(rules, seats),
        earned=tuple((0,) * len(seats) for _ in seats),
        support=params.support,
        legal_pressure=params.legal_pressure,
        agenda=agenda[0].rationality,
        agenda_card=agenda[0].id,
        frame=Dice(seed, 0, "frame").pick(tuple(Rationality)),
        agenda_deck=agenda[1:],
        event_deck=Dice(seed, 0, f"{deal} events").shuffled([one.id for one in rules.events]),
        year_one_deck=Dice(seed, 0, "year one").shuffled([one.id for one in rules.year_one]),
        architecture=params.architecture,
        governance=modules.governance,
        script=tuple(laid_line(one) for one in sorted(rules.script, key=number_of)),
        directives=first_directives(params, modules.governance),
    )
    weighed = tuple(weighed_in(table, one) for one in table.dependencies)
    return replace(table, dependencies=weighed)


def number_of(line: LineSpec) -> int:
    """Where a line stands in the script."""
    return line.number


def agenda_of(rules: Ruleset, seed: str, deal: str) -> tuple[AgendaCard, ...]:
    """The agenda deck in order; its first card is the agenda at the start."""
    return Dice(seed, 0, f"{deal} agenda").shuffled(rules.agenda)


def dependencies_of(
    rules: Ruleset, seed: str, seats: tuple[SeatId, ...], draw: tuple[Params, str]
) -> tuple[Dependency, ...]:
    """Those whose two agencies are seated; a share of them, rounded half up, is real."""
    params, deal = draw
    seated = [one for one in rules.dependencies if set(one.between) <= set(seats)]
    count = floor(params.real_share * len(seated) + 0.5)
    real = set(Dice(seed, 0, f"{deal} truth").shuffled([one.id for one in seated])[:count])
    return tuple(dependency_of(one, real=one.id in real) for one in seated)


def dependency_of(spec: DependencySpec, *, real: bool) -> Dependency:
    """A dependency as it begins."""
    return Dependency(
        id=spec.id,
        sides=(Side(spec.between[0]), Side(spec.between[1])),
        base_sensitivity=spec.sensitivity,
        base_effort=spec.effort,
        sensitivity=spec.sensitivity,
        effort=spec.effort,
        real=real,
    )


def weighed_in(table: Table, one: Dependency) -> Dependency:
    """A dependency with the numbers that count in this context."""
    sensitivity, effort = weights(table, one.base_sensitivity, one.base_effort)
    return replace(one, sensitivity=sensitivity, effort=effort)


def facts_of(
    seed: str,
    seats: tuple[SeatId, ...],
    dependencies: tuple[Dependency, ...],
    draw: tuple[int, str],
) -> dict[SeatId, tuple[DependencyId, ...]]:
    """What each seat knows at the start, among its own dependencies."""
    count, deal = draw
    own = {
        seat: [one.id for one in dependencies if seat in {side.seat for side in one.sides}]
        for seat in seats
    }
    return {
        seat: Dice(seed, 0, f"{deal} facts {seat}").shuffled(found)[:count]
        for seat, found in own.items()
    }


def seat_of(
    spec: SeatSpec, params: Params, concern: ConcernId, known: tuple[DependencyId, ...]
) -> Seat:
    """A seat as it begins."""
    return Seat(
        id=spec.id,
        rationality=spec.rationality,
        concern=concern,
        capacity=params.capacity,
        budget=params.budget if spec.budget is None else spec.budget,
        hand=params.hand if spec.hand is None else spec.hand,
        autonomy=spec.autonomy,
        routines=spec.routines,
        portals=spec.portals,
        backing=spec.backing,
        known=known,
    )


def history(rules: Ruleset, seats: tuple[SeatId, ...]) -> Matrix:
    """The tokens that lie at the start."""
    tokens = {(one.by, one.other): one.tokens for one in rules.trust}
    return tuple(tuple(tokens.get((row, column), 0) for column in seats) for row in seats)
