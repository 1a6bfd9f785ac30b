"""The server killed, stopped, and its disk full: what was acknowledged is there, once, in order."""

import resource
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.request import HTTPCookieProcessor, Request, build_opener

import pytest
from msgspec import convert, json

from game.log import decode, first_break
from tests.server.serving import KEY, Server, Sitting, answer, frame, serving, sitting, socket


def said(table: Sitting) -> list[str]:
    """The ids of all that seats have said, as the log holds them."""
    entries = [decode(line) for line in table.log().splitlines()[1:] if b'"version"' in line[:12]]
    assert first_break(entries) is None
    return [entry.id for entry in entries if entry.by in {"council", "library", "archive"}]


def test_after_kill_9_every_acknowledged_command_is_there_once_and_in_order(tmp_path: Path) -> None:
    with serving(tmp_path) as server:
        table = sitting(server).begin_talk()
        acknowledged: list[str] = []
        for part in range(2):
            # given play from two seats
            for number in range(4):
                seat = ("council", "library")[number % 2]
                with socket(server, table.passes[seat]) as made:
                    name = f"{part}-{number}"
                    command = {"type": "say", "text": f"word {name}"}
                    assert answer(made, {"id": name, "command": command})["type"] == "done"
                    acknowledged.append(name)
            # when it is killed with one more command under way
            with socket(server, table.passes["archive"]) as made:
                frame(made, "tick")
                under_way = {"id": f"{part}-late", "command": {"type": "say", "text": "late"}}
                made.send(json.encode(under_way).decode())
                server.kill()
            server.again()
            # and the command comes again, as clients do
            with socket(server, table.passes["archive"]) as made:
                assert answer(made, under_way)["type"] == "done"
            acknowledged.append(f"{part}-late")
        # then the log has each of them once, in the order in which they were acknowledged
        assert said(table) == acknowledged


def test_a_restart_keeps_phase_seats_passes_code_words_and_clock(tmp_path: Path) -> None:
    with serving(tmp_path) as server:
        table = sitting(server).begin_talk()
        with socket(server, table.passes["council"]) as made:
            command = {"type": "say", "text": "Remember this."}
            answer(made, {"id": "1", "command": command})
        server.kill()
        server.again()
        with socket(server, table.passes["council"]) as made:
            view = convert(frame(made, "view")["view"], type=dict[str, object])
            tick = frame(made, "tick")
        assert table.phase() == "talk"
        assert "Remember this." in convert(view["words"], type=dict[str, str]).values()
        assert tick["running"] is True
        assert server.client().ask("/api/join/look", {"code": table.code}).status == 200


def test_a_stopped_server_ends_well_and_says_that_it_restarts(tmp_path: Path) -> None:
    with serving(tmp_path) as server:
        sitting(server)
        server.stop()
        assert not [line for line in server.said if "Traceback" in line]


def test_a_full_disk_is_told_at_once_and_play_goes_on_when_there_is_room(tmp_path: Path) -> None:
    with serving(tmp_path) as server:
        table = sitting(server).begin_talk()
        with socket(server, table.passes["council"]) as made:
            # given that no file may grow any more
            usual = resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE)
            resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (1, usual[1]))
            # when a seat says something
            command = {"type": "say", "text": "Is there room?"}
            refused = answer(made, {"id": "1", "command": command})
            # then it is refused with a sentence, and reading goes on
            assert (refused["type"], refused["reason"]) == ("refused", "storage")
            assert refused["detail"]
            assert str(tmp_path) not in str(refused)
            assert server.client().ask("/health").status == 503
            assert server.client().ask("/").status == 200
            # when there is room again, then the same command is done, without a restart
            resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, usual)
            assert answer(made, {"id": "1", "command": command})["type"] == "done"
        assert said(table) == ["1"]
        assert server.client().ask("/health").status == 200


def test_a_port_in_use_is_said_in_a_sentence(tmp_path: Path) -> None:
    with serving(tmp_path / "one") as server, pytest.raises(AssertionError, match="Cannot listen"):
        Server(tmp_path / "two", PORT=str(server.port))


def test_bad_settings_are_said_all_at_once(tmp_path: Path) -> None:
    with pytest.raises(AssertionError) as stopped:
        Server(tmp_path, WORKERS="no", RETENTION_DAYS="-1")
    assert "WORKERS" in str(stopped.value)
    assert "RETENTION_DAYS" in str(stopped.value)
    assert "Traceback" not in str(stopped.value)


def test_a_folder_that_cannot_be_made_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(AssertionError) as stopped:
        Server(tmp_path / "file" / "data")
    assert "Traceback" not in str(stopped.value)


def test_the_one_time_key_of_a_start_works_once(tmp_path: Path) -> None:
    with serving(tmp_path, FACILITATOR_KEY="") as server:
        (line,) = [line for line in server.said if "#key=" in line]
        key = line.partition("#key=")[2].split()[0]
        lasting = server.client().post("/api/keys", {"key": key, "bearer": True})["pass"]
        again = server.client().ask("/api/keys", {"key": key})
        body = {"title": "T", "ruleset": "tiny", "players": 3}
        assert (again.status, again.reason) == (403, "wrong_key")
        assert server.client(str(lasting)).ask("/api/sessions", body).status == 200
        assert server.client(KEY).ask("/api/sessions", body).status == 401


class Window:
    """A browser that knows nothing yet; it keeps its cookies."""

    def __init__(self, server: Server) -> None:
        self.at = f"http://127.0.0.1:{server.port}"
        self.jar = CookieJar()
        self.opener = build_opener(HTTPCookieProcessor(self.jar))

    def ask(self, path: str, body: object = None) -> bytes:
        sent = None if body is None else json.encode(body)
        told = {"Origin": self.at, "Content-Type": "application/json"}
        asked = Request(self.at + path, sent, told)  # noqa: S310 - http, to our own server
        with self.opener.open(asked) as answer:
            found: bytes = answer.read()
        return found


def printed_key(server: Server) -> str:
    line = [line for line in server.said if "#key=" in line][-1]
    return line.partition("#key=")[2].split()[0]


TINY = {"title": "Set up yesterday", "ruleset": "tiny", "players": 3}


def test_the_key_of_a_start_opens_what_was_kept_under_another_address_too(tmp_path: Path) -> None:
    with serving(tmp_path, FACILITATOR_KEY="") as server:
        first = Window(server)
        first.ask("/api/keys", {"key": printed_key(server)})
        made = json.decode(first.ask("/api/sessions", TINY), type=dict[str, str])["session"]
        server.stop()
        server.again()
        # given a browser that knows nothing, as after a change of the network
        second = Window(server)
        second.ask("/api/keys", {"key": printed_key(server)})
        # then what was set up before is in its list, and open
        assert b"Set up yesterday" in second.ask("/api/sessions")
        assert b'"staff"' in second.ask(f"/api/sessions/{made}/view")
        # and who has a pass already is given no other
        names = [one.value for one in first.jar]
        server.stop()
        server.again()
        first.ask("/api/keys", {"key": printed_key(server)})
        assert len({one.value for one in first.jar} - set(names)) == 1


def test_a_key_that_many_may_hold_opens_no_session_of_others(tmp_path: Path) -> None:
    with serving(tmp_path) as server:
        server.client(KEY).post("/api/sessions", TINY)
        other = Window(server)
        other.ask("/api/keys", {"key": KEY})
        assert [one.name for one in other.jar] == ["ju_key"]
        assert b"Set up yesterday" not in other.ask("/api/sessions")
