"""A rehearsal: bots play the set-up fast, it is marked as such, and nothing of it stays."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing

import pytest
from msgspec import Struct, ValidationError, convert, json

from tests.server.serving import KEY, Client, Server, frame, serving, socket

Row = dict[str, object]
PATIENCE_S = 60
QUICK = {"rounds": 1, "lengths": {"briefing": 5, "talk": 20, "plan": 10, "reveal": 5, "vote": 5,
                                  "quarter": 5}}  # fmt: skip


class Entry(Struct):
    """What a line of a log says of its time; headers and wordings say nothing."""

    at_ms: int
    wall_ms: int

    @classmethod
    def read(cls, line: bytes) -> "Entry | None":
        try:
            return json.decode(line, type=cls)
        except ValidationError:
            return None


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("rehearsal")) as running:
        yield running


def rehearsed(server: Server, **more: object) -> tuple[str, Client]:
    body = {"title": "T", "ruleset": "tiny", "players": 3, "bearer": True, "rehearsal": True}
    made = server.client(KEY).post("/api/sessions", {**body, "setup": QUICK, **more})
    return str(made["session"]), server.client(str(made["pass"]))


def rows(server: Server, session: str) -> int:
    """How much of a session the database holds."""
    with closing(sqlite3.connect(server.folder / "joined-up.db")) as db:
        names = [
            str(name)
            for (name,) in db.execute("select name from sqlite_master where type = 'table'")
        ]
        count = 0
        for name in names:
            columns = {str(one[1]) for one in db.execute(f"pragma table_info({name})")}
            if "session_id" in columns:
                asked = f"select count(*) from {name} where session_id = ?"  # noqa: S608
                count += int(db.execute(asked, (session,)).fetchone()[0])
        return count


def test_bots_play_it_to_the_end_ten_times_as_fast(server: Server) -> None:
    session, facilitator = rehearsed(server, booked_min=60)
    seen = facilitator.get(f"/api/sessions/{session}")
    assert str(seen["title"]).startswith("Rehearsal: ")
    assert seen.get("join") is None  # nobody joins a rehearsal
    assert convert(seen["slot"], type=Row)["rehearsal"] is True
    began = time.monotonic()
    with socket(server, facilitator.secret) as line:
        public: Row = {"phase": "lobby"}
        while public["phase"] != "ended" and time.monotonic() < began + PATIENCE_S:
            told = convert(frame(line, "view")["view"], type=dict[str, object])
            public = convert(told["public"], type=Row)
    assert public["outcome"] is not None
    # then the log's own clocks say so, however busy this machine is
    (table,) = convert(facilitator.get(f"/api/sessions/{session}")["tables"], type=list[Row])
    lines = facilitator.ask(f"/api/tables/{table['id']}/log").body.splitlines()
    entries = [one for one in map(Entry.read, lines) if one is not None]
    game_ms = entries[-1].at_ms - entries[0].at_ms
    wall_ms = entries[-1].wall_ms - entries[0].wall_ms
    assert game_ms > 5 * wall_ms


def test_nothing_of_it_stays_when_it_is_closed(server: Server) -> None:
    session, facilitator = rehearsed(server)
    assert rows(server, session) > 0
    facilitator.post(f"/api/sessions/{session}/end", {})
    assert rows(server, session) == 0
    assert facilitator.ask(f"/api/sessions/{session}").status == 401


def test_nothing_of_it_stays_when_the_server_ends_or_is_killed(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    with serving(tmp_path_factory.mktemp("again")) as server:
        first, _ = rehearsed(server)
        server.stop()
        assert rows(server, first) == 0
        server.again()
        second, _ = rehearsed(server)
        server.kill()
        assert rows(server, second) > 0
        server.again()
        assert rows(server, second) == 0


def test_a_rehearsal_that_cannot_be_played_is_refused(server: Server) -> None:
    body = {"title": "T", "ruleset": "tiny", "players": 7, "rehearsal": True}
    assert server.client(KEY).ask("/api/sessions", body).status == 400
