"""Looking back into a log: what the numbers of a debrief tell, and to whom."""

import pytest
from msgspec import json

from game.fold import rewound_to
from game.views.lines import lines
from game.views.view import FACILITATOR, OBSERVER, seat_viewer
from server.debriefs.past import Looked, at, bared, course
from server.protocol.frames import SEEN_LINES
from tests.recorded import game_of
from tests.server.test_exports import unheard


@pytest.mark.parametrize("number", [3, 6, 10, 12])  # in these, people whisper
def test_what_two_others_whispered_changes_no_number_of_a_debrief(number: int) -> None:
    game = game_of(number, controls=False, opened=False)
    fewer = 0
    for seat in game.table.seats:
        entries = unheard(game.entries, seat.id)
        fewer += len(game.entries) - len(entries)
        told, same = Looked(game.entries), Looked(entries)
        viewer = seat_viewer(seat.id)
        assert json.encode(course(told, viewer)) == json.encode(course(same, viewer))
        for one, other in zip(told.numbers(viewer), same.numbers(viewer), strict=True):
            seen = (at(each, number, viewer, game.rules) for each, number in (
                (told.passed, one), (same.passed, other),
            ))  # fmt: skip
            assert next(seen) == next(seen)
    assert fewer


@pytest.mark.parametrize("number", [10, 12])
def test_what_a_rewind_set_aside_is_read_while_it_stood_and_not_after(number: int) -> None:
    game = game_of(number)
    passed = bared(game.entries)
    (back,) = (entry for entry in game.entries if rewound_to(entry) is not None)
    to = rewound_to(back) or 0
    own = [tuple(lines(entry, table, FACILITATOR)) for entry, table in passed]
    for version in range(1, len(passed) + 1):
        stood = (
            own[:version] if version < back.version else own[:to] + own[back.version - 1 : version]
        )
        expected = [json.encode(line) for told in stood for line in told][-SEEN_LINES:]
        found = at(passed, version, FACILITATOR, game.rules)
        assert list(map(bytes, found.lines)) == expected


@pytest.mark.parametrize("number", [9, 12])  # in these, people whisper early
def test_whatever_was_said_in_confidence_is_known_to_the_end(number: int) -> None:
    game = game_of(number, controls=False)
    passed = bared(game.entries)
    older = 0
    for seat in game.table.seats:
        viewer = seat_viewer(seat.id)
        whispered = [
            json.encode(line)
            for entry, table in passed
            for line in lines(entry, table, viewer)
            if line.kind == "said_in_confidence"
        ]
        seen = at(passed, len(passed), viewer, game.rules)
        older += len(seen.confided)
        kept = [one for one in map(bytes, (*seen.confided, *seen.lines)) if b'"said_in_conf' in one]
        assert kept == whispered
    assert older
    assert at(passed, len(passed), OBSERVER, game.rules).confided == ()


def test_only_a_facilitator_counts_every_entry() -> None:
    game = game_of(2, controls=False, opened=False)
    looked = Looked(game.entries)
    versions = [one.version for one in course(looked, FACILITATOR)]
    assert versions == [one.version for one in game.entries]
    places = [one.version for one in course(looked, OBSERVER)]
    assert places == list(range(1, len(places) + 1))
    assert len(places) < len(versions)


def test_what_is_opened_later_leaves_the_place_by_which_a_room_is_led() -> None:
    closed, bare = (game_of(2, controls=False, opened=opened) for opened in (False, True))
    before, after = (Looked(game.entries) for game in (closed, bare))
    assert after.of_all[: len(before.of_all)] == before.of_all
    own = seat_viewer(closed.table.seats[0].id)
    assert len(after.numbers(own)) > len(before.numbers(own))
    led = course(before, OBSERVER)[-1]
    assert led.of_all == len(before.of_all)
