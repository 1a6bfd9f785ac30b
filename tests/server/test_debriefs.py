"""Logs: read moment by moment, taken out and in again; damaged ones named with their line."""

from codecs import BOM_UTF8
from collections.abc import Callable, Iterator

import pytest
from msgspec import convert, json

from tests.server.serving import (
    KEY,
    Client,
    Reply,
    Server,
    Sitting,
    frame,
    serving,
    sitting,
    socket,
)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("debriefs")) as running:
        yield running


@pytest.fixture(scope="module")
def over(server: Server) -> Sitting:
    """A game that was ended in its first round, after a word in confidence."""
    table = sitting(server).begin_talk()
    command = {"type": "say", "text": "Between us two.", "to": "library"}
    body = {"id": "1", "command": command}
    path = f"/api/people/{table.people['council']}/command"
    assert server.client(table.passes["council"]).post(path, body)["type"] == "done"
    assert table.control("end_game", text="Enough for a test.")["type"] == "done"
    return table


def take_in(client: Client, body: bytes) -> Reply:
    return client.ask("/api/logs", body, headers={"Content-Type": "application/x-ndjson"})


def test_a_facilitator_looks_at_any_moment_with_any_eyes(over: Sitting) -> None:
    course = over.facilitator.get(f"/api/tables/{over.table}/course")
    versions = [
        convert(one["version"], type=int)
        for one in convert(course["entries"], type=list[dict[str, object]])
    ]
    assert versions == list(range(1, len(versions) + 1))
    for eyes in ("facilitator", "public", "council"):
        for version in (1, versions[-1]):
            moment = over.facilitator.get(f"/api/tables/{over.table}/at/{version}?eyes={eyes}")
            assert moment["version"] == version


def test_what_was_said_in_confidence_is_told_to_the_two_and_the_facilitator(
    server: Server, over: Sitting
) -> None:
    last = len(over.log().splitlines()) - 2  # without header and the one text in the log
    path = f"/api/tables/{over.table}/at/{last - 1}"
    told = {
        seat: b"Between us two." in server.client(secret).ask(path).body
        for seat, secret in over.passes.items()
    }
    assert told == {"council": True, "library": True, "archive": False}
    assert b"Between us two." in over.facilitator.ask(path).body


def test_what_the_facilitator_opens_all_read_at_every_moment_and_hear_of_at_once(
    server: Server,
) -> None:
    # given a finished game, and somebody who was told nothing of a message in confidence
    table = sitting(server).begin_talk()
    said = {"id": "1", "command": {"type": "say", "text": "Keep this.", "to": "library"}}
    path = f"/api/people/{table.people['council']}/command"
    server.client(table.passes["council"]).post(path, said)
    before = len(table.log().splitlines()) - 2
    table.control("end_game", text="Enough.")
    reads, at = server.client(table.passes["archive"]), f"/api/tables/{table.table}/at/{before}"
    briefs = f"/api/tables/{table.table}/briefs"
    assert b"Keep this." not in reads.ask(at).body
    assert set(convert(reads.get(briefs)["briefs"], type=dict[str, str])) == {"archive"}
    with socket(server, table.passes["archive"]) as made:
        frame(made, "view")
        # when messages are opened, then the message is read at its moment, and the phone hears
        assert table.control("open_secret", secret="messages")["type"] == "done"
        shown = convert(frame(made, "view")["view"], type=dict[str, object])
        bare = convert(shown["opened"], type=dict[str, object])
        assert bare["secrets"] == ["messages"]
    assert b"Keep this." in reads.ask(at).body
    # when a brief is opened, then all read it
    table.control("open_secret", secret="brief:council")
    assert set(convert(reads.get(briefs)["briefs"], type=dict[str, str])) == {"archive", "council"}


def test_a_seat_looks_with_its_own_eyes_and_those_of_all(server: Server, over: Sitting) -> None:
    own = server.client(over.passes["council"])
    at = f"/api/tables/{over.table}/at/2"
    assert own.ask(f"{at}?eyes=council").status == 200
    assert own.ask(f"{at}?eyes=public").status == 200
    assert own.ask(f"{at}?eyes=library").status == 403
    assert own.ask(f"{at}?eyes=facilitator").status == 403
    assert own.ask(f"/api/tables/{over.table}/log").status == 403


def test_the_debrief_opens_to_seats_when_the_game_is_over(server: Server) -> None:
    table = sitting(server).begin_talk()
    reply = server.client(table.passes["council"]).ask(f"/api/tables/{table.table}/course")
    assert (reply.status, reply.reason) == (409, "not_over")


@pytest.mark.parametrize("version", ["0", "100000", "-1", "x", "9" * 40])
def test_a_moment_that_never_was_is_refused(over: Sitting, version: str) -> None:
    assert over.facilitator.ask(f"/api/tables/{over.table}/at/{version}").status in {400, 404}


@pytest.mark.parametrize("mark", [b"", BOM_UTF8])
def test_a_log_taken_in_again_is_the_same_log(server: Server, over: Sitting, mark: bytes) -> None:
    taken = take_in(server.client(KEY), mark + over.log()).value()
    reader = server.client(str(taken["pass"]))
    again = reader.ask(f"/api/tables/{taken['table']}/log").body
    assert again.splitlines()[1:] == over.log().splitlines()[1:]
    assert json.decode(again.splitlines()[0]) == json.decode(over.log().splitlines()[0])


def test_an_unfinished_log_taken_in_stands_still(server: Server) -> None:
    table = sitting(server).begin_talk()
    taken = take_in(server.client(KEY), table.log()).value()
    reader = server.client(str(taken["pass"]))
    body = {"id": "1", "table": taken["table"], "command": {"type": "next_phase"}}
    answer = reader.post(f"/api/sessions/{taken['session']}/control", body)
    assert (answer["type"], answer["reason"]) == ("refused", "not_here")


def without_line(number: int) -> Callable[[list[bytes]], list[bytes]]:
    return lambda lines: lines[: number - 1] + lines[number:]


DAMAGES: dict[str, tuple[Callable[[list[bytes]], list[bytes]], int]] = {
    "an entry is missing": (without_line(5), 0),
    "an entry was edited": (
        lambda lines: [*lines[:3], lines[3].replace(b'"at_ms":', b'"at_ms":1'), *lines[4:]],
        4,
    ),
    "two entries were swapped": (lambda lines: [*lines[:3], lines[4], lines[3], *lines[5:]], 4),
    "a line is no JSON": (lambda lines: [*lines[:3], b"{", *lines[4:]], 4),
    "words were changed": (
        lambda lines: [one.replace(b"Between us two.", b"Between us all.") for one in lines],
        -1,
    ),
    "words hold the sign 0": (
        lambda lines: [one.replace(b"Between us two.", rb"Between\u0000us.") for one in lines],
        -1,
    ),
    "the header is foreign": (lambda lines: [b'{"format": "chess"}', *lines[1:]], 1),
    "nothing is there": (lambda _lines: [], 1),
    "it is no text": (lambda _lines: [b"\xff\xfe\x00"], 1),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_log_is_refused_with_the_line(server: Server, over: Sitting, damage: str) -> None:
    change, line = DAMAGES[damage]
    lines = over.log().splitlines()
    reply = take_in(server.client(KEY), b"\n".join(change(list(lines))))
    assert (reply.status, reply.reason) == (400, "damaged")
    error = json.decode(reply.body, type=dict[str, dict[str, object]])["error"]
    (first, *_) = convert(error["faults"], type=list[dict[str, object]])
    entries = sum(one.startswith(b'{"version"') for one in lines)
    said = next(number for number, one in enumerate(lines, 1) if b"Between us two." in one)
    # where an entry is missing, the first wording stands in the place of the last one
    assert first["line"] == {0: entries + 1, -1: said}.get(line, line)


def test_without_the_key_no_log_is_taken_in(server: Server, over: Sitting) -> None:
    assert take_in(over.facilitator, over.log()).status == 401
    assert take_in(server.client(), over.log()).status == 401
