"""What caused each change: players, cards, politics, or the facilitator's control."""

import pytest

from game.acts import Act
from game.controls.adjust import AdjustTrack
from game.controls.cards import Inject
from game.controls.course import NextPhase, Rewind
from game.debrief.causes import CAUSES, MEASURES, caused, moved
from game.debrief.rollouts import line_of
from game.events.dependencies import Reopened, Suspended
from game.events.trust import TokenTaken
from game.model.table import Table
from game.opening import Setup
from game.talk.plan import Plan
from game.talk.tokens import PlaceToken
from game.vocabulary import FACILITATOR, CardId, Governance, Phase, State, Track
from tests.game.test_alternatives import in_talk, on
from tests.given import COUNCIL, LIBRARY, NAMES, joined, laid, tiny
from tests.playing import Game, play
from tests.rulesets import RULESETS, load


def sums(game: Game, measure: str) -> dict[str, int]:
    """By cause."""
    found = [one for one in caused(game.entries) if one.measure == measure]
    return {cause: sum(one.by for one in found if one.cause == cause) for cause in CAUSES}


def value(table: Table, measure: str) -> int:
    match measure:
        case "trust":
            return sum(sum(row) for row in (*table.placed, *table.earned))
        case "live":
            return sum(one.state is State.LIVE for one in table.dependencies)
        case _:
            return int(getattr(table, measure))


@pytest.mark.parametrize("measure", ["support", "legal_pressure", "counter", "trust", "live"])
@pytest.mark.parametrize("number", range(6))
def test_all_changes_together_are_the_change_of_the_measure(number: int, measure: str) -> None:
    rules = load(RULESETS / "newborn") if number % 2 else tiny()
    game = play(rules, Setup(f"causes {number}", bots="random"), number)
    line = [one for one in line_of(game.entries) if one.table.phase is not Phase.LOBBY]
    found = [one for one in caused(game.entries) if one.measure == measure]
    began = next(one for one in line if not one.table.practice)
    assert sum(one.by for one in found) == value(line[-1].table, measure) - value(
        began.table, measure
    )


def test_every_measure_and_every_cause_is_met_in_play() -> None:
    games = [
        play(load(RULESETS / name), Setup(f"met {name}", bots="random"), 2, controls=True)
        for name in ("newborn", "functional_equivalents", "tiny")
    ]
    found = [one for game in games for one in caused(game.entries)]
    assert {one.cause for one in found} == set(CAUSES)
    assert {one.measure for one in found} >= set(MEASURES) - {"rating"}


def test_what_players_do_is_theirs_also_where_the_facilitator_reveals_it() -> None:
    game = in_talk()
    game.do(COUNCIL, PlaceToken(LIBRARY))
    on(game, Phase.PLAN)
    game.do(LIBRARY, Plan((Act("counter"),)))
    game.do(FACILITATOR, NextPhase())
    game.chance()
    assert sums(game, "trust")["players"] == 1
    assert sums(game, "counter") == {"players": 1, "cards": 0, "politics": 0, "control": 0}


@pytest.mark.parametrize("state", [State.SIGNED, State.LIVE])
def test_a_dependency_that_is_open_again_is_what_it_was_no_longer(state: State) -> None:
    table = joined(laid(), NAMES, state)
    assert list(moved(Reopened(NAMES), table)) == [(state.value, -1)]
    assert list(moved(Suspended(NAMES), table)) == [("live", -1)]


def test_a_token_back_in_the_hand_is_trust_taken_away() -> None:
    assert list(moved(TokenTaken(COUNCIL, LIBRARY), laid())) == [("trust", -1)]


def test_what_the_facilitator_sets_or_injects_is_control() -> None:
    game = in_talk()
    before = game.table.support
    game.do(FACILITATOR, AdjustTrack(text="why", track=Track.SUPPORT, to=before + 2))
    assert sums(game, "support")["control"] == 2
    card = next(iter(game.table.event_deck), CardId("none"))
    at = len(game.entries)
    game.do(FACILITATOR, Inject(card))
    after = [one for one in caused(game.entries) if one.version > at]
    assert all(one.cause == "control" for one in after)


def test_the_frame_against_the_agenda_is_politics() -> None:
    game = in_talk(Governance.HYBRID)
    while game.table.round == 1:
        game.do(FACILITATOR, NextPhase())
        game.chance()
    assert abs(sums(game, "support")["politics"]) >= 1


def test_what_a_rewind_set_aside_caused_nothing() -> None:
    game = in_talk()
    at = len(game.entries)
    game.do(COUNCIL, PlaceToken(LIBRARY))
    game.do(FACILITATOR, Rewind(at, "why"))
    assert sums(game, "trust")["players"] == 0
