"""Who may do what: every role against every endpoint and every command, made from the lists."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pytest
from msgspec import convert
from websockets.sync.client import ClientConnection

from game.commands import STAFF_COMMANDS
from game.controls import CHANCE_COMMANDS, CLOCK_COMMANDS
from game.forms import Command
from game.talk import SEAT_COMMANDS
from server.protocol.endpoint import Endpoint
from server.protocol.endpoints import ENDPOINTS, PAGES
from tests.server.serving import (
    KEY,
    Client,
    Reply,
    Server,
    Sitting,
    answer,
    serving,
    sitting,
    socket,
)

ROLES = ("nobody", "wrong pass", "key holder", "seat", "other seat", "waiting", "screen",
         "facilitator", "other facilitator", "other's seat", "evaluator",
         "other evaluator")  # fmt: skip
MAY = {
    "that person": {"seat"},
    "facilitator": {"facilitator"},
    "key holder": {"key holder"},
    "screen": {"screen", "facilitator"},
    "reader": {"facilitator"},  # others only when the game is over
    "evaluator": {"evaluator", "facilitator"},
}
OPEN_LISTS = {"/api/sessions"}  # a GET that lists what one's own passes open, be it nothing


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("rights")) as running:
        yield running


@pytest.fixture(scope="module")
def elsewhere(server: Server) -> Sitting:
    """Another session of the same server."""
    return sitting(server)


@dataclass
class Cast:
    """Everybody around one session."""

    table: Sitting
    clients: dict[str, Client]


def cast(server: Server, elsewhere: Sitting) -> Cast:
    table = sitting(server, evaluators="all")  # who may see all may do no more
    waiting = str(table.join(None, "Waits").value()["pass"])
    link = table.facilitator.post(f"/api/sessions/{table.session}/link", {"kind": "screen"})
    code = str(link["address"]).partition("#")[2]
    screen = server.client().post("/api/links", {"code": code, "bearer": True})["pass"]
    secrets = {
        "nobody": None,
        "wrong pass": "wrong",
        "key holder": KEY,
        "seat": table.passes["council"],
        "other seat": table.passes["library"],
        "waiting": waiting,
        "screen": str(screen),
        "facilitator": table.facilitator.secret,
        "other facilitator": elsewhere.facilitator.secret,
        "other's seat": elsewhere.passes["council"],
        "evaluator": table.appointed("evaluator"),
        "other evaluator": elsewhere.appointed("evaluator"),
    }
    return Cast(table, {role: server.client(secret) for role, secret in secrets.items()})


def asked(one: Endpoint, table: Sitting) -> tuple[str, object]:
    """The address of an endpoint at this session, and a body that is well-formed."""
    seat = {"table": table.table, "seat": "archive"}
    place = {
        "session": table.session,
        "table": table.table,
        "person": table.people["council"],
        "version": "1",
        "first": "1",
        "last": "2",
        "code": table.code,
        "format": "csv",
        "digest": "none",
        "look": "1",
        "revision": "1",
        "seat": "council",
    }
    bodies: dict[str, object] = {
        "seat": seat,
        "wish": {},
        "weigh": {"command": {"type": "plan", "acts": []}},
        "watch": {"table": table.table},
        "command": {"id": "1", "command": {"type": "done"}},
        "control": {"id": "1", "table": table.table, "command": {"type": "pause"}},
        "person": {"person": table.people["archive"], "do": "observe"},
        "door": {"open": True},
        "link": {"kind": "screen"},
        "playlist": {"revision": 0, "plan": {}},
        "answers": {"answers": {"feedback:useful": "5"}},
        "sheet": {"revision": 0, "sheet": {}},
        "fork": {"version": 2, "text": "What if?"},
        "sessions": {"title": "T", "ruleset": "tiny", "players": 3},
        "staff": {"kind": "evaluator", "name": "Eva"},
        "own": {"name": "Ann"},
        "evaluations": {"id": "e-000001", "table": table.table, "objective": "none"},
        "drop": {"id": "e-000001"},
        "roster": {"csv": "Ada", "dry_run": True},
    }
    bodies["check"] = {"id": "none", "tapped": True} if one.who == "that person" else {"on": True}
    bodies["countdown"] = {"seconds": 5}
    bodies |= {name: {"csv": "number,headline\n1,A"} for name in ("look", "take")}
    bodies["dry-run"] = {"command": {"type": "pause"}}
    body = bodies.get(one.path.rpartition("/")[2], {}) if one.method == "POST" else None
    return one.path.format_map(place), body


def turned_away(reply: Reply) -> bool:
    """Whether nothing was given: for ever, or (a debrief) until the game is over."""
    return reply.status in {401, 403} or (reply.status == 409 and b'"not_over"' in reply.body)


GUARDED = [one for one in ENDPOINTS if one.who != "anybody" and one.path not in OPEN_LISTS]
GUARDED += [one for one in ENDPOINTS if one.path in OPEN_LISTS and one.method == "POST"]


@pytest.mark.parametrize("one", GUARDED, ids=lambda one: f"{one.method} {one.path}")
def test_an_endpoint_is_open_to_its_roles_and_to_no_others(
    server: Server, elsewhere: Sitting, one: Endpoint
) -> None:
    # given everybody around a session
    everybody = cast(server, elsewhere)
    path, body = asked(one, everybody.table)
    # when those ask who may not, then they are turned away
    for role in ROLES:
        if role not in MAY[one.who]:
            reply = everybody.clients[role].ask(path, body)
            assert turned_away(reply), (role, reply)
    # when those ask who may, then they are not
    for role in MAY[one.who]:
        reply = everybody.clients[role].ask(path, body)
        assert reply.status not in {401, 403, 500}, (role, reply)


def test_nobody_s_list_names_another_s_session(server: Server, elsewhere: Sitting) -> None:
    everybody = cast(server, elsewhere)
    for role in ROLES:
        told = everybody.clients[role].ask("/api/sessions").body
        assert (everybody.table.session.encode() in told) == (role == "facilitator")


def gives_none(line: ClientConnection, table: Sitting, kinds: Sequence[type[Command]]) -> None:
    """None of these commands is taken from who holds this line."""
    for kind in kinds:
        ask = {"id": kind.__name__, "table": table.table, "command": {"type": tag(kind)}}
        told = answer(line, ask)
        assert (told["type"], told["reason"]) == ("refused", "not_here"), kind


def test_whoever_evaluates_gives_no_command_and_takes_no_seat(
    server: Server, elsewhere: Sitting
) -> None:
    everybody = cast(server, elsewhere)
    table, before = everybody.table, everybody.table.log()
    secret = everybody.clients["evaluator"].secret
    kinds = [*STAFF_COMMANDS, *SEAT_COMMANDS, *CHANCE_COMMANDS, *CLOCK_COMMANDS]
    lines = [kinds[at : at + 15] for at in range(0, len(kinds), 15)]  # as many as one may burst
    for some in lines:
        with socket(server, secret) as line:
            gives_none(line, table, some)
    listed = convert(
        table.facilitator.get(f"/api/sessions/{table.session}")["people_of"],
        type=list[dict[str, object]],
    )
    evaluator = next(one["person"] for one in listed if one["kind"] == "evaluator")
    for path, body in (
        (f"/api/people/{evaluator}/seat", {"table": table.table, "seat": "archive"}),
        (f"/api/people/{evaluator}/command", {"id": "1", "command": {"type": "done"}}),
        (f"/api/people/{evaluator}/leave", {}),
    ):
        assert everybody.clients["evaluator"].ask(path, body).status == 403, path
    seat = {"table": table.table, "seat": "archive", "person": evaluator}
    reply = table.facilitator.ask(f"/api/sessions/{table.session}/seat", seat)
    assert (reply.status, reply.reason) == (409, "staff")
    assert table.log() == before


def tag(kind: type[Command]) -> str:
    return str(kind.__struct_config__.tag)


NOT_A_SEAT_S = [tag(one) for one in (*STAFF_COMMANDS, *CHANCE_COMMANDS, *CLOCK_COMMANDS)]
NOT_A_FACILITATOR_S = [tag(one) for one in (*SEAT_COMMANDS, *CHANCE_COMMANDS, *CLOCK_COMMANDS)]


@pytest.mark.parametrize("phase", ["lobby", "talk"])
def test_no_seat_gives_a_command_of_facilitator_chance_or_clock(server: Server, phase: str) -> None:
    table = sitting(server) if phase == "lobby" else sitting(server).begin_talk()
    seat, path = server.client(table.passes["council"]), f"/api/people/{table.people['council']}"
    before = table.log()
    for kind in NOT_A_SEAT_S:
        reply = seat.ask(f"{path}/command", {"id": kind, "command": {"type": kind}})
        assert (reply.status, reply.reason) == (400, "malformed"), kind
    assert table.log() == before


@pytest.mark.parametrize("phase", ["lobby", "talk"])
def test_no_facilitator_gives_a_command_of_a_seat_chance_or_clock(
    server: Server, phase: str
) -> None:
    table = sitting(server) if phase == "lobby" else sitting(server).begin_talk()
    path, before = f"/api/sessions/{table.session}/control", table.log()
    for kind in NOT_A_FACILITATOR_S:
        body = {"id": kind, "table": table.table, "command": {"type": kind}}
        reply = table.facilitator.ask(path, body)
        assert (reply.status, reply.reason) == (400, "malformed"), kind
    assert table.log() == before


@pytest.mark.parametrize("kind", [tag(one) for one in SEAT_COMMANDS])
def test_whoever_has_no_seat_gives_no_command(server: Server, kind: str) -> None:
    table = sitting(server).begin_talk()
    joined, before = table.join(None, "Waits").value(), table.log()
    client = server.client(str(joined["pass"]))
    body = {"id": "1", "command": {"type": kind}}
    reply = client.ask(f"/api/people/{joined['person']}/command", body)
    refused = reply.status == 200 and reply.value()["reason"] == "not_here"
    assert refused or (reply.status, reply.reason) == (400, "malformed")
    assert table.log() == before


def test_a_view_of_a_seat_holds_nothing_of_another_s(server: Server) -> None:
    table = sitting(server).begin_talk()
    for seat, person in table.people.items():
        view = server.client(table.passes[seat]).get(f"/api/people/{person}/view")["view"]
        found = convert(view, type=dict[str, object])
        assert found["seat"] == seat
        assert found["staff"] is None
        assert convert(found["own"], type=dict[str, object])["seat"] == seat


def addresses(table: Sitting) -> list[str]:
    """Everything that can be fetched around a session, pages included."""
    rules = convert(
        table.facilitator.get("/api/rulesets")["rulesets"], type=list[dict[str, object]]
    )
    place = {
        "session": table.session,
        "table": table.table,
        "version": "3",
        "revision": "1",
        "first": "1",
        "last": "2",
        "look": "3",
        "seat": "council",
        "code": table.code,
        "format": "csv",
        "digest": next(str(one["digest"]) for one in rules if one["id"] == "tiny"),
    }
    paths = [one.path for one in ENDPOINTS if one.method == "GET"]
    paths += [path.partition("<")[0] for path, _ in PAGES]
    paths += [f"/console/{table.session}", f"/screen/{table.session}", f"/debrief/{table.table}"]
    paths += [f"/report/{table.table}"]
    paths += [f"/j/{table.code}", "/static/js/play.js"]
    return [
        path.replace("{person}", person).format_map(place)
        for path in paths
        for person in (table.people.values() if "{person}" in path else ("",))
    ]


@pytest.mark.parametrize("phase", ["lobby", "talk", "ended"])
def test_a_brief_reaches_its_own_seat_and_nobody_else_by_any_address(
    server: Server, elsewhere: Sitting, phase: str
) -> None:
    # given everybody around a session, and what each seat alone reads of itself
    everybody = cast(server, elsewhere)
    table, clients = everybody.table, everybody.clients
    if phase != "lobby":
        table.begin_talk()
    if phase == "ended":
        table.control("end_game", text="Time is up.")
    told = table.facilitator.get(f"/api/tables/{table.table}/briefs")["briefs"]
    briefs = {seat: text.encode() for seat, text in convert(told, type=dict[str, str]).items()}
    own = clients["seat"].get(f"/api/people/{table.people['council']}/briefs")["briefs"]
    assert own == {"council": briefs["council"].decode()}
    # when everybody but the facilitator fetches whatever there is, then no other's is in it
    for role in ROLES:
        if role != "facilitator":
            mine = {"seat": "council", "other seat": "library"}.get(role)
            for path in addresses(table):
                body = clients[role].ask(path).body
                seen = {seat for seat, text in briefs.items() if text[:40] in body}
                assert seen <= {mine}, (role, path)
