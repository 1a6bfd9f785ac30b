"""The parts of a ruleset as far as they have their shape, so that one fault hides no other.

Reads TOML and turns each sound item into its type; an item with a fault of shape is left out, but
its id stays known, so that nobody is told that it does not exist.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final, TypeAlias, TypeVar

from msgspec import Struct, convert, inspect

from game.model.cards import AgendaCard
from game.model.params import Params
from game.parse.faults import Fault, Place, unknown
from game.parse.toml import Tree, read_toml
from game.parse.walk import walk
from game.ruleset import Card, Concern, DependencySpec, Objective, Ruleset, SeatSpec, TrustSpec
from game.script import LineSpec
from game.vocabulary import SeatId

RULESET: Final = "ruleset.toml"
CARDS: Final = "cards.toml"
GUIDE: Final = "evaluation.toml"
"""May be left out."""
SCRIPT: Final = "script.toml"
"""May be left out."""
FILES: Final = (RULESET, CARDS, GUIDE, SCRIPT)
DECKS: Final = ("events", "year_one")
WITH_IDS: Final = ("seats", "dependencies", "agenda", *DECKS, "concerns", "objectives")
READ_APART: Final = (
    *WITH_IDS, "trust", "script", "sponsor", "seating", "real_shares", "params",
)  # fmt: skip

Item = TypeVar("Item")
Items: TypeAlias = list[tuple[Place, Item]]


class Parts(Struct, frozen=True):
    """What could be read. Lists hold the sound items with their places."""

    raw: Tree
    """All files as one table; a `Ruleset` without its texts, if there are no faults."""
    whole: frozenset[str]
    """The fields without any fault of shape; the others may be incomplete or stand at defaults."""
    ids: dict[str, list[str]]
    """By list: the ids of all its items, sound or not."""
    seats: Items[SeatSpec]
    dependencies: Items[DependencySpec]
    trust: Items[TrustSpec]
    agenda: Items[AgendaCard]
    events: Items[Card]
    year_one: Items[Card]
    concerns: Items[Concern]
    objectives: Items[Objective]
    script: Items[LineSpec]
    sponsor: str
    seating: dict[str, tuple[SeatId, ...]]
    real_shares: dict[str, float]
    params: Params

    def names(self, *lists: str) -> frozenset[str]:
        """The ids in these lists, sound or not."""
        return frozenset(name for one in lists for name in self.ids[one])

    @property
    def cards(self) -> Items[Card]:
        """The sound event cards of both decks."""
        return [*self.events, *self.year_one]


class Reader:
    """Reads the parts out of a table and collects their faults of shape."""

    def __init__(self, raw: Tree) -> None:
        self.raw = raw
        self.faults: list[Fault] = []
        self.broken: set[str] = set()
        self.kinds = {one.name: one for one in ruleset_fields()}

    def sound(self, name: str, kind: inspect.Type, value: object, place: Place) -> bool:
        """Whether a value of this field has its shape; notes the faults if not."""
        found = list(walk(kind, value, place))
        self.faults += found
        if found:
            self.broken.add(name)
        return not found

    def items(self, name: str, shape: type[Item]) -> Items[Item]:
        """The sound items of a list."""
        value, place = self.raw.get(name, []), Place(file_of(name), name)
        if not isinstance(value, list):
            self.sound(name, self.kinds[name].type, value, place)
            return []
        kind = shape_of(shape)  # type: ignore[arg-type]  # mypy: no type is hashable by itself
        return [
            (place.at(index), convert(item, shape))
            for index, item in enumerate(value)
            if self.sound(name, kind, item, place.at(index))
        ]

    def field(self, name: str, shape: type[Item], default: Item) -> Item:
        """A field that is no list of items; the default where it is missing or faulty."""
        if name not in self.raw:
            return default
        value, place = self.raw[name], Place(file_of(name), name)
        return (
            convert(value, shape)
            if self.sound(name, self.kinds[name].type, value, place)
            else default
        )

    def others(self) -> None:
        """Notes what is missing, and the faults of the fields that are not read apart."""
        for name, field in self.kinds.items():
            if name not in self.raw and field.required:
                self.faults.append(Place(file_of(name), name).fault("is missing"))
                self.broken.add(name)
            elif name in self.raw and name not in READ_APART:
                self.sound(name, field.type, self.raw[name], Place(file_of(name), name))

    def parts(self) -> Parts:
        """All that could be read; `faults` is complete after this."""
        self.others()
        return Parts(
            seats=self.items("seats", SeatSpec),
            dependencies=self.items("dependencies", DependencySpec),
            trust=self.items("trust", TrustSpec),
            agenda=self.items("agenda", AgendaCard),
            events=self.items("events", Card),
            year_one=self.items("year_one", Card),
            concerns=self.items("concerns", Concern),
            objectives=self.items("objectives", Objective),
            script=self.items("script", LineSpec),
            sponsor=self.field("sponsor", str, ""),
            seating=self.field("seating", dict[str, tuple[SeatId, ...]], {}),
            real_shares=self.field("real_shares", dict[str, float], {}),
            params=self.field("params", Params, Params()),
            raw=self.raw,
            ids={name: list(ids_in(self.raw.get(name))) for name in WITH_IDS},
            # The last to be filled: it needs what the fields above have noted.
            whole=frozenset(self.kinds) - self.broken,
        )


@cache
def shape_of(kind: type[object]) -> inspect.Type:
    """What a type looks like. It never changes, and takes longer to find than to compare with."""
    return inspect.type_info(kind)


def ruleset_fields() -> list[inspect.Field]:
    """The fields of a ruleset that its files hold: all but its texts."""
    info = shape_of(Ruleset)
    return [
        one
        for one in (info.fields if isinstance(info, inspect.StructType) else ())
        if one.name != "texts"
    ]


def file_of(name: str) -> str:
    """The file in which a field of a ruleset stands."""
    if name == "objectives":
        return GUIDE
    if name == "script":
        return SCRIPT
    return CARDS if name in DECKS else RULESET


def ids_in(value: object) -> Iterator[str]:
    """The ids of the items of a list, whatever else is wrong with them."""
    for item in value if isinstance(value, list) else []:
        name = item.get("id") if isinstance(item, dict) else None
        if isinstance(name, str):
            yield name


def read_parts(files: Mapping[str, str]) -> tuple[Parts | None, list[Fault]]:
    """The parts of `ruleset.toml`, `cards.toml` and, where they are there, `evaluation.toml` and
    `script.toml`; their faults of shape.

    None: one of the first two is missing or no TOML, so that anything else said would mislead.
    """
    trees: list[tuple[str, Tree]] = []
    faults: list[Fault] = []
    needed = (RULESET, CARDS, *(name for name in (GUIDE, SCRIPT) if name in files))
    for file in needed:
        tree, found = read_toml(files, file)
        faults += found
        if tree is not None:
            trees.append((file, tree))
    names = [one.name for one in ruleset_fields()]
    raw: Tree = {}
    for file, tree in trees:
        here = [name for name in names if file_of(name) == file]
        for name in tree.keys() - set(here):
            hint = f"belongs in {file_of(name)}" if name in names else unknown(name, here, "field")
            faults.append(Place(file, name).fault(hint))
        raw |= {name: tree[name] for name in here if name in tree}
    if len(trees) < len(needed):
        return None, faults
    reader = Reader(raw)
    parts = reader.parts()
    return parts, faults + reader.faults
