"""Strangers' bodies at every endpoint that takes JSON: refused with a sentence, never a failure."""

import re
from collections.abc import Iterator

import pytest
from msgspec import json

from server.protocol.endpoint import Endpoint
from server.protocol.endpoints import ENDPOINTS
from server.protocol.strict import DEEPEST, FRAME_BYTES
from tests.server.serving import Client, Reply, Server, serving, sitting
from tests.server.test_rights import Cast, asked, cast

TAKING = [one for one in ENDPOINTS if one.takes is not None]
ROLES = {"anybody": "nobody", "that person": "seat"}
HOSTILE: tuple[object, ...] = (
    "a\x00b", "x" * 1_000, "\u202e", -1, 2**53 - 1, 2**53, 1.5, 1e308, True, None, [], {},
    [[["a"]]], {"a": {"b": []}},
)  # fmt: skip
RAW = (
    b"", b"{", b"[]", b"null", b'"text"', b"NaN", b"\xff", b'"\\ud800"', b'{"\\ud800": 1}',
    b'{"nobody_knows_this": 1}', b"[" * (DEEPEST + 1) + b"]" * (DEEPEST + 1), b"9" * 400,
)  # fmt: skip


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("hostile")) as running:
        yield running


@pytest.fixture(scope="module")
def everybody(server: Server) -> Cast:
    return cast(server, sitting(server))


def holder(one: Endpoint, everybody: Cast) -> Client:
    """Whoever may ask it, from an address of its own: wrong codes are counted."""
    role = ROLES.get(one.who, one.who)
    return Client(everybody.table.server.port, everybody.clients[role].secret, "127.0.0.9")


def is_told(reply: Reply) -> bool:
    """Whether it was done, or refused in the one shape with a sentence."""
    if reply.status == 200:
        return True
    error = json.decode(reply.body, type=dict[str, dict[str, object]])["error"]
    return reply.status in range(400, 500) and str(error["sentence"]).endswith(".")


def test_an_address_with_the_sign_0_is_of_nothing(everybody: Cast) -> None:
    for one in ENDPOINTS:
        if "{" in one.path:
            path = re.sub(r"\{\w+\}", "%00", one.path)
            body: object = {} if one.method == "POST" else None
            assert everybody.table.facilitator.ask(path, body).reason == "not_found"


def test_no_way_of_asking_but_its_own_is_taken_at_any_address(everybody: Cast) -> None:
    for one in ENDPOINTS:
        path, _ = asked(one, everybody.table)
        for method in ("PUT", "DELETE", "PATCH", "OPTIONS"):
            reply = everybody.table.facilitator.ask(path, method=method)
            assert (reply.status, reply.reason) == (405, "wrong_method"), (method, path)
            assert reply.headers["allow"]


@pytest.mark.parametrize(
    "path",
    [
        "/static/..%2f..%2fpyproject.toml", "/static/%2e%2e/%2e%2e/pyproject.toml",
        "/static//etc/passwd", "/static/css/%00", "/static/css", "/static/" + "a" * 5_000,
        "/console/%ff%fe", "/play/%ed%a0%80", "/debrief/..%2f..", "/nowhere/%0d%0aX:%20y",
    ],
)  # fmt: skip
def test_an_address_that_leads_out_or_nowhere_is_refused(everybody: Cast, path: str) -> None:
    reply = everybody.table.facilitator.ask(path)
    assert reply.status in {401, 403, 404}
    assert b"hatchling" not in reply.body
    assert "x" not in reply.headers


def test_what_stands_behind_an_address_in_plenty_changes_nothing(everybody: Cast) -> None:
    plenty = "&".join(f"a{number}=%00" for number in range(5_000))
    assert everybody.table.facilitator.get(f"/health?{plenty}")["well"] is True


@pytest.mark.parametrize("one", TAKING, ids=lambda one: one.path)
def test_a_body_that_is_none_of_its_kind_is_refused(one: Endpoint, everybody: Cast) -> None:
    path, _ = asked(one, everybody.table)
    who = holder(one, everybody)
    for raw in RAW:
        reply = who.ask(path, raw)
        assert (reply.status in {400, 404, 429}, is_told(reply)) == (True, True), (raw, reply)
    assert who.ask(path, b"{}", headers={"Content-Type": "text/plain"}).reason == "not_json"
    assert who.ask(path, b"{}", method="PUT").reason == "wrong_method"
    assert who.ask(path, b" " * (FRAME_BYTES + 1) + b"{}").status in {400, 413}


@pytest.mark.parametrize("one", TAKING, ids=lambda one: one.path)
def test_whatever_stands_in_a_field_is_done_or_refused(one: Endpoint, everybody: Cast) -> None:
    path, body = asked(one, everybody.table)
    who = holder(one, everybody)
    assert one.takes is not None
    good = body if isinstance(body, dict) else {}
    if path.endswith(("/end", "/delete", "/leave", "/forget")):
        return  # they take nothing, and nobody could be asked afterwards
    for field in one.takes.__struct_encode_fields__:
        for value in HOSTILE:
            reply = who.ask(path, good | {field: value})
            assert is_told(reply), (field, value, reply)
