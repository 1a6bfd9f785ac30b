"""Checks of numbers and contexts against one another; the ends of numbers stand in `bounds`."""

from collections.abc import Iterator

from msgspec import convert

from game.model.params import Params
from game.parse.faults import Fault, Place
from game.parse.parts import RULESET, Parts
from game.vocabulary import Architecture, Context


def check_numbers(parts: Parts) -> Iterator[Fault]:
    """What one number of the parameters says about another."""
    params, place = parts.params, Place(RULESET, "params")
    if params.vote_from > params.rounds:
        words = f"comes after the last round, {params.rounds}"
        yield place.at("vote_from").fault(words, params.vote_from)
    if params.income_more_support < params.income_support:
        words = f"is under `income_support`, {params.income_support}"
        yield place.at("income_more_support").fault(words, params.income_more_support)
    if params.architecture is Architecture.CENTRAL:
        words = "needs a host, so the seats have to back it"
        yield place.at("architecture").fault(words, params.architecture.value)
    yield from check_agenda_rounds(params, place.at("agenda_rounds"))


def check_contexts(parts: Parts) -> Iterator[Fault]:
    """The contexts that are offered: each once, the ruleset's own among them."""
    offered = convert(parts.raw.get("contexts", []), list[Context])
    own = convert(parts.raw.get("context", Context.PLAIN), Context)
    place = Place(RULESET, "contexts")
    for index, one in enumerate(offered):
        if one in offered[:index]:
            yield place.at(index).fault("stands twice", one.value)
    if offered and own not in offered:
        yield place.fault(f"lacks `context`, {own.value}")


def check_agenda_rounds(params: Params, place: Place) -> Iterator[Fault]:
    """The agenda rounds: rounds of the game, in order, each once."""
    for index, one in enumerate(params.agenda_rounds):
        if not 1 <= one <= params.rounds:
            yield place.at(index).fault(f"is not a round; allowed: 1 to {params.rounds}", one)
        if one in params.agenda_rounds[:index]:
            yield place.at(index).fault("stands twice", one)
