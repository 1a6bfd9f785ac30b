"""X2: every role x every command x every phase, made from the lists of commands.

Here the roles themselves are asked, without a network, so that all of it runs in seconds; that the
network leads to these roles and to no others is for `test_rights` and `test_sockets`.
"""

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from dataclasses import dataclass, field
from typing import Final, Literal

import pytest
from msgspec import json

from game.commands import STAFF_COMMANDS
from game.controls import CHANCE_COMMANDS, CLOCK_COMMANDS
from game.decide import wrong_phase
from game.forms import Command
from game.talk import SEAT_COMMANDS
from game.vocabulary import Phase, Reason
from server.app import Start, application
from server.desk import Desk
from server.protocol.bodies import Join, NewSession, SetPerson, SetSeat, SetupBody
from server.protocol.frames import Ask, Done, Outbound, Refusal
from server.protocol.problems import Problem
from server.protocol.strict import Malformed
from server.roles.rights import Role
from server.sessions.grants import Grant
from server.sessions.session import LiveSession
from server.settings import read_settings
from server.store.memory import MemoryStore
from server.store.schema import PassKind
from server.tables.live import LiveTable
from tests.server.held import HeldTime

State = Literal["lobby", "briefing", "talk", "plan", "reveal", "vote", "year one", "ended",
                "paused", "emergency", "stopped", "over"]  # fmt: skip
STATES: Final[tuple[State, ...]] = State.__args__  # type: ignore[attr-defined]  # of a Literal
SEATS: Final = ("council", "library", "archive")
ALL: Final = (*SEAT_COMMANDS, *STAFF_COMMANDS, *CHANCE_COMMANDS, *CLOCK_COMMANDS)
GATES: Final = {Reason.WRONG_PHASE, Reason.NOT_STARTED, Reason.GAME_ENDED, Reason.PAUSED}

WHY: Final[dict[str, object]] = {"text": "why"}
FIELDS: Final[dict[str, dict[str, object]]] = {
    "place_token": {"with": "library"},
    "take_back": {"with": "library"},
    "show_fact": {"dependency": "archive_council_minutes"},
    "offer": {"to": "library", "give": {"pay": 1}},
    "accept": {"deal": "d1"},
    "decline": {"deal": "d1"},
    "withdraw": {"deal": "d1"},
    "say": WHY,
    "back_architecture": {"architecture": "clearing_house"},
    "back_governance": {"governance": "network"},
    "choose": {"option": "share"},
    "plan": {"acts": [{"kind": "guard"}]},
    "cast_vote": {"launch": True},
    "answer_pulse": {"pulse": "q1", "answer": "5"},
    "extend": {"seconds": 60},
    "set_autopilot": {"on": True},
    "end_game": WHY,
    "rewind": {"to": 3, **WHY},
    "inject": {"card": "grant"},
    "fill_seat": {"seat": "archive", "person": "{waiting}"},
    "free_seat": {"seat": "archive"},
    "put_bot": {"seat": "archive", "bot": "random"},
    "share_seat": {"seat": "archive", "person": "{waiting}"},
    "drop_seat": {"seat": "archive"},
    "adjust_track": {"track": "support", "to": 9, **WHY},
    "adjust_agency": {"seat": "archive", "holding": "budget", "to": 7, **WHY},
    "adjust_trust": {"seat": "archive", "other": "library", "to": 3, **WHY},
    "adjust_agenda": {"frame": "legal", **WHY},
    "adjust_dependency": {"dependency": "council_library_names", "common": True, **WHY},
    "set_line": {"line": {"number": 1}, "text": "Read this."},
    "remove_line": {"number": 1},
    "hold_line": {"number": 1},
    "skip_line": {"number": 1},
    "fire_line": {"number": 1},
    "judge_line": {"number": 1},
    "speak": WHY,
    "note": WHY,
    "count_talk": {"topic": "cost"},
    "settle_help": {"seat": "council"},
    "look_over": {"seat": "council", **WHY},
    "open_secret": {"secret": "truth"},
    "ask_pulse": {"question": "fair"},
    "act_for": {"seat": "archive", "command": {"type": "ask_help"}, **WHY},
    "draw_card": {"card": "grant"},
    "show_headline": {"frame": "legal"},
    "set_stand_in": {"bot": "random", "after_min": 5},
    "sit_in": {"seat": "council"},
    "strike": {"of": 1},
    "remove_person": {"person": "{waiting}"},
    "time_up": {"phase": "talk", "round": 1},
}
"""What the commands need so that each of them has a form."""


def tag(kind: type[Command]) -> str:
    return str(kind.__struct_config__.tag)


@dataclass
class Scene:
    """One session in a state, and the grants of everybody around it."""

    desk: Desk
    session: LiveSession
    state: State
    grants: dict[str, Grant | None]
    people: dict[str, str]
    asked: int = field(default=0)

    @property
    def table(self) -> LiveTable:
        return self.session.tables[0]

    def frame(self, kind: type[Command], *, named: bool) -> Ask:
        """A command of this kind; `named` with its table, as only facilitators may."""
        self.asked += 1
        fields = json.encode(FIELDS.get(tag(kind), {})).decode()
        fields = fields.replace("{waiting}", self.people["waiting"])
        command = {"type": tag(kind), **json.decode(fields, type=dict[str, object])}
        table = self.table.id if named else None
        return Ask(id=f"x{self.asked}", command=command, table=table)

    async def tell(self, kind: str, **fields: object) -> None:
        """The facilitator leads on; it is accepted."""
        self.asked += 1
        role = self.desk.facilitator(self.grants["facilitator"], self.session.id)
        command = {"type": kind, **fields}
        done = await role.ask(Ask(id=f"x{self.asked}", command=command, table=self.table.id))
        assert isinstance(done, Done), done


LEADING: Final[dict[State, tuple[str, ...]]] = {
    "lobby": (),
    "briefing": ("start",),
    "talk": ("start", "next_phase"),
    "plan": ("start", "next_phase", "next_phase"),
    "reveal": ("start", *("next_phase",) * 3),
    "vote": ("start", "popular", *("next_phase",) * 4),
    "year one": ("start", "popular", *("next_phase",) * 4, "votes", "next_phase"),
    "ended": ("start", "end_game"),
    "paused": ("start", "next_phase", "pause"),
    "emergency": ("start", "next_phase", "emergency"),
    "stopped": ("start", "next_phase", "unpopular", *("next_phase",) * 3),
    "over": ("start", "next_phase", "over"),
}
"""How a session comes into a state. One round, so that the vote follows the first reveal."""


async def laid(desk: Desk, state: State) -> Scene:
    """A session in this state."""
    asked = NewSession(
        title="T", ruleset="tiny", players=3, setup=SetupBody(rounds=1, seed="matrix")
    )
    session, _ = await desk.lobby.create(asked)
    table = session.tables[0]
    people = {}
    for name, seat in (*zip(SEATS, SEATS, strict=True), ("sharer", None), ("waiting", None),
                       ("observer", None)):  # fmt: skip
        joins = Join(code="", name="Name", table=seat and table.id, seat=seat)
        person, _ = await desk.seating.join(session, joins)
        people[name] = person.id
    shares = SetSeat(table=table.id, seat="council", person=people["sharer"], share=True)
    await desk.seating.set_seat(session, shares)
    await desk.seating.set_person(session, SetPerson(person=people["observer"], do="observe"))
    grants: dict[str, Grant | None] = {
        name: Grant(PassKind.PLAYER, session.id, person, None, "")
        for name, person in people.items()
    }
    grants["facilitator"] = Grant(PassKind.FACILITATOR, session.id, None, None, "")
    grants["screen"] = Grant(PassKind.SCREEN, session.id, None, table.id, "")
    scene = Scene(desk, session, state, grants, people)
    for step in LEADING[state]:
        await lead(scene, step)
    return scene


async def lead(scene: Scene, step: str) -> None:
    match step:
        case "end_game":
            await scene.tell("end_game", text="Enough.")
        case "emergency":
            await scene.tell("pause", emergency=True)
        case "unpopular" | "popular":
            support = 0 if step == "unpopular" else 9
            await scene.tell("adjust_track", track="support", to=support, text="why")
        case "votes":
            for seat in SEATS:
                role = scene.desk.person(scene.grants[seat], scene.people[seat])
                vote = {"type": "cast_vote", "launch": True}
                assert isinstance(await role.ask(Ask(id="vote", command=vote)), Done)
        case "over":
            await scene.desk.lobby.end(scene.session, 0)
        case _:
            await scene.tell(step)


# --- doors: by which way somebody comes to a table, and what they may do there

Door = Callable[[Scene, str], Role]
DOORS: Final[dict[str, Door]] = {
    "their own line": lambda scene, role: scene.desk.role(scene.grants[role]),
    "the council's address": lambda scene, role: scene.desk.person(
        scene.grants[role], scene.people["council"]
    ),
    "the facilitator's address": lambda scene, role: scene.desk.facilitator(
        scene.grants[role], scene.session.id
    ),
    "the display's address": lambda scene, role: scene.desk.screen(
        scene.grants[role], scene.session.id, None
    ),
}
OPEN: Final = {
    "their own line": {*SEATS, "sharer", "waiting", "observer", "screen", "facilitator",
                       "other facilitator", "other's seat", "other's screen"},
    "the council's address": {"council"},
    "the facilitator's address": {"facilitator"},
    "the display's address": {"screen", "facilitator"},
}  # fmt: skip
ROLES: Final = (*SEATS, "sharer", "waiting", "observer", "screen", "facilitator", "nobody",
                "other facilitator", "other's seat", "other's screen")  # fmt: skip
SITS: Final = {"council": "council", "sharer": "council", "library": "library",
               "archive": "archive"}  # fmt: skip


def may(role: str, door: str, kind: type[Command]) -> bool:
    """Whether this role has this command at all."""
    if door == "the display's address":
        return False
    if role == "facilitator":
        return kind in STAFF_COMMANDS
    return role in SITS and kind in SEAT_COMMANDS


def gate(scene: Scene, kind: type[Command]) -> str | None:
    """What phase and pause alone say to a command that its role has; None: the rules go on."""
    now = scene.table.table
    if scene.state == "over" and tag(kind) != "open_secret":
        return "not_here"
    if now.phase not in kind.phases:
        return wrong_phase(now.phase).value
    return Reason.PAUSED.value if now.paused and not kind.while_paused else None


async def answered(role: Role, frame: Ask) -> Outbound | Malformed:
    try:
        return await role.answer(frame)
    except Malformed as malformed:
        return malformed


@dataclass
class Stage:
    """A server without a network, and a second session on it."""

    runner: asyncio.Runner
    desk: Desk
    other: Scene

    def run(self, work: Coroutine[None, None, None]) -> None:
        self.runner.run(work)

    async def scene(self, state: State) -> Scene:
        scene = await laid(self.desk, state)
        scene.grants |= {
            "nobody": None,
            "other facilitator": self.other.grants["facilitator"],
            "other's seat": self.other.grants["council"],
            "other's screen": self.other.grants["screen"],
        }
        return scene


@pytest.fixture(scope="module")
def stage() -> Iterator[Stage]:
    with asyncio.Runner() as runner:

        async def built() -> Stage:
            settings = read_settings({"FACILITATOR_KEY": "x" * 16, "DATA_DIR": "/nowhere"})
            app = application(Start(settings, 1, None), MemoryStore(), HeldTime())
            desk: Desk = app.state.desk
            desk.lobby.on_table = lambda _table: None  # bots stay out of this
            return Stage(runner, desk, await laid(desk, "talk"))

        yield runner.run(built())


def test_every_state_is_what_it_is_called(stage: Stage) -> None:
    phases = {"year one": Phase.YEAR_ONE, "stopped": Phase.ENDED, "over": Phase.TALK,
              "paused": Phase.TALK, "emergency": Phase.TALK}  # fmt: skip

    async def test() -> None:
        for state in STATES:
            now = (await stage.scene(state)).table.table
            assert now.phase is phases.get(state, Phase(state) if state not in phases else None)
            assert now.stopped == (state == "stopped")
            assert now.paused == (state in {"paused", "emergency", "over"})
            assert now.emergency == (state == "emergency")

    stage.run(test())


@pytest.mark.parametrize("state", STATES)
def test_nobody_gives_a_command_that_is_not_theirs(stage: Stage, state: State) -> None:
    async def test() -> None:
        scene = await stage.scene(state)
        before, asked = scene.table.play.version, 0
        for door, way in DOORS.items():
            for role in ROLES:
                if role not in OPEN[door]:
                    with pytest.raises(Problem):
                        way(scene, role)
                    continue
                for kind in ALL:
                    if may(role, door, kind):
                        continue
                    named = role in {"facilitator", "other facilitator"}
                    answer = await answered(way(scene, role), scene.frame(kind, named=named))
                    asked += 1
                    if role == "other's seat" and kind in SEAT_COMMANDS:
                        continue  # at its own table it may; here it must change nothing
                    refused = isinstance(answer, Refusal) and answer.reason == "not_here"
                    assert refused or isinstance(answer, Malformed), (door, role, tag(kind), answer)
        assert asked > len(ROLES) * len(ALL) / 2
        assert scene.table.play.version == before

    stage.run(test())


ALWAYS: Final = {"ask_help", "set_autopilot", "free_seat", "put_bot", "fill_seat", "share_seat",
                 "drop_seat", "speak", "note", "mark_moment", "count_talk", "spotlight",
                 "lock_room", "ask_pulse", "set_line", "pause", "rewind",
                 "set_stand_in"}  # fmt: skip
"""What is done in every state but the last; a matrix of refusals alone would prove little."""
THERE: Final[dict[State, set[str]]] = {
    "lobby": {"start"},
    "briefing": {"next_phase", "inject", "extend", "end_game"},
    "talk": {"place_token", "take_back", "show_fact", "offer", "say", "back_architecture", "done",
             "adjust_track", "adjust_agency", "adjust_trust", "adjust_agenda",
             "adjust_dependency", "act_for", "look_over"},
    "plan": {"plan", "ready"},
    "reveal": {"next_phase"},
    "vote": {"cast_vote"},
    "year one": {"next_phase"},
    "ended": {"open_secret"},
    "paused": {"resume"},
    "emergency": {"resume"},
    "stopped": {"open_secret"},
}  # fmt: skip
"""And what is done here besides."""


@pytest.mark.parametrize("state", STATES)
def test_who_has_a_command_gives_it_where_phase_and_pause_allow(stage: Stage, state: State) -> None:
    async def test() -> None:
        scene, done = await stage.scene(state), set()
        for role in (*SITS, "facilitator"):
            for kind in (one for one in ALL if may(role, "their own line", one)):
                closed, before = gate(scene, kind), scene.table.play.version
                who = scene.desk.role(scene.grants[role])
                answer = await answered(who, scene.frame(kind, named=role == "facilitator"))
                where = (role, tag(kind), answer)
                if isinstance(answer, Done):
                    assert closed is None, where
                    entries = await scene.table.archive.entries()
                    by = {
                        one.by for one in entries[before:] if one.via in {"person", "facilitator"}
                    }
                    assert by == {SITS.get(role, "facilitator")}, where
                    done.add(tag(kind))
                    scene = await stage.scene(state)
                    continue
                assert isinstance(answer, Refusal), where
                assert scene.table.play.version == before, where
                if closed is None:
                    assert answer.reason not in {*GATES, "not_here"}, where
                else:
                    assert answer.reason == closed, where
        missing = (ALWAYS | THERE[state] if state in THERE else set()) - done
        gone = {"pause"} if scene.table.table.paused else set()
        gone |= {"ask_pulse"} if scene.table.table.phase is Phase.ENDED else set()
        assert missing - gone == set()

    stage.run(test())
