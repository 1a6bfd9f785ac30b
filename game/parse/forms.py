"""The effects and cues as forms: which fields each has, and what each may hold.

Made from the types and their bounds, so that a page that offers them knows no rule of its own.
"""

from typing import Final, Literal

from msgspec import Struct, inspect

from game.actions import BY_KIND
from game.cues import CUES, ActCue
from game.effects import EFFECTS
from game.parse.bounds import BOUNDS, NARROWED

Takes = Literal["choice", "number", "yes", "seat", "dependency", "who", "which"]
BY_NAME: Final[dict[str, Takes]] = {
    "seat": "seat",
    "towards": "seat",
    "dependency": "dependency",
    "between": "dependency",
    "who": "who",
    "which": "which",
}
LEFT_OUT: Final = frozenset({"if"})
"""The condition of an effect: a card written at the table acts where it is laid."""


class FormField(Struct, frozen=True, omit_defaults=False, gc=False):
    """One field. `who`: all, a seat, a rationality; `which`: all, drawn, a dependency, a seat."""

    name: str
    takes: Takes
    needed: bool
    options: tuple[str, ...] = ()
    low: int | None = None
    high: int | None = None


class Form(Struct, frozen=True, gc=False):
    """One kind of effect or cue, by its tag."""

    tag: str
    fields: tuple[FormField, ...]


def effect_forms() -> tuple[Form, ...]:
    """A form for every effect."""
    return tuple(form_of(kind) for kind in EFFECTS)


def cue_forms() -> tuple[Form, ...]:
    """A form for every cue."""
    return tuple(form_of(kind) for kind in CUES)


def form_of(kind: type[Struct]) -> Form:
    """The form of one kind."""
    info = inspect.type_info(kind)
    fields = info.fields if isinstance(info, inspect.StructType) else ()
    return Form(
        str(kind.__struct_config__.tag),
        tuple(field_of(kind, one) for one in fields if one.encode_name not in LEFT_OUT),
    )


def field_of(kind: type[Struct], field: inspect.Field) -> FormField:
    """One field of it."""
    name = field.name
    if name in BY_NAME:
        return FormField(name, BY_NAME[name], field.required)
    low, high = BOUNDS.get((kind, name), (None, None))
    if kind is ActCue:
        return FormField(name, "choice", field.required, tuple(BY_KIND))
    if (kind, name) in NARROWED:
        return FormField(name, "choice", field.required, NARROWED[kind, name])
    match plain(field.type):
        case inspect.EnumType(cls=cls):
            options = tuple(str(one.value) for one in cls)
            return FormField(name, "choice", field.required, options)
        case inspect.BoolType():
            return FormField(name, "yes", field.required)
        case _:
            return FormField(name, "number", field.required, (), low, high)


def plain(kind: inspect.Type) -> inspect.Type:
    """The type without its `None`."""
    if isinstance(kind, inspect.UnionType):
        return next(one for one in kind.types if not isinstance(one, inspect.NoneType))
    return kind
