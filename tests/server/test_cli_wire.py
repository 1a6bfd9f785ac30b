"""The commands that meet a running server, and the logs that go in and out of it."""

import os
import re
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from msgspec import json

from server.cli import main
from server.cli.base import CannotRun
from server.cli.wire import Server
from server.protocol.frames import ViewFrame
from server.protocol.replies import Joined, KeyTaken, SessionMade
from server.protocol.session import SessionView
from tests.rulesets import RULESETS

KEY = "a-key-of-this-test-alone"
SERVE = [sys.executable, "-m", "server"]
JOINEDUP = [sys.executable, "-c", "import sys; from server.cli import main; sys.exit(main())"]
PATIENCE_S = 60  # on a busy machine; nothing here is timed


@dataclass(frozen=True, slots=True)
class Running:
    """A server of this test's own."""

    address: str
    database: Path
    process: subprocess.Popen[bytes]

    def holder(self) -> Server:
        """The holder of its key."""
        server = Server(self.address)
        taken = server.ask(KeyTaken, "/api/keys", {"key": KEY, "bearer": True})
        assert isinstance(taken.pass_, str)
        return Server(self.address, taken.pass_)


@dataclass(frozen=True, slots=True)
class Session:
    """A session with one table of `tiny`, as its facilitator has it."""

    server: Server
    path: str
    table: str
    code: str

    def control(self, **command: object) -> None:
        body = {"id": secrets.token_hex(4), "table": self.table, "command": command}
        self.server.fetch(f"{self.path}/control", body)

    def phase(self) -> str:
        frame = self.server.ask(ViewFrame, f"{self.path}/view?table={self.table}")
        return str(json.decode(frame.view.public)["phase"])


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(folder: Path) -> Iterator[Running]:
    """A server of `python -m server` with its database in this folder."""
    address = f"http://127.0.0.1:{(port := free_port())}"
    environment = os.environ | {
        "PORT": str(port),
        "HOST": "127.0.0.1",
        "DATABASE_URL": f"sqlite:///{folder / 'game.db'}",
        "FACILITATOR_KEY": KEY,
    }
    with subprocess.Popen(
        SERVE, env=environment, cwd=RULESETS.parent, stdout=subprocess.DEVNULL
    ) as process:
        wait_for(address)
        yield Running(address, folder / "game.db", process)
        process.kill()


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """One server for all: to start it takes longer than most of what is asked of it."""
    with serving(tmp_path_factory.mktemp("served")) as found:
        yield found


def wait_for(address: str) -> None:
    for _ in range(PATIENCE_S * 10):
        try:
            Server(address).fetch("/health")
        except CannotRun:
            time.sleep(0.1)
        else:
            return
    pytest.fail("the server did not start")


def session(running: Running) -> Session:
    """A new session with one table of `tiny`."""
    wanted = {"title": "A [b]test[/b]", "ruleset": "tiny", "players": 2, "bearer": True}
    made = running.holder().ask(SessionMade, "/api/sessions", wanted)
    assert isinstance(made.pass_, str)
    server, path = Server(running.address, made.pass_), f"/api/sessions/{made.session}"
    seen = server.ask(SessionView, path)
    assert seen.join
    return Session(server, path, seen.tables[0].id, seen.join.code)


def player(running: Running, made: Session, *more: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [*JOINEDUP, "play", running.address, made.code, *more],
        cwd=RULESETS.parent,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def seated(made: Session) -> int:
    tables = made.server.ask(SessionView, made.path).tables
    return sum(seat.person is not None for seat in tables[0].seats)


def played(made: Session) -> None:
    """Lead the game to its end: bots talk and plan, the facilitator ends the other phases."""
    for _ in range(PATIENCE_S * 5):
        phase = made.phase()
        if phase == "ended":
            return
        if phase in {"briefing", "reveal", "vote", "year_one"}:
            made.control(type="next_phase")
        else:
            time.sleep(0.2)
    pytest.fail("the game did not end")


@pytest.mark.slow
def test_bots_play_a_whole_game_over_the_wire_and_its_log_goes_round(
    running: Running, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = session(running)
    players = [player(running, made, "--name", f"Bot {n}", "--seed", str(n)) for n in (1, 2)]
    for _ in range(PATIENCE_S * 5):
        if seated(made) == len(players):
            break
        time.sleep(0.2)
    made.control(type="start")
    played(made)
    told = [one.communicate(timeout=PATIENCE_S) for one in players]
    assert [one.returncode for one in players] == [0, 0], told
    assert "Joined A [b]test[/b] (The lost card) as Bot 1." in told[0][0].decode()
    assert "The game is over: " in told[0][0].decode()

    file = tmp_path / "game.jsonl"
    there = ["--server", running.address]
    assert main(["export", *there, "--pass", made.server.secret or ""]) == 0
    assert made.table in capsys.readouterr().out
    asked = ["export", made.table, "--out", str(file), *there, "--pass", made.server.secret or ""]
    assert main(asked) == 0
    assert main(["verify", str(file)]) == 0
    assert "chained without a break" in capsys.readouterr().out
    assert main(["import", str(file), *there, "--key", KEY]) == 0
    assert re.search(r"Read it at http://\S+/redeem#\S+ ", capsys.readouterr().out)


def test_a_server_that_runs_holds_its_database(
    running: Running, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "--database", f"sqlite:///{running.database}"]) == 2
    assert "joinedup export: " in capsys.readouterr().err


def test_a_table_is_taken_out_of_the_database_when_the_server_is_down(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving(tmp_path) as running:
        made = session(running)
        running.process.send_signal(signal.SIGINT)
        assert running.process.wait(PATIENCE_S) == 130
    file, database = tmp_path / "table.jsonl", f"sqlite:///{running.database}"
    assert main(["export", "--database", database]) == 0
    assert f"{made.table}  A [b]test[/b], Table 1: waiting, 1 entries" in capsys.readouterr().out
    assert main(["export", made.table, "--database", database, "--out", str(file)]) == 0
    assert main(["import", str(file), "--database", database]) == 0
    assert "Taken in: A [b]test[/b], Table 1, 1 entries." in capsys.readouterr().out
    assert main(["export", "--database", database, "--json"]) == 0
    tables = json.decode(capsys.readouterr().out)
    assert sorted(one["state"] for one in tables) == ["ended", "waiting"]


def test_a_wrong_code_a_taken_seat_and_a_wrong_key_are_told(
    running: Running, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    made = session(running)
    assert main(["play", running.address, "amber-otter-99"]) == 2
    assert "This code opens nothing." in capsys.readouterr().err
    assert main(["play", running.address, made.code, "--table", "7"]) == 2
    assert "there is no table 7. There are: 1." in capsys.readouterr().err
    assert main(["play", running.address, made.code, "--seat", "throne"]) == 2
    assert "there is no seat throne. There are: " in capsys.readouterr().err
    seat = made.server.ask(SessionView, made.path).tables[0].seats[0].seat
    wanted = {"code": made.code, "name": "Ada", "table": made.table, "seat": seat, "bearer": True}
    Server(running.address).ask(Joined, "/api/join", wanted)
    assert main(["play", running.address, made.code, "--seat", seat]) == 2
    assert f"the seat {seat} is taken." in capsys.readouterr().err
    assert main(["export", made.table, "--server", running.address, "--pass", "no"]) == 2
    assert "This needs a pass." in capsys.readouterr().err


def test_a_player_who_is_stopped_leaves_the_seat(running: Running) -> None:
    made = session(running)
    playing = player(running, made)
    assert playing.stdout is not None
    assert playing.stdout.readline().startswith(b"Joined ")
    playing.send_signal(signal.SIGINT)
    _, said = playing.communicate(timeout=PATIENCE_S)
    assert (playing.returncode, said.decode()) == (130, "stopped\n")
    assert seated(made) == 0


def test_a_port_in_use_is_told_with_a_way_out(running: Running, tmp_path: Path) -> None:
    port = running.address.rpartition(":")[2]
    environment = os.environ | {"PORT": port, "HOST": "127.0.0.1", "DATA_DIR": str(tmp_path)}
    done = subprocess.run(
        [*JOINEDUP, "serve"],
        env=environment,
        cwd=RULESETS.parent,
        capture_output=True,
        timeout=PATIENCE_S,
        check=False,
    )
    assert done.returncode == 2
    told = done.stderr.decode()
    assert told.startswith(f"Cannot listen on 127.0.0.1 port {port}: ")
    assert "such as PORT=8001" in told


def test_an_address_of_another_machine_is_told_with_a_way_out(tmp_path: Path) -> None:
    settings = {"PORT": "0", "HOST": "192.0.2.77", "DATA_DIR": str(tmp_path)}
    done = subprocess.run(
        [*JOINEDUP, "serve"],
        env=os.environ | settings,
        cwd=RULESETS.parent,
        capture_output=True,
        timeout=PATIENCE_S,
        check=False,
    )
    assert done.returncode == 2
    assert "HOST is no address of this machine" in done.stderr.decode()


def shown_by_the_demo(*asked: str) -> str:
    """What it says before it waits to be stopped."""
    said = [*JOINEDUP, "demo", "--port", "0", *asked]
    out = subprocess.PIPE
    with subprocess.Popen(said, cwd=RULESETS.parent, stdout=out, stderr=subprocess.STDOUT) as demo:
        assert demo.stdout is not None
        lines = []
        for line in demo.stdout:
            lines.append(line.decode())
            if lines[-1].startswith(("Ctrl-C", "joinedup demo:")):
                break
        demo.send_signal(signal.SIGINT)
        assert demo.wait(PATIENCE_S) == 130
    return "".join(lines)


def test_the_demo_plays_by_itself_and_says_where_to_look() -> None:
    told = shown_by_the_demo("--ruleset", "tiny", "--players", "2")
    assert "2 bots play The lost card by themselves." in told
    assert "what was played is gone then" in told
    assert "Facilitator:" not in told
    assert re.search(r"^Console: http://\S+/redeem#\S+ ", told, re.MULTILINE)
    assert re.search(r"^Room display: http://\S+/redeem#\S+ ", told, re.MULTILINE)
    assert re.search(r"with the code [a-z]+-[a-z]+-\d\d;", told)


def test_the_demo_plays_the_folder_it_was_told_also_under_an_id_of_ours(tmp_path: Path) -> None:
    own = tmp_path / "mine"
    shutil.copytree(RULESETS / "newborn", own)
    file = own / "ruleset.toml"
    text = file.read_text(encoding="utf-8").replace('id = "newborn"', 'id = "tiny"', 1)
    file.write_text(text, encoding="utf-8")
    # the one that comes with the game under this id seats three at most
    told = shown_by_the_demo("--ruleset", str(own), "--players", "5")
    assert "5 bots play" in told
    assert "joinedup demo:" not in told


def test_the_demo_plays_a_scenario_of_one_s_own_with_as_many_as_it_seats(tmp_path: Path) -> None:
    own = tmp_path / "my_pass"
    shutil.copytree(RULESETS / "tiny", own)
    file = own / "ruleset.toml"
    text = file.read_text(encoding="utf-8").replace('id = "tiny"', 'id = "my_pass"', 1)
    file.write_text(text, encoding="utf-8")
    assert "3 bots play The lost card by themselves." in shown_by_the_demo("--ruleset", str(own))
