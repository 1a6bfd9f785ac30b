"""Sheets about seats and what binds them: people, agencies, trust, dependencies, knowledge."""

from collections.abc import Iterator
from typing import Final

from server.exports.base import Step, Told, moment
from server.exports.sheets.base import WHEN, Column, Row, Sheet, changes, when


def people(told: Told) -> Iterator[Row]:
    """Who moved which seat from when to when, the line that counts."""
    held: dict[str, tuple[Step, tuple[str, ...]]] = {}
    for step in told.line:
        for seat, sitting in zip(step.public.seats, step.people, strict=True):
            who = ", ".join(map(told.called, sitting)) or seat.bot or ""
            now = (seat.holder.value, who)
            before = held.get(seat.id)
            if before is not None and before[1] == now:
                continue
            if before is not None:
                yield _sat(told, seat.id, before, step)
            held[seat.id] = (step, now)
    for seat_id, before in held.items():
        yield _sat(told, seat_id, before, told.line[-1])


def _sat(told: Told, seat: str, held: tuple[Step, tuple[str, ...]], until: Step) -> Row:
    began, who = held
    return (
        seat,
        told.agency(seat),
        *who,
        began.place,
        moment(began.wall_ms),
        until.place,
        moment(until.wall_ms),
    )


def agencies(told: Told) -> Iterator[Row]:
    """The numbers of each agency, whenever one changed."""

    def picked(step: Step) -> Iterator[Row]:
        sheets = {one.seat: one for one in step.sheets}
        for seat in step.public.seats:
            own = sheets.get(seat.id)
            yield (
                seat.id,
                seat.budget,
                seat.autonomy,
                seat.portals,
                own.routines if own else seat.routines,
                seat.tokens,
                own.hand if own else None,
                own.backing if own else None,
                own.broken if own else None,
                own.concern if own else None,
                seat.holder.value,
            )

    return changes(told, picked)


def trust(told: Told) -> Iterator[Row]:
    """Tokens by pair, whenever they changed."""

    def picked(step: Step) -> Iterator[Row]:
        seen = step.public
        for row, one in enumerate(seen.seats):
            for column, other in enumerate(seen.seats):
                if row != column:
                    pair = f"{one.id} {other.id}"
                    tokens, earned = seen.trust[row][column], seen.earned[row][column]
                    yield (pair, one.id, other.id, tokens, earned)

    return ((*row[: len(WHEN)], *row[len(WHEN) + 1 :]) for row in changes(told, picked))


def dependencies(told: Told) -> Iterator[Row]:
    """Each dependency, whenever it changed."""

    def picked(step: Step) -> Iterator[Row]:
        staff = step.view.staff
        for one in step.public.dependencies:
            first, second = one.sides
            real = one.real if staff is None else one.id in staff.real
            yield (
                one.id,
                first.seat,
                second.seat,
                one.state.value,
                one.progress,
                one.effort,
                one.sensitivity,
                one.signed_round,
                first.answered,
                second.answered,
                first.protest,
                second.protest,
                real,
                one.real is not None,
            )

    return changes(told, picked)


def knowledge(told: Told) -> Iterator[Row]:
    """What each seat came to know, and lost sight of, as far as these eyes saw it."""
    before: dict[tuple[str, str], bool] = {}
    for step in told.steps:
        for own in step.sheets:
            now = {(str(own.seat), str(one.dependency)): one.real for one in own.facts}
            mine = {pair for pair in before if pair[0] == own.seat}
            for pair in sorted(mine - now.keys()):
                del before[pair]
                yield (*when(step), *pair, False, None)
            for pair, real in now.items():
                if before.get(pair) != real:
                    before[pair] = real
                    yield (*when(step), *pair, True, real)


SHEETS: Final = (
    Sheet(
        "people",
        "Who moved which seat from when to when. Pseudonyms hold within this export alone.",
        (
            Column("seat", "id of the seat"),
            Column("agency", "its name"),
            Column("holder", "person, bot or nobody"),
            Column(
                "who",
                "pseudonym or, on request, name of the person or of all who share; kind of bot",
            ),
            Column("from_place", "first moment"),
            Column("from_time", "time of day, UTC"),
            Column("to_place", "last moment"),
            Column("to_time", "time of day, UTC"),
        ),
        people,
    ),
    Sheet(
        "seats",
        "The numbers of each agency, a row whenever one changed.",
        (
            *WHEN,
            Column("seat", "id of the seat"),
            Column("budget", "budget points, 0 to 8"),
            Column("autonomy", "0 to 10"),
            Column("portals", "own portals, 0 to 2"),
            Column("routines", "level, 0 to 3; empty: not known to these eyes"),
            Column("tokens", "trust tokens that others have placed here"),
            Column("hand", "trust tokens in hand; empty: not known to these eyes"),
            Column("backing", "of the inner house; empty: not known, or the module is off"),
            Column("broken", "promises broken so far; empty: not known to these eyes"),
            Column("concern", "id of the secret concern; empty: not known to these eyes"),
            Column("holder", "person, bot or nobody"),
        ),
        agencies,
    ),
    Sheet(
        "trust",
        "Trust by ordered pair, a row whenever it changed.",
        (
            *WHEN,
            Column("from", "seat that trusts"),
            Column("to", "seat that is trusted"),
            Column("tokens", "tokens that lie there, 0 to 3, earned ones included"),
            Column("earned", "of these, tokens from the bank, which stay"),
        ),
        trust,
    ),
    Sheet(
        "dependencies",
        "Each dependency, a row whenever it changed.",
        (
            *WHEN,
            Column("dependency", "its id"),
            Column("first", "seat of its first side"),
            Column("second", "seat of its second side"),
            Column("state", "open, signed, live or suspended"),
            Column("progress", "steps built"),
            Column("effort", "steps it takes to go live"),
            Column("sensitivity", "tokens or push that an objection takes, 1 to 3"),
            Column("signed_round", "round of its signing"),
            Column("first_answered", "yes: the first side's objection is answered"),
            Column("second_answered", "yes: the second side's objection is answered"),
            Column("first_protest", "yes: the first side is under protest"),
            Column("second_protest", "yes: the second side is under protest"),
            Column("real", "yes: it is really needed; empty: not known to these eyes"),
            Column("common", "yes: all know whether it is real"),
        ),
        dependencies,
    ),
    Sheet(
        "knowledge",
        "Who knew what, when: what seats learned of dependencies, as far as these eyes saw it.",
        (
            *WHEN,
            Column("seat", "id of the seat"),
            Column("dependency", "its id"),
            Column("knows", "no: what was known no longer holds"),
            Column("real", "what the seat knows: yes, it is really needed"),
        ),
        knowledge,
    ),
)
