"""Whom the console sends the facilitator to first: the browser's own rules, run as they stand."""

import shutil
import subprocess
from pathlib import Path

import pytest
from msgspec import json

ROOT = Path(__file__).parent.parent
NODE = shutil.which("node")
pytestmark = pytest.mark.skipif(NODE is None, reason="node is not there")

SCRIPT = """
const { needsOf, held } = await import(process.argv[1]);
let text = "";
for await (const part of process.stdin) text += part;
const asked = JSON.parse(text);
const out = "shown" in asked ? held(asked.shown, asked.now) : needsOf(asked);
console.log(JSON.stringify(out));
"""
Part = dict[str, object]
MINUTE = 60_000


def ran(asked: object) -> list[Part]:
    module = (ROOT / "static/js/session/attention.js").as_uri()
    done = subprocess.run(
        [str(NODE), "--input-type=module", "-e", SCRIPT, module],
        input=json.encode(asked),
        capture_output=True,
        check=True,
        timeout=60,
    )
    return json.decode(done.stdout, type=list[Part])


def seat(name: str, **more: object) -> Part:
    return {"id": name, "holder": "person", "dropped": False, **more}


def place(name: str, devices: int = 1) -> Part:
    """Where a person sits with so many devices."""
    return {"seat": name, "person": f"p-{name}", "name": name, "devices": devices, "sharers": []}


def seen(**changes: object) -> Part:
    """A talk of ten minutes, one minute old, in which all four seats still talk."""
    names = ("council", "library", "archive", "treasury")
    public: Part = {
        "phase": "talk",
        "paused": False,
        "votes": None,
        "waiting_for": list(names),
        "seats": [seat(one) for one in names],
        "deals": [],
        "dependencies": [],
    }
    staff = {"seats": [{"seat": one, "asks_help": False} for one in names], "deals": []}
    asked: Part = {
        "pub": public,
        "staff": staff,
        "activity": {"since_ms": 0, "seats": [], "pairs": [], "away": []},
        "places": [place(one) for one in names],
        "nowMs": MINUTE,
        "leftMs": 9 * MINUTE,
        "quietMin": 4,
        "injects": [],
    }
    public.update({key: value for key, value in changes.items() if key in public})
    asked.update({key: value for key, value in changes.items() if key in asked})
    return asked


def told(asked: object) -> list[tuple[object, object]]:
    return [(one["kind"], one["seat"]) for one in ran(asked)]


def test_nobody_is_called_where_all_goes_well() -> None:
    assert told(seen()) == []


def test_a_raised_hand_comes_before_all_else_and_in_every_phase() -> None:
    asks = {"seats": [{"seat": "archive", "asks_help": True}], "deals": []}
    places = [place("council", 0), place("library"), place("archive"), place("treasury")]
    assert told(seen(staff=asks, places=places)) == [("help", "archive"), ("gone", "council")]
    for phase in ("lobby", "ended"):
        assert told(seen(staff=asks, places=places, phase=phase)) == [("help", "archive")]


def test_a_lost_device_is_the_more_urgent_where_the_table_waits_for_it() -> None:
    places = [place("council", 0), place("library", 0), place("archive"), place("treasury")]
    waits = ["library", "archive", "treasury"]
    assert told(seen(places=places, waiting_for=waits))[:2] == [
        ("gone", "library"),
        ("gone", "council"),
    ]
    dropped = [seat("council", dropped=True), seat("library")]
    assert told(seen(places=places, seats=dropped, waiting_for=["library"])) == [
        ("gone", "library")
    ]


def test_who_is_away_is_told_with_the_minutes_until_a_bot_sits_in_and_then_that_one_does() -> None:
    places = [place("council", 0), place("library"), place("archive"), place("treasury")]
    away = [{"seat": "council", "since_ms": 0, "sits_in_ms": 5 * MINUTE}]
    activity = {"since_ms": 0, "seats": [], "pairs": [], "away": away}
    assert [one.get("soon") for one in ran(seen(places=places, activity=activity))] == [4]
    stood = [seat("council", holder="bot", stands_in=True), seat("library")]
    assert told(seen(places=places, seats=stood)) == [("stood", "council")]
    assert told(seen(seats=stood)) == [("back", "council")]


def test_who_alone_holds_the_phase_up_is_blocking_and_all_are_when_time_is_up() -> None:
    assert told(seen(waiting_for=["library"])) == [("blocking", "library")]
    assert told(seen(waiting_for=["library", "archive"])) == []
    assert told(seen(leftMs=0, waiting_for=["library", "archive"])) == [
        ("blocking", "library"),
        ("blocking", "archive"),
    ]


def test_a_seat_is_silent_after_so_many_minutes_without_an_act() -> None:
    acted = [{"seat": one, "at_ms": 3 * MINUTE} for one in ("council", "library", "archive")]
    activity = {"since_ms": 0, "seats": acted, "pairs": []}
    found = ran(seen(activity=activity, nowMs=5 * MINUTE, leftMs=None))
    assert [(one["kind"], one["seat"], one["minutes"]) for one in found] == [
        ("silent", "treasury", 5)
    ]
    assert told(seen(activity=activity, nowMs=5 * MINUTE, leftMs=None, quietMin=6)) == []
    assert told(seen(activity=activity, nowMs=5 * MINUTE, leftMs=None, paused=True)) == []
    later = {"since_ms": 2 * MINUTE, "seats": [], "pairs": []}
    assert told(seen(activity=later, nowMs=5 * MINUTE, leftMs=None)) == []


def test_offers_are_called_when_the_talk_is_nearly_over() -> None:
    deals = [{"to": "council", "state": "open"}, {"to": "library", "state": "declined"}]
    assert told(seen(deals=deals)) == []
    activity = {"since_ms": 0, "seats": [{"seat": "council", "at_ms": 0}], "pairs": []}
    found = ran(seen(deals=deals, leftMs=MINUTE, activity=activity))
    assert [(one["kind"], one["seat"], one["count"]) for one in found] == [("offers", "council", 1)]


def dependency(a: str, b: str, *, real: bool | None = None, state: str = "open") -> Part:
    return {"sides": [{"seat": a}, {"seat": b}], "real": real, "state": state}


def test_a_pair_that_needs_each_other_and_has_not_dealt_is_told_in_the_second_half() -> None:
    dependencies = [
        dependency("library", "archive"),
        dependency("council", "library", real=True),
        dependency("council", "treasury", real=False),
        dependency("archive", "treasury", state="live", real=True),
        dependency("council", "archive"),
    ]
    activity = {"since_ms": 0, "seats": [], "pairs": [{"a": "archive", "b": "council", "at_ms": 1}]}
    early = seen(dependencies=dependencies, activity=activity, nowMs=3 * MINUTE, leftMs=7 * MINUTE)
    assert told(early) == []
    late = seen(dependencies=dependencies, activity=activity, nowMs=3 * MINUTE, leftMs=3 * MINUTE)
    found = [(one["kind"], one["seat"], one["other"]) for one in ran(late)]
    assert found == [("pair", "council", "library"), ("pair", "library", "archive")]


def test_a_bot_hands_back_when_its_person_is_connected_again() -> None:
    seats = [seat("council", holder="bot"), seat("library", holder="nobody")]
    asked = seen(seats=seats, waiting_for=["council"], places=[place("council"), place("library")])
    assert told(asked) == [("empty", "library"), ("back", "council")]


def test_nothing_moves_under_a_pointer_and_what_is_settled_keeps_its_place() -> None:
    one, two, three = ({"id": name, "rank": 1} for name in ("one", "two", "three"))
    found = ran({"shown": [one, two], "now": [three, two]})
    assert found == [{**one, "settled": True}, two, three]


def line(number: int, status: str, *, overdue: bool = False) -> Part:
    return {"line": {"number": number}, "standing": {"status": status, "overdue": overdue}}


def test_an_answer_that_did_not_come_is_before_a_line_that_is_late_or_only_due() -> None:
    lines = [line(10, "due"), line(20, "done", overdue=True), line(30, "late")]
    found = ran(seen(injects=lines))
    assert [(one["kind"], one["line"], one["stands"]) for one in found] == [
        ("inject", 20, "overdue"),
        ("inject", 30, "late"),
        ("inject", 10, "due"),
    ]
