"""What leaves the server: every format with every pair of eyes, and nothing they did not see."""

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from uuid import UUID

import pytest
from msgspec import convert, json
from msgspec.structs import replace

from game.acting import ActFor
from game.controls.course import NextPhase, Start
from game.controls.seats import FillSeat
from game.events.talk import Said
from game.log import NO_HASH, Entry, sealed
from game.opening import Setup
from game.talk.messages import Say
from game.vocabulary import FACILITATOR, PersonId
from server.debriefs.record import Record
from server.exports import EXPORTS
from server.exports.base import Names, Told, told
from server.exports.sheets import SHEETS
from server.exports.sheets.base import guarded
from server.exports.xapi.profile import SHAPES, TYPES, VERBS
from tests.given import COUNCIL, tiny
from tests.playing import Game
from tests.recorded import LEADERS, NAMES, by_two, game_of, record_of
from tests.rulesets import ROOT
from tests.server.serving import Server, Sitting, serving, sitting

SALT = b"0123456789abcdef"
FORMULAS = ("=1+1", "+1", "-1+2", "@SUM(A1)", "\t=1", "a;=HYPERLINK(1)", "x\r\n=1", "\uff1d1")
SIGNS = "=+-@\uff1d\uff0b\uff0d\uff20"
PERSONS = tuple(f"person-{number}" for number in range(5))

Rows = list[dict[str, str]]


def seen(eyes: str = "facilitator", number: int = 1, *, opened: bool = True) -> Told:
    return told(record_of(game_of(number, opened=opened)), eyes, SALT)


def unzipped(body: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(body)) as found:
        return {name: found.read(name).decode("utf-8-sig") for name in found.namelist()}


def rows(body: bytes, name: str) -> Rows:
    return list(csv.DictReader(io.StringIO(unzipped(body)[f"{name}.csv"], newline="")))


def stated(body: bytes) -> list[dict[str, object]]:
    return [json.decode(line, type=dict[str, object]) for line in body.splitlines()]


# --- CSV


def test_the_example_of_the_page_reads_an_export(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = (ROOT / "docs" / "exports.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"^```python\n(.*?)^```$", page, re.DOTALL | re.MULTILINE)
    body = EXPORTS["csv"].writer(seen())
    (tmp_path / "game.zip").write_bytes(body)
    monkeypatch.chdir(tmp_path)
    found: dict[str, object] = {}
    exec(example, found)  # noqa: S102 - the page of this checkout, as its readers run it
    last = rows(body, "tracks")[-1]
    ledgers = convert(found["ledgers"], list[tuple[float, int, int]])
    assert ledgers[-1] == (float(last["at_s"]), int(last["rating"]), int(last["bounced"]))
    trust = convert(found["trust"], dict[tuple[str, str], int])
    held = {row["seat"]: int(row["tokens"]) for row in rows(body, "seats")}
    assert held == {seat: sum(n for (_, to), n in trust.items() if to == seat) for seat in held}


def test_the_readme_names_every_file_and_every_column() -> None:
    files = unzipped(EXPORTS["csv"].writer(seen()))
    assert set(files) == {"README.txt", *(f"{one.name}.csv" for one in SHEETS)}
    for sheet in SHEETS:
        head = next(csv.reader(io.StringIO(files[f"{sheet.name}.csv"])))
        assert head == [one.name for one in sheet.columns]
        assert f"{sheet.name}.csv" in files["README.txt"]
        for column in sheet.columns:
            assert f"    {column.name}: {column.words}" in files["README.txt"]


@pytest.mark.parametrize("eyes", ["facilitator", "public", "council"])
def test_every_row_is_as_long_as_its_head(eyes: str) -> None:
    found = unzipped(EXPORTS["csv"].writer(seen(eyes, 3)))
    for sheet in SHEETS:
        read = csv.reader(io.StringIO(found[f"{sheet.name}.csv"], newline=""))
        assert {len(row) for row in read} == {len(sheet.columns)}, sheet.name


def test_no_sheet_of_a_long_game_is_empty() -> None:
    bodies = [EXPORTS["csv"].writer(seen(number=number)) for number in range(1, 9, 2)]
    kept_apart = {"answers", "ratings"}  # not in the log: the test of the reports fills them
    lengths = {
        sheet.name: sum(len(rows(body, sheet.name)) for body in bodies)
        for sheet in SHEETS
        if sheet.name not in kept_apart
    }
    assert min(lengths.values()) > 0, lengths


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_cell_is_taken_for_a_formula(formula: str) -> None:
    # given a game in which everybody writes formulas, in a session called so
    words = {f"words {number}": formula for number in range(9)} | {"words": formula, "why": formula}
    record = replace_title(record_of(game_of(1), words), formula)
    # when it is taken out, then no cell begins as one, wherever a cell may begin
    found = unzipped(EXPORTS["csv"].writer(told(record, "facilitator", SALT)))
    said = [row["text"] for row in rows(EXPORTS["csv"].writer(seen()), "talk")]
    assert any(said)
    for name, text in found.items():
        if name == "README.txt":
            continue
        for row in csv.reader(io.StringIO(text, newline="")):
            for cell in row:
                for part in cell.replace("\r\n", ";").replace("\t", ";").split(";"):
                    is_number = part.lstrip("-").replace(".", "").isdigit()
                    assert is_number or part.lstrip()[:1] not in [*SIGNS], (name, cell)


def replace_title(record: Record, title: str) -> Record:
    return Record(
        **{name: getattr(record, name) for name in Record.__dataclass_fields__} | {"title": title}
    )


def test_a_cell_of_nothing_but_line_ends_is_looked_at_once() -> None:
    """By the square of its length this would take hours."""
    assert guarded("\n" * 2**21 + "x") == "\n" * 2**21 + "x"


def test_sheets_agree_with_the_table() -> None:
    game = game_of(3)
    body = EXPORTS["csv"].writer(seen(number=3))
    last = rows(body, "tracks")[-1]
    assert int(last["support"]) == game.table.support
    assert int(last["counter"]) == game.table.counter
    assert {row["promise"]: row["verdict"] for row in rows(body, "promises")} == {
        one.id: one.verdict.value for one in game.table.promises
    }
    assert {row["seat"]: int(row["own"]) for row in rows(body, "scores")} == {
        one.seat: one.own for one in game.table.scores
    }
    pairs = {(row["from"], row["to"]): int(row["tokens"]) for row in rows(body, "trust")}
    seats = [one.id for one in game.table.seats]
    assert pairs == {
        (one, other): game.table.trust(one, other)
        for one in seats
        for other in seats
        if one != other
    }


# --- xAPI


@pytest.mark.parametrize("eyes", ["facilitator", "public", "council"])
def test_statements_are_whole_and_speak_the_profile(eyes: str) -> None:
    found = stated(EXPORTS["xapi"].writer(seen(eyes, 3)))
    assert len({str(UUID(str(one["id"]))) for one in found}) == len(found) > 20
    for one in found:
        verb = convert(one["verb"], type=dict[str, object])
        what = convert(one["object"], type=dict[str, dict[str, object] | str])
        actor = convert(one["actor"], type=dict[str, dict[str, str] | str])
        assert verb["id"] in VERBS.values()
        assert convert(what["definition"], type=dict[str, object])["type"] in TYPES.values()
        assert convert(actor["account"], type=dict[str, str]).keys() == {"homePage", "name"}
        assert datetime.fromisoformat(str(one["timestamp"])).tzinfo is not None
    verbs = [convert(one["verb"], type=dict[str, object])["id"] for one in found]
    assert verbs[0] == VERBS["initialized"]
    assert VERBS["completed"] in verbs


def test_every_kind_of_line_that_is_stated_has_words() -> None:
    texts = record_of(game_of(1)).rules.texts["en"]
    assert {kind for kind in SHAPES if f"lines.{kind}" not in texts} == set()


@pytest.mark.parametrize("names", ["names", "pseudonyms"])
def test_statements_tell_the_facilitators_apart(names: Names) -> None:
    record = by_two(record_of(game_of(7)))
    of = told(record, "facilitator", SALT, names=names)
    made = EXPORTS["xapi"].writer(of)
    found = [convert(one["actor"], type=dict[str, object]) for one in stated(made)]
    called = {of.called(one) for one in LEADERS}
    assert len(called) == len(LEADERS)
    accounts = [convert(one["account"], type=dict[str, str]) for one in found if "account" in one]
    assert called <= {one["name"] for one in accounts}
    assert called <= set(re.findall(r'"[^"]*extensions/facilitator":"([^"]*)"', made.decode()))
    assert names == "names" or not any(one.encode() in made for one in LEADERS)
    alone = EXPORTS["xapi"].writer(told(record, "council", SALT, names=names)).decode()
    assert not any(one in alone for one in (*LEADERS, *called))


def test_what_the_facilitator_did_for_a_seat_is_not_its_person_s() -> None:
    game = Game(tiny(), Setup("for a seat"))
    for place, seat in enumerate(game.table.seats):
        game.do(FACILITATOR, FillSeat(seat.id, PersonId(f"person-{place}")))
    game.do(FACILITATOR, Start())
    game.chance()
    game.do(FACILITATOR, NextPhase())
    game.chance()
    game.do(FACILITATOR, ActFor(COUNCIL, Say("w"), "why"))
    game.do(COUNCIL, Say("w"))
    body = EXPORTS["xapi"].writer(told(record_of(game), "facilitator", SALT))
    actors = [one["actor"] for one in stated(body) if '"said"' in json.encode(one).decode()]
    said = [json.encode(one).decode() for one in actors]
    assert '"facilitator-council"' in said[0]
    assert '"p-' in said[1]


# --- people


@pytest.mark.parametrize("name", ["csv", "xapi"])
@pytest.mark.parametrize("eyes", ["facilitator", "public", "council"])
def test_people_have_pseudonyms_that_hold_within_one_export(name: str, eyes: str) -> None:
    record = record_of(game_of(1))
    made = [told(record, eyes, salt) for salt in (SALT, SALT, b"another")]
    first, again, other = (everything(name, EXPORTS[name].writer(one)) for one in made)
    assert first == again
    for secret in (*NAMES, *PERSONS):
        assert secret not in first
    assert made[0].called("person-0") in first
    assert made[0].called("person-0") not in other


@pytest.mark.parametrize("name", ["csv", "xapi"])
def test_names_are_told_to_the_facilitator_alone_and_on_request(name: str) -> None:
    record = record_of(game_of(1))
    named = told(record, "facilitator", SALT, names="names")
    assert NAMES[0] in everything(name, EXPORTS[name].writer(named))
    for eyes in ("public", "council"):
        refused = told(record, eyes, SALT, names="names")
        assert NAMES[0] not in everything(name, EXPORTS[name].writer(refused))


def everything(name: str, body: bytes) -> str:
    return "\n".join(unzipped(body).values()) if name == "csv" else body.decode()


@pytest.mark.parametrize("name", ["csv", "xapi"])
def test_what_people_wrote_can_be_left_out(name: str) -> None:
    record = record_of(game_of(1))
    with_words = everything(name, EXPORTS[name].writer(told(record, "facilitator", SALT)))
    without = told(record, "facilitator", SALT, words=False)
    assert "Spoken words, " in with_words
    assert "Spoken words, " not in everything(name, EXPORTS[name].writer(without))


# --- nothing that these eyes did not see


def unheard(entries: list[Entry], seat: str) -> list[Entry]:
    """The log without what two others said in confidence, chained anew."""
    kept = [
        one
        for one in entries
        if not any(
            isinstance(event, Said) and event.to is not None and seat not in {event.by, event.to}
            for event in one.events
        )
    ]
    before, made = NO_HASH, []
    for version, one in enumerate(kept, start=1):
        entry = sealed(replace(one, version=version), before)
        made.append(entry)
        before = entry.hash
    return made


@pytest.mark.parametrize("name", ["csv", "xapi"])
@pytest.mark.parametrize("number", [3, 6, 10, 12])  # in these, people whisper
def test_what_two_others_whispered_changes_no_byte_of_an_export(name: str, number: int) -> None:
    game = game_of(number, controls=False, opened=False)
    record = record_of(game)
    for seat in game.table.seats:
        entries = unheard(game.entries, seat.id)
        other = Record(
            **{one: getattr(record, one) for one in Record.__dataclass_fields__}
            | {"entries": tuple(entries)}
        )
        ours, theirs = (told(one, seat.id, SALT) for one in (record, other))
        assert EXPORTS[name].writer(ours) == EXPORTS[name].writer(theirs)


def test_the_games_above_hold_whispers() -> None:
    games = [game_of(number, controls=False, opened=False) for number in range(0, 8, 2)]
    assert any(
        len(unheard(game.entries, seat.id)) < len(game.entries)
        for game in games
        for seat in game.table.seats
    )


@pytest.mark.parametrize("number", [0, 2, 4])
def test_an_export_for_a_seat_holds_no_other_seat_s_sheet(number: int) -> None:
    game = game_of(number, controls=False, opened=False)
    for seat in game.table.seats:
        body = EXPORTS["csv"].writer(told(record_of(game), seat.id, SALT))
        others = [row for row in rows(body, "seats") if row["seat"] != seat.id]
        assert others
        assert {row["concern"] + row["hand"] + row["broken"] for row in others} == {""}
        assert {row["seat"] for row in rows(body, "knowledge")} <= {seat.id}
        assert rows(body, "notes") == []
        for row in rows(body, "deals") + rows(body, "promises"):
            assert row["confidential"] == "no" or seat.id in {row["by"], row["to"]}


# --- over the wire


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("exports")) as running:
        yield running


@pytest.fixture(scope="module")
def over(server: Server) -> Sitting:
    """A game that was ended in its first round, after a word in confidence."""
    table = sitting(server).begin_talk()
    command = {"type": "say", "text": "Between us two.", "to": "library"}
    path = f"/api/people/{table.people['council']}/command"
    body = {"id": "1", "command": command}
    assert server.client(table.passes["council"]).post(path, body)["type"] == "done"
    assert table.control("end_game", text="Enough for a test.")["type"] == "done"
    return table


def address(table: Sitting, name: str, query: str = "") -> str:
    return f"/api/tables/{table.table}/exports/{name}{query}"


QUICK = [name for name in EXPORTS if name != "pdf"]  # which is printed in a test of the reports


@pytest.mark.parametrize("name", QUICK)
def test_a_facilitator_downloads_every_format(over: Sitting, name: str) -> None:
    reply = over.facilitator.ask(address(over, name))
    assert reply.status == 200
    assert reply.headers["content-type"].startswith(EXPORTS[name].media)
    suffix = EXPORTS[name].suffix
    assert f'filename="joined-up-{over.table}{suffix}"' in reply.headers["content-disposition"]
    assert reply.headers["cache-control"] == "no-store"


def test_the_log_is_the_one_that_stands_at_its_own_address(over: Sitting) -> None:
    assert over.facilitator.ask(address(over, "log")).body == over.log()


def test_who_sat_there_has_the_sheets_with_the_own_eyes_when_the_game_is_over(
    server: Server, over: Sitting
) -> None:
    told_of = {}
    for seat, secret in over.passes.items():
        own = server.client(secret)
        body = own.ask(address(over, "csv", f"?eyes={seat}")).body
        told_of[seat] = [row["text"] for row in rows(body, "talk") if row["kind"] != "spoke"]
        assert own.ask(address(over, "csv")).status == 200
        assert own.ask(address(over, "csv", "?eyes=public")).status == 200
        other = next(one for one in over.passes if one != seat)
        for query in (f"?eyes={other}", "?eyes=facilitator", "?names=yes"):
            assert own.ask(address(over, "csv", query)).status == 403
        for name in ("log", "xapi"):
            assert own.ask(address(over, name)).status == 403
    whispered = ["Between us two."]
    assert told_of == {"council": whispered, "library": whispered, "archive": []}


def test_nobody_has_anything_while_the_game_runs(server: Server) -> None:
    table = sitting(server).begin_talk()
    reply = server.client(table.passes["council"]).ask(address(table, "csv"))
    assert (reply.status, reply.reason) == (409, "not_over")


@pytest.mark.parametrize(
    ("name", "query", "status"),
    [
        ("csv", "?names=maybe", 400),
        ("csv", "?words=1", 400),
        ("csv", "?eyes=nobody", 403),
        ("log", "?eyes=public", 400),
        ("pdf.exe", "", 404),
    ],
)
def test_what_cannot_be_had_is_told(over: Sitting, name: str, query: str, status: int) -> None:
    reply = over.facilitator.ask(address(over, name, query))
    assert reply.status == status
    assert reply.reason


def test_names_come_where_the_facilitator_asks_for_them(over: Sitting) -> None:
    named = over.facilitator.ask(address(over, "csv", "?names=yes")).body
    assert "Person of council" in "\n".join(unzipped(named).values())
    plain = over.facilitator.ask(address(over, "csv")).body
    assert "Person of council" not in "\n".join(unzipped(plain).values())
