"""Checks of the ids: `snake_case`, each taken once, none that means something else."""

from collections.abc import Iterator
from typing import Final

from game.effects.base import ALL, DRAWN
from game.parse.faults import Fault, Place
from game.parse.parts import RULESET, Parts
from game.vocabulary import CHANCE, CLOCK, FACILITATOR, HUB, Rationality

SELECTORS: Final = frozenset({ALL, DRAWN, *Rationality})
NO_ID: Final = "is no id: small letters, digits and single underscores, as care_office"
TAKEN: Final = {
    "seats": SELECTORS | {FACILITATOR, CHANCE, CLOCK},
    "dependencies": SELECTORS | {HUB},
}
"""Words that mean something else where the id of a seat or a dependency may stand."""


def is_snake(name: str) -> bool:
    """Whether this may be an id: small letters, digits and single underscores.

    >>> is_snake("registry_tax"), is_snake("Tax"), is_snake("_tax")
    (True, False, False)
    """
    parts = name.split("_")
    plain = name.isascii() and name.replace("_", "a").isalnum() and name == name.lower()
    return plain and all(parts) and not name[0].isdigit()


def check_ids(parts: Parts) -> Iterator[Fault]:
    """Every id of a ruleset."""
    name = parts.raw.get("id")
    if isinstance(name, str) and not is_snake(name):
        yield Place(RULESET, "id").fault(NO_ID, name)
    yield from check_group([(at, one.id) for at, one in parts.seats], TAKEN["seats"])
    # An effect may name a seat where it may name a dependency.
    taken = TAKEN["dependencies"] | parts.names("seats")
    yield from check_group([(at, one.id) for at, one in parts.dependencies], taken)
    yield from check_group([(at, one.id) for at, one in parts.concerns])
    agenda = [(at, one.id) for at, one in parts.agenda]
    yield from check_group([*agenda, *((at, one.id) for at, one in parts.cards)])
    yield from check_group([(at, one.id) for at, one in parts.objectives])
    for at, objective in parts.objectives:
        tasks = at.at("tasks")
        yield from check_group([(tasks.at(i), one.id) for i, one in enumerate(objective.tasks)])
    for at, card in parts.cards:
        inside = at.at("choice").at("options")
        options = card.choice.options if card.choice else ()
        yield from check_group([(inside.at(i), one.id) for i, one in enumerate(options)])


def check_group(
    items: list[tuple[Place, str]], taken: frozenset[str] = frozenset()
) -> Iterator[Fault]:
    """The ids of one kind of thing."""
    seen: set[str] = set()
    for at, name in items:
        place = at.at("id")
        if not is_snake(name):
            yield place.fault(NO_ID, name)
        if name in taken:
            yield place.fault("means something else already", name)
        if name in seen:
            yield place.fault("is taken already; each id stands once", name)
        seen.add(name)
