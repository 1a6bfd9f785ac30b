"""Checks of the script: what its lines refer to, and that each can do what it says."""

from collections.abc import Iterator

from msgspec import json
from msgspec.structs import replace

from game.actions import BY_KIND
from game.cues import ActCue, AnyCue, DependencyCue, SeatCue, TableCue
from game.parse.cards import check_choice, check_effect
from game.parse.faults import Fault, Place, one_of, unknown
from game.parse.goals import HIGHEST
from game.parse.ids import check_group
from game.parse.parts import SCRIPT, Parts, Reader
from game.ruleset import Ruleset
from game.script import MOST_CUES, MOST_EFFECTS, MOST_LINES, MOST_OPTIONS, LineSpec


def line_faults(line: LineSpec, rules: Ruleset) -> list[Fault]:
    """Every fault of a line that is to stand in this ruleset; paths begin at the line."""
    deck = json.encode(replace(rules, texts={}, script=(line,)))
    reader = Reader(json.decode(deck))
    parts = reader.parts()
    checked = [fault for place, spec in parts.script for fault in check_line(spec, place, parts)]
    return [
        replace(fault, path=fault.path.removeprefix("script[0]").removeprefix("."))
        for fault in (*reader.faults, *checked)
    ]


def first_fault(line: LineSpec, rules: Ruleset) -> str | None:
    """The first fault of a line written at the table, with its place; None: it has none."""
    for fault in line_faults(line, rules):
        return " ".join(one for one in (fault.path, fault.value, fault.allowed) if one)
    return None


def check_script(parts: Parts) -> Iterator[Fault]:
    """Every line, and the numbers by which they name each other."""
    numbers = [line.number for _, line in parts.script]
    if len(numbers) > MOST_LINES:
        yield Place(SCRIPT, "script").fault(f"are more than {MOST_LINES} lines")
    for index, (place, line) in enumerate(parts.script):
        yield from check_line(line, place, parts)
        if line.number in numbers[:index]:
            yield place.at("number").fault("is taken already", line.number)
        if line.contingency is not None and line.contingency not in numbers:
            yield place.at("contingency").fault("is the number of no line", line.contingency)


def check_line(line: LineSpec, place: Place, parts: Parts) -> Iterator[Fault]:
    """One line by itself."""
    yield from check_moment(line, place, parts)
    yield from check_card(line, place, parts)
    seats = parts.names("seats")
    for index, seat in enumerate(line.to):
        if seat not in seats:
            yield place.at("to").at(index).fault(unknown(seat, seats, "seat"), seat)
        if seat in line.to[:index]:
            yield place.at("to").at(index).fault("stands there already", seat)
    for name, cues in (("when", line.when), ("expect", line.expect)):
        if len(cues) > MOST_CUES:
            yield place.at(name).fault(f"are more than {MOST_CUES} cues")
        for index, cue in enumerate(cues):
            yield from check_cue(cue, place.at(name).at(index), parts)
    if line.contingency == line.number:
        yield place.at("contingency").fault("is the line itself", line.number)


def check_moment(line: LineSpec, place: Place, parts: Parts) -> Iterator[Fault]:
    """When it comes."""
    last = parts.params.rounds
    if line.round is not None and line.round > last:
        yield place.at("round").fault(f"comes after the last round, {last}", line.round)
    if line.after_s and line.phase is None:
        yield place.at("after_s").fault("needs a `phase` to count from", line.after_s)
    if line.auto and not (line.is_timed or line.when):
        yield place.at("auto").fault("needs a `round`, a `phase` or `when`: it is never due")


def check_card(line: LineSpec, place: Place, parts: Parts) -> Iterator[Fault]:
    """What it lays."""
    if len(line.effects) > MOST_EFFECTS:
        yield place.at("effects").fault(f"are more than {MOST_EFFECTS}")
    for index, effect in enumerate(line.effects):
        yield from check_effect(effect, place.at("effects").at(index), parts)
    yield from check_own_choice(line, place, parts)
    if line.card is None:
        return
    if line.kind is not None or line.effects or line.choice is not None:
        words = "stands beside `kind`, `effects` or `choice`; take one"
        yield place.at("card").fault(words, line.card)
    cards = {str(card.id): card for _, card in parts.cards}
    if line.card not in parts.names("events", "year_one"):
        yield place.at("card").fault(unknown(line.card, cards, "card"), line.card)
    elif line.to and line.card in cards and cards[line.card].choice is not None:
        yield place.at("to").fault("cannot be: the card poses a choice, so it is for all")


def check_own_choice(line: LineSpec, place: Place, parts: Parts) -> Iterator[Fault]:
    """What a line lets choose among: few options, each with an id of its own."""
    if line.choice is None:
        return
    if line.to:
        yield place.at("to").fault("cannot be: the line poses a choice, so it is for all")
    yield from check_choice(line.choice, place.at("choice"), parts)
    options = place.at("choice").at("options")
    if len(line.ways) > MOST_OPTIONS:
        yield options.fault(f"are more than {MOST_OPTIONS}")
    yield from check_group([(options.at(i), one.id) for i, one in enumerate(line.ways)])
    for number, option in enumerate(line.ways):
        inside = options.at(number).at("effects")
        if len(option.effects) > MOST_EFFECTS:
            yield inside.fault(f"are more than {MOST_EFFECTS}")
        for index, effect in enumerate(option.effects):
            yield from check_effect(effect, inside.at(index), parts)


def check_cue(cue: AnyCue, place: Place, parts: Parts) -> Iterator[Fault]:
    """What a cue asks for."""
    match cue:
        case TableCue():
            yield from check_ends(cue, place)
        case SeatCue():
            yield from check_ends(cue, place)
            yield from check_named(cue.seat, "seats", place.at("seat"), parts)
            high = HIGHEST[cue.of]
            if cue.at_least is not None and cue.at_least > high:
                yield place.at("at_least").fault(f"is more than {high}", cue.at_least)
        case DependencyCue():
            yield from check_named(cue.dependency, "dependencies", place.at("dependency"), parts)
        case ActCue():
            if cue.kind not in BY_KIND:
                yield place.at("kind").fault(one_of(BY_KIND, cue.kind), cue.kind)
            if cue.seat is not None:
                yield from check_named(cue.seat, "seats", place.at("seat"), parts)
        case _:
            pass


def check_named(name: str, group: str, place: Place, parts: Parts) -> Iterator[Fault]:
    """There is a seat, or a dependency, of this name."""
    known = parts.names(group)
    if name not in known:
        what = "seat" if group == "seats" else "dependency"
        yield place.fault(unknown(name, known, what), name)


def check_ends(cue: TableCue | SeatCue, place: Place) -> Iterator[Fault]:
    """Bounds there are, and not the wrong way round."""
    if cue.at_least is None and cue.at_most is None:
        yield place.fault("needs `at_least` or `at_most`")
    if cue.at_least is not None and cue.at_most is not None and cue.at_least > cue.at_most:
        yield place.fault(f"asks for at least {cue.at_least} and at most {cue.at_most}")
