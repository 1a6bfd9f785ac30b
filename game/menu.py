"""What a seat may do now, and why not: the menu that pages, forms and bots show.

Everything is asked of `decide`; there is no second rulebook.
"""

from msgspec import Struct

from game.actions import ACTIONS
from game.actions.base import Action
from game.acts import Act
from game.decide import allow
from game.model.table import Table
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
    fitting = [(kind, barred(table, kind)) for kind in SEAT_COMMANDS if table.phase in kind.phases]
    commands: list[Option] = []
    for kind, refused in fitting:
        closed = kind.closed(table, seat, rules)
        if refused is None:
            commands += [option(table, command, seat, rules) for command in closed]
        else:
            commands += [Option(command, refused.reason, refused.detail) for command in closed]
    return Menu(
        commands=tuple(commands),
        acts=acts(table, seat) if table.phase is Phase.PLAN else (),
        forms=tuple([form(kind, refused) for kind, refused in fitting if kind.is_open]),
    )


def barred(table: Table, kind: type[AnySeatCommand]) -> Refused | None:
    """Why no seat may ask for this kind of command now; None: seats may."""
    try:
        allow(table, kind)
    except Refused as refused:
        return refused
    return None


def option(table: Table, command: AnySeatCommand, seat: SeatId, rules: Ruleset) -> Option:
    """A closed command. Its fields come from the table: all of them exist."""
    try:
        command.check(table, seat, rules)
    except Refused as refused:
        return Option(command, refused.reason, refused.detail)
    return Option(command)


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


def form(kind: type[AnySeatCommand], refused: Refused | None) -> FormOption:
    """Whether an open command may be filled in at all now."""
    name = str(kind.__struct_config__.tag)
    return FormOption(name) if refused is None else FormOption(name, refused.reason, refused.detail)
