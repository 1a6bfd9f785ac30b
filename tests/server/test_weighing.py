"""Cautions over the wire: a seat weighs what it means to do; nothing happens by it."""

from collections.abc import Iterator

import pytest
from msgspec import convert

from tests.server.serving import Server, Sitting, serving, sitting


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("weighing")) as running:
        yield running


def weigh(table: Sitting, seat: str, **command: object) -> list[dict[str, object]]:
    path = f"/api/people/{table.people[seat]}/weigh"
    told = table.server.client(table.passes[seat]).post(path, {"command": command})
    return convert(told["cautions"], type=list[dict[str, object]])


def test_an_offer_is_weighed_for_the_seat_that_asks_and_nothing_happens(server: Server) -> None:
    table = sitting(server).begin_talk()
    before = table.log()
    promise = {"act": {"kind": "sign", "dependency": "council_library_names"}, "due": 1}
    found = weigh(table, "council", type="offer", to="library", give={"promise": [promise]})
    values = [one for one in found if one["of"] == "core_value"]
    assert values == [
        {"of": "core_value", "kind": "unanswered", "dependencies": ["council_library_names"]}
    ]
    assert weigh(table, "council", type="offer", to="library", get={"pay": 1}) == []
    assert table.log() == before


def test_what_has_no_form_is_refused_and_who_has_no_seat_has_nothing_at_stake(
    server: Server,
) -> None:
    table = sitting(server).begin_talk()
    own = server.client(table.passes["council"])
    path = f"/api/people/{table.people['council']}/weigh"
    for command in ({"type": "next_phase"}, {"type": "offer"}, {}):
        reply = own.ask(path, {"command": command})
        assert (reply.status, reply.reason) == (400, "malformed")
    waits = table.join(None, "Waits").value()
    body = {"command": {"type": "plan", "acts": []}}
    told = server.client(str(waits["pass"])).post(f"/api/people/{waits['person']}/weigh", body)
    assert told == {"cautions": []}
    theirs = f"/api/people/{table.people['library']}/weigh"
    assert own.ask(theirs, body).status == 403
