"""What else could have been decided: one decision otherwise, everything else as it was."""

import pytest

from game.acts import Act, Pledge, Terms
from game.controls.adjust import AdjustTrack
from game.controls.course import NextPhase, Pause, Resume, Start
from game.controls.seats import PutBot
from game.debrief.alternatives import EACH, MOST, branches_of, swings
from game.debrief.rollouts import certain, estimate
from game.debrief.steps import Branch
from game.opening import Setup
from game.talk.deals import Accept, Decline, Offer
from game.talk.pace import Ready
from game.talk.plan import Plan
from game.talk.votes import CastVote
from game.vocabulary import FACILITATOR, Governance, Phase, Track, Verdict
from tests.given import ARCHIVE, COUNCIL, LIBRARY, tiny
from tests.playing import Game, play
from tests.rulesets import RULESETS, load

GUARD = Act("guard")
REFORM = Act("reform")
SEATS = (COUNCIL, LIBRARY, ARCHIVE)
RESERVED = Terms(promise=(Pledge(Act("no_guard"), 1),))


def in_talk(governance: Governance = Governance.HYBRID) -> Game:
    """A game of `tiny` in the Talk of its first round."""
    game = Game(tiny(), Setup("alternatives", governance=governance))
    for seat in SEATS:
        game.do(FACILITATOR, PutBot(seat, "random"))
    game.do(FACILITATOR, Start())
    game.chance()
    game.do(FACILITATOR, NextPhase())
    assert game.table.phase is Phase.TALK
    return game


def on(game: Game, phase: Phase) -> Game:
    """On by hand until this phase is there, with enough support for a vote."""
    while game.table.phase is not phase:
        game.do(FACILITATOR, NextPhase())
        game.chance()
        game.may(FACILITATOR, AdjustTrack(text="why", track=Track.SUPPORT, to=9))
    return game


def promise(game: Game, what: Terms) -> None:
    """The library promises this to the council."""
    game.do(LIBRARY, Offer(COUNCIL, what))
    game.do(COUNCIL, Accept(game.table.deals[-1].id))


def branches(game: Game, kind: str) -> list[Branch]:
    found = branches_of(game.rules, game.entries, 1, len(game.entries))
    return [one for one in found if one.what.kind == kind]


def plans(game: Game, **sent: list[Act]) -> None:
    """These plans, and the reveal."""
    on(game, Phase.PLAN)
    for name, acts in sent.items():
        seat = next(one for one in SEATS if one == name)
        game.do(seat, Plan(tuple(acts)))
    game.do(FACILITATOR, NextPhase())
    game.chance()


def test_an_act_that_others_felt_is_left_out_and_the_others_do_what_they_did() -> None:
    game = in_talk()
    game.do(FACILITATOR, AdjustTrack(text="why", track=Track.SUPPORT, to=9))
    plans(game, library=[Act("portal"), REFORM], archive=[REFORM])
    (one,) = branches(game, "without")
    assert (one.what.seats, one.what.act) == ((LIBRARY,), Act("portal"))
    assert one.was.table.seat(LIBRARY).portals == 1
    then = one.then.table
    assert then.phase is Phase.REVEAL
    assert [(done.seat, done.act.kind) for done in then.resolved] == [
        (LIBRARY, "reform"),
        (ARCHIVE, "reform"),
    ]
    assert one.then.hash == one.was.hash


def test_a_plan_that_everybody_was_ready_with_is_played_again() -> None:
    game = in_talk()
    on(game, Phase.PLAN)
    game.do(LIBRARY, Plan((Act("portal"),)))
    for seat in SEATS:
        game.do(seat, Ready())
    game.chance()
    (one,) = branches(game, "without")
    assert one.then.table.phase is Phase.REVEAL
    assert one.then.table.seat(LIBRARY).portals == 0


def test_a_broken_promise_to_do_something_is_kept() -> None:
    game = in_talk()
    promise(game, Terms(promise=(Pledge(REFORM, 1),)))
    plans(game, library=[GUARD] * 3)
    (one,) = branches(game, "promise")
    assert one.what.act == REFORM
    assert one.was.table.promises[0].verdict is Verdict.BROKEN
    assert one.then.table.promises[0].verdict is Verdict.KEPT


def test_a_broken_promise_to_refrain_is_kept() -> None:
    game = in_talk()
    promise(game, Terms(promise=(Pledge(Act("no_portal"), 1),)))
    plans(game, library=[REFORM, Act("portal")])
    (one,) = branches(game, "promise")
    assert one.was.table.promises[0].verdict is Verdict.BROKEN
    assert one.then.table.promises[0].verdict is Verdict.KEPT
    assert one.then.table.seat(LIBRARY).routines == 1


def test_a_promise_that_was_tried_in_vain_has_no_alternative() -> None:
    game = in_talk()
    promise(game, Terms(pay=game.table.seat(LIBRARY).budget, promise=(Pledge(REFORM, 1),)))
    plans(game, library=[REFORM])
    assert game.table.promises[0].verdict is Verdict.BROKEN
    assert branches(game, "promise") == []


def test_a_promised_vote_is_no_matter_of_plans() -> None:
    game = in_talk()
    promise(game, Terms(promise=(Pledge(Act("vote_launch"), 3),)))
    cast(on(game, Phase.VOTE), "+-+")
    assert game.table.promises[0].verdict is Verdict.BROKEN
    assert branches(game, "promise") == []


@pytest.mark.parametrize(("answer", "kind"), [(Decline, "accept"), (Accept, "decline")])
def test_an_offer_has_the_other_answer(answer: type[Decline | Accept], kind: str) -> None:
    game = in_talk()
    game.do(LIBRARY, Offer(COUNCIL, Terms(pay=1)))
    deal = game.table.deals[-1]
    before = game.table.seat(COUNCIL).budget
    game.do(COUNCIL, answer(deal.id))
    (one,) = branches(game, kind)
    assert one.what.deal is not None
    assert one.what.deal.id == deal.id
    assert one.what.seats == (COUNCIL,)
    assert one.then.table.seat(COUNCIL).budget == before + (kind == "accept")


def test_an_offer_left_to_end_could_have_been_accepted_also_after_a_pause() -> None:
    game = in_talk()
    game.do(LIBRARY, Offer(COUNCIL, Terms(pay=1)))
    game.do(FACILITATOR, Pause())
    game.do(FACILITATOR, Resume())
    on(game, Phase.PLAN)
    (one,) = branches(game, "accept")
    assert one.then.table.phase is Phase.TALK
    assert not one.then.table.paused


def test_an_offer_that_could_not_be_met_is_no_alternative() -> None:
    game = in_talk()
    game.do(LIBRARY, Offer(COUNCIL, Terms(pay=8)))
    game.do(COUNCIL, Decline(game.table.deals[-1].id))
    assert branches(game, "accept") == []


def at_vote(governance: Governance) -> Game:
    return on(in_talk(governance), Phase.VOTE)


def cast(game: Game, votes: str) -> Game:
    """`+` to launch, `-` to hold, in seat order; the rest abstains."""
    for seat, vote in zip(SEATS, votes, strict=False):
        game.do(seat, CastVote(vote == "+"))
    game.may(FACILITATOR, NextPhase())  # whoever has not voted abstains
    return game


def test_one_vote_the_other_way_where_one_is_enough() -> None:
    game = cast(at_vote(Governance.HYBRID), "++-")
    found = branches(game, "vote")
    assert len(found) == EACH
    assert {one.what.seats for one in found} == {(COUNCIL,), (LIBRARY,)}
    assert all(one.what.launch is False for one in found)
    assert all(one.then.table.phase is not Phase.YEAR_ONE for one in found)


def test_as_many_votes_the_other_way_as_it_takes() -> None:
    game = cast(at_vote(Governance.HYBRID), "-")  # the others abstain
    assert branches(game, "vote") == []  # no other vote of those cast passes it
    game = cast(at_vote(Governance.HYBRID), "---")
    (one,) = branches(game, "vote")
    assert one.what.seats == (COUNCIL, LIBRARY)
    assert one.what.launch is True
    assert one.then.table.launched == game.table.round


def test_the_sponsor_alone_can_turn_a_vote_in_a_hierarchy() -> None:
    table = at_vote(Governance.HIERARCHY).table
    assert list(swings(table, (False, True, True), launched=False)) == [(COUNCIL,)]
    assert list(swings(table, (None, False, False), launched=False)) == []


def test_who_abstained_abstains_still() -> None:
    game = cast(at_vote(Governance.HYBRID), "++")
    found = branches(game, "vote")
    assert len(found) == EACH
    for one in found:
        assert one.then.table.count is not None or one.then.table.phase is not Phase.VOTE


def test_a_card_has_its_other_options_and_no_turn_more_than_a_few_alternatives() -> None:
    rules = load(RULESETS / "newborn")
    kinds: set[str] = set()
    for number in range(4):
        game = play(rules, Setup(f"cards {number}", bots="random"), number, controls=number > 1)
        found = branches_of(rules, game.entries, 0, len(game.entries))
        assert len(found) <= MOST
        versions = [one.what.version for one in found]
        assert versions == sorted(versions)
        for first in range(0, len(game.entries), 30):
            few = branches_of(rules, game.entries, first, first + 30)
            kinds |= {one.what.kind for one in few}
            for one in few:
                assert first < one.what.version <= first + 30
                if one.what.kind == "choice":
                    taken = one.then.table.standing
                    assert taken is not None
                    # A card laid by hand takes the open choice first, and lies there then.
                    assert taken.option == one.what.option or taken.card != one.what.card
    assert "choice" in kinds


def test_what_comes_after_a_branch_is_played_like_any_other_rest() -> None:
    game = cast(at_vote(Governance.HYBRID), "++-")
    (one, *_) = branches(game, "vote")
    assert certain(one.then) is None
    found = estimate(game.rules, one.then, range(4))
    assert sum(found.outcomes.values()) == 4


def test_nothing_lies_between_an_entry_and_itself() -> None:
    game = in_talk()
    assert branches_of(game.rules, game.entries, 3, 3) == ()
