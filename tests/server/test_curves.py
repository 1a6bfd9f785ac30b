"""Launch curves beside play: who may ask, how far it is, what is kept, and how it is stopped."""

import asyncio
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from msgspec import json

from game.debrief.rollouts import points_of
from game.debrief.turning import CURVES
from game.log import Entry
from game.opening import Setup
from server.protocol.curve import LaunchCurve
from server.work.alternatives import Alternatives, Weighing
from server.work.curves import FINE, Curve, Curves, NotBegun
from server.work.curves import GAMES as GAMES_A_POINT
from server.work.estimator import Estimator, rounds_to_play
from server.work.told import alternatives_found, launch_curve
from server.work.underway import QueueFull, Underway
from tests.given import tiny
from tests.playing import Game, play
from tests.server.serving import Server, Sitting, serving, sitting

PATIENCE_S = 90
GAMES = 4


@pytest.fixture(scope="module")
def entries() -> Sequence[Entry]:
    """A whole game of `tiny` by players at random."""
    return play(tiny(), Setup("curves", bots="random"), 5).entries


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("curves")) as running:
        yield running


@pytest.fixture(scope="module")
def ended(server: Server) -> Sitting:
    """A game that was ended in its first Talk, with a person on each seat."""
    table = sitting(server).begin_talk()
    assert table.control("end_game", text="Time is up")["type"] == "done"
    return table


async def settled(work: Underway) -> None:
    """Wait until nothing is worked out any more."""
    assert work.task is not None
    await asyncio.wait([work.task], timeout=PATIENCE_S)


@pytest.mark.slow
def test_a_curve_comes_point_by_point_and_is_kept_for_another_server(
    tmp_path: Path, entries: Sequence[Entry]
) -> None:
    async def run() -> tuple[Curve, list[int], Curve | None]:
        curves = Curves(tmp_path, games=GAMES, processes=1)
        assert await curves.look("t1", entries) is None
        curve = await curves.start("t1", tiny(), entries)
        joined = await curves.start("t1", tiny(), entries)
        assert joined is curve
        seen = [curve.done]
        while curve.state == "running":
            await asyncio.sleep(0.05)
            seen.append(curve.done)
        again = await Curves(tmp_path).look("t2", entries)
        curves.close()
        return curve, seen, again

    curve, seen, again = asyncio.run(run())
    assert curve.state == "done"
    assert curve.done == curve.of > 0
    assert seen == sorted(seen)
    versions = [one.version for one in curve.points]
    assert versions == sorted(set(versions))
    assert {one.version for one in points_of(entries)} <= set(versions)
    assert again is not None
    assert (again.points, again.turns, again.state) == (curve.points, curve.turns, "done")


def test_what_was_kept_damaged_is_worked_out_again(
    tmp_path: Path, entries: Sequence[Entry]
) -> None:
    (tmp_path / f"{points_of(entries)[-1].hash}.json").write_text("{", encoding="utf-8")
    assert asyncio.run(Curves(tmp_path).look("t1", entries)) is None


def test_a_stopped_curve_keeps_what_there_is_and_can_be_begun_again(
    tmp_path: Path, entries: Sequence[Entry]
) -> None:
    async def run() -> None:
        curves = Curves(tmp_path, games=GAMES, processes=1)
        curve = await curves.start("t1", tiny(), entries)
        curves.stop("t1")
        await settled(curve)
        assert curve.state == "stopped"
        assert curve.done < curve.of
        assert await curves.look("t1", entries) is curve
        other = await curves.start("t1", tiny(), entries)
        assert other is not curve
        assert other.state == "running"
        curves.close()
        await settled(other)

    asyncio.run(run())
    assert not list(tmp_path.glob("*.json"))


def test_a_curve_that_is_forgotten_is_stopped_and_leaves_nothing(
    tmp_path: Path, entries: Sequence[Entry]
) -> None:
    async def run() -> None:
        curves = Curves(tmp_path, games=GAMES, processes=1)
        kept = tmp_path / "another.json"
        kept.write_text('{"points":[]}', encoding="utf-8")
        curve = await curves.start("t1", tiny(), entries)
        assert await curves.hashes() == {curve.key, "another"}
        await curves.forget({curve.key})
        assert curve.state == "stopped"
        assert await curves.look("t1", entries) is None
        assert await curves.hashes() == {"another"}
        curves.close()

    asyncio.run(run())
    assert [one.name for one in tmp_path.iterdir()] == ["another.json"]


def test_alternatives_are_forgotten_by_the_entry_after_their_turning_point(tmp_path: Path) -> None:
    for name in ("abc-1", "abc-17", "abd-1"):
        (tmp_path / f"{name}.json").write_text('{"found":[]}', encoding="utf-8")

    async def run() -> frozenset[str]:
        work = Alternatives(tmp_path, Estimator(1), games=GAMES)
        await work.forget({"abc"})
        return await work.hashes()

    assert asyncio.run(run()) == {"abd"}


def test_work_is_counted_by_the_rounds_that_are_left(entries: Sequence[Entry]) -> None:
    points = points_of(entries)
    rounds = [rounds_to_play(one, 1) for one in points]
    assert rounds[0] == points[0].table.params.rounds
    assert rounds == sorted(rounds, reverse=True)
    assert rounds[-1] == 0  # the end is certain
    assert [rounds_to_play(one, 20) for one in points] == [20 * one for one in rounds]


def test_a_curve_waits_while_another_is_worked_out(
    tmp_path: Path, entries: Sequence[Entry]
) -> None:
    async def run() -> None:
        curves = Curves(tmp_path, games=GAMES, processes=1)
        first = await curves.start("t1", tiny(), entries)
        second = await curves.start("t2", tiny(), entries)
        await asyncio.sleep(0)
        assert (first.waits, second.waits) == (False, True)
        assert launch_curve(second).waits
        curves.stop("t1")
        await settled(first)
        await asyncio.sleep(0)
        assert not second.waits
        curves.close()
        await settled(second)

    asyncio.run(run())


def test_a_game_that_has_not_begun_has_no_curve(tmp_path: Path) -> None:
    async def run() -> None:
        laid = Game(tiny(), Setup("laid", bots="random")).entries
        with pytest.raises(NotBegun):
            await Curves(tmp_path).start("t1", tiny(), laid)

    asyncio.run(run())


def test_no_more_curves_wait_than_the_queue_holds(tmp_path: Path, entries: Sequence[Entry]) -> None:
    async def run() -> None:
        curves = Curves(tmp_path, games=GAMES, processes=1)
        for number in range(8):
            await curves.start(f"t{number}", tiny(), entries)
        with pytest.raises(QueueFull):
            await curves.start("t8", tiny(), entries)
        curves.stop("t3")
        assert (await curves.start("t8", tiny(), entries)).state == "running"
        curves.close()

    asyncio.run(run())


def asked(table: Sitting, path: str = "", *, post: bool = False) -> LaunchCurve:
    address = f"/api/tables/{table.table}/curve{path}"
    reply = table.facilitator.ask(address, {} if post else None)
    assert reply.status == 200, reply.body
    return json.decode(reply.body, type=LaunchCurve)


@pytest.mark.slow
def test_the_facilitator_begins_it_follows_it_and_stops_it(ended: Sitting) -> None:
    assert asked(ended).state == "none"
    begun = asked(ended, post=True)
    assert begun.state == "running"
    assert begun.of >= 2
    until = time.monotonic() + PATIENCE_S
    while not (now := asked(ended)).points and time.monotonic() < until:
        time.sleep(0.1)
    (first, *_) = now.points
    assert first.certain or first.games == sum(first.outcomes.values())
    assert set(first.chances) == set(CURVES)
    assert all(one.low <= one.mean <= one.high for one in first.chances.values())
    stopped = asked(ended, "/stop", post=True)
    assert stopped.state in {"stopped", "done"}
    assert stopped.points


def test_players_do_not_get_it_and_strangers_do_not_either(server: Server, ended: Sitting) -> None:
    address = f"/api/tables/{ended.table}/curve"
    player = server.client(next(iter(ended.passes.values())))
    assert player.ask(address).status == 403
    assert player.ask(address, {}).status == 403
    assert player.ask(f"{address}/stop", {}).status == 403
    assert server.client().ask(address).status == 401
    foreign = {"Origin": "http://elsewhere.example"}
    assert ended.facilitator.ask(address, {}, headers=foreign).status == 403


def test_a_table_that_waits_has_nothing_to_work_out(server: Server) -> None:
    table = sitting(server, seats=False)
    reply = table.facilitator.ask(f"/api/tables/{table.table}/curve", {})
    assert (reply.status, reply.reason) == (409, "not_begun")


def test_a_curve_that_is_not_there_is_told_as_none() -> None:
    assert launch_curve(None).state == "none"


def test_the_points_either_side_of_the_widest_swings_are_played_more_often(
    tmp_path: Path, entries: Sequence[Entry]
) -> None:
    async def run() -> Curve:
        curves = Curves(tmp_path, games=GAMES, processes=1)
        curve = await curves.start("t1", tiny(), entries)
        await settled(curve)
        curves.close()
        return curve

    curve = asyncio.run(run())
    assert curve.state == "done"
    games = {one.games for one in curve.points if not one.certain}
    assert games <= {GAMES, GAMES * FINE // GAMES_A_POINT}
    assert len(games) == 2


@pytest.mark.slow
def test_alternatives_are_weighed_one_by_one_and_kept(
    tmp_path: Path, entries: Sequence[Entry]
) -> None:
    first, last = 1, len(entries)

    async def run() -> tuple[Weighing, Weighing | None]:
        estimator = Estimator(1)
        work = Alternatives(tmp_path, estimator, games=GAMES)
        assert await work.look(entries, first, last) is None
        weighing = await work.start(tiny(), entries, first, last)
        assert await work.start(tiny(), entries, first, last) is weighing
        await settled(weighing)
        again = await Alternatives(tmp_path, estimator).look(entries, first, last)
        work.close()
        return weighing, again

    weighing, again = asyncio.run(run())
    assert weighing.state == "done"
    assert weighing.found
    assert weighing.done == weighing.of > 0
    for one in weighing.found:
        assert one.then.certain or one.then.games == GAMES
        assert sum(one.was.outcomes.values()) == max(1, one.was.games)
    assert again is not None
    assert again.found == weighing.found
    told = alternatives_found(again)
    assert told.state == "done"
    assert all(set(one.then) == set(CURVES) for one in told.found)


def test_alternatives_that_were_stopped_can_be_begun_again(
    tmp_path: Path, entries: Sequence[Entry]
) -> None:
    async def run() -> None:
        estimator = Estimator(1)
        work = Alternatives(tmp_path, estimator, games=GAMES)
        weighing = await work.start(tiny(), entries, 1, len(entries))
        work.stop(entries, 1, len(entries))
        await settled(weighing)
        assert weighing.state == "stopped"
        other = await work.start(tiny(), entries, 1, len(entries))
        assert other is not weighing
        work.close()
        await settled(other)

    asyncio.run(run())
    assert not list(tmp_path.glob("*.json"))


def test_alternatives_lie_between_two_entries_of_the_log(ended: Sitting) -> None:
    for places in ("0/3", "3/3", "3/2", "1/99999", "x/2", "1/9999999999"):
        reply = ended.facilitator.ask(f"/api/tables/{ended.table}/alternatives/{places}")
        assert (reply.status, reply.reason) == (404, "not_found")
    found = ended.facilitator.get(f"/api/tables/{ended.table}/alternatives/1/3")
    assert found["state"] == "none"
