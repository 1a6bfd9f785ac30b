"""What is measured of one game, whatever the claim: the same numbers for every experiment."""

from typing import Final

from game.events.course import Opened, RoundClosed
from game.events.dependencies import BecameCommon, DependencyTurned
from game.events.seats import ActResolved, Learned
from game.events.talk import Offered, PromiseJudged, Said
from game.model.past import RoundPast, rating_of
from game.model.table import Table
from game.simulate.play import Played
from game.vocabulary import DependencyId, Outcome, SeatId, Topic, Verdict

EARLY: Final = 2
"""Understanding is measured when this round ends: before most signatures."""

SHALLOW: Final = 2
"""So many portals are a service of their own, beside the joint one."""
WHOLE: Final = 5
"""Backing of a house at peace."""

MEASURES: Final[dict[str, str]] = {
    "joined_up": "joined up: launched, and whole after year one (1 or 0)",
    "facade": "launched as a façade (1 or 0)",
    "launched": "launched at all (1 or 0)",
    "public": "public value",
    "live": "links live without protest, at the end",
    "missing": "links that need still lacks at the end: cases bounce there",
    "lost": "links that were live at launch and not after year one",
    "signed_round": "round by whose end need was signed (one more than the last: never)",
    "live_round": "round by whose end need was live (one more than the last: never)",
    "counter_round": "round by whose end the counter stood at 4 (one more than the last: never)",
    "launch_round": "round of the launch (one more than the last: none)",
    "shifted_support": "support at the end of the rounds in which the agenda shifts, on average",
    "routines": "levels of routines, all houses together",
    "portals": "portals of single agencies, all together",
    "broken": "promises broken, of those kept or broken (share)",
    "understanding": "dependencies whose truth both parties know after round 2 (share)",
    "content": "talk about content in rounds 1 and 2, of all talk then (share)",
    "rating": "citizens' rating at the end of the last round",
    "live_then": "links live without protest at the end of the last round",
    "worked": "planned actions that worked (share)",
    "backing": "backing in the own house at the end, on average",
    "trust": "tokens that lie between a pair at the end, on average",
    "quarrel": "backing that houses lack at the end, on average",
    "front_lead": "rounds by which the counter stood at 4 before need was live",
    "resting": "1: a service or portals without joined back offices; -1: joined up; 0: nothing",
    "pressure": "legal pressure at the end",
}
"""By name, in words that follow *how many* or *how much*."""


def measured(played: Played) -> dict[str, float]:
    """Every measure of one game."""
    found = {**endings(played.table), **course(played.table), **talk(played)}
    found["front_lead"] = found["live_round"] - found["counter_round"]
    shallow = found["launched"] or found["portals"] >= SHALLOW
    found["resting"] = -1.0 if found["joined_up"] else float(bool(shallow))
    found["quarrel"] = WHOLE - found["backing"]
    return found


def endings(table: Table) -> dict[str, float]:
    """How it ended."""
    live = table.sound
    launched = table.launched is not None
    before = table.past[-1].live if table.past else 0
    return {
        "joined_up": float(table.outcome is Outcome.JOINED_UP),
        "facade": float(table.outcome is Outcome.FACADE),
        "launched": float(launched),
        "public": float(table.public_value or 0),
        "live": float(live),
        "missing": float(table.bounced),
        "lost": float(max(0, before - live)) if launched else 0.0,
        "launch_round": float(table.launched or table.params.rounds + 1),
        "routines": float(sum(one.routines for one in table.seats)),
        "portals": float(table.fragmentation),
        "backing": sum(one.backing for one in table.seats) / len(table.seats),
        "trust": table.trust_a_pair,
        "pressure": float(table.legal_pressure),
    }


def course(table: Table) -> dict[str, float]:
    """How it went, round by round."""
    past, never = table.past, table.params.rounds + 1
    need = table.need
    shifts = [one.support for one in past if one.round in table.params.agenda_rounds]
    last = past[-1] if past else None
    rating = 5 if last is None else rating_of(last.counter, last.support)
    return {
        "signed_round": first([one for one in past if one.signed + one.live >= need], never),
        "live_round": first([one for one in past if one.live >= need], never),
        "counter_round": first([one for one in past if one.counter >= 4], never),
        "shifted_support": sum(shifts) / len(shifts) if shifts else float(table.support),
        "rating": float(rating),
        "live_then": float(last.live if last is not None else 0),
    }


def first(rounds: list[RoundPast], never: int) -> float:
    """The first of these rounds."""
    return float(rounds[0].round if rounds else never)


def talk(played: Played) -> dict[str, float]:
    """What was said, promised, done and understood."""
    counts = dict.fromkeys(("kept", "broken", "content", "other", "worked", "failed"), 0)
    minds = Minds(played.table)
    number, understanding = 0, 0.0
    for event in played.events:
        minds.hear(event)
        if isinstance(event, RoundClosed):
            number = event.round
            if number == EARLY:
                understanding = minds.share()
        found = counted(event, early=number < EARLY)
        if found is not None:
            counts[found] += 1
    return {
        "understanding": understanding,
        "broken": share(counts["broken"], counts["kept"]),
        "content": share(counts["content"], counts["other"]),
        "worked": share(counts["worked"], counts["failed"]),
    }


def share(part: int, rest: int) -> float:
    """The part of both; 0 where there is neither."""
    return part / max(1, part + rest)


def counted(event: object, *, early: bool) -> str | None:
    """What an event is counted as; None: as nothing."""
    match event:
        case ActResolved():
            return "worked" if event.worked else "failed"
        case PromiseJudged(verdict=Verdict.KEPT):
            return "kept"
        case PromiseJudged(verdict=Verdict.BROKEN):
            return "broken"
        case Offered() if early:
            return "content" if event.deal.topic is Topic.CONTENT else "other"
        case Said() if early:
            return "content" if event.topic is Topic.CONTENT else "other"
        case _:
            return None


class Minds:
    """Who knows the truth of which dependency, as the events tell it."""

    def __init__(self, table: Table) -> None:
        self.parties = {
            one.id: (one.sides[0].seat, one.sides[1].seat) for one in table.dependencies
        }
        self.knows: dict[DependencyId, set[SeatId]] = {one: set() for one in self.parties}

    def hear(self, event: object) -> None:
        """What an event lets somebody know, or makes void."""
        match event:
            case Opened():
                for seat in event.table.seats:
                    for one in seat.known:
                        self.knows[one].add(seat.id)
            case Learned():
                self.knows[event.dependency].add(event.seat)
            case BecameCommon():
                self.knows[event.dependency].update(self.parties[event.dependency])
            case DependencyTurned():
                self.knows[event.dependency].clear()
            case _:
                pass

    def share(self) -> float:
        """The share of dependencies whose parties both know."""
        both = sum(self.knows[one] >= {*pair} for one, pair in self.parties.items())
        return both / max(1, len(self.parties))
