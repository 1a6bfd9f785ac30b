"""Sheets about what was agreed, said and done: deals, promises, talk, actions, controls."""

from collections.abc import Iterator
from typing import Final

from game.views.line import Line
from game.views.reveal import Turn
from game.views.wording import act_words, terms_words
from game.vocabulary import DealState, Verdict
from server.exports.base import Step, Told, fates
from server.exports.sheets.base import WHEN, Column, Row, Sheet, when

SAID: Final = frozenset({"said", "said_in_confidence", "spoke", "spoke_to", "talk_counted"})
KEPT_NOTES: Final = frozenset({"noted", "moment_marked"})


def deals(told: Told) -> Iterator[Row]:
    """Every offer, with what became of it."""
    for began, step, deal in fates(told.steps, lambda step: step.deals):
        over = deal.state is not DealState.OPEN
        yield (
            *when(began),
            deal.id,
            deal.thread,
            deal.counters,
            deal.by,
            deal.to,
            "; ".join(terms_words(told.texts, deal.give)),
            "; ".join(terms_words(told.texts, deal.get)),
            deal.give.pay,
            deal.get.pay,
            deal.give.place,
            deal.get.place,
            deal.topic.value,
            deal.confidential,
            deal.state.value,
            None if deal.reason is None else deal.reason.value,
            step.place if over else None,
        )


def promises(told: Told) -> Iterator[Row]:
    """Every promise, with what became of it."""
    for began, step, one in fates(told.steps, lambda step: step.promises):
        judged = one.verdict is not Verdict.OPEN
        yield (
            *when(began),
            one.id,
            one.by,
            one.to,
            one.act.kind,
            act_words(told.texts, one.act),
            one.due,
            one.confidential,
            one.verdict.value,
            step.place if judged else None,
        )


def talk(told: Told) -> Iterator[Row]:
    """Every message, and what was counted of what was said aloud."""
    for step, line in _lines(told, SAID):
        yield (
            *when(step),
            line.kind,
            line.params.get("by", line.by),
            line.params.get("to"),
            line.params.get("topic"),
            line.confidential,
            told.written.get(line.text, "") if line.text else "",
        )


def actions(told: Told) -> Iterator[Row]:
    """What was planned and what came of it, at each reveal."""
    before: tuple[Turn, ...] = ()
    for step in told.steps:
        turns = _turns(step)
        if not turns or turns == before:
            before = turns
            continue
        before = turns
        for number, turn in enumerate(turns, start=1):
            yield (
                *when(step),
                number,
                turn.seat,
                None if turn.act is None else turn.act.kind,
                None if turn.act is None else act_words(told.texts, turn.act),
                turn.worked,
                None if turn.reason is None else turn.reason.value,
            )


def _turns(step: Step) -> tuple[Turn, ...]:
    """The last reveal as these eyes saw it: in full, or the own turns in full."""
    if step.view.staff is not None:
        return step.view.staff.turns
    own = step.view.own
    if own is None:
        return step.public.turns
    return (*(one for one in step.public.turns if one.seat != own.seat), *own.turns)


def controls(told: Told) -> Iterator[Row]:
    """What the facilitator did that these eyes were told of, but for notes and words."""
    for step in told.steps:
        for line in step.lines:
            if line.control and line.kind not in SAID | KEPT_NOTES:
                yield (*when(step), line.kind, step.command, told.sentence(line))


def notes(told: Told) -> Iterator[Row]:
    """The facilitator's notes and marked moments."""
    for step, line in _lines(told, KEPT_NOTES):
        text = told.written.get(line.text, "") if line.text else ""
        objective = line.params.get("objective", "")
        yield (*when(step), line.kind, line.params.get("tags", ""), objective, text)


def _lines(told: Told, kinds: frozenset[str]) -> Iterator[tuple[Step, Line]]:
    return ((step, line) for step in told.steps for line in step.lines if line.kind in kinds)


SHEETS: Final = (
    Sheet(
        "deals",
        "Every offer, at its first moment, with what became of it.",
        (
            *WHEN,
            Column("deal", "its id"),
            Column("thread", "id of the first offer of its thread"),
            Column("counters", "id of the offer that it answers with another"),
            Column("by", "seat that offers"),
            Column("to", "seat that is asked"),
            Column("give", "what the offering seat gives, in words"),
            Column("get", "what it gets, in words"),
            Column("give_pay", "budget points given"),
            Column("get_pay", "budget points got"),
            Column("give_tokens", "trust tokens given"),
            Column("get_tokens", "trust tokens got"),
            Column("topic", "content, jurisdiction or cost"),
            Column("confidential", "yes: between the two"),
            Column("state", "open, accepted, declined, countered, withdrawn or expired"),
            Column("reason", "why it ended by itself"),
            Column("closed_place", "moment at which it ended"),
        ),
        deals,
    ),
    Sheet(
        "promises",
        "Every promise, at the moment it was given, with what became of it.",
        (
            *WHEN,
            Column("promise", "its id"),
            Column("by", "seat that promised"),
            Column("to", "seat that was promised"),
            Column("action", "kind of action"),
            Column("words", "the action with its object, in words"),
            Column("due", "round in which it falls due"),
            Column("confidential", "yes: between the two"),
            Column("verdict", "open, kept, broken or lapsed"),
            Column("judged_place", "moment at which it was judged"),
        ),
        promises,
    ),
    Sheet(
        "talk",
        "What was said, and what the facilitator counted of what was said aloud.",
        (
            *WHEN,
            Column("kind", "said, said_in_confidence, spoke (facilitator), talk_counted ..."),
            Column("by", "who spoke"),
            Column("to", "to whom; empty: to all"),
            Column("topic", "content, jurisdiction or cost"),
            Column("confidential", "yes: not for all ears"),
            Column("text", "in the speaker's own words, which may name people"),
        ),
        talk,
    ),
    Sheet(
        "actions",
        "Every planned action at its reveal, in the order in which they turned over.",
        (
            *WHEN,
            Column("number", "place in the reveal, from 1"),
            Column("seat", "id of the seat"),
            Column("action", "kind of action; empty: inside work, not known to these eyes"),
            Column("words", "the action with its object, in words"),
            Column("worked", "no: it failed"),
            Column("reason", "why it failed, where these eyes were told"),
        ),
        actions,
    ),
    Sheet(
        "controls",
        "What the facilitator did, apart from what players caused.",
        (
            *WHEN,
            Column("kind", "kind of line"),
            Column("command", "what was asked (facilitator only)"),
            Column("sentence", "in English, with the reason where these eyes were told"),
        ),
        controls,
    ),
    Sheet(
        "notes",
        "The facilitator's notes and marked moments (facilitator only).",
        (
            *WHEN,
            Column("kind", "noted or moment_marked"),
            Column("tags", "separated by commas"),
            Column("objective", "of the evaluation guide, on which the note bears"),
            Column("text", "in the facilitator's words, which may name people"),
        ),
        notes,
    ),
)
