"""How people come in, take seats, are moved and go; and what keeps strangers out."""

from collections.abc import Iterator

import pytest
from msgspec import convert, json

from server.auth.headers import PIECES, policy
from tests.server.serving import (
    KEY,
    PATIENCE_S,
    SeenTable,
    Server,
    Sitting,
    serving,
    sitting,
    socket,
)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("joining")) as running:
        yield running


def seats(table: Sitting) -> dict[str, str | None]:
    """Who sits where, as the facilitator sees it."""
    session = table.facilitator.get(f"/api/sessions/{table.session}")
    found = convert(session["tables"], type=list[SeenTable])
    return {one.seat: one.person for one in found[0].seats}


def test_looking_takes_no_seat(server: Server) -> None:
    table = sitting(server, seats=False)
    for path in (f"/j/{table.code}", "/", f"/api/qr/{table.code}.svg"):
        assert server.client().ask(path).status == 200
    server.client().post("/api/join/look", {"code": table.code})
    assert set(seats(table).values()) == {None}


@pytest.mark.parametrize("between", ["-", " ", "", " - ", "."])
def test_a_code_may_be_typed_in_any_way(server: Server, between: str) -> None:
    table = sitting(server, seats=False)
    typed = table.code.replace("-", between).upper()
    opened = server.client().post("/api/join/look", {"code": typed})
    assert convert(opened["session"], type=dict[str, str])["id"] == table.session


def test_a_seat_is_taken_by_one_only(server: Server) -> None:
    table = sitting(server, seats=False)
    assert table.join("library", "Ada").status == 200
    late = table.join("library", "Bob")
    assert (late.status, late.reason) == (409, "seat_taken")
    people = table.facilitator.get(f"/api/sessions/{table.session}")["people"]
    assert people == 1


@pytest.mark.parametrize(
    "name",
    [
        "",
        "   ",
        "x" * 33,
        "x" * 10_000,
        "a\u202eb",
        "a\x00b",
        "a\u200bb",
        "\u3164",
        "Zoe\u0301\u0301\u0301\u0301\u0301",
    ],
)
def test_a_name_that_cannot_be_shown_is_refused_with_its_place(server: Server, name: str) -> None:
    table = sitting(server, seats=False)
    reply = table.join(None, name)
    assert (reply.status, reply.reason) == (400, "malformed")
    assert b"$.name" in reply.body


@pytest.mark.parametrize("name", ["Ada", "Łukasz Żółć", "李雷", "O'Neil <b>", "👩‍🚒 Ada"])
def test_a_name_of_any_script_is_kept(server: Server, name: str) -> None:
    table = sitting(server, seats=False)
    assert table.join("library", name).status == 200


def test_wrong_closed_and_impossible_codes_look_alike(server: Server) -> None:
    # given a code that was closed
    table = sitting(server, seats=False)
    table.facilitator.post(f"/api/sessions/{table.session}/door", {"open": False})
    # when strangers try it, a well-formed one, and nonsense
    stranger = server.client(source="127.0.0.2")
    replies = [
        stranger.ask("/api/join/look", {"code": code})
        for code in (table.code, "acorn-amber-10", "nonsense")
    ]
    # then the answers are the same
    assert {(one.status, one.body) for one in replies} == {(404, replies[0].body)}


def test_after_twenty_wrong_codes_an_address_waits_and_others_do_not(server: Server) -> None:
    table = sitting(server, seats=False)
    sweeper = server.client(source="127.0.0.3")
    for _ in range(20):
        sweeper.ask("/api/join/look", {"code": "acorn-amber-10"})
    waits = sweeper.ask("/api/join/look", {"code": table.code})
    assert (waits.status, waits.reason) == (429, "too_often")
    assert int(waits.headers["retry-after"]) > 0
    assert server.client().ask("/api/join/look", {"code": table.code}).status == 200


def test_a_private_link_works_from_where_codes_were_wrong_too_often(server: Server) -> None:
    # given a room behind one router that has used up its tries
    table = sitting(server)
    room = server.client(source="127.0.0.6")
    for _ in range(20):
        room.ask("/api/join/look", {"code": "acorn-amber-10"})
    told = room.ask("/api/join/look", {"code": table.code}).value()
    assert "private link" in str(told)
    # when somebody there has a private link
    body = {"kind": "person", "person": table.people["council"]}
    link = table.facilitator.post(f"/api/sessions/{table.session}/link", body)
    code = str(link["address"]).partition("#")[2]
    # then it can be looked at and used, while a wrong one is refused as a wrong code is
    assert room.ask("/api/links/look", {"code": code}).status == 200
    assert room.ask("/api/links", {"code": code, "bearer": True}).status == 200
    assert room.ask("/api/links", {"code": code, "bearer": True}).reason == "too_often"
    # and the trainer's key is taken there too
    assert room.ask("/api/keys", {"key": KEY, "bearer": True}).status == 200


def test_after_twenty_wrong_keys_an_address_waits_even_with_the_right_one(server: Server) -> None:
    guesser = server.client(source="127.0.0.7")
    for number in range(20):
        wrong = guesser.ask("/api/keys", {"key": f"a-key-that-is-wrong-{number}", "bearer": True})
        assert wrong.reason == "wrong_key"
    assert guesser.ask("/api/keys", {"key": KEY, "bearer": True}).reason == "too_often"


def test_a_new_code_closes_the_old_one(server: Server) -> None:
    table = sitting(server, seats=False)
    made = table.facilitator.post(f"/api/sessions/{table.session}/code", {})
    stranger = server.client(source="127.0.0.4")
    assert stranger.ask("/api/join/look", {"code": table.code}).status == 404
    assert stranger.ask("/api/join/look", {"code": made["code"]}).status == 200


def test_once_play_has_begun_newcomers_wait_for_the_facilitator(server: Server) -> None:
    table = sitting(server).begin_talk()
    assert table.join("library", "Late").reason == "assigned"
    joined = table.join(None, "Late").value()
    client = server.client(str(joined["pass"]))
    view = client.get(f"/api/people/{joined['person']}/view")
    assert view["table"] is None


def test_a_locked_room_needs_the_facilitator(server: Server) -> None:
    table = sitting(server, seats=False)
    assert table.control("lock_room")["type"] == "done"
    assert table.join("library").reason == "assigned"
    assert table.join(None).status == 200


def test_the_facilitator_moves_somebody_to_another_seat(server: Server) -> None:
    table = sitting(server, seats=False)
    table.join("library", "Ada")
    ada = table.people["library"]
    body = {"table": table.table, "seat": "archive", "person": ada}
    table.facilitator.post(f"/api/sessions/{table.session}/seat", body)
    assert seats(table) == {"council": None, "library": None, "archive": ada}


def test_a_bot_comes_in_and_goes_out_and_the_person_keeps_the_place(server: Server) -> None:
    table = sitting(server).begin_talk()
    path = f"/api/sessions/{table.session}/seat"
    place = {"table": table.table, "seat": "council"}
    table.facilitator.post(path, place | {"bot": "random"})
    own = server.client(table.passes["council"])
    body = {"id": "1", "command": {"type": "done"}}
    refused = own.post(f"/api/people/{table.people['council']}/command", body)
    assert refused["reason"] == "not_here"
    table.facilitator.post(path, place | {"person": table.people["council"]})
    again = {"id": "2", "command": {"type": "ask_help"}}
    assert own.post(f"/api/people/{table.people['council']}/command", again)["type"] == "done"


def test_an_unknown_bot_is_refused(server: Server) -> None:
    table = sitting(server)
    body = {"table": table.table, "seat": "council", "bot": "hal"}
    reply = table.facilitator.ask(f"/api/sessions/{table.session}/seat", body)
    assert (reply.status, reply.reason) == (400, "unknown_bot")


def test_leaving_frees_the_seat_and_ends_the_pass(server: Server) -> None:
    table = sitting(server)
    person, own = table.people["council"], server.client(table.passes["council"])
    own.post(f"/api/people/{person}/leave", {})
    assert own.ask(f"/api/people/{person}/view").status == 401
    assert seats(table)["council"] is None


def test_a_one_time_link_brings_a_second_device_once(server: Server) -> None:
    table = sitting(server)
    body = {"kind": "person", "person": table.people["council"]}
    link = table.facilitator.post(f"/api/sessions/{table.session}/link", body)
    code = str(link["address"]).partition("#")[2]
    redeemed = server.client().post("/api/links", {"code": code, "bearer": True})
    assert redeemed["address"] == f"/play/{table.people['council']}"
    with socket(server, str(redeemed["pass"])) as made:
        assert made.recv(timeout=PATIENCE_S)
    again = server.client(source="127.0.0.5").ask("/api/links", {"code": code})
    assert (again.status, again.reason) == (410, "link_used")


def test_a_screen_sees_what_all_may_see_and_does_nothing(server: Server) -> None:
    table = sitting(server).begin_talk()
    link = table.facilitator.post(f"/api/sessions/{table.session}/link", {"kind": "screen"})
    code = str(link["address"]).partition("#")[2]
    secret = str(server.client().post("/api/links", {"code": code, "bearer": True})["pass"])
    with socket(server, secret) as made:
        view = json.decode(made.recv(timeout=PATIENCE_S), type=dict[str, object])["view"]
        found = convert(view, type=dict[str, object])
        assert (found["kind"], found["own"], found["menu"], found["staff"]) == (
            "screen",
            None,
            None,
            None,
        )
        made.send('{"id": "1", "command": {"type": "done"}}')
        while True:
            frame = json.decode(made.recv(timeout=PATIENCE_S), type=dict[str, object])
            if frame["type"] == "refused":
                break
    assert frame["reason"] == "not_here"


def test_a_cookie_is_out_of_reach_of_scripts_and_other_sites(server: Server) -> None:
    table = sitting(server, seats=False)
    body = {"code": table.code, "name": "Ada"}
    reply = server.client().ask("/api/join", body)
    cookie = reply.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie
    assert "path=/" in cookie
    assert b"pass" not in reply.body
    name, _, secret = reply.headers["set-cookie"].partition(";")[0].partition("=")
    page = server.client().ask(
        f"/play/{reply.value()['person']}", headers={"Cookie": f"{name}={secret}"}
    )
    assert page.status == 200
    assert secret.encode() not in page.body


def test_behind_tls_a_cookie_is_bound_to_its_host(tmp_path_factory: pytest.TempPathFactory) -> None:
    with serving(tmp_path_factory.mktemp("tls"), SECURE_COOKIES="on") as running:
        reply = running.client().ask("/api/keys", {"key": KEY})
    assert reply.headers["set-cookie"].startswith("__Host-")
    assert "secure" in reply.headers["set-cookie"].lower()


@pytest.mark.parametrize(
    "path", ["/api/join", "/api/join/look", "/api/keys", "/api/links", "/api/sessions", "/api/logs"]
)
def test_a_changing_request_from_another_site_is_refused(server: Server, path: str) -> None:
    reply = server.client(KEY).ask(path, {}, headers={"Origin": "http://evil.test"})
    assert (reply.status, reply.reason) == (403, "wrong_origin")


def test_a_form_of_another_site_cannot_pass_for_json(server: Server) -> None:
    headers = {"Content-Type": "text/plain"}
    reply = server.client(KEY).ask("/api/sessions", b"{}", headers=headers)
    assert (reply.status, reply.reason) == (415, "not_json")


def test_a_body_beyond_64_kib_is_refused(server: Server) -> None:
    reply = server.client().ask("/api/join", b'"' + b"x" * 65_536 + b'"')
    assert (reply.status, reply.reason) == (413, "too_large")
    assert reply.headers["x-content-type-options"] == "nosniff"


def test_without_the_key_nobody_makes_a_session(server: Server) -> None:
    body = {"title": "Mine", "ruleset": "tiny", "players": 3}
    for secret in (None, "wrong-key", "x" * 150):
        assert server.client(secret, source="127.0.0.6").ask("/api/sessions", body).status == 401


@pytest.mark.parametrize(
    ("field", "value"),
    [("players", 5), ("ruleset", "none"), ("title", ""), ("players", 99), ("tables", 0)],
)
def test_a_session_that_cannot_be_is_refused_with_a_sentence(
    server: Server, field: str, value: object
) -> None:
    body = {"title": "Mine", "ruleset": "tiny", "players": 3} | {field: value}
    reply = server.client(KEY).ask("/api/sessions", body)
    assert reply.status == 400
    assert b"sentence" in reply.body


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/console",
        "/health",
        "/nothing",
        "/static/icons.svg",  # opened by itself, it is a document
        "/static/gallery.html",
        "/static/css/nothing.css",  # the answer says so in JSON
    ],
)
def test_every_answer_carries_the_guards(server: Server, path: str) -> None:
    headers = server.client().ask(path).headers
    own = policy(f"127.0.0.1:{server.port}", "http")
    assert headers["content-security-policy"] == own
    assert f"connect-src 'self' ws://127.0.0.1:{server.port};" in own
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert "server" not in headers


@pytest.mark.parametrize(
    "name",
    ["css/base.css", "js/play.js", "vendor/htm.module.js", "fonts/atkinson-next-latin.woff2"],
)
def test_a_piece_of_a_page_carries_the_guards_that_browsers_heed_on_it(
    server: Server, name: str
) -> None:
    headers = server.client().ask(f"/static/{name}").headers
    assert headers["content-type"].partition(";")[0] in PIECES
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert headers["referrer-policy"] == "same-origin"
    assert not {"content-security-policy", "x-frame-options"} & {*headers}


def test_no_page_may_start_a_worker() -> None:
    """Its own script's policy would hold in it, and scripts carry none."""
    assert "worker-src 'none';" in policy("room.local", "http")


@pytest.mark.parametrize(
    "host", ["x; script-src *", "x' 'unsafe-inline", "a b", "a,b", "[::1", "x:999999", "%0d%0aX: y"]
)
def test_a_made_up_host_opens_nothing_in_the_policy(server: Server, host: str) -> None:
    headers = server.client().ask("/", headers={"Host": host}).headers
    assert "connect-src 'self';" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]


@pytest.mark.parametrize(
    "path", ["/nothing", "/play/nobody", "/console/none", "/screen/none", "/debrief/none"]
)
def test_what_is_not_there_is_a_page_with_a_sentence(server: Server, path: str) -> None:
    reply = server.client().ask(path)
    assert reply.status in {401, 404}
    assert b"<!doctype html>" in reply.body
    assert b"Traceback" not in reply.body


def test_a_broken_ruleset_is_told_to_key_holders_and_stops_nothing(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder = tmp_path_factory.mktemp("rulesets")
    (folder / "bad").mkdir()
    (folder / "bad" / "ruleset.toml").write_text("format = 7\n")
    with serving(tmp_path_factory.mktemp("broken"), RULESETS=str(folder)) as running:
        told = running.client(KEY).get("/api/rulesets")
        quiet = running.client().get("/api/rulesets")
    broken = convert(told["broken"], type=list[dict[str, object]])
    assert [bool(one["faults"]) for one in broken if one["folder"] == "bad"] == [True]
    assert quiet["broken"] == []
