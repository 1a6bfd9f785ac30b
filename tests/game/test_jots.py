"""Notes, marks and counts can be taken back: nobody who looks back reads them any more."""

from random import Random

from msgspec.structs import replace

from game.commands import AnyCommand
from game.controls.course import Rewind
from game.controls.room import CountTalk, MarkMoment, Note, Strike
from game.events import Struck
from game.evolve.control import MOST_JOTS
from game.fold import rewound
from game.highlights import highlights
from game.model import Jot, Table
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
    assert table.counted == (1, 0, 2)
    struck = done(table, Strike(table.jots[1].version)).table
    assert (struck.counted, struck.struck) == ((1, 0, 1), (table.jots[1].version,))
    assert [one.topic for one in struck.jots] == [Topic.COST, Topic.CONTENT]
    marked = after(MarkMoment())
    assert done(marked, Strike(marked.version)).table.counted == (0, 0, 0)


def test_nothing_is_taken_back_twice_nor_what_is_none_of_these_nor_what_is_long_past() -> None:
    table = after(MarkMoment())
    struck = done(table, Strike(table.version)).table
    done(struck, Strike(table.version)).refused(Reason.UNKNOWN)
    done(table, Strike(1000)).refused(Reason.UNKNOWN)
    long = after(*[MarkMoment()] * (MOST_JOTS + 1))
    assert len(long.jots) == MOST_JOTS
    done(long, Strike(laid().version + 1)).refused(Reason.UNKNOWN)


def test_what_was_taken_back_stays_so_over_a_rewind() -> None:
    then = after(MarkMoment(), CountTalk(Topic.COST))
    now = done(then, Strike(then.jots[0].version)).table
    back = rewound(now, then)
    assert back.struck == now.struck
    assert back.jots == then.jots[1:]
    assert done(now, Rewind(1, "why")).events


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
