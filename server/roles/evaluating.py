"""Evaluators: what they see, and what they judge. They change nothing in play.

Their view is that of the room, or, where the session was set up so and players were told, that of
the facilitator. What they judge is kept beside the log, pinned to a moment of it.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from msgspec import Raw, json

from game.evidence import Sighting, sightings
from game.fold import fold
from game.log import Entry
from game.ruleset import Objective, Ruleset
from game.views.view import FACILITATOR, Viewer
from server.debriefs.past import set_aside
from server.protocol import words
from server.protocol.evaluating import (
    Evaluation,
    Evaluations,
    Evidence,
    GuideObjective,
    GuideTask,
    PutEvaluation,
    Rating,
    Sighted,
)
from server.protocol.problems import Problem, not_found
from server.protocol.strict import Malformed
from server.roles.evaluator import viewer_of
from server.rulesets import text_of
from server.sessions.lobby import Lobby
from server.sessions.session import LiveSession
from server.store.evaluations import drop_evaluation, evaluations_of, put_evaluation
from server.store.schema import EvaluationRow
from server.tables.live import LiveTable
from server.tables.play import Play, walked

NEWEST: Final = 5
RATINGS: Final[dict[str, Rating]] = {"P": "P", "S": "S", "M": "M", "U": "U"}


@dataclass(frozen=True, slots=True)
class Judge:
    """A facilitator or evaluator: `person` None for a facilitator without a name."""

    session: LiveSession
    person: str | None
    own: bool
    """They see what they judged themselves, and no more: an evaluator."""
    viewer: Viewer


class Evaluating:
    """What is judged in the sessions of this server. `by`: the person; None: a facilitator."""

    def __init__(self, lobby: Lobby) -> None:
        self._lobby = lobby
        self._store = lobby.world.store

    async def put(self, session: LiveSession, asked: PutEvaluation, by: str | None) -> None:
        """Keep a judgement, pinned to its moment.

        Raises:
            Problem: the guide has no such objective or task, or the id is somebody else's.
        """
        place = session.places.get(asked.table)
        if place is None:
            raise not_found()
        check_named(session.rules, asked)
        text = words.said(asked.words)
        if asked.rating is None and not text:
            raise Malformed("Rate it, or write what you saw.", "$.words")
        entries = await place.live.archive.entries()
        pinned = moment(entries, asked.at_ms)
        table = await asyncio.to_thread(fold, entries[:pinned])
        row = EvaluationRow(
            id=asked.id,
            session_id=session.id,
            table_id=asked.table,
            version=pinned,
            at_ms=entries[pinned - 1].at_ms,
            round=table.round,
            phase=table.phase.value,
            person_id=by,
            objective=asked.objective,
            task=asked.task,
            rating=asked.rating,
            words=text,
            written_at=self._lobby.now(),
        )
        if not await self._store.run(lambda db: put_evaluation(db, row)):
            raise Problem("id_taken", "This id is somebody else's; send it with a new one.")

    async def drop(self, session: LiveSession, evaluation: str, by: str | None) -> None:
        """Take one's own judgement back.

        Raises:
            Problem: there is none of one's own with this id.
        """
        if not await self._store.run(lambda db: drop_evaluation(db, session.id, evaluation, by)):
            raise not_found()

    async def read(self, session: LiveSession, by: str | None, *, own: bool) -> Evaluations:
        """The guide with what was judged: everything, or (`own`) by this person alone."""
        rows = await self._store.look(lambda db: evaluations_of(db, session.id))
        sees_versions = not own or viewer_of(session) is FACILITATOR
        return Evaluations(
            guide=guide_of(session.rules),
            evaluations=tuple(
                told(session, row, by, sees_versions=sees_versions)
                for row in rows
                if not own or row.person_id == by
            ),
        )

    async def evidence(self, session: LiveSession, table: LiveTable, viewer: Viewer) -> Evidence:
        """Where the log shows what the guide asks for, with these eyes."""
        entries = await table.archive.entries()
        found = await asyncio.to_thread(seen_in, entries, session.rules.objectives, viewer)
        lines = [line for one in found for line in one.lines]
        return Evidence(sighted=found, words=table.archive.words_in(lines))


def check_named(rules: Ruleset, asked: PutEvaluation) -> None:
    """That the guide has this objective and task.

    Raises:
        Problem: it has not.
    """
    tasks = {str(one.id): {str(task.id) for task in one.tasks} for one in rules.objectives}
    if asked.objective not in tasks:
        raise Problem("unknown_objective", "The guide has no such objective.")
    if asked.task is not None and asked.task not in tasks[asked.objective]:
        raise Problem("unknown_task", "This objective has no such task.")


def moment(entries: Sequence[Entry], at_ms: int | None) -> int:
    """The version at this game time; the newest where none is named."""
    if at_ms is None:
        return len(entries)
    return max(1, sum(one.at_ms <= at_ms for one in entries))


def guide_of(rules: Ruleset) -> tuple[GuideObjective, ...]:
    """The guide in the server's language."""

    def text(*parts: str) -> str:
        return text_of(rules, ".".join(("objectives", *parts)))

    return tuple(
        GuideObjective(
            id=one.id,
            name=text(one.id, "name"),
            text=text(one.id, "text"),
            tasks=tuple(GuideTask(id=t.id, text=text(one.id, "tasks", t.id)) for t in one.tasks),
        )
        for one in rules.objectives
    )


def told(
    session: LiveSession, row: EvaluationRow, by: str | None, *, sees_versions: bool
) -> Evaluation:
    """A judgement as it is told."""
    person = session.people.get(row.person_id or "")
    return Evaluation(
        id=row.id,
        table=row.table_id,
        version=row.version if sees_versions else None,
        at_ms=row.at_ms,
        round=row.round,
        phase=row.phase,
        by=person.name if person else "",
        mine=row.person_id == by,
        objective=row.objective,
        task=row.task,
        rating=RATINGS.get(row.rating or ""),
        words=row.words,
    )


def seen_in(
    entries: Sequence[Entry], objectives: Sequence[Objective], viewer: Viewer
) -> tuple[Sighted, ...]:
    """The sightings of a log by task, in the order of the guide; what was set aside is left out."""
    aside = set_aside(entries)
    played = [one for one in walked(Play(), entries) if one[0].version not in aside]
    found = sightings(played, objectives, viewer)
    order = [(one.id, task.id) for one in objectives for task in one.tasks]

    def place(one: Sighting) -> int:
        return order.index((one.objective, one.task))

    return tuple(sighted(list(some)) for _, some in groupby(sorted(found, key=place), key=place))


def sighted(some: Sequence[Sighting]) -> Sighted:
    """The sightings of one task, oldest first."""
    first = some[0]
    return Sighted(
        objective=first.objective,
        task=first.task,
        count=len(some),
        first_ms=first.line.at_ms,
        first_round=first.line.round,
        first_phase=first.line.phase.value,
        lines=tuple(Raw(json.encode(one.line)) for one in some[-NEWEST:]),
    )
