"""RULES section 10: what the facilitator can do."""

import pytest
from msgspec import ValidationError
from msgspec.structs import replace

from game.acting import ActFor
from game.acts import Act
from game.choice import Choice, Option
from game.commands import decode_control, decode_seat
from game.controls.adjust import (
    AdjustAgency,
    AdjustAgenda,
    AdjustDependency,
    Adjustment,
    AdjustTrack,
    AdjustTrust,
)
from game.controls.cards import Inject
from game.controls.chance import Open
from game.controls.course import (
    Extend,
    NextPhase,
    Pause,
    Resume,
    Rewind,
    SetAutopilot,
    Start,
)
from game.controls.room import (
    CountTalk,
    LockRoom,
    LookOver,
    MarkMoment,
    Note,
    OpenSecret,
    SettleHelp,
    Speak,
    Spotlight,
)
from game.controls.seats import DropSeat, FillSeat, FreeSeat, PutBot, ShareSeat
from game.effects.shared import Track as MoveTrack
from game.events.control import (
    ActedFor,
    Adjusted,
    HelpAsked,
    LookedOver,
    MomentMarked,
    Noted,
    RoomLocked,
    SecretOpened,
    Spoke,
    Spotlit,
    TalkCounted,
)
from game.events.course import AutopilotSet, Extended, Paused, PhaseBegan, Resumed
from game.events.dependencies import (
    Answered,
    Built,
    DependencyTurned,
    ProtestEnded,
    Suspended,
    WentLive,
)
from game.events.seats import AgencyMoved, SeatDropped, SeatHeld, SeatShared
from game.events.tracks import AgendaShifted, CardDrawn, FrameMoved, TrackMoved
from game.events.trust import TokenEarned, TokenLost, TokenPlaced
from game.fold import fold
from game.model.jots import Look
from game.model.table import Table
from game.opening import BLANK, Setup, open_command
from game.ruleset import Card
from game.talk.pace import AskHelp, Done
from game.talk.tokens import PlaceToken
from game.vocabulary import (
    CHANCE,
    FACILITATOR,
    CardId,
    CardKind,
    DependencyId,
    Due,
    Holder,
    Holding,
    Loss,
    NoteId,
    OptionId,
    PersonId,
    Phase,
    Rationality,
    Reason,
    SeatId,
    State,
    TextId,
    Topic,
    Track,
)
from tests.given import (
    ARCHIVE,
    COUNCIL,
    FEES,
    LIBRARY,
    NAMES,
    When,
    given,
    joined,
    laid,
    planning,
    promised,
    seat,
    seat_of,
    seats,
    side,
    tiny,
    trusting,
)
from tests.playing import Game

WHY = TextId("why")


def done(table: Table, command: object) -> When:
    """What comes of it when the facilitator does this."""
    return given(table).when(FACILITATOR, command)  # type: ignore[arg-type]  # any control


# --- set-up and course


def test_a_table_is_laid_once() -> None:
    command = open_command(tiny(), Setup("s"))
    table = given(BLANK).when(CHANCE, command).table
    assert (table.phase, table.version) == (Phase.LOBBY, 1)
    given(table).when(CHANCE, command).refused(Reason.NOTHING_DUE)
    assert isinstance(command, Open)


def test_a_game_starts_when_every_seat_is_held() -> None:
    table = given(BLANK).when(CHANCE, open_command(tiny(), Setup("s"))).table
    done(table, Start()).refused(Reason.SEATS_EMPTY)
    for one in table.seats:
        table = done(table, FillSeat(one.id, PersonId(f"of {one.id}"))).table
    assert done(table, Start()).table.round == 1
    done(laid(), Start()).refused(Reason.WRONG_PHASE)


def test_only_the_facilitator_has_the_facilitator_s_controls() -> None:
    given(laid()).when(COUNCIL, NextPhase()).refused(Reason.NOT_YOURS)
    given(laid()).when(CHANCE, NextPhase()).refused(Reason.NOT_YOURS)
    given(laid()).when(FACILITATOR, Done()).refused(Reason.NOT_YOURS)


def test_a_pause_stops_play_until_it_is_resumed() -> None:
    paused = done(laid(), Pause("why"))
    paused.then(Paused(WHY))
    done(paused.table, Pause()).refused(Reason.ALREADY)
    done(paused.table, NextPhase()).refused(Reason.PAUSED)
    done(paused.table, Pause(emergency=True)).then(Paused(None, emergency=True))
    emergency = done(paused.table, Pause(emergency=True)).table
    done(emergency, Pause(emergency=True)).refused(Reason.ALREADY)
    done(emergency, Resume()).then(Resumed())
    done(laid(), Resume()).refused(Reason.ALREADY)


def test_resuming_opens_a_gate_that_nobody_holds_shut_any_more() -> None:
    table = done(seats(laid(), done=True), Pause()).table
    done(table, Resume()).then_also(PhaseBegan(Phase.PLAN, 1, 60))


def test_a_phase_is_extended_shortened_or_ended() -> None:
    done(laid(), Extend(30)).then(Extended(30))
    assert done(laid(), Extend(-90)).table.length_s == 0
    done(laid(), Extend(0)).refused(Reason.OUT_OF_RANGE)
    done(replace(laid(), length_s=None), Extend(30)).refused(Reason.WRONG_PHASE)
    assert done(laid(Phase.BRIEFING), NextPhase()).table.phase is Phase.TALK


def test_the_autopilot_is_switched_on_and_off() -> None:
    on = done(laid(), SetAutopilot(on=True))
    on.then(AutopilotSet(on=True))
    done(on.table, SetAutopilot(on=True)).refused(Reason.ALREADY)


# --- cards


def test_any_card_of_the_ruleset_is_injected() -> None:
    done(laid(), Inject(CardId("letters"), text="why")).then(
        Adjusted(WHY),
        CardDrawn(CardId("letters"), 0, injected=True),
        TrackMoved(Track.COUNTER, 1, 1),
    )
    assert done(laid(), Inject(CardId("letters"))).table.drawn == 0
    done(laid(), Inject(CardId("none"))).refused(Reason.UNKNOWN)
    done(laid(), Inject()).refused(Reason.OUT_OF_RANGE)
    done(laid(Phase.VOTE), Inject(CardId("letters"))).refused(Reason.WRONG_PHASE)


def written(**changes: object) -> Card:
    return replace(Card(id=CardId("news"), kind=CardKind.CITIZEN), **changes)


def test_a_written_card_acts_like_one_of_the_deck() -> None:
    card = written(effects=(MoveTrack(track=Track.SUPPORT, by=2),))
    table = done(laid(), Inject(written=card, text="words")).table
    assert table.support == 7
    assert table.standing is not None
    assert table.standing.words == "words"
    done(laid(), Inject(written=written(), text="words")).then_also()


def test_a_written_card_needs_words_an_id_of_its_own_and_a_sound_body() -> None:
    done(laid(), Inject(written=written())).refused(Reason.NEEDS_REASON)
    done(laid(), Inject(written=written(id=CardId("grant")), text="w")).refused(Reason.ALREADY)
    done(laid(), Inject(CardId("grant"), written(), text="w")).refused(Reason.OUT_OF_RANGE)
    far = written(effects=(MoveTrack(track=Track.SUPPORT, by=999),))
    rating = written(effects=(MoveTrack(track=Track.RATING, by=1),))
    options = (Option(id=OptionId("a")), Option(id=OptionId("b")))
    lost = written(choice=Choice(by="all", default=OptionId("c"), options=options))
    for card in (far, rating, lost):
        done(laid(), Inject(written=card, text="w")).refused(Reason.OUT_OF_RANGE)


def test_the_choice_of_a_written_card_is_taken_like_any_other() -> None:
    effects = (MoveTrack(track=Track.SUPPORT, by=2),)
    options = (Option(id=OptionId("a"), effects=effects), Option(id=OptionId("b")))
    card = written(choice=Choice(by="all", default=OptionId("a"), options=options))
    table = done(laid(), Inject(written=card, text="w")).table
    assert given(table).next().table.support == 7


# --- adjusting


def test_a_value_is_set_with_a_stated_reason() -> None:
    done(laid(), AdjustTrack(text="why", track=Track.SUPPORT, to=8)).then(
        Adjusted(WHY), TrackMoved(Track.SUPPORT, 3, 8)
    )
    done(laid(), AdjustAgency(text="why", seat=COUNCIL, holding=Holding.BUDGET, to=5)).then(
        Adjusted(WHY), AgencyMoved(COUNCIL, Holding.BUDGET, 3, 5)
    )
    done(
        laid(), AdjustAgenda(text="why", agenda=Rationality.ECONOMIC, frame=Rationality.LEGAL)
    ).then(Adjusted(WHY), AgendaShifted(Rationality.ECONOMIC), FrameMoved(Rationality.LEGAL))
    with pytest.raises(ValidationError):
        decode_control('{"type":"adjust_track","track":"support","to":8}')


@pytest.mark.parametrize("holding", list(Holding))
def test_every_number_of_an_agency_can_be_set(holding: Holding) -> None:
    table = done(laid(), AdjustAgency(text="why", seat=COUNCIL, holding=holding, to=1)).table
    assert getattr(seat_of(table, "council"), holding.value) == 1


def test_every_track_can_be_set_the_rating_after_launch() -> None:
    for track in (Track.LEGAL_PRESSURE, Track.COUNTER):
        assert done(laid(), AdjustTrack(text="w", track=track, to=3)).table.track(track) == 3
    rating = AdjustTrack(text="w", track=Track.RATING, to=3)
    done(laid(), rating).refused(Reason.TOO_EARLY)
    assert done(replace(laid(), rating=5), rating).table.rating == 3


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        (AdjustTrack(text="w", track=Track.COUNTER, to=7), Reason.OUT_OF_RANGE),
        (
            AdjustAgency(text="w", seat=COUNCIL, holding=Holding.BUDGET, to=9),
            Reason.OUT_OF_RANGE,
        ),
        (
            AdjustAgency(text="w", seat=SeatId("x"), holding=Holding.BUDGET, to=1),
            Reason.UNKNOWN,
        ),
        (AdjustTrust(text="w", seat=COUNCIL, other=COUNCIL, to=1), Reason.YOURSELF),
        (AdjustTrust(text="w", seat=COUNCIL, other=SeatId("x"), to=1), Reason.UNKNOWN),
        (AdjustAgenda(text="w"), Reason.OUT_OF_RANGE),
        (AdjustDependency(text="w", dependency=DependencyId("x")), Reason.UNKNOWN),
        (AdjustDependency(text="w", dependency=NAMES, answered=ARCHIVE), Reason.NOT_A_PARTY),
        (AdjustDependency(text="w", dependency=NAMES, live=True), Reason.NOT_SIGNED),
        (AdjustDependency(text="w", dependency=NAMES, live=False), Reason.ALREADY),
        (AdjustDependency(text="w", dependency=NAMES, progress=2), Reason.OUT_OF_RANGE),
        (AdjustDependency(text="w", dependency=NAMES), Reason.OUT_OF_RANGE),
    ],
)
def test_an_adjustment_out_of_place_is_refused(command: Adjustment, reason: Reason) -> None:
    done(laid(), command).refused(reason)


def test_trust_is_set_by_the_bank_and_may_end_a_protest() -> None:
    up = AdjustTrust(text="why", seat=LIBRARY, other=COUNCIL, to=2)
    done(laid(), up).then(
        Adjusted(WHY), TokenEarned(LIBRARY, COUNCIL), TokenEarned(LIBRARY, COUNCIL)
    )
    protest = side(joined(laid(), FEES), FEES, LIBRARY, answered=False, protest=True)
    done(protest, up).then_also(ProtestEnded(FEES, LIBRARY, 2))
    down = AdjustTrust(text="why", seat=LIBRARY, other=COUNCIL, to=0)
    done(trusting(laid(), LIBRARY, COUNCIL, 1, earned=1), down).then(
        Adjusted(WHY), TokenLost(LIBRARY, COUNCIL, 1, 1, Loss.CARD)
    )


def test_a_dependency_is_changed_in_the_order_of_its_fields() -> None:
    done(
        laid(),
        AdjustDependency(
            text="why", dependency=NAMES, real=False, common=True, answered=COUNCIL, progress=1
        ),
    ).then_also(
        Adjusted(WHY),
        DependencyTurned(NAMES, real=False),
        Answered(NAMES, COUNCIL, COUNCIL),
        Built(NAMES, COUNCIL, 1),
    )
    live = AdjustDependency(text="why", dependency=NAMES, live=True)
    done(joined(laid(), NAMES), live).then(Adjusted(WHY), WentLive(NAMES))
    done(joined(laid(), NAMES, State.SUSPENDED), live).then(
        Adjusted(WHY), WentLive(NAMES, again=True)
    )
    done(joined(laid(), NAMES, State.LIVE), live).refused(Reason.ALREADY)
    rest = AdjustDependency(text="why", dependency=NAMES, live=False)
    done(joined(laid(), NAMES, State.LIVE), rest).then(Adjusted(WHY), Suspended(NAMES))
    turn = AdjustDependency(text="why", dependency=NAMES, real=True)
    done(joined(laid(), NAMES), turn).refused(Reason.NOT_OPEN)


# --- seats


def test_seats_are_filled_freed_and_moved_by_bots() -> None:
    person = PersonId("ann")
    filled = done(laid(), FillSeat(COUNCIL, person))
    filled.then(SeatHeld(COUNCIL, Holder.PERSON, person))
    botted = done(filled.table, PutBot(COUNCIL, "house"))
    botted.then(SeatHeld(COUNCIL, Holder.BOT, person, "house"))
    freed = done(botted.table, FreeSeat(COUNCIL))
    freed.then(SeatHeld(COUNCIL, Holder.NOBODY))
    done(freed.table, FreeSeat(COUNCIL)).refused(Reason.ALREADY)
    done(laid(), FillSeat(SeatId("x"))).refused(Reason.UNKNOWN)
    with pytest.raises(ValidationError):
        decode_control('{"type":"put_bot","seat":"council","bot":""}')


def test_a_seat_is_shared_and_each_may_get_up_alone() -> None:
    ann, ben, cleo = PersonId("ann"), PersonId("ben"), PersonId("cleo")
    done(laid(), ShareSeat(COUNCIL, ben)).refused(Reason.SEATS_EMPTY)
    table = done(laid(), FillSeat(COUNCIL, ann)).table
    done(table, ShareSeat(COUNCIL, ann)).refused(Reason.ALREADY)
    done(table, ShareSeat(COUNCIL, ben, shares=False)).refused(Reason.ALREADY)
    done(table, ShareSeat(COUNCIL, ann, shares=False)).refused(Reason.SEATS_EMPTY)
    done(table, ShareSeat(SeatId("x"), ben)).refused(Reason.UNKNOWN)
    # when two more come, all three sit there, in that order
    shared = done(table, ShareSeat(COUNCIL, ben))
    shared.then(SeatShared(COUNCIL, ben, shares=True))
    three = done(shared.table, ShareSeat(COUNCIL, cleo)).table
    assert three.seat(COUNCIL).people == (ann, ben, cleo)
    # when the first gets up, the next is first, and the seat is still held
    two = done(three, ShareSeat(COUNCIL, ann, shares=False)).table
    assert (two.seat(COUNCIL).people, two.seat(COUNCIL).holder) == ((ben, cleo), Holder.PERSON)
    # a bot keeps their places; who is given the seat again comes first; freed, it is nobody's
    botted = done(two, PutBot(COUNCIL, "house")).table
    assert botted.seat(COUNCIL).people == (ben, cleo)
    assert done(botted, FillSeat(COUNCIL, cleo)).table.seat(COUNCIL).people == (cleo,)
    assert done(botted, FreeSeat(COUNCIL)).table.seat(COUNCIL).people == ()


def test_who_is_moved_gets_up_in_the_same_entry_and_nobody_has_two_seats() -> None:
    ann, ben = PersonId("ann"), PersonId("ben")
    table = done(laid(), FillSeat(COUNCIL, ann)).table
    done(table, FillSeat(LIBRARY, ann)).then(
        SeatHeld(COUNCIL, Holder.NOBODY), SeatHeld(LIBRARY, Holder.PERSON, ann)
    )
    # who shares the seat that is left stays there
    shared = done(table, ShareSeat(COUNCIL, ben)).table
    moved = done(shared, FillSeat(LIBRARY, ann))
    moved.then(SeatShared(COUNCIL, ann, shares=False), SeatHeld(LIBRARY, Holder.PERSON, ann))
    assert moved.table.seat(COUNCIL).people == (ben,)
    # and so it is with a seat that is shared
    done(moved.table, ShareSeat(COUNCIL, ann)).then(
        SeatHeld(LIBRARY, Holder.NOBODY), SeatShared(COUNCIL, ann, shares=True)
    )
    # whoever takes the place of somebody else leaves a seat too, and frees theirs
    done(moved.table, FillSeat(COUNCIL, ann)).then(
        SeatHeld(LIBRARY, Holder.NOBODY), SeatHeld(COUNCIL, Holder.PERSON, ann)
    )


def test_a_rewind_keeps_who_shares() -> None:
    game = Game(tiny(), Setup("s"))
    ann, ben = PersonId("ann"), PersonId("ben")
    game.do(FACILITATOR, FillSeat(COUNCIL, ann))
    mark = game.table.version
    game.do(FACILITATOR, ShareSeat(COUNCIL, ben))
    game.do(FACILITATOR, Rewind(mark, "why"))
    assert game.table.seat(COUNCIL).people == (ann, ben)
    assert fold(game.entries) == game.table


def test_a_dropped_seat_is_waited_for_again_when_somebody_sits_down() -> None:
    dropped = done(laid(), DropSeat(COUNCIL))
    dropped.then(SeatDropped(COUNCIL, dropped=True))
    done(dropped.table, DropSeat(COUNCIL)).refused(Reason.ALREADY)
    done(dropped.table, FillSeat(COUNCIL)).then(
        SeatHeld(COUNCIL, Holder.PERSON), SeatDropped(COUNCIL, dropped=False)
    )


def test_a_gate_opens_when_the_last_seat_it_waited_for_is_dropped_or_freed() -> None:
    table = seat(seats(laid(), done=True), COUNCIL, done=False)
    assert done(table, DropSeat(COUNCIL)).table.phase is Phase.PLAN
    assert done(table, FreeSeat(COUNCIL)).table.phase is Phase.PLAN
    ready = seat(seats(planning(laid()), ready=True), COUNCIL, ready=False)
    assert done(ready, DropSeat(COUNCIL)).table.phase is Phase.REVEAL
    voting = seat(seats(laid(Phase.VOTE), vote=True), COUNCIL, vote=None)
    assert done(voting, DropSeat(COUNCIL)).table.launched == 1
    ann = PersonId("ann")
    held = seat(table, COUNCIL, person=ann)
    assert done(held, FillSeat(LIBRARY, ann)).table.phase is Phase.PLAN
    shared = seat(held, ARCHIVE, person=PersonId("ben"))
    assert done(shared, ShareSeat(ARCHIVE, ann)).table.phase is Phase.PLAN
    assert done(replace(table, paused=True), DropSeat(COUNCIL)).table.phase is Phase.TALK


# --- the room


def test_the_facilitator_speaks_notes_and_shows_without_touching_play() -> None:
    done(laid(), Speak("t")).then(Spoke(TextId("t")))
    done(laid(), Speak("t", COUNCIL)).then(Spoke(TextId("t"), COUNCIL))
    done(laid(), Speak("t", SeatId("x"))).refused(Reason.UNKNOWN)
    done(replace(laid(), version=7), Note("t", ("deal",))).then(
        Noted(NoteId("n8"), TextId("t"), ("deal",))
    )
    done(laid(), MarkMoment()).then(MomentMarked())
    done(laid(), MarkMoment("t")).then(MomentMarked(TextId("t")))
    done(laid(), CountTalk(Topic.COST)).then(TalkCounted(Topic.COST))
    done(laid(), Spotlight("network")).then(Spotlit("network"))
    assert done(laid(), Spotlight("network")).table.spotlight == "network"
    locked = done(laid(), LockRoom())
    locked.then(RoomLocked(locked=True))
    done(locked.table, LockRoom()).refused(Reason.ALREADY)


def test_the_room_controls_work_in_any_phase_in_a_pause_and_while_chance_draws() -> None:
    for phase in Phase:
        done(replace(laid(phase), paused=True, due=Due.CARD), Note("t")).then_also()


def test_a_raised_hand_is_seen_to() -> None:
    table = given(laid()).when(COUNCIL, AskHelp()).table
    done(table, SettleHelp(COUNCIL)).then(HelpAsked(COUNCIL, asks=False))
    done(laid(), SettleHelp(COUNCIL)).refused(Reason.ALREADY)


def test_a_question_stands_while_the_hand_is_up_and_is_answered_to_its_seat() -> None:
    asked = given(laid()).when(COUNCIL, AskHelp(text="what is a directive?"))
    asked.then(HelpAsked(COUNCIL, asks=True, text=TextId("what is a directive?")))
    assert seat_of(asked.table, "council").help_text == "what is a directive?"
    answered = done(asked.table, SettleHelp(COUNCIL, "see your brief"))
    answered.then(HelpAsked(COUNCIL, asks=False, text=TextId("see your brief")))
    assert seat_of(answered.table, "council").help_text is None
    down = AskHelp(asks=False, text="never mind")
    given(asked.table).when(COUNCIL, down).refused(Reason.OUT_OF_RANGE)


def test_a_thing_that_all_may_see_is_put_on_every_screen() -> None:
    words = done(laid(), Spotlight("text", "look here"))
    words.then(Spotlit("text", TextId("look here")))
    assert words.table.spotlight_text == "look here"
    assert done(words.table, Spotlight()).table.spotlight_text is None
    done(laid(), Spotlight("text")).refused(Reason.OUT_OF_RANGE)
    done(laid(), Spotlight("table", "words")).refused(Reason.OUT_OF_RANGE)
    done(laid(), Spotlight(f"dependency:{FEES}")).then(Spotlit(f"dependency:{FEES}"))
    done(laid(), Spotlight("agency:council")).then(Spotlit("agency:council"))
    for unknown in ("dependency:none", "agency:none", "card:letters", "promise:p0", "plan:council"):
        done(laid(), Spotlight(unknown)).refused(Reason.UNKNOWN)
    carded = done(laid(), Inject(CardId("letters"))).table
    done(carded, Spotlight("card:letters")).then(Spotlit("card:letters"))


def test_a_promise_in_confidence_is_put_on_no_screen() -> None:
    held = promised(laid(), COUNCIL, ARCHIVE, Act("guard"))
    done(held, Spotlight("promise:p0")).then(Spotlit("promise:p0"))
    secret = promised(laid(), COUNCIL, ARCHIVE, Act("guard"), confidential=True)
    done(secret, Spotlight("promise:p0")).refused(Reason.UNKNOWN)


# --- a seat's own


def test_the_facilitator_does_for_a_seat_what_it_could_do_marked_as_such() -> None:
    acted = done(laid(), ActFor(COUNCIL, PlaceToken(ARCHIVE), "its phone is broken"))
    acted.then(
        ActedFor(COUNCIL, "place_token", TextId("its phone is broken")),
        TokenPlaced(COUNCIL, ARCHIVE),
    )
    table = seat(seats(laid(), done=True), COUNCIL, done=False)
    assert done(table, ActFor(COUNCIL, Done(), "why")).table.phase is Phase.PLAN


def test_what_a_seat_may_not_do_nobody_does_for_it() -> None:
    done(laid(), ActFor(COUNCIL, PlaceToken(COUNCIL), "why")).refused(Reason.YOURSELF)
    done(laid(), ActFor(COUNCIL, Done(done=False), "why")).refused(Reason.ALREADY)
    done(laid(), ActFor(SeatId("x"), Done(), "why")).refused(Reason.UNKNOWN)
    done(laid(Phase.PLAN), ActFor(COUNCIL, Done(), "why")).refused(Reason.WRONG_PHASE)
    paused = replace(laid(), paused=True)
    done(paused, ActFor(COUNCIL, Done(), "why")).refused(Reason.PAUSED)
    given(laid()).when(COUNCIL, ActFor(ARCHIVE, Done(), "why")).refused(Reason.NOT_YOURS)
    given(laid()).when(CHANCE, ActFor(ARCHIVE, Done(), "why")).refused(Reason.NOT_YOURS)


def test_a_look_over_a_shoulder_is_kept_and_outlasts_a_rewind() -> None:
    looked = done(laid(), LookOver(COUNCIL, "it seems lost"))
    looked.then(LookedOver(COUNCIL, TextId("it seems lost")))
    assert looked.table.looks == (Look(COUNCIL, 1, Phase.TALK, looked.table.version),)
    done(laid(Phase.LOBBY), LookOver(COUNCIL, "why")).refused(Reason.NOT_STARTED)
    done(laid(), LookOver(SeatId("x"), "why")).refused(Reason.UNKNOWN)
    played = game()
    version = len(played.entries)
    played.do(FACILITATOR, LookOver(COUNCIL, "why"))
    assert len(played.do(FACILITATOR, Rewind(version, "why")).looks) == 1


def test_secrets_are_opened_one_by_one_in_the_debrief_alone() -> None:
    done(laid(), OpenSecret("truth")).refused(Reason.WRONG_PHASE)
    over = laid(Phase.ENDED)
    opened = done(over, OpenSecret("concern:council"))
    opened.then(SecretOpened("concern:council"))
    done(opened.table, OpenSecret("concern:council")).refused(Reason.ALREADY)
    for secret in ("else", "concern", "truth:council", "concern:nobody"):
        done(over, OpenSecret(secret)).refused(Reason.UNKNOWN)


# --- rewind


def game() -> Game:
    """A game in Talk of round 1."""
    found = Game(tiny(), Setup("s", bots="random"))
    found.do(FACILITATOR, Start())
    found.chance()
    found.do(FACILITATOR, NextPhase())
    return found


def test_a_rewind_sets_the_table_back_and_keeps_both_lines_in_the_log() -> None:
    played = game()
    before, version = played.table, len(played.entries)
    played.do(COUNCIL, PlaceToken(ARCHIVE))
    played.do(FACILITATOR, NextPhase())
    table = played.do(FACILITATOR, Rewind(version, "why"))
    back = replace(before, version=version + 3, paused=True, pause_text=WHY, set_back=True)
    assert table == back
    assert not done(table, Resume()).table.set_back
    assert len(played.entries) == version + 3
    assert fold(played.entries) == table
    done(table, Rewind(table.version, "why")).refused(Reason.OUT_OF_RANGE)


def test_a_rewind_keeps_the_people_the_lock_and_the_autopilot_of_now() -> None:
    played = game()
    version = len(played.entries)
    played.do(FACILITATOR, FillSeat(COUNCIL, PersonId("ann")))
    played.do(FACILITATOR, LockRoom())
    played.do(FACILITATOR, SetAutopilot(on=True))
    table = played.do(FACILITATOR, Rewind(version, "why"))
    assert seat_of(table, "council").person == "ann"
    assert (table.locked, table.autopilot) == (True, True)


def test_after_a_rewind_chance_draws_the_same_again() -> None:
    played = Game(tiny(), Setup("s", bots="random"))
    played.do(FACILITATOR, Start())
    played.chance()
    first = played.table
    played.do(FACILITATOR, Rewind(2, "why"))
    played.do(FACILITATOR, Resume())
    played.chance()
    assert replace(played.table, version=0) == replace(first, version=0)


def test_a_rewind_may_lead_behind_another() -> None:
    played = game()
    version = len(played.entries)
    played.do(COUNCIL, PlaceToken(ARCHIVE))
    played.do(FACILITATOR, Rewind(version, "why"))
    played.do(FACILITATOR, Resume())
    played.do(FACILITATOR, Rewind(version + 1, "why"))
    assert seat_of(played.table, "council").hand == 3
    assert fold(played.entries) == played.table


# --- the wire


def test_commands_are_read_strictly() -> None:
    assert decode_seat('{"type":"place_token","with":"library"}') == PlaceToken(LIBRARY)
    assert decode_control('{"type":"pause"}') == Pause()
    for raw in ('{"type":"dance"}', '{"type":"done","extra":1}', '{"type":"pause"}', "[]"):
        with pytest.raises(ValidationError):
            decode_seat(raw)


def test_tables_of_one_seed_hold_the_same_cards_whatever_is_played() -> None:
    def cards(*talk: tuple[SeatId, SeatId]) -> tuple[CardId, ...]:
        table = replace(laid(), seed="duplicate")
        for by, to in talk:
            table = given(table).when(by, PlaceToken(to)).table
        return given(table).until(Phase.BRIEFING).table.played

    assert cards() == cards((COUNCIL, LIBRARY), (LIBRARY, ARCHIVE))
