"""Checks: what a hypothesis says about the numbers of its arms, and how sure the games make us.

All arms of an experiment are played with the same seeds (the same decks, the same truth), so a
check is judged game by game: differences between arms are paired. Intervals hold the true value in
95 of 100 cases.
"""

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from enum import StrEnum
from math import atanh, sqrt, tanh
from statistics import fmean, variance
from typing import Final, TypeAlias

from msgspec import Struct

from game.simulate.tally import Z

Sample: TypeAlias = Sequence[Mapping[str, float]]
"""The measures of the games of one arm, in the order of their seeds."""
Samples: TypeAlias = Mapping[str, Sample]
"""By name of the arm; all of one length, game by game with the same seed."""


class Verdict(StrEnum):
    """What came of a hypothesis."""

    HOLDS = "holds"
    DIRECTION = "direction only"
    FAILS = "fails"


class Found(Struct, frozen=True):
    """A value with its interval."""

    value: float
    low: float
    high: float


class Check(Struct, frozen=True, kw_only=True):
    """One thing that has to be so. The hypothesis says that its value lies above `least`."""

    words: str
    """What the value is, as a noun phrase."""
    least: float = 0.0

    @abstractmethod
    def found(self, samples: Samples) -> Found:
        """The value, from the games."""
        raise NotImplementedError

    def verdict(self, samples: Samples) -> Verdict:
        """Whether it is so: the whole interval, the value alone, or neither."""
        found = self.found(samples)
        if found.low > self.least:
            return Verdict.HOLDS
        return Verdict.DIRECTION if found.value > self.least else Verdict.FAILS


class Contrast(Check, frozen=True, kw_only=True):
    """A sum over arms: each arm's mean of a measure, times its weight."""

    measure: str
    weights: Mapping[str, float]
    """By arm; a plain difference is +1 and -1."""

    def found(self, samples: Samples) -> Found:
        """Paired: the sum is taken in each game, then the mean over games."""
        games = min(len(samples[arm]) for arm in self.weights)
        return mean_of(
            [
                sum(samples[arm][game][self.measure] * by for arm, by in self.weights.items())
                for game in range(games)
            ]
        )


class Less(Check, frozen=True, kw_only=True):
    """Effects compared: how much more one contrast makes of a measure than another one's size."""

    larger: Contrast
    smaller: Contrast

    def found(self, samples: Samples) -> Found:
        """The difference of two effects, each with the sign that it is expected to have."""
        weights = dict(self.larger.weights)
        for arm, by in self.smaller.weights.items():
            weights[arm] = weights.get(arm, 0.0) - by
        return Contrast(words="", measure=self.larger.measure, weights=weights).found(samples)


class Spread(Check, frozen=True, kw_only=True):
    """How much more a measure scatters in one arm than in another: the difference of variances."""

    measure: str
    more: str
    less: str

    def found(self, samples: Samples) -> Found:
        """Squared distances from the arm's own mean, compared game by game."""
        far = [squares(samples[arm], self.measure) for arm in (self.more, self.less)]
        return mean_of([a - b for a, b in zip(*far, strict=True)])


class Unrelated(Check, frozen=True, kw_only=True):
    """That one measure tells little about another: `most` less the size of their correlation."""

    one: str
    other: str
    arms: tuple[str, ...]
    only: str = ""
    """A measure that has to be above 0 for a game to count."""
    most: float = 0.3

    def found(self, samples: Samples) -> Found:
        """Fisher's interval of the correlation, as a distance from `most`."""
        pairs = [
            (game[self.one], game[self.other])
            for arm in self.arms
            for game in samples[arm]
            if not self.only or game[self.only] > 0
        ]
        r = correlation(pairs)
        half = Z / sqrt(max(1, len(pairs) - 3))
        low, high = tanh(atanh(r) - half), tanh(atanh(r) + half)
        sizes = sorted([abs(low), abs(high)])
        nearest = 0.0 if low < 0 < high else sizes[0]
        return rounded(self.most - abs(r), self.most - sizes[1], self.most - nearest)


class Predicts(Check, frozen=True, kw_only=True):
    """That one measure foretells another, others held constant: the slope for one more of it."""

    cause: str
    effect: str
    given: tuple[str, ...]
    arms: tuple[str, ...]

    def found(self, samples: Samples) -> Found:
        """Least squares on what the held ones leave unexplained (Frisch and Waugh 1933)."""
        games = [game for arm in self.arms for game in samples[arm]]
        x = [game[self.cause] for game in games]
        y = [game[self.effect] for game in games]
        for name in orthogonal([[game[one] for game in games] for one in self.given]):
            x, y = without(x, name), without(y, name)
        return slope(centred(x), centred(y), len(games) - len(self.given) - 2)


class BestDiffers(Check, frozen=True, kw_only=True):
    """That no choice is best everywhere: what choosing for each place gains over one for all.

    Chosen by the games with even numbers, measured by the odd ones, so that luck earns nothing.
    """

    measure: str
    table: Mapping[str, Mapping[str, str]]
    """By place, then by choice: the arm."""

    def found(self, samples: Samples) -> Found:
        """The mean over places, game by game."""
        everywhere = winner(
            {
                choice: fmean(
                    half(samples[arms[choice]], self.measure, 0) for arms in self.table.values()
                )
                for choice in next(iter(self.table.values()))
            }
        )
        gains = []
        for arms in self.table.values():
            here = winner({one: half(samples[arm], self.measure, 0) for one, arm in arms.items()})
            pairs = zip(samples[arms[here]][1::2], samples[arms[everywhere]][1::2], strict=True)
            gains.append([a[self.measure] - b[self.measure] for a, b in pairs])
        return mean_of([fmean(game) for game in zip(*gains, strict=True)])


class BeatsCopies(Check, frozen=True, kw_only=True):
    """That choosing freely beats what won elsewhere: winners by even games, measured by odd."""

    measure: str
    table: Mapping[str, Mapping[str, str]]
    """By place, then by choice: the arm."""
    free: Mapping[str, str]
    """By place: the arm in which players choose."""

    def found(self, samples: Samples) -> Found:
        """The free arm of a place less each other place's winner there, on average."""
        wins = {
            place: winner({one: half(samples[arm], self.measure, 0) for one, arm in arms.items()})
            for place, arms in self.table.items()
        }
        gains = []
        for place, arms in self.table.items():
            for elsewhere, choice in wins.items():
                if elsewhere != place:
                    pairs = zip(
                        samples[self.free[place]][1::2], samples[arms[choice]][1::2], strict=True
                    )
                    gains.append([a[self.measure] - b[self.measure] for a, b in pairs])
        return mean_of([fmean(game) for game in zip(*gains, strict=True)])


PLACES: Final = 3
"""Decimals that are told."""


def rounded(value: float, low: float, high: float) -> Found:
    """A value with its interval, as it is told."""
    return Found(round(value, PLACES), round(low, PLACES), round(high, PLACES))


def mean_of(values: Sequence[float]) -> Found:
    """A mean with the interval of the normal distribution.

    >>> mean_of([1, 2, 3, 2])
    Found(value=2.0, low=1.2, high=2.8)
    """
    if len(values) < 2:
        return Found(values[0] if values else 0.0, float("-inf"), float("inf"))
    middle = fmean(values)
    half_ = Z * sqrt(variance(values) / len(values))
    return rounded(middle, middle - half_, middle + half_)


def squares(sample: Sample, measure: str) -> list[float]:
    """Squared distances from the mean."""
    middle = fmean(game[measure] for game in sample)
    return [(game[measure] - middle) ** 2 for game in sample]


def half(sample: Sample, measure: str, first: int) -> float:
    """The mean over every second game."""
    return fmean([game[measure] for game in sample[first::2]] or [0.0])


def winner(means: Mapping[str, float]) -> str:
    """The choice with the largest mean; the first of several."""
    return max(means, key=lambda one: means[one])


def centred(values: Sequence[float]) -> list[float]:
    """Distances from the mean."""
    middle = fmean(values) if values else 0.0
    return [one - middle for one in values]


def dot(one: Sequence[float], other: Sequence[float]) -> float:
    """The sum of products."""
    return sum(a * b for a, b in zip(one, other, strict=True))


def without(values: Sequence[float], other: Sequence[float]) -> list[float]:
    """What of the values the other ones (centred) do not explain."""
    left, size = centred(values), dot(other, other)
    share = dot(left, other) / size if size else 0.0
    return [a - share * b for a, b in zip(left, other, strict=True)]


def orthogonal(columns: Sequence[Sequence[float]]) -> list[list[float]]:
    """The same columns, centred, each without what those before it explain."""
    found: list[list[float]] = []
    for column in columns:
        left = centred(column)
        for one in found:
            left = without(left, one)
        found.append(left)
    return found


def slope(x: Sequence[float], y: Sequence[float], free: int) -> Found:
    """The slope of y on x, both centred, with its interval; nothing where x never differs."""
    size = dot(x, x)
    if free < 1 or size <= 1e-12:
        return Found(0.0, float("-inf"), float("inf"))
    value = dot(x, y) / size
    rest = [b - value * a for a, b in zip(x, y, strict=True)]
    half_ = Z * sqrt(dot(rest, rest) / free / size)
    return rounded(value, value - half_, value + half_)


def correlation(pairs: Sequence[tuple[float, float]]) -> float:
    """Pearson's r, short of 1 so that its interval can be told; 0 where one never differs."""
    x, y = centred([one for one, _ in pairs]), centred([other for _, other in pairs])
    size = sqrt(dot(x, x) * dot(y, y))
    return max(-0.999, min(0.999, dot(x, y) / size)) if size else 0.0
