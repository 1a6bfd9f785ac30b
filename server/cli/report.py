"""What came of many games, as lines to read: means and shares, each with its 95 % interval."""

from collections.abc import Iterator
from typing import Final

from game.actions import ACTIONS
from game.opening import seating
from game.simulate.tally import Tally
from game.vocabulary import Outcome, Topic
from server.rulesets import text_of
from server.work.simulations import Batch

NAME_WIDTH: Final = 34


def report(batch: Batch, total: Tally) -> Iterator[str]:
    """The whole report."""
    rules = batch.rules
    seats = seating(rules, batch.setup.players)
    bots = ", ".join(batch.bots) or batch.setup.bots
    yield f"{rules.id} {rules.version}: {total.games} games, {len(seats)} seats,"
    yield f"bots {bots}, seed {batch.setup.seed}"
    yield from outcomes(batch, total)
    yield from head("Scores and course", "mean", "95 %")
    yield row(total, "public", "public value")
    yield row(total, "own", "own score, mean of the seats")
    for seat in seats:
        yield row(total, f"own.{seat}", f"  {text_of(rules, f'seats.{seat}.name')}")
    yield row(total, "rounds", "rounds played")
    yield row(total, "support", "support at the end")
    yield row(total, "trust", "trust tokens of a pair")
    yield from actions(batch, total)
    yield from dealings(total)
    yield from talk(batch, total)


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
