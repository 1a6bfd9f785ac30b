"""Requests that never end, come by drops, or leave open whom they ask: bounded, and nobody else
notices.
"""

import socket
import time
from collections.abc import Iterator
from contextlib import suppress
from itertools import repeat
from pathlib import Path
from resource import getpagesize

import pytest

from server.request import BODY_BYTES, BODY_S, END, HEAD_BYTES, HEAD_S, LATE, LOOK_S
from tests.server.serving import PATIENCE_S, Server, serving

ENOUGH_BYTES = 64 << 20
A_LITTLE_BYTES = 24 << 20
POST = b"POST /api/join/look HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
CHUNKED = POST + b"Transfer-Encoding: chunked\r\n\r\n"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("slow")) as running:
        yield running
        running.stop()
        assert "Traceback" not in "".join(running.said)


def called(server: Server) -> socket.socket:
    return socket.create_connection(("127.0.0.1", server.port), PATIENCE_S)


def answered(line: socket.socket) -> bytes:
    """What the server says until it ends the connection."""
    said = b""
    try:
        while part := line.recv(1 << 16):
            said += part
    except ConnectionResetError:
        pass
    return said


def held(server: Server) -> int:
    """How many bytes of memory the server's process has."""
    return int(Path(f"/proc/{server.process.pid}/statm").read_text().split()[1]) * getpagesize()


def pour(line: socket.socket, begin: bytes, part: bytes) -> None:
    """Send much, or until the server ends the connection."""
    sent = 0
    try:
        line.sendall(begin)
        for some in repeat(part):
            sent += line.send(some)
            if sent > ENOUGH_BYTES:
                break
    except OSError:
        pass


@pytest.mark.parametrize(
    ("begin", "part"),
    [
        (b"GET /", b"a" * 8192),
        (b"GET / HTTP/1.1\r\nX: ", b"a" * 8192),
        (b"GET / HTTP/1.1\r\n", b"X: " + b"a" * 1000 + b"\r\n"),
        (b"", b"\r\n" * 4096),
        (CHUNKED, b"2000\r\n" + b" " * 8192 + b"\r\n"),
        (CHUNKED, b"1;" + b"a" * 8190),
    ],
    ids=["line", "header", "headers", "nothing", "chunks", "extension"],
)
def test_what_has_no_end_is_not_kept(server: Server, begin: bytes, part: bytes) -> None:
    before = held(server)
    with called(server) as line:
        pour(line, begin, part)
        assert held(server) < before + A_LITTLE_BYTES
    assert server.client().get("/health")["well"] is True


def test_a_large_head_is_told_so(server: Server) -> None:
    with called(server) as line:
        line.sendall(b"GET / HTTP/1.1\r\nX: " + b"a" * (2 * HEAD_BYTES))
        assert answered(line).startswith(b"HTTP/1.1 431 ")


def test_a_body_in_pieces_is_taken_and_one_that_is_too_large_refused(server: Server) -> None:
    for size, status in ((1, b"404"), (1 << 17, b"413")):
        body = b'{"code": "no-such-00"}' + b" " * size
        with called(server) as line:
            line.sendall(CHUNKED)
            for part in (body[at : at + 1000] for at in range(0, len(body), 1000)):
                line.sendall(b"%x\r\n%b\r\n" % (len(part), part))
            line.sendall(b"0\r\n\r\n")
            line.shutdown(socket.SHUT_WR)
            assert answered(line).startswith(b"HTTP/1.1 " + status)


@pytest.mark.slow
def test_who_says_nothing_or_never_ends_is_let_go_and_others_are_served(server: Server) -> None:
    began = time.monotonic()
    with (
        called(server) as silent,
        called(server) as head,
        called(server) as body,
        called(server) as quick,
        called(server) as empty,
    ):
        # given one that says nothing, one in the middle of its head, one in that of its body
        head.sendall(b"GET / HTTP/1.1\r\nHost: a\r\n")
        body.sendall(POST + b"Content-Length: 60000\r\n\r\n{")
        quick.sendall(CHUNKED)
        empty.sendall(CHUNKED)
        crowd = [called(server) for _ in range(200)]
        # then others are served meanwhile
        assert server.client().get("/health")["well"] is True
        assert answered(silent) == b""
        assert answered(head).startswith(b"HTTP/1.1 408 ")
        # and whoever goes on fast enough is waited for
        while time.monotonic() < began + BODY_S + 2 * LOOK_S:
            quick.sendall(b"800\r\n" + b" " * 0x800 + b"\r\n")
            with suppress(OSError):  # much comes, but nothing of the body
                empty.sendall(b"1;" + b"a" * 0x800)
            time.sleep(3)
        assert answered(empty) in {b"", LATE + END}
        assert answered(body).startswith(b"HTTP/1.1 408 ")
        quick.sendall(b"2\r\n{}\r\n0\r\n\r\n")
        assert quick.recv(12) == b"HTTP/1.1 400"
        for one in crowd:
            assert answered(one) == b""
            one.close()
    assert HEAD_S < BODY_S
    assert BODY_BYTES < 0x800 * BODY_S / 3


@pytest.mark.parametrize("hosts", [b"", b"Host: a\r\nHost: b\r\n"])
def test_a_request_names_one_host(server: Server, hosts: bytes) -> None:
    with called(server) as line:
        line.sendall(b"GET /health HTTP/1.1\r\n" + hosts + b"\r\n")
        assert answered(line).startswith(b"HTTP/1.1 400 ")


def test_who_speaks_the_old_protocol_need_not_name_one(server: Server) -> None:
    with called(server) as line:
        line.sendall(b"GET /health HTTP/1.0\r\n\r\n")
        assert answered(line).startswith(b"HTTP/1.1 200 ")
