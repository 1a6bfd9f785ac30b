"""What a saved debrief holds: the answers that its page would have asked a server for, and every
moment, each as what changed since the one before.

Built from views, as the server's answers are. Moments are numbered by place: who was not told of an
entry finds no gap where it was.
"""

import re
from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from gzip import compress
from typing import Final

from msgspec import Raw, json, to_builtins
from msgspec.structs import replace

from game.log import Entry
from game.model import Table
from game.views.briefs import briefs
from game.views.lines import lines
from game.views.view import look
from game.vocabulary import State
from server.exports.base import Step, Told, is_staff, viewer_named
from server.protocol.replies import Board, Briefs, Course, CourseEntry
from server.rulesets import LANGUAGE
from server.tables.past import TOLD_TYPES
from server.tables.play import Play, walked

Value = dict[str, object]
_STRING: Final = re.compile(rb'"([^"\\]*)"')


def kept(told: Told, board: Board) -> bytes:
    """Everything, as JSON."""
    eyes = eyes_of(told)
    versions = [told.record.entries[at].version for at in _places(told)]
    passed = list(walked(Play(), told.record.entries))
    seen = {one: _seen(told, one, passed, versions) for one in eyes}
    value = {
        "answers": answers(told, board),
        "shared": seen[eyes[0]][0],
        "eyes": {name: own for name, (_, own) in seen.items()},
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


def _places(told: Told) -> Iterable[int]:
    """The entries that are moments of this file, counted from 0."""
    return (step.entry - 1 for step in told.steps)


# --- moments


def _seen(
    told: Told,
    eyes: str,
    passed: Sequence[tuple[Entry, Table]],
    versions: Sequence[int],
) -> tuple[list[Value], Value]:
    """What these eyes saw at each moment: what all share, and their own with the words read."""
    viewer, rules = viewer_named(eyes), told.record.rules
    opened = passed[-1][1].opened_secrets
    shared: list[Value] = []
    changes: list[Value] = []
    before: dict[str, Value] = {"public": {}, "own": {}, "staff": {}, "opened": {}}
    named: set[bytes] = set()
    at = 0
    for version in versions:
        found: list[Raw] = []
        while at < version:
            entry, table = passed[at]
            found += (Raw(json.encode(line)) for line in lines(entry, table, viewer))
            at += 1
        bare = replace(passed[version - 1][1], opened_secrets=opened)
        view = to_builtins(look(bare, viewer, rules))
        part = {name: _change(before, name, view[name]) for name in before}
        shared.append(part.pop("public") or {})
        kept_parts: Value = {name: one for name, one in part.items() if one is not None}
        changes.append(kept_parts | ({"lines": found} if found else {}))
        for part_read in (*found, Raw(json.encode(view))):
            named |= set(_STRING.findall(bytes(part_read)))
    return shared, {
        "viewer": to_builtins(viewer),
        "moments": changes,
        "words": {one: words for one, words in told.written.items() if one.encode() in named},
    }


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


def answers(told: Told, board: Board) -> Mapping[str, object]:
    """What the page asks besides moments, by address."""
    now = list(walked(Play(), told.record.entries))[-1][1]
    found: dict[str, object] = {
        "kept/board": board,
        "kept/course": _course(told),
        "kept/briefs": Briefs(briefs=briefs(now, told.viewer, told.record.rules, LANGUAGE)),
    }
    if told.staff and told.record.curve is not None:
        found["kept/curve"] = told.record.curve
    return found


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
