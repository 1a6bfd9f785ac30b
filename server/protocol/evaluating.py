"""What evaluators and facilitators send about the evaluation guide, and what they are told."""

from typing import Annotated, Literal, TypeAlias

from msgspec import Meta, Raw

from server.protocol.bodies import Body, Typed
from server.protocol.frames import ShortId
from server.protocol.replies import Reply
from server.protocol.session import Qr

Rating: TypeAlias = Literal["P", "S", "M", "U"]
"""Performed without challenges, with some, with major ones; unable to be performed."""
EvaluationId: TypeAlias = Annotated[str, Meta(min_length=8, max_length=64, pattern="^[!-~]+$")]


class NewStaff(Body, frozen=True):
    """Appoint a further facilitator, or an evaluator, by name."""

    kind: Literal["facilitator", "evaluator"]
    name: Typed


class OwnName(Body, frozen=True):
    """What a facilitator is called by the others of the staff, in the log and in what follows."""

    name: Typed


class StaffMade(Reply, frozen=True):
    """Somebody of the staff, and the one-time link by which they come in; good for `days`."""

    person: str
    address: str
    qr: Qr
    days: int


class PutEvaluation(Body, frozen=True):
    """Judge an objective or one of its tasks, or write what one saw.

    `id` is made by the sender; sent again it changes what was sent before. `at_ms`: the game time
    at which it was seen; left out: now.
    """

    id: EvaluationId
    table: ShortId
    objective: ShortId
    task: ShortId | None = None
    rating: Rating | None = None
    words: Annotated[str, Meta(max_length=4000)] = ""
    at_ms: Annotated[int, Meta(ge=0, le=10**10)] | None = None


class DropEvaluation(Body, frozen=True):
    """Take back what one has judged."""

    id: EvaluationId


class GuideTask(Reply, frozen=True):
    """A critical task, in words."""

    id: str
    text: str


class GuideObjective(Reply, frozen=True):
    """An objective, in words."""

    id: str
    name: str
    text: str
    tasks: tuple[GuideTask, ...]


class Evaluation(Reply, frozen=True):
    """What was judged, and at which moment; `by` is a name, empty for a facilitator without one.

    `version`: the entry of the log; None for those who see no more than the room.
    """

    id: str
    table: str
    version: int | None
    at_ms: int
    round: int
    phase: str
    by: str
    mine: bool
    objective: str
    task: str | None
    rating: Rating | None
    words: str


class Evaluations(Reply, frozen=True):
    """The guide, and what was judged: all of it for a facilitator, their own for an evaluator."""

    guide: tuple[GuideObjective, ...]
    evaluations: tuple[Evaluation, ...]


class Sighted(Reply, frozen=True):
    """Lines of the log in which a task may show: when first, how often, and the newest few."""

    objective: str
    task: str
    count: int
    first_ms: int
    first_round: int
    first_phase: str
    lines: tuple[Raw, ...]


class Evidence(Reply, frozen=True):
    """Where the log of a table shows what the guide asks for, as far as these eyes may know."""

    sighted: tuple[Sighted, ...]
    words: dict[str, str]
