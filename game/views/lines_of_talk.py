"""Lines about deals, promises, what is said, and what the facilitator does."""

from typing import assert_never

from game.events.control import (
    ActedFor,
    Adjusted,
    AnyControlEvent,
    HelpAsked,
    LineFired,
    LineHeld,
    LineJudged,
    LineRemoved,
    LineSet,
    LineSkipped,
    LookedOver,
    MomentMarked,
    Noted,
    PersonRemoved,
    RoomLocked,
    SecretOpened,
    Spoke,
    Spotlit,
    StandInSet,
    Struck,
    TalkCounted,
)
from game.events.talk import (
    AnyTalkEvent,
    DealClosed,
    DealUnmet,
    Offered,
    Promised,
    PromiseJudged,
    Said,
)
from game.model.deals import Deal, Promise
from game.views.deals import deal_view
from game.views.line import Eyes, Line
from game.vocabulary import DealId, PromiseId


def talk(eyes: Eyes, event: AnyTalkEvent) -> Line | None:
    """What seats offered, promised and said; in confidence only for the two."""
    match event:
        case Offered():
            return about_deal(eyes, event.deal, "offered")
        case DealClosed():
            return closed(eyes, event)
        case DealUnmet():
            deal = deal_of(eyes, event.deal)
            if deal is None or not (eyes.among(deal.by, deal.to) or eyes.opened("deals")):
                return None
            return eyes.line(
                "deal_unmet", deal=deal_view(deal), by=deal.by, to=deal.to, confidential=True
            )
        case Promised():
            return about_promise(eyes, event.promise, "promised")
        case PromiseJudged():
            promise = promise_of(eyes, event.promise)
            return about_promise(eyes, promise, f"promise_{event.verdict.value}", event.reason)
        case Said():
            return said(eyes, event)
        case _:
            assert_never(event)


def about_deal(eyes: Eyes, deal: Deal, kind: str) -> Line | None:
    """A line about a deal, for those who may see it."""
    if deal.confidential and not (eyes.among(deal.by, deal.to) or eyes.opened("deals")):
        return None
    return eyes.line(
        kind, deal=deal_view(deal), by=deal.by, to=deal.to, confidential=deal.confidential
    )


def closed(eyes: Eyes, event: DealClosed) -> Line | None:
    """An offer was accepted, declined, withdrawn, countered, or ended by itself."""
    deal = deal_of(eyes, event.deal)
    return None if deal is None else about_deal(eyes, deal, f"deal_{event.state.value}")


def deal_of(eyes: Eyes, deal: DealId) -> Deal | None:
    """The deal of this id, while its round lasts."""
    return next((one for one in eyes.table.deals if one.id == deal), None)


def promise_of(eyes: Eyes, promise: PromiseId) -> Promise:
    """The promise of this id."""
    return next(one for one in eyes.table.promises if one.id == promise)


def about_promise(
    eyes: Eyes, promise: Promise, kind: str, reason: str | None = None
) -> Line | None:
    """A line about a promise, for those who may know of it; why it failed is its promiser's."""
    bare = eyes.opened("deals")
    if promise.confidential and not (eyes.among(promise.by, promise.to) or bare):
        return None
    told = reason if eyes.among(promise.by) or bare else None
    return eyes.line(
        kind,
        act=promise.act,
        by=promise.by,
        to=promise.to,
        due=promise.due,
        reason=told,
        confidential=promise.confidential,
    )


def said(eyes: Eyes, event: Said) -> Line | None:
    """Words, public or in confidence."""
    if event.to is None:
        return eyes.line("said", by=event.by, topic=event.topic, text=event.text)
    if not (eyes.among(event.by, event.to) or eyes.opened("messages")):
        return None
    return eyes.line(
        "said_in_confidence",
        by=event.by,
        to=event.to,
        topic=event.topic,
        text=event.text,
        confidential=True,
    )


def control(eyes: Eyes, event: AnyControlEvent) -> Line | None:
    """What the facilitator did; reasons, notes and marks are the facilitator's own."""
    match event:
        case Adjusted():
            text = event.reason if eyes.staff else None
            return eyes.line("adjusted", text=text, control=True)
        case Spoke(to=None):
            return eyes.line("spoke", text=event.text, control=True)
        case Spoke() if eyes.among(event.to) or eyes.opened("messages"):
            return eyes.line(
                "spoke_to", to=event.to, text=event.text, confidential=True, control=True
            )
        case SecretOpened():
            kind, _, seat = event.secret.partition(":")
            return eyes.line(f"secret_opened_{kind}", seat=seat or None, control=True)
        case HelpAsked() if eyes.among(event.seat):
            return about_help(eyes, event)
        case ActedFor() if eyes.among(event.seat):
            return eyes.line(
                "acted_for_what",
                seat=event.seat,
                what=event.what,
                text=event.reason,
                confidential=True,
                control=True,
            )
        case ActedFor():
            return eyes.line("acted_for", seat=event.seat, control=True)
        case _:
            return staff_only(eyes, event) if eyes.staff else None


def about_help(eyes: Eyes, event: HelpAsked) -> Line:
    """A hand that went up or down; an answer is the facilitator's."""
    if event.asks:
        return eyes.line("help_asked", seat=event.seat, text=event.text, confidential=True)
    if event.text is None:
        return eyes.line("help_settled", seat=event.seat, confidential=True)
    return eyes.line(
        "help_answered", seat=event.seat, text=event.text, confidential=True, control=True
    )


def staff_only(eyes: Eyes, event: AnyControlEvent) -> Line | None:
    """What nobody but the facilitator reads; what was taken back by then, nobody."""
    if eyes.entry.version in eyes.table.struck:
        return None
    match event:
        case Noted():
            tags = ", ".join(event.tags)
            return eyes.line(
                "noted",
                text=event.text,
                tags=tags,
                objective=event.objective,
                confidential=True,
                control=True,
            )
        case MomentMarked():
            return eyes.line("moment_marked", text=event.text, confidential=True, control=True)
        case TalkCounted():
            return eyes.line("talk_counted", topic=event.topic, confidential=True, control=True)
        case RoomLocked() | StandInSet() | PersonRemoved() | Struck():
            return of_house(eyes, event)
        case Spotlit():
            return eyes.line(
                "spotlit", scene=event.scene, text=event.text, confidential=True, control=True
            )
        case LookedOver():
            return eyes.line(
                "looked_over",
                seat=event.seat,
                text=event.reason,
                confidential=True,
                control=True,
            )
        case _:
            return of_script(eyes, event)


def of_house(eyes: Eyes, event: RoomLocked | StandInSet | PersonRemoved | Struck) -> Line:
    """Who may be there, who sits in for whom, and what was taken back."""
    match event:
        case RoomLocked():
            kind = "room_locked" if event.locked else "room_unlocked"
            return eyes.line(kind, confidential=True, control=True)
        case StandInSet():
            return stand_in_set(eyes, event)
        case PersonRemoved():
            return removed(eyes, event)
        case Struck():
            return eyes.line("struck", confidential=True, control=True)
        case _:
            assert_never(event)


def removed(eyes: Eyes, event: PersonRemoved) -> Line:
    """Somebody was shut out, or let back in; their name is in no line."""
    kind = "person_removed" if event.removed else "person_readmitted"
    if event.seat is not None:
        kind = f"{kind}_of_seat"
    return eyes.line(
        kind,
        seat=event.seat,
        person=event.person,
        text=event.reason,
        confidential=True,
        control=True,
    )


def stand_in_set(eyes: Eyes, event: StandInSet) -> Line:
    """Whether a bot sits in for who is away, and after how long."""
    kind = "stand_in_off" if event.stand_in is None else "stand_in_set"
    minutes = None if event.stand_in is None else event.stand_in.after_min
    return eyes.line(kind, minutes=minutes, confidential=True, control=True)


def of_script(eyes: Eyes, event: AnyControlEvent) -> Line | None:
    """What became of the script."""
    match event:
        case LineSet():
            kind, number, text = "line_set", event.line.number, None
        case LineRemoved():
            kind, number, text = "line_removed", event.number, None
        case LineHeld():
            kind, number, text = "line_held" if event.held else "line_freed", event.number, None
        case LineSkipped():
            kind = "line_skipped" if event.skipped else "line_restored"
            number, text = event.number, event.reason
        case LineFired():
            kind, number, text = "line_fired", event.number, None
        case LineJudged():
            kind, number, text = "line_met" if event.met else "line_unmet", event.number, None
        case _:
            return None
    return eyes.line(kind, number=number, text=text, confidential=True, control=True)
