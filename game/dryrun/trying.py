"""A command of the facilitator, tried on a copy before it is given (U11): nothing is stored.

Says who would read and see something, what would change, which goals it would put out of reach,
and the command that would take it back, where there is one.
"""

from collections.abc import Iterator

from msgspec import Struct, json

from game.acts import named
from game.commands import AnyStaffCommand
from game.controls import AnyFacilitatorCommand
from game.controls.adjust import (
    AdjustAgency,
    AdjustAgenda,
    AdjustDependency,
    AdjustTrack,
    AdjustTrust,
)
from game.decide import judge
from game.draft import Draft
from game.dryrun.differences import Change, differences
from game.dryrun.foresight import Later, foreseen
from game.dryrun.prospects import Prospect, prospects
from game.effects import apply_all
from game.events.course import Rewound
from game.forms import Command
from game.log import Entry
from game.model.table import Table
from game.ruleset import Ruleset
from game.views.line import Line
from game.views.lines import lines
from game.views.view import OBSERVER, SCREEN, Viewer, seat_viewer, view
from game.vocabulary import FACILITATOR, OptionId, Reason, Refused, SeatId, State


class Audience(Struct, frozen=True, gc=False):
    """What one viewer would notice."""

    viewer: str
    """The id of a seat, `observer`, or `screen`."""
    seat: SeatId | None
    sees: bool
    """Something on the page changes."""
    lines: tuple[Line, ...]
    """What it would read in the log."""


class OptionRun(Struct, frozen=True, gc=False):
    """What an option of the choice would change, taken on top of what the card does at once."""

    option: OptionId
    changes: tuple[Change, ...]


class DryRun(Struct, frozen=True, gc=False):
    """What would happen."""

    audience: tuple[Audience, ...]
    """Seats in their order, then observers and the room display."""
    changes: tuple[Change, ...]
    lost: tuple[Prospect, ...]
    """What can be met now and could not be met any more."""
    unmet: tuple[Prospect, ...]
    """What is met as things stand, and would not be."""
    options: tuple[OptionRun, ...]
    """Of a choice that opens, in their order."""
    later: tuple[Later, ...]
    """What would happen by itself later, and would not without it."""
    stopped: tuple[Later, ...]
    """What would happen by itself later, and would not any more."""
    undo: AnyFacilitatorCommand | None
    """The opposite command; None: only a rewind takes it back."""


def dry_run(table: Table, command: AnyStaffCommand, rules: Ruleset) -> DryRun:
    """What the command would do on this table, which stays as it is.

    Refused: the rules do not allow it here.
    """
    draft = judge(table, command, FACILITATOR, rules)
    if any(isinstance(event, Rewound) for event in draft.events):
        raise Refused(Reason.UNKNOWN, "a rewind shows what it sets aside in its own way")
    after = draft.table
    entry = Entry(
        version=after.version,
        at_ms=0,
        wall_ms=0,
        by=FACILITATOR,
        via="facilitator",
        id="dry run",
        command=command,
        events=tuple(draft.events),
        salt="",
    )
    viewers = (*(seat_viewer(seat.id) for seat in table.seats), OBSERVER, SCREEN)
    now = {(one.seat, one.goal): one for one in prospects(table, rules)}
    then = prospects(after, rules)
    later, stopped = foreseen(table, after, rules)
    return DryRun(
        audience=tuple(audience(table, entry, after, (viewer, rules)) for viewer in viewers),
        changes=differences(table, after),
        lost=tuple(one for one in then if now[one.seat, one.goal].possible and not one.possible),
        unmet=tuple(
            one for one in then if now[one.seat, one.goal].met and not one.met and one.possible
        ),
        options=tuple(option_runs(table, after, rules)),
        later=later,
        stopped=stopped,
        undo=opposite(table, command),
    )


def option_runs(before: Table, after: Table, rules: Ruleset) -> Iterator[OptionRun]:
    """What each option of a choice that opens would change on top of the rest."""
    standing = after.standing
    if standing is None or standing == before.standing or not standing.choosing:
        return
    card = rules.card(standing.card, standing.written)
    for option in named(card.choice).options:
        draft = Draft(after)
        apply_all(draft, card.id, option.effects, standing.luck)
        yield OptionRun(option.id, differences(after, draft.table))


def audience(table: Table, entry: Entry, after: Table, eyes: tuple[Viewer, Ruleset]) -> Audience:
    """What one viewer would notice of an entry."""
    viewer, rules = eyes
    before, then = (json.encode(view(one, viewer, rules)) for one in (table, after))
    read = lines(entry, after, viewer)
    return Audience(
        viewer=viewer.seat or viewer.kind,
        seat=viewer.seat,
        sees=before != then or bool(read),
        lines=read,
    )


def opposite(table: Table, command: Command) -> AnyFacilitatorCommand | None:
    """The override that sets back what this one would set; None: there is none."""
    match command:
        case AdjustTrack():
            return AdjustTrack(text=".", track=command.track, to=table.track(command.track))
        case AdjustAgency():
            was = table.seat(command.seat).holding(command.holding)
            return AdjustAgency(text=".", seat=command.seat, holding=command.holding, to=was)
        case AdjustTrust():
            was = table.trust(command.seat, command.other)
            return AdjustTrust(text=".", seat=command.seat, other=command.other, to=was)
        case AdjustAgenda():
            return AdjustAgenda(
                text=".",
                agenda=None if command.agenda is None else table.agenda,
                frame=None if command.frame is None else table.frame,
            )
        case AdjustDependency():
            return opposite_of_dependency(table, command)
        case _:
            return None


def opposite_of_dependency(table: Table, command: AdjustDependency) -> AdjustDependency | None:
    """The opposite for a dependency; what was told to all, or answered, stays so."""
    if command.common or command.answered is not None:
        return None
    one = table.dependency(command.dependency)
    return AdjustDependency(
        text=".",
        dependency=command.dependency,
        progress=None if command.progress is None else one.progress,
        real=None if command.real is None else one.real,
        live=None if command.live is None else one.state is State.LIVE,
    )
