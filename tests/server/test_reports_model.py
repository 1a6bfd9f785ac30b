"""What the model estimates, in the report and the saved debrief: told as that, to staff alone."""

import asyncio
import json as plain
import re
from base64 import b64decode
from collections.abc import Iterator, Sequence
from dataclasses import replace
from gzip import decompress
from html import unescape
from pathlib import Path

import pytest
from msgspec import json
from msgspec.structs import replace as struct_replace

from game.acts import Act, Terms
from game.debrief.rollouts import points_of
from game.debrief.steps import Alternative
from game.log import Entry
from game.views.deals import DealView
from game.vocabulary import CardId, DealId, DealState, OptionId, SeatId, Topic
from server.cli import main
from server.cli.estimating import estimated as estimated_here
from server.exports import EXPORTS
from server.exports.base import Told, told
from server.exports.log import written
from server.exports.report.others import alternative_words
from server.exports.report.words import texts
from server.protocol.curve import AlternativesFound
from server.work.alternatives import Finished as Kept
from server.work.curves import Finished
from tests.estimated import curve, estimated, game, weighed
from tests.given import tiny
from tests.recorded import record_of
from tests.rulesets import RULESETS, load
from tests.server.serving import KEY, Server, serving

SALT = b"0123456789abcdef"
STATIC = Path(__file__).parent.parent.parent / "static"


def turning(of: Told) -> str:
    """The section of the turning points, as it is read."""
    page = EXPORTS["report"].writer(of).decode()
    found = re.search(r'<section id="turning".*?</section>', page, re.DOTALL)
    assert found
    return " ".join(unescape(re.sub(r"<svg.*?</svg>|<[^>]+>", " ", found[0])).split())


def inside(of: Told) -> dict[str, object]:
    """What a saved debrief holds in answer to its page."""
    page = EXPORTS["debrief"].writer(of).decode()
    found = re.search(r'<script type="text/plain" id="kept">([^<]*)</script>', page)
    assert found
    body = plain.loads(decompress(b64decode(found[1])))
    told_of = re.search(r'<script type="application/json"[^>]*>(.*?)</script>', page, re.DOTALL)
    assert told_of
    return {**body["answers"], "page": plain.loads(told_of[1])}


def test_there_is_a_turning_point_at_which_more_than_one_thing_was_open() -> None:
    assert weighed()
    assert all(len(ones) > 1 for ones in weighed().values())


def test_the_report_tells_what_else_was_open_with_the_interval_of_both() -> None:
    of = told(estimated(), "facilitator", SALT)
    found = turning(of)
    assert "A model estimate: from each other decision the rest was played 200 times" in found
    assert "Joined up, model estimate: Round" in found
    for ones in weighed().values():
        for one in ones:
            assert alternative_words(of, one.what) in found
    assert "55% (48 to 62) 25% (20 to 31) +30 points" in found
    assert "27% (21 to 34) 25% (20 to 31) none that is clear" in found


def test_nothing_stands_there_that_was_not_worked_out() -> None:
    bare = replace(estimated(), alternatives={})
    found = turning(told(bare, "facilitator", SALT))
    assert "The estimated chance" in found
    assert texts()["others.title"] not in found
    assert not any("alternatives" in one for one in inside(told(bare, "facilitator", SALT)))


def test_where_nothing_was_open_the_report_says_so() -> None:
    (key,) = weighed()
    nothing = AlternativesFound(state="done", waits=False, done=0, of=0, found=())
    found = turning(told(replace(estimated(), alternatives={key: nothing}), "facilitator", SALT))
    assert texts()["others.none"] in found


def test_what_was_weighed_where_another_curve_turned_is_told_of_that_one() -> None:
    found = estimated().curve
    assert found
    only = tuple(struct_replace(one, of="facade") for one in found.turns if one.of == "joined_up")
    other = replace(estimated(), curve=struct_replace(found, turns=only))
    assert "A fine front, model estimate: " in turning(told(other, "facilitator", SALT))


@pytest.mark.parametrize("eyes", ["public", "council"])
def test_other_eyes_have_no_estimate(eyes: str) -> None:
    of = told(estimated(), eyes, SALT)
    assert "model" not in turning(of)
    assert not {one for one in inside(of) if "curve" in one or "alternatives" in one}


def test_hiding_the_model_hides_all_of_it() -> None:
    of = told(estimated(), "facilitator", SALT, model=False)
    assert "model" not in turning(of)
    held = inside(of)
    assert not {one for one in held if "curve" in one or "alternatives" in one}
    page = held["page"]
    assert isinstance(page, dict)
    assert (page["curve"], page["alternatives"]) == (None, [])


def test_a_saved_debrief_holds_what_was_weighed_where_its_page_asks_for_it() -> None:
    held = inside(told(estimated(), "facilitator", SALT))
    page = held["page"]
    assert isinstance(page, dict)
    addresses = [f"kept/alternatives/{first}/{last}" for first, last in weighed()]
    assert page["alternatives"] == addresses
    for address, key in zip(addresses, weighed(), strict=True):
        assert held[address] == plain.loads(json.encode(estimated().alternatives[key]))


def test_a_curve_that_was_stopped_half_way_is_whole_as_far_as_a_file_can_know() -> None:
    kept = inside(told(estimated(), "facilitator", SALT))["kept/curve"]
    assert isinstance(kept, dict)
    assert kept["state"] == "done"


# --- in words


DEAL = DealView(
    id=DealId("d1"),
    thread=DealId("d1"),
    counters=None,
    by=SeatId("library"),
    to=SeatId("council"),
    give=Terms(pay=1),
    get=Terms(),
    topic=Topic.COST,
    confidential=True,
    state=DealState.OPEN,
    reason=None,
)
LAY = "City library: Pay 1 budget / Town council: Nothing"
ALL = (SeatId("council"), SeatId("library"), SeatId("archive"))
SAID = [
    (Alternative("vote", 1, ALL, launch=True), "All would have voted to launch"),
    (
        Alternative("vote", 1, ALL[:2], launch=False),
        "Town council, City library would have voted to hold",
    ),
    (
        Alternative("promise", 1, ALL[:1], act=Act("reform")),
        "Town council would have kept the promise: Reform its back office",
    ),
    (
        Alternative("without", 1, ALL[:1], act=Act("guard")),
        "Town council would have left this out: Guard its turf",
    ),
    (
        Alternative("choice", 1, ALL, card=CardId("c"), option=OptionId("o")),
        "All would have chosen “o”",
    ),
    (
        Alternative("accept", 1, ALL[:1], deal=DEAL),
        f"Town council would have accepted the offer of City library ({LAY})",
    ),
    (
        Alternative("decline", 1, ALL[:1], deal=DEAL),
        f"Town council would have declined the offer of City library ({LAY})",
    ),
]


@pytest.mark.parametrize(("what", "sentence"), SAID)
def test_another_decision_reads_as_a_sentence(what: Alternative, sentence: str) -> None:
    assert alternative_words(told(estimated(), "facilitator", SALT), what) == sentence


def test_page_and_report_say_another_decision_in_the_same_words() -> None:
    source = (STATIC / "js" / "debrief" / "texts" / "others.js").read_text(encoding="utf-8")
    page = dict(re.findall(r'"others\.(\w+)": "([^"]*)"', source))
    kinds = {"vote_launch", "vote_hold", "promise", "choice", "without", "accept", "decline", "all"}
    assert {one: page[one] for one in kinds} == {one: texts()[f"decisions.{one}"] for one in kinds}


# --- over the wire


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that has worked out already what there is to be of that game."""
    folder = tmp_path_factory.mktemp("model")
    keep(folder)
    with serving(folder) as running:
        yield running


def keep(folder: Path) -> None:
    """What was worked out, where a server keeps it."""
    entries: Sequence[Entry] = game().entries
    for name, file, body in (
        ("curves", points_of(entries)[-1].hash, json.encode(Finished(curve()))),
        *(
            ("alternatives", f"{entries[last - 1].hash}-{first}", json.encode(Kept(ones)))
            for (first, last), ones in weighed().items()
        ),
    ):
        (folder / name).mkdir(exist_ok=True)
        (folder / name / f"{file}.json").write_bytes(body)


def test_the_server_puts_what_it_has_worked_out_into_its_files(server: Server) -> None:
    body = written(("A game", "Elm"), tiny(), list(game().entries), ())
    taken = server.client(KEY).post("/api/logs", body)
    reader = server.client(str(taken["pass"]))
    page = reader.ask(f"/report/{taken['table']}").body.decode()
    assert "55% (48 to 62)" in page
    assert "55% (48 to 62)" not in reader.ask(f"/report/{taken['table']}?model=no").body.decode()
    path = f"/api/tables/{taken['table']}/exports/debrief"
    assert b"kept/alternatives/" in reader.ask(path).body
    assert b"kept/alternatives/" not in reader.ask(f"{path}?model=no").body
    assert reader.ask(f"{path}?model=perhaps").status == 400


# --- from the command line


@pytest.fixture
def taken_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> str:
    """The table of that game in a database of its own; its id."""
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    log = tmp_path / "game.jsonl"
    log.write_bytes(written(("A game", "Elm"), tiny(), list(game().entries), ()))
    assert main(["import", str(log)]) == 0
    capsys.readouterr()
    assert main(["export", "--json"]) == 0
    (table,) = json.decode(capsys.readouterr().out)
    return str(table["table"])


@pytest.mark.parametrize("name", ["report", "debrief"])
def test_a_file_of_the_command_line_holds_what_is_kept_beside_the_database(
    tmp_path: Path, taken_in: str, name: str
) -> None:
    keep(tmp_path)
    out = tmp_path / "out"
    asked = ["export", taken_in, "--format", name, "--out", str(out)]
    mark = b"55% (48 to 62)" if name == "report" else b"kept/alternatives/"
    assert main(asked) == 0
    assert mark in out.read_bytes()
    assert main([*asked, "--no-curve"]) == 0
    assert mark not in out.read_bytes()
    assert main([*asked, "--eyes", "council"]) == 0
    assert mark not in out.read_bytes()


def test_where_no_curve_is_kept_it_is_worked_out_and_kept(tmp_path: Path) -> None:
    bare = record_of(game())
    found = asyncio.run(estimated_here(bare, tmp_path, games=2))
    assert found.curve is not None
    assert found.curve.state == "done"
    assert {one.version for one in points_of(bare.entries)} <= {
        one.version for one in found.curve.points
    }
    (kept,) = (tmp_path / "curves").iterdir()
    assert kept.stem == points_of(bare.entries)[-1].hash
    again = asyncio.run(estimated_here(bare, tmp_path, games=2)).curve
    assert again is not None
    assert again.points == found.curve.points


def test_a_game_that_has_not_begun_is_exported_without_a_curve(tmp_path: Path) -> None:
    bare = record_of(game())
    laid = replace(bare, entries=bare.entries[:1])
    assert asyncio.run(estimated_here(laid, tmp_path)).curve is None


def test_a_curve_that_was_given_up_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    # given a log with a ruleset that has none of its seats: the rest cannot be played
    other = replace(record_of(game()), rules=load(RULESETS / "newborn"))
    asyncio.run(estimated_here(other, tmp_path, games=2))
    assert "The launch curve was given up: 0 points of it are there." in capsys.readouterr().err
