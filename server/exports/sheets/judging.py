"""Sheets about what was asked, answered and judged: pulses, forms, ratings, injects."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from game.debrief.causes import caused
from server.exports.base import Told
from server.exports.sheets.base import WHEN, Column, Row, Sheet, when
from server.tables.script import executed


def pulses(told: Told) -> Iterator[Row]:
    """Each question to all and each answer that these eyes saw."""
    for step in told.steps:
        for line in step.lines:
            if not line.kind.startswith("pulse_"):
                continue
            answer = line.params.get("now", line.params.get("other"))
            if answer is None and line.kind.startswith("pulse_answered_"):
                answer = line.kind.removeprefix("pulse_answered_")
            text = told.written.get(line.text, "") if line.text else ""
            yield (*when(step), line.kind, line.params.get("seat"), answer, text)


def answers(told: Told) -> Iterator[Row]:
    """What people answered in the debrief, without names, in an order that tells nothing."""
    for asked, said in sorted(told.record.answers.items()) if told.staff else ():
        form, _, question = asked.partition(":")
        for words in said:
            is_number = words.isdecimal()
            yield (form, question, int(words) if is_number else words if told.words else "")


def ratings(told: Told) -> Iterator[Row]:
    """What evaluators judged."""
    for one in told.record.evaluations if told.staff else ():
        who = told.called(one.person) if one.person else "facilitator"
        words = one.words if told.words else ""
        yield (one.version, who, one.objective, one.task, one.rating, words)


def causes(told: Told) -> Iterator[Row]:
    """Who moved what, each change at the last moment that these eyes know of."""
    entries = [step.entry for step in told.steps]
    for one in caused(told.record.entries):
        step = told.steps[max(0, bisect_right(entries, one.version) - 1)]
        yield (*when(step), one.measure, one.by, one.cause)


def injects(told: Told) -> Iterator[Row]:
    """The script as executed."""
    for one in executed(told.record.entries) if told.staff else ():
        yield (
            one.version,
            one.number,
            one.round,
            one.phase.value,
            one.aside,
            None if one.planned_ms is None else one.planned_ms / 1000,
            one.actual_ms / 1000,
            one.via,
            one.card,
            " ".join(one.to),
            None if one.window_ms is None else one.window_ms / 1000,
            one.met,
            None if one.response_ms is None else one.response_ms / 1000,
            told.written.get(one.words, "") if one.words else "",
        )


SHEETS: Final = (
    Sheet(
        "pulses",
        "Questions to all in play, and the answers that these eyes saw.",
        (
            *WHEN,
            Column("kind", "pulse_asked_..., pulse_answered_..., pulse_closed"),
            Column("seat", "who answers, or whom it is about"),
            Column("answer", "1 (not at all) to 5 (wholly), yes, no, or the id of a seat"),
            Column("text", "the question, where it was put in the facilitator's own words"),
        ),
        pulses,
    ),
    Sheet(
        "answers",
        "What people answered in the debrief, without names (facilitator only).",
        (
            Column("form", "reflection, feedback or poll"),
            Column("question", "id of the question; of a poll: of its clip"),
            Column("answer", "a number (poll: of the option, from 0; feedback: 1 to 5) or words"),
        ),
        answers,
    ),
    Sheet(
        "ratings",
        "What evaluators judged and saw (facilitator only).",
        (
            Column("entry", "number in the log"),
            Column("who", "pseudonym or, on request, name; facilitator without one"),
            Column("objective", "id of the objective"),
            Column("task", "id of the critical task; empty: the objective as a whole"),
            Column("rating", "P, S, M or U: without, with some, with major challenges, unable"),
            Column("words", "what was seen, which may name people"),
        ),
        ratings,
    ),
    Sheet(
        "causes",
        "Who moved what in the line that counts: players, cards, politics, or control.",
        (
            *WHEN,
            Column("measure", "support, legal_pressure, counter, rating, trust, signed or live"),
            Column("by", "points up, or (below 0) down"),
            Column("cause", "players, cards (chance, deadlines, year one), politics or control"),
        ),
        causes,
    ),
    Sheet(
        "injects",
        "The script of injects as executed (facilitator only).",
        (
            Column("entry", "number in the log"),
            Column("number", "line of the script; empty: laid without one"),
            Column("round", "round from 1"),
            Column("phase", "phase of the round"),
            Column("aside", "yes: a rewind has set it aside"),
            Column("planned_s", "game time at which it was first due, in seconds"),
            Column("actual_s", "game time at which it was laid, in seconds"),
            Column("via", "facilitator, or clock: the autopilot"),
            Column("card", "id of the card"),
            Column("to", "seats that alone were given it; empty: all"),
            Column("window_s", "seconds in which the expected action should come"),
            Column("met", "yes: it came; no: it did not; empty: not judged"),
            Column("response_s", "seconds from laying it to what it expects"),
            Column("words", "of a card that was written for it"),
        ),
        injects,
    ),
)
