"""What the facilitator writes for a report is kept revision by revision, with who and when."""

from collections.abc import Iterator

import pytest

from tests.server.serving import Client, Server, Sitting, serving, sitting


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("revisions")) as running:
        yield running


@pytest.fixture
def over(server: Server) -> Sitting:
    table = sitting(server).begin_talk()
    assert table.control("end_game", text="Enough for a test.")["type"] == "done"
    return table


def two(server: Server, table: Sitting) -> tuple[Client, Client]:
    """Two facilitators with a name."""
    ana, ben = (server.client(table.appointed("facilitator", name)) for name in ("Ana", "Ben"))
    return ana, ben


def put(by: Client, table: Sitting, revision: int, **sheet: object) -> dict[str, object]:
    return by.post(f"/api/tables/{table.table}/sheet", {"revision": revision, "sheet": sheet})


def listed(by: Client, table: Sitting) -> list[dict[str, object]]:
    found = by.get(f"/api/tables/{table.table}/sheet/revisions")["revisions"]
    assert isinstance(found, list)
    return found


def test_a_revision_says_who_saved_it_and_when(server: Server, over: Sitting) -> None:
    ana, ben = two(server, over)
    assert listed(ana, over) == []
    assert ana.get(f"/api/tables/{over.table}/sheet")["saved"] is None
    put(ana, over, 0, scope="One")
    put(ben, over, 1, scope="Two")
    newest, first = listed(ana, over)
    assert (newest["revision"], newest["by"], newest["mine"]) == (2, "Ben", False)
    assert (first["revision"], first["by"], first["mine"]) == (1, "Ana", True)
    assert isinstance(newest["wall_ms"], int)
    assert isinstance(first["wall_ms"], int)
    assert newest["wall_ms"] >= first["wall_ms"]
    assert ben.get(f"/api/tables/{over.table}/sheet")["saved"] == {**newest, "mine": True}


def test_an_earlier_revision_can_be_read_and_gone_back_to(server: Server, over: Sitting) -> None:
    ana, ben = two(server, over)
    put(ana, over, 0, scope="One", staff="Ana")
    put(ben, over, 1, scope="Two")
    path = f"/api/tables/{over.table}/sheet"
    once = ana.get(f"{path}/revisions/1")
    assert isinstance(once["sheet"], dict)
    assert (once["sheet"]["scope"], once["sheet"]["staff"]) == ("One", "Ana")
    put(ana, over, 2, **once["sheet"])
    assert ana.get(path)["sheet"] == once["sheet"]
    # going back destroys nothing
    assert [one["revision"] for one in listed(ana, over)] == [3, 2, 1]
    for number in ("0", "4", "x", "9999999"):
        assert ana.ask(f"{path}/revisions/{number}").status == 404


def test_of_two_who_save_at_once_one_is_refused_and_both_versions_can_be_had(
    server: Server, over: Sitting
) -> None:
    ana, ben = two(server, over)
    put(ana, over, 0, scope="Begun")
    put(ben, over, 1, scope="Of Ben")
    path = f"/api/tables/{over.table}/sheet"
    late = ana.ask(path, {"revision": 1, "sheet": {"scope": "Of Ana"}})
    assert (late.status, late.reason) == (409, "changed")
    assert ana.get(path)["revision"] == 2
    put(ana, over, 2, scope="Of Ana and of Ben")
    said = [ana.get(f"{path}/revisions/{number}")["sheet"] for number in (1, 2, 3)]
    assert [one["scope"] for one in said if isinstance(one, dict)] == [
        "Begun",
        "Of Ben",
        "Of Ana and of Ben",
    ]


def test_revisions_outlast_the_server(server: Server, over: Sitting) -> None:
    ana, _ = two(server, over)
    put(ana, over, 0, scope="canary")
    before = listed(ana, over)
    server.stop()
    server.again()
    assert listed(ana, over) == before
    assert listed(over.facilitator, over)[0]["by"] == "Ana"


def test_players_read_no_revision(server: Server, over: Sitting) -> None:
    put(over.facilitator, over, 0, scope="One")
    player = server.client(over.passes["council"])
    for path in ("revisions", "revisions/1"):
        assert player.ask(f"/api/tables/{over.table}/sheet/{path}").status == 403
