"""The JSON schema of the files of a ruleset, for editors that complete and check while typing.

It says the shapes, the ends and the closed lists. What refers to what only `parse` can say.
"""

from typing import Final

from msgspec import json

from game.cues import SeatCue, TableCue
from game.effects import EFFECTS
from game.effects.base import Condition
from game.goals import Amount
from game.model.params import Params
from game.parse.bounds import BOUNDS, NARROWED
from game.parse.parts import FILES, file_of
from game.ruleset import DependencySpec, Ruleset, SeatSpec, TrustSpec
from game.script import LineSpec

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
TEMPLATE: Final = "#/$defs/{name}"
BOUNDED: Final[tuple[type, ...]] = (
    *EFFECTS,
    Condition,
    Amount,
    Params,
    SeatSpec,
    DependencySpec,
    TrustSpec,
    LineSpec,
    SeatCue,
    TableCue,
)


def schema() -> dict[str, object]:
    """One schema that fits any one of the files."""
    refs, parts = json.schema_components((Ruleset, *BOUNDED), ref_template=TEMPLATE)
    for kind, ref in zip(BOUNDED, refs[1:], strict=True):
        tighten(kind, parts[name_in(ref)]["properties"])
    whole = parts.pop(name_in(refs[0]))
    fields = {name: one for name, one in whole["properties"].items() if name != "texts"}
    for file in FILES:
        here = {name: one for name, one in fields.items() if file_of(name) == file}
        parts[file] = file_schema(here, whole)
    return {
        "$schema": DIALECT,
        "title": f"A ruleset of Joined-Up: {', '.join(FILES)}",
        "anyOf": [{"$ref": TEMPLATE.format(name=file)} for file in FILES],
        "$defs": dict(sorted(parts.items())),
    }


def schema_text() -> str:
    """The schema as it stands in `rulesets/schema.json`."""
    return json.format(json.encode(schema()), indent=2).decode() + "\n"


def name_in(ref: dict[str, str]) -> str:
    """The name of a part in a reference to it."""
    return ref["$ref"].removeprefix(TEMPLATE.format(name=""))


def tighten(kind: type, properties: dict[str, dict[str, object]]) -> None:
    """Write ends and narrowed lists into the fields of a type."""
    for (owner, name), (low, high) in BOUNDS.items():
        if owner is kind:
            properties[name] |= {"minimum": low, "maximum": high}
    for (owner, name), words in NARROWED.items():
        if owner is kind:
            properties[name] = {"enum": list(words)}


def file_schema(fields: dict[str, object], whole: dict[str, list[str]]) -> dict[str, object]:
    """The schema of one file that holds these fields of a ruleset."""
    return {
        "type": "object",
        "properties": fields,
        "required": [name for name in whole["required"] if name in fields],
        "additionalProperties": False,
    }
