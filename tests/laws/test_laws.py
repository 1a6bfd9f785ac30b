"""Laws that hold at every position of every game; each says the number of the one that breaks it.

`make test` tries a fiftieth of what `make torture` tries.
"""

from random import Random
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import json
from msgspec.structs import replace

from game.commands import AnyCommand
from game.controls.cards import Inject
from game.controls.chance import DrawCard
from game.controls.course import Pause, Resume, Rewind, TimeUp
from game.controls.pulses import AskPulse, ClosePulse
from game.controls.room import CountTalk, Note, Strike
from game.controls.seats import ShareSeat
from game.controls.standin import SetStandIn, SitIn
from game.decide import judge, legal
from game.draft import Draft
from game.events import AnyEvent
from game.events.course import Opened, Rewound
from game.events.seats import AgencyMoved, Paid
from game.events.trust import TokenPlaced, TokenTaken
from game.evolve.step import evolve
from game.explore import grid
from game.fold import fold
from game.forms import Command
from game.log import decode, encode, first_break
from game.menu import menu
from game.model.seats import Seat
from game.model.table import Table
from game.moves import HOLDING_MAX, TRACK_MAX, TRUST_MAX
from game.ruleset import Card
from game.script import LineSpec, laid_line
from game.talk.messages import Say
from game.talk.pace import AskHelp
from game.talk.plan import Plan
from game.talk.pulses import AnswerPulse
from game.talk.seat import TakeSeatBack
from game.verify import verify
from game.views.line import Line
from game.views.lines import lines
from game.views.own import own
from game.views.view import FACILITATOR as STAFF
from game.views.view import OBSERVER, SCREEN, Viewer, seat_viewer, view
from game.vocabulary import (
    CHANCE,
    CLOCK,
    FACILITATOR,
    Actor,
    CardId,
    CardKind,
    ConcernId,
    DealId,
    Holding,
    Phase,
    Refused,
    SeatId,
    Track,
)
from tests.laws.games import Law, Position, position, told_otherwise, whose
from tests.playing import offer, plan, terms

LARGE: Final = 10_000
SMALL: Final = LARGE // 50
GAMES: Final = {SMALL: 16, LARGE: 500}


# --- what is legal


def accepts(at: Position, by: Actor, command: Command) -> bool:
    try:
        judge(at.table, command, by, at.rules)
    except Refused:
        return False
    return True


def decide_accepts_exactly_what_legal_lists(number: int, games: int) -> None:
    at = position(number, games)
    listed = list(legal(at.table, at.rules))
    assert len(listed) == len(set(listed))
    offered: set[tuple[Actor, Command]] = {(by, one) for by, one in listed if by != CHANCE}
    chance = Random(number)
    seats = chance.sample([one.id for one in at.table.seats], 2)
    tried: set[tuple[Actor, Command]] = {
        (Actor(one), command) for one in seats for command in grid(at.table)
    }
    tried |= {(CLOCK, TimeUp(phase, at.table.round, at.table.quarter)) for phase in Phase} | {
        one for one in offered if one[0] in {*seats, CLOCK}
    }
    accepted = {(by, command) for by, command in tried if accepts(at, by, command)}
    assert accepted == {one for one in offered if one[0] in {*seats, CLOCK}}


def chance_may_draw_exactly_what_legal_lists(number: int, games: int) -> None:
    at = position(number, games)
    listed = {one for by, one in legal(at.table, at.rules) if by == CHANCE}
    cards = [one.id for one in (*at.rules.events, *at.rules.year_one)]
    for card in (*cards, CardId("none")):
        assert accepts(at, CHANCE, DrawCard(card)) is (DrawCard(card) in listed)
    for one in listed:
        assert accepts(at, CHANCE, one)


def open_commands_are_accepted_or_refused_with_a_reason(number: int, games: int) -> None:
    at, chance = position(number, games), Random(number)
    seat = chance.choice(at.table.seats).id
    accepts(at, Actor(seat), offer(chance, at.table, seat))
    acts = plan(chance, at.table, seat) + plan(chance, at.table, seat)
    accepts(at, Actor(seat), Plan(acts[: chance.randrange(5)]))
    accepts(at, Actor(seat), Say("words", to=chance.choice(at.table.seats).id))
    mine = terms(chance, at.table, seat)
    wild = replace(mine, pay=chance.randrange(-9, 20), place=chance.randrange(-2, 4))
    accepts(at, Actor(seat), replace(offer(chance, at.table, seat), give=wild))


# --- folding


def folding_the_log_gives_the_table_and_deciding_it_again_the_events(
    number: int, games: int
) -> None:
    at = position(number, games)
    entries = [decode(encode(one)) for one in at.game.entries[: at.place + 1]]
    assert fold(entries) == at.after
    assert verify(entries, at.rules, entries[-1].hash).sound


def evolve_leaves_its_input_as_it_was(number: int, games: int) -> None:
    at = position(number, games)
    table = at.table
    for event in at.entry.events:
        before = json.encode(table)
        following = evolve(table, event)
        assert json.encode(table) == before
        table = following


def every_tampering_breaks_the_chain(number: int, games: int) -> None:
    at, chance = position(number, games), Random(number)
    log, place = list(at.game.entries), at.place
    head = log[-1].hash
    match chance.randrange(4):
        case 0:
            log[place] = replace(log[place], at_ms=log[place].at_ms + 1)
        case 1:
            del log[place]
        case 2:
            log[place - 1], log[place] = log[place], log[place - 1]
        case _:
            log.insert(place, log[place])
    assert first_break(log, head) is not None


# --- secrets


def viewers(table: Table) -> list[Viewer]:
    return [OBSERVER, SCREEN, *(seat_viewer(one.id) for one in table.seats)]


def what_a_viewer_may_not_know_changes_no_byte_of_its_view(number: int, games: int) -> None:
    at = position(number, games)
    for viewer in viewers(at.after):
        other = told_otherwise(at.after, viewer.seat, Random(number))
        # The script is the facilitator's alone, also when all else lies open.
        other = replace(other, script=(laid_line(LineSpec(number=number % 999 + 1)),))
        assert json.encode(view(other, viewer, at.rules)) == json.encode(
            view(at.after, viewer, at.rules)
        )


def a_card_for_some_is_told_to_those_alone(number: int, games: int) -> None:
    at = position(number, games)
    if at.table.phase not in Inject.phases or at.table.due is not None:
        return
    aimed = Random(number).choice(at.table.seats).id
    written = Card(id=CardId("for_one"), kind=CardKind.CITIZEN)
    command = Inject(written=written, text="words", to=(aimed,))
    draft = judge(at.table, command, FACILITATOR, at.rules)
    entry = replace(at.entry, by=FACILITATOR, command=command, events=tuple(draft.events))
    for viewer in viewers(at.table):
        told = bool(lines(entry, draft.table, viewer))
        before, after = (view(one, viewer, at.rules) for one in (at.table, draft.table))
        assert (told, before != after) == ((viewer.seat == aimed), (viewer.seat == aimed))


def outcome(table: Table, seat: SeatId | None) -> bytes:
    """What a command may show a seat of secrets because the rules let them decide it."""
    return json.encode(
        [
            table.phase,
            table.due is None,
            [(one.worked, one.act) for one in table.resolved],
            [(one.budget, one.autonomy, one.portals) for one in table.seats],
            table.placed,
            table.earned,
            [(one.state, one.progress, one.common, one.sides) for one in table.dependencies],
            [one.real for one in table.dependencies if one.common],
            table.count,
            [(one.verdict, one.id) for one in table.promises if not one.confidential],
            whose(seat, list(table.deals)),
            (table.support, table.legal_pressure, table.counter, table.rating, table.frame),
            (table.agenda, table.agenda_card),
            table.scores,
        ]
    )


def what_follows_tells_a_viewer_no_more_than_its_outcome(number: int, games: int) -> None:
    at = position(number, games)
    for viewer in viewers(at.table):
        other = told_otherwise(at.table, viewer.seat, Random(number))
        try:
            now = judge(at.table, at.entry.command, at.entry.by, at.rules)
            then = judge(other, at.entry.command, at.entry.by, at.rules)
        except Refused:
            continue
        if (
            is_set_back(now.events)
            or is_told(now.table)
            or outcome(now.table, viewer.seat) != outcome(then.table, viewer.seat)
        ):
            continue
        told, same = (view(one.table, viewer, at.rules) for one in (then, now))
        if told.own is None or same.own is None or told.own.facts == same.own.facts:
            assert (told.public, told.menu) == (same.public, same.menu)
            assert read(at, then, viewer) == read(at, now, viewer)


def read(at: Position, draft: Draft, viewer: Viewer) -> tuple[Line, ...]:
    """What a viewer reads in the log of what the command made happen."""
    return lines(replace(at.entry, events=tuple(draft.events)), draft.table, viewer)


def is_told(table: Table) -> bool:
    """Whether an audit or the debrief has opened what was secret."""
    return table.audit or bool(table.opened_secrets)


def is_set_back(events: list[AnyEvent]) -> bool:
    return any(isinstance(one, Rewound | Opened) for one in events)


CANARY: Final = "canary-7f3a"


def a_poisoned_secret_appears_in_no_other_viewer_s_eyes(number: int, games: int) -> None:
    at = position(number, games)
    if at.after.opened_secrets:
        return
    victim = Random(number).choice(at.after.seats).id
    poisoned = replace(
        at.after,
        seed=CANARY,
        seats=tuple(
            replace(one, concern=ConcernId(CANARY)) if one.id == victim else one
            for one in at.after.seats
        ),
        deals=tuple(
            replace(one, id=DealId(CANARY)) if one.confidential and victim == one.by else one
            for one in at.after.deals
        ),
    )
    insiders = {victim, *(one.to for one in poisoned.deals if one.id == CANARY)}
    for viewer in viewers(poisoned):
        if viewer.seat not in insiders:
            assert CANARY.encode() not in json.encode(view(poisoned, viewer, at.rules))
            assert CANARY.encode() not in json.encode(lines(at.entry, poisoned, viewer))
    assert CANARY.encode() in json.encode(view(poisoned, STAFF, at.rules))


def lines_and_views_can_be_written_for_every_viewer(number: int, games: int) -> None:
    at = position(number, games)
    for viewer in (STAFF, *viewers(at.after)):
        assert json.encode(view(at.after, viewer, at.rules))
        assert json.encode(lines(at.entry, at.after, viewer)) is not None


# --- conservation


def money_and_tokens_are_conserved_but_where_an_event_says_so(number: int, games: int) -> None:
    at = position(number, games)
    events = list(at.entry.events)
    if is_set_back(events):
        return
    paid = sum(one.amount for one in events if isinstance(one, Paid) and one.to is None)
    moved = [one for one in events if isinstance(one, AgencyMoved)]
    gained = sum(one.by for one in moved if one.holding is Holding.BUDGET)
    before, after = (sum(one.budget for one in table.seats) for table in (at.table, at.after))
    assert after == before - paid + gained
    dealt = sum(one.by for one in moved if one.holding is Holding.HAND)
    placed = sum(isinstance(one, TokenPlaced) for one in events)
    taken = sum(isinstance(one, TokenTaken) for one in events)
    before, after = (sum(one.hand for one in table.seats) for table in (at.table, at.after))
    assert after == before + dealt - placed + taken


def nothing_leaves_its_scale(number: int, games: int) -> None:
    table = position(number, games).after
    for one in table.seats:
        for holding in Holding:
            assert 0 <= getattr(one, holding.value) <= HOLDING_MAX[holding]
        assert len(one.known) == len(set(one.known))
    for track in Track:
        assert 0 <= table.track(track) <= TRACK_MAX[track]
    trust = [table.trust(a.id, b.id) for a in table.seats for b in table.seats]
    assert all(0 <= one <= TRUST_MAX for one in trust)
    assert all(one >= 0 for row in (*table.placed, *table.earned) for one in row)
    for dependency in table.dependencies:
        assert 1 <= dependency.sensitivity <= 3
        assert dependency.effort >= 1
        assert dependency.real or dependency.state.value == "open"


def rounds_never_run_back(number: int, games: int) -> None:
    at = position(number, games)
    if not is_set_back(list(at.entry.events)):
        order = list(Phase)
        now = (at.after.round, order.index(at.after.phase), at.after.quarter)
        before = (at.table.round, order.index(at.table.phase), at.table.quarter)
        assert now >= before
        assert at.after.version == at.table.version + 1


def need_is_never_more_than_what_is_real(number: int, games: int) -> None:
    at = position(number, games, controls=False)
    assert at.after.need <= max(1, sum(one.real for one in at.after.dependencies))


# --- time


OUTLAST: Final = (
    AskHelp, AskPulse, AnswerPulse, ClosePulse, ShareSeat, SetStandIn, SitIn, TakeSeatBack,
    Note, CountTalk, Strike,
)  # fmt: skip


def replayed(at: Position, start: Table, commands: list[tuple[Actor, AnyCommand]]) -> Table:
    table = start
    for by, command in commands:
        table = judge(table, command, by, at.rules).table
    return table


def rest_of(at: Position) -> list[tuple[Actor, AnyCommand]]:
    """The next commands, but for what outlasts a rewind."""
    entries = at.game.entries[at.place : at.place + 12]
    return [(one.by, one.command) for one in entries if not isinstance(one.command, OUTLAST)]


def a_pause_changes_nothing(number: int, games: int) -> None:
    at = position(number, games, controls=False)
    if at.table.paused or at.table.phase is Phase.ENDED:
        return
    paused: list[tuple[Actor, AnyCommand]] = [(FACILITATOR, Pause()), (FACILITATOR, Resume())]
    with_pause = replayed(at, at.table, [*paused, *rest_of(at)])
    without = replayed(at, at.table, rest_of(at))
    assert replace(with_pause, version=0) == replace(without, version=0)


def a_rewind_and_the_same_commands_lead_to_the_same_table(number: int, games: int) -> None:
    at = position(number, games, controls=False)
    entries = list(at.game.entries[: at.place + len(rest_of(at))])
    rewind = replace(at.entry, command=Rewind(at.place, "w"), events=(Rewound(at.place),))
    back = judge(fold([*entries, rewind]), Resume(), FACILITATOR, at.rules).table
    assert bare(replayed(at, back, rest_of(at))) == bare(replayed(at, at.table, rest_of(at)))


def bare(table: Table) -> Table:
    """The table but for what a rewind does not touch."""
    seats = tuple(
        replace(one, asks_help=False, pulses=(), sharers=(), bot=None, stands_in=False)
        for one in table.seats
    )
    return replace(table, version=0, seats=seats, pulses=(), stand_in=None, jots=(), struck=())


def other_seats_change_no_menu(number: int, games: int) -> None:
    """A server may keep a seat's own part and menu while only other seats have done something."""
    at = position(number, games)
    for held in at.table.seats:
        others = tuple(one if one.id == held.id else untouched(one) for one in at.table.seats)
        alone = replace(at.table, version=0, seats=others)
        assert own(alone, held.id) == own(at.table, held.id)
        assert menu(alone, held.id, at.rules) == menu(at.table, held.id, at.rules)


def untouched(seat: Seat) -> Seat:
    """A seat that has done nothing and holds nothing."""
    return Seat(seat.id, seat.rationality, seat.concern, capacity=0, budget=0, hand=0)


LAWS: Final[tuple[Law, ...]] = (
    decide_accepts_exactly_what_legal_lists,
    chance_may_draw_exactly_what_legal_lists,
    open_commands_are_accepted_or_refused_with_a_reason,
    folding_the_log_gives_the_table_and_deciding_it_again_the_events,
    evolve_leaves_its_input_as_it_was,
    every_tampering_breaks_the_chain,
    what_a_viewer_may_not_know_changes_no_byte_of_its_view,
    a_card_for_some_is_told_to_those_alone,
    what_follows_tells_a_viewer_no_more_than_its_outcome,
    a_poisoned_secret_appears_in_no_other_viewer_s_eyes,
    other_seats_change_no_menu,
    lines_and_views_can_be_written_for_every_viewer,
    money_and_tokens_are_conserved_but_where_an_event_says_so,
    nothing_leaves_its_scale,
    rounds_never_run_back,
    need_is_never_more_than_what_is_real,
    a_pause_changes_nothing,
    a_rewind_and_the_same_commands_lead_to_the_same_table,
)


def tried(law: Law, times: int) -> None:
    """Try a law at so many positions."""

    @settings(max_examples=times)
    @given(st.integers(0, 2**40))
    def attempt(number: int) -> None:
        law(number, GAMES[times])

    attempt()


def name_of(law: Law) -> str:
    return law.__name__


@pytest.mark.parametrize("law", LAWS, ids=name_of)
def test_the_law_holds(law: Law) -> None:
    tried(law, SMALL)


@pytest.mark.torture
@pytest.mark.parametrize("law", LAWS, ids=name_of)
def test_the_law_holds_at_length(law: Law) -> None:
    tried(law, LARGE)
