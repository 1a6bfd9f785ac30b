"""Pulses as they are shown: the question to all, who answered what to those who may know."""

from game.model.pulses import Pulse
from game.model.table import Table
from game.views.shown import Shown
from game.vocabulary import Phase, PulseForm, PulseId, PulseQuestion, SeatId, TextId


class PulseShown(Shown, frozen=True):
    """What the facilitator asked."""

    id: PulseId
    form: PulseForm
    question: PulseQuestion | None
    """None: in the facilitator's own words, under `text`."""
    text: TextId | None
    about: SeatId | None
    round: int
    """When it was asked."""
    phase: Phase
    open: bool


class SeatAnswer(Shown, frozen=True):
    """What one seat answered."""

    seat: SeatId
    answer: str


class PulseResult(Shown, frozen=True):
    """A pulse with all answers, in seat order; who did not answer is left out."""

    pulse: PulseShown
    answers: tuple[SeatAnswer, ...]


def open_pulse(table: Table) -> PulseShown | None:
    """The one that can be answered now."""
    return next((pulse_shown(one) for one in table.pulses if one.open), None)


def pulse_shown(pulse: Pulse) -> PulseShown:
    """The question."""
    return PulseShown(
        id=pulse.id,
        form=pulse.form,
        question=pulse.question,
        text=pulse.text,
        about=pulse.about,
        round=pulse.round,
        phase=pulse.phase,
        open=pulse.open,
    )


def pulse_results(table: Table) -> tuple[PulseResult, ...]:
    """Every pulse and its answers, oldest first."""
    return tuple(
        PulseResult(
            pulse_shown(pulse),
            tuple(
                SeatAnswer(seat.id, one.answer)
                for seat in table.seats
                for one in seat.pulses
                if one.pulse == pulse.id
            ),
        )
        for pulse in table.pulses
    )
