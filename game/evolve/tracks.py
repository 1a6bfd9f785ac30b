"""Folding what all share: tracks, agenda, cards, architecture, the launch."""

from typing import assert_never

from msgspec.structs import replace

from game.events.tracks import (
    AgendaShifted,
    AnyTrackEvent,
    ArchitectureAdopted,
    AuditHeld,
    BuildingFrozen,
    CardDrawn,
    CardSent,
    ChoiceOpened,
    ChoiceTaken,
    DeadlinePassed,
    DeadlineSet,
    DirectivesMoved,
    EffectIdle,
    FrameMoved,
    GovernanceAdopted,
    HeadlineShown,
    Launched,
    Lobbied,
    QuarterClosed,
    TrackMoved,
    VoteCounted,
)
from game.model.cards import Sent, Standing
from game.model.past import Count, Quarter
from game.model.table import Table
from game.vocabulary import CardId, Track


def evolve(table: Table, event: AnyTrackEvent) -> Table:  # noqa: C901  one case an event
    """The table after an event that concerns all."""
    match event:
        case TrackMoved():
            return moved(table, event)
        case Lobbied():
            return replace(table, lobbied=table.lobbied + 1)
        case AgendaShifted() | FrameMoved() | HeadlineShown():
            return shifted(table, event)
        case CardDrawn() | ChoiceOpened() | ChoiceTaken() | EffectIdle():
            return carded(table, event)
        case CardSent():
            return sent(table, event)
        case AuditHeld():
            return replace(table, audit=True)
        case BuildingFrozen():
            return replace(table, freeze=event.sensitivity)
        case DirectivesMoved():
            return replace(table, directives=event.to)
        case DeadlineSet():
            return replace(table, deadlines=(*table.deadlines, event.round))
        case DeadlinePassed():
            left = tuple(one for one in table.deadlines if one != event.round)
            return replace(table, deadlines=left)
        case _:
            return decided(table, event)


def moved(table: Table, event: TrackMoved) -> Table:
    """A track stands elsewhere."""
    match event.track:
        case Track.SUPPORT:
            return replace(table, support=event.to)
        case Track.LEGAL_PRESSURE:
            return replace(table, legal_pressure=event.to)
        case Track.COUNTER:
            high = max(table.counter_high, event.to)
            return replace(table, counter=event.to, counter_high=high)
        case Track.RATING:
            return replace(table, rating=event.to)
        case _:
            assert_never(event.track)


def shifted(table: Table, event: AgendaShifted | FrameMoved | HeadlineShown) -> Table:
    """Agenda, frame or headline is another."""
    match event:
        case FrameMoved():
            return replace(table, frame=event.to)
        case HeadlineShown():
            return replace(table, headline=event.frame)
        case AgendaShifted(card=None):
            return replace(table, agenda=event.to, agenda_card=None)
        case AgendaShifted():
            return replace(
                table,
                agenda=event.to,
                agenda_card=event.card,
                agenda_deck=tuple(one for one in table.agenda_deck if one.id != event.card),
                seats=tuple(replace(seat, scanned=None) for seat in table.seats),
            )
        case _:
            assert_never(event)


def carded(table: Table, event: CardDrawn | ChoiceOpened | ChoiceTaken | EffectIdle) -> Table:
    """The card on the table, and its choice."""
    standing = table.standing
    match event:
        case CardDrawn():
            return replace(
                table,
                standing=Standing(event.card, event.luck, event.written, event.words),
                played=(*table.played, event.card),
                drawn=table.drawn + (not event.injected),
                event_deck=without(table.event_deck, event.card),
                year_one_deck=without(table.year_one_deck, event.card),
                seats=tuple(
                    replace(seat, choice=None) if seat.choice else seat for seat in table.seats
                ),
            )
        case ChoiceOpened() if standing is not None:
            return replace(table, standing=replace(standing, choosing=True))
        case ChoiceTaken() if standing is not None:
            taken = replace(
                standing, choosing=False, option=event.option, defaulted=event.by_default
            )
            return replace(table, standing=taken)
        case _:
            return table


def sent(table: Table, event: CardSent) -> Table:
    """Some seats hold a card of their own; what lies on the table stays there."""
    given = Sent(event.card, event.to, event.written, event.words)
    return replace(
        table,
        sent=(*table.sent, given),
        played=(*table.played, event.card),
        event_deck=without(table.event_deck, event.card),
        year_one_deck=without(table.year_one_deck, event.card),
    )


def without(deck: tuple[CardId, ...], card: CardId) -> tuple[CardId, ...]:
    """The deck without this card."""
    return tuple(one for one in deck if one != card) if card in deck else deck


def decided(table: Table, event: AnyTrackEvent) -> Table:
    """What the seats, or the vote, decided for all."""
    match event:
        case ArchitectureAdopted():
            return replace(table, architecture=event.architecture, host=event.host, hub_progress=0)
        case GovernanceAdopted():
            return replace(table, governance=event.governance)
        case VoteCounted():
            return replace(table, count=Count(event.votes, event.passed))
        case Launched():
            return replace(table, launched=event.round)
        case QuarterClosed():
            closed = Quarter(event.card, event.bounced, event.absorbed, table.citizens_rating)
            return replace(table, quarters=(*table.quarters, closed))
        case _:
            raise AssertionError(event)
