"""Leading a debrief: plans, where it stands on every screen, and what people answer."""

from collections.abc import Iterator

import pytest
from msgspec import convert, json

from tests.server.serving import Client, Server, Sitting, serving, sitting

CLIP = {
    "id": "c1",
    "version": 3,
    "kind": "added",
    "title": "Round 1, talk",
    "question": "Who knew?",
    "minutes": 4,
    "poll": {"question": "What would you have done?", "options": ["Tell all", "Wait"]},
}
PHASES = [{"id": "feelings", "minutes": 5}, {"id": "why", "prompt": "Why so?", "minutes": 10}]
PLAN: dict[str, object] = {"clips": [CLIP], "model": "six", "phases": PHASES}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("leading")) as running:
        yield running


def ended(server: Server) -> Sitting:
    table = sitting(server).begin_talk()
    assert table.control("end_game", text="Enough for a test.")["type"] == "done"
    return table


def planned(server: Server) -> Sitting:
    table = ended(server)
    body = {"revision": 0, "plan": PLAN}
    assert table.facilitator.post(path(table, "playlist"), body)["revision"] == 1
    return table


def path(table: Sitting, what: str) -> str:
    return f"/api/tables/{table.table}/{what}"


def lead(table: Sitting, **asked: object) -> dict[str, object]:
    return convert(
        table.facilitator.post(path(table, "lead"), asked)["lead"], type=dict[str, object]
    )


def told(client: Client, address: str) -> dict[str, object]:
    """What a view says of the debrief."""
    view = convert(client.get(address)["view"], type=dict[str, object])
    session = convert(view["session"], type=dict[str, object])
    (found,) = convert(session.get("leads", []), type=list[dict[str, object]])
    return found


def answer(server: Server, table: Sitting, seat: str, **said: str) -> dict[str, object]:
    answers = {name.replace("_", ":", 1): words for name, words in said.items()}
    client = server.client(table.passes[seat])
    return client.post(f"/api/people/{table.people[seat]}/answers", {"answers": answers})


def test_a_plan_is_kept_and_is_there_after_a_restart(server: Server) -> None:
    table = planned(server)
    lead(table, clip="c1", phase="why", follow=True, version=3)
    server.stop()
    server.again()
    plan = convert(table.facilitator.get(path(table, "playlist"))["plan"], type=dict[str, object])
    (clip,) = convert(plan["clips"], type=list[dict[str, object]])
    assert clip == CLIP
    now = convert(table.facilitator.get(path(table, "lead"))["lead"], type=dict[str, object])
    assert (now["version"], now["follow"]) == (3, True)
    assert convert(now["phase"], type=dict[str, object])["prompt"] == "Why so?"


def test_a_plan_that_was_changed_elsewhere_meanwhile_is_not_overwritten(server: Server) -> None:
    table = planned(server)
    reply = table.facilitator.ask(path(table, "playlist"), {"revision": 0, "plan": {}})
    assert (reply.status, reply.reason) == (409, "changed")
    assert table.facilitator.get(path(table, "playlist"))["revision"] == 1


@pytest.mark.parametrize(
    ("plan", "where"),
    [
        ({"clips": [CLIP, CLIP]}, "clips"),
        ({"clips": [CLIP | {"version": 5000}]}, "clips[0].version"),
        ({"clips": [CLIP | {"version": 0}]}, "clips[0].version"),
        ({"phases": [*PHASES, *PHASES]}, "phases"),
        ({"clips": [CLIP | {"poll": {"question": "?", "options": ["one"]}}]}, "poll"),
    ],
)
def test_a_plan_that_cannot_be_is_refused_with_the_place(
    server: Server, plan: object, where: str
) -> None:
    table = ended(server)
    reply = table.facilitator.ask(path(table, "playlist"), {"revision": 0, "plan": plan})
    assert (reply.status, reply.reason) == (400, "malformed")
    assert where in str(convert(reply.value()["error"], type=dict[str, object])["where"])


def test_phones_and_the_room_display_are_told_where_the_debrief_stands(server: Server) -> None:
    table = planned(server)
    link = table.facilitator.post(f"/api/sessions/{table.session}/link", {"kind": "screen"})
    code = str(link["address"]).partition("#")[2]
    screen = server.client(
        str(server.client().post("/api/links", {"code": code, "bearer": True})["pass"])
    )
    lead(table, follow=True, version=3, clip="c1", box_s=60)
    for seat, person in table.people.items():
        client = server.client(table.passes[seat])
        found = told(client, f"/api/people/{person}/view")
        assert (found["follow"], found["version"]) == (True, 3)
        assert convert(found["clip"], type=dict[str, object])["question"] == "Who knew?"
    now = screen.get(path(table, "lead"))
    shown = convert(now["lead"], type=dict[str, object])
    box = convert(shown["box"], type=dict[str, int])
    assert 0 < box["ends_ms"] - convert(now["now_ms"], type=int) <= 60_000
    assert screen.get(path(table, "at/3?eyes=public"))["version"] == 3
    assert screen.ask(path(table, "at/3?eyes=council")).status == 403
    assert screen.ask(path(table, "playlist")).status == 403


def test_nothing_is_led_before_the_game_is_over(server: Server) -> None:
    table = sitting(server).begin_talk()
    reply = table.facilitator.ask(path(table, "lead"), {"follow": True})
    assert (reply.status, reply.reason) == (409, "not_over")
    assert server.client(table.passes["council"]).ask(path(table, "lead")).reason == "not_over"
    mine = f"/api/people/{table.people['council']}/answers"
    reply = server.client(table.passes["council"]).ask(
        mine, {"answers": {"reflection:surprise": "x"}}
    )
    assert (reply.status, reply.reason) == (409, "not_over")


@pytest.mark.parametrize(
    "asked",
    [{"clip": "none"}, {"phase": "none"}, {"speaks": "none"}, {"version": 9000}, {"poll": "open"}],
)
def test_no_debrief_stands_where_nothing_is(server: Server, asked: dict[str, object]) -> None:
    table = planned(server)
    reply = table.facilitator.ask(path(table, "lead"), asked)
    assert (reply.status, reply.reason) == (400, "malformed")


def test_what_is_taken_out_of_the_plan_is_shown_no_longer(server: Server) -> None:
    table = planned(server)
    lead(table, clip="c1", phase="feelings", poll="open")
    table.facilitator.post(path(table, "playlist"), {"revision": 1, "plan": {}})
    now = convert(table.facilitator.get(path(table, "lead"))["lead"], type=dict[str, object])
    assert (now["clip"], now["phase"], now["poll"]) == (None, None, None)


def test_a_poll_is_counted_and_its_counts_are_told_once_they_are_shown(server: Server) -> None:
    table = planned(server)
    client, person = server.client(table.passes["council"]), table.people["council"]
    at = f"/api/people/{person}/answers"
    reply = client.ask(at, {"answers": {"poll:c1": "0"}})
    assert (reply.status, reply.reason) == (400, "malformed")  # not open yet
    lead(table, clip="c1", poll="open")
    answer(server, table, "council", poll_c1="0")
    answer(server, table, "library", poll_c1="1")
    answer(server, table, "library", poll_c1="0")  # another mind
    assert client.ask(at, {"answers": {"poll:c1": "2"}}).status == 400
    found = told(client, f"/api/people/{person}/view")
    assert (found["answered"], found["asked"]) == (2, 3)
    assert convert(found["poll"], type=dict[str, object])["counts"] is None
    shown = lead(table, clip="c1", poll="shown")
    assert convert(shown["poll"], type=dict[str, object])["counts"] == [2, 0]


def test_answers_are_told_without_names_and_can_be_taken_back(server: Server) -> None:
    table = planned(server)
    lead(table, form="reflection")
    answer(server, table, "council", reflection_strength="We told each other early.\x07")
    answer(server, table, "library", reflection_strength="Our map.", feedback_useful="4")
    answer(server, table, "archive", reflection_surprise="The court.")
    own = answer(server, table, "archive", reflection_surprise="  ")
    assert own["answers"] == {}
    raw = table.facilitator.ask(path(table, "collected")).body
    found = json.decode(raw, type=dict[str, object])
    assert found["answers"] == {
        "feedback:useful": ["4"],
        "reflection:strength": ["Our map.", "We told each other early."],
    }
    assert found["people"] == 2
    assert not any(person.encode() in raw for person in table.people.values())
    now = convert(table.facilitator.get(path(table, "lead"))["lead"], type=dict[str, object])
    assert (now["answered"], now["asked"]) == (2, 3)


def test_people_answer_for_the_table_that_they_name_and_for_no_other(server: Server) -> None:
    table, other = planned(server), planned(server)
    client, person = server.client(table.passes["council"]), table.people["council"]
    at = f"/api/people/{person}/answers"
    said = {"answers": {"feedback:keep": "The map."}, "table": table.table}
    assert client.post(at, said)["answers"] == {"feedback:keep": "The map."}
    assert client.get(f"{at}?table={table.table}")["answers"] == {"feedback:keep": "The map."}
    reply = client.ask(at, said | {"table": other.table})
    assert (reply.status, reply.reason) == (409, "no_seat")


def test_whoever_plays_on_at_a_fork_hears_of_the_debrief_of_its_parent(server: Server) -> None:
    table = planned(server)
    body = {"version": 5, "text": "Once more.", "name": "Line two"}
    forked = table.facilitator.ask(f"/api/tables/{table.table}/fork", body)
    assert forked.status == 200, forked.body
    lead(table, follow=True, version=3)
    client, person = server.client(table.passes["council"]), table.people["council"]
    found = told(client, f"/api/people/{person}/view")
    assert (found["table"], found["version"]) == (table.table, 3)
    said = {"answers": {"feedback:keep": "The map."}, "table": table.table}
    assert client.post(f"/api/people/{person}/answers", said)["answers"] == said["answers"]


@pytest.mark.parametrize(
    "said", [{"feedback:useful": "6"}, {"feedback:none": "1"}, {"x": "y"}, {"poll:none": "0"}]
)
def test_an_answer_to_nothing_is_refused(server: Server, said: dict[str, str]) -> None:
    table = ended(server)
    client = server.client(table.passes["council"])
    at = f"/api/people/{table.people['council']}/answers"
    reply = client.ask(at, {"answers": said})
    assert (reply.status, reply.reason) == (400, "malformed")


def test_causes_tell_players_and_control_apart_to_whoever_may_read(server: Server) -> None:
    table = sitting(server).begin_talk()
    asked = {"track": "support", "to": 9, "text": "To see it."}
    assert table.control("adjust_track", **asked)["type"] == "done"
    assert table.control("end_game", text="Enough.")["type"] == "done"
    for client in (table.facilitator, server.client(table.passes["council"])):
        found = convert(client.get(path(table, "causes"))["changes"], type=list[dict[str, object]])
        assert [one["cause"] for one in found if one["measure"] == "support"][-1] == "control"


def test_suggestions_tell_all_what_all_could_read(server: Server) -> None:
    table = sitting(server).begin_talk()
    assert table.control("mark_moment", text="They went silent.")["type"] == "done"
    assert table.control("end_game", text="Enough.")["type"] == "done"
    found = table.facilitator.get(path(table, "playlist"))
    told_of = convert(found["suggestions"], type=list[dict[str, object]])
    (marked,) = (one for one in told_of if one["kind"] == "marked")
    assert marked["open"] == []
    assert "They went silent." in convert(found["words"], type=dict[str, str]).values()
