"""The debrief in one file: whole, alone, and with nothing in it that its eyes did not see."""

import re
from base64 import b64decode
from dataclasses import replace
from gzip import decompress
from hashlib import sha256
from typing import Final

import pytest
from msgspec import Raw, Struct, json
from msgspec.structs import replace as struct_replace

from game.views.lines import lines
from game.views.view import FACILITATOR, look
from server.debriefs.past import at, bared, viewer_named
from server.debriefs.record import Record
from server.exports import EXPORTS
from server.exports.base import Names, Told, told
from server.exports.debrief import INSTEAD
from server.exports.debrief.bundle import bundled
from server.protocol.curve import CurvePoint, CurveTurn, LaunchCurve
from server.protocol.frames import SEEN_LINES
from server.templating import STATIC
from tests.recorded import LEADERS, NAMES, by_two, game_of, record_of
from tests.server.test_exports import unheard

SALT: Final = b"0123456789abcdef"


class Change(Struct):
    own: dict[str, object] | None = None
    staff: dict[str, object] | None = None
    opened: dict[str, object] | None = None
    back: int | None = None
    lines: list[dict[str, object]] = []


class Eyes(Struct):
    viewer: dict[str, object]
    moments: list[Change]
    words: dict[str, str]


class Kept(Struct):
    answers: dict[str, Raw]
    shared: list[dict[str, object]]
    eyes: dict[str, Eyes]


def seen(eyes: str, number: int = 1, *, controls: bool = True, opened: bool = True) -> Told:
    return told(record_of(game_of(number, controls=controls, opened=opened)), eyes, SALT)


def page(of: Told) -> str:
    return EXPORTS["debrief"].writer(of).decode()


def unpacked(of: Told) -> bytes:
    found = re.search(r'<script type="text/plain" id="kept">([^<]*)</script>', page(of))
    assert found
    return decompress(b64decode(found[1]))


def kept(of: Told) -> Kept:
    return json.decode(unpacked(of), type=Kept)


def sent(value: object) -> dict[str, object]:
    """As it goes over the wire."""
    return json.decode(json.encode(value), type=dict[str, object])


def after(before: dict[str, object] | None, change: dict[str, object] | None) -> object:
    if change is None:
        return before
    return None if change.get("gone") is True else (before or {}) | change


@pytest.mark.parametrize("number", [5, 10, 12])  # in the last two a rewind sets something aside
@pytest.mark.parametrize("eyes", ["facilitator", "public", "council"])
def test_every_moment_is_put_together_again_as_it_was_seen(eyes: str, number: int) -> None:
    of = seen(eyes, number)
    found, game = kept(of), game_of(number)
    passed = bared(game.entries)
    opened = game.tables[-1].opened_secrets
    struck = game.tables[-1].struck
    tables = [struct_replace(one, opened_secrets=opened, struck=struck) for one in game.tables]
    assert found.eyes[eyes].viewer == sent(viewer_named(eyes))
    for name, own in found.eyes.items():
        viewer = viewer_named(name)
        parts: dict[str, object] = {"public": {}, "own": None, "staff": None, "opened": None}
        read: list[object] = []
        standing: list[object] = []
        for step, shared, change in zip(of.steps, found.shared, own.moments, strict=True):
            for part, new in (
                ("public", shared),
                ("own", change.own),
                ("staff", change.staff),
                ("opened", change.opened),
            ):
                before = parts[part]
                parts[part] = after(before if isinstance(before, dict) else None, new)
            read += change.lines
            standing = [*standing[: change.back], *change.lines]
            shown = at(passed, step.entry, viewer, game.rules).lines
            assert standing[-SEEN_LINES:] == [json.decode(line) for line in shown]
            whole = sent(look(tables[step.entry - 1], viewer, game.rules))
            assert parts == {part: whole[part] for part in parts}
        told_of = [
            sent(line)
            for entry, table in zip(game.entries, tables, strict=True)
            if entry.version <= of.steps[-1].entry
            for line in lines(entry, table, viewer)
        ]
        assert read == told_of


def test_a_seat_s_file_has_its_own_eyes_and_those_of_all_and_no_others() -> None:
    assert list(kept(seen("council")).eyes) == ["council", "public"]
    assert list(kept(seen("public")).eyes) == ["public"]
    assert list(kept(seen("facilitator")).eyes) == [
        "facilitator", "public", "council", "library", "archive"
    ]  # fmt: skip


@pytest.mark.parametrize("number", [3, 6, 10, 12])  # in these, people whisper
def test_what_two_others_whispered_changes_no_byte_of_a_file(number: int) -> None:
    game = game_of(number, controls=False, opened=False)
    record = record_of(game)
    for seat in game.table.seats:
        fields = {one: getattr(record, one) for one in Record.__dataclass_fields__}
        other = Record(**fields | {"entries": tuple(unheard(game.entries, seat.id))})
        ours, theirs = (told(one, seat.id, SALT) for one in (record, other))
        # The hash that seals the whole log is shown to all when the game is over, and differs.
        heads = [one.entries[-1].hash.encode() for one in (record, other)]
        assert unpacked(ours).replace(heads[0], b"") == unpacked(theirs).replace(heads[1], b"")


@pytest.mark.parametrize("number", [3, 6, 10, 12])  # in these, people whisper
def test_a_seat_s_file_holds_no_other_seat_s_secrets(number: int) -> None:
    game = game_of(number, controls=False, opened=False)
    for seat in game.table.seats:
        of = told(record_of(game), seat.id, SALT)
        found = kept(of)
        assert b'"staff":{' not in unpacked(of)
        briefs = json.decode(found.answers["kept/briefs"], type=dict[str, dict[str, str]])
        assert list(briefs["briefs"]) == [seat.id]
        text = page(of) + unpacked(of).decode()
        for other in game.table.seats:
            if other.id != seat.id:
                assert game.rules.brief("en", other.id)[:40] not in text
        own = [one.own for one in found.eyes[seat.id].moments if one.own]
        assert {one["seat"] for one in own if "seat" in one} == {seat.id}
        for deal in (
            deal
            for one in found.eyes[seat.id].moments
            for line in one.lines
            if isinstance(deal := line.get("deal"), dict) and deal["confidential"]
        ):
            assert seat.id in {deal["by"], deal["to"]}


def test_a_file_names_nobody_and_keeps_words_back_where_asked() -> None:
    record = record_of(game_of(1))
    for eyes in ("facilitator", "public", "council"):
        of = told(record, eyes, SALT, names="names")
        text = page(of) + unpacked(of).decode()
        assert not any(name in text for name in NAMES)
    record = record_of(game_of(3))
    assert b"Spoken words, " in unpacked(told(record, "facilitator", SALT))
    bare = told(record, "facilitator", SALT, words=False)
    assert b"Spoken words, " not in unpacked(bare)
    assert "Spoken words, " not in page(bare)


@pytest.mark.parametrize("names", ["names", "pseudonyms"])
def test_a_file_tells_the_facilitators_apart_for_the_staff_by_name_where_asked(
    names: Names,
) -> None:
    record = by_two(record_of(game_of(1)))
    of = told(record, "facilitator", SALT, names=names)
    asked = re.search(r'"staff": ?(\{[^}]*\})', page(of))
    assert asked
    staff = json.decode(asked[1].replace("&#34;", '"'), type=dict[str, str])
    named = {f"{one} Canary" for one in LEADERS}
    assert set(staff.values()) == (named if names == "names" else set(staff))
    told_of = [line for one in kept(of).eyes["facilitator"].moments for line in one.lines]
    assert {line.get("who") for line in told_of} - {None} == set(staff)
    for eyes in ("facilitator", "public", "council"):
        text = unpacked(told(record, eyes, SALT, names=names)).decode()
        assert not any(one in text for one in LEADERS)
        if eyes != "facilitator":
            assert not any(who in text or who in page(told(record, eyes, SALT)) for who in staff)
    assert '"staff": {}' in page(seen("facilitator")) or '"staff":{}' in page(seen("facilitator"))


def test_text_cannot_leave_its_place_in_the_file() -> None:
    evil = "</script><script>alert(1)</script><!--"
    record = record_of(game_of(1), {"words": evil, "why": evil})
    fields = {one: getattr(record, one) for one in Record.__dataclass_fields__}
    of = told(Record(**fields | {"title": evil, "name": evil}), "facilitator", SALT)
    found = page(of)
    assert "alert(1)</script>" not in found
    assert len(re.findall(r"<script", found)) == 4
    assert len(re.findall(r"</script", found)) == 4


def test_the_policy_lets_run_what_stands_there_and_nothing_else() -> None:
    found = page(seen("council"))
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', found)
    assert policy
    rules = policy[1].replace("&#39;", "'")
    assert "default-src 'none'" in rules
    assert "unsafe" not in rules
    assert "http" not in rules.replace("http-equiv", "")
    assert "require-trusted-types-for 'script'" in rules
    for start, end in (("<script>", "</script>"), ("<style>", "</style>"),
                       ('<script type="module">', "</script>")):  # fmt: skip
        body = found.partition(start)[2].partition(end)[0]
        digest = sha256(body.encode()).digest()
        assert b64decode_of(rules, digest)


def b64decode_of(rules: str, digest: bytes) -> bool:
    return digest in {b64decode(one) for one in re.findall(r"'sha256-([^']+)'", rules)}


def test_nothing_is_asked_for_from_outside() -> None:
    found = page(seen("council"))
    assert re.findall(r"""(?:src|href)=["'](?!#|data:)""", found.partition("<script>")[0]) == []
    assert "/static/" not in found
    assert "url(../" not in found
    assert 'url("../' not in found


def test_a_file_is_small_enough_to_mail() -> None:
    assert len(page(seen("facilitator", 9))) < 1_000_000


def test_every_page_of_ours_can_be_put_into_one_script() -> None:
    for path in sorted((STATIC / "js").glob("*.js")):
        if path.stem != "early":
            made = bundled(f"js/{path.name}", {})
            assert "import {" not in made.replace("* @typedef {import", "")
    assert "await fetch(" not in bundled("js/debrief.js", INSTEAD)
    assert "await fetch(" in bundled("js/debrief.js", {})


def test_turning_points_of_the_file_have_the_words_that_people_said() -> None:
    game = game_of(3, opened=False)
    record = record_of(game)
    line, text = next(
        (one, one.text)
        for entry, table in bared(game.entries)
        for one in lines(entry, table, FACILITATOR)
        if one.text is not None and one.text in record.words
    )
    turn = CurveTurn(
        of="joined_up",
        first=5,
        last=20,
        version=12,
        before=0.5,
        after=0.25,
        lines=(Raw(json.encode(line)),),
    )
    point = CurvePoint(version=5, at_ms=0, certain=False, games=9, outcomes={}, chances={})
    found = LaunchCurve(
        state="done", waits=False, done=1, of=1, points=(point,), turns=(turn,), words={}
    )
    for words, wanted in ((True, {text: record.words[text]}), (False, {})):
        of = told(replace(record, curve=found), "facilitator", SALT, words=words)
        answer = json.decode(kept(of).answers["kept/curve"], type=dict[str, object])
        assert answer["words"] == wanted
