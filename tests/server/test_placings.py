"""This game among simulated ones: begun, followed, stopped, kept."""

import asyncio
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import convert

from game.debrief.placing import Spread
from game.opening import Setup, open_command
from game.simulate.play import play_game
from server.pages.placing import placed
from server.work.placings import Placings
from server.work.underway import Kept
from tests.given import tiny
from tests.server.serving import Server, Sitting, serving, sitting

LAID = open_command(tiny(), Setup("x", players=3)).table
GAMES = 30


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("placings")) as running:
        yield running


@pytest.fixture(scope="module")
def over(server: Server) -> Sitting:
    table = sitting(server).begin_talk()
    assert table.control("end_game", text="Enough for a test.")["type"] == "done"
    return table


def test_it_is_worked_out_once_and_kept(tmp_path: Path) -> None:
    async def act() -> None:
        placings = Placings(tmp_path, games=GAMES, processes=1)
        assert await placings.look(tiny(), LAID) is None
        begun = await placings.start(tiny(), LAID)
        assert await placings.start(tiny(), LAID) is begun
        assert begun.task is not None
        await begun.task
        assert (begun.state, begun.spread.games) == ("done", GAMES)
        kept = await Placings(tmp_path, games=GAMES, processes=1).look(tiny(), LAID)
        assert kept is not None
        assert kept.spread == begun.spread
        # another number of games is another question
        assert await Placings(tmp_path, games=GAMES + 1).look(tiny(), LAID) is None
        told = placed(begun, play_game(tiny(), Setup("y", players=3, bots="mixed")).table)
        assert (told.done, told.of, sum(told.outcomes.values())) == (GAMES, GAMES, GAMES)
        assert all(sum(n for _, n in one.counts) <= GAMES for one in told.standings)

    asyncio.run(act())


def test_what_was_stopped_can_be_begun_again(tmp_path: Path) -> None:
    async def act() -> None:
        placings = Placings(tmp_path, games=10_000, processes=1)
        begun = await placings.start(tiny(), LAID)
        placings.stop(tiny(), LAID)
        assert await placings.look(tiny(), LAID) is begun
        assert begun.state == "stopped"
        again = await placings.start(tiny(), LAID)
        assert (again is begun, again.state) == (False, "running")
        placings.close()
        assert again.state == "stopped"

    asyncio.run(act())


def test_a_facilitator_places_a_finished_game(over: Sitting) -> None:
    path = f"/api/tables/{over.table}/placing"
    assert over.facilitator.get(path)["state"] == "none"
    begun = over.facilitator.post(path, {})
    assert (begun["state"], begun["of"]) == ("running", 1000)
    assert over.facilitator.post(f"{path}/stop", {})["state"] in {"stopped", "done"}
    assert convert(over.facilitator.get(path)["done"], type=int) <= 1000


def test_a_game_that_runs_has_no_place_yet(server: Server) -> None:
    table = sitting(server).begin_talk()
    reply = table.facilitator.ask(f"/api/tables/{table.table}/placing")
    assert (reply.status, reply.reason) == (409, "not_over")


def test_two_who_begin_at_once_share_one_simulation(tmp_path: Path) -> None:
    async def act() -> None:
        placings = Placings(tmp_path, games=10_000, processes=1)
        one, other = await asyncio.gather(
            placings.start(tiny(), LAID), placings.start(tiny(), LAID)
        )
        assert one is other
        placings.close()

    asyncio.run(act())


def test_of_what_is_kept_the_oldest_goes(tmp_path: Path) -> None:
    async def act() -> None:
        kept = Kept(tmp_path, Spread, 2)
        for number, key in enumerate(("first", "second", "third")):
            await kept.keep(key, Spread(games=number))
            os.utime(tmp_path / f"{key}.json", (number, number))
        assert await kept.read("first") is None
        third = await kept.read("third")
        assert third is not None
        assert third.games == 2

    asyncio.run(act())


def test_a_folder_that_cannot_be_written_costs_nothing_but_the_file(tmp_path: Path) -> None:
    (tmp_path / "placings").write_text("a file stands where the folder should be")
    kept = Kept(tmp_path / "placings", Spread, 2)
    asyncio.run(kept.keep("any", Spread()))
    assert asyncio.run(kept.read("any")) is None
