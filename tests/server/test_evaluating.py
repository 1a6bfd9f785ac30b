"""Evaluators over the wire: what they see, what they judge, and that it stays theirs."""

from collections.abc import Iterator

import pytest
from msgspec import convert

from tests.server.serving import Client, Server, Sitting, frame, serving, sitting, socket

Row = dict[str, object]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("evaluating")) as running:
        yield running


def played(server: Server, evaluators: str = "room") -> Sitting:
    """A table of `newborn`, which has a guide, in Talk."""
    return sitting(server, ruleset="newborn", players=4, evaluators=evaluators).begin_talk()


def judged(client: Client, table: Sitting, id_: str = "e-000001", **more: object) -> None:
    body = {"id": id_, "table": table.table, "objective": "trust", **more}
    client.post(f"/api/sessions/{table.session}/evaluations", body)


def read(client: Client, table: Sitting) -> list[Row]:
    told = client.get(f"/api/sessions/{table.session}/evaluations")
    return convert(told["evaluations"], type=list[Row])


def first_view(server: Server, secret: str) -> Row:
    with socket(server, secret) as line:
        return convert(frame(line, "view")["view"], type=Row)


def test_an_evaluator_sees_what_the_room_sees(server: Server) -> None:
    table = played(server)
    view = first_view(server, table.appointed("evaluator"))
    assert (view["kind"], view["staff"], view["own"]) == ("observer", None, None)


def test_an_evaluator_sees_all_where_the_session_was_set_up_so(server: Server) -> None:
    table = played(server, evaluators="all")
    view = first_view(server, table.appointed("evaluator"))
    assert view["kind"] == "facilitator"
    assert view["staff"] is not None


def test_players_are_told_before_they_join(server: Server) -> None:
    def watched(table: Sitting) -> object:
        return server.client().post("/api/join/look", {"code": table.code})["watched"]

    plain = sitting(server)
    assert watched(plain) == "no"
    plain.appointed("evaluator")
    assert watched(plain) == "room"
    assert watched(sitting(server, evaluators="all")) == "all"


def test_a_judgement_is_pinned_to_its_moment_and_can_be_changed(server: Server) -> None:
    table = played(server)
    eva = server.client(table.appointed("evaluator", "Eva"))
    judged(eva, table, rating="S", task="place", words="  They began slowly.\n")
    (one,) = read(eva, table)
    wanted = {"objective": "trust", "task": "place", "rating": "S", "by": "Eva", "mine": True}
    assert one | wanted == one
    assert (one["words"], one["phase"], one["round"]) == ("They began slowly.", "talk", 1)
    assert one["version"] is None  # how many commands there were is nothing for the room
    judged(eva, table, rating="P")
    assert [(each["rating"], each["words"]) for each in read(eva, table)] == [("P", "")]
    judged(eva, table, "e-000002", words="Before the start", at_ms=0)
    moments = {each["id"]: each["phase"] for each in read(eva, table)}
    assert moments["e-000001"] == "talk"
    eva.post(f"/api/sessions/{table.session}/evaluations/drop", {"id": "e-000002"})
    assert [each["id"] for each in read(eva, table)] == ["e-000001"]


def test_each_evaluator_reads_their_own_and_the_facilitator_all_of_them(server: Server) -> None:
    table = played(server)
    eva = server.client(table.appointed("evaluator", "Eva"))
    adam = server.client(table.appointed("evaluator", "Adam"))
    judged(eva, table, "eva-00001", rating="M")
    judged(adam, table, "adam-0001", rating="P")
    judged(table.facilitator, table, "fac-00001", words="Mine")
    assert [one["by"] for one in read(eva, table)] == ["Eva"]
    assert {one["by"] for one in read(table.facilitator, table)} == {"Eva", "Adam", ""}
    assert all(one["version"] for one in read(table.facilitator, table))
    # and nobody changes another's
    path = f"/api/sessions/{table.session}/evaluations"
    body = {"id": "eva-00001", "table": table.table, "objective": "trust", "rating": "U"}
    assert adam.ask(path, body).reason == "id_taken"
    assert adam.ask(f"{path}/drop", {"id": "eva-00001"}).status == 404
    assert [one["rating"] for one in read(eva, table)] == ["M"]


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"objective": "nothing", "rating": "P"}, "unknown_objective"),
        ({"objective": "trust", "task": "map", "rating": "P"}, "unknown_task"),
        ({"objective": "trust"}, "malformed"),
        ({"objective": "trust", "rating": "Q"}, "malformed"),
        ({"objective": "trust", "rating": "P", "id": "short"}, "malformed"),
        ({"objective": "trust", "rating": "P", "at_ms": -1}, "malformed"),
        ({"objective": "trust", "rating": "P", "table": "none"}, "not_found"),
    ],
)
def test_what_the_guide_does_not_have_is_refused(server: Server, more: Row, reason: str) -> None:
    table = played(server)
    eva = server.client(table.appointed("evaluator"))
    body: Row = {"id": "e-000001", "table": table.table, **more}
    assert eva.ask(f"/api/sessions/{table.session}/evaluations", body).reason == reason
    assert read(eva, table) == []


def test_the_log_is_searched_for_evidence_with_one_s_own_eyes(server: Server) -> None:
    table = played(server)
    seat = server.client(table.passes["registry"])
    place = {"id": "p1", "command": {"type": "place_token", "with": "social"}}
    path = f"/api/people/{table.people['registry']}/command"
    assert seat.post(path, place)["type"] == "done"
    eva = server.client(table.appointed("evaluator"))
    for client in (eva, table.facilitator):
        told = client.get(f"/api/sessions/{table.session}/evidence?table={table.table}")
        found = convert(told["sighted"], type=list[Row])
        (one,) = [each for each in found if each["task"] == "place"]
        assert (one["objective"], one["count"], one["first_phase"]) == ("trust", 1, "talk")
    assert eva.ask(f"/api/sessions/{table.session}/evidence").status == 404


def test_a_removed_evaluator_is_out_at_once_and_what_they_judged_stays(server: Server) -> None:
    table = played(server)
    eva = server.client(table.appointed("evaluator"))
    judged(eva, table, rating="P")
    listed = convert(
        table.facilitator.get(f"/api/sessions/{table.session}")["people_of"], type=list[Row]
    )
    person = next(one["person"] for one in listed if one["kind"] == "evaluator")
    table.facilitator.post(
        f"/api/sessions/{table.session}/person", {"person": person, "do": "remove"}
    )
    assert eva.ask(f"/api/sessions/{table.session}/evaluations").status == 401
    assert [one["rating"] for one in read(table.facilitator, table)] == ["P"]


def test_a_second_facilitator_has_a_name_and_leads_too(server: Server) -> None:
    table = sitting(server)
    second = server.client(table.appointed("facilitator", "Femi"))
    listed = convert(second.get(f"/api/sessions/{table.session}")["people_of"], type=list[Row])
    assert ("Femi", "facilitator") in {(one["name"], one["kind"]) for one in listed}
    body = {"id": "s1", "table": table.table, "command": {"type": "start"}}
    assert second.post(f"/api/sessions/{table.session}/control", body)["type"] == "done"


def test_what_was_judged_survives_a_restart(tmp_path_factory: pytest.TempPathFactory) -> None:
    with serving(tmp_path_factory.mktemp("again")) as server:
        table = played(server)
        eva = server.client(table.appointed("evaluator", "Eva"))
        judged(eva, table, rating="P", words="Well done.")
        server.kill()
        server.again()
        assert [(one["by"], one["words"]) for one in read(eva, table)] == [("Eva", "Well done.")]


def test_looking_at_a_link_does_not_use_it(server: Server) -> None:
    table = sitting(server)
    body = {"kind": "evaluator", "name": "Eva"}
    made = table.facilitator.post(f"/api/sessions/{table.session}/staff", body)
    code = str(made["address"]).partition("#")[2]
    anybody = server.client()
    for _ in range(3):
        seen = anybody.post("/api/links/look", {"code": code})
        assert (seen["kind"], seen["press"], seen["name"]) == ("evaluator", True, "Eva")
    anybody.post("/api/links", {"code": code, "bearer": True})
    assert anybody.ask("/api/links/look", {"code": code}).status == 410
    plain = table.facilitator.post(f"/api/sessions/{table.session}/link", {"kind": "screen"})
    seen = anybody.post("/api/links/look", {"code": str(plain["address"]).partition("#")[2]})
    assert (seen["press"], seen["name"]) == (False, None)
