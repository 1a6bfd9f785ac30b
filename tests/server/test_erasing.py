"""Who was in a session is forgotten, or all of it deleted: on request, and only once it is over."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import convert
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection

from game.debrief.rollouts import points_of
from server.exports.log import taken
from server.tables.play import folded
from server.work.placings import Placings
from tests.server.serving import (
    KEY,
    PATIENCE_S,
    Server,
    Sitting,
    answer,
    frame,
    serving,
    sitting,
    socket,
)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("erasing")) as running:
        yield running


def played(server: Server) -> Sitting:
    """A session that is over, in which somebody said something."""
    table = sitting(server).begin_talk()
    with socket(server, table.passes["council"]) as made:
        command = {"type": "say", "text": "Between us: the registry is empty."}
        assert answer(made, {"id": "1", "command": command})["type"] == "done"
    table.facilitator.post(f"/api/sessions/{table.session}/end", {})
    return table


def closing(made: ClientConnection) -> int | None:
    """The code with which the server closes a socket."""
    try:
        while True:
            made.recv(timeout=PATIENCE_S)
    except ConnectionClosed as closed:
        return None if closed.rcvd is None else int(closed.rcvd.code)


def test_nothing_is_erased_while_people_play(server: Server) -> None:
    table = sitting(server)
    for what in ("forget", "delete"):
        refused = table.facilitator.ask(f"/api/sessions/{table.session}/{what}", {})
        assert (refused.status, refused.reason) == (409, "not_over")
    assert server.client(table.passes["council"]).ask(
        f"/api/people/{table.people['council']}/view"
    ).status == 200  # fmt: skip


def test_forgotten_people_leave_no_name_and_no_word_and_the_log_can_be_read(server: Server) -> None:
    table = played(server)
    before = taken(table.log())
    path = f"/api/sessions/{table.session}"
    # given that somebody and the facilitator look on
    with (
        socket(server, table.passes["council"]) as player,
        socket(server, table.facilitator.secret) as staff,
    ):
        assert frame(player, "view")
        assert frame(staff, "view")
        # when the people are forgotten
        table.facilitator.post(f"{path}/forget", {})
        # then the one is shut out for good, and the other comes back
        assert (closing(player), closing(staff)) == (4410, 1012)
    council = server.client(table.passes["council"])
    assert council.ask(f"/api/people/{table.people['council']}/view").status == 401
    seen = table.facilitator.ask(path).body
    assert b"Person of" not in seen
    assert b"(erased)" in seen
    # and the same entries are there, without words
    after = taken(table.log())
    assert after.entries == before.entries
    assert (len(before.wordings), after.wordings) == (1, ())
    course = convert(
        table.facilitator.get(f"/api/tables/{table.table}/course")["entries"], type=list[object]
    )
    assert len(course) == len(before.entries)


def test_people_stay_forgotten_after_a_restart(tmp_path: Path) -> None:
    with serving(tmp_path) as server:
        table = played(server)
        table.facilitator.post(f"/api/sessions/{table.session}/forget", {})
        server.stop()
        server.again()
        assert b"Person of" not in table.facilitator.ask(f"/api/sessions/{table.session}").body
        assert taken(table.log()).wordings == ()


def test_a_deleted_session_is_gone_for_everybody(server: Server) -> None:
    table, other = played(server), played(server)
    table.facilitator.post(f"/api/sessions/{table.session}/delete", {})
    assert table.facilitator.ask(f"/api/sessions/{table.session}").status == 401
    assert table.facilitator.ask(f"/api/tables/{table.table}/log").status == 404
    assert other.facilitator.ask(f"/api/tables/{other.table}/log").status == 200


def keeps(server: Server, table: Sitting) -> list[Path]:
    """Have estimates of a table kept, as if they had been worked out: where they lie."""
    entries = taken(table.log()).entries
    last, laid = points_of(entries)[-1].hash, folded(entries[:1]).table
    spread = Placings(server.folder).key(laid.digest, laid)
    files = [
        server.folder / "curves" / f"{last}.json",
        server.folder / "curves" / f"{entries[-2].hash}.json",  # of when the game still ran
        server.folder / "alternatives" / f"{last}-3.json",
        server.folder / "placings" / f"{spread}.json",
    ]
    for one in files:
        one.parent.mkdir(exist_ok=True)
        one.write_text("{}", encoding="utf-8")
    return files


def test_what_was_worked_out_goes_with_the_session(tmp_path: Path) -> None:
    with serving(tmp_path) as server:
        table, other = played(server), played(server)
        other_files = keeps(server, other)
        files = keeps(server, table)
        table.facilitator.post(f"/api/sessions/{table.session}/delete", {})
        # both were laid alike: what is known of games like theirs stays for the other
        assert [one.exists() for one in files] == [False, False, False, True]
        assert all(one.exists() for one in other_files)
        other.facilitator.post(f"/api/sessions/{other.session}/delete", {})
        assert not any(one.exists() for one in other_files)


def test_what_was_worked_out_stays_while_another_session_holds_the_same_log(
    tmp_path: Path,
) -> None:
    with serving(tmp_path) as server:
        table = played(server)
        files = keeps(server, table)
        again = server.client(KEY).post("/api/logs", table.log())
        table.facilitator.post(f"/api/sessions/{table.session}/delete", {})
        assert all(one.exists() for one in files)
        holder = server.client(str(again["pass"]))
        holder.post(f"/api/sessions/{again['session']}/delete", {})
        assert not any(one.exists() for one in files)
