"""Counting what came of games: sums that can be merged, and shares and means with their intervals.

A measure is a name with a number for each game; where a game does not mention it, the number is 0.
"""

from collections.abc import Iterable
from math import sqrt
from typing import Final, TypeAlias, assert_never, get_args

from msgspec import Struct

from game.events.dependencies import FactShown
from game.events.seats import ActResolved
from game.events.talk import DealClosed, Offered, Promised, PromiseJudged, Said
from game.events.tracks import CardDrawn
from game.simulate.play import Played
from game.vocabulary import Outcome, Topic

Z: Final = 1.96
"""Standard deviations either side of a mean that hold 95 of 100 samples."""
SHARES: Final = (
    "outcome.",
    "card.",
    "goal.",
    "core_value.",
    "dealt.",
    "met.",
    "users.",
    "launched",
)
"""Measures that are 0 or 1 in each game: their interval is Wilson's."""


Counted: TypeAlias = (
    ActResolved | CardDrawn | DealClosed | FactShown | Offered | Promised | PromiseJudged | Said
)
"""The events that measures are made of."""
COUNTED: Final[tuple[type[Counted], ...]] = get_args(Counted)


FEWEST: Final = 20
"""Games from which on a mean has the interval of the normal distribution, more or less."""


class Figure(Struct, frozen=True):
    """A mean over games, with the interval that holds the true one in 95 of 100 cases."""

    mean: float
    low: float
    high: float


class Tally(Struct):
    """Sums over games. Merge those of several chunks; their order does not matter."""

    games: int = 0
    sums: dict[str, float] = {}
    squares: dict[str, float] = {}

    def add(self, measures: dict[str, float]) -> None:
        """Count one more game."""
        self.games += 1
        for name, value in measures.items():
            self.sums[name] = self.sums.get(name, 0.0) + value
            self.squares[name] = self.squares.get(name, 0.0) + value * value

    def merge(self, other: "Tally") -> None:
        """Count the games of another tally too."""
        self.games += other.games
        for name, value in other.sums.items():
            self.sums[name] = self.sums.get(name, 0.0) + value
            self.squares[name] = self.squares.get(name, 0.0) + other.squares[name]

    def figure(self, name: str) -> Figure:
        """A measure over all games; a share where it is 0 or 1 in each."""
        total = self.sums.get(name, 0.0)
        if name.startswith(SHARES):
            return share(total, self.games)
        return mean(total, self.squares.get(name, 0.0), self.games)

    def edge(self, kind: str) -> Figure | None:
        """How far those who used an action came out above the mean of their table, a game.

        It tells what goes with what, not what causes what: bots choose when to act. None: too few
        games in which anybody did; their mean scatters by more than its interval says.
        """
        games = round(self.sums.get(f"users.{kind}", 0))
        name = f"edge.{kind}"
        if games < FEWEST:
            return None
        return mean(self.sums.get(name, 0.0), self.squares.get(name, 0.0), games)

    def figures(self) -> dict[str, Figure]:
        """Every measure that occurred, by name in order; outcomes also where none did."""
        names = {*self.sums, *(f"outcome.{one}" for one in Outcome)}
        return {name: self.figure(name) for name in sorted(names)}

    def ratio(self, part: str, *whole: str) -> float | None:
        """The share of `part` in all that `whole` counts; None: there is none of it."""
        total = sum(self.sums.get(name, 0.0) for name in whole)
        return self.sums.get(part, 0.0) / total if total else None


def share(hits: float, games: int) -> Figure:
    """A share with Wilson's interval.

    Source: Wilson 1927, Journal of the American Statistical Association 22.

    >>> share(50, 100)
    Figure(mean=0.5, low=0.404, high=0.596)
    """
    if not games:
        return Figure(0.0, 0.0, 1.0)
    found = hits / games
    spread = 1 + Z * Z / games
    middle = (found + Z * Z / (2 * games)) / spread
    half = Z * sqrt(found * (1 - found) / games + Z * Z / (4 * games * games)) / spread
    return Figure(round(found, 3), round(max(0.0, middle - half), 3), round(middle + half, 3))


def mean(total: float, squares: float, games: int) -> Figure:
    """A mean with the interval of the normal distribution.

    >>> mean(20, 60, 10)
    Figure(mean=2.0, low=1.076, high=2.924)
    """
    if not games:
        return Figure(0.0, 0.0, 0.0)
    middle = total / games
    variance = max(0.0, squares / games - middle * middle) * games / max(1, games - 1)
    half = Z * sqrt(variance / games)
    return Figure(round(middle, 3), round(middle - half, 3), round(middle + half, 3))


def measures(played: Played) -> dict[str, float]:
    """What is counted of one game."""
    found: dict[str, float] = {}
    for event in played.events:
        # The first question is the quick one, and answers most; the second one tells the types.
        if type(event) in COUNTED and isinstance(event, COUNTED):
            for name in names(event):
                found[name] = found.get(name, 0) + 1
    return found | ending(played) | standing_out(played)


def names(event: Counted) -> tuple[str, ...]:  # noqa: C901  one case an event
    """The measures that an event counts towards."""
    match event:
        case ActResolved(act=act):
            done = "act." + act.kind
            return (done, "worked." + act.kind) if event.worked else (done,)
        case Offered():
            return "deals.offered", "talk." + event.deal.topic
        case DealClosed():
            return ("deals." + event.state,)
        case Promised():
            return ("promises.made",)
        case PromiseJudged():
            return ("promises." + event.verdict,)
        case Said():
            return ("talk." + event.topic,)
        case FactShown():
            return ("talk." + Topic.CONTENT,)
        case CardDrawn():
            return ("card." + event.card,)
        case _:
            assert_never(event)


def ending(played: Played) -> dict[str, float]:
    """What is counted of how a game ended."""
    table = played.table
    points = sum(seat.capacity for seat in table.seats) * max(1, len(table.past))
    found: dict[str, float] = {
        f"outcome.{table.outcome}": 1,
        "public": table.public_value or 0,
        "rounds": len(table.past),
        "trust": table.trust_a_pair,
        "points": points,
        "refused": played.refused,
        "support": table.support,
        "counter": table.counter,
    }
    if table.launched is not None:
        found |= {"launched": 1, f"launched.in_{table.launched}": 1}
    for score in table.scores:
        found[f"own.{score.seat}"] = score.own
        found[f"goal.{score.seat}"] = score.goal > 0
        found[f"core_value.{score.seat}"] = score.core_value > 0
    for seat, score in zip(table.seats, table.scores, strict=True):
        found[f"dealt.{seat.concern}"] = 1
        found[f"met.{seat.concern}"] = score.concern > 0
    found["own"] = sum(score.own for score in table.scores) / max(1, len(table.scores))
    return found


def standing_out(played: Played) -> dict[str, float]:
    """Whose own score is the lowest, and how those who used an action stand against the rest.

    `edge.<action>`: own score less the mean of the table, averaged over the seats that used it in
    this game; `users.<action>`: 1 where anybody did, so that a mean over those games can be made.
    """
    scores = {one.seat: one.own for one in played.table.scores}
    middle, least = sum(scores.values()) / len(scores), min(scores.values())
    last = [seat for seat, own in scores.items() if own == least]
    found: dict[str, float] = {f"lowest.{seat}": 1 / len(last) for seat in last}
    used: dict[str, set[str]] = {}
    for event in played.events:
        if isinstance(event, ActResolved):
            used.setdefault(event.act.kind, set()).add(event.seat)
    for kind, seats in used.items():
        edges = [own - middle for seat, own in scores.items() if seat in seats]
        found |= {f"users.{kind}": 1, f"edge.{kind}": sum(edges) / len(edges)}
    return found


def tally_of(games: Iterable[Played]) -> Tally:
    """The tally of these games."""
    found = Tally()
    for one in games:
        found.add(measures(one))
    return found
