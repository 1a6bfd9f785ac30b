"""Bots offer nothing that could not be accepted, as far as their own view shows it."""

from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from game.acts import Act, Pledge, Terms
from game.bargains import EMPTY
from game.bots.ahead.player import Ahead
from game.bots.base import Bot, Move
from game.bots.house.means import Means, possible
from game.bots.house.player import House
from game.bots.lineup import BOTS
from game.bots.sheet import Sheet
from game.forms import SeatCommand
from game.model.table import Table
from game.opening import Setup
from game.rng import Dice
from game.simulate.play import play_game
from game.talk.deals import Accept, Decline, Offer, Withdraw
from game.talk.pace import Done
from game.views.deals import DealView, PromiseView
from game.views.view import View
from game.vocabulary import DependencyId, Rationality, SeatId, Verdict
from tests.game.test_bots import (
    ALWAYS,
    SELFISH,
    Fixed,
    known_to_all,
    look_of,
    offered,
    paper,
    seen,
)
from tests.game.test_bots_ahead import dealer_of
from tests.given import (
    ARCHIVE,
    COUNCIL,
    FEES,
    LIBRARY,
    MAPS,
    answered,
    dependency,
    joined,
    laid,
    promised,
    seat,
    seats,
    trusting,
)
from tests.rulesets import RULESETS, load

# --- many games: what was offered could be accepted


class Watched(Bot):
    """Plays like another one; its offers are held against the view that it had."""

    name = "watched"

    def __init__(self, like: Bot) -> None:
        self.like = like
        self.offers = 0
        self.impossible: list[tuple[SeatId, Offer]] = []

    def choose(self, view: View, sheet: Sheet, draw: Dice) -> tuple[Move, ...]:
        """As the other one would."""
        found = self.like.choose(view, sheet, draw)
        owed = {one.id: len(list(owes(view, one.id))) for one in view.public.seats}
        for one in found:
            command = one.command
            if isinstance(command, Accept):
                owed[sheet.seat] += len(deal_of(view, command).get.promise)
            elif isinstance(command, Offer):
                self.offers += 1
                if not can_be_met(view, sheet, command, owed):
                    self.impossible.append((sheet.seat, command))
                owed[sheet.seat] += len(command.give.promise)
        return found


def owes(view: View, by: SeatId) -> Iterator[PromiseView]:
    """The open promises of a seat that this view shows."""
    own = () if view.own is None else view.own.promises
    return (
        one for one in (*view.public.promises, *own) if one.by == by and one.verdict is Verdict.OPEN
    )


def deal_of(view: View, command: Accept) -> DealView:
    own = () if view.own is None else view.own.deals
    return next(one for one in (*view.public.deals, *own) if one.id == command.deal)


def can_be_met(view: View, sheet: Sheet, offer: Offer, owed: dict[SeatId, int]) -> bool:
    """RULES section 4, both ways, read from the view alone."""
    places = {one.id: at for at, one in enumerate(view.public.seats)}
    sides = (
        (sheet.seat, offer.to, offer.give, offer.get),
        (offer.to, sheet.seat, offer.get, offer.give),
    )
    for giver, taker, gives, gets in sides:
        budget = view.public.seats[places[giver]].budget
        if gives.pay > budget or budget - gives.pay + gets.pay > 8:
            return False
        if owed[giver] + len(gives.promise) > sheet.prices.open_promises:
            return False
        if gives.place and view.public.trust[places[giver]][places[taker]] >= 3:
            return False
    return True


@pytest.mark.parametrize(
    "name", ["mixed", "public_spirited", "self_serving", "turf_minded", "ahead_mixed", "random"]
)
def test_no_offer_of_a_bot_is_impossible_by_what_its_view_shows(name: str) -> None:
    rules = replace(load(RULESETS / "newborn"), texts={})
    bot = Watched(BOTS[name])
    for number in range(12):
        play_game(rules, Setup(f"offers-{number}", bots="watched"), lineup={"watched": bot})
    assert bot.offers > 60
    assert bot.impossible == []


# --- what a seat can give


def means(table: Table, which: SeatId = COUNCIL) -> Means:
    return Means(look_of(table), which)


def promising(*acts: Act, due: int = 1) -> Terms:
    return Terms(promise=tuple(Pledge(act, due) for act in acts))


def test_nobody_gives_more_money_than_it_has_or_gets_more_than_it_can_hold() -> None:
    table = seat(seats(laid(), budget=2), LIBRARY, budget=7)
    mine, theirs = means(table), means(table, LIBRARY)
    assert mine.bears(LIBRARY, Terms(pay=2), Terms())
    assert not mine.bears(LIBRARY, Terms(pay=3), Terms(pay=3))
    assert theirs.bears(COUNCIL, Terms(), Terms(pay=1))
    assert not theirs.bears(COUNCIL, Terms(), Terms(pay=2))


def test_nobody_owes_more_promises_than_are_allowed_at_a_time() -> None:
    table = laid()
    for _ in range(2):
        table = promised(table, LIBRARY, COUNCIL, Act("counter"), due=2)
    theirs = means(table, LIBRARY)
    assert theirs.keeps(COUNCIL, promising(Act("no_guard")), Terms())
    assert not theirs.bears(COUNCIL, promising(Act("no_guard"), Act("no_portal")), Terms())


def test_a_token_is_placed_from_the_hand_and_never_above_the_most() -> None:
    table = laid()
    assert means(table).bears(LIBRARY, Terms(place=1), Terms())
    full = trusting(table, COUNCIL, LIBRARY, 3)
    assert not means(full).bears(LIBRARY, Terms(place=1), Terms())
    assert not means(seat(table, COUNCIL, hand=0)).bears(LIBRARY, Terms(place=1), Terms())
    once = seat(table, COUNCIL, placed_with=(LIBRARY,))
    assert not means(once).bears(LIBRARY, Terms(place=1), Terms())
    hidden = seat(table, LIBRARY, hand=0)
    assert means(hidden, LIBRARY).bears(COUNCIL, Terms(place=1), Terms())


def test_a_seat_tells_what_it_knows_and_of_others_nobody_can_say() -> None:
    table = laid()
    known = known_to_all(FEES)
    assert means(known).bears(LIBRARY, Terms(tell=(FEES,)), Terms())
    unknown = [one.id for one in table.dependencies if one.id not in table.seat(COUNCIL).known]
    assert not means(table).bears(LIBRARY, Terms(tell=(unknown[0],)), Terms())
    assert means(table, LIBRARY).bears(COUNCIL, Terms(tell=(unknown[0],)), Terms())


def test_what_falls_due_later_takes_no_action_point_now() -> None:
    later = promised(laid(), COUNCIL, LIBRARY, Act("counter"), due=2)
    now = promised(laid(), COUNCIL, LIBRARY, Act("counter"))
    assert [means(one).points for one in (later, now)] == [3, 2]
    three = promising(Act("scan"), Act("lobby"), Act("guard"))
    assert means(laid()).keeps(LIBRARY, three, Terms())
    assert not means(seat(laid(), COUNCIL, capacity=2)).keeps(LIBRARY, three, Terms())
    next_round = promising(Act("scan"), Act("lobby"), Act("guard"), due=2)
    assert means(seat(laid(), COUNCIL, capacity=2)).keeps(LIBRARY, next_round, Terms())


def test_what_is_promised_already_is_paid_first() -> None:
    table = promised(seats(laid(), budget=1), COUNCIL, LIBRARY, Act("counter"))
    mine = means(table)
    assert not mine.keeps(LIBRARY, promising(Act("reform")), Terms())
    assert mine.bears(LIBRARY, promising(Act("reform")), Terms())
    assert mine.keeps(LIBRARY, promising(Act("reform")), Terms(pay=1))
    assert mine.keeps(LIBRARY, promising(Act("lobby")), Terms())


def test_what_was_agreed_in_one_breath_is_counted() -> None:
    mine = means(seats(laid(), budget=2))
    mine.settle(Terms(pay=1, promise=promising(Act("reform"), Act("scan")).promise), Terms())
    assert (mine.budget, mine.bound, mine.points, mine.promises) == (1, 1, 1, 1)
    assert possible(mine, LIBRARY, promising(Act("lobby")), Terms())
    assert not possible(mine, LIBRARY, promising(Act("lobby"), Act("no_guard")), Terms())
    assert not possible(mine, LIBRARY, promising(Act("reform")), Terms())


# --- what bots make of it


def asked_by(bot: Bot, table: Table, which: SeatId = COUNCIL) -> list[SeatCommand]:
    found = bot.choose(seen(table, which), paper(table, which), Fixed())
    return [one.command for one in found]


def partners(commands: list[SeatCommand]) -> set[SeatId]:
    return {one.to for one in commands if isinstance(one, Offer)}


def pledging(commands: list[SeatCommand]) -> set[SeatId]:
    """Those who are asked to promise something."""
    return {one.to for one in commands if isinstance(one, Offer) and one.get.promise}


@pytest.fixture(params=[House, Ahead])
def bot(request: pytest.FixtureRequest) -> Bot:
    made: Bot = request.param("x", ALWAYS)
    return made


def busy(table: Table, which: SeatId, count: int = 3) -> Table:
    """A seat that owes so many promises, as all see, none of them in this round."""
    for _ in range(count):
        table = promised(table, which, ARCHIVE, Act("counter"), due=2)
    return table


def sign_both(which: DependencyId, to: SeatId, due: int = 1) -> Offer:
    terms = promising(Act("sign", which), due=due)
    return Offer(to, terms, terms)


def test_a_seat_that_owes_all_it_may_is_asked_for_nothing(bot: Bot) -> None:
    table = replace(known_to_all(FEES), round=2)
    assert LIBRARY in pledging(asked_by(bot, table))
    assert LIBRARY not in pledging(asked_by(bot, busy(table, LIBRARY)))


def test_who_owes_all_it_may_offers_nothing(bot: Bot) -> None:
    table = replace(known_to_all(FEES), round=2)
    assert not partners(asked_by(bot, busy(table, COUNCIL)))


def test_it_accepts_no_more_than_it_can_promise_in_one_breath(bot: Bot) -> None:
    table = answered(known_to_all(FEES, MAPS), FEES, MAPS)
    for which, by in ((FEES, LIBRARY), (MAPS, ARCHIVE)):
        table = offered(table, by, sign_both(which, COUNCIL))
    first, second = table.deals
    assert {Accept(first.id), Accept(second.id)} <= set(asked_by(bot, table))
    commands = asked_by(bot, busy(table, COUNCIL, 2))
    assert {Accept(first.id), Decline(second.id)} <= set(commands)


def test_it_declines_what_the_other_side_could_not_give(bot: Bot) -> None:
    table = answered(known_to_all(FEES), FEES)
    table = offered(table, LIBRARY, sign_both(FEES, COUNCIL))
    deal = table.deals[0].id
    assert Accept(deal) in asked_by(bot, table)
    assert Decline(deal) in asked_by(bot, busy(table, LIBRARY))


def test_it_withdraws_what_cannot_be_accepted_any_more_and_goes_on(bot: Bot) -> None:
    table = replace(answered(known_to_all(FEES), FEES), round=2)
    table = offered(table, COUNCIL, sign_both(FEES, LIBRARY, due=2))
    deal = table.deals[0].id
    assert asked_by(bot, table) == []
    assert Withdraw(deal) in asked_by(bot, busy(table, COUNCIL))
    gone = asked_by(bot, busy(table, LIBRARY))
    assert Withdraw(deal) in gone
    assert Done() in gone or partners(gone)
    assert Withdraw(deal) in asked_by(bot, seat(busy(table, LIBRARY), COUNCIL, done=True))


def test_nobody_is_asked_to_build_what_a_card_has_frozen() -> None:
    table = dependency(joined(laid(), FEES), FEES, effort=3)
    frozen = replace(table, freeze=1)
    build = Act("build", FEES)
    house = House("x", ALWAYS)
    assert build in promised_in(asked_by(house, table))
    assert build not in promised_in(asked_by(house, frozen))
    for now, expected in ((table, True), (frozen, False)):
        dealer = dealer_of(now)
        work = dealer.look.work(FEES)
        assert work is not None
        assert any(one.act == build for one in dealer.step(work)[1].promise) is expected


def test_a_selfish_house_asks_for_no_money_that_it_could_not_hold() -> None:
    table = seats(laid(), budget=3)
    lobby = Terms(promise=(Pledge(Act("frame", frame=Rationality.POLITICAL), 1),))
    selfish = House("x", SELFISH)
    for budget, counters in ((3, True), (8, False)):
        asked = offered(seat(table, COUNCIL, budget=budget), LIBRARY, Offer(COUNCIL, EMPTY, lobby))
        found = asked_by(selfish, asked)
        assert any(isinstance(one, Offer) and bool(one.counters) for one in found) is counters


def promised_in(commands: list[SeatCommand]) -> set[Act]:
    return {
        one.act
        for offer in commands
        if isinstance(offer, Offer)
        for one in (*offer.give.promise, *offer.get.promise)
    }
