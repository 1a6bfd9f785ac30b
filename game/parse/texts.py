"""Checks of the words for people: all there, none too many, none too long for a phone."""

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import Final

from game.parse.faults import Fault, Place
from game.parse.parts import Parts
from game.parse.toml import Tree, read_toml
from game.parse.words import word_keys
from game.script import WORDS as WORDS_OF_LINES

OWN: Final = re.compile(r"texts/([a-z]{2,3}(?:-[A-Z]{2})?)\.toml")
WORDS: Final = re.compile(r"words/([a-z]{2,3}(?:-[A-Z]{2})?)\.toml")
PLACE: Final = re.compile(r"\{(\w*)\}")
NAME: Final = 40
SENTENCE: Final = 160
LIMITS: Final = (
    (re.compile(r"ruleset\.(name|service)|.*\.options\.\w+|.*\.headline"), 60),
    (re.compile(r"seats\.\w+\.short"), 14),
    (re.compile(r".*\.name"), NAME),
    (re.compile(r".*\.story|ruleset\.summary"), 280),
    (re.compile(r"seats\.\w+\.brief|ruleset\.opening"), 700),
    (re.compile(r"seats\.\w+\.(goal|core_value)|concerns\.\w+\.text|cards\.\w+\.question"), 140),
)
"""Characters that fit on a phone, by key; the first that fits counts, else `SENTENCE`."""
DEBRIEF_PHASES: Final = (
    "feelings", "what_happened", "why", "real_world", "what_if", "what_next", "gather", "analyse",
    "summarise", "went_well", "improve",
)  # fmt: skip
"""The phases of the guides for a debrief; a scenario may ask its own question in each."""
UNTRANSLATED: Final = (
    "is missing: the words of the game in this language; translate words/en.toml of the game and "
    "put it into a folder words beside that of the ruleset, the English one with it"
)
PARAGRAPHS: Final = re.compile(r".*\.brief|ruleset\.opening")
"""The keys whose texts may have several lines."""


def limit(key: str) -> int:
    """How many characters the text of a key may have."""
    return next((most for pattern, most in LIMITS if pattern.fullmatch(key)), SENTENCE)


def own_keys(parts: Parts) -> Iterator[str]:
    """Every key that a ruleset's own texts must have in each language."""
    yield from (f"ruleset.{part}" for part in ("name", "service", "summary", "opening"))
    for _, seat in parts.seats:
        for part in ("name", "short", "holds", "goal", "core_value", "brief"):
            yield f"seats.{seat.id}.{part}"
    for _, one in parts.dependencies:
        yield from (f"dependencies.{one.id}.{part}" for part in ("name", "data"))
    for _, shift in parts.agenda:
        yield from (f"agenda.{shift.id}.{part}" for part in ("headline", "story"))
    for _, concern in parts.concerns:
        yield from (f"concerns.{concern.id}.{part}" for part in ("name", "text"))
    yield from guide_keys(parts)
    for _, card in parts.cards:
        yield from (f"cards.{card.id}.{part}" for part in ("headline", "story"))
        if card.choice is not None:
            yield f"cards.{card.id}.question"
            yield from (f"cards.{card.id}.options.{one.id}" for one in card.choice.options)
    yield from (f"script.{line.number}.headline" for _, line in parts.script if line.card is None)
    ways = ((line.number, way) for _, line in parts.script for way in line.ways)
    yield from (f"script.{number}.options.{way.id}" for number, way in ways)


def guide_keys(parts: Parts) -> Iterator[str]:
    """Every key of the evaluation guide."""
    for _, objective in parts.objectives:
        yield from (f"objectives.{objective.id}.{part}" for part in ("name", "text"))
        yield from (f"objectives.{objective.id}.tasks.{task.id}" for task in objective.tasks)


def optional_keys(parts: Parts) -> Iterator[str]:
    """Keys that a ruleset may leave out: real cases behind cards, questions, words of a script."""
    yield from (f"cards.{card.id}.source" for _, card in parts.cards)
    yield from (f"debrief_questions.{phase}" for phase in DEBRIEF_PHASES)
    for _, line in parts.script:
        yield from (f"script.{line.number}.{part}" for part in WORDS_OF_LINES)


def unsure(parts: Parts) -> tuple[str, ...]:
    """The beginnings of keys about which nothing can be said: their items have other faults."""
    sound = set(own_keys(parts))
    groups = {"events": "cards", "year_one": "cards"}
    prefixes = {
        f"{groups.get(name, name)}.{one}." for name, ids in parts.ids.items() for one in ids
    }
    lines = parts.raw.get("script")
    numbers = {
        one.get("number")
        for one in (lines if isinstance(lines, list) else ())
        if isinstance(one, dict) and not isinstance(one.get("number"), dict | list)
    }
    odd = numbers - {line.number for _, line in parts.script}
    unheard = {one for one in prefixes if not any(key.startswith(one) for key in sound)}
    return (*unheard, *(f"script.{number}." for number in odd))


def read_texts(
    files: Mapping[str, str], parts: Parts
) -> tuple[dict[str, dict[str, str]], list[Fault]]:
    """The texts by language, the game's words included, and every fault of theirs."""
    own = {match[1]: name for name in files if (match := OWN.fullmatch(name))}
    if not own:
        return {}, [Place("texts/en.toml").fault("is missing; a ruleset needs one language")]
    texts: dict[str, dict[str, str]] = {}
    faults: list[Fault] = []
    shared = word_keys()
    required = dict.fromkeys(own_keys(parts), frozenset[str]())
    allowed = shared | dict.fromkeys(optional_keys(parts), frozenset[str]())
    for language, name in sorted(own.items()):
        if (game := f"words/{language}.toml") not in files:
            faults.append(Place(game).fault(UNTRANSLATED))
        words, found = read_words(files, game, required=shared) if game in files else ({}, [])
        mine, more = read_words(
            files, name, required=required, allowed=allowed, unsure=unsure(parts)
        )
        texts[language] = words | mine
        faults += [*found, *more]
    return texts, faults


def read_words(
    files: Mapping[str, str],
    name: str,
    *,
    required: Mapping[str, frozenset[str]],
    allowed: Mapping[str, frozenset[str]] | None = None,
    unsure: tuple[str, ...] = (),
) -> tuple[dict[str, str], list[Fault]]:
    """One file of words, flattened; what is missing, too many, too long, or no text."""
    tree, faults = read_toml(files, name)
    if tree is None:
        return {}, faults
    place = Place(name)
    known = {**(allowed or {}), **required}
    flat: dict[str, str] = {}
    leaves = dict(flattened(tree))
    for key, value in leaves.items():
        if not isinstance(value, str):
            faults.append(place.at(key).fault("is not a text in quotes", value))
        elif key not in known:
            if not key.startswith(unsure):
                faults.append(place.at(key).fault(stray(key, known)))
        else:
            flat[key] = value
            faults += check_text(key, value, known[key], place.at(key))
    faults += [place.at(key).fault("is missing") for key in required if key not in leaves]
    return flat, faults


def stray(key: str, known: Iterable[str]) -> str:
    """The words for a key that nothing asks for. Only one part of it may be a slip of the pen.

    >>> stray("seats.town.naem", ["seats.town.name", "seats.roads.name"])
    "is not a text here; did you mean 'seats.town.name'?"
    >>> stray("seats.care.name", ["seats.town.name", "seats.roads.name"])
    "is not a text here: nothing is called 'seats.care'"
    """
    parts = key.split(".")
    others = [other for one in known if len(other := one.split(".")) == len(parts)]
    for at in reversed(range(len(parts))):
        rest = [*parts[:at], *parts[at + 1 :]]
        names = {other[at] for other in others if [*other[:at], *other[at + 1 :]] == rest}
        if near := get_close_matches(parts[at], sorted(names), n=1):
            meant = ".".join([*parts[:at], near[0], *parts[at + 1 :]])
            return f"is not a text here; did you mean {meant!r}?"
        if at == len(parts) - 1 and names:
            return f"is not a text here; allowed: {', '.join(sorted(names))}"
    return f"is not a text here: nothing is called {'.'.join(parts[:-1] or parts)!r}"


def flattened(tree: Tree, before: str = "") -> Iterator[tuple[str, object]]:
    """The leaves of nested tables with their dotted keys."""
    for name, value in tree.items():
        if isinstance(value, dict):
            yield from flattened(value, f"{before}{name}.")
        else:
            yield f"{before}{name}", value


def check_text(key: str, text: str, places: frozenset[str], place: Place) -> Iterator[Fault]:
    """One text: not empty, not too long, with its places and no others."""
    most = limit(key)
    if not text.strip():
        yield place.fault("is empty")
    elif text != text.strip():
        yield place.fault("begins or ends with a blank", text)
    if len(text) > most:
        yield place.fault(f"has {len(text)} characters; {most} fit on a phone", text)
    if any(
        not (sign.isprintable() or (sign == "\n" and PARAGRAPHS.fullmatch(key))) for sign in text
    ):
        yield place.fault("has signs that cannot be shown, or more than one line", text)
    found = frozenset(PLACE.findall(text))
    for name in sorted(places - found):
        yield place.fault(f"lacks {{{name}}}, which is filled when it is shown")
    for name in sorted(found - places):
        yield place.fault(f"has {{{name}}}, which nothing fills")
