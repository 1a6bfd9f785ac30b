"""RULES section 5: event cards, their choices and their effects."""

import pytest
from msgspec import convert
from msgspec.structs import replace

from game.controls.cards import Inject
from game.controls.chance import DrawCard, ShowHeadline
from game.controls.course import NextPhase
from game.draft import Draft
from game.effects import AnyEffect, apply_all
from game.effects.base import Condition
from game.effects.shared import Deadline
from game.events import AnyEvent
from game.events.dependencies import DependencyTurned
from game.events.seats import ChoiceMade
from game.events.tracks import (
    AuditHeld,
    ChoiceOpened,
    ChoiceTaken,
    DeadlinePassed,
    EffectIdle,
    TrackMoved,
)
from game.model.cards import Standing
from game.model.table import Table
from game.ruleset import Card
from game.talk.votes import Choose
from game.vocabulary import (
    CHANCE,
    FACILITATOR,
    Architecture,
    CardId,
    CardKind,
    Context,
    Due,
    OptionId,
    Phase,
    Rationality,
    Reason,
    State,
    Track,
)
from tests.given import (
    ARCHIVE,
    COUNCIL,
    FEES,
    FINES,
    LIBRARY,
    LOANS,
    MAPS,
    MINUTES,
    NAMES,
    TITLES,
    answered,
    common,
    dependency,
    given,
    joined,
    knowing,
    laid,
    planning,
    seat,
    seat_of,
    seats,
    side,
    trusting,
)

CARD = CardId("card")
GRANT, RULING = CardId("grant"), CardId("ruling")
SHARE, BUILD = OptionId("share"), OptionId("build")
WAIT, INFORM = OptionId("wait"), OptionId("inform")


def played(table: Table, *effects: dict[str, object], luck: int = 0) -> Draft:
    """The draft after these effects, written as in a ruleset."""
    draft = Draft(table)
    apply_all(draft, CARD, tuple(convert(one, AnyEffect) for one in effects), luck)
    return draft


def after(table: Table, *effects: dict[str, object], luck: int = 0) -> Table:
    return played(table, *effects, luck=luck).table


def idle(table: Table, effect: dict[str, object]) -> bool:
    """Whether it did nothing, and said so."""
    events: list[AnyEvent] = played(table, effect).events
    return events == [EffectIdle(CARD, str(effect["type"]))]


# --- effects


def test_a_track_moves_within_its_ends() -> None:
    effect: dict[str, object] = {"type": "track", "track": "support", "by": 2}
    assert after(laid(), effect).support == 7
    assert after(replace(laid(), support=9), effect).support == 10
    assert idle(replace(laid(), support=10), effect)
    assert after(laid(), effect | {"track": "legal_pressure"}).legal_pressure == 2
    assert after(laid(), effect | {"track": "counter"}).counter == 2
    assert after(laid(), effect | {"by": -6}).support == 0


@pytest.mark.parametrize(
    ("who", "richer"),
    [
        ("all", [3, 3, 3]),
        ("library", [2, 3, 2]),
        ("technical", [2, 2, 3]),
        (f"parties:{TITLES}", [2, 3, 3]),
    ],
)
def test_agencies_are_named_by_role_rationality_or_as_parties(who: str, richer: list[int]) -> None:
    effect: dict[str, object] = {"type": "agency", "who": who, "holding": "budget", "by": 1}
    assert [one.budget for one in after(laid(), effect).seats] == richer


def test_an_agency_moves_within_its_ends_and_one_not_seated_does_not() -> None:
    effect: dict[str, object] = {"type": "agency", "who": "all", "holding": "autonomy", "by": 1}
    assert idle(laid(), effect)
    assert [one.autonomy for one in after(laid(), effect | {"by": -2}).seats] == [8, 8, 8]
    assert [one.routines for one in after(laid(), effect | {"holding": "routines"}).seats] == [
        1,
        1,
        1,
    ]
    assert idle(laid(), effect | {"who": "treasury"})
    assert idle(laid(), effect | {"who": "parties:else"})


def test_that_routines_were_full_already_is_not_told() -> None:
    effect: dict[str, object] = {"type": "agency", "who": COUNCIL, "holding": "routines", "by": 1}
    full = replace(laid(), seats=tuple(replace(one, routines=3) for one in laid().seats))
    assert played(full, effect).events == []
    assert len(played(laid(), effect).events) == 1
    assert idle(laid(), effect | {"who": "treasury"})


def test_the_agenda_is_set_or_the_next_card_comes() -> None:
    to_economic = after(laid(), {"type": "agenda", "to": "economic"})
    assert (to_economic.agenda, len(to_economic.agenda_deck)) == (Rationality.ECONOMIC, 2)
    following = after(laid(), {"type": "agenda"})
    assert (following.agenda, following.agenda_card) == (Rationality.ECONOMIC, "cuts")
    assert len(following.agenda_deck) == 1
    assert idle(replace(laid(), agenda_deck=()), {"type": "agenda"})


def test_trust_comes_and_goes_towards_a_seat_or_between_parties() -> None:
    gained = after(laid(), {"type": "trust", "towards": "council", "by": 1})
    assert (gained.trust(LIBRARY, COUNCIL), gained.trust(ARCHIVE, COUNCIL)) == (1, 1)
    assert gained.trust(COUNCIL, LIBRARY) == 0
    pair = after(laid(), {"type": "trust", "between": TITLES, "by": 2})
    assert (pair.trust(LIBRARY, ARCHIVE), pair.trust(ARCHIVE, LIBRARY)) == (2, 2)
    lost = after(
        trusting(laid(), LIBRARY, COUNCIL, 2), {"type": "trust", "towards": "council", "by": -1}
    )
    assert lost.trust(LIBRARY, COUNCIL) == 1
    assert idle(laid(), {"type": "trust", "towards": "treasury", "by": 1})
    assert idle(laid(), {"type": "trust", "between": "else", "by": 1})


def test_turning_voids_what_was_known_and_keeps_answers() -> None:
    table = answered(common(laid(), NAMES), NAMES)
    turned = after(table, {"type": "turn", "real": False})
    one = turned.dependency(NAMES)
    assert (one.real, one.common, one.sides[0].answered) == (False, False, True)
    assert all(NAMES not in held.known for held in turned.seats)


def test_turning_says_the_same_where_nothing_changed() -> None:
    draft = played(laid(), {"type": "turn", "real": True})
    assert draft.events == [DependencyTurned(NAMES, real=True)]
    assert after(common(laid(), NAMES), {"type": "turn", "real": True}).dependency(NAMES).real


def test_luck_draws_among_those_still_open() -> None:
    table = joined(joined(laid(), NAMES), FEES, State.LIVE)
    found = [
        one
        for luck in range(5)
        for one in played(table, {"type": "turn", "real": False}, luck=luck).events
        if isinstance(one, DependencyTurned)
    ]
    assert [one.dependency for one in found] == [FINES, TITLES, LOANS, MAPS, MINUTES]


def test_where_none_is_open_nothing_turns() -> None:
    table = laid()
    for one in table.dependencies:
        table = joined(table, one.id)
    assert idle(table, {"type": "turn", "real": True})


def test_effort_and_sensitivity_change_but_stay_at_least_one_and_at_most_three() -> None:
    table = after(laid(), {"type": "weigh", "which": "all", "effort": -1, "sensitivity": 1})
    assert [one.effort for one in table.dependencies] == [1, 1, 1, 1, 1, 1, 1]
    assert [one.sensitivity for one in table.dependencies] == [2, 3, 3, 2, 3, 3, 3]
    live = after(joined(laid(), FEES, State.LIVE), {"type": "weigh", "which": FEES, "effort": 1})
    assert live.dependency(FEES).effort == 2
    drawn = after(laid(), {"type": "weigh", "which": "drawn", "effort": 1}, luck=1)
    assert drawn.dependency(FEES).effort == 2
    mine = after(laid(), {"type": "weigh", "which": "archive", "effort": 1})
    assert [one.effort for one in mine.dependencies] == [1, 1, 2, 2, 3, 2, 2]
    assert idle(laid(), {"type": "weigh", "which": "else", "effort": 1})
    everything_joined = laid()
    for one in everything_joined.dependencies:
        everything_joined = joined(everything_joined, one.id)
    assert idle(everything_joined, {"type": "weigh", "which": "drawn", "effort": 1})


def test_suspending_rests_what_is_live_sensitive_and_not_answered() -> None:
    table = joined(joined(joined(laid(), FEES, State.LIVE), NAMES, State.LIVE), FINES)
    table = side(table, FEES, LIBRARY, answered=False)
    table = side(table, NAMES, LIBRARY, answered=False)
    rested = after(table, {"type": "suspend", "sensitivity": 2})
    states = [rested.dependency(one).state for one in (NAMES, FEES, FINES)]
    assert states == [State.LIVE, State.SUSPENDED, State.SIGNED]
    assert idle(joined(laid(), FEES, State.LIVE), {"type": "suspend", "sensitivity": 2})


def test_revealing_tells_both_parties() -> None:
    table = after(laid(), {"type": "reveal", "which": TITLES})
    assert [one.known for one in table.seats] == [(), (TITLES,), (TITLES,)]
    drawn = after(knowing(laid(), NAMES), {"type": "reveal"})
    assert FEES in seat_of(drawn, "council").known


def test_revealing_says_nothing_of_what_the_parties_knew() -> None:
    known = knowing(laid(), TITLES)
    assert played(known, {"type": "reveal", "which": TITLES}).events == []
    assert idle(common(laid(), TITLES), {"type": "reveal", "which": TITLES})


def test_an_audit_opens_the_back_ledger_and_punishes_a_shining_counter() -> None:
    quiet = played(laid(), {"type": "audit"})
    assert quiet.events == [AuditHeld()]
    shining = replace(laid(), counter=2)
    assert after(shining, {"type": "audit"}).support == 3
    sound = replace(shining, need=1)
    assert after(sound, {"type": "audit"}).support == 5


def test_a_freeze_holds_for_the_round_and_directives_move_where_there_are_some() -> None:
    assert after(laid(), {"type": "freeze", "sensitivity": 2}).freeze == 2
    assert after(laid(), {"type": "directives", "by": 1}).directives == 4
    assert after(laid(), {"type": "directives", "by": -5}).directives == 0
    assert idle(replace(laid(), directives=0), {"type": "directives", "by": -1})
    assert idle(replace(laid(), governance=None), {"type": "directives", "by": 1})


def test_a_deadline_that_passes_costs_before_the_frame_is_checked() -> None:
    table = after(laid(), {"type": "deadline", "round": 2})
    assert table.deadlines == (2,)
    table = replace(table, phase=Phase.REVEAL, event_deck=(), frame=Rationality.ECONOMIC)
    given(table).when(FACILITATOR, NextPhase()).then_also(
        DeadlinePassed(2),
        TrackMoved(Track.LEGAL_PRESSURE, 2, 2),
        TrackMoved(Track.SUPPORT, -1, 4),
        TrackMoved(Track.SUPPORT, 2, 6),
    )
    assert given(table).next().table.deadlines == ()
    assert idle(replace(laid(), round=3), {"type": "deadline", "round": 2})


def test_a_deadline_set_in_the_talk_of_its_own_round_passes_in_the_next_briefing() -> None:
    # given a card with a deadline of this round, injected in its Talk
    card = Card(id=CardId("now"), kind=CardKind.LEGAL, effects=(Deadline(round=2),))
    talk = replace(laid(), round=2, event_deck=())
    talk = given(talk).when(FACILITATOR, Inject(written=card, text="now")).table
    assert (talk.round, talk.deadlines) == (2, (2,))
    # when this round is over, then it passes once, in the next Briefing
    now = given(talk).next().next()
    assert now.table.phase is Phase.REVEAL
    assert (now.table.deadlines, now.table.legal_pressure) == ((2,), talk.legal_pressure)
    briefing = given(now.table).when(FACILITATOR, NextPhase())
    briefing.then_also(DeadlinePassed(2))
    assert briefing.table.deadlines == ()


@pytest.mark.parametrize(
    ("condition", "table", "holds"),
    [
        ({"track": "support", "at_least": 5}, laid(), True),
        ({"track": "support", "at_least": 6}, laid(), False),
        ({"track": "legal_pressure", "at_least": 1}, replace(laid(), legal_pressure=1), True),
        ({"track": "counter", "at_least": 1}, laid(), False),
        ({"frame_is_agenda": True}, laid(), False),
        ({"frame_is_agenda": False}, laid(), True),
        ({"agenda": "legal"}, laid(), True),
        ({"agenda": "economic"}, laid(), False),
        ({"live_at_least": 1}, laid(), False),
        ({"live_at_least": 1}, joined(laid(), NAMES, State.LIVE), True),
        ({"fragmentation_at_least": 2}, seats(laid(), portals=1), True),
        ({"fragmentation_at_least": 4}, seats(laid(), portals=1), False),
        ({"architecture": "exchange"}, laid(), True),
        ({"architecture": "central"}, laid(), False),
        ({"launched": True}, laid(), False),
        ({"launched": True}, replace(laid(), launched=1), True),
        ({"launched": False, "agenda": "legal"}, laid(), True),
    ],
)
def test_an_effect_counts_only_where_its_condition_holds(
    condition: dict[str, object], table: Table, *, holds: bool
) -> None:
    assert convert(condition, Condition).holds(table) is holds
    effect: dict[str, object] = {"type": "directives", "by": 1, "if": condition}
    assert bool(played(table, effect).events) is holds


def test_each_effect_sees_what_the_one_before_it_left() -> None:
    table = after(
        laid(),
        {"type": "track", "track": "counter", "by": 1},
        {"type": "track", "track": "support", "by": 1, "if": {"track": "counter", "at_least": 1}},
    )
    assert table.support == 6


def test_weights_follow_architecture_and_context_again_after_a_card() -> None:
    table = replace(laid(), architecture=Architecture.CLEARING_HOUSE, context=Context.PLAIN)
    heavier = after(table, {"type": "weigh", "which": NAMES, "effort": 1, "sensitivity": 1})
    one = heavier.dependency(NAMES)
    assert (one.base_effort, one.effort, one.base_sensitivity, one.sensitivity) == (2, 3, 2, 1)


# --- choices


def choosing(card: CardId = GRANT) -> Table:
    """Talk, with this card and its open choice on the table."""
    return replace(laid(), standing=Standing(card, 0, choosing=True))


def taken(table: Table) -> ChoiceTaken:
    events = given(table).when(FACILITATOR, NextPhase()).events
    return next(one for one in events if isinstance(one, ChoiceTaken))


def test_a_card_with_a_choice_opens_it_in_briefing() -> None:
    table = replace(laid(Phase.BRIEFING), due=Due.CARD, event_deck=(GRANT,))
    given(table).when(CHANCE, DrawCard(GRANT)).then_also(ChoiceOpened(GRANT))


def test_votes_on_a_choice_are_open_and_may_be_changed() -> None:
    table = given(choosing()).when(COUNCIL, Choose(BUILD)).then(ChoiceMade(COUNCIL, BUILD)).table
    given(table).when(COUNCIL, Choose(BUILD)).refused(Reason.ALREADY)
    given(table).when(COUNCIL, Choose(SHARE)).then(ChoiceMade(COUNCIL, SHARE))
    given(table).when(COUNCIL, Choose(OptionId("burn"))).refused(Reason.UNKNOWN)
    given(laid()).when(COUNCIL, Choose(SHARE)).refused(Reason.NOTHING_DUE)


def test_most_votes_take_a_choice_and_none_or_a_tie_the_default() -> None:
    assert taken(choosing()) == ChoiceTaken(GRANT, SHARE, by_default=True)
    one = given(choosing()).when(COUNCIL, Choose(BUILD)).table
    assert taken(one) == ChoiceTaken(GRANT, BUILD, by_default=False)
    tie = given(one).when(LIBRARY, Choose(SHARE)).table
    assert taken(tie) == ChoiceTaken(GRANT, SHARE, by_default=True)


def test_the_effects_of_the_option_follow_when_talk_ends() -> None:
    table = dependency(choosing(), FINES, base_effort=2, effort=2)
    table = given(table).when(COUNCIL, Choose(BUILD)).table
    assert given(table).next().table.dependency(FINES).effort == 1


def test_a_choice_of_one_named_seat_is_its_own() -> None:
    given(choosing(RULING)).when(COUNCIL, Choose(INFORM)).refused(Reason.NOT_YOURS)
    table = given(choosing(RULING)).when(LIBRARY, Choose(INFORM)).table
    assert taken(table) == ChoiceTaken(RULING, INFORM, by_default=False)
    assert seat_of(given(table).next().table, "library").budget == 1


def test_where_the_named_seat_is_not_seated_the_default_is_taken() -> None:
    table = choosing(RULING)
    without = replace(table, seats=tuple(one for one in table.seats if one.id != LIBRARY))
    assert taken(replace(without, dependencies=())) == ChoiceTaken(RULING, WAIT, by_default=True)


def test_a_second_card_settles_the_choice_of_the_first() -> None:
    given(choosing()).when(FACILITATOR, Inject(RULING)).then_also(
        ChoiceTaken(GRANT, SHARE, by_default=True), ChoiceOpened(RULING)
    )


def test_a_card_that_comes_too_late_for_a_choice_takes_the_default_at_once() -> None:
    given(planning(laid())).when(FACILITATOR, Inject(GRANT)).then_also(
        ChoiceOpened(GRANT), ChoiceTaken(GRANT, SHARE, by_default=True)
    )


# --- drawing


def test_chance_draws_only_what_is_due_and_in_the_deck() -> None:
    table = replace(laid(Phase.BRIEFING), due=Due.CARD, event_deck=(GRANT,))
    given(table).when(CHANCE, DrawCard(RULING)).refused(Reason.NO_CARD_LEFT)
    given(table).when(CHANCE, DrawCard(CardId("letters"))).refused(Reason.NO_CARD_LEFT)
    given(table).when(CHANCE, ShowHeadline(Rationality.LEGAL)).refused(Reason.NOTHING_DUE)
    given(replace(table, due=None)).when(CHANCE, DrawCard(GRANT)).refused(Reason.NOTHING_DUE)
    given(table).when(FACILITATOR, DrawCard(GRANT)).refused(Reason.NOT_YOURS)


def test_a_drawn_card_leaves_its_deck_and_choices_begin_anew() -> None:
    table = replace(laid(Phase.BRIEFING), due=Due.CARD, event_deck=(GRANT, RULING))
    table = seat(table, COUNCIL, choice=SHARE)
    drawn = given(table).when(CHANCE, DrawCard(GRANT)).table
    assert (drawn.event_deck, drawn.played) == ((RULING,), (GRANT,))
    assert seat_of(drawn, "council").choice is None
