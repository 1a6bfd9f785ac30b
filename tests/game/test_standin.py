"""A bot that sits in for a seat while its people are away, and goes when they are back."""

import pytest
from msgspec.structs import replace

from game.acting import ActFor
from game.commands import AnyCommand
from game.controls.course import Rewind, Start
from game.controls.seats import FillSeat, FreeSeat, PutBot, ShareSeat
from game.controls.standin import SetStandIn, SitIn
from game.decide import legal, legal_for
from game.events.control import StandInSet
from game.events.seats import SeatHeld
from game.fold import rewound
from game.model.seats import StandIn
from game.model.table import Table
from game.opening import BLANK, Setup, open_command
from game.talk.seat import TakeSeatBack
from game.views.own import own
from game.views.staff import staff
from game.vocabulary import CHANCE, CLOCK, FACILITATOR, Holder, PersonId, Phase, Reason
from tests.given import ARCHIVE, COUNCIL, When, given, laid, tiny

ANA, BEN = PersonId("ana"), PersonId("ben")
AFTER_5 = StandIn(5, "mixed")


def done(table: Table, command: AnyCommand) -> When:
    return given(table).when(FACILITATOR, command)


def seated(phase: Phase = Phase.TALK) -> Table:
    """Ana and Ben share a seat, bots hold the others; who is away is stood in for."""
    table = done(laid(phase), SetStandIn("mixed", after_min=5)).table
    table = done(table, FillSeat(COUNCIL, ANA)).table
    return done(table, ShareSeat(COUNCIL, BEN)).table


def away(phase: Phase = Phase.TALK) -> Table:
    """The bot has sat in for Ana and Ben."""
    return given(seated(phase)).when(CLOCK, SitIn(COUNCIL)).table


def test_no_bot_sits_in_before_the_facilitator_has_said_so() -> None:
    table = done(laid(), FillSeat(COUNCIL, ANA)).table
    given(table).when(CLOCK, SitIn(COUNCIL)).refused(Reason.NOTHING_DUE)
    assert SitIn not in {type(command) for _, command in legal(table, tiny())}
    done(laid(), SetStandIn("mixed")).refused(Reason.ALREADY)


def test_the_clock_lets_a_bot_sit_in_and_the_people_keep_their_place() -> None:
    given(seated()).when(CLOCK, SitIn(COUNCIL)).then(
        SeatHeld(COUNCIL, Holder.BOT, ANA, "mixed", stands_in=True)
    )
    assert away().seat(COUNCIL).people == (ANA, BEN)
    given(away()).when(CLOCK, SitIn(COUNCIL)).refused(Reason.ALREADY)
    given(seated()).when(CLOCK, SitIn(ARCHIVE)).refused(Reason.ALREADY)


def test_only_the_clock_says_that_somebody_is_away() -> None:
    done(seated(), SitIn(COUNCIL)).refused(Reason.NOT_YOURS)
    offered = [command for by, command in legal(seated(), tiny()) if by == CLOCK]
    assert SitIn(COUNCIL) in offered
    assert SitIn(ARCHIVE) not in offered


@pytest.mark.parametrize("phase", [Phase.LOBBY, Phase.ENDED])
def test_before_and_after_the_game_no_bot_sits_in(phase: Phase) -> None:
    command = given(replace(seated(), phase=phase)).when(CLOCK, SitIn(COUNCIL))
    command.refused(Reason.NOT_STARTED if phase is Phase.LOBBY else Reason.GAME_ENDED)


def test_in_a_pause_no_bot_sits_in_but_who_is_back_has_the_seat_at_once() -> None:
    paused = replace(seated(), paused=True)
    given(paused).when(CLOCK, SitIn(COUNCIL)).refused(Reason.PAUSED)
    assert SitIn(COUNCIL) not in [command for _, command in legal(paused, tiny())]
    given(replace(away(), paused=True)).when(COUNCIL, TakeSeatBack()).then(
        SeatHeld(COUNCIL, Holder.PERSON, ANA)
    )


def test_who_is_back_takes_the_seat_back_with_who_shares_it() -> None:
    assert TakeSeatBack() in legal_for(away(), COUNCIL, tiny())
    back = given(away()).when(COUNCIL, TakeSeatBack()).table.seat(COUNCIL)
    assert (back.holder, back.bot, back.stands_in) == (Holder.PERSON, None, False)
    assert back.people == (ANA, BEN)


def test_a_bot_that_the_facilitator_put_there_stays() -> None:
    put = done(seated(), PutBot(COUNCIL, "random")).table
    given(put).when(COUNCIL, TakeSeatBack()).refused(Reason.NOT_YOURS)
    given(seated()).when(COUNCIL, TakeSeatBack()).refused(Reason.NOT_YOURS)
    assert TakeSeatBack() not in legal_for(put, COUNCIL, tiny())
    over = done(away(), PutBot(COUNCIL, "random")).table
    given(over).when(COUNCIL, TakeSeatBack()).refused(Reason.NOT_YOURS)


def test_nobody_says_for_a_seat_that_it_is_back() -> None:
    done(away(), ActFor(COUNCIL, TakeSeatBack(), "why")).refused(Reason.NOT_YOURS)
    freed = done(away(), FreeSeat(COUNCIL)).table.seat(COUNCIL)
    assert (freed.stands_in, freed.people) == (False, ())


def test_the_choice_is_an_event_and_the_staff_reads_what_holds() -> None:
    done(laid(), SetStandIn("mixed", after_min=5)).then(StandInSet(AFTER_5))
    assert staff(seated()).stand_in == AFTER_5
    done(seated(), SetStandIn("mixed")).then(StandInSet(None))
    off = done(away(), SetStandIn("mixed")).table
    assert off.stand_in is None
    assert off.seat(COUNCIL).stands_in  # it stays until its people want the seat


def test_the_choice_and_who_sits_in_outlast_a_rewind() -> None:
    back = rewound(away(), seated())
    assert back.stand_in == AFTER_5
    assert back.seat(COUNCIL).stands_in
    assert done(away(), Rewind(1, "why")).events


def test_the_choice_can_be_made_at_set_up_and_outlasts_a_practice_round() -> None:
    setup = Setup("seed", stand_in=AFTER_5, bots="random", first_game=True)
    opened = given(BLANK).when(CHANCE, open_command(tiny(), setup)).table
    assert opened.stand_in == AFTER_5
    held = given(opened).when(FACILITATOR, FillSeat(COUNCIL, ANA)).table
    reveal = given(held).when(FACILITATOR, Start()).then_also().chance().until(Phase.REVEAL)
    sat = reveal.when(CLOCK, SitIn(COUNCIL)).table
    dealt = given(sat).next().table
    assert (dealt.practised, dealt.stand_in) == (True, AFTER_5)
    assert dealt.seat(COUNCIL).stands_in


def test_the_own_part_of_a_view_stays_that_of_the_seat() -> None:
    assert own(away(), COUNCIL) == own(seated(), COUNCIL)
