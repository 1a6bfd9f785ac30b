"""Counting what can happen: plays, tables, views and refusals, as perft does in chess.

Chance and the facilitator branch like the seats. Meant for `tests/perft/count`, which is small
enough to be walked; a change of any count is a change of the rules, or of what somebody can see.
"""

from collections.abc import Iterator
from itertools import chain
from typing import Final

from msgspec import Struct, json
from msgspec.structs import replace

from game.acts import Act, Terms
from game.chance import owed
from game.commands import AnyCommand
from game.controls.course import NextPhase, Start
from game.decide import judge, legal
from game.forms import Command
from game.menu import acts
from game.model.table import Table
from game.opening import BLANK, Setup, open_command
from game.ruleset import Ruleset
from game.talk.backing import BackArchitecture, BackGovernance
from game.talk.deals import Accept, Decline, Offer, Withdraw
from game.talk.facts import ShowFact
from game.talk.pace import AskHelp, Done, Ready
from game.talk.plan import Plan
from game.talk.pulses import AnswerPulse, answers
from game.talk.tokens import PlaceToken, TakeBack
from game.talk.votes import CallVote, CastVote, Choose
from game.views.view import OBSERVER, seat_viewer, view
from game.vocabulary import (
    CHANCE,
    FACILITATOR,
    HUB,
    Actor,
    Architecture,
    DealId,
    DependencyId,
    Governance,
    OptionId,
    Phase,
    Refused,
    SeatId,
)

SEED: Final = "perft"
ONE_DEAL: Final = Terms(pay=1)
"""The one form of deal that is counted: an open offer of one budget."""

Move = tuple[Actor, AnyCommand]


class Counts(Struct, frozen=True):
    """What was counted; the number at place n stands for depth n."""

    plays: tuple[int, ...]
    tables: tuple[int, ...]
    """Distinct ones."""
    views: dict[str, tuple[int, ...]]
    """Distinct ones, by viewer."""
    refusals: dict[str, int]
    """By reason, over every table but those of the last depth and every command of the grid."""


def start(rules: Ruleset) -> Table:
    """The table in the first Briefing, a bot on every seat."""
    opened = judge(BLANK, open_command(rules, Setup(SEED, bots="random")), CHANCE, rules).table
    return judge(opened, Start(), FACILITATOR, rules).table


def reached(rules: Ruleset, phase: Phase) -> Table:
    """The table when the facilitator has gone straight on to this phase of the first round."""
    table = start(rules)
    while table.phase is not phase or table.due is not None:
        drawn = owed(table, rules)
        by, command = (FACILITATOR, NextPhase()) if drawn is None else (CHANCE, drawn)
        table = judge(table, command, by, rules).table
    return table


def moves(table: Table, rules: Ruleset) -> Iterator[Move]:
    """What is counted as possible here: all closed commands but a raised hand, plans of one
    action or none, one form of deal, and the facilitator who goes on.
    """
    for by, command in chain(legal(table, rules), opened(table)):
        if not isinstance(command, AskHelp) and accepted(table, by, command, rules):
            yield by, command


def opened(table: Table) -> Iterator[Move]:
    """The open commands that are counted, and the facilitator's."""
    for seat in table.seats:
        by = Actor(seat.id)
        if table.phase is Phase.TALK:
            yield from ((by, Offer(to.id, ONE_DEAL)) for to in table.seats)
        if table.phase is Phase.PLAN:
            yield by, Plan(())
            yield from ((by, Plan((one.act,))) for one in acts(table, seat.id))
    if table.phase in {Phase.BRIEFING, Phase.REVEAL, Phase.VOTE, Phase.YEAR_ONE}:
        yield FACILITATOR, NextPhase()


def accepted(table: Table, by: Actor, command: Command, rules: Ruleset) -> bool:
    """Whether the rules allow it here."""
    try:
        judge(table, command, by, rules)
    except Refused:
        return False
    return True


def grid(table: Table) -> list[AnyCommand]:
    """Every closed command with the fields that there are here, and with some that there are not,
    and a few open ones.
    """
    seats = [*(one.id for one in table.seats), SeatId("nobody")]
    dependencies = [*(one.id for one in table.dependencies), HUB, DependencyId("nothing")]
    deals = [*(one.id for one in table.deals), DealId("none")]
    options = [OptionId(one) for one in ("share", "build", "wait", "inform", "none")]
    both = (True, False)
    return [
        *(kind(one) for kind in (PlaceToken, TakeBack) for one in seats),
        *(ShowFact(one, to) for one in dependencies for to in (None, *seats)),
        *(kind(one) for kind in (Accept, Decline, Withdraw) for one in deals),
        *(BackArchitecture(one, to) for one in (None, *Architecture) for to in (None, *seats)),
        *(BackGovernance(one) for one in (None, *Governance)),
        *(Choose(one) for one in options),
        *(CallVote(one) for one in both),
        *(Done(one) for one in both),
        *(Ready(one) for one in both),
        *(CastVote(one) for one in both),
        *(AskHelp(one) for one in both),
        *(AnswerPulse(one.id, told) for one in table.pulses for told in answers(table, one)),
        *(AnswerPulse(one.id, "9") for one in table.pulses),
    ]


def forms(table: Table) -> list[AnyCommand]:
    """Some open commands, with what there is here and what there is not."""
    seats = [*(one.id for one in table.seats), SeatId("nobody")]
    return [
        *(Offer(one, ONE_DEAL) for one in seats),
        *(Plan((Act("map", one.id),)) for one in table.dependencies),
        Plan((Act("dance"),)),
        Plan((Act("guard"),) * 9),
    ]


def perft(table: Table, rules: Ruleset, depth: int) -> Counts:
    """Count to this depth."""
    layer = {key(table): (table, 1)}
    layers = [layer]
    for _ in range(depth):
        layer = following(layer, rules)
        layers.append(layer)
    tables = [[one for one, _ in layer.values()] for layer in layers]
    viewers = [OBSERVER, *(seat_viewer(one.id) for one in table.seats)]
    return Counts(
        plays=tuple(sum(count for _, count in layer.values()) for layer in layers),
        tables=tuple(len(layer) for layer in layers),
        views={
            str(viewer.seat or viewer.kind): tuple(
                len({json.encode(view(one, viewer, rules)) for one in some}) for some in tables
            )
            for viewer in viewers
        },
        refusals=refusals([one for some in tables[:-1] for one in some], rules),
    )


def following(
    layer: dict[bytes, tuple[Table, int]], rules: Ruleset
) -> dict[bytes, tuple[Table, int]]:
    """The tables one command further, each with the number of plays that lead there."""
    found: dict[bytes, tuple[Table, int]] = {}
    for table, count in layer.values():
        for by, command in moves(table, rules):
            after = judge(table, command, by, rules).table
            name = key(after)
            _, before = found.get(name, (after, 0))
            found[name] = (after, before + count)
    return found


def key(table: Table) -> bytes:
    """Equal for tables that differ by nothing but the number of commands that led there."""
    return json.encode(replace(table, version=0))


def refusals(tables: list[Table], rules: Ruleset) -> dict[str, int]:
    """How often each reason is given, over these tables and the grid, by every seat."""
    found: dict[str, int] = {}
    for table in tables:
        for seat in table.seats:
            for command in (*grid(table), *forms(table)):
                try:
                    judge(table, command, Actor(seat.id), rules)
                except Refused as refused:
                    found[refused.reason.value] = found.get(refused.reason.value, 0) + 1
    return dict(sorted(found.items()))


def divide(table: Table, rules: Ruleset, depth: int) -> dict[str, int]:
    """The plays to this depth (1 or more), by their first command."""
    found: dict[str, int] = {}
    for by, command in moves(table, rules):
        after = judge(table, command, by, rules).table
        layer = {key(after): (after, 1)}
        for _ in range(depth - 1):
            layer = following(layer, rules)
        name = f"{by} {json.encode(command).decode()}"
        found[name] = sum(count for _, count in layer.values())
    return found
