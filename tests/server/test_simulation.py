"""The whole server against chance: slow and failing disks, cut lines, the plug pulled in between.

One thread, a loop whose time jumps, a store in memory, and every random choice from one seed: what
fails once fails again with `simulated(seed)`. `make test` tries fifty, `make torture` all.
"""

import asyncio
import logging
from pathlib import Path
from random import Random
from typing import Final

import pytest
from msgspec import json

from game.log import Entry
from game.verify import verify
from game.views.own import own
from game.views.public import public
from game.vocabulary import SeatId
from tests.server.simulated.moments import run
from tests.server.simulated.people import Client
from tests.server.simulated.world import World, guessable

SEEDS: Final = 10_000
FEW: Final = SEEDS // 200
STORM_S: Final = 25.0
CALM_S: Final = 60.0


async def played(seed: int, folder: Path) -> list[Entry]:
    """A storm, then a calm; and what must be true after both. Returns the log."""
    chance = Random(seed)
    with guessable(Random(seed)):
        world = World(chance, folder)
        await world.start()
        clients = await world.seated()
        try:
            await storm(world, clients)
            await calm(world, clients)
            check_log(world, clients)
            for client in clients:
                check_answers(client)
                check_view(world, client)
        finally:
            await world.crash()
    return world.disk.entries


async def storm(world: World, clients: list[Client]) -> None:
    """Everybody acts; the disk is slow and ill; now and then the server dies."""
    loop = asyncio.get_running_loop()
    until = loop.time() + STORM_S
    world.disk.ill, world.disk.slow_s = world.chance.choice((0.0, 0.1, 0.3)), 0.2
    living = [asyncio.create_task(one.live(until)) for one in clients]
    for task in living:
        world.outlive(task)
    while loop.time() < until:
        await asyncio.sleep(world.chance.uniform(3, 15))
        if world.chance.random() < 0.6:
            await world.crash()
            await asyncio.sleep(world.chance.uniform(0, 3))
            await world.start()
    await asyncio.gather(*living)


async def calm(world: World, clients: list[Client]) -> None:
    """The disk is well, all lines hold, whoever still waits asks again; then the table rests."""
    world.disk.ill = 0.0
    for _ in range(3):
        for client in clients:
            client.connect()
            client.insist()
        await asyncio.sleep(CALM_S / 3)
    clients[0].ask({"type": "pause"})
    await asyncio.sleep(CALM_S / 3)


def check_log(world: World, clients: list[Client]) -> None:
    """What was said to be done is in the log, once and in order; and the log is sound."""
    entries = world.disk.entries
    assert verify(entries, world.disk.rules, world.disk.play.head).sound
    places = {(one.by, one.id): place for place, one in enumerate(entries)}
    assert len(places) == len(entries)
    for client in clients:
        acknowledged = dict.fromkeys(client.done)
        assert all((client.actor, one) in places for one in acknowledged)
        # What was asked twice may have been refused, unheard, and done later than what came next.
        asked_once = [places[client.actor, one] for one in acknowledged if client.asked(one) == 1]
        assert asked_once == sorted(asked_once)


def check_answers(client: Client) -> None:
    """One answer to each frame: at most on a line that broke, exactly on the one that holds."""
    assert not client.faults
    assert not client.pending
    for (line, id_), sent in client.sent.items():
        answered = client.answered[line, id_]
        assert answered <= sent
        assert answered == sent or line is not client.line


def check_view(world: World, client: Client) -> None:
    """Everybody sees the table as it is."""
    table = world.disk.play.table
    assert client.view is not None
    assert bytes(client.view.public) == json.encode(public(table, world.disk.rules))
    if client.table is None:
        assert bytes(client.view.own) == json.encode(own(table, SeatId(client.name)))


def simulated(seed: int, folder: Path) -> list[Entry]:
    """One run, whole; what fails here fails alike whenever this seed is run."""
    return run(played(seed, folder))


@pytest.fixture(autouse=True)
def quiet(caplog: pytest.LogCaptureFixture) -> None:
    """A server that is killed complains, and rightly so."""
    caplog.set_level(logging.CRITICAL)


def test_the_same_seed_is_the_same_run(tmp_path: Path) -> None:
    first, again, other = (simulated(seed, tmp_path) for seed in (7, 7, 8))
    assert [one.hash for one in first] == [one.hash for one in again]
    assert first != other


@pytest.mark.parametrize("seed", range(FEW))
def test_nothing_is_lost_doubled_or_told_too_early(seed: int, tmp_path: Path) -> None:
    simulated(seed, tmp_path)


@pytest.mark.torture
def test_nothing_is_lost_doubled_or_told_too_early_at_length(tmp_path: Path) -> None:
    for seed in range(FEW, SEEDS):
        simulated(seed, tmp_path)
