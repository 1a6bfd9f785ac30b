"""Checks of the event cards: what they refer to, what they choose, what a deck must hold."""

from collections.abc import Iterator
from typing import Final

from game.choice import Choice
from game.effects import AnyEffect, agencies, dependencies, shared
from game.effects.base import ALL, DRAWN, PARTIES, Condition
from game.parse.faults import Fault, Place, one_of, unknown
from game.parse.parts import CARDS, RULESET, Parts
from game.ruleset import Card
from game.vocabulary import Rationality

FEWEST_OPTIONS: Final = 2
MOVING: Final = (shared.Track, agencies.Agency, agencies.Trust, shared.Directives)
QUARTERS: Final = 4  # of year one, a card each (RULES section 7)
# RULES section 7: after launch these do nothing, or nothing that still counts.
IDLE_IN_YEAR_ONE: Final = (
    dependencies.Turn,
    dependencies.Reveal,
    shared.Freeze,
    shared.Directives,
    shared.Deadline,
)


def all_effects(card: Card, place: Place) -> Iterator[tuple[Place, AnyEffect]]:
    """Every effect of a card with its place, those of its options included."""
    for index, effect in enumerate(card.effects):
        yield place.at("effects").at(index), effect
    for number, option in enumerate(card.choice.options if card.choice else ()):
        inside = place.at("choice").at("options").at(number).at("effects")
        for index, effect in enumerate(option.effects):
            yield inside.at(index), effect


def check_cards(parts: Parts) -> Iterator[Fault]:
    """Each card by itself."""
    for place, card in parts.cards:
        if not card.effects and card.choice is None:
            yield place.fault("has neither effects nor a choice", card.id)
        if card.choice is not None:
            yield from check_choice(card.choice, place.at("choice"), parts)
        for inside, effect in all_effects(card, place):
            yield from check_effect(effect, inside, parts)
    for place, card in parts.year_one:
        for inside, effect in all_effects(card, place):
            if isinstance(effect, IDLE_IN_YEAR_ONE):
                yield inside.at("type").fault("does nothing in year one", kind_of(effect))


def check_choice(choice: Choice, place: Place, parts: Parts) -> Iterator[Fault]:
    """Who chooses, among what."""
    ids = [option.id for option in choice.options]
    if choice.by not in parts.names("seats") | {ALL}:
        known = [*parts.names("seats"), ALL]
        yield place.at("by").fault(unknown(choice.by, known, "seat"), choice.by)
    if len(ids) < FEWEST_OPTIONS:
        yield place.at("options").fault(f"are fewer than {FEWEST_OPTIONS}")
    if choice.default not in ids:
        yield place.at("default").fault(one_of(ids, choice.default), choice.default)


def check_effect(effect: AnyEffect, place: Place, parts: Parts) -> Iterator[Fault]:
    """What an effect refers to, and that it does something."""
    if effect.when is not None:
        yield from check_condition(effect.when, place.at("if"))
    if isinstance(effect, MOVING) and effect.by == 0:
        yield place.at("by").fault("moves nothing", 0)
    match effect:
        case agencies.Agency():
            yield from check_agency(effect, place, parts)
        case agencies.Trust():
            yield from check_trust(effect, place, parts)
        case dependencies.Weigh() | dependencies.Reveal():
            yield from check_which(effect, place, parts)
        case shared.Deadline() if effect.round > parts.params.rounds:
            last = parts.params.rounds
            yield place.at("round").fault(f"comes after the last round, {last}", effect.round)
        case _:
            pass


def check_agency(effect: agencies.Agency, place: Place, parts: Parts) -> Iterator[Fault]:
    """Whose number moves."""
    if effect.who.startswith(PARTIES):
        name = effect.who.removeprefix(PARTIES)
        if name not in parts.names("dependencies"):
            words = unknown(name, parts.names("dependencies"), "dependency")
            yield place.at("who").fault(words, effect.who)
        return
    known = [*parts.names("seats"), ALL, *Rationality, f"{PARTIES}<dependency>"]
    if effect.who not in known:
        yield place.at("who").fault(unknown(effect.who, known, "selector"), effect.who)


def check_trust(effect: agencies.Trust, place: Place, parts: Parts) -> Iterator[Fault]:
    """Whose trust comes or goes."""
    if (effect.towards is None) == (effect.between is None):
        yield place.fault("needs either `towards` a seat or `between` the parties of a dependency")
    for field, value, names, what in (
        ("towards", effect.towards, parts.names("seats"), "seat"),
        ("between", effect.between, parts.names("dependencies"), "dependency"),
    ):
        if value is not None and value not in names:
            yield place.at(field).fault(unknown(value, names, what), value)


def check_which(
    effect: dependencies.Weigh | dependencies.Reveal, place: Place, parts: Parts
) -> Iterator[Fault]:
    """Which dependencies, and that something about them moves."""
    known = parts.names("seats", "dependencies") | {ALL, DRAWN}
    if effect.which not in known:
        words = unknown(effect.which, known, "selector")
        yield place.at("which").fault(words, effect.which)
    if isinstance(effect, dependencies.Weigh) and effect.sensitivity == 0 and effect.effort == 0:
        yield place.fault("moves neither sensitivity nor effort")


def check_condition(condition: Condition, place: Place) -> Iterator[Fault]:
    """That a condition asks for something, and for all of it."""
    if condition == Condition():
        yield place.fault("asks for nothing")
    if (condition.track is None) != (condition.at_least is None):
        yield place.fault("needs both `track` and `at_least`, or neither")
    for name in ("at_least", "live_at_least", "fragmentation_at_least"):
        amount: int | None = getattr(condition, name)
        if amount is not None and amount < 1:
            yield place.at(name).fault("is always so; it is 1 or more", amount)


def kind_of(effect: AnyEffect) -> str:
    """The name of an effect as it stands in a file."""
    return str(effect.__struct_config__.tag)


def check_decks(parts: Parts) -> Iterator[Fault]:
    """That there are cards enough; asked only where all of them have their shape."""
    params = parts.params
    place = Place(CARDS, "events")
    needed = params.rounds * params.cards_a_round
    if len(parts.events) < needed:
        yield place.fault(f"are {len(parts.events)} cards; the rounds need {needed}")
    left = len(parts.events) - needed
    if len(parts.year_one) < QUARTERS and (parts.year_one or left < QUARTERS):
        words = f"are {len(parts.year_one)} cards; year one needs {QUARTERS}"
        yield Place(CARDS, "year_one").fault(words)
    # One card more than shifts: the first is the agenda at the start.
    agendas = 1 + sum(1 for round_ in params.agenda_rounds if round_ <= params.rounds)
    if len(parts.agenda) < agendas:
        words = f"are {len(parts.agenda)} cards; start and agenda rounds need {agendas}"
        yield Place(RULESET, "agenda").fault(words)


def check_turning(parts: Parts) -> Iterator[Fault]:
    """RULES section 5: recognition is ongoing, and real dependencies never fall below need."""
    place, params = Place(CARDS, "events"), parts.params
    turning = sum(
        any(isinstance(effect, dependencies.Turn) for _, effect in all_effects(card, at))
        for at, card in parts.events
    )
    if turning < params.turning_cards:
        words = f"hold {turning} cards that turn a dependency; `turning_cards` asks for"
        yield place.fault(f"{words} {params.turning_cards}")
    ends = sum(dead_ends(card) for _, card in parts.events)
    if ends > params.need_offset:
        words = f"can make {ends} dead ends; `need_offset` allows {params.need_offset}"
        yield place.fault(words)


def dead_ends(card: Card) -> int:
    """How many dead ends a card can make at most."""
    options = [option.effects for option in card.choice.options] if card.choice else []
    return counted(card.effects) + max(map(counted, options), default=0)


def counted(some: tuple[AnyEffect, ...]) -> int:
    """How many of these effects make a dead end."""
    return sum(isinstance(effect, dependencies.Turn) and not effect.real for effect in some)
