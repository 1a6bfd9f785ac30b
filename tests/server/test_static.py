"""The files of the pages: whole, packed once, and named in the head of the page that needs them."""

import re
from collections.abc import Iterator
from gzip import decompress

import pytest
from msgspec import json

from game.actions import BY_KIND
from server.protocol.board import Board
from server.templating import STATIC, environment, modules
from tests.browser.scripts import scripts
from tests.server.serving import Server, serving, sitting

ENTRIES = sorted(path.stem for path in (STATIC / "js").glob("*.js"))
LINK = re.compile(r'<link rel="modulepreload" href="/static/([^"]+)">')


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("static")) as running:
        yield running


@pytest.mark.parametrize(
    "name", ["css/base.css", "js/play.js", "icons.svg", "vendor/htm.module.js"]
)
def test_a_file_comes_packed_to_who_understands_it_and_plain_to_others(
    server: Server, name: str
) -> None:
    plain = server.client().ask(f"/static/{name}")
    small = server.client().ask(f"/static/{name}", headers={"Accept-Encoding": "gzip"})
    assert small.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert decompress(small.body) == plain.body == (STATIC / name).read_bytes()
    assert len(small.body) < len(plain.body)
    for one in (plain, small):
        assert one.headers["vary"] == "Accept-Encoding"
        assert one.headers["content-type"] == plain.headers["content-type"]
        assert one.headers["cache-control"]


@pytest.mark.parametrize("name", ["css/base.css", "fonts/atkinson-next-latin.woff2"])
def test_a_file_that_is_asked_for_again_is_answered_by_its_tag(server: Server, name: str) -> None:
    gzip = {"Accept-Encoding": "gzip"}
    tag = server.client().ask(f"/static/{name}", headers=gzip).headers["etag"]
    again = server.client().ask(f"/static/{name}", headers={**gzip, "If-None-Match": tag})
    assert (again.status, again.body) == (304, b"")
    # it says how long the file may be kept and for whom, and no more of a policy than a piece does
    first = server.client().ask(f"/static/{name}", headers=gzip)
    for header in ("etag", "vary", "cache-control"):
        assert again.headers.get(header) == first.headers.get(header)
    assert set(again.headers) <= set(first.headers)


def test_a_font_is_not_packed_twice(server: Server) -> None:
    name = "fonts/atkinson-next-latin.woff2"
    found = server.client().ask(f"/static/{name}", headers={"Accept-Encoding": "gzip"})
    assert "content-encoding" not in found.headers
    assert found.body == (STATIC / name).read_bytes()


def test_a_board_comes_packed_and_is_the_same(server: Server) -> None:
    shown = sitting(server)
    page = shown.facilitator.ask(f"/console/{shown.session}").body.decode()
    address = re.search(r"/board/[0-9a-f]+", page)
    assert address is not None
    plain = server.client().ask(address[0])
    small = server.client().ask(address[0], headers={"Accept-Encoding": "gzip"})
    assert decompress(small.body) == plain.body
    again = server.client().ask(address[0], headers={"If-None-Match": plain.headers["etag"]})
    assert (again.status, again.body) == (304, b"")


def test_a_board_tells_what_a_deal_may_hold_and_promise(server: Server) -> None:
    shown = sitting(server)
    page = shown.facilitator.ask(f"/console/{shown.session}").body.decode()
    address = re.search(r"/board/[0-9a-f]+", page)
    assert address is not None
    deals = json.decode(server.client().ask(address[0]).body, type=Board).deals
    assert (deals.budget, deals.promises) == (8, 3)  # RULES section 4
    objects = {one.kind: one.objects for one in deals.promised}
    assert set(objects) == {*BY_KIND, "no_guard", "no_portal", "vote_launch", "vote_hold"}
    assert {kind: one.objects for kind, one in BY_KIND.items()}.items() <= objects.items()
    assert objects["vote_hold"] == ()


@pytest.mark.parametrize("entry", ENTRIES)
def test_a_page_knows_every_module_that_it_waits_for(entry: str) -> None:
    found = {STATIC / path for path in modules(entry)}
    assert found == scripts(STATIC / "js" / f"{entry}.js")


def test_the_head_names_them_before_the_page_is_drawn() -> None:
    frame = environment().from_string(
        '{% from "parts/frame.html" import module %}{{ module("play", "/board/abc") }}'
    )
    head = frame.render()
    assert set(LINK.findall(head)) == {*modules("play")} - {"js/play.js"}
    assert '<link rel="preload" href="/board/abc" as="fetch" crossorigin>' in head
    assert head.rstrip().endswith('<script type="module" src="/static/js/play.js"></script>')
