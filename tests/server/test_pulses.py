"""Pulses over the wire: the facilitator asks, seats answer, and nobody else learns of it."""

from collections.abc import Iterator

import pytest

from tests.server.serving import Server, serving, sitting


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("pulses")) as running:
        yield running


def test_a_pulse_is_answered_with_one_command_which_no_other_seat_sees(server: Server) -> None:
    # given a table that was asked something
    table = sitting(server).begin_talk()
    assert table.control("ask_pulse", question="launch")["type"] == "done"
    views = {
        seat: server.client(table.passes[seat]).ask(f"/api/people/{person}/view").body
        for seat, person in table.people.items()
    }
    pulse = views["council"].partition(b'"pulse":{"id":"')[2].partition(b'"')[0].decode()
    # when one seat answers
    command = {"type": "answer_pulse", "pulse": pulse, "answer": "4"}
    address = f"/api/people/{table.people['council']}"
    seat = server.client(table.passes["council"])
    told = seat.post(f"{address}/command", {"id": "a1", "command": command})
    # then it is done, it is told so, and to the others nothing has changed
    assert told["type"] == "done"
    answered = b'"pulses":[{"pulse":"%s","answer":"4"}]' % pulse.encode()
    assert answered in seat.ask(f"{address}/view").body
    for other in ("library", "archive"):
        found = server.client(table.passes[other]).ask(f"/api/people/{table.people[other]}/view")
        assert found.body == views[other]
    # and the facilitator sees who answered what
    body = table.facilitator.ask(f"/api/sessions/{table.session}/view").body
    assert b'"answers":[{"seat":"council","answer":"4"}]' in body


def test_a_pulse_takes_no_answers_once_it_is_closed(server: Server) -> None:
    table = sitting(server)
    table.control("ask_pulse", text="Shall we begin?", form="yes_no")
    body = table.facilitator.ask(f"/api/sessions/{table.session}/view").body
    pulse = body.partition(b'"pulse":{"id":"')[2].partition(b'"')[0].decode()
    assert table.control("close_pulse")["type"] == "done"
    assert table.control("close_pulse")["reason"] == "already"
    seat, address = server.client(table.passes["library"]), table.people["library"]
    command = {"type": "answer_pulse", "pulse": pulse, "answer": "yes"}
    told = seat.post(f"/api/people/{address}/command", {"id": "a1", "command": command})
    assert (told["type"], told["reason"]) == ("refused", "pulse_closed")
