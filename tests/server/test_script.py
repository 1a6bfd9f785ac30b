"""Injects over real sockets: the script, sheets in and out, dry runs, and who hears of a card."""

from collections.abc import Iterator

import pytest
from msgspec import json

from game.script import LineSpec, LineWords
from game.standings import Status
from game.vocabulary import Phase, SeatId
from server.protocol.script import DryRun, Script, SheetSeen
from tests.server.serving import Reply, Server, Sitting, answer, frame, serving, sitting, socket

LINE = {"number": 10, "phase": "talk", "to": ["library"]}
TEXT = "The river rises\nBy noon it is in the street.\nCall each other\nSee who calls first\nAsk"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("script")) as running:
        yield running


def script(table: Sitting) -> Script:
    return json.decode(table.facilitator.ask(f"/api/tables/{table.table}/script").body, type=Script)


def dry_run(table: Sitting, command: object) -> DryRun:
    path = f"/api/tables/{table.table}/dry-run"
    return json.decode(table.facilitator.ask(path, {"command": command}).body, type=DryRun)


def sheet(table: Sitting, do: str, csv: str) -> Reply:
    return table.facilitator.ask(f"/api/tables/{table.table}/script/{do}", {"csv": csv})


def seen(table: Sitting, csv: str) -> SheetSeen:
    return json.decode(sheet(table, "look", csv).body, type=SheetSeen)


def page_of(server: Server, table: Sitting, seat: str) -> bytes:
    """Everything that a seat can read of its table."""
    client, person = server.client(table.passes[seat]), table.people[seat]
    paths = ("view", "lines?before=999")
    return b"".join(client.ask(f"/api/people/{person}/{path}").body for path in paths)


def test_a_line_is_written_laid_and_told_to_those_it_is_for(server: Server) -> None:
    table = sitting(server).begin_talk()
    assert table.control("set_line", line=LINE, text=TEXT)["type"] == "done"
    (row,) = script(table).lines
    assert row.line == LineSpec(number=10, phase=Phase.TALK, to=(SeatId("library"),))
    assert row.words.expected == "Call each other"
    assert (row.own, row.standing.status) == (True, Status.DUE)
    # when it is laid
    words = "The river rises\nBy noon it is in the street."
    assert table.control("fire_line", number=10, text=words)["type"] == "done"
    # then the one it is for reads the card, and nobody what is behind it
    assert b"The river rises" in page_of(server, table, "library")
    for seat in ("council", "archive"):
        assert b"river" not in page_of(server, table, seat)
        assert b"line_10" not in page_of(server, table, seat)
    for seat in table.people:
        assert b"See who calls first" not in page_of(server, table, seat)
    now = script(table)
    assert now.lines[0].standing.status is Status.DONE
    (one,) = now.executed
    assert (one.number, one.to, one.planned_ms is None) == (10, ("library",), False)
    assert one.words is not None
    assert now.words[one.words] == words
    # and what was expected is timed when the facilitator says that it came
    assert table.control("judge_line", number=10)["type"] == "done"
    assert (script(table).executed[0].met, script(table).lines[0].standing.met) == (True, True)


def test_neither_screen_nor_observer_nor_the_debrief_of_others_shows_a_card_for_some(
    server: Server,
) -> None:
    table = sitting(server).begin_talk()
    link = table.facilitator.post(f"/api/sessions/{table.session}/link", {"kind": "screen"})
    code = str(link["address"]).partition("#")[2]
    screen = str(server.client().post("/api/links", {"code": code, "bearer": True})["pass"])
    written = {"id": "note", "kind": "citizen"}
    with socket(server, screen) as made:
        before = frame(made, "view")
        assert (
            table.control("inject", written=written, text="Psst", to=["library"])["type"] == "done"
        )
        assert table.control("speak", text="All of you")["type"] == "done"
        after = frame(made, "view")
    assert "Psst" not in json.encode(after).decode()
    # not even the number of the view tells that there was one more
    assert [after["version"], before["version"]] in ([2, 1], [3, 2])
    assert table.control("end_game", text="Enough")["type"] == "done"
    last = len(table.log().splitlines())
    path = f"/api/tables/{table.table}"
    for seat, sees in (("library", True), ("council", False)):
        client = server.client(table.passes[seat])
        moments = [client.ask(f"{path}/at/{version}").body for version in range(1, last)]
        assert any(b"Psst" in one for one in moments) == sees


def test_a_dry_run_says_what_would_happen_and_nothing_does(server: Server) -> None:
    table = sitting(server).begin_talk()
    before = table.log()
    command = {"type": "adjust_track", "track": "support", "to": 9, "text": "To see"}
    found = dry_run(table, command)
    (change,) = (one for one in found.changes if one.of == "support")
    assert change.after == 9
    assert [one.viewer for one in found.audience if one.sees] == [
        "council", "library", "archive", "observer", "screen",
    ]  # fmt: skip
    assert found.undo is not None
    assert found.undo["to"] == change.before
    written = {"id": "note", "kind": "citizen"}
    found = dry_run(
        table, {"type": "inject", "written": written, "text": "Psst", "to": ["council"]}
    )
    assert [one.viewer for one in found.audience if one.sees] == ["council"]
    (line,) = found.audience[0].lines
    assert line.text is not None
    assert found.words[line.text] == "Psst"
    refused = dry_run(table, {"type": "adjust_track", "track": "rating", "to": 9, "text": "W"})
    assert (refused.reason, refused.changes) == ("too_early", ())
    assert table.log() == before


@pytest.mark.parametrize(
    "command",
    [
        {"type": "plan"},
        {"type": "inject", "to": "all"},
        {"type": "set_line"},
        {},
        {"type": "rewind"},
    ],
)
def test_what_is_no_control_is_said_to_be_none(server: Server, command: object) -> None:
    table = sitting(server, seats=False)
    reply = table.facilitator.ask(f"/api/tables/{table.table}/dry-run", {"command": command})
    assert (reply.status, reply.reason) == (400, "malformed")


def test_a_sheet_goes_out_and_comes_in_after_a_look(server: Server) -> None:
    table, other = sitting(server), sitting(server)
    assert table.control("set_line", line=LINE, text=TEXT)["type"] == "done"
    out = table.facilitator.ask(f"/api/tables/{table.table}/script.csv")
    assert out.headers["content-type"].startswith("text/csv")
    csv = out.body.decode("utf-8")
    (row,) = seen(other, csv).rows
    assert (row.row, row.number, row.headline, row.does) == (2, 10, "The river rises", "new")
    assert script(other).lines == ()
    assert sheet(other, "take", csv).value() == {"taken": 1, "left": 0}
    assert script(other).lines[0].words == script(table).lines[0].words
    # once more it changes nothing; changed it is written anew; laid it stays
    assert seen(other, csv).rows[0].does == "same"
    assert sheet(other, "take", csv).value() == {"taken": 0, "left": 1}
    anew = csv.replace("The river rises", "The river falls")
    assert seen(other, anew).rows[0].does == "changed"
    other.begin_talk()
    assert other.control("fire_line", number=10, text="H")["type"] == "done"
    assert seen(other, anew).rows[0].does == "laid"
    assert sheet(other, "take", anew).value() == {"taken": 0, "left": 1}


def test_a_sheet_with_a_fault_is_told_and_not_taken(server: Server) -> None:
    table = sitting(server)
    csv = "number,headline,round\n1,A,1\n2,B,99\n3,,\n"
    found = seen(table, csv)
    assert [one.row for one in found.rows] == [2]
    assert [(one.row, one.column) for one in found.faults] == [(3, "round"), (4, "headline")]
    reply = sheet(table, "take", csv)
    assert (reply.status, reply.reason) == (400, "faults")
    assert b"Nothing was taken. Row 3, round: 99 is not between 1 and 12" in reply.body
    assert script(table).lines == ()
    empty = sheet(table, "take", "")
    assert (empty.status, b"The sheet is empty" in empty.body) == (400, True)


def test_a_session_that_is_over_keeps_its_script(server: Server) -> None:
    table = sitting(server)
    table.facilitator.post(f"/api/sessions/{table.session}/end", {})
    reply = sheet(table, "take", "number,headline\n1,A\n")
    assert (reply.status, reply.reason) == (409, "session_over")
    assert script(table).lines == ()


def test_the_autopilot_lays_the_lines_that_it_may_and_no_others(server: Server) -> None:
    table = sitting(server).begin_talk()
    for number, auto in ((1, False), (2, True), (3, True)):
        line = {
            "number": number,
            "phase": "talk",
            "auto": auto,
            "after_s": number - 2 if auto else 0,
        }
        assert table.control("set_line", line=line, text=f"Line {number}")["type"] == "done"
    with socket(server, table.facilitator.secret) as made:
        body = {"id": "a", "table": table.table, "command": {"type": "set_autopilot", "on": True}}
        assert answer(made, body)["type"] == "done"
        while [one.number for one in script(table).executed] != [2, 3]:
            frame(made)  # fails after a while without any
    assert {one.via for one in script(table).executed} == {"clock"}
    assert "Line 3" in script(table).words.values()
    assert b'"Line 2' in page_of(server, table, "council")


def test_the_autopilot_lays_a_line_that_poses_a_choice_with_what_its_options_are_called(
    server: Server,
) -> None:
    table = sitting(server).begin_talk()
    sheet_of_one = (
        "number,phase,headline,choice,option_1,option_2,auto\n1,talk,Which?,all,Wait,Go,yes"
    )
    assert sheet(table, "take", sheet_of_one).status == 200
    assert seen(table, sheet_of_one).rows[0].does == "same"
    with socket(server, table.facilitator.secret) as made:
        body = {"id": "a", "table": table.table, "command": {"type": "set_autopilot", "on": True}}
        assert answer(made, body)["type"] == "done"
        while not script(table).executed:
            frame(made)  # fails after a while without any
    assert b"Which?\\nWait\\nGo" in page_of(server, table, "library")


def test_the_script_of_a_ruleset_lies_ready_and_its_words_are_the_facilitator_s(
    server: Server,
) -> None:
    table = sitting(server, seats=False, ruleset="newborn", players=5)
    row = next(one for one in script(table).lines if one.line.number == 10)
    assert (row.own, row.words.headline) == (False, '"Who of you is my partner here?"')
    assert row.standing.status is Status.WAITING
    view = table.facilitator.ask(f"/console/{table.session}").body.decode()
    board = view.partition('"board": "')[2] or view.partition("/board/")[2]
    digest = board.partition("/board/")[2] or board
    words = server.client().ask(f"/board/{digest.split(chr(34))[0]}")
    assert words.status == 200
    assert b"midwife has heard" not in words.body
    assert script(table).lines[0].words != LineWords()


def test_a_script_outlives_the_server(server: Server) -> None:
    table = sitting(server).begin_talk()
    assert table.control("set_line", line=LINE, text=TEXT)["type"] == "done"
    assert table.control("fire_line", number=10, text="H")["type"] == "done"
    before = script(table)
    server.kill()
    server.again()
    assert script(table).executed == before.executed
    assert script(table).lines[0].words == before.lines[0].words
