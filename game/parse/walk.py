"""Does a value have the shape that its type asks for? Says every fault, not the first.

Knows types alone: what refers to what is checked elsewhere.
"""

from collections.abc import Iterator
from typing import Final

from msgspec import inspect

from game.parse.bounds import BOUNDS, NARROWED
from game.parse.faults import Fault, Place, one_of, unknown

PLAIN: Final[dict[type[inspect.Type], tuple[tuple[type, ...], str]]] = {
    inspect.StrType: ((str,), "a text in quotes"),
    inspect.IntType: ((int,), "a whole number"),
    inspect.FloatType: ((int, float), "a number"),
    inspect.BoolType: ((bool,), "true or false"),
}


def walk(kind: inspect.Type, value: object, place: Place) -> Iterator[Fault]:
    """Every fault of shape that a value has."""
    match kind:
        case inspect.StructType():
            yield from walk_table(kind, value, place)
        case inspect.UnionType():
            yield from walk_union(kind, value, place)
        case inspect.VarTupleType() | inspect.TupleType():
            yield from walk_list(kind, value, place)
        case inspect.DictType():
            yield from walk_names(kind, value, place)
        case inspect.EnumType():
            yield from walk_choice([one.value for one in kind.cls], value, place)
        case inspect.LiteralType():
            yield from walk_choice(list(kind.values), value, place)
        case _:
            yield from walk_plain(kind, value, place)


def walk_table(kind: inspect.StructType, value: object, place: Place) -> Iterator[Fault]:
    """The fields of a table: none missing, none unknown, each in its bounds."""
    if not isinstance(value, dict):
        yield place.fault(no_table(value, place), value)
        return
    fields = {one.encode_name: one for one in kind.fields}
    tag = {kind.tag_field} if kind.tag_field else set()
    for name in value.keys() - fields.keys() - tag:
        yield place.at(name).fault(unknown(name, fields, "field"))
    for name, field in fields.items():
        if name in value:
            yield from walk_field(kind.cls, field, value[name], place.at(name))
        elif field.required:
            yield place.at(name).fault("is missing")


def walk_field(owner: type, field: inspect.Field, value: object, place: Place) -> Iterator[Fault]:
    """One field: its shape, then its bounds."""
    narrowed = NARROWED.get((owner, field.name))
    kind = field.type if narrowed is None else inspect.LiteralType(narrowed)
    faults = list(walk(kind, value, place))
    yield from faults
    bounds = BOUNDS.get((owner, field.name))
    if bounds is not None and not faults and isinstance(value, int | float):
        low, high = bounds
        if not low <= value <= high:
            yield place.fault(f"is not between {low} and {high}", value)


def walk_union(kind: inspect.UnionType, value: object, place: Place) -> Iterator[Fault]:
    """A value that may be left out, or one of several kinds of table, told apart by a tag."""
    kinds = [one for one in kind.types if not isinstance(one, inspect.NoneType)]
    tagged = {
        str(one.tag): one for one in kinds if isinstance(one, inspect.StructType) and one.tag_field
    }
    if not tagged:
        yield from walk(kinds[0], value, place)
        return
    if not isinstance(value, dict):
        yield place.fault(no_table(value, place), value)
        return
    field = str(next(iter(tagged.values())).tag_field)
    found = value.get(field)
    if field not in value:
        yield place.at(field).fault(f"is missing; it is one of {', '.join(tagged)}")
    elif not isinstance(found, str) or found not in tagged:
        yield place.at(field).fault(one_of(tagged, found), found)
    else:
        yield from walk(tagged[found], value, place)


def walk_list(
    kind: inspect.VarTupleType | inspect.TupleType, value: object, place: Place
) -> Iterator[Fault]:
    """The items of a list."""
    if not isinstance(value, list):
        yield place.fault(no_list(value, place), value)
        return
    if isinstance(kind, inspect.TupleType):
        if len(value) != len(kind.item_types):
            yield place.fault(f"does not have {len(kind.item_types)} items", value)
            return
        kinds = list(kind.item_types)
    else:
        kinds = [kind.item_type] * len(value)
    for index, (each, item) in enumerate(zip(kinds, value, strict=True)):
        yield from walk(each, item, place.at(index))


def walk_names(kind: inspect.DictType, value: object, place: Place) -> Iterator[Fault]:
    """A table whose names the author chooses."""
    if not isinstance(value, dict):
        yield place.fault(no_table(value, place), value)
        return
    for name, item in value.items():
        yield from walk(kind.value_type, item, place.at(name))


def walk_choice(allowed: list[object], value: object, place: Place) -> Iterator[Fault]:
    """One of a closed list."""
    # `True == 1` in Python, but not in a ruleset.
    if not any(type(one) is type(value) and one == value for one in allowed):
        yield place.fault(one_of(allowed, value), value)


def walk_plain(kind: inspect.Type, value: object, place: Place) -> Iterator[Fault]:
    """A text, a number, true or false."""
    types, words = PLAIN[type(kind)]
    if not isinstance(value, types) or (isinstance(value, bool) and bool not in types):
        yield place.fault(f"is not {words}", value)


def no_table(value: object, place: Place) -> str:
    """The words for what should be a table; a list of them is a slip of the brackets."""
    if isinstance(value, list) and place.path.isidentifier():
        return f"is a list, not a table; it begins with [{place.path}] in single brackets"
    return "is not a table; one is written { name = value }"


def no_list(value: object, place: Place) -> str:
    """The words for what should be a list; a single table is a slip of the brackets."""
    if isinstance(value, dict) and place.path.isidentifier():
        return f"is not a list; each entry begins with [[{place.path}]] in double brackets"
    return "is not a list; one is written [first, second]"
