"""What happens at a table though nobody asks: chance draws, a line of the script is laid, a bot
sits in for who is away, the clock ends a phase. Which is next, and when; nothing is done here.
"""

from game.chance import owed
from game.controls.course import TimeUp
from game.course.gates import clock_ends
from game.ruleset import Ruleset
from game.vocabulary import CHANCE, CLOCK, FACILITATOR
from server.tables.absence import Absence
from server.tables.asked import Asked
from server.tables.play import Play
from server.tables.script import Script, earlier, fire


def due_now(
    play: Play,
    rules: Ruleset,
    *,
    script: Script,
    absence: Absence,
    words: dict[str, str],
    now_ms: int,
) -> Asked | None:
    """What is due now, chance first; None: nothing. `words`: what people wrote, by id."""
    table = play.table
    command = owed(table, rules)
    if command is not None:
        return Asked(command=command, by=CHANCE, id=f"{play.version + 1}", via="chance")
    line = script.fires(now_ms)
    if line is not None:
        laid = fire(table, line, rules, words)
        key = f"line {line} {play.mark.key}"
        return Asked(command=laid, by=FACILITATOR, id=key, via="clock")
    sits_in = absence.asks(table, now_ms)
    if sits_in is not None:
        return sits_in
    if play.ends_ms is None or play.ends_ms > now_ms or not clock_ends(table):
        return None
    time_up = TimeUp(table.phase, table.round, table.quarter)
    return Asked(command=time_up, by=CLOCK, id=f"{play.mark.key}", via="clock")


def next_ms(play: Play, *, script: Script, absence: Absence, now_ms: int) -> int | None:
    """The game time at which something may be due next; None: at none."""
    ends = play.ends_ms if clock_ends(play.table) else None
    return earlier(ends, earlier(script.next_ms(now_ms), absence.next_ms(play.table)))
