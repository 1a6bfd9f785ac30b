"""What the console does about people and points, over real sockets: who acted last, counts, checks,
looks over a shoulder, rewinds, and people who are removed and come back.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import convert, json
from websockets.sync.client import ClientConnection, connect

from server.cli import main
from tests.server.serving import Server, Sitting, answer, frame, serving, sitting, socket

Part = dict[str, object]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("attention")) as running:
        yield running


def part(value: object, *path: str) -> Part:
    """A part of a value from the wire."""
    for name in path:
        value = convert(value, type=Part)[name]
    return convert(value, type=Part)


def parts(value: object) -> list[Part]:
    return convert(value, type=list[Part])


def view(table: Sitting) -> Part:
    """The facilitator's newest view."""
    return part(table.facilitator.get(f"/api/sessions/{table.session}/view"), "view")


def do(table: Sitting, seat: str, kind: str, **fields: object) -> Part:
    """A seat does a command."""
    table.asked += 1
    body = {"id": f"s{table.asked}", "command": {"type": kind, **fields}}
    client = table.server.client(table.passes[seat])
    return client.post(f"/api/people/{table.people[seat]}/command", body)


def own_view(table: Sitting, seat: str) -> Part:
    client = table.server.client(table.passes[seat])
    return part(client.get(f"/api/people/{table.people[seat]}/view"), "view")


def until(made: ClientConnection, wanted: object) -> Part:
    """The next view whose clock counts down like this."""
    while True:
        seen = part(frame(made, "view"), "view")
        if part(seen, "clock")["resumes_s"] == wanted:
            return seen


# --- who needs a hand


def test_the_facilitator_alone_sees_who_acted_last_and_who_dealt_with_whom(server: Server) -> None:
    table = sitting(server).begin_talk()
    do(table, "council", "place_token", **{"with": "library"})
    table.control("act_for", seat="archive", command={"type": "done"}, text="its phone is broken")
    activity = part(view(table), "activity")
    told = {str(one["seat"]): (one["type"], one["via"]) for one in parts(activity["seats"])}
    assert told == {"council": ("place_token", "person"), "archive": ("done", "facilitator")}
    assert [(one["a"], one["b"]) for one in parts(activity["pairs"])] == [("council", "library")]
    assert own_view(table, "council")["activity"] is None


def test_what_the_facilitator_did_for_a_seat_is_told_with_its_reason_to_that_seat(
    server: Server,
) -> None:
    table = sitting(server).begin_talk()
    said = {"type": "say", "text": "We agree"}
    assert table.control("act_for", seat="council", command=said, text="no voice")["type"] == "done"
    for seat, kind, reason in (
        ("council", "acted_for_what", "no voice"),
        ("archive", "acted_for", None),
    ):
        seen = own_view(table, seat)
        lines, words = parts(seen["lines"])[-2:], part(seen, "words")
        assert [one["kind"] for one in lines] == [kind, "said"]
        assert words.get(str(lines[0].get("text"))) == reason
        assert words[str(lines[1]["text"])] == "We agree"
    assert b"no voice" not in json.encode(own_view(table, "archive"))


def test_a_question_and_its_answer_stay_between_a_seat_and_the_facilitator(server: Server) -> None:
    table = sitting(server).begin_talk()
    do(table, "council", "ask_help", text="What is a directive?")
    asked = next(one for one in parts(part(view(table), "staff")["seats"]) if one["asks_help"])
    assert part(view(table), "words")[str(asked["help_text"])] == "What is a directive?"
    table.control("settle_help", seat="council", text="See the map")
    assert b"See the map" in json.encode(own_view(table, "council"))
    for other in ("archive", "library"):
        seen = json.encode(own_view(table, other))
        assert b"directive?" not in seen
        assert b"See the map" not in seen


# --- counting down


def test_play_goes_on_after_a_count_that_every_screen_shows(server: Server) -> None:
    table = sitting(server).begin_talk()
    table.control("pause", text="Coffee")
    link = table.facilitator.post(f"/api/sessions/{table.session}/link", {"kind": "screen"})
    code = str(link["address"]).partition("#")[2]
    screen = str(server.client().post("/api/links", {"code": code, "bearer": True})["pass"])
    with socket(server, table.passes["council"]) as made, socket(server, screen) as wall:
        for device in (made, wall):
            until(device, None)
        path = f"/api/sessions/{table.session}/countdown"
        table.facilitator.post(path, {"table": table.table, "seconds": 1})
        for device in (made, wall):
            assert part(until(device, 1), "public")["paused"] is True
            assert part(until(device, None), "public")["paused"] is False
    assert b'"type":"resume"' in table.log()


@pytest.mark.parametrize("stop", ["zero", "emergency"])
def test_a_count_is_taken_back_by_zero_and_by_another_pause(server: Server, stop: str) -> None:
    table = sitting(server).begin_talk()
    path = f"/api/sessions/{table.session}/countdown"
    refused = table.facilitator.ask(path, {"seconds": 5})
    assert (refused.status, refused.reason) == (409, "not_paused")
    table.control("pause")
    table.facilitator.post(path, {"seconds": 60})
    assert part(view(table), "clock")["resumes_s"] == 60
    if stop == "zero":
        table.facilitator.post(path, {"seconds": 0})
    else:
        table.control("pause", emergency=True)
    assert part(view(table), "clock")["resumes_s"] is None
    assert part(view(table), "public")["paused"] is True


# --- does everybody receive and answer?


def test_a_check_shows_who_received_it_and_who_answered(server: Server) -> None:
    table = sitting(server)
    path = f"/api/sessions/{table.session}/check"
    table.facilitator.post(path, {"on": True})
    check = part(own_view(table, "council"), "session", "check")
    assert "people" not in check
    for seat, tapped in (("council", True), ("council", False), ("archive", False)):
        client, body = server.client(table.passes[seat]), {"id": check["id"], "tapped": tapped}
        client.post(f"/api/people/{table.people[seat]}/check", body)
    late = server.client(table.passes["library"])
    late.post(f"/api/people/{table.people['library']}/check", {"id": "gone", "tapped": True})
    people = parts(part(view(table), "session", "check")["people"])
    names = {person: seat for seat, person in table.people.items()}
    found = {names[str(one["person"])]: one["tapped_ms"] is not None for one in people}
    assert found == {"council": True, "archive": False}
    assert all(isinstance(one["shown_ms"], int) for one in people)
    table.facilitator.post(path, {"on": False})
    assert "check" not in part(own_view(table, "council"), "session")


def test_a_check_from_before_the_start_ends_with_it(server: Server) -> None:
    table = sitting(server)
    path = f"/api/sessions/{table.session}/check"
    table.facilitator.post(path, {"on": True})
    table.begin_talk()
    assert "check" not in part(own_view(table, "council"), "session")
    table.facilitator.post(path, {"on": True})
    table.control("next_phase")
    assert "check" in part(own_view(table, "council"), "session")


# --- over a shoulder


def test_a_look_is_in_the_log_before_it_shows_a_seat_s_own_view_and_does_nothing(
    server: Server,
) -> None:
    table = sitting(server).begin_talk()
    table.control("look_over", seat="council", text="It seems lost")
    look = parts(part(view(table), "staff")["looks"])[-1]["version"]
    before = table.log()
    assert b"looked_over" in before
    headers = {"Authorization": f"Bearer {table.facilitator.secret}"}
    path = f"{table.session}/{table.table}/{look}"
    address = f"ws://127.0.0.1:{server.port}/socket/shoulder/{path}"
    with connect(address, additional_headers=headers, proxy=None, max_size=None) as made:
        seen = part(frame(made, "view"), "view")
        assert (seen["kind"], seen["seat"]) == ("seat", "council")
        assert seen == own_view(table, "council")
        said = answer(made, {"id": "1", "command": {"type": "done"}})
        assert (said["type"], said["reason"]) == ("refused", "not_here")
        assert answer(made, {"id": "2", "older": 3})["type"] == "lines"
        assert answer(made, {"pass": "again"})["type"] == "error"
    assert table.log() == before
    page = table.facilitator.ask(f"/shoulder/{path}")
    assert (page.status, b"looking" in page.body) == (200, True)
    briefs = f"/api/sessions/{table.session}/looks/{table.table}/{look}/briefs"
    assert list(part(table.facilitator.get(briefs), "briefs")) == ["council"]


def test_without_a_look_in_the_log_and_after_its_round_no_shoulder_is_open(server: Server) -> None:
    table = sitting(server).begin_talk()
    never = table.facilitator.ask(f"/shoulder/{table.session}/{table.table}/3")
    assert never.status == 410
    table.control("look_over", seat="council", text="It seems lost")
    look = parts(part(view(table), "staff")["looks"])[-1]["version"]
    path = f"/shoulder/{table.session}/{table.table}/{look}"
    assert server.client(table.passes["archive"]).ask(path).status == 403
    assert server.client().ask(path).status == 401
    for _ in range(4):
        table.control("next_phase")
    assert part(view(table), "public")["round"] == 2
    assert table.facilitator.ask(path).status == 410
    assert part(own_view(table, "council"), "public")["looks"] == []
    table.control("end_game", text="Time is up")
    told = parts(part(own_view(table, "archive"), "public")["looks"])
    assert [(one["seat"], one["round"], one["phase"]) for one in told] == [("council", 1, "talk")]


# --- back to a point


def points(table: Sitting) -> list[Part]:
    return parts(table.facilitator.get(f"/api/tables/{table.table}/points")["points"])


def test_a_rewind_goes_to_a_named_point_after_a_trial_and_the_log_stays_sound(
    server: Server, tmp_path: Path
) -> None:
    table = sitting(server).begin_talk()
    do(table, "council", "place_token", **{"with": "library"})
    table.control("mark_moment", text="The first trust")
    do(table, "archive", "say", text="Nothing yet")
    table.control("next_phase")
    # when the console asks where to
    found = points(table)
    kinds = [(one["kind"], one["round"], one["phase"]) for one in found]
    assert kinds == [("mark", 1, "talk"), ("phase", 1, "talk"), ("round", 1, "briefing")]
    # and tries one
    path, to = f"/api/tables/{table.table}/rewind", convert(found[0]["version"], type=int)
    before = table.log()
    trial = table.facilitator.get(f"{path}/{to}")
    assert trial["by"] == {"archive": 1, "facilitator": 1}
    assert [one["type"] for one in parts(trial["entries"])] == ["say", "next_phase"]
    assert "Nothing yet" in part(trial, "words").values()
    assert (part(trial, "then")["phase"], part(trial, "now")["phase"]) == ("talk", "plan")
    assert table.log() == before
    for wrong in (99_999, 0, "x"):
        assert table.facilitator.ask(f"{path}/{wrong}").status == 404
    # then the game goes there, tells everybody why, and the log is whole
    table.control("rewind", to=to, text="We misread the rule")
    seen = own_view(table, "archive")
    assert part(seen, "public")["set_back"] is True
    line = parts(seen["lines"])[-1]
    assert (line["kind"], line["params"]) == ("rewound", {"round": 1, "phase": "talk"})
    assert part(seen, "words")[str(line["text"])] == "We misread the rule"
    table.control("resume")
    assert part(own_view(table, "archive"), "public")["set_back"] is False
    file = tmp_path / "game.jsonl"
    file.write_bytes(table.log())
    assert main(["verify", str(file)]) == 0
    # and what was set aside is no point any more
    assert [one["kind"] for one in points(table)] == ["mark", "phase", "round"]
    assert table.facilitator.ask(f"{path}/{to + 1}").status == 404


# --- removed, and back


def test_who_was_removed_is_let_back_in_with_the_same_pass_and_the_same_seat(
    server: Server,
) -> None:
    table = sitting(server).begin_talk()
    path, council = f"/api/sessions/{table.session}/person", table.people["council"]
    seat = server.client(table.passes["council"])
    early = table.facilitator.ask(path, {"person": council, "do": "readmit"})
    assert early.status == 404
    table.facilitator.post(path, {"person": council, "do": "remove"})
    assert seat.ask(f"/api/people/{council}/view").status == 401
    gone = parts(part(view(table), "session")["left"])
    kept = {"table": table.table, "seat": "council", "shares": False}
    assert gone == [{"person": council, "name": "Person of council", **kept}]
    table.facilitator.post(path, {"person": council, "do": "readmit"})
    assert own_view(table, "council")["seat"] == "council"
    assert part(view(table), "session")["left"] == []


def test_who_comes_back_to_a_seat_that_was_given_away_waits(server: Server) -> None:
    table = sitting(server).begin_talk()
    path, council = f"/api/sessions/{table.session}/person", table.people["council"]
    table.facilitator.post(path, {"person": council, "do": "remove"})
    late = table.join(None, "Olga").value()["person"]
    body = {"table": table.table, "seat": "council", "person": late}
    table.facilitator.post(f"/api/sessions/{table.session}/seat", body)
    table.facilitator.post(path, {"person": council, "do": "readmit"})
    assert own_view(table, "council")["kind"] == "waiting"
