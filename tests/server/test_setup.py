"""What is chosen at set-up beside the rules: decks, the booked slot, who evaluates."""

from collections.abc import Iterator

import pytest
from msgspec import convert

from game.vocabulary import Context
from tests.server.serving import KEY, Server, Sitting, serving, sitting

Row = dict[str, object]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("setup")) as running:
        yield running


def decks(table: Sitting) -> list[object]:
    """What lies in the decks of every table of a session, and what is real."""
    session = f"/api/sessions/{table.session}"
    tables = convert(table.facilitator.get(session)["tables"], type=list[Row])
    views = [
        convert(table.facilitator.get(f"{session}/view?table={one['id']}")["view"], type=Row)
        for one in tables
    ]
    parts = [convert(view["staff"], type=Row) for view in views]
    return [(one["event_deck"], one["agenda_deck"], one["real"]) for one in parts]


def test_tables_hold_the_same_decks_unless_it_is_chosen_otherwise(server: Server) -> None:
    first, *others = decks(sitting(server, seats=False, ruleset="newborn", players=5, tables=3))
    assert all(one == first for one in others)
    one, two, three = decks(
        sitting(server, seats=False, ruleset="newborn", players=5, tables=3, same_decks=False)
    )
    assert one != two != three != one


def test_the_booked_slot_is_told_to_facilitators_alone(server: Server) -> None:
    setup = {"lengths": {"talk": 120}, "rounds": 3}
    table = sitting(server, booked_min=90, setup=setup)
    slot = convert(table.facilitator.get(f"/api/sessions/{table.session}")["slot"], type=Row)
    assert (slot["booked_min"], slot["began_ms"]) == (90, None)
    assert convert(slot["lengths"], type=dict[str, int])["talk"] == 120
    table.begin_talk()
    slot = convert(table.facilitator.get(f"/api/sessions/{table.session}")["slot"], type=Row)
    assert convert(slot["began_ms"], type=int) > 1_700_000_000_000
    seat = server.client(table.passes["council"])
    seen = convert(seat.get(f"/api/people/{table.people['council']}/view")["view"], type=Row)
    assert "slot" not in convert(seen["session"], type=Row)


@pytest.mark.parametrize("minutes", [0, 9, 1441, "ninety"])
def test_a_slot_that_cannot_be_is_refused_with_its_place(server: Server, minutes: object) -> None:
    body = {"title": "T", "ruleset": "tiny", "players": 3, "booked_min": minutes}
    reply = server.client("a-key-for-tests-only").ask("/api/sessions", body)
    assert reply.status == 400
    assert b"booked_min" in reply.body


def test_the_scenario_of_the_guide_stands_first(server: Server) -> None:
    cards = convert(server.client(KEY).get("/api/rulesets")["rulesets"], type=list[Row])
    ids = [one["id"] for one in cards]
    assert ids == ["newborn", *sorted(str(one) for one in ids if one != "newborn")]


def test_a_context_is_chosen_where_the_ruleset_offers_one(server: Server) -> None:
    cards = convert(server.client(KEY).get("/api/rulesets")["rulesets"], type=list[Row])
    by_id = {one["id"]: convert(one["contexts"], type=list[Row]) for one in cards}
    assert [one["id"] for one in by_id["functional_equivalents"]] == list(Context)
    assert by_id["functional_equivalents"][2]["name"] == "Federal"
    assert [one["id"] for one in by_id["tiny"]] == ["plain"]
    seen = {}
    for context in (None, "federal"):
        table = sitting(
            server,
            seats=False,
            ruleset="functional_equivalents",
            players=5,
            setup={"context": context, "seed": "one"},
        )
        view = convert(
            table.facilitator.get(f"/api/sessions/{table.session}/view?table={table.table}")[
                "view"
            ],
            type=Row,
        )
        seen[context] = convert(view["public"], type=Row)
    assert "context" not in seen[None]
    assert seen["federal"]["context"] == "federal"
    weights = {
        context: [one["sensitivity"] for one in convert(shown["dependencies"], type=list[Row])]
        for context, shown in seen.items()
    }
    assert weights["federal"] != weights[None]


@pytest.mark.parametrize(
    ("context", "said"), [("federal", b"tiny offers plain"), ("lunar", b"context")]
)
def test_a_context_that_is_not_offered_is_refused(
    server: Server, context: str, said: bytes
) -> None:
    body = {"title": "T", "ruleset": "tiny", "players": 3, "setup": {"context": context}}
    reply = server.client(KEY).ask("/api/sessions", body)
    assert reply.status == 400
    assert said in reply.body
