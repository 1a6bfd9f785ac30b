"""Several facilitators of one session: who did what stands in the log, their names beside it."""

from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

import pytest
from msgspec import convert, json
from websockets.exceptions import ConnectionClosed

from game.log import Entry
from server.exports.log import taken
from tests.server.serving import Client, Server, Sitting, frame, serving, sitting, socket

Row = dict[str, object]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("staff")) as running:
        yield running


def second(table: Sitting, name: str = "Ben Canary") -> Client:
    """A further facilitator, appointed by name."""
    return table.server.client(table.appointed("facilitator", name))


def by(client: Client, table: Sitting, kind: str, **fields: object) -> None:
    table.asked += 1
    body = {"id": f"b{table.asked}", "table": table.table, "command": {"type": kind, **fields}}
    answer = client.post(f"/api/sessions/{table.session}/control", body)
    assert answer["type"] == "done", answer


def call(client: Client, table: Sitting, name: str) -> None:
    client.post(f"/api/sessions/{table.session}/staff/own", {"name": name})


def entries(table: Sitting, kind: str) -> list[Entry]:
    found = taken(table.log()).entries
    return [one for one in found if one.command.__struct_config__.tag == kind]


def lines(view: object, kind: str) -> list[Row]:
    found = convert(convert(view, type=Row)["lines"], type=list[Row])
    return [one for one in found if one["kind"] == kind]


def facilitator_view(table: Sitting) -> Row:
    return convert(table.facilitator.get(f"/api/sessions/{table.session}/view")["view"], type=Row)


def named(table: Sitting) -> dict[str, str]:
    """The names of the staff by id."""
    seen = table.facilitator.get(f"/api/sessions/{table.session}")
    people = convert(seen["people_of"], type=list[Row])
    return {str(one["person"]): str(one["name"]) for one in people if one["kind"] == "facilitator"}


def test_each_entry_tells_which_of_the_facilitators_it_was(server: Server) -> None:
    table = sitting(server).begin_talk()
    ben = second(table)
    by(ben, table, "speak", text="From Ben.")
    by(table.facilitator, table, "speak", text="From the other.")
    first, other = (one.who for one in entries(table, "speak"))
    assert first != other
    assert named(table)[str(first)] == "Ben Canary"
    assert None not in {one.who for one in entries(table, "start")}


def test_a_name_given_later_says_who_did_what_was_done_before(server: Server) -> None:
    table = sitting(server).begin_talk()
    assert named(table) == {}
    by(table.facilitator, table, "speak", text="Before.")
    call(table.facilitator, table, "Ana Canary")
    by(table.facilitator, table, "speak", text="After.")
    before, after = (one.who for one in entries(table, "speak"))
    assert before == after
    assert named(table) == {str(before): "Ana Canary"}
    call(table.facilitator, table, "Ann")
    assert named(table) == {str(before): "Ann"}
    assert (
        table.facilitator.ask(f"/api/sessions/{table.session}/staff/own", {"name": " "}).status
        == 400
    )


def test_no_name_of_the_staff_is_in_the_log(server: Server) -> None:
    table = sitting(server).begin_talk()
    call(table.facilitator, table, "Ana Canary")
    by(second(table), table, "note", text="Seen.")
    assert b"Canary" not in table.log()


def test_which_of_them_it_was_only_the_staff_reads(server: Server) -> None:
    table = sitting(server).begin_talk()
    by(second(table), table, "speak", text="Hear this.")
    who = entries(table, "speak")[0].who
    assert [one["who"] for one in lines(facilitator_view(table), "spoke")] == [who]
    with socket(server, table.passes["council"]) as made:
        seen = convert(frame(made, "view")["view"], type=Row)
    assert len(lines(seen, "spoke")) == 1
    assert str(who).encode() not in json.encode(seen)


def test_what_is_done_about_people_counts_and_ends_is_told_apart_too(server: Server) -> None:
    table = sitting(server).begin_talk()
    ben = second(table)
    path = f"/api/sessions/{table.session}"
    ben.post(f"{path}/seat", {"table": table.table, "seat": "council", "bot": "mixed"})
    by(ben, table, "pause")
    ben.post(f"{path}/countdown", {"table": table.table, "seconds": 0})
    ben.post(f"{path}/end", {})
    who = entries(table, "pause")[0].who
    assert who is not None
    assert {one.who for one in entries(table, "put_bot")} == {who}
    # what people did by themselves is nobody's of the staff
    assert {one.who for one in entries(table, "fill_seat")} == {None}


def test_reports_and_tables_of_numbers_say_who_it_was_by_a_name_or_by_none(server: Server) -> None:
    table = sitting(server).begin_talk()
    call(table.facilitator, table, "Ana Canary")
    by(second(table), table, "speak", text="Hear this.")
    by(table.facilitator, table, "end_game", text="Time is up.")
    for names in ("yes", "no"):
        report = table.facilitator.ask(f"/report/{table.table}?names={names}")
        assert report.status == 200
        for name in (b"Ana Canary", b"Ben Canary"):
            assert (name in report.body) == (names == "yes"), (name, names)
        body = table.facilitator.ask(f"/api/tables/{table.table}/exports/csv?names={names}").body
        with ZipFile(BytesIO(body)) as file:
            said = b"\n".join(file.read(one) for one in file.namelist() if "lines" in one)
        assert (b"Ben Canary" in said) == (names == "yes")


def test_why_somebody_was_removed_stands_in_the_log_without_their_name(server: Server) -> None:
    table = sitting(server).begin_talk()
    path = f"/api/sessions/{table.session}/person"
    ana = table.people["library"]
    table.facilitator.post(path, {"person": ana, "do": "remove", "text": "Is here twice."})
    (removed,) = entries(table, "remove_person")
    assert removed.who is not None
    (line,) = lines(facilitator_view(table), "person_removed_of_seat")
    words = convert(facilitator_view(table)["words"], type=dict[str, str])
    assert (line["params"], words[str(line["text"])]) == (
        {"seat": "library", "person": ana},
        "Is here twice.",
    )
    with socket(server, table.passes["council"]) as made:
        seen = json.encode(frame(made, "view"))
    assert b"person_removed" not in seen
    assert b"Is here twice." not in seen
    table.facilitator.post(path, {"person": ana, "do": "readmit"})
    assert len(lines(facilitator_view(table), "person_readmitted_of_seat")) == 1


def test_a_removal_asked_as_a_control_shuts_out_as_well(server: Server) -> None:
    table = sitting(server).begin_talk()
    answer = table.control("remove_person", person=table.people["library"], text="Twice here")
    assert answer["type"] == "done"
    with socket(server, table.passes["library"]) as made, pytest.raises(ConnectionClosed):
        frame(made, "view")
    unknown = table.control("remove_person", person="nobody")
    assert unknown["type"] == "refused"
    back = table.control("remove_person", person=table.people["library"], removed=False)
    assert back["type"] == "done"
    with socket(server, table.passes["library"]) as made:
        frame(made, "view")


def test_notes_on_an_objective_stand_together_in_the_report(server: Server) -> None:
    table = sitting(server, ruleset="newborn", players=4).begin_talk()
    by(table.facilitator, table, "note", text="They waited.", objective="trust", tags=["quote"])
    by(table.facilitator, table, "note", text="On nothing.", tags=["safety"])
    body = {"id": "u", "table": table.table, "command": {
        "type": "note", "text": "Lost.", "objective": "nothing",
    }}  # fmt: skip
    refused = table.facilitator.ask(f"/api/sessions/{table.session}/control", body)
    assert refused.status == 400
    by(table.facilitator, table, "end_game", text="Time is up.")
    report = table.facilitator.ask(f"/report/{table.table}").body.decode()
    notes = report[report.index('id="notes"') :]
    heading = notes.index("Place trust, and deserve it")
    assert heading < notes.index("They waited.") < notes.index("On nothing.")
    sheets = table.facilitator.ask(f"/api/tables/{table.table}/exports/csv").body
    with ZipFile(BytesIO(sheets)) as file:
        name = next(one for one in file.namelist() if "notes" in one)
        assert b'"quote","trust","They waited."' in file.read(name)
