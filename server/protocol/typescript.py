"""The types of the wire in TypeScript, for `tsc --checkJs`: declarations, nothing that runs."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from inspect import getdoc
from types import ModuleType
from typing import Final, get_args

from msgspec import NODEFAULT, Struct, inspect, json

from game.commands import AnyStaffCommand
from game.debrief.steps import Alternative
from game.effects import AnyEffect
from game.effects.dependencies import Turn as TurnEffect
from game.menu import Menu
from game.menu import Option as MenuOption
from game.talk import AnySeatCommand
from game.views import view as game_views
from game.views.line import Line
from game.views.opened import Opened
from game.views.own import Own
from game.views.public import Public
from game.views.staff import Staff
from server.protocol import (
    board,
    bodies,
    course,
    curve,
    evaluating,
    frames,
    leading,
    packs,
    placing,
    replies,
    report,
    rewinds,
    rosters,
    script,
    session,
    weighing,
)

HEAD: Final = """\
// What goes over the wire. Made from the types of the server by `make docs`; do not edit.
"""

MODULES: Final = (
    frames, session, bodies, replies, board, course, curve, placing, rewinds, script, leading,
    weighing, evaluating, report, packs, rosters,
)  # fmt: skip
"""Whose types pages are told of."""
PLAIN: Final[dict[type[inspect.Type], str]] = {
    inspect.AnyType: "unknown",
    inspect.BoolType: "boolean",
    inspect.BytesType: "string",
    inspect.FloatType: "number",
    inspect.IntType: "number",
    inspect.NoneType: "null",
    inspect.RawType: "unknown",
    inspect.StrType: "string",
    inspect.CustomType: "unknown",
}
# Parts that are encoded apart and put in as they are: what stands there.
ENCODED: Final[dict[tuple[type[Struct], str], str]] = {
    (frames.View, "session"): "SessionView",
    (frames.View, "public"): "Public | null",
    (frames.View, "own"): "Own | null",
    (frames.View, "menu"): "Menu | null",
    (frames.View, "staff"): "Staff | null",
    (frames.View, "activity"): "Activity | null",
    (frames.View, "opened"): "GameOpened | null",
    (frames.View, "lines"): "readonly Line[]",
    (frames.Lines, "lines"): "readonly Line[]",
    (course.Moment, "view"): "GameView",
    (course.Moment, "lines"): "readonly Line[]",
    (course.Moment, "confided"): "readonly Line[]",
    (curve.CurveTurn, "lines"): "readonly Line[]",
    (curve.AlternativeView, "what"): "Alternative",
    (evaluating.Sighted, "lines"): "readonly Line[]",
    (packs.PackCard, "effects"): "readonly Effect[]",
    (packs.PackOption, "effects"): "readonly Effect[]",
    (leading.Suggestion, "lines"): "readonly Line[]",
    (leading.Suggestion, "open"): "readonly Line[]",
    (rewinds.AsideEntry, "lines"): "readonly Line[]",
    (frames.Ask, "command"): "SeatCommand | FacilitatorCommand",
    (bodies.OwnCommand, "command"): "SeatCommand",
    (bodies.Control, "command"): "FacilitatorCommand",
}
UNIONS: Final = {
    "SeatCommand": AnySeatCommand,
    "FacilitatorCommand": AnyStaffCommand,
    "Effect": AnyEffect,
}
# One that is called as another is: declarations of one name would be one type.
RENAMED: Final[dict[type[Struct], str]] = {
    TurnEffect: "TurnEffect",
    MenuOption: "MenuOption",
    report.Finding: "SheetFinding",
    report.Objective: "SheetObjective",
    report.Measure: "SheetMeasure",
}


class TwoOfOneName(Exception):
    """Two types would be declared under one name, and TypeScript take them for one."""


def declarations() -> str:
    """`protocol.d.ts`.

    Raises:
        TwoOfOneName: with the name.
    """
    wanted = [kind for module in MODULES for kind in _of(module)]
    wanted += [Alternative, game_views.View, Public, Own, Menu, Staff, Opened, Line]
    found: dict[type[Struct], inspect.StructType] = {}
    for info in inspect.multi_type_info([*wanted, *UNIONS.values()]):
        _collect(info, found)
    enums = _enums(found.values())
    names = _names(found, enums)
    lines = [HEAD, *(_enum(name, enums[name]) for name in sorted(enums))]
    lines += [_struct(found[kind], names) for kind in sorted(found, key=names.__getitem__)]
    for name, kinds in UNIONS.items():
        one_of = " | ".join(names[kind] for kind in get_args(kinds))
        lines.append(f"export type {name} = {one_of};\n")
    lines.append("export type Outbound = Done | Refusal | Fault | Lines | Tick | ViewFrame;\n")
    return "\n".join(lines)


def shown(kinds: Iterable[type[Struct]]) -> str:
    """The declarations of these types alone, for a document: there nothing is to be guarded."""
    found: dict[type[Struct], inspect.StructType] = {}
    wanted = list(kinds)
    for info in inspect.multi_type_info(wanted):
        _collect(info, found)
    names = _names(found, _enums(found.values()))
    code = "\n".join(_struct(found[kind], names) for kind in wanted if kind in found)
    return re.sub(r"Readonly<(Record<.*>)>", r"\1", code.replace("readonly ", ""))


def _of(module: ModuleType) -> Iterator[type[Struct]]:
    """The types that a module defines, in their order; bases without fields are left out."""
    for kind in vars(module).values():
        is_own = isinstance(kind, type) and kind.__module__ == module.__name__
        if is_own and issubclass(kind, Struct) and kind.__struct_fields__:
            yield kind


def _collect(info: inspect.Type, found: dict[type[Struct], inspect.StructType]) -> None:
    if isinstance(info, inspect.StructType):
        if info.cls in found:
            return
        found[info.cls] = info
    for part in _parts(info):
        _collect(part, found)


def _enums(found: Iterable[inspect.StructType]) -> dict[str, type[Enum]]:
    """Each closed vocabulary once, by its name."""
    kinds: dict[str, type[Enum]] = {}
    for info in found:
        waiting: list[inspect.Type] = [*_parts(info)]
        while waiting:
            part = waiting.pop()
            if isinstance(part, inspect.EnumType):
                kinds[part.cls.__name__] = part.cls
            elif not isinstance(part, inspect.StructType):
                waiting += _parts(part)
    return kinds


def _enum(name: str, kind: type[Enum]) -> str:
    return f"export type {name} =\n{_words(json.encode(one).decode() for one in kind)};\n"


def _words(words: Iterable[str]) -> str:
    return "\n".join(f"  | {word}" for word in words)


def _parts(info: inspect.Type) -> Iterable[inspect.Type]:
    match info:
        case inspect.StructType(fields=fields):
            return (field.type for field in fields)
        case inspect.UnionType(types=types):
            return types
        case inspect.VarTupleType(item_type=item) | inspect.ListType(item_type=item):
            return (item,)
        case inspect.TupleType(item_types=items):
            return items
        case inspect.DictType(value_type=value):
            return (value,)
        case _:
            return ()


def _names(kinds: Iterable[type[Struct]], vocabularies: Iterable[str]) -> dict[type[Struct], str]:
    """Short names; one of the game that is taken already begins with `Game`."""
    found = list(kinds)
    wire = set(vocabularies) | {
        kind.__name__
        for kind in found
        if kind not in RENAMED and not kind.__module__.startswith("game.")
    }
    names: dict[type[Struct], str] = {}
    for kind in found:
        is_twin = kind.__module__.startswith("game.") and kind.__name__ in wire
        name = f"Game{kind.__name__}" if is_twin else kind.__name__
        names[kind] = RENAMED.get(kind, name)
    for name, times in Counter([*names.values(), *vocabularies]).items():
        if times > 1:
            raise TwoOfOneName(name)
    return names


def _struct(info: inspect.StructType, names: Mapping[type[Struct], str]) -> str:
    kind = info.cls
    doc = (getdoc(kind) or "").splitlines()[:1]
    lines = [f"/** {doc[0]} */"] if doc else []
    lines.append(f"export interface {names[kind]} {{")
    if info.tag_field is not None:
        lines.append(f"  readonly {info.tag_field}: {json.encode(info.tag).decode()};")
    for field in info.fields:
        words = ENCODED.get((kind, field.name)) or _type(field.type, names)
        mark = "?" if _may_miss(kind, field) else ""
        lines.append(f"  readonly {field.encode_name}{mark}: {words};")
    lines.append("}\n")
    return "\n".join(lines)


def _may_miss(kind: type[Struct], field: inspect.Field) -> bool:
    if field.required:
        return False
    config = kind.__struct_config__
    is_unset = field.default is NODEFAULT and field.default_factory is NODEFAULT
    return is_unset or config.omit_defaults or config.forbid_unknown_fields


def _union(types: Iterable[inspect.Type], names: Mapping[type[Struct], str]) -> str:
    """One of these; a closed list that has a name is called by it."""
    words = [_type(one, names) for one in types]
    for alias, kinds in UNIONS.items():
        listed = [names.get(kind) for kind in get_args(kinds)]
        if set(listed) <= set(words):
            words = [alias, *(word for word in words if word not in listed)]
    return " | ".join(words)


def _type(info: inspect.Type, names: Mapping[type[Struct], str]) -> str:
    match info:
        case inspect.StructType(cls=kind):
            return names[kind]
        case inspect.UnionType(types=types):
            return _union(types, names)
        case inspect.LiteralType(values=values):
            return " | ".join(json.encode(value).decode() for value in values)
        case inspect.EnumType(cls=kind):
            return kind.__name__
        case inspect.VarTupleType(item_type=item) | inspect.ListType(item_type=item):
            inner = _type(item, names)
            return f"readonly ({inner})[]" if " " in inner else f"readonly {inner}[]"
        case inspect.TupleType(item_types=items):
            return f"readonly [{', '.join(_type(one, names) for one in items)}]"
        case inspect.DictType(value_type=value):
            return f"Readonly<Record<string, {_type(value, names)}>>"
        case _:
            return PLAIN[type(info)]
