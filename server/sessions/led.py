"""Where a debrief stands, kept in memory: from its rows, and as all in the room are told.

Pure but for `Led`, which grows by what was stored. No answer leaves it: only how many there are,
and the counts of a poll once the facilitator shows them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from msgspec import DecodeError, json
from msgspec.structs import replace

from game.model.table import Table
from server.protocol.lead import BoxShown, ClipShown, LeadView, PhaseShown, PollShown
from server.protocol.leading import FORMS, Clip, DebriefPlan, Lead
from server.protocol.strict import Malformed
from server.store.schema import AnswerRow, DebriefRow

POLL = "poll"


@dataclass(slots=True)
class Led:
    """How the debrief of one table is led, and who has answered what."""

    revision: int = 0
    plan: DebriefPlan = field(default_factory=DebriefPlan)
    lead: Lead = field(default_factory=Lead)
    box_ends_at: datetime | None = None
    place: int | None = None
    """The number of the entry at which all look, among those that all were told of."""
    answers: dict[str, dict[str, str]] = field(default_factory=dict)
    """By question and person."""

    def take(self, person: str, said: dict[str, str]) -> None:
        """What somebody has answered, or (empty) taken back."""
        for asked, words in said.items():
            of = self.answers.setdefault(asked, {})
            if words:
                of[person] = words
            else:
                of.pop(person, None)

    @property
    def clip(self) -> Clip | None:
        """The clip that is talked about."""
        return next((one for one in self.plan.clips if one.id == self.lead.clip), None)


def led_by(row: DebriefRow) -> Led:
    """From the database; what an older version wrote otherwise begins anew."""
    try:
        plan, lead = json.decode(row.plan, type=DebriefPlan), json.decode(row.lead, type=Lead)
    except DecodeError:
        plan, lead = DebriefPlan(), Lead()
    return Led(row.revision, plan, lead, row.box_ends_at)


def led_by_table(rows: Iterable[DebriefRow], answers: Iterable[AnswerRow]) -> dict[str, Led]:
    """The debriefs of a session; people may have answered before anybody led one."""
    found = {row.table_id: led_by(row) for row in rows}
    for one in answers:
        led = found.setdefault(one.table_id, Led())
        led.take(one.person_id, {one.asked: one.words})
    return found


def planned(led: Led, plan: DebriefPlan) -> Lead:
    """Where the debrief stands under another plan: what is gone from it is shown no longer."""
    clips, phases = {one.id for one in plan.clips}, {one.id for one in plan.phases}
    lead = led.lead
    if lead.clip is not None and lead.clip not in clips:
        lead = replace(lead, clip=None, poll="closed")
    if lead.phase is not None and lead.phase not in phases:
        lead = replace(lead, phase=None)
    return lead


def check_lead(table: Table, plan: DebriefPlan, asked: Lead) -> None:
    """That it names only what there is.

    Raises:
        Malformed: with the place.
    """
    clip = next((one for one in plan.clips if one.id == asked.clip), None)
    if asked.clip is not None and clip is None:
        raise Malformed("The playlist has no such clip.", "$.clip")
    if asked.poll != "closed" and (clip is None or clip.poll is None):
        raise Malformed("This clip asks nothing.", "$.poll")
    if asked.phase is not None and all(one.id != asked.phase for one in plan.phases):
        raise Malformed("The guide has no such phase.", "$.phase")
    if asked.version is not None and not 1 <= asked.version <= table.version:
        raise Malformed(f"The log has {table.version} entries.", "$.version")
    if asked.speaks is not None and all(seat.id != asked.speaks for seat in table.seats):
        raise Malformed("There is no such seat at this table.", "$.speaks")


def shown(table: str, led: Led, people: Sequence[str], *, staff: bool) -> LeadView:
    """What all in the room are told, or `staff`; `people` sit at the table."""
    lead, clips = led.lead, led.plan.clips
    clip = led.clip
    phase = next((one for one in led.plan.phases if one.id == lead.phase), None)
    ends = led.box_ends_at
    return LeadView(
        table=table,
        follow=lead.follow,
        version=(lead.version if staff else led.place) if lead.follow else None,
        clip=None if clip is None else ClipShown(
            id=clip.id,
            number=clips.index(clip) + 1,
            of=len(clips),
            title=clip.title,
            question=clip.question,
        ),
        phase=None if phase is None else PhaseShown(id=phase.id, prompt=phase.prompt),
        speaks=lead.speaks,
        poll=poll_of(led),
        form=lead.form,
        answered=sum(one in answered_by(led) for one in people),
        asked=len(people),
        box=None if ends is None or lead.box_s is None else BoxShown(
            ends_ms=millis(ends), length_s=lead.box_s
        ),
    )  # fmt: skip


def poll_of(led: Led) -> PollShown | None:
    """The poll that is open, or shown with its counts."""
    clip, state = led.clip, led.lead.poll
    if clip is None or clip.poll is None or state == "closed":
        return None
    said = list(led.answers.get(f"{POLL}:{clip.id}", {}).values())
    counts = tuple(said.count(str(number)) for number in range(len(clip.poll.options)))
    return PollShown(
        question=clip.poll.question,
        options=clip.poll.options,
        state=state,
        counts=counts if state == "shown" else None,
    )


def answered_by(led: Led) -> set[str]:
    """Who has answered what is asked now: the open form, else the poll."""
    form = led.lead.form
    if form is None:
        return set(led.answers.get(f"{POLL}:{led.lead.clip}", {}))
    return {
        person for asked, of in led.answers.items() if asked.startswith(f"{form}:") for person in of
    }


def check_answer(led: Led, asked: str, words: str) -> None:
    """That there is such a question now, and such an answer to it.

    Raises:
        Malformed: with the place.
    """
    form, _, question = asked.partition(":")
    where = "$.answers"
    if form == POLL:
        clip = led.clip
        if led.lead.poll != "open" or clip is None or clip.id != question or clip.poll is None:
            raise Malformed("This poll is not open.", where)
        options = {"", *map(str, range(len(clip.poll.options)))}
        if words not in options:
            raise Malformed("The answer to a poll is the number of an option, from 0.", where)
        return
    most = FORMS.get(form, {}).get(question)
    if most is None:
        raise Malformed("There is no such question.", where)
    if most and words not in {"", *map(str, range(1, most + 1))}:
        raise Malformed(f"The answer to {asked} is a number from 1 to {most}.", where)


def millis(at: datetime) -> int:
    """Milliseconds since 1970."""
    return int(at.timestamp() * 1000)
