"""What a viewer's channel keeps for its devices, and for how long."""

import asyncio
from dataclasses import dataclass

from msgspec import json
from msgspec.structs import replace

from game.views.view import OBSERVER, seat_viewer
from server.protocol.frames import ViewFrame
from server.tables.channel import Channel
from server.tables.telling import bare
from tests.server.test_clock import laid


@dataclass(eq=False)
class Device:
    """A device that takes a view when the test says so."""

    heard: int = 0
    version: int = 0

    def news(self) -> None:
        self.heard += 1

    def has(self, channel: Channel) -> bool:
        return self.version == channel.version

    def cut(self, code: int, reason: str) -> None:
        raise AssertionError(code, reason)


VIEW = bare("waiting", b'{"title":"one"}')
OTHER = bare("waiting", b'{"title":"two"}')


def test_an_equal_view_is_told_to_nobody_and_counts_for_nothing() -> None:
    channel, device = Channel(OBSERVER), Device()
    channel.listeners.add(device)
    for view in (VIEW, replace(VIEW), OTHER, OTHER):
        channel.show(view, "t", 5)
    assert (channel.version, device.heard) == (2, 2)


def test_the_bytes_of_a_view_stay_until_the_last_device_has_them() -> None:
    channel, quick, slow = Channel(OBSERVER), Device(), Device()
    channel.listeners |= {quick, slow}
    channel.show(VIEW, "t", 5)
    quick.version = 1
    channel.settle()
    assert json.decode(channel.frame, type=ViewFrame).view == VIEW
    slow.version = 1
    channel.settle()
    assert channel.frame == b""


def test_who_comes_later_gets_the_same_version_anew_and_the_others_hear_nothing() -> None:
    channel, first = Channel(OBSERVER), Device()
    channel.listeners.add(first)
    channel.show(VIEW, "t", 5)
    first.version = 1
    channel.settle()
    channel.show_again(VIEW, "t", 9)
    frame = json.decode(channel.frame, type=ViewFrame)
    assert (frame.version, frame.at_ms, frame.view, first.heard) == (1, 9, VIEW, 1)


def test_an_equal_view_takes_the_place_of_the_old_one_whose_parts_nobody_else_holds() -> None:
    channel, again = Channel(OBSERVER), replace(VIEW)
    channel.show(VIEW, "t", 5)
    channel.show(again, "t", 6)
    assert channel.view is again


def test_all_who_come_to_a_table_share_what_all_may_see() -> None:
    async def run() -> None:
        given = await laid()
        viewers = [seat_viewer(one.id) for one in given.table.table.seats]
        views = [(await given.table.attach(one, Device())).view for one in viewers]
        parts = {id(one.public) for one in views if one is not None}
        assert (len(views), len(parts)) == (len(given.table.table.seats), 1)

    asyncio.run(run())
