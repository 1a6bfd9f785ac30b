"""Lines about questions to all seats; an answer is for its seat and the facilitator."""

from typing import assert_never

from game.events.pulses import AnyPulseEvent, PulseAnswered, PulseAsked, PulseClosed
from game.talk.pulses import YES_NO
from game.views.line import Eyes, Line


def pulse(eyes: Eyes, event: AnyPulseEvent) -> Line | None:
    """A question, an answer, or the end of a question."""
    match event:
        case PulseAsked(pulse=asked):
            kind = f"pulse_asked_{asked.question or 'freely'}"
            return eyes.line(kind, text=asked.text, seat=asked.about, control=True)
        case PulseAnswered():
            return answered(eyes, event) if eyes.among(event.seat) else None
        case PulseClosed():
            return eyes.line("pulse_closed", control=True) if eyes.staff else None
        case _:
            assert_never(event)


def answered(eyes: Eyes, event: PulseAnswered) -> Line:
    """What a seat answered."""
    if any(one.id == event.answer for one in eyes.table.seats):
        return eyes.line(
            "pulse_answered_seat", seat=event.seat, other=event.answer, confidential=True
        )
    if event.answer in YES_NO:
        return eyes.line(f"pulse_answered_{event.answer}", seat=event.seat, confidential=True)
    return eyes.line(
        "pulse_answered_level", seat=event.seat, now=int(event.answer), confidential=True
    )
