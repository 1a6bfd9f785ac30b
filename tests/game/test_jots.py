"""Notes, marks and counts can be taken back: nobody who looks back reads them any more."""

from random import Random

from msgspec.structs import replace

from game.commands import AnyCommand
from game.controls.course import NextPhase, Rewind
from game.controls.room import CountTalk, MarkMoment, Note, Strike
from game.debrief.highlights import highlights
from game.events.control import Struck
from game.fold import rewound
from game.model.jots import MOST_JOTS, Jot
from game.model.table import Table
from game.opening import Setup
from game.views.lines import lines
from game.views.staff import staff
from game.views.view import FACILITATOR as STAFF
from game.vocabulary import FACILITATOR, Phase, Reason, Topic
from tests.given import When, given, laid, tiny
from tests.playing import Game, turn


def done(table: Table, command: AnyCommand) -> When:
    return given(table).when(FACILITATOR, command)


def after(*commands: AnyCommand) -> Table:
    table = laid()
    for command in commands:
        table = done(table, command).table
    return table


def totals(table: Table) -> tuple[int, ...]:
    """What the console shows as counted: content, jurisdiction, cost."""
    return tuple(staff(table).counted.values())


def test_what_was_noted_marked_and_counted_last_may_be_taken_back() -> None:
    table = after(Note("w"), MarkMoment(), CountTalk(Topic.COST))
    first = laid().version + 1
    assert table.jots == (
        Jot(first, "note"),
        Jot(first + 1, "mark"),
        Jot(first + 2, "count", Topic.COST),
    )
    assert staff(table).jots == table.jots
    done(table, Strike(first)).then(Struck(first))


def test_a_count_that_is_taken_back_is_counted_no_more() -> None:
    table = after(CountTalk(Topic.COST), CountTalk(Topic.COST), CountTalk(Topic.CONTENT))
    assert totals(table) == (1, 0, 2)
    struck = done(table, Strike(table.jots[1].version)).table
    assert (totals(struck), struck.struck) == ((1, 0, 1), (table.jots[1].version,))
    assert [one.topic for one in struck.jots] == [Topic.COST, Topic.CONTENT]
    marked = after(MarkMoment())
    assert totals(done(marked, Strike(marked.version)).table) == (0, 0, 0)


def test_nothing_is_taken_back_twice_nor_what_is_none_of_these_nor_what_is_long_past() -> None:
    table = after(MarkMoment())
    struck = done(table, Strike(table.version)).table
    done(struck, Strike(table.version)).refused(Reason.UNKNOWN)
    done(table, Strike(1000)).refused(Reason.UNKNOWN)
    long = after(*[MarkMoment()] * (MOST_JOTS + 1))
    assert len(staff(long).jots) == MOST_JOTS
    done(long, Strike(laid().version + 1)).refused(Reason.UNKNOWN)


def test_what_was_taken_back_stays_so_over_a_rewind() -> None:
    then = after(MarkMoment(), CountTalk(Topic.COST))
    now = done(then, Strike(then.jots[0].version)).table
    back = rewound(now, then)
    assert back.struck == now.struck
    assert back.jots == then.jots[1:]
    assert done(now, Rewind(1, "why")).events


def test_a_count_made_before_a_rewind_is_taken_back_after_it_and_before_it() -> None:
    then = after(CountTalk(Topic.COST), CountTalk(Topic.CONTENT))
    first = then.jots[0].version
    back = rewound(done(then, MarkMoment()).table, then)
    assert totals(back) == (1, 0, 1)
    assert totals(done(back, Strike(first)).table) == (1, 0, 0)
    struck = done(then, Strike(first)).table
    assert totals(rewound(struck, then)) == (1, 0, 0)


def test_what_a_rewind_set_aside_can_be_taken_back_and_no_total_holds_it() -> None:
    then = after(CountTalk(Topic.COST))
    now = done(done(then, CountTalk(Topic.COST)).table, Note("w")).table
    back = rewound(now, then)
    assert [(one.kind, one.aside) for one in staff(back).jots] == [
        ("count", False),
        ("count", True),
        ("note", True),
    ]
    assert totals(back) == (0, 0, 1)
    gone = done(done(back, Strike(now.jots[1].version)).table, Strike(now.jots[2].version)).table
    assert (totals(gone), gone.jots) == ((0, 0, 1), then.jots)
    # back into the line that was set aside: there the count holds again, what was struck does not
    again = rewound(back, now)
    assert totals(again) == (0, 0, 2)
    assert totals(rewound(gone, now)) == (0, 0, 1)


def test_what_was_noted_in_the_practice_round_is_taken_back_after_it_and_counts_no_more() -> None:
    game = Game(tiny(), Setup("s", first_game=True, bots="random"))
    turn(game, Random(1))
    game.chance()
    game.do(FACILITATOR, CountTalk(Topic.COST))
    game.do(FACILITATOR, Note("w"))
    struck, note = game.table.jots[0].version, game.table.jots[1].version
    game.do(FACILITATOR, Strike(struck))
    game.do(FACILITATOR, CountTalk(Topic.CONTENT))
    while game.table.practice:
        game.do(FACILITATOR, NextPhase())
        game.chance()
    assert totals(game.table) == (0, 0, 0)
    assert game.table.struck == (struck,)
    done(game.table, Strike(note)).then(Struck(note))


def test_looking_back_nobody_reads_what_was_taken_back() -> None:
    game = Game(tiny(), Setup("s", bots="random"))
    turn(game, Random(1))
    game.chance()
    assert game.table.phase is not Phase.LOBBY
    game.do(FACILITATOR, Note("w"))
    note = game.entries[-1]
    game.do(FACILITATOR, MarkMoment())
    assert [one.version for one in highlights(game.entries) if one.kind == "marked"] == [
        note.version,
        note.version + 1,
    ]
    game.do(FACILITATOR, Strike(note.version))
    assert [one.version for one in highlights(game.entries) if one.kind == "marked"] == [
        note.version + 1
    ]
    assert [one.kind for one in lines(note, game.tables[note.version - 1], STAFF)] == ["noted"]
    now = replace(game.tables[note.version - 1], struck=game.table.struck)
    assert lines(note, now, STAFF) == ()
    assert highlights([]) == ()
