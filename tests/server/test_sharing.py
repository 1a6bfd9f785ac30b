"""Late joiners by the rule of the ruleset; and two people who share one seat."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import convert

from tests.rulesets import tiny_with
from tests.server.serving import Server, Sitting, answer, frame, serving, sitting, socket

RULES = ("observer", "reserve", "share_seat", "take_over_bot")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with one ruleset for each rule about late joiners."""
    folder = tmp_path_factory.mktemp("rulesets")
    for rule in RULES:
        tiny_with(folder, id_=rule, late=rule)
    with serving(tmp_path_factory.mktemp("late"), RULESETS=str(folder)) as running:
        yield running


def begun(server: Server, rule: str) -> Sitting:
    return sitting(server, ruleset=rule).begin_talk()


def seen(table: Sitting) -> dict[str, dict[str, object]]:
    """The seats as the facilitator sees them, by id."""
    session = table.facilitator.get(f"/api/sessions/{table.session}")
    tables = convert(session["tables"], type=list[dict[str, object]])
    seats = convert(tables[0]["seats"], type=list[dict[str, object]])
    return {str(one["seat"]): one for one in seats}


def people(table: Sitting, seat: str) -> list[str]:
    """Who sits there, by name."""
    one = seen(table)[seat]
    sharers = convert(one["sharers"], type=list[dict[str, object]])
    return [str(one["name"]), *(str(other["name"]) for other in sharers)]


def gone(table: Sitting) -> list[dict[str, object]]:
    """Who left or was removed, as the facilitator sees them."""
    session = table.facilitator.get(f"/api/sessions/{table.session}")
    return convert(session["left"], type=list[dict[str, object]])


def late(table: Sitting, wish: str | None = None, name: str = "Late") -> tuple[str, str]:
    """Somebody comes late: (person, pass)."""
    made = table.join(None, name).value() if wish is None else ask_to_share(table, wish, name)
    assert made["seat"] is None
    return str(made["person"]), str(made["pass"])


def ask_to_share(table: Sitting, seat: str, name: str) -> dict[str, object]:
    body = {"code": table.code, "name": name, "bearer": True, "table": table.table, "seat": seat}
    return table.server.client().post("/api/join", body)


def do(table: Sitting, person: str, what: str) -> int:
    path = f"/api/sessions/{table.session}/person"
    return table.facilitator.ask(path, {"person": person, "do": what}).status


def view(table: Sitting, person: str, secret: str) -> dict[str, object]:
    found = table.server.client(secret).get(f"/api/people/{person}/view")["view"]
    return convert(found, type=dict[str, object])


def command(table: Sitting, who: tuple[str, str], id_: str, **fields: object) -> dict[str, object]:
    person, secret = who
    body = {"id": id_, "command": fields}
    return table.server.client(secret).post(f"/api/people/{person}/command", body)


def sharing(server: Server) -> tuple[Sitting, tuple[str, str], tuple[str, str]]:
    """A table in Talk where two share the council: the first one, and who came late."""
    table = begun(server, "share_seat")
    second = late(table, "council")
    assert do(table, second[0], "admit") == 200
    return table, (table.people["council"], table.passes["council"]), second


@pytest.mark.parametrize("rule", RULES)
def test_the_code_says_what_becomes_of_late_ones_once_play_has_begun(
    server: Server, rule: str
) -> None:
    table = sitting(server, ruleset=rule)
    look = server.client().post("/api/join/look", {"code": table.code})
    assert (look["admit"], look["late"]) == (False, None)
    table.begin_talk()
    look = server.client().post("/api/join/look", {"code": table.code})
    assert (look["admit"], look["late"]) == (True, rule)


def test_a_late_one_observes_where_the_rule_is_so_unless_the_facilitator_lets_them_play(
    server: Server,
) -> None:
    table = begun(server, "observer")
    person, secret = late(table)
    assert view(table, person, secret)["kind"] == "waiting"
    do(table, person, "admit")
    assert view(table, person, secret)["kind"] == "observer"
    do(table, person, "admit")
    assert view(table, person, secret)["kind"] == "waiting"


def test_a_late_one_in_reserve_waits_for_a_seat(server: Server) -> None:
    table = begun(server, "reserve")
    person, secret = late(table)
    assert do(table, person, "admit") == 200
    assert view(table, person, secret)["kind"] == "waiting"
    body = {"table": table.table, "seat": "council", "person": person}
    table.facilitator.post(f"/api/sessions/{table.session}/seat", body)
    assert view(table, person, secret)["seat"] == "council"


def test_a_late_one_takes_over_the_bot_that_nobody_stands_behind(server: Server) -> None:
    table = begun(server, "take_over_bot")
    person, secret = late(table)
    assert do(table, person, "admit") == 409
    server.client(table.passes["archive"]).post(f"/api/people/{table.people['archive']}/leave", {})
    body = {"table": table.table, "seat": "archive", "bot": "random"}
    table.facilitator.post(f"/api/sessions/{table.session}/seat", body)
    assert do(table, person, "admit") == 200
    assert view(table, person, secret)["seat"] == "archive"


def test_a_late_one_asks_for_a_seat_and_shares_it_when_the_facilitator_admits(
    server: Server,
) -> None:
    # given somebody who comes late and asks to share a seat
    table = begun(server, "share_seat")
    person, secret = late(table, "council", "Ben")
    waiting = convert(view(table, person, secret)["session"], type=dict[str, object])["waiting"]
    wish = {"table": table.table, "seat": "council"}
    assert waiting == [{"person": person, "name": "Ben", "here": False, "wish": wish}]
    assert table.facilitator.get(f"/api/sessions/{table.session}")["waiting"] == waiting
    assert people(table, "council") == ["Person of council"]
    # when they are admitted
    assert do(table, person, "admit") == 200
    # then both sit there, and see the same
    assert people(table, "council") == ["Person of council", "Ben"]
    both = [
        view(table, table.people["council"], table.passes["council"]),
        view(table, person, secret),
    ]
    assert both[0] == both[1]
    assert both[0]["seat"] == "council"


def test_both_act_for_a_shared_seat_and_a_command_counts_once(server: Server) -> None:
    # given two sockets of one seat
    table, first, second = sharing(server)
    with socket(server, first[1]) as one, socket(server, second[1]) as other:
        frame(one, "view")
        frame(other, "view")
        # when both send the same command, under the same id
        place = {"id": "same", "command": {"type": "place_token", "with": "library"}}
        answers = [answer(one, place), answer(other, place)]
        # then both are told that it is done, and it was done once
        assert [found["type"] for found in answers] == ["done", "done"]
        assert table.log().count(b'"type":"token_placed"') == 1
        # when the second acts alone, the first sees it
        assert answer(other, {"id": "2", "command": {"type": "done"}})["type"] == "done"
        while True:
            shown = convert(frame(one, "view")["view"], type=dict[str, object])
            public = convert(shown["public"], type=dict[str, object])
            seats = convert(public["seats"], type=list[dict[str, object]])
            if [seat["done"] for seat in seats if seat["id"] == "council"] == [True]:
                break


@pytest.mark.parametrize("leaves", [0, 1])
def test_who_leaves_a_shared_seat_leaves_the_other_there(server: Server, leaves: int) -> None:
    table, *both = sharing(server)
    gone, stays = both[leaves], both[1 - leaves]
    server.client(gone[1]).post(f"/api/people/{gone[0]}/leave", {})
    assert server.client(gone[1]).ask(f"/api/people/{gone[0]}/view").status == 401
    assert len(people(table, "council")) == 1
    assert command(table, stays, "1", type="ask_help")["type"] == "done"


@pytest.mark.parametrize("leaves", [0, 1])
def test_who_is_removed_from_a_shared_seat_leaves_the_other_there(
    server: Server, leaves: int
) -> None:
    table, *both = sharing(server)
    assert do(table, both[leaves][0], "remove") == 200
    stays = both[1 - leaves]
    assert view(table, *stays)["seat"] == "council"
    assert command(table, stays, "1", type="ask_help")["type"] == "done"


@pytest.mark.parametrize("removed", [(0,), (1,), (0, 1), (1, 0)])
@pytest.mark.parametrize("first", [0, 1])
def test_who_is_let_back_into_a_seat_that_was_shared_shares_it_again(
    server: Server, removed: tuple[int, ...], first: int
) -> None:
    # given two who shared the council, of whom one or both were removed
    table, *both = sharing(server)
    for one in removed:
        assert do(table, both[one][0], "remove") == 200
    said = {one["person"]: one["shares"] for one in gone(table)}
    assert said == {both[one][0]: len(removed) == 1 for one in removed}
    # when they are let back in, in any order, then both sit there and can act
    for one in sorted(removed, key=lambda one: one != first):
        assert do(table, both[one][0], "readmit") == 200
    for number, who in enumerate(both):
        assert view(table, *who)["seat"] == "council"
        assert command(table, who, f"{number}", type="say", text="Back")["type"] == "done"
    assert len(people(table, "council")) == 2


def test_who_shared_a_seat_that_is_somebody_else_s_now_waits(server: Server) -> None:
    table, *both = sharing(server)
    for person, _ in both:
        assert do(table, person, "remove") == 200
    other, _ = late(table, None, "Other")
    body = {"table": table.table, "seat": "council", "person": other}
    table.facilitator.post(f"/api/sessions/{table.session}/seat", body)
    assert [one["shares"] for one in gone(table)] == [False, False]
    assert do(table, both[0][0], "readmit") == 200
    assert view(table, *both[0])["kind"] == "waiting"
    assert people(table, "council") == ["Other"]


@pytest.mark.parametrize("then", ["bot", "heir", "nobody"])
def test_a_table_waits_on_for_the_seat_of_who_is_removed_where_somebody_plays_it(
    server: Server, then: str
) -> None:
    table = begun(server, "reserve")
    for seat in ("library", "archive"):
        done = command(table, (table.people[seat], table.passes[seat]), "1", type="done")
        assert done["type"] == "done"
    heir, secret = late(table)
    more = {"bot": {"bot": "mixed"}, "heir": {"heir": heir}, "nobody": {}}[then]
    body = {"person": table.people["council"], "do": "remove", **more}
    table.facilitator.post(f"/api/sessions/{table.session}/person", body)
    # an empty seat is not waited for: the two others were done, so their talk is over
    assert table.phase() == "plan" or then != "nobody"
    if then == "heir":
        assert (table.phase(), view(table, heir, secret)["seat"]) == ("talk", "council")
    assert do(table, table.people["council"], "readmit") == 200
    back = view(table, table.people["council"], table.passes["council"])
    assert back.get("seat") == (None if then == "heir" else "council")


def test_who_is_removed_for_an_unknown_bot_or_heir_stays(server: Server) -> None:
    table = begun(server, "reserve")
    path = f"/api/sessions/{table.session}/person"
    for more, status in (({"bot": "genius"}, 400), ({"heir": "nobody"}, 404)):
        body = {"person": table.people["council"], "do": "remove", **more}
        assert table.facilitator.ask(path, body).status == status
    assert people(table, "council") == ["Person of council"]


def test_the_facilitator_lets_anybody_share_any_seat_and_get_up_again(server: Server) -> None:
    # whatever the rule says
    table = begun(server, "reserve")
    person, secret = late(table)
    body = {"table": table.table, "seat": "archive", "person": person, "share": True}
    table.facilitator.post(f"/api/sessions/{table.session}/seat", body)
    assert view(table, person, secret)["seat"] == "archive"
    gone = table.control("share_seat", seat="archive", person=person, shares=False)
    assert gone["type"] == "done"
    assert view(table, person, secret)["kind"] == "waiting"
    again = table.control("share_seat", seat="archive", person=person)
    assert again["type"] == "done"
    assert view(table, person, secret)["seat"] == "archive"
    nobody = table.control("share_seat", seat="archive", person="nobody")
    assert (nobody["type"], nobody["reason"]) == ("refused", "not_found")
    # and a seat where nobody sits is simply filled
    assert table.control("free_seat", seat="archive")["type"] == "done"
    table.facilitator.post(f"/api/sessions/{table.session}/seat", body)
    assert people(table, "archive") == ["Late"]


def test_without_a_wish_the_facilitator_has_to_choose(server: Server) -> None:
    table = begun(server, "share_seat")
    person, secret = late(table)
    path = f"/api/sessions/{table.session}/person"
    reply = table.facilitator.ask(path, {"person": person, "do": "admit"})
    assert (reply.status, reply.reason) == (409, "share_seat")
    assert view(table, person, secret)["kind"] == "waiting"


def test_a_wish_can_be_changed_and_dropped(server: Server) -> None:
    table = begun(server, "share_seat")
    person, secret = late(table, "council")
    own, path = server.client(secret), f"/api/people/{person}/wish"
    own.post(path, {"table": table.table, "seat": "archive"})
    own.post(path, {})
    assert do(table, person, "admit") == 409
    own.post(path, {"table": table.table, "seat": "archive"})
    assert do(table, person, "admit") == 200
    assert len(people(table, "archive")) == 2
    sits = own.ask(path, {"table": table.table, "seat": "council"})
    assert (sits.status, sits.reason) == (409, "seated")


def test_a_wish_that_cannot_be_is_refused(server: Server) -> None:
    table = begun(server, "share_seat")
    person, secret = late(table)
    own, path = server.client(secret), f"/api/people/{person}/wish"
    assert own.ask(path, {"table": table.table, "seat": "nowhere"}).status == 404
    assert own.ask(path, {"table": table.table}).status == 404
    assert table.control("free_seat", seat="archive")["type"] == "done"
    free = own.ask(path, {"table": table.table, "seat": "archive"})
    assert (free.status, free.reason) == (409, "seat_free")
    other = begun(server, "observer")
    person, secret = late(other)
    body = {"table": other.table, "seat": "council"}
    refused = server.client(secret).ask(f"/api/people/{person}/wish", body)
    assert (refused.status, refused.reason) == (409, "assigned")


def test_who_shares_a_seat_outlives_the_server(tmp_path: Path) -> None:
    with serving(tmp_path) as own:
        table = sitting(own).begin_talk()
        person, secret = late(table)
        body = {"table": table.table, "seat": "council", "person": person, "share": True}
        table.facilitator.post(f"/api/sessions/{table.session}/seat", body)
        own.kill()
        own.again()
        assert view(table, person, secret)["seat"] == "council"
        assert people(table, "council") == ["Person of council", "Late"]


def test_what_people_asked_for_outlives_the_server(tmp_path: Path) -> None:
    tiny_with(tmp_path / "rulesets", id_="share_seat", late="share_seat")
    with serving(tmp_path / "data", RULESETS=str(tmp_path / "rulesets")) as own:
        # given a wish, another that was granted, an observer's choice, and somebody who was removed
        table = sitting(own, ruleset="share_seat", tables=2).begin_talk()
        session = table.facilitator.get(f"/api/sessions/{table.session}")
        second = convert(session["tables"], type=list[dict[str, object]])[1]["id"]
        asks, _ = late(table, "council", "Asks")
        sits, sits_pass = late(table, "archive", "Sits")
        assert do(table, sits, "admit") == 200
        looks, looks_pass = late(table, None, "Looks")
        assert do(table, looks, "observe") == 200
        own.client(looks_pass).post(f"/api/people/{looks}/watch", {"table": second})
        library = table.people["library"]
        assert do(table, library, "remove") == 200
        shares, shares_pass = late(table, "archive", "Shares")
        assert do(table, shares, "admit") == 200
        assert do(table, shares, "remove") == 200
        # when the server is killed and comes back
        own.kill()
        own.again()
        # then each is as it was
        waiting = table.facilitator.get(f"/api/sessions/{table.session}")["waiting"]
        wish = {"table": table.table, "seat": "council"}
        assert waiting == [{"person": asks, "name": "Asks", "here": False, "wish": wish}]
        assert do(table, asks, "admit") == 200
        assert people(table, "council") == ["Person of council", "Asks"]
        assert own.client(looks_pass).get(f"/api/people/{looks}/view")["table"] == second
        assert do(table, library, "readmit") == 200
        assert people(table, "library") == ["Person of library"]
        assert do(table, shares, "readmit") == 200
        assert view(table, shares, shares_pass)["seat"] == "archive"
        # and a wish that was granted is none any more
        assert do(table, sits, "observe") == 200
        assert do(table, sits, "admit") == 409
        assert view(table, sits, sits_pass)["seat"] is None


def test_an_observer_chooses_among_several_tables(server: Server) -> None:
    # given two tables, and somebody who observes
    table = sitting(server, seats=False, tables=2)
    session = table.facilitator.get(f"/api/sessions/{table.session}")
    first, second = (
        str(one["id"]) for one in convert(session["tables"], type=list[dict[str, object]])
    )
    joined = table.join(None, "Looks").value()
    person, secret = str(joined["person"]), str(joined["pass"])
    own, path = server.client(secret), f"/api/people/{person}/watch"
    assert own.ask(path, {"table": second}).reason == "no_observer"
    do(table, person, "observe")
    with socket(server, secret) as made:
        shown = frame(made, "view")
        assert shown["table"] == first
        view_ = convert(shown["view"], type=dict[str, object])
        names = convert(
            convert(view_["session"], type=dict[str, object])["tables"],
            type=list[dict[str, object]],
        )
        assert [one["id"] for one in names] == [first, second]
        # when they choose the other one, then the socket shows it
        own.post(path, {"table": second})
        assert frame(made, "view")["table"] == second
    assert own.get(f"/api/people/{person}/view")["table"] == second
    assert own.ask(path, {"table": "nowhere"}).status == 404
    # and a table of another session is none of theirs
    assert own.ask(path, {"table": sitting(server).table}).status == 404
