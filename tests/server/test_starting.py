"""A start that cannot be: a sentence says why and what to do, and nothing is said to be ready."""

import socket
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from server.app import CANNOT, CannotServe
from server.cli import main
from server.serving import listen, serve
from server.settings import read_settings


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


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"joinedup {version('joined-up')}\n"
