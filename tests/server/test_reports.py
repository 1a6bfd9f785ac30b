"""The after-action report: nothing collected is left out, nothing told to the wrong eyes."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser

import pytest
from docx import Document
from msgspec.structs import replace as struct_replace
from sqlmodel import SQLModel

from game.events.talk import Said
from game.views.lines import lines
from game.views.view import FACILITATOR
from game.vocabulary import Phase
from server.debriefs.record import Expected, Judged, Record
from server.exports import EXPORTS
from server.exports.base import Told, told
from server.exports.report import NOT_COLLECTED, PLACES, SECTIONS
from server.exports.report.play import TALK, lasted
from server.exports.report.saying import QUOTED, quoted, signed, telling
from server.protocol.curve import Chance, CurvePoint, CurveTurn, LaunchCurve
from server.protocol.leading import FORMS, Clip, DebriefPlan, Poll
from server.protocol.report import Finding, Measure, Objective, ReportSheet
from server.store import schema
from server.templating import STATIC
from tests.recorded import NAMES, game_of, record_of
from tests.server.serving import Server, Sitting, serving, sitting
from tests.server.test_exports import unheard

SALT = b"0123456789abcdef"
DAY_MS = 86_400_000
NOTED = 12  # a game in which notes were taken, moments marked, and all else that is looked for
SHEET = ReportSheet(
    organisation="canary-organisation",
    place="canary-place",
    staff="canary-staff",
    scope="canary-scope",
    summary="canary-summary",
    objectives=(
        Objective(
            id="o",
            title="canary-objective",
            rating="S",
            strengths=(Finding(words="canary-strength", why="canary-why", version=9),),
            improvements=(Finding(words="canary-improvement"),),
        ),
    ),
    measures=(
        Measure(
            action="canary-action",
            owner="canary-owner",
            contact="canary-contact",
            start="2026-03-06",
            due="2026-06-01",
            status="under_way",
        ),
    ),
)
PLAN = DebriefPlan(
    clips=(
        Clip(
            id="c",
            version=12,
            kind="promise",
            title="canary-clip",
            question="canary-question",
            poll=Poll(question="canary-poll", options=("canary-yes", "canary-no")),
        ),
    )
)
ANSWERS = {
    f"{form}:{name}": ("4", "5") if most else (f"canary-{form}-{name}",)
    for form, questions in FORMS.items()
    for name, most in questions.items()
} | {"poll:c": ("0", "1", "1")}


JUDGED = (
    Judged(version=9, person="p", objective="canary-aim", task=None, rating="S", words=""),
    Judged(
        version=9, person="p", objective="canary-aim", task="t", rating=None, words="canary-sight"
    ),
)


def full(number: int = NOTED, name: str = "tiny") -> Record:
    """A record in which everybody has left something everywhere."""
    written = {"words": "canary-note", "why": "canary-reason"}
    found = record_of(game_of(number, name), written)
    return replace(
        found,
        sheet=SHEET,
        plan=PLAN,
        answers=ANSWERS,
        answering=3,
        evaluations=JUDGED,
        expected=(Expected(name="canary expected", seat=None, came=False),),
    )


def seen(eyes: str = "facilitator", number: int = NOTED, *, words: bool = True) -> Told:
    return told(full(number), eyes, SALT, words=words)


def page(of: Told) -> str:
    return EXPORTS["report"].writer(of).decode()


def text(of: Told) -> str:
    """What can be read, marks and style left out."""
    bare = re.sub(r"<style>.*?</style>|<svg.*?</svg>", " ", page(of), flags=re.DOTALL)
    return unescape(re.sub(r"<[^>]+>", " ", bare))


def section(of: Told, name: str) -> str:
    found = re.search(rf'<section id="{name}".*?</section>', page(of), re.DOTALL)
    assert found
    return unescape(re.sub(r"<[^>]+>", " ", found[0]))


# --- P22: nothing is left out


def test_every_table_of_the_store_has_a_place_in_the_report() -> None:
    assert schema.METADATA is SQLModel.metadata
    kept = set(schema.METADATA.tables) - {"alembic_version"}
    assert kept == PLACES.keys() | NOT_COLLECTED.keys()
    ids = {made(seen()).id for made in SECTIONS}
    assert set(PLACES.values()) <= ids


@pytest.mark.parametrize("number", [NOTED, 5, 9])
def test_every_canary_that_people_left_is_in_the_report(number: int) -> None:
    found = text(seen(number=number))
    left = {
        *re.findall(r"canary-[a-z_-]+", repr(SHEET) + repr(PLAN) + repr(ANSWERS) + repr(JUDGED)),
        "canary-note",
        "canary-reason",
        *(f"Spoken words, {number}." for number in said_in(full(number))),
    }
    assert {one for one in left if one not in found} == set()
    assert "2026-03-06" in found
    assert "2026-06-01" in found


def said_in(record: Record) -> set[str]:
    texts = {
        event.text for entry in record.entries for event in entry.events if isinstance(event, Said)
    }
    return {text.removeprefix("words ") for text in texts}


@pytest.mark.parametrize(
    ("table", "canary"),
    [
        ("wording", "canary-note"),
        ("debrief", "canary-clip"),
        ("answer", "canary-reflection-strength"),
        ("report", "canary-action"),
        ("evaluation", "canary-sight"),
        ("roster", "those who were to come: 1"),
        ("wording", "canary-reason"),
        ("person", "Council"),
    ],
)
def test_what_people_left_is_in_the_section_that_is_named_for_it(table: str, canary: str) -> None:
    assert canary.casefold() in section(seen(), PLACES[table]).casefold()


@pytest.mark.parametrize("number", range(6))
def test_every_line_of_the_log_is_in_the_record(number: int) -> None:
    of = seen(number=number)
    found = " ".join(section(of, "record").split())
    missing = [
        told_line
        for step in of.steps
        for line in step.lines
        if (told_line := of.sentence(line)) not in found
    ]
    assert missing == []


BOOKKEEPING = {
    "DueFell",  # chance owes a card; the card is told
    "RoundClosed",  # the round is told by what begins after it
    "PlanSent",  # the plan that counts is told at its reveal
    "PlanLocked",
    "ActSpoilt",  # told by the action that fails
    "DoneSaid",
    "ReadySaid",
    "VoteCast",  # told when the vote is counted
    "Paid",  # told by the number that moved
    "PairWarmed",  # told by the token
    "PairThanked",
    "Answered",  # told by the action
    "Built",
    "Lobbied",
    "ChoiceOpened",  # told by the card
    "Learned",  # told unless all know it
}


def test_every_kind_of_event_but_bookkeeping_reads_as_a_line() -> None:
    # given games in which players and a facilitator do everything at random
    met: set[str] = set()
    read: set[str] = set()
    for number in range(12):
        game = game_of(number)
        for entry, table in zip(game.entries, game.tables, strict=True):
            for event in entry.events:
                met.add(type(event).__name__)
                if lines(struct_replace(entry, events=(event,)), table, FACILITATOR):
                    read.add(type(event).__name__)
    # then what is told nowhere is bookkeeping
    assert len(met) > 40
    assert met - read <= BOOKKEEPING


def curve() -> LaunchCurve:
    def chance(mean: float) -> dict[str, Chance]:
        return {"joined_up": Chance(mean=mean, low=mean - 0.1, high=mean + 0.1)}

    points = tuple(
        CurvePoint(
            version=version, at_ms=0, certain=False, games=9, outcomes={}, chances=chance(mean)
        )
        for version, mean in ((5, 0.5), (20, 0.25), (60, 0.75))
    )
    turn = CurveTurn(of="joined_up", first=5, last=20, version=12, before=0.5, after=0.25, lines=())
    return LaunchCurve(
        state="done", waits=False, done=3, of=3, points=points, turns=(turn,), words={}
    )


def test_the_model_s_estimate_is_told_as_one_and_to_staff_alone() -> None:
    record = replace(full(), curve=curve())
    found = told(record, "facilitator", SALT)
    assert "from 50% to 25%" in section(found, "turning")
    assert "A model estimate" in section(found, "turning")
    assert 'aria-label="From 50% to 75%, by the model' in page(found)
    assert "model" not in section(told(record, "council", SALT), "turning")


def test_a_quote_of_many_lines_keeps_those_that_tell_most_and_names_the_rest() -> None:
    of = seen()
    crowded = max(of.steps, key=lambda step: len(step.lines))
    assert len(crowded.lines) > QUOTED
    found = quoted(of, crowded.lines)
    assert len(found) == QUOTED + 1
    assert found[-1].endswith(f": {len(crowded.lines) - QUOTED}")
    every = [of.sentence(line) for line in crowded.lines]
    assert sorted(found[:-1], key=every.index) == list(found[:-1])
    kept = sorted(map(telling, crowded.lines))[:QUOTED]
    assert sorted(telling(line) for line in crowded.lines if of.sentence(line) in found)[
        :QUOTED
    ] == (kept)
    assert quoted(of, crowded.lines[:QUOTED]) == tuple(every[:QUOTED])


def test_a_game_lasts_from_its_start_to_its_end_without_lobby_and_debrief() -> None:
    record = full()
    line = told(record, "facilitator", SALT).line
    start = next(step.entry for step in line if step.public.phase is not Phase.LOBBY)
    end = next(step.entry for step in line if step.public.phase is Phase.ENDED)
    assert 1 < start < end < len(record.entries)
    moved = tuple(
        struct_replace(
            one, wall_ms=one.wall_ms + DAY_MS * ((one.version > end) - (one.version < start))
        )
        for one in record.entries
    )
    of = told(replace(record, entries=moved), "facilitator", SALT)
    assert lasted(of) == lasted(seen())
    assert "Debrief," in section(of, "control")
    assert re.search(r"Round \d+, Debrief", text(of)) is None


def test_report_and_debrief_count_the_same_lines_as_talk() -> None:
    script = (STATIC / "js/debrief/mix.js").read_text(encoding="utf-8")
    listed = re.search(r"SPOKEN = (.*?)\}\);", script, re.DOTALL)
    assert listed
    spoken = set(re.findall(r"^  (\w+):", listed[1], re.MULTILINE))
    assert spoken | {"offered"} == TALK  # the page counts offers by their deals


def test_a_negative_public_value_has_a_true_minus() -> None:
    record = full()
    of = told(record, "facilitator", SALT)
    value = of.steps[-1].public.public_value
    assert value is not None
    assert f"Public value {signed(value)}," in section(of, "outcome")
    assert signed(-3) == "\N{MINUS SIGN}3"


def test_the_table_of_what_was_joined_up_stands_open_and_on_paper() -> None:
    found = re.search(r'<section id="dependencies".*?</section>', page(seen()), re.DOTALL)
    assert found
    assert "<details>" not in found[0]
    assert "Dependencies at the end" in found[0]


def test_a_chart_with_more_than_one_line_has_a_key() -> None:
    found = re.search(r'<section id="trust".*?</section>', page(seen()), re.DOTALL)
    assert found
    chart = found[0].rpartition("<svg")[2].partition("</svg>")[0]
    names = [seen().agency(str(seat.id)) for seat in seen().steps[-1].public.seats]
    assert all(f">{name}</text>" in chart for name in names)


# --- whose eyes


@pytest.mark.parametrize("eyes", ["public", "council"])
def test_what_staff_alone_may_read_is_in_no_other_report(eyes: str) -> None:
    found = text(seen(eyes, 3))
    for canary in ("canary-clip", "canary-reflection-strength", "canary-sight", "were to come"):
        assert canary not in found
    assert "canary-scope" in found


def test_a_seat_s_report_holds_no_whisper_of_two_others() -> None:
    whispered = 0
    for number in range(0, 12, 2):
        record = record_of(game_of(number, controls=False, opened=False))
        for entry in record.entries:
            for event in entry.events:
                if isinstance(event, Said) and event.to is not None:
                    whispered += 1
                    own = {str(event.text): "canary-whisper"}
                    alone = replace(record, wordings=record_of(game_of(number), own).wordings[-1:])
                    seats = {seat.id for seat in game_of(number).table.seats}
                    others = seats - all_who_heard(record, str(event.text))
                    for seat in others:
                        assert "canary-whisper" not in text(told(alone, seat, SALT))
    assert whispered > 0


def all_who_heard(record: Record, written: str) -> set[str]:
    """Who was told these words, once or ever: all, where they were said openly too."""
    heard: set[str] = set()
    for entry in record.entries:
        for event in entry.events:
            if isinstance(event, Said) and event.text == written:
                if event.to is None:
                    return {seat.id for seat in record.rules.seats}
                heard |= {event.by, event.to}
    return heard


def test_people_have_no_names_unless_the_facilitator_asks() -> None:
    record = record_of(game_of(2, controls=False))
    assert not any(name in text(told(record, "facilitator", SALT)) for name in NAMES)
    named = told(record, "facilitator", SALT, names="names")
    assert NAMES[0] in text(named)
    assert "This copy names people." in text(named)
    assert NAMES[0] not in text(told(record, "public", SALT, names="names"))


def test_what_people_wrote_can_be_left_out() -> None:
    found = text(seen(words=False))
    for canary in ("canary-note", "Spoken words, ", "canary-reflection-strength", "canary-sight"):
        assert canary not in found


# --- the file


class Tags(HTMLParser):
    """Every element with its attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def test_text_is_text_in_the_file() -> None:
    evil = '<script>alert(1)</script><img src=x onerror="alert(1)">'
    words = {f"words {number}": evil for number in range(9)} | {"words": evil, "why": evil}
    sheet = ReportSheet(scope=evil, objectives=(Objective(id="o", title=evil),))
    record = replace(record_of(game_of(1), words), sheet=sheet, title=evil, name=evil)
    reader = Tags()
    reader.feed(page(told(record, "facilitator", SALT)))
    tags = {tag for tag, _ in reader.found}
    assert "script" not in tags
    assert "img" not in tags
    assert not any(
        name.startswith("on") or name == "style" for _, at in reader.found for name in at
    )
    policy = next(at["content"] for tag, at in reader.found if at.get("http-equiv"))
    assert str(policy).startswith("default-src 'none'; style-src 'sha256-")


def test_moments_lead_to_the_debrief_where_its_address_is_known() -> None:
    of = told(full(), "facilitator", SALT, debrief="http://host/debrief/t")
    found = re.findall(r'href="http://host/debrief/t#entry-(\d+)"', page(of))
    assert found
    assert {int(one) for one in found} <= {entry.version for entry in of.record.entries}
    assert "#entry-" not in page(seen())


def test_a_draft_says_so_until_it_is_none() -> None:
    assert "Draft: not yet agreed" in text(seen())
    agreed = replace(full(), sheet=ReportSheet(draft=False))
    assert "Draft: not yet agreed" not in text(told(agreed, "facilitator", SALT))


def test_a_game_that_has_not_begun_can_be_reported() -> None:
    record = full()
    bare = replace(record, entries=record.entries[:1], answers={}, plan=DebriefPlan())
    assert "The game has not ended." in text(told(bare, "facilitator", SALT))


@pytest.mark.parametrize("number", [0, 2, 4])
def test_what_two_others_whispered_changes_no_byte_of_a_report(number: int) -> None:
    record = record_of(game_of(number, controls=False, opened=False))
    for seat in game_of(number).table.seats:
        other = replace(record, entries=tuple(unheard(list(record.entries), seat.id)))
        heads = [one.entries[-1].hash for one in (record, other)]
        ours, theirs = (page(told(one, seat.id, SALT)) for one in (record, other))
        assert ours.replace(heads[0], "") == theirs.replace(heads[1], "")


def unfolded(pdf: bytes) -> bytes:
    """What lies in the compressed parts of a PDF file."""
    found = b""
    for stream in re.finditer(rb"stream\r?\n", pdf):
        with suppress(zlib.error):
            found += zlib.decompressobj().decompress(pdf[stream.end() :])
    return found


def test_paper_is_made_where_the_machine_can() -> None:
    try:
        import weasyprint  # noqa: F401, PLC0415 - an extra: what it needs may not be here
    except (ImportError, OSError):
        pytest.skip("WeasyPrint or Pango is not installed")
    short = replace(full(), entries=full().entries[:30], plan=DebriefPlan())
    body = EXPORTS["pdf"].writer(told(short, "facilitator", SALT))
    assert body.startswith(b"%PDF-")
    assert b"/StructTreeRoot" in unfolded(body)  # tagged for screen readers
    assert b"/URI" not in body


# --- over the wire


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("reports")) as running:
        yield running


@pytest.fixture(scope="module")
def over(server: Server) -> Sitting:
    table = sitting(server).begin_talk()
    assert table.control("note", text="canary-note", tags=["strength"])["type"] == "done"
    assert table.control("end_game", text="Enough for a test.")["type"] == "done"
    return table


def test_what_was_asked_in_play_stands_beside_what_came(server: Server) -> None:
    table = sitting(server).begin_talk()
    seat = next(iter(table.people))
    for fields in ({"question": "launch"}, {"question": "promise", "seat": seat}):
        assert table.control("ask_pulse", **fields)["type"] == "done"
    before = table.facilitator.ask(f"/report/{table.table}").body
    assert b"What came" not in before
    assert table.control("end_game", text="Enough for a test.")["type"] == "done"
    after = table.facilitator.ask(f"/report/{table.table}").body
    assert b"What came: no launch." in after
    assert b"What came: no promise fell due in that round." in after


def test_who_held_a_seat_is_told_in_order_also_who_came_back(server: Server) -> None:
    table = sitting(server).begin_talk()
    seat, person = next(iter(table.people.items()))
    at = f"/api/sessions/{table.session}/seat"
    table.facilitator.post(at, {"table": table.table, "seat": seat, "bot": "mixed"})
    table.facilitator.post(at, {"table": table.table, "seat": seat, "person": person})
    assert table.control("end_game", text="Enough for a test.")["type"] == "done"
    shown = table.facilitator.ask(f"/report/{table.table}").body.decode()
    assert "a person, then a bot (Mixed), then a person" in shown


def test_the_sheet_is_kept_and_nobody_s_work_is_lost(over: Sitting) -> None:
    path = f"/api/tables/{over.table}/sheet"
    assert over.facilitator.get(path)["revision"] == 0
    sheet = {"scope": "One\u202etwo", "measures": [{"action": "Act", "due": "2026-06-01"}]}
    kept = over.facilitator.post(path, {"revision": 0, "sheet": sheet})
    assert kept["revision"] == 1
    assert b"One two" in over.facilitator.ask(path).body
    stale = over.facilitator.ask(path, {"revision": 0, "sheet": {}})
    assert (stale.status, stale.reason) == (409, "changed")
    wrong = {"revision": 1, "sheet": {"measures": [{"action": "A", "due": "soon"}]}}
    assert over.facilitator.ask(path, wrong).status == 400
    shown = over.facilitator.ask(f"/report/{over.table}").body
    assert b"2026-06-01" in shown


def test_the_page_is_the_facilitator_s(server: Server, over: Sitting) -> None:
    body = over.facilitator.ask(f"/report/{over.table}").body
    assert b"canary-note" in body
    assert b"Person of council" not in body
    named = over.facilitator.ask(f"/report/{over.table}?names=yes").body
    assert b"Person of council" in named
    own = server.client(over.passes["council"])
    assert own.ask(f"/report/{over.table}").status == 403
    for name in ("report", "document", "pdf"):
        assert own.ask(f"/api/tables/{over.table}/exports/{name}").status == 403


def test_a_report_for_a_seat_holds_no_note(over: Sitting) -> None:
    body = over.facilitator.ask(f"/report/{over.table}?eyes=council").body
    assert b"canary-note" not in body
    assert over.facilitator.ask(f"/report/{over.table}?eyes=nobody").status == 403


def test_the_sheets_hold_what_was_answered_and_judged() -> None:
    found = EXPORTS["csv"].writer(seen())
    with zipfile.ZipFile(io.BytesIO(found)) as files:
        assert b"canary-reflection-strength" in files.read("answers.csv")
        assert b"canary-sight" in files.read("ratings.csv")
    with zipfile.ZipFile(io.BytesIO(EXPORTS["csv"].writer(seen("council")))) as files:
        for name in ("answers.csv", "ratings.csv", "injects.csv", "notes.csv"):
            assert len(files.read(name).splitlines()) == 1


def test_a_template_is_taken_from_the_facilitator_alone(server: Server, over: Sitting) -> None:
    path, out = f"/api/tables/{over.table}/exports/document", io.BytesIO()
    made = Document()
    made.add_paragraph("Cover page")
    made.save(out)
    sent = out.getvalue()
    reply = over.facilitator.ask(path, sent)
    assert reply.status == 200
    assert Document(io.BytesIO(reply.body)).paragraphs[0].text == "Cover page"
    wrong = over.facilitator.ask(path, b"no document")
    assert (wrong.status, wrong.reason) == (400, "no_template")
    assert over.facilitator.ask(path, b"0" * 4_100_000).status == 413
    assert server.client(over.passes["council"]).ask(path, sent).status == 403


def test_the_tables_of_a_session_stand_side_by_side_for_staff(server: Server) -> None:
    table = sitting(server, tables=2).begin_talk()
    assert table.control("end_game", text="Enough for a test.")["type"] == "done"
    body = table.facilitator.ask(f"/report/{table.table}").body
    assert b"The tables of this session" in body
    assert b"in play" in body
    seat = table.facilitator.ask(f"/report/{table.table}?eyes=council").body
    assert b"The tables of this session" not in seat
    # and so they do when the session has ended and the server was started again
    table.facilitator.post(f"/api/sessions/{table.session}/end", {})
    before = table.facilitator.ask(f"/report/{table.table}").body
    server.stop()
    server.again()
    again = table.facilitator.ask(f"/report/{table.table}").body
    assert side_by_side(again) == side_by_side(before)


def side_by_side(page: bytes) -> bytes:
    found = re.search(rb"The tables of this session</caption>.*?</table>", page, re.DOTALL)
    assert found
    return found[0]
