"""The wire as a stranger meets it: passes, origins, bounds, and who is told what when."""

import socket as sockets
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec import convert, json
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection

from tests.server.serving import PATIENCE_S, Server, answer, frame, serving, sitting, socket

PLACE = {"type": "place_token", "with": "library"}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("sockets")) as running:
        yield running


def closed_with(made: ClientConnection) -> int:
    with pytest.raises(ConnectionClosed) as closed:
        exhausted(made)
    assert closed.value.rcvd is not None
    return closed.value.rcvd.code


def exhausted(made: ClientConnection) -> None:
    while True:
        made.recv(timeout=PATIENCE_S)


def seat_in(seen: dict[str, object]) -> object:
    return convert(seen["view"], type=dict[str, object])["seat"]


def test_the_first_frame_is_the_view_of_the_holder_of_the_pass(server: Server) -> None:
    table = sitting(server)
    with socket(server, table.passes["library"]) as made:
        first = frame(made)
    assert first["type"] == "view"
    assert seat_in(first) == "library"


@pytest.mark.parametrize("secret", ["", "wrong", "x" * 150])
def test_a_wrong_pass_is_closed_with_4401(server: Server, secret: str) -> None:
    with socket(server, secret) as made:
        assert closed_with(made) == 4401


def test_a_command_before_the_pass_is_closed_with_4401(server: Server) -> None:
    with socket(server, None) as made:
        made.send('{"id": "1", "command": {"type": "done"}}')
        assert closed_with(made) == 4401


def test_another_site_s_page_is_turned_away_before_the_socket_opens(tmp_path: Path) -> None:
    with serving(tmp_path) as running:
        with (
            pytest.raises(InvalidStatus) as refused,
            socket(running, None, origin="http://evil.test"),
        ):
            pass
        assert refused.value.response.status_code == 403
        running.stop()
        assert running.said[-1].startswith("Stop with Ctrl-C")  # and nothing about it in the log


def test_another_port_of_the_same_host_is_another_site(server: Server) -> None:
    with pytest.raises(InvalidStatus), socket(server, None, origin="http://127.0.0.1:1"):
        pass


def test_a_page_of_ours_opens_its_socket(server: Server) -> None:
    table = sitting(server)
    origin = f"http://127.0.0.1:{server.port}"
    with socket(server, table.passes["library"], origin=origin) as made:
        assert frame(made)["type"] == "view"


def test_a_command_is_answered_and_every_device_of_every_seat_sees_it(server: Server) -> None:
    # given two devices of one seat, and one of another
    table = sitting(server).begin_talk()
    with (
        socket(server, table.passes["council"]) as one,
        socket(server, table.passes["council"]) as two,
        socket(server, table.passes["library"]) as other,
    ):
        for made in (one, two, other):
            frame(made, "tick")
        # when the seat places a token
        done = answer(one, {"id": "c-1", "command": PLACE})
        # then it is done, and the others have a newer view
        assert done["type"] == "done"
        seen = frame(two, "view")
        while seen["version"] != done["version"]:
            seen = frame(two, "view")
        assert frame(other, "view")["type"] == "view"


def test_the_same_id_is_done_once(server: Server) -> None:
    table = sitting(server).begin_talk()
    with socket(server, table.passes["council"]) as made:
        first = answer(made, {"id": "c-1", "command": PLACE})
        before = len(table.log().splitlines())
        again = answer(made, {"id": "c-1", "command": PLACE})
    assert first["type"] == again["type"] == "done"
    assert len(table.log().splitlines()) == before


def test_the_id_of_one_seat_is_nothing_to_another(server: Server) -> None:
    table = sitting(server).begin_talk()
    with socket(server, table.passes["council"]) as made:
        assert answer(made, {"id": "c-1", "command": PLACE})["type"] == "done"
    with socket(server, table.passes["archive"]) as made:
        assert answer(made, {"id": "c-1", "command": PLACE})["type"] == "done"
    # both were carried out: the second is not taken for the first
    assert table.log().count(b'"type":"token_placed"') == 2


def test_a_refused_command_says_why_and_changes_nothing(server: Server) -> None:
    table = sitting(server)
    with socket(server, table.passes["council"]) as made:
        refused = answer(made, {"id": "c-1", "command": PLACE})
    assert (refused["type"], refused["reason"]) == ("refused", "not_started")


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("not json", ""),
        ("[]", "$"),
        ('{"id": "1"}', "$"),
        ('{"id": "1", "command": {"type": "done"}, "more": 1}', "$"),
        ('{"id": "1", "command": {"type": "done", "donee": true}}', "$.command"),
        ('{"id": "1", "command": {"type": "fly"}}', "$.command.type"),
        ('{"id": "1", "id": "2", "command": {"type": "done"}}', ""),
        ('{"id": "1", "command": {"type": "say", "text": NaN}}', ""),
        ('{"id": "1", "older": 99999999999999999999}', ""),
        ('{"id": "1", "older": -1}', "$.older"),
        ('{"id": "1", "command": ' + "[" * 40 + "]" * 40 + "}", ""),
        ('{"id": "' + "x" * 65 + '", "command": {"type": "done"}}', "$.id"),
        ('{"id": "1", "table": "t", "command": {"type": "done"}}', "$.table"),
        ('{"id": "1", "command": {"type": "start"}}', "$.command.type"),
    ],
)
def test_a_malformed_frame_is_answered_with_its_place(
    server: Server, text: str, where: str
) -> None:
    table = sitting(server)
    with socket(server, table.passes["council"]) as made:
        made.send(text)
        fault = frame(made, "error")
    assert fault["where"] == where
    assert fault["sentence"]


def test_malformed_frames_again_and_again_close_the_socket(server: Server) -> None:
    table = sitting(server)
    with socket(server, table.passes["council"]) as made:
        for _ in range(8):
            made.send("nonsense")
        assert closed_with(made) == 4400


def test_a_flood_closes_the_socket_and_disturbs_nobody(server: Server) -> None:
    table = sitting(server).begin_talk()
    with socket(server, table.passes["archive"]) as calm:
        with socket(server, table.passes["council"]) as made:
            for number in range(60):
                made.send(json.encode({"id": f"c-{number}", "older": 0}).decode())
            assert closed_with(made) == 4029
        assert answer(calm, {"id": "c-1", "command": PLACE})["type"] == "done"


def pings(made: ClientConnection) -> None:
    for number in range(100_000):
        made.ping(str(number))


def pongs(made: ClientConnection) -> None:
    for _ in range(100_000):
        made.pong()


def parts(made: ClientConnection) -> None:
    made.send("" for _ in range(100_000))


@pytest.mark.parametrize("flood", [pings, pongs, parts])
def test_small_frames_without_end_cut_the_line_and_disturb_nobody(
    server: Server, flood: Callable[[ClientConnection], None]
) -> None:
    table = sitting(server).begin_talk()
    with socket(server, table.passes["archive"]) as calm:
        with socket(server, table.passes["council"]) as made, pytest.raises(ConnectionClosed):
            flood(made)
        assert answer(calm, {"id": "c-1", "command": PLACE})["type"] == "done"


def test_a_message_in_parts_is_one(server: Server) -> None:
    table = sitting(server).begin_talk()
    with socket(server, table.passes["council"]) as made:
        made.ping()
        made.send(['{"id": "c-1", "com', 'mand": {"type": "place_token", ', '"with": "library"}}'])
        assert frame(made, "done")["id"] == "c-1"


@pytest.mark.parametrize("parts", [[b"\xff"], [b'"\xed\xa0\x80"'], [b'"\xc3', b'"']])
def test_a_text_that_is_not_utf_8_ends_its_own_line_and_fills_no_log(
    server: Server, parts: list[bytes]
) -> None:
    table = sitting(server).begin_talk()
    before = len(server.said)
    with socket(server, table.passes["archive"]) as calm:
        with socket(server, table.passes["council"]) as made:
            made.send(parts, text=True)
            assert closed_with(made) == 1007
        assert answer(calm, {"id": "c-1", "command": PLACE})["type"] == "done"
    assert server.said[before:] == []


@pytest.mark.parametrize(("size", "closes"), [(65_536, False), (65_537, True)])
def test_a_frame_may_have_64_kib_and_no_more(server: Server, size: int, *, closes: bool) -> None:
    table = sitting(server)
    with socket(server, table.passes["council"]) as made:
        made.send('"' + "x" * (size - 2) + '"')
        if closes:
            assert closed_with(made) == 1009
        else:
            assert frame(made, "error")["where"] == "$"


def test_a_removed_person_s_sockets_are_closed_and_their_pass_is_dead(server: Server) -> None:
    table = sitting(server)
    with socket(server, table.passes["council"]) as made:
        frame(made, "tick")
        removal = {"person": table.people["council"], "do": "remove"}
        table.facilitator.post(f"/api/sessions/{table.session}/person", removal)
        assert closed_with(made) == 4410
    with socket(server, table.passes["council"]) as made:
        assert closed_with(made) == 4401


def test_a_ninth_device_lets_the_first_one_go(server: Server) -> None:
    table = sitting(server)
    with socket(server, table.passes["council"]) as first:
        frame(first, "tick")
        others = [socket(server, table.passes["council"]) for _ in range(8)]
        for other in others:
            frame(other.__enter__(), "tick")
        assert closed_with(first) == 4001
        for other in others:
            other.__exit__(None, None, None)


def test_whoever_waits_is_moved_to_their_seat_on_the_same_socket(server: Server) -> None:
    table = sitting(server, seats=False, assigns=True)
    joined = table.join(None, "Ada").value()
    with socket(server, str(joined["pass"])) as made:
        assert frame(made, "view")["table"] is None
        body = {"table": table.table, "seat": "library", "person": joined["person"]}
        table.facilitator.post(f"/api/sessions/{table.session}/seat", body)
        seen = frame(made, "view")
        while seen["table"] is None:
            seen = frame(made, "view")
        assert seat_in(seen) == "library"


def test_a_client_that_does_not_read_holds_up_nobody(server: Server) -> None:
    # given a raw connection that opens a socket and then never reads
    table = sitting(server).begin_talk()
    with socket(server, table.passes["council"]) as stalled:
        raw: sockets.socket = stalled.socket
        raw.setsockopt(sockets.SOL_SOCKET, sockets.SO_RCVBUF, 4096)
        with socket(server, table.passes["archive"]) as made:
            # when another seat talks much
            for number in range(15):
                command = {"type": "say", "text": f"{number} " + "x" * 900}
                assert answer(made, {"id": f"c-{number}", "command": command})["type"] == "done"
        # then play has gone on, and the server is well
        assert server.client().get("/health")["well"] is True


def test_the_server_tells_a_restart_with_1012(tmp_path: Path) -> None:
    with serving(tmp_path) as running:
        table = sitting(running)
        with socket(running, table.passes["council"]) as made:
            frame(made, "tick")
            running.stop()
            assert closed_with(made) == 1012
