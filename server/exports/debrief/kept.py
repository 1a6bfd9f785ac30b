"""What a saved debrief holds: the answers that its page would have asked a server for, and every
moment, each as what changed since the one before.

Built from views, as the server's answers are. Moments are numbered by place: who was not told of an
entry finds no gap where it was.
"""

import re
from base64 import b64encode
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from gzip import compress
from typing import Final

from msgspec import Raw, json, to_builtins
from msgspec.structs import replace

from game.debrief.causes import caused
from game.fold import rewound_to
from game.log import Entry
from game.model.table import Table
from game.views.briefs import briefs
from game.views.line import Line
from game.views.lines import lines
from game.views.opened import opened
from game.views.own import own
from game.views.public import public
from game.views.staff import staff
from game.views.view import Viewer
from game.vocabulary import State
from server.debriefs.past import TOLD_TYPES, bared, viewer_named
from server.exports.base import Step, Told, is_staff
from server.protocol.board import Board
from server.protocol.course import Course, CourseEntry
from server.protocol.curve import CurveTurn
from server.protocol.leading import CauseChange, Causes
from server.protocol.replies import Briefs
from server.rulesets import LANGUAGE

Value = dict[str, object]
_STRING: Final = re.compile(rb'"([^"\\]*)"')


def kept(told: Told, board: Board) -> bytes:
    """Everything, as JSON."""
    passed = list(bared(told.record.entries))
    versions = [step.entry for step in told.steps]
    shared, named = _shared(told, [passed[version - 1][1] for version in versions])
    value = {
        "answers": answers(told, board, passed[-1][1]),
        "shared": shared,
        "eyes": {one: _seen(told, one, passed, versions, shared=named) for one in eyes_of(told)},
    }
    return json.encode(value)


def packed(body: bytes) -> str:
    """The same, as the page unpacks it."""
    return b64encode(compress(body, 9, mtime=0)).decode()


def eyes_of(told: Told) -> tuple[str, ...]:
    """With whose eyes the file can be read, its own first."""
    if told.staff:
        seats = (str(seat.id) for seat in told.steps[-1].public.seats)
        return ("facilitator", "public", *seats)
    return ("public",) if told.viewer.seat is None else (told.viewer.seat, "public")


# --- moments


def _shared(told: Told, tables: Iterable[Table]) -> tuple[list[Value], frozenset[bytes]]:
    """What all could see, moment by moment, and every string in it."""
    before: dict[str, Value] = {"public": {}}
    found: list[Value] = []
    named: set[bytes] = set()
    for table in tables:
        seen = public(table, told.record.rules)
        named |= set(_STRING.findall(json.encode(seen)))
        found.append(_change(before, "public", to_builtins(seen)) or {})
    return found, frozenset(named)


def _seen(
    told: Told,
    eyes: str,
    passed: Sequence[tuple[Entry, Table]],
    versions: Sequence[int],
    *,
    shared: frozenset[bytes],
) -> Value:
    """What these eyes saw besides, moment by moment, and the words that they read."""
    viewer = viewer_named(eyes)
    changes: list[Value] = []
    before: dict[str, Value] = {"own": {}, "staff": {}, "opened": {}}
    named = set(shared)
    at = 0
    lengths = [0]  # of the list of lines after each entry, when what is set aside is taken out
    for version in versions:
        read: list[Raw] = []
        back = None
        while at < version:
            to = rewound_to(passed[at][0])
            back = back if to is None else lengths[to]
            new = [Raw(json.encode(told.alias(line))) for line in lines(*passed[at], viewer)]
            lengths.append((lengths[-1] if to is None else lengths[to]) + len(new))
            read += new
            at += 1
        parts = _parts(passed[version - 1][1], viewer)
        found = {name: _change(before, name, part) for name, part in parts.items()}
        change: Value = {name: one for name, one in found.items() if one is not None}
        if back is not None:
            change["back"] = back
        if read:
            change["lines"] = read
        changes.append(change)
        named |= set(_STRING.findall(json.encode(change)))
    return {
        "viewer": to_builtins(viewer),
        "moments": changes,
        "words": _written(told, named),
    }


def _written(told: Told, named: AbstractSet[bytes]) -> dict[str, str]:
    """What people wrote, of the ids that are named."""
    return {one: words for one, words in told.written.items() if one.encode() in named}


def _parts(table: Table, viewer: Viewer) -> dict[str, Value | None]:
    """The parts of a view that are not for all; a test holds them to the view itself."""
    mine = None if viewer.seat is None else to_builtins(own(table, viewer.seat))
    all_of_it = to_builtins(staff(table)) if is_staff(viewer) else None
    bare = opened(table)
    return {"own": mine, "staff": all_of_it, "opened": None if bare is None else to_builtins(bare)}


def _change(before: dict[str, Value], name: str, now: Value | None) -> Value | None:
    """What is different in a part of the view; None: nothing. `{"gone": true}`: it is not there."""
    was = before[name]
    if now is None:
        before[name] = {}
        return None if not was else {"gone": True}
    before[name] = now
    changed = {key: value for key, value in now.items() if key not in was or was[key] != value}
    return changed or None


# --- answers


def answers(told: Told, board: Board, now: Table) -> Mapping[str, object]:
    """What the page asks besides moments, by address; `now`: the table at the end."""
    found: dict[str, object] = {
        "kept/board": board,
        "kept/course": _course(told),
        "kept/causes": _causes(told),
        "kept/briefs": Briefs(briefs=briefs(now, told.viewer, told.record.rules, LANGUAGE)),
    }
    if told.curve is not None:  # nobody works the rest of it out for a file
        turns = tuple(_named(told, one) for one in told.curve.turns)
        named = set(_STRING.findall(json.encode(turns)))
        found["kept/curve"] = replace(
            told.curve, state="done", turns=turns, words=_written(told, named)
        )
    for (first, last), weighed in told.weighed.items():
        found[f"kept/alternatives/{first}/{last}"] = weighed
    return found


def _named(told: Told, turn: CurveTurn) -> CurveTurn:
    """A turning point whose lines name facilitators as all lines of the file do."""
    found = (told.alias(json.decode(line, type=Line)) for line in turn.lines)
    return replace(turn, lines=tuple(Raw(json.encode(one)) for one in found))


def _causes(told: Told) -> Causes:
    """Who moved what; each change at the last step that these eyes know of."""
    entries = [step.entry for step in told.steps]
    return Causes(
        changes=tuple(
            CauseChange(
                version=told.steps[max(0, bisect_right(entries, one.version) - 1)].version,
                measure=one.measure,
                by=one.by,
                cause=one.cause,
            )
            for one in caused(told.record.entries)
        )
    )


def _course(told: Told) -> Course:
    seen = told.steps[-1].public
    over = seen.outcome is not None
    return Course(
        entries=tuple(_entry(told, step) for step in told.steps),
        head=told.record.entries[-1].hash if over or told.staff else None,
        outcome=None if seen.outcome is None else seen.outcome.value,
        public_value=seen.public_value,
    )


def _entry(told: Told, step: Step) -> CourseEntry:
    seen = step.public
    states = [one.state for one in seen.dependencies]
    is_told = is_staff(told.viewer) or step.asked in TOLD_TYPES
    return CourseEntry(
        version=step.version,
        at_ms=step.at_ms,
        round=seen.round,
        phase=seen.phase.value,
        quarter=seen.quarter,
        by=step.by,
        via=step.via,
        type=step.asked if is_told else "",
        aside=step.aside,
        support=seen.support,
        legal_pressure=seen.legal_pressure,
        counter=seen.counter,
        rating=seen.rating,
        live=states.count(State.LIVE),
        signed=states.count(State.SIGNED),
    )
