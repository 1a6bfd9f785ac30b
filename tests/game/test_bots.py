"""Bots: what they see, what they want, and why. Whole games of theirs are in `test_simulate`."""

from typing import Final

import pytest
from msgspec.structs import replace

from game.acts import Act, Pledge, Terms
from game.bots.at_random import building
from game.bots.base import Move
from game.bots.house.board import board_of
from game.bots.house.outlook import Outlook
from game.bots.house.player import House
from game.bots.lineup import BOTS, HOUSE
from game.bots.personality import MIXED, PUBLIC_SPIRITED, SELF_SERVING, Personality
from game.bots.sheet import Sheet, sheet_of
from game.decide import judge
from game.forms import SeatCommand
from game.model.table import Table
from game.rng import Dice
from game.ruleset import Ruleset
from game.talk.deals import Accept, Decline, Offer
from game.talk.facts import ShowFact
from game.talk.messages import Say
from game.talk.pace import Done
from game.talk.plan import Plan
from game.talk.tokens import PlaceToken, TakeBack
from game.views.view import View, glances
from game.vocabulary import (
    HUB,
    Actor,
    Architecture,
    ConcernId,
    DependencyId,
    Phase,
    Rationality,
    SeatId,
    State,
    Verdict,
)
from game.voices import BOT_NAMES, Why
from tests.given import (
    ARCHIVE,
    COUNCIL,
    FEES,
    LIBRARY,
    LOANS,
    MAPS,
    MINUTES,
    NAMES,
    TITLES,
    common,
    dependency,
    joined,
    knowing,
    laid,
    promised,
    seat,
    seats,
    tiny,
    trusting,
)

ALWAYS: Final = replace(
    PUBLIC_SPIRITED, foresight=1.0, openness=1.0, trusting=1.0, reliable=1.0, discretion=0.0
)
"""Habits without chance: what this one does, it does always."""
SELFISH: Final = replace(SELF_SERVING, reliable=0.0, discretion=0.0, turf=0.0, talkative=0.0)


class Fixed(Dice):
    """Dice that show the same number every time."""

    def __init__(self, share: float = 0.0) -> None:
        super().__init__("fixed", 0, "")
        self.random = lambda: share


def seen(table: Table, which: SeatId) -> View:
    return next(glances(table, [which], tiny()))


def paper(table: Table, which: SeatId, rules: Ruleset | None = None) -> Sheet:
    return sheet_of(
        rules or tiny(),
        which,
        table.seat(which).concern,
        context=table.context,
        architectures=table.modules.architectures,
    )


def look_of(table: Table, which: SeatId = COUNCIL, rules: Ruleset | None = None) -> Outlook:
    return Outlook(seen(table, which), paper(table, which, rules))


def moves(
    table: Table, which: SeatId, habits: Personality = ALWAYS, *, share: float = 0.0
) -> tuple[Move, ...]:
    return House("x", habits).choose(seen(table, which), paper(table, which), Fixed(share))


def wants(
    table: Table, which: SeatId, habits: Personality = ALWAYS, *, share: float = 0.0
) -> list[SeatCommand]:
    return [one.command for one in moves(table, which, habits, share=share)]


def planned(
    table: Table, which: SeatId, habits: Personality = ALWAYS, *, share: float = 0.0
) -> tuple[Act, ...]:
    roomy = seats(replace(table, phase=Phase.PLAN), capacity=8)  # so that what is wanted shows
    first, *_ = wants(roomy, which, habits, share=share)
    assert isinstance(first, Plan)
    return first.acts


def offered(table: Table, by: SeatId, offer: Offer) -> Table:
    return judge(table, offer, Actor(by), tiny()).table


def known_to_all(*which: DependencyId) -> Table:
    table = laid()
    for one in which:
        table = common(table, one)
    return table


# --- what a bot is


def test_every_bot_of_the_lineup_has_words() -> None:
    assert tuple(BOTS) == BOT_NAMES
    assert HOUSE in BOTS
    assert all(bot.name == name for name, bot in BOTS.items())


def test_the_sheet_tells_nothing_of_the_table() -> None:
    table = laid()
    assert paper(table, COUNCIL) == paper(replace(table, seed="another", need=7), COUNCIL)


@pytest.mark.parametrize("name", BOTS)
def test_a_bot_has_nothing_to_do_while_chance_draws_or_play_stands_still(name: str) -> None:
    table = laid()
    for still in (replace(table, paused=True), replace(table, phase=Phase.REVEAL)):
        view = seen(still, COUNCIL)
        assert BOTS[name].choose(view, paper(table, COUNCIL), Fixed()) == ()


def test_the_same_view_and_the_same_dice_give_the_same_answer() -> None:
    table = known_to_all(NAMES, FEES, TITLES)
    for bot in BOTS.values():
        first, second = (
            bot.choose(seen(table, COUNCIL), paper(table, COUNCIL), Dice("s", 1, "bot"))
            for _ in range(2)
        )
        assert first == second


def test_seats_that_are_asked_together_share_their_reading_and_choose_as_if_alone() -> None:
    table = promised(laid(), LIBRARY, COUNCIL, Act("sign", MAPS))
    views = list(glances(table, [one.id for one in table.seats], tiny()))
    boards = {id(board_of(one.public)) for one in views}
    alone = [replace(one, public=replace(one.public)) for one in views]

    def chosen(one: View) -> tuple[Move, ...]:
        assert one.viewer.seat is not None
        return BOTS[HOUSE].choose(one, paper(table, one.viewer.seat), Dice("any", 1, "bot"))

    assert len(boards) == 1
    assert [chosen(one) for one in views] == [chosen(one) for one in alone]


def test_a_bot_does_not_act_on_what_its_seat_cannot_see() -> None:
    table = known_to_all(NAMES, FEES)
    other = dependency(table, TITLES, real=False)
    other = seat(other, LIBRARY, concern=ConcernId("broker"), hand=0, routines=3)
    other = replace(other, event_deck=(), agenda_deck=table.agenda_deck[::-1])
    for bot in BOTS.values():
        answers = {
            bot.choose(seen(one, COUNCIL), paper(table, COUNCIL), Dice("s", 1, "bot"))
            for one in (table, other)
        }
        assert len(answers) == 1


# --- talk


def test_an_open_house_shows_what_it_knows_and_a_closed_one_does_not() -> None:
    table = knowing(laid(), NAMES, by=[COUNCIL])
    assert ShowFact(NAMES) in wants(table, COUNCIL)
    closed = replace(ALWAYS, openness=0.0)
    assert not any(isinstance(one, ShowFact) for one in wants(table, COUNCIL, closed))


def test_it_places_a_token_where_there_is_work_to_do() -> None:
    table = known_to_all(FEES)
    assert PlaceToken(LIBRARY) in wants(table, COUNCIL)
    wary = replace(ALWAYS, trusting=0.0)
    assert PlaceToken(LIBRARY) not in wants(table, COUNCIL, wary)


def test_it_places_none_where_one_more_changes_nothing() -> None:
    table = known_to_all(NAMES)
    for other in (LIBRARY, ARCHIVE):
        table = trusting(table, COUNCIL, other, 3)
    assert not any(isinstance(one, PlaceToken) for one in wants(table, COUNCIL))


def test_it_takes_its_tokens_back_from_one_who_broke_a_promise() -> None:
    table = trusting(laid(), COUNCIL, LIBRARY, 1)
    let_down = promised(table, LIBRARY, COUNCIL, Act("counter"), verdict=Verdict.BROKEN)
    wary = replace(ALWAYS, trusting=0.0)
    assert TakeBack(LIBRARY) in wants(let_down, COUNCIL, wary, share=0.5)
    assert TakeBack(LIBRARY) not in wants(table, COUNCIL, wary, share=0.5)
    once = seat(let_down, COUNCIL, taken_from=(LIBRARY,))
    assert TakeBack(LIBRARY) not in wants(once, COUNCIL, wary, share=0.5)


def test_it_offers_to_sign_together_with_the_answers_that_both_need() -> None:
    table = known_to_all(FEES)
    (offer,) = (
        one for one in wants(table, COUNCIL) if isinstance(one, Offer) and one.to == LIBRARY
    )
    mine = (Act("answer", FEES, LIBRARY), Act("sign", FEES))
    theirs = (Act("answer", FEES, COUNCIL), Act("sign", FEES))
    assert offer.give.promise == tuple(Pledge(act, 1) for act in mine)
    assert offer.get.promise == tuple(Pledge(act, 1) for act in theirs)


def test_it_is_not_done_before_its_offers_are_answered() -> None:
    table = known_to_all(FEES)
    assert Done() not in wants(table, COUNCIL)
    offer = next(one for one in wants(table, COUNCIL) if isinstance(one, Offer))
    waiting = offered(table, COUNCIL, offer)
    assert wants(waiting, COUNCIL) == []
    assert Done() in wants(seat(waiting, LIBRARY, done=True), COUNCIL)
    assert wants(seats(table, done=True), COUNCIL) == []


def test_it_accepts_what_pays_and_declines_what_costs() -> None:
    table = known_to_all(FEES)
    sign = Terms(promise=(Pledge(Act("sign", FEES), 1),))
    good = offered(table, LIBRARY, Offer(COUNCIL, sign, sign))
    assert Accept(good.deals[0].id) in wants(good, COUNCIL)
    bad = offered(table, LIBRARY, Offer(COUNCIL, Terms(), Terms(pay=2)))
    assert Decline(bad.deals[0].id) in wants(bad, COUNCIL)


def test_it_declines_what_it_could_not_do() -> None:
    much = Terms(promise=tuple(Pledge(Act("build", one), 1) for one in (NAMES, FEES, MAPS)))
    table = promised(known_to_all(NAMES), COUNCIL, LIBRARY, Act("counter"))
    asked = offered(table, LIBRARY, Offer(COUNCIL, Terms(pay=1), much))
    (move,) = (one for one in moves(asked, COUNCIL) if isinstance(one.command, Decline))
    assert move.why is Why.HANDS_FULL
    dear = offered(laid(), LIBRARY, Offer(COUNCIL, Terms(), Terms(pay=5)))
    assert Decline(dear.deals[0].id) in wants(dear, COUNCIL)


def test_a_selfish_house_asks_for_money_where_that_tips_the_scales() -> None:
    table = seats(laid(), budget=3)
    lobby = Terms(promise=(Pledge(Act("frame", frame=Rationality.POLITICAL), 1),))
    asked = offered(table, LIBRARY, Offer(COUNCIL, Terms(), lobby))
    (counter,) = (one for one in wants(asked, COUNCIL, SELFISH) if isinstance(one, Offer))
    assert (counter.counters, counter.get.pay) == (asked.deals[0].id, 1)


@pytest.mark.parametrize(
    "act",
    [
        Act("no_guard"), Act("no_portal"), Act("guard"), Act("portal"), Act("reform"),
        Act("lobby"), Act("vote_launch"), Act("vote_hold"), Act("scan"), Act("counter"),
        Act("sign", FEES), Act("map", LOANS), Act("answer", FEES, COUNCIL), Act("build", NAMES),
        Act("frame", frame=Rationality.LEGAL), Act("frame", frame=Rationality.TECHNICAL),
        Act("sign", MINUTES), Act("answer", TITLES, LIBRARY),
    ],
    ids=str,
)  # fmt: skip
@pytest.mark.parametrize("giver", [COUNCIL, LIBRARY])
@pytest.mark.parametrize("habits", [ALWAYS, SELFISH], ids=["public", "selfish"])
def test_it_answers_every_offer_one_way_or_another(
    act: Act, giver: SeatId, habits: Personality
) -> None:
    table = joined(dependency(known_to_all(FEES, TITLES), MINUTES, real=False), NAMES)
    table = knowing(table, MINUTES, by=[COUNCIL])
    table = replace(table, frame=Rationality.LEGAL)
    terms = Terms(promise=(Pledge(act, 1),))
    give, get = (terms, Terms()) if giver == LIBRARY else (Terms(), terms)
    asked = offered(table, LIBRARY, Offer(COUNCIL, give, get))
    answers = [
        one
        for one in wants(asked, COUNCIL, habits)
        if isinstance(one, Accept | Decline) or (isinstance(one, Offer) and one.counters)
    ]
    assert len(answers) == 1


def test_a_promise_by_one_who_broke_one_counts_for_little() -> None:
    table = seats(known_to_all(FEES), budget=2)
    hope = Terms(promise=(Pledge(Act("answer", FEES, COUNCIL), 1),))
    offer = Offer(COUNCIL, hope, Terms(pay=1))
    trusted = offered(table, LIBRARY, offer)
    let_down = offered(
        promised(table, LIBRARY, COUNCIL, Act("counter"), verdict=Verdict.BROKEN), LIBRARY, offer
    )
    wary = replace(MIXED, trusting=0.0)
    assert Decline(let_down.deals[0].id) in wants(let_down, COUNCIL, wary)
    assert Accept(trusted.deals[0].id) in wants(trusted, COUNCIL)


def test_it_says_what_matters_to_it_by_topic() -> None:
    table = seats(laid(), budget=0)
    talks = replace(ALWAYS, talkative=1.0)
    (cost,) = (one for one in wants(table, COUNCIL, talks) if isinstance(one, Say))
    assert (cost.text, cost.topic.value) == (tiny().texts["en"]["says.cost"], "cost")
    (turf,) = (
        one for one in wants(laid(), COUNCIL, replace(talks, turf=1.0)) if isinstance(one, Say)
    )
    assert turf.topic.value == "jurisdiction"
    (work,) = (one for one in wants(laid(), COUNCIL, talks) if isinstance(one, Say))
    assert "{" not in work.text
    gone = laid()
    for one in gone.dependencies:
        gone = joined(gone, one.id, State.LIVE)
    (idle,) = (one for one in wants(gone, COUNCIL, talks) if isinstance(one, Say))
    assert "-" in idle.text


def test_without_words_it_plays_in_silence() -> None:
    table = laid()
    sheet = replace(paper(table, COUNCIL), words={})
    talks = House("x", replace(ALWAYS, talkative=1.0))
    said = talks.choose(seen(table, COUNCIL), sheet, Fixed())
    assert not any(isinstance(one.command, Say) for one in said)
    odd = replace(sheet, words={"other": "words"})
    said = talks.choose(seen(table, COUNCIL), odd, Fixed())
    assert not any(isinstance(one.command, Say) for one in said)


def test_it_offers_nothing_that_it_could_not_pay() -> None:
    table = seat(known_to_all(FEES), LIBRARY, rationality=Rationality.ECONOMIC)
    assert any(isinstance(one, Offer) for one in wants(table, COUNCIL))
    poor = seat(table, COUNCIL, budget=0)
    assert not any(
        isinstance(one, Offer) and any(p.act.kind == "answer" for p in one.give.promise)
        for one in wants(poor, COUNCIL)
    )


def test_at_random_builds_what_is_signed_or_the_hub() -> None:
    hub = replace(laid(), architecture=Architecture.CLEARING_HOUSE)
    assert building(seen(hub, COUNCIL), COUNCIL, Fixed()) == Act("build", HUB)
    signed = joined(hub, LOANS)
    assert building(seen(signed, COUNCIL), COUNCIL, Fixed()) == Act("build", LOANS)
