"""The figures of many games as files: a page that opens by itself, and a table for a sheet."""

import csv
import io
from dataclasses import dataclass
from typing import Final

from game.actions import ACTIONS
from game.opening import seating
from game.simulate.tally import Figure, Tally
from game.vocabulary import Outcome, Topic
from server.cli.flags import NOTHING, Seen
from server.cli.report import COURSE, SCORES
from server.rulesets import LANGUAGE, text_of
from server.templating import environment
from server.work.simulations import Batch

COLUMNS: Final = ("measure", "mean", "low", "high", "games")


@dataclass(frozen=True, slots=True)
class Bar:
    """A line of a chart: shares of the width from 0 to 100, and what is said beside it."""

    name: str
    value: str
    interval: str
    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars on one scale."""

    title: str
    note: str
    bars: tuple[Bar, ...]


def as_csv(total: Tally) -> bytes:
    """One row a measure, with its 95 % interval; the names are those of `game.simulate.tally`."""
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow(COLUMNS)
    for name, one in total.figures().items():
        rows.writerow((name, one.mean, one.low, one.high, total.games))
    return out.getvalue().encode()


def as_html(batch: Batch, total: Tally, seen: Seen) -> bytes:
    """The report as a page of its own: no script, nothing from elsewhere."""
    rules = batch.rules
    made = (
        environment()
        .get_template("simulation.html")
        .render(
            lang=LANGUAGE,
            title=text_of(rules, "ruleset.name"),
            rules=rules,
            games=total.games,
            seats=len(seating(rules, batch.setup.players)),
            bots=", ".join(batch.bots) or batch.setup.bots,
            seed=batch.setup.seed,
            seen=seen,
            nothing=NOTHING,
            course={
                name: total.figure(measure) for measure, name in (*SCORES.items(), *COURSE.items())
            },
            charts=charts(batch, total),
            figures=total.figures(),
        )
    )
    return made.encode()


def charts(batch: Batch, total: Tally) -> tuple[Chart, ...]:
    """What is drawn."""
    rules, seats = batch.rules, seating(batch.rules, batch.setup.players)

    def named(key: str) -> str:
        return text_of(rules, key)

    return (
        _shares(
            "How the games ended",
            [(named(f"outcomes.{one}.name"), total.figure(f"outcome.{one}")) for one in Outcome],
        ),
        _means(
            "Own scores",
            "Points at the end, by agency.",
            [(named(f"seats.{one}.name"), total.figure(f"own.{one}")) for one in seats],
        ),
        _shares(
            "Public goals met",
            [(named(f"seats.{one}.name"), total.figure(f"goal.{one}")) for one in seats],
        ),
        _means(
            "Actions",
            "How often a game.",
            [
                (named(f"actions.{one.kind}.name"), total.figure(f"act.{one.kind}"))
                for one in ACTIONS
            ],
        ),
        _means(
            "Promises",
            "How many a game.",
            [(one, total.figure(f"promises.{one}")) for one in ("kept", "broken", "lapsed")],
        ),
        _means(
            "Talk",
            "Messages a game by topic, and the share of each in all talk.",
            [(_topic(batch, total, one), total.figure(f"talk.{one}")) for one in Topic],
        ),
    )


def _topic(batch: Batch, total: Tally, topic: Topic) -> str:
    name = text_of(batch.rules, f"topics.{topic}.name")
    found = total.ratio(f"talk.{topic}", *(f"talk.{one}" for one in Topic))
    return name if found is None else f"{name}, {100 * found:.0f}\N{NO-BREAK SPACE}%"


def _shares(title: str, found: list[tuple[str, Figure]]) -> Chart:
    bars = tuple(
        Bar(
            name,
            f"{100 * one.mean:.1f} %",
            f"{100 * one.low:.1f} to {100 * one.high:.1f} %",
            *(round(100 * value, 1) for value in (one.mean, one.low, one.high)),
        )
        for name, one in found
    )
    return Chart(title, "Share of games.", bars)


def _means(title: str, note: str, found: list[tuple[str, Figure]]) -> Chart:
    least = min(0.0, *(one.low for _, one in found))
    most = max(0.001, *(one.high for _, one in found))

    def at(value: float) -> float:
        return round(100 * (value - least) / (most - least), 1)

    bars = tuple(
        Bar(
            name,
            f"{one.mean:.2f}",
            f"{one.low:.2f} to {one.high:.2f}",
            *(at(value) for value in (one.mean, one.low, one.high)),
        )
        for name, one in found
    )
    return Chart(title, note, bars)
