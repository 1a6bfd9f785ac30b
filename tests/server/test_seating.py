"""Two who reach for one seat, and one who reaches for two: whoever had a seat keeps one."""

from collections.abc import Iterator
from http.client import HTTPConnection

import pytest
from msgspec import convert, json

from tests.server.serving import KEY, PATIENCE_S, Seen, SeenTable, Server, serving

Chair = tuple[str, str]
"""A table and a seat."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("seating")) as running:
        yield running


class Room:
    """A session of two tables in the lobby, whose people take seats by themselves."""

    def __init__(self, server: Server) -> None:
        self.server = server
        body = {"title": "T", "ruleset": "tiny", "players": 3, "tables": 2, "bearer": True}
        made = server.client(KEY).post("/api/sessions", body)
        self.session = str(made["session"])
        self.facilitator = server.client(str(made["pass"]))
        seen = json.decode(self.facilitator.ask(f"/api/sessions/{self.session}").body, type=Seen)
        self.code = seen.join.code
        self.tables = [one.id for one in seen.tables]

    def join(self, name: str, chair: Chair) -> tuple[str, str]:
        """Somebody comes and sits there: their id and pass."""
        body = {"code": self.code, "name": name, "bearer": True}
        made = self.server.client().post(
            "/api/join", body | {"table": self.tables[int(chair[0])], "seat": chair[1]}
        )
        return str(made["person"]), str(made["pass"])

    def chairs(self, person: str) -> list[Chair]:
        """Every seat that somebody has."""
        seen = self.facilitator.get(f"/api/sessions/{self.session}")
        tables = convert(seen["tables"], type=list[SeenTable])
        return [
            (str(self.tables.index(table.id)), seat.seat)
            for table in tables
            for seat in table.seats
            if seat.person == person
        ]

    def at_once(self, *takes: tuple[tuple[str, str], Chair]) -> list[int]:
        """Each of these people asks for a seat before any of them is answered: the statuses."""
        sent = []
        for (person, secret), (table, seat) in takes:
            connection = HTTPConnection("127.0.0.1", self.server.port, timeout=PATIENCE_S)
            body = json.encode({"table": self.tables[int(table)], "seat": seat})
            headers = {"Authorization": f"Bearer {secret}", "Content-Type": "application/json"}
            connection.request("POST", f"/api/people/{person}/seat", body, headers)
            sent.append(connection)
        statuses = [one.getresponse().status for one in sent]
        for one in sent:
            one.close()
        return statuses


@pytest.mark.parametrize("table", ["0", "1"])
def test_of_two_who_reach_for_one_seat_the_slower_keeps_theirs(server: Server, table: str) -> None:
    for _ in range(6):
        room = Room(server)
        people = {
            chair: room.join("Somebody", chair) for chair in (("0", "council"), ("0", "library"))
        }
        wanted = (table, "archive")
        statuses = room.at_once(*((who, wanted) for who in people.values()))
        assert sorted(statuses) == [200, 409]
        for (before, (person, _)), status in zip(people.items(), statuses, strict=True):
            assert room.chairs(person) == [wanted if status == 200 else before]


def test_who_reaches_for_two_seats_at_once_has_one(server: Server) -> None:
    for _ in range(6):
        room = Room(server)
        ada = room.join("Ada", ("0", "council"))
        wanted = [("0", "library"), ("1", "library"), ("1", "archive")]
        assert room.at_once(*((ada, chair) for chair in wanted)) == [200, 200, 200]
        (has,) = room.chairs(ada[0])
        assert has in wanted


def test_a_move_that_is_refused_leaves_a_person_where_they_were(server: Server) -> None:
    room = Room(server)
    person, _ = room.join("Ada", ("0", "council"))
    body = {"table": room.tables[1], "seat": "council", "person": person}
    path = f"/api/sessions/{room.session}/seat"
    assert room.facilitator.ask(path, body | {"seat": "none"}).status == 404
    assert room.chairs(person) == [("0", "council")]
    # and one that is not is a move: from the one table to the other
    assert room.facilitator.ask(path, body).status == 200
    assert room.chairs(person) == [("1", "council")]
