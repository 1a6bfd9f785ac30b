"""What only a fault of ours could ask for: said as such, and never as a refusal."""

from typing import get_args

import pytest

from game.actions.base import dependency_of
from game.acts import Act, named
from game.course.gates import go_on
from game.decide import judge
from game.draft import Draft
from game.events import AnyEvent
from game.evolve.parts import with_dependency, with_seat
from game.evolve.step import FOLDS
from game.forms import Command
from game.vocabulary import CardId, ConcernId, DependencyId, Phase, Reason, Refused, SeatId
from tests.given import COUNCIL, laid, tiny


def test_an_act_that_names_nothing_where_it_must_is_no_act() -> None:
    with pytest.raises(LookupError):
        dependency_of(laid(), Act("map"))
    assert named(0) == 0


def test_what_is_not_at_the_table_is_not_found() -> None:
    with pytest.raises(LookupError):
        laid().seat(SeatId("nobody"))
    with pytest.raises(LookupError):
        laid().index(SeatId("nobody"))
    with pytest.raises(LookupError):
        laid().dependency(DependencyId("nothing"))


def test_what_is_not_in_the_ruleset_is_not_found() -> None:
    with pytest.raises(LookupError):
        tiny().seat(SeatId("nobody"))
    with pytest.raises(LookupError):
        tiny().concern(ConcernId("none"))
    with pytest.raises(LookupError):
        tiny().card(CardId("none"))


def test_changing_what_is_not_there_changes_nothing() -> None:
    table = laid()
    assert with_seat(table, SeatId("nobody"), lambda one: one) == table
    assert with_dependency(table, DependencyId("nothing"), lambda one: one) == table


def test_every_event_has_its_fold() -> None:
    assert set(FOLDS) == set(get_args(AnyEvent))


def test_a_game_that_has_not_begun_does_not_go_on() -> None:
    with pytest.raises(LookupError):
        go_on(Draft(laid(Phase.LOBBY)), tiny())


def test_a_command_that_is_nobody_s_is_unknown() -> None:
    with pytest.raises(Refused) as refused:
        judge(laid(), Command(), COUNCIL, tiny())  # type: ignore[arg-type]  # a seat acts
    assert refused.value.reason is Reason.UNKNOWN
