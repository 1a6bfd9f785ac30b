"""Playing on from an earlier moment: the same people at a new table, both logs whole."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import convert

from game.controls.course import Rewind
from game.verify import verify
from server.exports.log import taken
from tests.server.serving import Server, Sitting, serving, sitting


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("forks")) as running:
        yield running


def say(table: Sitting, seat: str, text: str, number: str) -> dict[str, object]:
    body = {"id": number, "command": {"type": "say", "text": text}}
    client = table.server.client(table.passes[seat])
    return client.post(f"/api/people/{table.people[seat]}/command", body)


def over(server: Server) -> Sitting:
    """A game that was ended in its first Talk, after two words."""
    table = sitting(server).begin_talk()
    for number, text in enumerate(("First.", "Second.")):
        assert say(table, "council", text, str(number))["type"] == "done"
    assert table.control("end_game", text="Enough for a test.")["type"] == "done"
    return table


def version_of(table: Sitting, kind: str) -> int:
    entries = taken(table.log()).entries
    return next(one.version for one in entries if one.command.__struct_config__.tag == kind)


def forked(table: Sitting, version: int) -> Sitting:
    asked = {"version": version, "text": "What if they had shown it?"}
    made = table.facilitator.post(f"/api/tables/{table.table}/fork", asked)
    return Sitting(
        table.server,
        table.session,
        str(made["table"]),
        table.code,
        table.facilitator,
        table.people,
        table.passes,
        100,
    )


def test_the_same_people_play_on_from_the_moment_and_both_logs_are_whole(server: Server) -> None:
    parent = over(server)
    before, version = parent.log(), version_of(parent, "say")
    # when the game is played on from the first word
    fork = forked(parent, version)
    # then everybody sits at the new table as they sat, paused
    moment = fork.facilitator.get(f"/api/sessions/{fork.session}/view?table={fork.table}")
    view = convert(moment["view"], type=dict[str, object])
    seen = convert(view["public"], type=dict[str, object])
    assert (seen["phase"], seen["paused"]) == ("talk", True)
    assert fork.control("resume")["type"] == "done"
    assert say(fork, "council", "Another word.", "9")["type"] == "done"
    # and both logs verify; the new one begins with the other's entries and names it
    assert parent.log() == before
    old, new = taken(before), taken(fork.log())
    assert new.entries[: len(old.entries)] == old.entries
    command = new.entries[len(old.entries)].command
    assert isinstance(command, Rewind)
    assert (command.parent, command.to) == (parent.table, version)
    assert verify(new.entries, new.header.ruleset, new.header.head).sound
    places = convert(
        fork.facilitator.get(f"/api/sessions/{fork.session}")["tables"],
        type=list[dict[str, object]],
    )
    assert [(one["parent"], one["parent_version"]) for one in places] == [
        (None, None),
        (parent.table, version),
    ]
    assert places[1]["name"] == "Table 1, line 2"


def test_a_game_can_be_played_on_more_than_once(server: Server) -> None:
    parent = over(server)
    version = version_of(parent, "say")
    first = forked(parent, version)
    reply = parent.facilitator.ask(
        f"/api/tables/{parent.table}/fork", {"version": version, "text": "Again."}
    )
    assert (reply.status, reply.reason) == (409, "still_playing")
    assert first.control("end_game", text="Seen enough.")["type"] == "done"
    second = forked(parent, version)
    assert say(second, "library", "Hello.", "20")["reason"] == "paused"


def test_what_cannot_be_played_on_is_refused_with_a_sentence(server: Server) -> None:
    table = sitting(server).begin_talk()
    path = f"/api/tables/{table.table}/fork"
    running = table.facilitator.ask(path, {"version": 2, "text": "Why not?"})
    assert (running.status, running.reason) == (409, "still_playing")
    assert table.control("end_game", text="Enough.")["type"] == "done"
    last = len(taken(table.log()).entries)
    for version in (1, last, last + 7):
        reply = table.facilitator.ask(path, {"version": version, "text": "Why not?"})
        assert (reply.status, reply.reason) == (400, "out_of_range")
    rewind = {"type": "rewind", "to": 3, "text": "Mine.", "parent": "another"}
    by_hand = table.facilitator.ask(
        f"/api/sessions/{table.session}/control",
        {"id": "by-hand", "table": table.table, "command": rewind},
    )
    assert (by_hand.status, by_hand.reason) == (400, "malformed")
    assert table.facilitator.post(f"/api/sessions/{table.session}/end", {}) is not None
    ended = table.facilitator.ask(path, {"version": 3, "text": "Why not?"})
    assert (ended.status, ended.reason) == (409, "session_over")


def test_a_fork_outlives_a_restart(tmp_path: Path) -> None:
    with serving(tmp_path) as running:
        parent = over(running)
        fork = forked(parent, version_of(parent, "say"))
        before = fork.log()
    with serving(tmp_path) as again:
        client = again.client(fork.facilitator.secret)
        assert client.ask(f"/api/tables/{fork.table}/log").body == before
        body = {
            "id": "r",
            "table": fork.table,
            "command": {"type": "resume"},
        }
        assert client.post(f"/api/sessions/{fork.session}/control", body)["type"] == "done"
        own = again.client(fork.passes["council"])
        said = {"id": "77", "command": {"type": "say", "text": "Here again."}}
        person = fork.people["council"]
        assert own.post(f"/api/people/{person}/command", said)["type"] == "done"
