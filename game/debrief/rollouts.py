"""What may yet come of a table: the rest of its game played many times from one of its moments.

A model's estimate, not the truth about these people: from that moment on every seat is a house
bot that sees its own view and nothing else. What is so stays so (truth, concerns, promises, open
deals, what is known); what chance has not shown yet is drawn anew. The hash of the entry keys
every draw, so that the same log gives the same curve. No process and no clock here.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from game.bots.lineup import HOUSE
from game.events.course import PhaseBegan
from game.fold import after, rewind_of, rewound
from game.log import Entry
from game.model.cards import AgendaCard
from game.model.seats import Seat
from game.model.table import Table
from game.opening import BLANK
from game.rng import Dice
from game.ruleset import Ruleset
from game.simulate.play import play_on
from game.simulate.tally import Figure, share
from game.vocabulary import Holder, Outcome, Phase, Rationality

LAUNCHED: Final = frozenset({Outcome.JOINED_UP, Outcome.FACADE, Outcome.WITHDRAWN})
"""The outcomes of a service that went out at all (RULES section 7)."""
STEPS: Final = frozenset({Phase.BRIEFING, Phase.REVEAL, Phase.ENDED})
"""Phases that begin with a point of the curve; so does year one as a whole."""


class Moment(Struct, frozen=True, gc=False):
    """The table after an entry that counts; `hash` is the entry's."""

    version: int
    at_ms: int
    hash: str
    table: Table
    begins: bool
    """A phase began in this entry."""


class Estimate(Struct, frozen=True):
    """What came of the rest of the game after an entry, in so many games."""

    version: int
    at_ms: int
    games: int
    """0 and nothing else where the outcome is certain: the game was over."""
    certain: bool
    outcomes: dict[str, int]
    """Games by outcome; where it is certain, 1 of it."""

    def chance(self, of: Iterable[Outcome]) -> Figure:
        """The share of these outcomes, with the interval that holds the true one 95 of 100 times.

        That is the error of counting so many games; how far bots are from people is not in it.
        """
        hits = sum(self.outcomes.get(one.value, 0) for one in of)
        if self.certain:
            return Figure(float(hits), float(hits), float(hits))
        return share(hits, self.games)


def line_of(entries: Sequence[Entry]) -> tuple[Moment, ...]:
    """Every moment of the line of play that counts: what a rewind set aside is left out."""
    tables, kept = [BLANK], list[Moment]()
    for entry in entries:
        back = rewind_of(entry)
        if back is None:
            table = after(tables[-1], entry.events)
        else:
            table = rewound(tables[-1], tables[back.to], back.text)
            kept = [one for one in kept if one.version <= back.to]
        tables.append(table)
        begins = any(isinstance(event, PhaseBegan) for event in entry.events)
        kept.append(Moment(entry.version, entry.at_ms, entry.hash, table, begins))
    return tuple(kept)


def points_of(entries: Sequence[Entry]) -> tuple[Moment, ...]:
    """Where the curve is worked out first: about two moments a round.

    As each round and each reveal begins, once chance has done what it owed; as year one begins;
    and the end, or the newest entry of a game that goes on. Nothing before the real game: a
    practice round does not count. None: the game has not begun.
    """
    line = [one for one in line_of(entries) if is_in_play(one.table)]
    found: dict[tuple[int, Phase], Moment] = {}
    for one in line:
        if is_step(one.table):
            found.setdefault((one.table.round, one.table.phase), one)
    now = [one for one in line[-1:] if one.table.phase is not Phase.ENDED]
    return (*found.values(), *(one for one in now if one not in found.values()))


def is_in_play(table: Table) -> bool:
    """Whether the game that counts has begun."""
    return table.phase is not Phase.LOBBY and not table.practice


def is_step(table: Table) -> bool:
    """Whether a point of the curve may lie here."""
    if table.due is not None:
        return False
    return table.phase in STEPS or (table.phase is Phase.YEAR_ONE and table.quarter <= 1)


def between(line: Sequence[Moment], first: int, last: int) -> Moment | None:
    """The moment that best parts the entries `first` to `last`; None: nothing lies between them.

    Where a phase begins if one does, else halfway.
    """
    inner = [one for one in line if first < one.version < last and one.table.due is None]
    if not inner:
        return None
    begun = [one for one in inner if one.begins] or inner
    return begun[len(begun) // 2]


def swing(before: Estimate, now: Estimate) -> float:
    """How far apart two estimates lie: the share of games that end otherwise."""
    return sum(
        abs(now.chance([one]).mean - before.chance([one]).mean) for one in Outcome
    ) / 2  # fmt: skip


def finer(line: Sequence[Moment], known: Sequence[Estimate], least: float) -> Moment | None:
    """Where one more point tells most: in the widest swing of at least `least`. None: nowhere."""
    for before, now in sorted(pairwise(known), key=lambda pair: swing(*pair), reverse=True):
        if swing(before, now) < least:
            return None
        found = between(line, before.version, now.version)
        if found is not None:
            return found
    return None


def widest(known: Sequence[Estimate], least: float, most: int) -> frozenset[int]:
    """The entries either side of the widest swings of at least `least`, but for certain ones."""
    pairs = [pair for pair in pairwise(known) if swing(*pair) >= least]
    pairs.sort(key=lambda pair: swing(*pair), reverse=True)
    return frozenset(one.version for pair in pairs[:most] for one in pair if not one.certain)


def certain(moment: Moment) -> Estimate | None:
    """What is known without playing: the game is over. None: it is not."""
    outcome = moment.table.outcome
    if outcome is None:
        return None
    ends = {outcome.value: 1}
    return Estimate(moment.version, moment.at_ms, games=0, certain=True, outcomes=ends)


def estimate(rules: Ruleset, moment: Moment, numbers: range) -> Estimate:
    """The rest of the game played once for each of these numbers, each a future of its own.

    Parts of one whole give what the whole gives: see `merged`.
    """
    rules = replace(rules, texts={})  # what bots say changes nothing but the time it takes
    ends: dict[str, int] = {}
    for number in numbers:
        seed = f"{moment.hash}/{number}"
        outcome = str(play_on(rules, future(moment.table, seed), seed).table.outcome)
        ends[outcome] = ends.get(outcome, 0) + 1
    return Estimate(moment.version, moment.at_ms, len(numbers), certain=False, outcomes=ends)


def merged(parts: Sequence[Estimate]) -> Estimate:
    """The estimates of one moment, from different numbers, as one."""
    ends: dict[str, int] = {}
    for part in parts:
        for outcome, count in part.outcomes.items():
            ends[outcome] = ends.get(outcome, 0) + count
    return replace(parts[0], games=sum(part.games for part in parts), outcomes=ends)


def future(table: Table, seed: str) -> Table:
    """The same table with what nobody can know yet drawn anew, and house bots on its seats."""
    return replace(
        table,
        seed=seed,
        paused=False,
        pause_text=None,
        emergency=False,
        seats=tuple(map(with_bot, table.seats)),
        agenda_deck=agenda(table, seed),
        event_deck=Dice(seed, 0, "future events").shuffled(table.event_deck),
        year_one_deck=Dice(seed, 0, "future year one").shuffled(table.year_one_deck),
    )


def with_bot(seat: Seat) -> Seat:
    """The seat with the bot that plays on for it."""
    return replace(seat, holder=Holder.BOT, person=None, sharers=(), bot=HOUSE, dropped=False)


def agenda(table: Table, seed: str) -> tuple[AgendaCard, ...]:
    """The agenda cards to come, as likely as they are after what was shown of them.

    A scan told the next one for sure; a headline hints at it (coded: C11).
    """
    deck = table.agenda_deck
    if not deck:
        return ()
    dice = Dice(seed, 0, "future agenda")
    if any(seat.scanned is not None for seat in table.seats):
        return deck[0], *dice.shuffled(deck[1:])
    weights = [likelihood(table, card.rationality) for card in deck]
    at = place(weights, dice.share())
    return deck[at], *dice.shuffled(deck[:at] + deck[at + 1 :])


def likelihood(table: Table, coming: Rationality) -> float:
    """How likely the headline on the table is, if this agenda is the next one."""
    true = table.params.headline_share
    at_random = (1 - true) / len(Rationality)
    return at_random + true * (table.headline in {None, coming})


def place(weights: Sequence[float], at: float) -> int:
    """Which of several weighted parts holds a place from 0 up to, not including, 1.

    >>> place([1, 0, 3], 0.2), place([1, 0, 3], 0.3)
    (0, 2)
    """
    left = at * sum(weights)
    for number, weight in enumerate(weights[:-1]):
        left -= weight
        if left < 0:
            return number
    return len(weights) - 1
