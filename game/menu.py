"""What a seat may do now, and why not: the menu that pages, forms and bots show.

Everything is asked of `decide`; there is no second rulebook.
"""

from collections.abc import Iterator

from msgspec import Struct

from game.actions import ACTIONS
from game.actions.base import Action
from game.acts import Act
from game.decide import allow_seat
from game.model import Table
from game.ruleset import Ruleset
from game.talk import SEAT_COMMANDS, AnySeatCommand
from game.vocabulary import Phase, Reason, Refused, SeatId


class Option(Struct, frozen=True, omit_defaults=True, gc=False):
    """A closed command: possible now, or refused for this reason."""

    command: AnySeatCommand
    reason: Reason | None = None
    """None: it would be accepted."""
    detail: str = ""


class ActOption(Struct, frozen=True, omit_defaults=True, gc=False):
    """An action for the plan: what it lacks now. It may be planned all the same."""

    act: Act
    reason: Reason | None = None
    """None: it lacks nothing that this seat can know of."""
    detail: str = ""


class FormOption(Struct, frozen=True, omit_defaults=True, gc=False):
    """An open command (deal, message, plan), which is filled in a form."""

    type: str
    reason: Reason | None = None
    detail: str = ""


class Menu(Struct, frozen=True, gc=False):
    """All that a seat can ask for now."""

    commands: tuple[Option, ...]
    acts: tuple[ActOption, ...]
    """Only in Plan."""
    forms: tuple[FormOption, ...]


def menu(table: Table, seat: SeatId, rules: Ruleset) -> Menu:
    """The menu of this seat: commands that fit the phase, in the order of the list."""
    fitting = [kind for kind in SEAT_COMMANDS if table.phase in kind.phases]
    return Menu(
        commands=tuple(one for kind in fitting for one in options(table, kind, seat, rules)),
        acts=acts(table, seat) if table.phase is Phase.PLAN else (),
        forms=tuple(form(table, kind, seat) for kind in fitting if kind.is_open),
    )


def options(
    table: Table, kind: type[AnySeatCommand], seat: SeatId, rules: Ruleset
) -> Iterator[Option]:
    """The closed commands of one kind. Their fields come from the table: all of them exist."""
    try:
        allow_seat(table, kind, seat)
    except Refused as refused:
        for command in kind.closed(table, seat, rules):
            yield Option(command, refused.reason, refused.detail)
        return
    for command in kind.closed(table, seat, rules):
        try:
            command.check(table, seat, rules)
        except Refused as refused:
            yield Option(command, refused.reason, refused.detail)
        else:
            yield Option(command, None, "")


def acts(table: Table, seat: SeatId) -> tuple[ActOption, ...]:
    """Every action with its objects, and what it lacks now as far as the seat can know."""
    return tuple(
        act_option(table, action, seat, act)
        for action in ACTIONS
        for act in action.acts(table, seat)
    )


def act_option(table: Table, action: Action, seat: SeatId, act: Act) -> ActOption:
    """One action with its object."""
    try:
        action.check(table, seat, act)
    except Refused as refused:
        return ActOption(act, refused.reason, refused.detail)
    return ActOption(act, None, "")


def form(table: Table, kind: type[AnySeatCommand], seat: SeatId) -> FormOption:
    """Whether an open command may be filled in at all now."""
    name = str(kind.__struct_config__.tag)
    try:
        allow_seat(table, kind, seat)
    except Refused as refused:
        return FormOption(name, refused.reason, refused.detail)
    return FormOption(name, None, "")
