"""The lists and documents of the protocol against what the server really does; reading strictly."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import json
from starlette.routing import Route

from server.app import MachineTime, Start, application
from server.auth.codes import WORDS, new_code, read_code
from server.auth.origins import is_ours
from server.auth.rates import Bucket, Window
from server.protocol import typescript
from server.protocol.bodies import Look
from server.protocol.describe import protocol_page, protocol_types
from server.protocol.endpoints import ENDPOINTS, PAGES
from server.protocol.problems import REASONS
from server.protocol.strict import DEEPEST, Malformed, checked, read
from server.protocol.words import NAME_SIGNS, name
from server.settings import read_settings
from server.store.memory import MemoryStore

ROOT = Path(__file__).parent.parent.parent


def routed() -> Iterator[tuple[str, str]]:
    settings = read_settings({"FACILITATOR_KEY": "x" * 16, "DATA_DIR": "/nowhere"})
    app = application(Start(settings, 1, None), MemoryStore(), MachineTime())
    for route in app.routes:
        if isinstance(route, Route):
            for method in (route.methods or set()) - {"HEAD"}:
                yield method, route.path


def test_every_endpoint_is_listed_and_every_listed_one_is_there() -> None:
    pages = {address.replace("<", "{").replace(">", "}") for address, _ in PAGES}
    pages |= {"/j/{code}", "/screen/{session}/{table}", "/imported/{table}"}
    listed = {(one.method, one.path) for one in ENDPOINTS} | {("GET", page) for page in pages}
    assert set(routed()) == listed - {("GET", "/static/")}


def test_every_reason_that_is_given_stands_in_the_list_and_no_other() -> None:
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "server").rglob("*.py")]
    told = re.compile(r'(?:Problem\(|ErrorBody\(reason=|\d: \()\s*"(\w+)"')
    given_somewhere = {name for source in sources for name in told.findall(source)}
    assert given_somewhere == REASONS.keys() - {"stale"}  # which a table declines with


def test_every_status_that_an_endpoint_names_is_that_of_its_reason() -> None:
    named = re.compile(r"(\d{3})((?: or|,)? `[^.;:]+)")
    for one in ENDPOINTS:
        for status, reasons in named.findall(one.words):
            for reason in re.findall(r"`(\w+)`", reasons):
                assert (reason, REASONS[reason][0]) == (reason, int(status))


def test_no_get_takes_a_body() -> None:
    assert [one.path for one in ENDPOINTS if one.method == "GET" and one.takes] == []


def test_the_documents_are_up_to_date() -> None:
    assert (ROOT / "docs" / "protocol.md").read_text(encoding="utf-8") == protocol_page()
    types = (ROOT / "static" / "js" / "protocol.d.ts").read_text(encoding="utf-8")
    assert types == protocol_types()


def test_every_type_that_a_declaration_names_is_declared() -> None:
    types = re.sub(r'"[^"]*"|/\*.*?\*/|//[^\n]*', "", protocol_types(), flags=re.DOTALL)
    declared = set(re.findall(r"export (?:interface|type) (\w+)", types))
    assert set(re.findall(r"\b[A-Z]\w+", types)) - declared == {"Readonly", "Record"}


def test_no_two_types_are_declared_under_one_name(monkeypatch: pytest.MonkeyPatch) -> None:
    names = re.findall(r"export (?:interface|type) (\w+)", protocol_types())
    assert sorted(set(names)) == sorted(names)
    # TypeScript would take two for one, whose fields are those of both
    monkeypatch.setattr(typescript, "RENAMED", {})
    with pytest.raises(typescript.TwoOfOneName):
        protocol_types()


SIGNS = st.characters(codec="utf-8", exclude_characters="\0")


@given(st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.floats(allow_nan=False, allow_infinity=False, width=32) | st.text(SIGNS),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(SIGNS), inner, max_size=3),
    max_leaves=8,
))  # fmt: skip
def test_what_is_well_formed_is_read_as_it_is(value: object) -> None:
    assert checked(json.encode(value)) == value


@given(st.text(max_size=300) | st.binary(max_size=300))
def test_whatever_comes_is_read_or_refused_and_nothing_else(raw: str | bytes) -> None:
    sentence = ""
    try:
        read(raw, Look)
    except Malformed as fault:
        sentence = fault.sentence
    assert sentence == "" or sentence.endswith(".")


@pytest.mark.parametrize(
    "raw",
    ['{"a": 1, "a": 2}', '{"a": {"b": 1, "b": 1}}', "NaN", "[Infinity]", "-Infinity", "1e999",
     "9007199254740992", "1" * 400, "[" * (DEEPEST + 1) + "]" * (DEEPEST + 1), "", "{", b"\xff",
     '"\\ud800"', '["a\\uDFFFb"]', '{"\\udbff": 1}', '"\\ude00\\ud83d"',
     '{"a": [{"b": "\\u0000"}]}'],
)  # fmt: skip
def test_what_is_ambiguous_or_boundless_is_refused(raw: str | bytes) -> None:
    with pytest.raises(Malformed):
        checked(raw)


@pytest.mark.parametrize(
    "raw",
    [
        '"' + '\\"' * 2**21,
        '"' * (2**21 + 1),
        "{" + ",".join(f'"{number:x}":1' for number in (*range(2**18), 2**18 - 1)) + "}",
    ],
    ids=["a string without an end", "many strings", "many keys"],
)
def test_no_text_takes_longer_to_refuse_than_to_read(raw: str) -> None:
    """Sixty times what a frame may hold: by the square of its length this would take hours."""
    with pytest.raises(Malformed):
        checked(raw)


def test_what_is_far_too_long_for_a_code_is_not_even_tried() -> None:
    """By the square of its length this would take hours."""
    assert read_code("a" * 2**21) is None


def test_a_sign_in_two_halves_is_one() -> None:
    assert checked(r'"\ud83d\ude00"') == "\N{GRINNING FACE}"
    assert checked(r'"\\ud800\\u0000"') == r"\ud800\u0000"


def test_a_sign_that_is_none_is_told_with_its_place() -> None:
    with pytest.raises(Malformed) as caught:
        checked(r'{"a": [0, {"b": "x\u0000"}]}')
    assert caught.value.where == "$.a[1].b"
    assert "U+0000" in caught.value.sentence


def test_brackets_in_strings_do_not_count_as_depth() -> None:
    assert checked(json.encode("[" * 100)) == "[" * 100


@given(st.text(max_size=60))
def test_a_name_is_shown_as_it_is_kept(typed: str) -> None:
    try:
        kept = name(typed)
    except Malformed:
        return  # not a name; which ones those are stands with the tests of joining
    assert 0 < len(kept) <= NAME_SIGNS
    assert name(kept) == kept


def test_every_code_that_is_made_is_read_however_it_is_typed() -> None:
    for _ in range(200):
        code = new_code()
        assert read_code(code.upper()) == code
        assert read_code(code.replace("-", "")) == code


def test_no_code_run_together_can_be_read_in_two_ways() -> None:
    assert len({first + second for first in WORDS for second in WORDS}) == len(WORDS) ** 2


def test_a_day_of_sweeping_hits_an_open_code_less_than_once_in_ten_thousand() -> None:
    tries_a_day, codes = 24 * 1000, len(set(WORDS)) ** 2 * 90
    assert tries_a_day / codes < 1e-4


@pytest.mark.parametrize(
    ("origin", "host", "scheme", "allowed", "ours"),
    [
        ("http://game.test:8000", "game.test:8000", "ws", (), True),
        ("http://game.test", "game.test:80", "http", (), True),
        ("https://game.test", "game.test", "wss", (), True),
        ("http://game.test", "game.test", "wss", (), False),
        ("http://game.test:8001", "game.test:8000", "ws", (), False),
        ("http://evil.test", "game.test:8000", "ws", (), False),
        ("null", "game.test", "ws", (), False),
        ("https://a.test", "game.test", "ws", ("https://a.test",), True),
        ("http://game.test", "game.test", "ws", ("https://a.test",), False),
    ],
)  # fmt: skip
def test_an_origin_is_ours_by_scheme_host_and_port(
    origin: str, host: str, scheme: str, allowed: tuple[str, ...], *, ours: bool
) -> None:
    assert is_ours({"origin": origin, "host": host}, scheme, allowed) is ours


def test_a_window_counts_each_address_and_all_together_and_forgets_after_an_hour() -> None:
    window = Window(each=2, in_all=3)
    for address in ("a", "a", "b"):
        assert window.wait_s(address, 0) == 0
        window.failed(address, 0)
    assert window.wait_s("a", 1) == 3599
    assert window.wait_s("c", 1) == 3599
    assert window.wait_s("a", 3601) == window.wait_s("c", 3601) == 0


def test_a_bucket_gives_its_burst_and_then_its_rate() -> None:
    bucket = Bucket(10, 20, 0)
    assert [bucket.take(0) for _ in range(21)] == [True] * 20 + [False]
    assert bucket.take(0.1)
    assert not bucket.take(0.1)
