"""What else was open at a turning point, where that was worked out; for staff alone.

An estimate of the model beside that of what was done, each with its interval: never one without.
"""

from collections.abc import Iterable, Iterator
from math import hypot
from typing import Final

from msgspec import json

from game.debrief.steps import Alternative
from game.views.wording import act_words, deal_words
from server.exports.base import Told
from server.exports.report.parts import Block, Cell, Grid, Heading, Text
from server.exports.report.saying import moment_of
from server.exports.report.words import columns, say
from server.protocol.curve import AlternativeView, Chance, CurveTurn

LAUNCHED: Final = "launched"


def weighed(told: Told, turns: Iterable[CurveTurn]) -> Iterator[Block]:
    """The alternatives of these turning points; nothing where none was worked out."""
    found = [(turn, told.weighed.get((turn.first, turn.last))) for turn in turns]
    known = [(turn, one) for turn, one in found if one is not None]
    if not known:
        return
    games = max((view.games for _, one in known for view in one.found), default=0)
    yield Heading(say("others.title"))
    yield Text(say("others.note", games=games), quiet=True)
    for turn, one in known:
        where = moment_of(told, turn.version)
        at = "" if where is None else where.at
        caption = say("others.caption", of=curve_name(told, turn.of), where=at)
        if one.found:
            rows = tuple(_row(told, view, turn.of) for view in one.found)
            yield Grid(caption, columns("others.head"), rows, wide=True)
        else:
            yield Text(f"{caption}. {say('others.none')}", quiet=True)


def _row(told: Told, one: AlternativeView, of: str) -> tuple[Cell, ...]:
    then, was = one.then[of], one.was[of]
    what = json.decode(one.what, type=Alternative)
    return alternative_words(told, what), _chance(then), _chance(was), _difference(then, was)


def _chance(one: Chance) -> str:
    mean, low, high = (round(100 * share) for share in (one.mean, one.low, one.high))
    return say("others.chance", mean=mean, low=low, high=high)


def _difference(then: Chance, was: Chance) -> str:
    """In points of a hundred; none where the error of counting could have made it."""
    error = hypot((then.high - then.low) / 2, (was.high - was.low) / 2)
    if abs(then.mean - was.mean) <= error:
        return say("others.close")
    by = round(100 * then.mean) - round(100 * was.mean)
    return say("others.points", by=f"+{by}" if by > 0 else f"\u2212{-by}")


def curve_name(told: Told, of: str) -> str:
    """What a curve is the chance of."""
    return say("model.launched") if of == LAUNCHED else told.texts.get(f"outcomes.{of}.name", of)


def alternative_words(told: Told, what: Alternative) -> str:
    """The other decision in a sentence; of an offer also what lay in it."""
    names = ", ".join(map(told.agency, what.seats))
    is_all = len(what.seats) == len(told.steps[-1].public.seats)
    seats = say("decisions.all") if is_all else names
    match what.kind:
        case "vote":
            return say(f"decisions.vote_{'launch' if what.launch else 'hold'}", seats=seats)
        case "choice":
            key = f"cards.{what.card}.options.{what.option}"
            option = told.texts.get(key, str(what.option))
            return say("decisions.choice", seats=seats, option=option)
        case "promise" | "without":
            act = "" if what.act is None else act_words(told.texts, what.act)
            kept = what.kind == "promise"
            return say("decisions.promise" if kept else "decisions.without", seats=seats, act=act)
        case "accept" | "decline":
            return _bargain(told, what, seats)


def _bargain(told: Told, what: Alternative, seats: str) -> str:
    """The offer that would have been accepted or declined, with what lay in it."""
    by = "" if what.deal is None else told.agency(what.deal.by)
    taken = what.kind == "accept"
    sentence = say("decisions.accept" if taken else "decisions.decline", seats=seats, by=by)
    lay = "" if what.deal is None else f" ({deal_words(told.texts, what.deal)})"
    return f"{sentence}{lay}"
