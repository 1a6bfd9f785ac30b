"""Lines about phases, tracks, agenda, cards, the vote and year one."""

from typing import Final

from game.events.course import (
    AnyCourseEvent,
    AutopilotSet,
    Extended,
    GameEnded,
    Opened,
    Paused,
    PhaseBegan,
    Resumed,
    Rewound,
    Stopped,
)
from game.events.tracks import (
    AgendaShifted,
    AnyTrackEvent,
    ArchitectureAdopted,
    AuditHeld,
    BuildingFrozen,
    CardDrawn,
    CardSent,
    ChoiceTaken,
    DeadlinePassed,
    DeadlineSet,
    DirectivesMoved,
    EffectIdle,
    FrameMoved,
    GovernanceAdopted,
    HeadlineShown,
    Launched,
    QuarterClosed,
    TrackMoved,
    VoteCounted,
)
from game.views.line import Eyes, Line
from game.vocabulary import Phase

OUT_OF_ROUNDS: Final = frozenset({Phase.LOBBY, Phase.YEAR_ONE, Phase.ENDED})


def course(eyes: Eyes, event: AnyCourseEvent) -> Line | None:  # noqa: C901  one case an event
    """How the game runs."""
    match event:
        case Opened():
            return eyes.line("opened")
        case PhaseBegan(phase=Phase.YEAR_ONE, quarter=0):
            return None  # that it was launched says it
        case PhaseBegan():
            kind = f"phase_{event.phase.value}"
            return eyes.line(kind, round=event.round, quarter=event.quarter)
        case Paused():
            kind = "paused_for_emergency" if event.emergency else "paused"
            return eyes.line(kind, text=event.text, control=True)
        case Resumed():
            return eyes.line("resumed", control=True)
        case Extended():
            kind = "extended" if event.seconds > 0 else "shortened"
            return eyes.line(kind, seconds=abs(event.seconds), control=True)
        case AutopilotSet() if eyes.staff:
            return eyes.line("autopilot_on" if event.on else "autopilot_off", control=True)
        case Rewound():
            return rewound(eyes, event)
        case Stopped():
            return eyes.line("stopped")
        case GameEnded():
            return eyes.line("game_ended", outcome=event.outcome, value=event.public_value)
        case _:
            return None


def rewound(eyes: Eyes, event: Rewound) -> Line:
    """The game was set back: to which phase, and why; logs of old do not say why to all."""
    now = eyes.table
    if now.phase in OUT_OF_ROUNDS:
        return eyes.line("rewound_to", phase=now.phase.value, text=event.text, control=True)
    return eyes.line(
        "rewound", round=now.round, phase=now.phase.value, text=event.text, control=True
    )


def track(eyes: Eyes, event: AnyTrackEvent) -> Line | None:  # noqa: C901  one case an event
    """What all share; all may read all of it, but for a card that is for some alone."""
    match event:
        case TrackMoved(by=0):
            return None
        case TrackMoved():
            kind = "track_rose" if event.by > 0 else "track_fell"
            return eyes.line(kind, track=event.track, steps=abs(event.by), now=event.to)
        case AgendaShifted():
            return eyes.line("agenda_shifted", agenda=event.to, card=event.card)
        case FrameMoved():
            return eyes.line("frame_moved", frame=event.to)
        case HeadlineShown():
            return headline(eyes, event)
        case CardDrawn():
            kind = "card_injected" if event.injected else "card_drawn"
            return eyes.line(kind, card=event.card, text=event.words, control=event.injected)
        case CardSent():
            return card_sent(eyes, event)
        case ChoiceTaken():
            kind = "choice_taken_by_default" if event.by_default else "choice_taken"
            return eyes.option(kind, event.card, event.option)
        case EffectIdle():
            return eyes.line("effect_idle", card=event.card, effect=event.effect)
        case _:
            return measure(eyes, event)


def card_sent(eyes: Eyes, event: CardSent) -> Line | None:
    """A card for some; the others are not told that there was one."""
    if eyes.staff:
        text = event.words or event.reason
        count = len(event.to)
        return eyes.line(
            "card_given", card=event.card, count=count, text=text, confidential=True, control=True
        )
    if eyes.seat not in event.to:
        return None
    return eyes.line(
        "card_sent", card=event.card, text=event.words, confidential=True, control=True
    )


def headline(eyes: Eyes, event: HeadlineShown) -> Line:
    """A rumour; in the debrief, once opened, whether it named the next agenda card."""
    if not eyes.opened("headlines"):
        return eyes.line("headline_shown", frame=event.frame)
    deck = eyes.table.agenda_deck
    if not deck:
        return eyes.line("headline_of_nothing", frame=event.frame)
    coming = deck[0].rationality
    kind = "headline_was_right" if coming is event.frame else "headline_was_wrong"
    return eyes.line(kind, frame=event.frame, agenda=coming)


def measure(eyes: Eyes, event: AnyTrackEvent) -> Line | None:  # noqa: C901  one case an event
    """Measures, deadlines, what was adopted, the vote, year one."""
    match event:
        case AuditHeld():
            return eyes.line("audit_held")
        case BuildingFrozen():
            return eyes.line("building_frozen", sensitivity=event.sensitivity)
        case DirectivesMoved():
            return eyes.line("directives_moved", now=event.to)
        case DeadlineSet():
            return eyes.line("deadline_set", round=event.round)
        case DeadlinePassed():
            return eyes.line("deadline_passed", round=event.round)
        case ArchitectureAdopted():
            kind = "architecture_adopted" if event.host is None else "central_adopted"
            return eyes.line(kind, architecture=event.architecture, host=event.host)
        case GovernanceAdopted():
            kind = "governance_by_default" if event.by_default else "governance_adopted"
            return eyes.line(kind, governance=event.governance)
        case VoteCounted(votes=()):
            return eyes.line("no_vote_held")
        case VoteCounted():
            launch = sum(vote is True for vote in event.votes)
            hold = sum(vote is False for vote in event.votes)
            kind = "vote_passed" if event.passed else "vote_failed"
            return eyes.line(kind, launch=launch, hold=hold)
        case Launched():
            return eyes.line("launched", round=event.round)
        case QuarterClosed():
            return eyes.line("quarter_closed", bounced=event.bounced, absorbed=event.absorbed)
        case _:
            return None
