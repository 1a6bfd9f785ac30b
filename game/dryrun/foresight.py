"""What will happen by itself as a table stands: deadlines, clocks, defaults, lines of the script,
what the next reveal brings. Two tables compared say what a command sets going, and what it stops.

Nothing here is drawn or decided: whoever acts before then can still change all of it.
"""

from collections.abc import Iterator
from typing import Final, Literal

from msgspec import Struct

from game.acts import named
from game.course.gates import clock_ends
from game.course.going_live import fit
from game.course.launch import is_last_round
from game.cues import all_hold
from game.model.table import Table
from game.ruleset import Ruleset
from game.script import decoded, is_moment
from game.vocabulary import Phase

What = Literal[
    "deadline", "choice", "freeze", "audit", "income", "no_vote", "goes_live", "fewer_actions",
    "line", "line_by_clock", "clock",
]  # fmt: skip
NOT_IN_PLAY: Final = frozenset({Phase.LOBBY, Phase.YEAR_ONE, Phase.ENDED})


class Later(Struct, frozen=True, omit_defaults=False, gc=False):
    """One thing that will happen by itself, as things stand."""

    what: What
    of: str = ""
    """A dependency, a seat, the option that counts, the number of a line."""
    round: int | None = None
    """The round in which it happens; None: in this one, or as long as it stays so."""
    amount: int | None = None
    """A sensitivity, a budget, seconds on the clock."""


def foreseen(
    before: Table, after: Table, rules: Ruleset
) -> tuple[tuple[Later, ...], tuple[Later, ...]]:
    """What happens later at the one and not at the other: first what is set going, then what is
    stopped.
    """
    was, will = tuple(coming(before, rules)), tuple(coming(after, rules))
    return (
        tuple(one for one in will if one not in was),
        tuple(one for one in was if one not in will),
    )


def coming(table: Table, rules: Ruleset) -> Iterator[Later]:
    """All that will happen by itself, in a fixed order."""
    if table.phase in NOT_IN_PLAY:
        return
    yield from of_the_round(table, rules)
    yield from of_the_next(table)
    yield from of_the_script(table)


def of_the_round(table: Table, rules: Ruleset) -> Iterator[Later]:
    """What ends with this round, or with a phase of it."""
    if clock_ends(table):
        yield Later("clock", amount=table.length_s)
    standing = table.standing
    if standing is not None and standing.choosing:
        card = rules.card(standing.card, standing.written)
        yield Later("choice", of=named(card.choice).default)
    if table.freeze is not None:
        yield Later("freeze", amount=table.freeze)
    if table.audit:
        yield Later("audit")
    if table.support < table.params.vote_support:
        yield Later("no_vote", amount=table.params.vote_support)
    yield from (Later("goes_live", of=one.id) for one in table.dependencies if fit(one))


def of_the_next(table: Table) -> Iterator[Later]:
    """What the coming rounds bring, where there are any."""
    if is_last_round(table):
        return
    params, following = table.params, table.round + 1
    income = (table.support >= params.income_support) + (
        table.support >= params.income_more_support
    )
    yield Later("income", round=following, amount=income)
    for number in table.deadlines:
        yield Later("deadline", round=max(number, following))
    if table.modules.inner_house:
        yield from (
            Later("fewer_actions", of=seat.id, round=following)
            for seat in table.seats
            if seat.backing == 0
        )


def of_the_script(table: Table) -> Iterator[Later]:
    """The lines whose moment it is; the autopilot lays those that are marked for it."""
    for line in table.script:
        spec = decoded(line.body)
        waits = not (line.fired or line.skipped or line.held)
        if waits and spec.when and is_moment(spec, table) and all_hold(spec.when, table):
            by_clock = table.autopilot and spec.auto
            yield Later("line_by_clock" if by_clock else "line", of=str(line.number))
