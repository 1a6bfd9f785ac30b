"""Players at random: whole games with logs, for laws, goldens and counts.

They ask for anything a person could, sensible or not; the same seed plays the same game.
"""

from hashlib import sha256
from random import Random
from typing import Final

from msgspec.structs import replace

from game.acting import ActFor
from game.acts import Act, Pledge, Terms
from game.chance import owed
from game.commands import AnyCommand
from game.controls.adjust import (
    AdjustAgency,
    AdjustAgenda,
    AdjustDependency,
    AdjustTrack,
    AdjustTrust,
)
from game.controls.cards import Inject
from game.controls.course import (
    EndGame,
    Extend,
    NextPhase,
    Pause,
    Resume,
    Rewind,
    SetAutopilot,
    Start,
    TimeUp,
)
from game.controls.people import RemovePerson
from game.controls.pulses import AskPulse, ClosePulse
from game.controls.room import (
    CountTalk,
    LockRoom,
    LookOver,
    MarkMoment,
    Note,
    OpenSecret,
    SettleHelp,
    Speak,
    Spotlight,
    Strike,
)
from game.controls.script import (
    FireLine,
    HoldLine,
    JudgeLine,
    RemoveLine,
    SetLine,
    SkipLine,
)
from game.controls.seats import DropSeat, FillSeat, FreeSeat, PutBot, ShareSeat
from game.controls.standin import SetStandIn, SitIn
from game.cues import Gauge, TableCue
from game.decide import judge, legal_for
from game.fold import settled
from game.log import NO_HASH, Entry, Via, sealed
from game.menu import acts
from game.model.table import Table
from game.opening import BLANK, Setup, open_command
from game.parse.words import PROMISES
from game.ruleset import Card, Ruleset
from game.script import LineSpec
from game.talk.deals import Accept, Offer, to_answer
from game.talk.messages import Say
from game.talk.pace import AskHelp, Done, Ready
from game.talk.plan import Plan
from game.talk.pulses import AnswerPulse, answers
from game.talk.seat import TakeSeatBack
from game.talk.votes import CastVote
from game.vocabulary import (
    CHANCE,
    CLOCK,
    FACILITATOR,
    Actor,
    CardId,
    CardKind,
    Holding,
    ObjectiveId,
    PersonId,
    Phase,
    PulseForm,
    PulseQuestion,
    Rationality,
    Refused,
    SeatId,
    Topic,
    Track,
)

VIA: Final[dict[Actor, Via]] = {CHANCE: "chance", CLOCK: "clock", FACILITATOR: "facilitator"}
WEIGHTS: Final = {
    "scan": 1, "map": 3, "answer": 4, "frame": 1, "guard": 3, "direct": 2, "sign": 40,
    "reform": 12, "build": 60, "counter": 4, "lobby": 6, "portal": 1,
}  # fmt: skip
"""How much rather than others players at random do what leads somewhere; others weigh 1."""
MOSTLY: Final = 0.9


class Game:
    """A game that is being played, with its log."""

    def __init__(self, rules: Ruleset, setup: Setup) -> None:
        self.rules = rules
        self.entries: list[Entry] = []
        self.tables: list[Table] = []
        self.table = BLANK
        self.do(CHANCE, open_command(rules, setup))

    def do(self, by: str, command: AnyCommand) -> Table:
        """Carry out a command and log it.

        Refused: the rules do not allow it; nothing is logged.
        """
        draft = judge(self.table, command, Actor(by), self.rules)
        version = len(self.entries) + 1
        entry = Entry(
            version=version,
            at_ms=version * 1000,
            wall_ms=1_700_000_000_000 + version * 1000,
            by=Actor(by),
            via=VIA.get(Actor(by), "person"),
            id=f"c{version}",
            command=command,
            events=tuple(draft.events),
            salt=sha256(f"{self.table.seed}{version}".encode()).hexdigest()[:32],
        )
        before = self.entries[-1].hash if self.entries else NO_HASH
        self.table = settled(draft, self.entries)
        self.entries.append(sealed(entry, before))
        self.tables.append(self.table)
        return self.table

    def may(self, by: str, command: AnyCommand) -> bool:
        """Carry it out, if the rules allow it; whether they did."""
        try:
            self.do(by, command)
        except Refused:
            return False
        return True

    def chance(self) -> None:
        """Let chance do all that it owes."""
        while (command := owed(self.table, self.rules)) is not None:
            self.do(CHANCE, command)


def play(
    rules: Ruleset,
    setup: Setup,
    number: int,
    *,
    controls: bool = False,
    asks: bool = False,
    steps: int = 10_000,
) -> Game:
    """A whole game by players at random, or its first entries.

    `controls`: the facilitator interferes, too. `asks`: the first talk has questions to all.
    """
    game, chance = Game(rules, setup), Random(number)
    while game.table.phase is not Phase.ENDED and len(game.entries) < steps:
        for _ in range(chance.randrange(4) if controls else 0):
            game.may(FACILITATOR, any_control(chance, game.table))
            game.chance()
        if game.table.paused:
            game.may(FACILITATOR, Resume())
        game.chance()
        if asks and game.table.phase is Phase.TALK and not game.table.pulses:
            questions(game)
            game.may(FACILITATOR, ClosePulse())
        turn(game, chance)
        game.chance()
    return game


def turn(game: Game, chance: Random) -> None:
    """A few commands of the seats, and on with the phase."""
    match game.table.phase:
        case Phase.LOBBY:
            for seat in game.table.seats:
                game.may(FACILITATOR, PutBot(seat.id, "random"))
            game.may(FACILITATOR, Start())
            return
        case Phase.TALK:
            talk(game, chance)
        case Phase.PLAN:
            send_plans(game, chance)
        case Phase.VOTE:
            vote(game, chance)
        case _:
            pass
    finish(game)


def talk(game: Game, chance: Random) -> None:
    """Some talk."""
    for _ in range(chance.randrange(4 * len(game.table.seats))):
        seat = chance.choice(game.table.seats).id
        game.may(seat, anything(chance, game, seat))


def send_plans(game: Game, chance: Random) -> None:
    """Most seats send a plan."""
    for seat in game.table.seats:
        if chance.random() < MOSTLY:
            game.may(seat.id, Plan(plan(chance, game.table, seat.id)))


def vote(game: Game, chance: Random) -> None:
    """Most seats vote, and most of them to launch."""
    for seat in game.table.seats:
        if chance.random() < MOSTLY:
            game.may(seat.id, CastVote(launch=chance.random() < MOSTLY))


def finish(game: Game) -> None:
    """All say that they are done or ready; where nothing comes of that, on by clock or by hand."""
    phase, number = game.table.phase, game.table.round
    for seat in game.table.seats:
        if (game.table.phase, game.table.round) == (phase, number):
            game.may(seat.id, Done() if phase is Phase.TALK else Ready())
    game.chance()
    now = game.table
    if (now.phase, now.round) != (phase, number) or phase is Phase.ENDED:
        return
    if not game.may(CLOCK, TimeUp(now.phase, now.round, now.quarter)):
        game.may(FACILITATOR, NextPhase())


def anything(chance: Random, game: Game, seat: SeatId) -> AnyCommand:
    """Something that a seat may ask for in Talk; of an open kind, within its bounds or beyond."""
    waiting = [one.id for one in game.table.deals if to_answer(one, seat)]
    if waiting and chance.random() < 0.5:
        return Accept(chance.choice(waiting))
    if chance.random() < 0.3:
        return offer(chance, game.table, seat)
    if chance.random() < 0.1:
        to = chance.choice([None, *(one.id for one in game.table.seats)])
        return Say(f"words {chance.randrange(9)}", chance.choice(list(Topic)), to)
    kinds: dict[str, list[AnyCommand]] = {}
    for command in legal_for(game.table, seat, game.rules):
        if not isinstance(command, Done):
            kinds.setdefault(type(command).__name__, []).append(command)
    return chance.choice(kinds[chance.choice(list(kinds))])


def offer(chance: Random, table: Table, seat: SeatId) -> Offer:
    """An offer, now and then a counter-offer."""
    to = chance.choice([one.id for one in table.seats if one.id != seat])
    answered = [one for one in table.deals if to_answer(one, seat)]
    first = chance.choice(answered) if answered and chance.random() < 0.5 else None
    return Offer(
        to if first is None else first.by,
        terms(chance, table, seat),
        terms(chance, table, to),
        confidential=chance.random() < 0.4,
        counters=None if first is None else first.id,
        keep_open=chance.random() < 0.3,
    )


def terms(chance: Random, table: Table, seat: SeatId) -> Terms:
    """What one side gives."""
    known = table.seat(seat).known
    due = min(table.params.rounds, table.round + chance.randrange(2))
    promise = (Pledge(promisable(chance, table, seat), due),) if chance.random() < 0.5 else ()
    return Terms(
        pay=chance.choice([0, 0, 1, 2]),
        place=chance.choice([0, 0, 1]),
        tell=(chance.choice(known),) if known and chance.random() < 0.3 else (),
        promise=promise,
    )


def promisable(chance: Random, table: Table, seat: SeatId) -> Act:
    """An act that can be promised."""
    if chance.random() < 0.3:
        return Act(chance.choice(PROMISES))
    return chance.choice(acts(table, seat)).act


def plan(chance: Random, table: Table, seat: SeatId) -> tuple[Act, ...]:
    """A plan that mostly holds what would work, and what was promised."""
    owed_acts = [
        one.act for one in table.promises if one.by == seat and one.act.kind not in PROMISES
    ]
    options = acts(table, seat)
    good = [
        one.act
        for one in options
        if one.reason is None
        for _ in range(WEIGHTS.get(one.act.kind, 1))
    ]
    chosen: list[Act] = []
    for _ in range(table.seat(seat).capacity):
        pool = good if good and chance.random() < 0.8 else [one.act for one in options]
        if owed_acts and chance.random() < 0.3:
            pool = owed_acts
        act = chance.choice(pool)
        if act not in chosen:
            chosen.append(act)
    return tuple(chosen)


def any_control(chance: Random, table: Table) -> AnyCommand:
    """Something that a facilitator may do; not the end of the game."""
    seat, other = chance.sample([one.id for one in table.seats], 2)
    one = chance.choice(table.dependencies)
    card = chance.choice([*table.event_deck, *table.year_one_deck, CardId("none")])
    written = Card(id=CardId(f"note_{table.version}"), kind=CardKind.CITIZEN)
    options: list[AnyCommand] = [
        Pause("why", emergency=chance.random() < 0.2),
        Resume(),
        Extend(chance.choice([60, -30])),
        NextPhase(),
        SetAutopilot(on=not table.autopilot),
        Rewind(1 + chance.randrange(max(1, table.version)), "why"),
        Inject(card, luck=chance.randrange(9), text=chance.choice([None, "why"])),
        Inject(written=written, text="words"),
        Inject(card, text="why", to=(seat,)),
        Inject(written=written, text="words", to=(seat, other)),
        *script_controls(chance, table),
        FillSeat(seat, PersonId("p1")),
        FreeSeat(seat),
        PutBot(seat, "random"),
        DropSeat(seat, dropped=not table.seat(seat).dropped),
        AdjustTrack(text="why", track=Track.SUPPORT, to=chance.randrange(3, 11)),
        AdjustTrack(text="why", track=Track.LEGAL_PRESSURE, to=chance.randrange(11)),
        AdjustAgency(text="why", seat=seat, holding=Holding.BUDGET, to=chance.randrange(9)),
        AdjustAgency(text="why", seat=seat, holding=Holding.ROUTINES, to=chance.randrange(4)),
        AdjustTrust(text="why", seat=seat, other=other, to=chance.randrange(4)),
        AdjustAgenda(text="why", agenda=chance.choice(list(Rationality))),
        AdjustAgenda(text="why", frame=chance.choice(list(Rationality))),
        AdjustDependency(text="why", dependency=one.id, common=True),
        AdjustDependency(text="why", dependency=one.id, answered=one.sides[0].seat),
        AdjustDependency(text="why", dependency=one.id, progress=chance.randrange(one.effort + 1)),
        AdjustDependency(text="why", dependency=one.id, live=chance.random() < 0.7),
        Speak("words", chance.choice([None, seat])),
        Note("words", ("tag",)),
        MarkMoment(chance.choice([None, "words"])),
        CountTalk(chance.choice(list(Topic))),
        Spotlight(chance.choice([None, "network"])),
        LockRoom(locked=not table.locked),
        SettleHelp(seat),
        SettleHelp(seat, "words"),
        Spotlight("text", "words"),
        Spotlight(f"dependency:{one.id}"),
        LookOver(seat, "why"),
        ActFor(seat, Done(done=not table.seat(seat).done), "why"),
        ActFor(seat, AskHelp(asks=not table.seat(seat).asks_help, text=None), "why"),
    ]
    return chance.choice(options)


def script_controls(chance: Random, table: Table) -> list[AnyCommand]:
    """Something that a facilitator may do with the script."""
    number = chance.randrange(1, 4)
    line = LineSpec(
        number=number,
        round=chance.choice([None, 1, 2]),
        phase=chance.choice([None, Phase.TALK]),
        when=(TableCue(of=chance.choice(list(Gauge)), at_least=1),),
        expect=(TableCue(of=Gauge.SIGNED, at_least=1),),
        to=chance.choice([(), (table.seats[0].id,)]),
        window_s=60,
    )
    return [
        SetLine(line=line, text="words"),
        RemoveLine(number=number),
        HoldLine(number=number, held=chance.random() < 0.5),
        SkipLine(number=number, skipped=chance.random() < 0.5),
        FireLine(number=number, text="words"),
        JudgeLine(number=number, met=chance.random() < 0.5),
    ]


def closing(game: Game) -> Game:
    """Somebody came late; then the debrief: a few questions, and secrets opened one by one."""
    game.may(FACILITATOR, FillSeat(SeatId("council"), PersonId("p1")))
    game.may(FACILITATOR, ShareSeat(SeatId("council"), PersonId("p2")))
    game.may(FACILITATOR, RemovePerson(PersonId("p2"), text="why"))
    game.may(FACILITATOR, RemovePerson(PersonId("p3"), removed=False))
    game.may(FACILITATOR, Note("words", ("tag",), ObjectiveId("trust")))
    game.may(FACILITATOR, CountTalk(Topic.COST))
    game.may(FACILITATOR, Strike(game.table.version))
    game.may(FACILITATOR, SetStandIn("random", after_min=5))
    game.may(CLOCK, SitIn(SeatId("council")))
    game.may(SeatId("council"), TakeSeatBack())
    if game.table.phase is not Phase.ENDED:
        questions(game)
    game.may(FACILITATOR, EndGame("time is up"))
    for secret in ("truth", "back_ledger", "concern:council", "deals", "pulses", "all"):
        game.may(FACILITATOR, OpenSecret(secret))
    return game


def questions(game: Game) -> None:
    """Three questions to all; the last one is left open."""
    first, *_, last = (one.id for one in game.table.seats)
    for question in (
        AskPulse(PulseQuestion.FAIR),
        AskPulse(PulseQuestion.PROMISE, seat=last),
        ClosePulse(),
        AskPulse(text="words", form=PulseForm.SEATS),
    ):
        game.may(FACILITATOR, question)
        for seat in (first, last, first):
            pulse = game.table.pulses[-1]
            options = answers(game.table, pulse)
            game.may(seat, AnswerPulse(pulse.id, options[len(game.entries) % len(options)]))


def setup_of(number: int, *, first_game: bool = False) -> Setup:
    """One of the ways to set a table up, by number."""
    base = Setup(str(number), bots="random", first_game=first_game)
    if number % 3 == 1:
        return replace(base, inner_house=True, open_governance=True)
    return replace(base, first_game=True) if number % 7 == 2 else base
