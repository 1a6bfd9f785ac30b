"""What leads a debrief: the playlist of clips, the guide with its phases, what people answer."""

from typing import Annotated, Final, Literal, TypeAlias

from msgspec import Meta, Raw

from server.protocol.bodies import Body
from server.protocol.frames import Count, ShortId
from server.protocol.lead import LeadView
from server.protocol.replies import Reply

TITLE, QUESTION, OPTION, SAID = 120, 240, 80, 1000
Titled: TypeAlias = Annotated[str, Meta(max_length=TITLE)]
Question: TypeAlias = Annotated[str, Meta(max_length=QUESTION)]
Option: TypeAlias = Annotated[str, Meta(min_length=1, max_length=OPTION)]
Minutes: TypeAlias = Annotated[int, Meta(ge=0, le=120)]
Model: TypeAlias = Literal["six", "gather", "hot_wash"]
Form: TypeAlias = Literal["reflection", "feedback"]

MODELS: Final[dict[str, tuple[tuple[str, int], ...]]] = {
    "six": (
        ("feelings", 5),
        ("what_happened", 10),
        ("why", 10),
        ("real_world", 10),
        ("what_if", 5),
        ("what_next", 5),
    ),
    "gather": (("gather", 10), ("analyse", 20), ("summarise", 10)),
    "hot_wash": (("went_well", 8), ("improve", 8), ("what_next", 4)),
}
"""The phases of each model with their minutes, in order.

Sources: `six` after S. Thiagarajan's six phases of debriefing (how do you feel, what happened, what
did you learn, how does this relate, what if, what next); `gather`: gather, analyse, summarise
(Cheng et al. 2014 review it among others); `hot_wash`: the short form of exercise doctrine.
"""
FORMS: Final[dict[str, dict[str, int]]] = {
    "reflection": {"feelings": 0, "strength": 0, "improvement": 0, "surprise": 0},
    "feedback": {"useful": 5, "realistic": 5, "length": 5, "again": 5, "keep": 0, "change": 0},
}
"""The questions of each form: 0 is answered in words, 5 by a number from 1 to 5."""


class Poll(Body, frozen=True):
    """A question to all before it is shown what was done."""

    question: Question
    options: Annotated[tuple[Option, ...], Meta(min_length=2, max_length=6)]


class Clip(Body, frozen=True):
    """A moment of the playlist. `kind`: which sort of moment; `minutes` 0: no time box."""

    id: ShortId
    version: Count
    kind: ShortId
    title: Titled
    question: Question = ""
    minutes: Minutes = 0
    poll: Poll | None = None


class GuidePhase(Body, frozen=True):
    """A phase of the guide; no prompt: the words of its kind."""

    id: ShortId
    prompt: Question = ""
    minutes: Minutes = 0


class DebriefPlan(Body, frozen=True):
    """How a debrief is to be led. `dropped`: ids of suggestions that are not wanted."""

    clips: Annotated[tuple[Clip, ...], Meta(max_length=40)] = ()
    dropped: Annotated[tuple[ShortId, ...], Meta(max_length=200)] = ()
    model: Model = "six"
    phases: Annotated[tuple[GuidePhase, ...], Meta(max_length=12)] = ()


class PutPlan(Body, frozen=True):
    """The whole plan; `revision`: of the plan that it changes, so that nobody's work is lost."""

    revision: Count
    plan: DebriefPlan


class Lead(Body, frozen=True):
    """Where the debrief stands now, whole.

    `box_s`: a time box of so many seconds begins where there is none, or `box_again`.
    """

    follow: bool = False
    version: Count | None = None
    clip: ShortId | None = None
    phase: ShortId | None = None
    speaks: ShortId | None = None
    poll: Literal["closed", "open", "shown"] = "closed"
    form: Form | None = None
    box_s: Annotated[int, Meta(ge=5, le=7200)] | None = None
    box_again: bool = False


class Answers(Body, frozen=True):
    """What somebody answers, by question: `reflection:strength`, `feedback:useful`, `poll:<clip>`.

    An empty text takes an answer back.
    """

    answers: Annotated[
        dict[ShortId, Annotated[str, Meta(max_length=SAID)]], Meta(min_length=1, max_length=20)
    ]
    table: ShortId | None = None
    """Whose debrief it is; left out: that of the table at which they sit now."""


class Suggestion(Reply, frozen=True):
    """A moment that may be worth a clip; `lines` as the facilitator reads it, `open` as all do."""

    id: str
    version: int
    kind: str
    lines: tuple[Raw, ...]
    open: tuple[Raw, ...]


class Playlist(Reply, frozen=True):
    """The plan of a debrief, with what may be added to it."""

    revision: int
    plan: DebriefPlan
    suggestions: tuple[Suggestion, ...]
    words: dict[str, str]
    """Texts that the lines refer to by id."""


class LeadNow(Reply, frozen=True):
    """Where the debrief stands, and the server's time of day in milliseconds."""

    now_ms: int
    lead: LeadView | None


class OwnAnswers(Reply, frozen=True):
    """What this person has answered, by question."""

    answers: dict[str, str]


class CauseChange(Reply, frozen=True):
    """A change in one entry: of a track, of tokens on the table, of dependencies signed or live.

    `version`: the number of the entry for this reader.
    """

    version: int
    measure: str
    by: int
    cause: Literal["players", "cards", "politics", "control"]


class Causes(Reply, frozen=True):
    """What caused each change that all could see, in the order of the log."""

    changes: tuple[CauseChange, ...]


class Collected(Reply, frozen=True):
    """Everything that a debrief has brought, without names.

    `answers`: by question, in the order of their words, which says nothing about people.
    """

    plan: DebriefPlan
    answers: dict[str, tuple[str, ...]]
    people: int
    """Who has answered anything."""
