"""What a viewer's channel keeps for its devices, and for how long."""

from dataclasses import dataclass

from msgspec import json
from msgspec.structs import replace

from game.views.view import OBSERVER
from server.protocol.frames import ViewFrame
from server.tables.channel import Channel
from server.tables.telling import bare


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
