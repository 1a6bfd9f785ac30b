"""What came of many games, as lines to read: means and shares, each with its 95 % interval."""

from collections.abc import Iterator
from typing import Final

from game.actions import ACTIONS
from game.opening import seating
from game.simulate.tally import Tally
from game.vocabulary import Outcome, Topic
from server.cli.flags import NOTHING, Seen
from server.rulesets import text_of
from server.work.simulations import Batch

NAME_WIDTH: Final = 34
SCORES: Final = {"public": "public value", "own": "own score, mean of the seats"}
COURSE: Final = {
    "rounds": "rounds played",
    "support": "support at the end",
    "trust": "trust tokens of a pair",
}


def report(batch: Batch, total: Tally, seen: Seen) -> Iterator[str]:
    """The whole report."""
    rules = batch.rules
    seats = seating(rules, batch.setup.players)
    bots = ", ".join(batch.bots) or batch.setup.bots
    yield f"{rules.id} {rules.version}: {total.games} games, {len(seats)} seats,"
    yield f"bots {bots}, seed {batch.setup.seed}"
    yield seen.takes
    yield from outcomes(batch, total)
    yield from head("Scores and course", "mean", "95 %")
    for measure, name in SCORES.items():
        yield row(total, measure, name)
    for seat in seats:
        yield row(total, f"own.{seat}", f"  {text_of(rules, f'seats.{seat}.name')}")
    for measure, name in COURSE.items():
        yield row(total, measure, name)
    yield from actions(batch, total)
    yield from dealings(total)
    yield from talk(batch, total)
    yield from standing_out(seen)


def head(title: str, first: str, second: str) -> Iterator[str]:
    """The head of a part."""
    yield ""
    yield f"{title:<{NAME_WIDTH}}{first:>8}   {second}"


def row(total: Tally, measure: str, name: str) -> str:
    """A mean with its interval."""
    one = total.figure(measure)
    return f"{name:<{NAME_WIDTH}}{one.mean:>8.2f}   {one.low:.2f} to {one.high:.2f}"


def part(total: Tally, measure: str, whole: tuple[str, ...], name: str) -> str:
    """How often a game, and which share of all."""
    found = total.ratio(measure, *whole)
    share = "-" if found is None else f"{100 * found:.0f} %"
    return f"{name:<{NAME_WIDTH}}{total.figure(measure).mean:>8.2f}   {share}"


def outcomes(batch: Batch, total: Tally) -> Iterator[str]:
    """How the games ended."""
    yield from head("How the games ended", "share", "95 %")
    for outcome in Outcome:
        one = total.figure(f"outcome.{outcome}")
        name = text_of(batch.rules, f"outcomes.{outcome}.name")
        interval = f"{100 * one.low:.1f} to {100 * one.high:.1f} %"
        yield f"{name:<{NAME_WIDTH}}{100 * one.mean:>6.1f} %   {interval}"


def actions(batch: Batch, total: Tally) -> Iterator[str]:
    """How often each action was taken, and worked."""
    yield from head("Actions", "a game", "worked")
    for one in ACTIONS:
        name = text_of(batch.rules, f"actions.{one.kind}.name")
        kind = f"act.{one.kind}"
        found = total.ratio(f"worked.{one.kind}", kind)
        worked = "-" if found is None else f"{100 * found:.0f} %"
        yield f"{name:<{NAME_WIDTH}}{total.figure(kind).mean:>8.2f}   {worked}"


def dealings(total: Tally) -> Iterator[str]:
    """Deals and promises."""
    yield from head("Deals", "a game", "of those offered")
    for measure in ("offered", "accepted", "declined", "countered", "withdrawn", "expired"):
        yield part(total, f"deals.{measure}", ("deals.offered",), measure)
    yield from head("Promises", "a game", "of those made")
    for measure in ("made", "kept", "broken", "lapsed"):
        yield part(total, f"promises.{measure}", ("promises.made",), measure)


def talk(batch: Batch, total: Tally) -> Iterator[str]:
    """What the talk was about."""
    yield from head("Talk", "a game", "of all talk")
    everything = tuple(f"talk.{topic}" for topic in Topic)
    for topic in Topic:
        name = text_of(batch.rules, f"topics.{topic}.name")
        yield part(total, f"talk.{topic}", everything, name)


def standing_out(seen: Seen) -> Iterator[str]:
    """What to look at."""
    yield ""
    yield "To look at"
    yield from seen.sentences or (NOTHING,)
    if seen.few:
        yield seen.few
