"""The page that tells authors how a ruleset is written: prose, and tables made from the types."""

from collections.abc import Iterator
from typing import Final

from msgspec import NODEFAULT, Struct, inspect

from game.parse.bounds import BOUNDS, NARROWED
from game.parse.meanings import (
    CONDITIONS,
    CUE_FIELDS,
    EFFECT_FIELDS,
    NUMBERS,
    PARTS,
    PREDICATE_FIELDS,
)
from game.parse.prose import AFTER, BEFORE, SHEET
from game.parse.sheet import COLUMNS

TITLES: Final = {
    "Ruleset": "The files as a whole",
    "SeatSpec": "`[[seats]]`",
    "DependencySpec": "`[[dependencies]]`",
    "TrustSpec": "`[[trust]]`",
    "AgendaCard": "`[[agenda]]`",
    "Concern": "`[[concerns]]`",
    "Modules": "`[modules]`",
    "Objective": "`[[objectives]]`",
    "Task": "`[[objectives.tasks]]`",
    "Card": "`[[events]]` and `[[year_one]]`",
    "Choice": "`[events.choice]` and `[script.choice]`",
    "Option": "`[[events.choice.options]]` and `[[script.choice.options]]`",
    "LineSpec": "`[[script]]`",
    "Condition": "`if`",
    "Params": "`[params]`",
}
HEAD: Final = ("| field | takes | default | means |", "| --- | --- | --- | --- |")


def format_page() -> str:
    """The whole page, as it stands in `rulesets/README.md`."""
    lines = [BEFORE.strip(), ""]
    for kind, meanings in (PARTS | NUMBERS).items():
        lines += [f"### {TITLES[kind.__name__]}", "", *HEAD, *rows(kind, meanings), ""]
    lines += ["## Effects", "", "Any effect may hold an `if`.", "", *tagged(EFFECT_FIELDS)]
    for kind, meanings in CONDITIONS.items():
        lines += [f"### {TITLES[kind.__name__]}", "", *HEAD, *rows(kind, meanings), ""]
    lines += ["## Predicates of goals and concerns", "", *tagged(PREDICATE_FIELDS)]
    lines += ["## Cues of the script", "", *tagged(CUE_FIELDS)]
    lines += [SHEET.strip(), "", "| column | holds |", "| --- | --- |"]
    lines += [*(f"| `{name}` | {words} |" for name, words in COLUMNS.items()), ""]
    return "\n".join([*lines, AFTER.strip()]) + "\n"


def tagged(kinds: dict[type, dict[str, str]]) -> Iterator[str]:
    """A section for each kind of table that a tag tells apart."""
    for kind, meanings in kinds.items():
        info = inspect.type_info(kind)
        yield f"### `{info.tag if isinstance(info, inspect.StructType) else kind.__name__}`"
        yield ""
        yield " ".join((kind.__doc__ or "").split())
        yield ""
        if meanings:
            yield from (*HEAD, *rows(kind, meanings), "")


def rows(kind: type, meanings: dict[str, str]) -> Iterator[str]:
    """A row for each field that has a meaning."""
    info = inspect.type_info(kind)
    for one in info.fields if isinstance(info, inspect.StructType) else ():
        if one.encode_name in meanings:
            takes = f"{allowed(kind, one)}{ends(kind, one.name)}"
            meaning = meanings[one.encode_name]
            yield f"| `{one.encode_name}` | {takes} | {default_of(one)} | {meaning} |"


def ends(kind: type, name: str) -> str:
    """Between which ends a number lies, where it has some."""
    bounds = BOUNDS.get((kind, name))
    return "" if bounds is None else f", {bounds[0]} to {bounds[1]}"


def default_of(one: inspect.Field) -> str:
    """What counts where the field is left out; a field without one must stand there."""
    if one.required:
        return "must stand there"
    if one.default in (NODEFAULT, None, (), {}) or isinstance(one.default, Struct):
        return "-"
    value = one.default
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return f"{value:.3g}"
    return str(list(value)) if isinstance(value, tuple) else str(value)


def allowed(kind: type, one: inspect.Field) -> str:
    """What may stand in a field."""
    narrowed = NARROWED.get((kind, one.name))
    return listed(narrowed) if narrowed else takes(one.type)


def takes(kind: inspect.Type) -> str:
    """What may stand where a type is asked for."""
    match kind:
        case inspect.EnumType():
            return listed(tuple(str(one.value) for one in kind.cls))
        case inspect.LiteralType():
            return listed(tuple(str(one) for one in kind.values))
        case inspect.UnionType():
            return takes(next(one for one in kind.types if not isinstance(one, inspect.NoneType)))
        case inspect.VarTupleType():
            return "a list"
        case inspect.TupleType():
            return f"{len(kind.item_types)} of them"
        case inspect.StructType() | inspect.DictType():
            return "a table"
        case _:
            return PLAIN[type(kind)]


PLAIN: Final[dict[type[inspect.Type], str]] = {
    inspect.StrType: "text",
    inspect.IntType: "whole number",
    inspect.FloatType: "number",
    inspect.BoolType: "true or false",
}


def listed(words: tuple[str, ...]) -> str:
    """A closed list."""
    return ", ".join(f"`{one}`" for one in words)
