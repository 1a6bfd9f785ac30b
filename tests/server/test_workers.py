"""Two workers behind one door, on PostgreSQL: real processes, spoken to as clients do."""

import asyncio
import os
import signal
import socket as sockets
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

import asyncpg
import pytest
from msgspec import json
from websockets.exceptions import ConnectionClosed, InvalidHandshake
from websockets.sync.client import ClientConnection

from server.exports.log import taken
from server.homes import SIGNS, worker_of
from server.sessions.tries import TRIES_EACH
from server.store.postgres_claim import CLAIMS
from tests.server.serving import (
    PATIENCE_S,
    ROOT,
    Server,
    Sitting,
    answer,
    frame,
    serving,
    sitting,
    socket,
)
from tests.server.test_restarts import said
from tests.server.test_sockets import closed_with
from tests.server.test_store_postgres import cut

pytestmark = [pytest.mark.postgres, pytest.mark.slow]

SEATS = ("council", "library", "archive")


@pytest.fixture
def server(tmp_path: Path, emptied_postgres: str) -> Iterator[Server]:
    with serving(tmp_path, WORKERS="2", DATABASE_URL=emptied_postgres) as running:
        yield running


def home(id_: str) -> int:
    return worker_of(id_, 2)


def of_both_homes(server: Server, *, seats: bool = True) -> list[Sitting]:
    """A session at home in each worker, in their order."""
    found: dict[int, Sitting] = {}
    while len(found) < 2:
        made = sitting(server, seats=seats, setup={"seed": "1"})  # its first card poses no choice
        found.setdefault(home(made.session), made)
    return [found[0], found[1]]


def workers(server: Server) -> dict[int, int]:
    """The processes of the workers by their numbers: who holds a connection that leads to each."""
    found = {}
    for number in range(2):
        with sockets.create_connection(("127.0.0.1", server.port)) as guest:
            guest.sendall(b"GET /health?home=%02x HTTP/1.1\r\n" % number)
            found[number] = holder(server, guest.getsockname()[1])
    return found


def holder(server: Server, port: int) -> int:
    """The worker to which the connection from this port was handed."""
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        links = [f"socket:[{inode}]" for inode in inodes(server.port, port)]
        for file in Path("/proc").glob("[0-9]*/fd/*"):
            with suppress(OSError):
                process = int(file.parts[2])
                if (
                    process not in {server.process.pid, os.getpid()}
                    and str(file.readlink()) in links
                ):
                    return process
        time.sleep(0.02)
    raise AssertionError(port)


def inodes(ours: int, theirs: int) -> list[str]:
    """The sockets of this machine at port `ours`, connected to port `theirs`."""
    lines = [line.split() for line in Path("/proc/net/tcp").read_text("ascii").splitlines()[1:]]
    ends = (f":{ours:04X}", f":{theirs:04X}")
    return [one[9] for one in lines if one[1].endswith(ends[0]) and one[2].endswith(ends[1])]


def ended(process: int) -> bool:
    """Whether a process has ended, if its parent has taken note of it or not."""
    try:
        stat = Path(f"/proc/{process}/stat").read_text(encoding="ascii")
    except OSError:
        return True
    return stat.rpartition(")")[2].split()[0] == "Z"


def wait_for(process: int) -> None:
    until = time.monotonic() + PATIENCE_S
    while not ended(process):
        assert time.monotonic() < until
        time.sleep(0.02)


def ways(table: Sitting) -> list[str]:
    """Each address of a socket that leads to a session: by its own ids, or told by `home`."""
    return [f"/socket?home={id_}" for id_ in (table.session, table.table, table.people["council"])]


def say(made: ClientConnection, name: str) -> None:
    body = {"id": name, "command": {"type": "say", "text": f"word {name}"}}
    assert answer(made, body)["type"] == "done"


@contextmanager
def back(table: Sitting, seat: str) -> Iterator[ClientConnection]:
    """The socket of a seat that comes back as a client does: again and again until it is shown."""
    until = time.monotonic() + PATIENCE_S
    while True:
        try:
            with socket(table.server, table.passes[seat], path=ways(table)[0]) as made:
                frame(made, "view")
                yield made
                return
        except (OSError, ConnectionClosed, InvalidHandshake):
            assert time.monotonic() < until
            time.sleep(0.05)


def test_sessions_of_both_homes_are_made_joined_played_listed_and_found_again(
    server: Server,
) -> None:
    tables = of_both_homes(server)
    for number, table in enumerate(tables):
        # all that names a part of a session leads where the session is
        assert {home(id_) for id_ in (table.table, *table.people.values())} == {number}
        table.begin_talk()
        for way in ways(table):
            with socket(server, table.passes["council"], path=way) as made:
                say(made, way[-16:])
        assert said(table) == [way[-16:] for way in ways(table)]
    listed = ";".join(f"ju_facilitator_{one.session}={one.facilitator.secret}" for one in tables)
    seated = ";".join(
        f"ju_person_{one.people['library']}={one.passes['library']}" for one in tables
    )
    for worker in ("00", "01"):
        # whichever worker is asked, it lists the sessions and people of both
        found = server.client().ask(f"/api/sessions?home={worker}", headers={"Cookie": listed})
        assert f"?home={worker}".encode() not in found.body
        cards = json.decode(found.body, type=Listed).sessions
        assert {one.id for one in cards} == {one.session for one in tables}
        assert {one.state for one in cards} == {"playing"}
        phases = {one.id: one.tables[0].phase for one in cards}
        assert [phases[one.session] for one in tables] == (
            ["talk", "playing"] if worker == "00" else ["playing", "talk"]
        )
        page = server.client().ask(f"/play?home={worker}", headers={"Cookie": seated})
        assert all(f"/play/{one.people['library']}".encode() in page.body for one in tables)
    server.stop()
    server.again()
    for table in tables:
        assert table.phase() == "talk"
        with back(table, "archive") as made:
            say(made, "again")
        assert said(table)[-1] == "again"


@dataclass
class TableListed:
    phase: str


@dataclass
class CardListed:
    id: str
    state: str
    tables: list[TableListed]


@dataclass
class Listed:
    sessions: list[CardListed]


def test_a_pass_at_the_wrong_worker_is_told_the_way_and_a_question_is_led_there(
    server: Server,
) -> None:
    for number, table in enumerate(of_both_homes(server)):
        table.begin_talk()
        wrong = f"{1 - number:02x}"
        with socket(server, table.passes["council"], path=f"/socket?home={wrong}") as made:
            with pytest.raises(ConnectionClosed) as closed:
                made.recv(timeout=PATIENCE_S)
            assert closed.value.rcvd is not None
            assert closed.value.rcvd.code == 4307
            way = closed.value.rcvd.reason
        assert way == f"home={table.session[:2]}"
        with socket(server, table.passes["council"], path=f"/socket?{way}") as made:
            say(made, "led")
        path = f"/api/sessions/{table.session}/view?table={table.table}&home={wrong}"
        led = table.facilitator.ask(path, follow=False)
        assert (led.status, led.headers["connection"]) == (307, "close")
        assert led.headers["location"] == path[: -len(wrong)] + table.session[:2]
        assert table.facilitator.ask(path).status == 200
        # whoever holds no pass is not told where it is
        assert server.client().ask(path, follow=False).status == 401
        course = f"/api/tables/{table.table}/course?home={wrong}"
        assert table.facilitator.ask(course).status == 200


def test_answers_end_their_connection_but_not_in_the_middle_of_what_is_sent(
    server: Server,
) -> None:
    assert server.client().ask("/").headers["connection"] == "close"
    assert server.client().ask("/api/join/look", {"code": "x"}).headers["connection"] == "close"
    assert server.client().ask("/health").headers["connection"] == "close"
    # what is refused before it has come whole is answered, and can be read
    connection = HTTPConnection("127.0.0.1", server.port, timeout=PATIENCE_S)
    connection.putrequest("POST", "/api/join/look")
    connection.putheader("Content-Type", "application/json")
    connection.putheader("Content-Length", "1000000")
    connection.endheaders(b"x" * 1000)
    refused = connection.getresponse()
    assert (refused.status, refused.getheader("Connection")) == (413, None)
    assert refused.read()
    connection.close()


def test_wrong_codes_have_one_budget_however_they_are_spread(server: Server) -> None:
    table = of_both_homes(server, seats=False)[1]
    statuses = []
    for number in range(TRIES_EACH + 4):
        spread = f"?home={number % 2:02x}&let={'0' * 64}"
        body = {"code": f"amber-otter-{10 + number}"}
        statuses.append(server.client().ask(f"/api/join/look{spread}", body).status)
    assert statuses == [404] * TRIES_EACH + [429] * 4
    # a right one is stopped with them, at its own worker too
    right = {"code": table.code}
    for way in ("", "?home=00", "?home=01", f"?home={table.session[:2]}"):
        assert server.client().ask(f"/api/join/look{way}", right).status == 429
    # and whoever is elsewhere comes in
    elsewhere = server.client(source="127.0.0.2")
    assert elsewhere.ask("/api/join/look", right).status == 200


def test_the_start_s_key_is_good_in_every_worker_and_once(
    tmp_path: Path, emptied_postgres: str
) -> None:
    asked = {"WORKERS": "2", "DATABASE_URL": emptied_postgres, "FACILITATOR_KEY": ""}
    with serving(tmp_path, **asked) as server:
        (line,) = [line for line in server.said if "#key=" in line]
        key = line.partition("#key=")[2].split()[0]
        taken = server.client().ask("/api/keys?home=01", {"key": key, "bearer": True})
        lasting = server.client(str(taken.value()["pass"]))
        for worker in workers(server).values():
            os.kill(worker, signal.SIGKILL)  # a start of a worker is none of the server
            wait_for(worker)
        assert server.client().ask("/api/keys", {"key": key}).reason == "wrong_key"
        body = {"title": "T", "ruleset": "tiny", "players": 3}
        for home_ in ("00", "01"):
            assert lasting.ask(f"/api/sessions?home={home_}", body).status == 200


def test_a_killed_worker_is_back_with_its_games_and_the_other_does_not_notice(
    server: Server,
) -> None:
    other, table = (one.begin_talk() for one in of_both_homes(server))
    with socket(server, other.passes["council"], path=ways(other)[0]) as bystander:
        for seat in SEATS:
            with back(table, seat) as made:
                say(made, f"before-{seat}")
        with back(table, "archive") as made:
            under_way = {"id": "under-way", "command": {"type": "say", "text": "late"}}
            before = workers(server)
            made.send(json.encode(under_way).decode())
            os.kill(before[1], signal.SIGKILL)
            killed = time.monotonic()
        # its players come back to the same game, and what had no answer is asked again, once
        with back(table, "archive") as made:
            assert answer(made, under_way)["type"] == "done"
            took = time.monotonic() - killed
        for seat in SEATS:
            with back(table, seat) as made:
                say(made, f"after-{seat}")
        expected = [f"{when}-{seat}" for when in ("before", "after") for seat in SEATS]
        expected.insert(len(SEATS), "under-way")
        assert said(table) == expected
        # the other worker is the same process, and its socket has never been cut
        after = workers(server)
        assert after[0] == before[0]
        assert after[1] != before[1]
        say(bystander, "all-the-while")
    print(f"R7: a worker killed; its player back and answered after {took:.2f} s")


def test_cut_connections_of_the_database_lose_nothing(
    server: Server, emptied_postgres: str
) -> None:
    tables = [one.begin_talk() for one in of_both_homes(server)]
    names = [f"n{number}" for number in range(12)]
    for table in tables:
        with back(table, "council") as made:
            for number, name in enumerate(names):
                if number % 4 == 1:
                    asyncio.run(cut(emptied_postgres, "%"))
                until_done(made, name)
        assert said(table) == names
    # the claims were cut as well and are held again: nobody else can serve from this database
    asyncio.run(until_claimed(emptied_postgres))
    until = time.monotonic() + 2 * PATIENCE_S
    while server.client().ask("/health").status != 200:  # either worker, until it wrote again
        assert time.monotonic() < until
        time.sleep(0.1)


def until_done(made: ClientConnection, name: str) -> None:
    """Say it, again under the same id while the store is away."""
    body = {"id": name, "command": {"type": "say", "text": f"word {name}"}}
    until = time.monotonic() + PATIENCE_S
    while (told := answer(made, body))["type"] != "done":
        assert told["reason"] == "storage"
        assert time.monotonic() < until
        time.sleep(0.05)


async def until_claimed(url: str) -> None:
    async with asyncio.timeout(4 * PATIENCE_S):
        while await claims(url) < SIGNS:  # noqa: ASYNC110 - what others do sets no event
            await asyncio.sleep(0.1)


async def claims(url: str) -> int:
    connection = await asyncpg.connect(url)
    try:
        found: int = await connection.fetchval(
            "select count(*) from pg_locks where locktype = 'advisory' and classid = $1", CLAIMS
        )
    finally:
        await connection.close()
    return found


def test_a_second_server_on_the_same_database_does_not_start(
    server: Server, tmp_path: Path
) -> None:
    table = of_both_homes(server)[0].begin_talk()
    database = server.environment["DATABASE_URL"]
    with pytest.raises(AssertionError, match="Another server on this database"):
        Server(tmp_path / "second", DATABASE_URL=database)
    with back(table, "council") as made:
        say(made, "undisturbed")


def test_a_bot_of_the_command_line_comes_in_and_plays_at_either_home(server: Server) -> None:
    for table in of_both_homes(server, seats=False):
        for seat in ("library", "archive"):
            assert table.join(seat, f"Person of {seat}").status == 200
        address = f"http://127.0.0.1:{server.port}"
        play = "import sys; from server.cli import main; sys.exit(main())"
        bot = subprocess.Popen(
            [sys.executable, "-c", play, "play", address, table.code, "--seat", "council"],
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
        )
        try:
            until = time.monotonic() + 6 * PATIENCE_S
            # its socket names no session: it is led there
            while b'"name":"Robin","kind":"player"' not in seen(table) or lonely(table):
                assert time.monotonic() < until
                assert bot.poll() is None
                time.sleep(0.1)
        finally:
            bot.kill()
            bot.wait()


def seen(table: Sitting) -> bytes:
    return table.facilitator.ask(f"/api/sessions/{table.session}").body


def lonely(table: Sitting) -> bool:
    """Whether no device of any player is connected."""
    return all(one["devices"] == 0 for one in json.decode(seen(table))["people_of"])


def test_people_are_forgotten_and_sessions_deleted_at_either_home_whoever_is_asked(
    server: Server,
) -> None:
    tables = of_both_homes(server)
    for table in tables:
        table.begin_talk()
        with socket(server, table.passes["council"], path=ways(table)[0]) as made:
            say(made, "a-secret")
        table.facilitator.post(f"/api/sessions/{table.session}/end", {})
    for number, table in enumerate(tables):
        wrong = f"?home={1 - number:02x}"
        path, person = f"/api/sessions/{table.session}", table.people["council"]
        staff = f"ju_facilitator_{table.session}={table.facilitator.secret}"
        seated = f"ju_person_{person}={table.passes['council']}"
        before = taken(table.log())
        with (
            socket(server, table.passes["council"], path=ways(table)[0]) as player,
            socket(server, table.facilitator.secret, path=ways(table)[0]) as console,
        ):
            frame(player, "view")
            frame(console, "view")
            # when the worker that does not have the session is asked to forget its people
            table.facilitator.post(f"{path}/forget{wrong}", {})
            assert (closed_with(player), closed_with(console)) == (4410, 1012)
        # then no worker knows a name or a word, or lets them in; the log is as it was
        assert b"Person of" not in seen(table)
        after = taken(table.log())
        assert (after.entries, after.wordings) == (before.entries, ())
        for home_ in ("00", "01"):
            cookie = {"Cookie": f"{seated};{staff}"}
            chosen = server.client().ask(f"/play?home={home_}", headers=cookie, follow=False)
            assert (chosen.status, chosen.headers["location"]) == (303, "/")
            view = f"/api/people/{person}/view?home={home_}"
            assert server.client(table.passes["council"]).ask(view).status == 401
        # when it is deleted so
        table.facilitator.post(f"{path}/delete{wrong}", {})
        for home_ in ("00", "01"):
            listed = server.client().ask(f"/api/sessions?home={home_}", headers={"Cookie": staff})
            assert json.decode(listed.body, type=Listed).sessions == []
            assert table.facilitator.ask(f"{path}?home={home_}").status == 401
    # and it stays so after a restart
    server.stop()
    server.again()
    for table in tables:
        assert table.facilitator.ask(f"/api/sessions/{table.session}").status == 401
        assert table.facilitator.ask(f"/api/tables/{table.table}/log").status == 404
    assert server.client().ask("/health").value()["tables"] == 0


def test_a_stopped_server_tells_its_clients_and_leaves_no_process(server: Server) -> None:
    tables = of_both_homes(server)
    processes = workers(server)
    assert set(processes) == {0, 1}
    with ExitStack() as stack:
        sockets = [
            stack.enter_context(socket(server, one.passes["council"], path=ways(one)[0]))
            for one in tables
        ]
        for made in sockets:
            frame(made, "view")
        assert server.stop() == 0
        assert [closed_with(made) for made in sockets] == [1012, 1012]
    assert not [line for line in server.said if "Traceback" in line]
    assert all(map(ended, processes.values()))


def test_workers_end_when_the_door_is_killed_and_the_next_server_takes_over(
    server: Server,
) -> None:
    table = of_both_homes(server)[1].begin_talk()
    processes = workers(server)
    server.kill()
    for one in processes.values():
        wait_for(one)
    assert not [line for line in server.said if "Traceback" in line]
    server.again()
    with back(table, "council") as made:
        say(made, "here-again")
