"""Lists of named people with kept seats, over the wire."""

from collections.abc import Iterator

import pytest
from msgspec import convert

from tests.server.serving import Server, Sitting, serving, sitting

Row = dict[str, object]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("rosters")) as running:
        yield running


def put(table: Sitting, csv: str, *, dry_run: bool = False) -> Row:
    body = {"csv": csv, "dry_run": dry_run}
    return table.facilitator.post(f"/api/sessions/{table.session}/roster", body)


def faults(table: Sitting, csv: str) -> list[tuple[object, object]]:
    told = put(table, csv)
    assert told["kept"] is False
    return [(one["line"], one["sentence"]) for one in convert(told["faults"], type=list[Row])]


def listed(table: Sitting) -> list[tuple[object, object, object]]:
    told = table.facilitator.get(f"/api/sessions/{table.session}/roster")
    return [
        (one["name"], one["seat"], one["here"]) for one in convert(told["lines"], type=list[Row])
    ]


def codes(table: Sitting) -> dict[str, str]:
    """New links: the code of each by name."""
    told = table.facilitator.post(f"/api/sessions/{table.session}/roster/links", {})
    links = convert(told["links"], type=list[Row])
    return {str(one["name"]): str(one["address"]).partition("#")[2] for one in links}


def come(server: Server, code: str) -> Row:
    return server.client().post("/api/links", {"code": code, "bearer": True})


def holder(table: Sitting, seat: str) -> object:
    told = table.facilitator.get(f"/api/sessions/{table.session}")
    (one,) = [
        place
        for each in convert(told["tables"], type=list[Row])
        for place in convert(each["seats"], type=list[Row])
        if place["seat"] == seat
    ]
    return one["name"]


@pytest.mark.parametrize(
    "csv",
    [
        "Ada,Table 1,council\nBen,,",
        "Name;Table;Seat\r\nAda;1;CO\r\nBen;;\r\n",
        "\ufeffseat\tname\nTown council\tAda\n\tBen\n\n",
    ],
)
def test_a_list_is_read_as_people_paste_it(server: Server, csv: str) -> None:
    table = sitting(server, seats=False)
    assert put(table, csv, dry_run=True)["kept"] is False
    assert listed(table) == []  # a try keeps nothing
    assert put(table, csv)["kept"] is True
    assert listed(table) == [("Ada", "council", False), ("Ben", None, False)]


def test_every_fault_of_a_list_is_told_by_its_line_and_nothing_is_kept(server: Server) -> None:
    table = sitting(server, seats=False)
    csv = (
        "name,table,seat\nAda,1,council\n\n,1,library\nBen,2,library\nCleo,1,mayor\n"
        "Dan,1,council\nEva,1,archive,more\nF\u202ex,1,archive"
    )
    told = faults(table, csv)
    assert [line for line, _ in told] == [4, 5, 6, 7, 8, 9]
    assert told[0][1] == "The name is empty."
    assert told[1][1] == "There is no table '2'; there are Table 1."
    assert "There is no seat 'mayor'" in str(told[2][1])
    assert told[3][1] == "This seat is given to line 2 already."
    assert listed(table) == []
    assert faults(table, "\n \n") == [(1, "The list is empty: write a name on each line.")]
    two = sitting(server, seats=False, tables=2)
    assert faults(two, "Ada,,council") == [(1, "Say at which table: Table 1, Table 2.")]


def test_a_link_keeps_its_seat_for_one_person_and_the_press_takes_it(server: Server) -> None:
    table = sitting(server, seats=False)
    put(table, "Ada,1,council\nBen,,")
    links = codes(table)
    # given that nobody else can have the seat
    offer = server.client().post("/api/join/look", {"code": table.code})
    seats = convert(convert(offer["tables"], type=list[Row])[0]["seats"], type=list[Row])
    assert {str(one["seat"]): one["state"] for one in seats}["council"] == "kept"
    assert table.join("council").reason == "seat_taken"
    # when the link is looked at, nothing happens; when it is pressed, the person sits
    for _ in range(2):
        seen = server.client().post("/api/links/look", {"code": links["Ada"]})
        assert (seen["press"], seen["name"], seen["seat"]) == (True, "Ada", "Town council")
        assert server.client().ask("/redeem").status == 200
    assert holder(table, "council") is None
    made = come(server, links["Ada"])
    assert (made["kind"], str(made["address"])[:6]) == ("player", "/play/")
    assert holder(table, "council") == "Ada"
    assert listed(table) == [("Ada", "council", True), ("Ben", None, False)]
    # and it works once
    assert server.client().ask("/api/links", {"code": links["Ada"]}).status == 410
    # and who has no seat waits
    come(server, links["Ben"])
    told = table.facilitator.get(f"/api/sessions/{table.session}")
    assert [one["name"] for one in convert(told["waiting"], type=list[Row])] == ["Ben"]


def test_new_links_end_the_old_ones_of_those_who_have_not_come(server: Server) -> None:
    table = sitting(server, seats=False)
    put(table, "Ada,1,council\nBen,1,library")
    first = codes(table)
    come(server, first["Ada"])
    second = codes(table)
    assert list(second) == ["Ben"]
    assert server.client().ask("/api/links", {"code": first["Ben"]}).status == 410
    come(server, second["Ben"])
    assert holder(table, "library") == "Ben"


def test_a_list_can_be_put_again_with_more_people(server: Server) -> None:
    table = sitting(server, seats=False)
    put(table, "Ada,1,council\nBen,1,library")
    come(server, codes(table)["Ada"])
    put(table, "Ada,1,council\nCleo,1,archive")
    assert listed(table) == [("Ada", "council", True), ("Cleo", "archive", False)]
    assert faults(table, "Dan,1,council") == [(1, "Somebody sits in this seat already.")]
    assert table.join("library").status == 200  # no longer kept for Ben


def test_a_bot_makes_room_and_a_person_who_sits_there_does_not(server: Server) -> None:
    table = sitting(server, seats=False)
    put(table, "Ada,1,council\nBen,1,library")
    links = codes(table)
    for seat in ("council", "archive"):
        body = {"table": table.table, "seat": seat, "bot": "mixed"}
        table.facilitator.post(f"/api/sessions/{table.session}/seat", body)
    joined = table.join(None, "Early").value()
    body = {"table": table.table, "seat": "library", "person": str(joined["person"])}
    table.facilitator.post(f"/api/sessions/{table.session}/seat", body)
    table.begin_talk()
    come(server, links["Ada"])
    come(server, links["Ben"])
    assert holder(table, "council") == "Ada"
    assert holder(table, "library") == "Early"
    told = table.facilitator.get(f"/api/sessions/{table.session}")
    assert [one["name"] for one in convert(told["waiting"], type=list[Row])] == ["Ben"]


def test_kept_seats_and_links_survive_a_restart(tmp_path_factory: pytest.TempPathFactory) -> None:
    with serving(tmp_path_factory.mktemp("again")) as server:
        table = sitting(server, seats=False)
        put(table, "Ada,1,council")
        links = codes(table)
        server.kill()
        server.again()
        assert table.join("council").reason == "seat_taken"
        come(server, links["Ada"])
        assert holder(table, "council") == "Ada"


def test_the_console_alone_sees_for_whom_a_seat_is_kept(server: Server) -> None:
    table = sitting(server, seats=False)
    put(table, "Ada,1,council\nBen,,")
    told = table.facilitator.get(f"/api/sessions/{table.session}")
    assert told["expected"] == [{"table": table.table, "seat": "council", "name": "Ada"}]
    table.join("library")
    seat = server.client(table.passes["library"])
    assert b"Ada" not in seat.ask(f"/api/people/{table.people['library']}/view").body
    offer = server.client().ask("/api/join/look", {"code": table.code})
    assert b"Ada" not in offer.body
