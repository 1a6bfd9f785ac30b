"""A session taken out as one file and taken in again, here and on another server."""

from collections.abc import Iterator

import pytest
from msgspec import convert, json

from tests.server.serving import KEY, Client, Reply, Server, Sitting, serving, sitting

Row = dict[str, object]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("backup")) as running:
        yield running


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("other")) as running:
        yield running


def backup(table: Sitting, *, names: bool = True) -> bytes:
    reply = table.facilitator.ask(
        f"/api/sessions/{table.session}/backup?names={'yes' if names else 'no'}"
    )
    assert reply.status == 200
    return reply.body


def restore(server: Server, body: bytes) -> Reply:
    return server.client(KEY).ask("/api/backups", body, method="POST")


def restored(server: Server, body: bytes) -> tuple[Row, Client]:
    made = restore(server, body).value()
    return made, server.client(str(made["pass"]))


def played(server: Server) -> Sitting:
    table = sitting(server, ruleset="newborn", players=4).begin_talk()
    table.control("note", text="They wait for one another.", tags=["quote"])
    judged = {"id": "e-000001", "table": table.table, "objective": "trust", "rating": "S"}
    table.facilitator.post(f"/api/sessions/{table.session}/evaluations", judged)
    return table


def test_a_session_goes_on_elsewhere_where_it_stood(server: Server, other: Server) -> None:
    # given a game in play, with a note and a judgement
    table = played(server)
    body = backup(table)
    # when it is taken in on another server
    made, facilitator = restored(other, body)
    session = str(made["session"])
    assert made["names"] is True
    seen = facilitator.get(f"/api/sessions/{session}")
    (place,) = convert(seen["tables"], type=list[Row])
    # then it stands where it stood, paused, with its people, its log and what was judged
    assert (place["phase"], place["round"]) == ("talk", 1)
    names = {one["name"] for one in convert(place["seats"], type=list[Row])}
    assert "Person of registry" in names
    view = convert(facilitator.get(f"/api/sessions/{session}/view")["view"], type=Row)
    assert convert(view["public"], type=Row)["paused"] is True
    log = facilitator.ask(f"/api/tables/{place['id']}/log").body
    old = body.split(b"\n")[2 : 2 + 5]
    assert all(line in log for line in old)
    assert b"They wait for one another." in log
    told = facilitator.get(f"/api/sessions/{session}/evaluations")
    assert [one["rating"] for one in convert(told["evaluations"], type=list[Row])] == ["S"]
    # and people come back by a new link
    person = next(one["person"] for one in convert(place["seats"], type=list[Row]) if one["person"])
    link = facilitator.post(f"/api/sessions/{session}/link", {"kind": "person", "person": person})
    code = str(link["address"]).partition("#")[2]
    back = other.client().post("/api/links", {"code": code, "bearer": True})
    assert back["address"] == f"/play/{person}"
    # and play goes on
    control = {"id": "r1", "table": place["id"], "command": {"type": "resume"}}
    assert facilitator.post(f"/api/sessions/{session}/control", control)["type"] == "done"


def test_names_stay_at_home_unless_they_are_wanted(server: Server, other: Server) -> None:
    body = backup(played(server), names=False)
    assert b"Person of registry" not in body
    made, facilitator = restored(other, body)
    assert made["names"] is False
    seen = facilitator.get(f"/api/sessions/{made['session']}")
    people = [str(one["name"]) for one in convert(seen["people_of"], type=list[Row])]
    assert people == ["Person 1", "Person 2", "Person 3", "Person 4"]


def test_a_backup_is_taken_in_beside_the_session_that_it_is_of(server: Server) -> None:
    table = played(server)
    before = table.log()
    made, facilitator = restored(server, backup(table))
    assert made["session"] != table.session
    assert made["names"] is False  # the people of this server keep their names to themselves
    seen = facilitator.get(f"/api/sessions/{made['session']}")
    assert str(seen["title"]).endswith("(restored)")
    assert table.log() == before


def test_several_tables_and_an_ended_session_are_taken_in_to_be_read(server: Server) -> None:
    table = sitting(server, seats=False, tables=2)
    table.facilitator.post(f"/api/sessions/{table.session}/end", {})
    made, facilitator = restored(server, backup(table))
    seen = facilitator.get(f"/api/sessions/{made['session']}")
    assert seen["state"] == "ended"
    assert [one["number"] for one in convert(seen["tables"], type=list[Row])] == [1, 2]


def test_no_pass_no_link_and_no_code_travels(server: Server) -> None:
    table = played(server)
    put = {"csv": "Ada,,"}
    table.facilitator.post(f"/api/sessions/{table.session}/roster", put)
    links = table.facilitator.post(f"/api/sessions/{table.session}/roster/links", {})
    secret = str(convert(links["links"], type=list[Row])[0]["address"]).partition("#")[2]
    body = backup(table)
    for word in (table.code, secret, *table.passes.values(), str(table.facilitator.secret)):
        assert word.encode() not in body
    assert b"link_hash" not in body


def changed(body: bytes, line: int, old: bytes, new: bytes) -> bytes:
    lines = body.split(b"\n")
    assert old in lines[line - 1]
    lines[line - 1] = lines[line - 1].replace(old, new, 1)
    return b"\n".join(lines)


def test_a_damaged_backup_is_refused_with_its_line(server: Server) -> None:
    body = backup(played(server))
    lines = body.split(b"\n")
    for wrong, line in (
        (b"", 1),
        (b"{}", 1),
        (b"\xff\xfe", 1),
        (lines[1], 1),
        (changed(body, 1, b"joined-up-backup", b"joined-up-luggage"), 1),
        (changed(body, 6, b'"version":4', b'"version":5'), 6),
        (b"\n".join(lines[:5]), 2),
        (body + b"{}\n", len(lines)),
    ):
        reply = restore(server, wrong)
        assert (reply.status, reply.reason) == (400, "damaged"), line
        faults = convert(convert(reply.value()["error"], type=Row)["faults"], type=list[Row])
        assert faults[0]["line"] == line
    header = json.decode(lines[0], type=Row)
    people = [{"id": 3, "kind": "king"}]
    strange = json.encode({**header, "rows": {"people": people}})
    assert restore(server, b"\n".join([strange, *lines[1:]])).status == 400
    strange = json.encode({**header, "rows": {"passes": []}})
    assert restore(server, b"\n".join([strange, *lines[1:]])).status == 400
