"""A start that cannot be: a sentence says why and what to do, and nothing is said to be ready."""

import os
import shutil
import socket
import subprocess
import sys
from contextlib import closing
from importlib.metadata import version
from pathlib import Path
from sqlite3 import connect

import pytest

from server.app import CANNOT, CannotServe
from server.cli import main
from server.serving import listen, serve
from server.settings import read_settings
from tests.server.serving import KEY, PATIENCE_S, Server, frame, serving, sitting
from tests.server.serving import socket as socket_of


def test_a_port_in_use_is_told_with_another_port() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        with pytest.raises(CannotServe, match=r"address already in use\. Stop what uses it.*PORT="):
            listen(read_settings({"HOST": "127.0.0.1", "PORT": port}))


@pytest.mark.parametrize("host", ["192.0.2.1", "nowhere.invalid"])
def test_an_address_of_another_machine_is_told_with_what_can_be(host: str) -> None:
    with pytest.raises(CannotServe, match="HOST is no address of this machine"):
        listen(read_settings({"HOST": host, "PORT": "0"}))


def test_a_folder_that_cannot_be_made_is_told_and_ends_the_start(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("a file, no folder")
    folder = str(tmp_path / "file" / "data")
    assert serve({"HOST": "127.0.0.1", "PORT": "0", "DATA_DIR": folder}) == CANNOT
    said = capsys.readouterr()
    assert "Choose another DATA_DIR" in said.err
    assert "ready" not in said.out


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("postgresql://u:hunter2@127.0.0.1:1/d?sslmode=nope", "sslmode that is none; allowed is"),
        ("postgresql://u:hunter2@127.0.0.1:hunter2/d", "written as %40 %3A %2F"),
        ("postgresql://u:hunter2@127.0.0.1:1/d", "Is its address right, and does it run?"),
        ("postgresql://u:hunter2@127.0.0.1:1/d?sslmode=require&sslcert=/no", "may the files be"),
    ],
)
def test_an_address_of_a_database_that_cannot_be_used_is_told_without_its_password(
    address: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert serve({"HOST": "127.0.0.1", "PORT": "0", "DATABASE_URL": address}) == CANNOT
    said = capsys.readouterr()
    assert words in said.err
    assert "hunter2" not in said.out + said.err
    assert "ready" not in said.out


def test_a_server_that_fails_while_it_starts_is_not_ready_and_ends_with_a_code(
    tmp_path: Path,
) -> None:
    """In a process of its own: it changes how the whole process logs."""
    told = {"HOST": "127.0.0.1", "PORT": "0", "DATA_DIR": str(tmp_path)}
    code = (
        "from server import app, serving\n"
        "async def fail(_lobby): raise RuntimeError('something nobody foresaw')\n"
        "app.Lobby.resume = fail\n"
        f"raise SystemExit(serving.serve({told!r}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == CANNOT
    assert "something nobody foresaw" in done.stderr
    assert "could not start" in done.stderr
    assert "ready" not in done.stdout


def test_a_database_whose_sessions_cannot_be_read_ends_the_start_with_a_sentence(
    tmp_path: Path,
) -> None:
    with serving(tmp_path) as server:
        sitting(server)
        server.stop()
    with closing(connect(tmp_path / "joined-up.db")) as database:
        of = "select rootpage from sqlite_master where name = 'session'"
        (page,) = database.execute(of).fetchone()
    with (tmp_path / "joined-up.db").open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xff" * 4096)
    told = os.environ | {"HOST": "127.0.0.1", "PORT": "0", "DATA_DIR": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-m", "server"],
        env=told,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == CANNOT
    assert done.stderr.endswith("The server's database is damaged; a backup is needed.\n")
    assert "Traceback" not in done.stderr
    assert "ready" not in done.stdout


def test_a_server_that_says_much_waits_for_nobody_to_read_it(tmp_path: Path) -> None:
    server = Server(tmp_path, "tests.server.talkative")
    assert server.process.wait(PATIENCE_S) == 0
    assert server.stop() == 0


def test_a_server_that_is_told_to_stop_leaves_its_database_whole_in_one_file(
    tmp_path: Path,
) -> None:
    """As a service does it; a copy of the file alone must hold everything."""
    with serving(tmp_path / "data") as server:
        table = sitting(server)
        assert server.stop() == 0
    assert sorted(one.suffix for one in (tmp_path / "data").glob("*.db*")) == [".db", ".lock"]
    (tmp_path / "restored").mkdir()
    shutil.copy(tmp_path / "data" / "joined-up.db", tmp_path / "restored")
    with serving(tmp_path / "restored") as server:
        facilitator = server.client(table.facilitator.secret)
        assert facilitator.ask(f"/api/tables/{table.table}/log").status == 200


def test_the_gravest_curiosity_is_shown_no_pass(tmp_path: Path) -> None:
    with serving(tmp_path, LOG_LEVEL="debug") as server:
        table = sitting(server)
        secret = table.passes["council"]
        with socket_of(server, secret) as made:
            frame(made, "view")
        server.stop()
        said = "".join(server.said)
    assert "INFO" in said
    assert secret not in said
    assert KEY not in said


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"joinedup {version('joined-up')}\n"
