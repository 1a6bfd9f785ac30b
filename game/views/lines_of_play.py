"""Lines about agencies, trust and dependencies."""

from game.actions import BY_KIND
from game.acts import named
from game.events.dependencies import (
    AnyDependencyEvent,
    BecameCommon,
    DependencyTurned,
    DependencyWeighed,
    FactShown,
    ProtestEnded,
    Reopened,
    Signed,
    Suspended,
    WentLive,
)
from game.events.seats import (
    ActResolved,
    AgencyMoved,
    AnySeatEvent,
    ArchitectureBacked,
    ChoiceMade,
    DoneSaid,
    GovernanceBacked,
    Learned,
    PlanLocked,
    ReadySaid,
    Scanned,
    SeatDropped,
    SeatHeld,
    SeatShared,
    VoteCalled,
)
from game.events.trust import AnyTrustEvent, TokenEarned, TokenLost, TokenPlaced, TokenTaken
from game.talk.seat import TakeSeatBack
from game.views.line import Eyes, Line
from game.views.reveal import TELLS_KNOWLEDGE
from game.vocabulary import Holding, Loss

PUBLIC_HOLDINGS = frozenset({Holding.AUTONOMY, Holding.PORTALS, Holding.CAPACITY})
"""Budget is public too, but others see it only as it stands after a reveal, not move by move."""


def act_resolved(eyes: Eyes, event: ActResolved) -> Line | None:
    """An action at its turn: the actor reads why it failed, others not what would tell too much."""
    if eyes.among(event.seat) or eyes.opened("plans"):
        kind = "act_worked" if event.worked else "act_failed"
        return eyes.line(kind, act=event.act, seat=event.seat, reason=event.reason)
    if BY_KIND[event.act.kind].inside:
        return eyes.line("act_inside", seat=event.seat)
    if event.worked:
        return eyes.line("act_worked", act=event.act, seat=event.seat)
    if event.reason is None or event.reason in TELLS_KNOWLEDGE:
        return eyes.line("act_did_not_succeed", act=event.act, seat=event.seat)
    return eyes.line("act_failed", act=event.act, seat=event.seat, reason=event.reason)


def seat(eyes: Eyes, event: AnySeatEvent) -> Line | None:  # noqa: C901  one case an event
    """What a seat did, or what became of it."""
    match event:
        case DoneSaid() | ReadySaid():
            return None  # the commonest of all
        case AgencyMoved():
            return agency_moved(eyes, event)
        case SeatHeld():
            return seat_held(eyes, event)
        case SeatShared():
            kind = "seat_shared" if event.shares else "seat_shared_no_more"
            return eyes.line(kind, seat=event.seat, control=True)
        case SeatDropped():
            kind = "seat_dropped" if event.dropped else "seat_waited_for"
            return eyes.line(kind, seat=event.seat, control=True)
        case PlanLocked(by_default=True):
            return eyes.line("passed_by_default", seat=event.seat)
        case ChoiceMade():
            card = named(eyes.table.standing).card
            return eyes.option("choice_made", card, event.option, event.seat)
        case VoteCalled():
            kind = "vote_called" if event.calls else "vote_call_withdrawn"
            return eyes.line(kind, seat=event.seat)
        case ArchitectureBacked():
            return architecture_backed(eyes, event)
        case GovernanceBacked(governance=None):
            return eyes.line("governance_backed_no_more", seat=event.seat)
        case GovernanceBacked():
            return eyes.line("governance_backed", seat=event.seat, governance=event.governance)
        case Scanned() if eyes.among(event.seat) or eyes.opened("headlines"):
            return eyes.line("scanned", seat=event.seat, agenda=event.agenda, confidential=True)
        case Learned() if eyes.among(event.seat):
            return learned(eyes, event)
        case _:
            return None


def seat_held(eyes: Eyes, event: SeatHeld) -> Line:
    """Somebody else moves a seat; who has it back from the bot that sat in did so by themselves."""
    if isinstance(eyes.entry.command, TakeSeatBack):
        return eyes.line("seat_taken_back", seat=event.seat)
    kind = "bot_sat_in" if event.stands_in else f"seat_held_by_{event.holder.value}"
    return eyes.line(kind, seat=event.seat, bot=event.bot, control=True)


def agency_moved(eyes: Eyes, event: AgencyMoved) -> Line | None:
    """A number of an agency: some are public, the others its own."""
    is_public = event.holding in PUBLIC_HOLDINGS
    if not is_public and not eyes.among(event.seat):
        return None
    return eyes.line(
        "agency_rose" if event.by > 0 else "agency_fell",
        seat=event.seat,
        holding=event.holding,
        steps=abs(event.by),
        now=event.to,
        confidential=not is_public,
    )


def architecture_backed(eyes: Eyes, event: ArchitectureBacked) -> Line:
    """A seat backs an architecture, or none any more."""
    if event.architecture is None:
        return eyes.line("architecture_backed_no_more", seat=event.seat)
    kind = "architecture_backed" if event.host is None else "central_backed"
    return eyes.line(kind, seat=event.seat, architecture=event.architecture, host=event.host)


def learned(eyes: Eyes, event: Learned) -> Line | None:
    """What a seat learned of a dependency; on the common map one line for all tells it."""
    one = eyes.table.dependency(event.dependency)
    if one.common:
        return None
    if event.dependency not in eyes.table.seat(event.seat).known:
        return None
    kind = "learned_real" if one.real else "learned_dead_end"
    return eyes.line(kind, seat=event.seat, dependency=event.dependency, confidential=True)


def trust(eyes: Eyes, event: AnyTrustEvent) -> Line | None:
    """Tokens: the trust table is public."""
    match event:
        case TokenPlaced():
            return eyes.line("token_placed", seat=event.seat, other=event.other)
        case TokenTaken():
            return eyes.line("token_taken", seat=event.seat, other=event.other)
        case TokenEarned():
            return eyes.line("token_earned", seat=event.seat, other=event.other)
        case TokenLost():
            # A broken promise may have been given in confidence: only the two read why.
            reads = eyes.among(event.seat, event.other) or eyes.opened("deals")
            hidden = event.why is Loss.BROKEN_PROMISE and not reads
            kind = "tokens_lost" if hidden else f"tokens_lost_{event.why.value}"
            count = event.placed + event.earned
            return eyes.line(kind, seat=event.seat, other=event.other, count=count)
        case _:
            return None


def dependency(eyes: Eyes, event: AnyDependencyEvent) -> Line | None:  # noqa: C901  one case an event
    """What happened to a dependency."""
    named = event.dependency
    match event:
        case FactShown():
            return fact_shown(eyes, event)
        case DependencyTurned():
            return eyes.line("dependency_turned", dependency=named)
        case DependencyWeighed():
            return eyes.line(
                "dependency_weighed",
                dependency=named,
                sensitivity=event.sensitivity,
                effort=event.effort,
            )
        case BecameCommon():
            known = eyes.table.dependency(named)
            if not known.common:
                return eyes.line("became_common", dependency=named)
            kind = "became_common_real" if known.real else "became_common_dead_end"
            return eyes.line(kind, dependency=named)
        case Signed():
            kind = "signed_by_directive" if event.directive else "signed"
            if any(event.protest):
                kind += "_under_protest"
            return eyes.line(kind, dependency=named)
        case ProtestEnded():
            return eyes.line("protest_ended", dependency=named, seat=event.seat)
        case WentLive():
            return eyes.line("went_live_again" if event.again else "went_live", dependency=named)
        case Suspended():
            return eyes.line("suspended", dependency=named)
        case Reopened():
            return eyes.line("reopened", dependency=named)
        case _:
            return None


def fact_shown(eyes: Eyes, event: FactShown) -> Line | None:
    """Shown to all, or a matter of the two."""
    if event.to is None:
        return eyes.line("fact_shown_to_all", by=event.by, dependency=event.dependency)
    if not eyes.among(event.by, event.to):
        return None
    return eyes.line(
        "fact_shown",
        by=event.by,
        to=event.to,
        dependency=event.dependency,
        confidential=True,
    )
