"""Any text that is pasted as a list is read or refused, line by line."""

from hypothesis import given
from hypothesis import strategies as st

from server.sessions.rostercsv import MOST_PEOPLE, Room, read

ROOM = Room(
    tables={"table 1": "t1", "1": "t1", "table 2": "t2", "2": "t2"},
    seats={"tax": "tax", "ta": "tax", "towns": "towns"},
    table_names=("Table 1", "Table 2"),
    seat_names=("Tax", "Towns"),
    taken=frozenset({("t2", "towns")}),
)


@given(st.text(max_size=400) | st.lists(st.sampled_from(
    ["Ada", "1", "Table 2", "tax", "TA", ",", ";", "\t", "\n", '"', " ", "\u202e", "name"]
), max_size=60).map("".join))  # fmt: skip
def test_any_text_is_people_or_faults_never_a_crash(text: str) -> None:
    people, faults = read(text, ROOM)
    assert people or faults
    places = [(one.table, one.seat) for one in people if one.seat]
    assert len(places) == len(set(places))
    assert ("t2", "towns") not in places
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    numbers = [one.line for one in people] + [one.line for one in faults]
    assert all(1 <= number <= len(lines) for number in numbers)


def test_a_list_has_a_most() -> None:
    people, faults = read("\n".join(f"P{n}" for n in range(MOST_PEOPLE + 2)), ROOM)
    assert [one.line for one in faults] == [MOST_PEOPLE + 1]
    assert len(people) == MOST_PEOPLE + 2


def test_a_seat_that_is_taken_is_a_fault() -> None:
    assert read("Ada,2,towns", ROOM)[1][0].sentence == "Somebody sits in this seat already."
