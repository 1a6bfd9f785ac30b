"""The print pack: what a table needs on paper, for its facilitator alone."""

from collections.abc import Iterator

import pytest
from msgspec import convert

from tests.server.serving import Server, Sitting, serving, sitting

Row = dict[str, object]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("printing")) as running:
        yield running


def staff_part(table: Sitting) -> Row:
    """What the facilitator alone sees of the table."""
    view = convert(table.facilitator.get(f"/api/sessions/{table.session}/view")["view"], type=Row)
    return convert(view["staff"], type=Row)


def test_the_pack_is_the_table_as_it_was_laid(server: Server) -> None:
    # given a table in play, some of whose cards are gone, and may have turned what is real
    table = sitting(server, ruleset="newborn", players=5)
    laid = staff_part(table)
    staff = staff_part(table.begin_talk())
    # when the pack is asked for
    pack = table.facilitator.get(f"/api/tables/{table.table}/pack")
    # then it holds the decks from their beginning, the truth, and every role
    events = [str(one["id"]) for one in convert(pack["events"], type=list[Row])]
    left = convert(staff["event_deck"], type=list[str])
    assert events[-len(left) :] == left
    assert len(events) > len(left)
    real = [one["id"] for one in convert(pack["dependencies"], type=list[Row]) if one["real"]]
    assert real
    assert real == laid["real"]
    seats = convert(pack["seats"], type=list[Row])
    assert [one["id"] for one in seats] == [
        one["seat"] for one in convert(staff["seats"], type=list[Row])
    ]
    assert all(one["brief"] and one["concern"] for one in seats)


def test_another_session_s_address_prints_nothing(server: Server) -> None:
    mine, other = sitting(server), sitting(server)
    path = f"/console/{mine.session}/print"
    assert mine.facilitator.ask(f"{path}/{mine.table}").status == 200
    assert mine.facilitator.ask(f"{path}/{other.table}").status in {401, 403}
    assert other.facilitator.ask(f"{path}/{other.table}").status == 404
