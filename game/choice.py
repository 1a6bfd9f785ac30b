"""A choice that a card poses, of the decks, of a line of the script, or written at the table.

Shapes only; who may choose, and what comes of it, is said in `game.talk` and `game.course`.
"""

from msgspec import Struct

from game.effects import AnyEffect
from game.vocabulary import OptionId


class Option(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True, kw_only=True):
    """One way to take a choice."""

    id: OptionId
    effects: tuple[AnyEffect, ...] = ()


class Choice(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True, kw_only=True):
    """A choice that a card poses, to all or to one named seat."""

    by: str
    """`all`, or the id of a seat (not seated: the default is taken)."""
    default: OptionId
    options: tuple[Option, ...]
