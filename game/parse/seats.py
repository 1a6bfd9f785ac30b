"""Checks of who plays and what lies between them: seats, seating, dependencies, trust."""

from collections.abc import Iterator
from typing import Final

from game.parse.faults import Fault, Place, unknown
from game.parse.parts import RULESET, Parts
from game.vocabulary import SeatId

SIZES: Final = tuple(str(players) for players in range(2, 8))
CODE_LENGTH: Final = 2  # letters of a marker


def check_seats(parts: Parts) -> Iterator[Fault]:
    """Sponsor and markers."""
    if "sponsor" in parts.whole and parts.sponsor not in parts.names("seats"):
        words = unknown(parts.sponsor, parts.names("seats"), "seat")
        yield Place(RULESET, "sponsor").fault(words, parts.sponsor)
    colours: set[str] = set()
    codes: set[str] = set()
    for place, seat in parts.seats:
        if seat.colour in colours:
            yield place.at("colour").fault("is another seat's colour", seat.colour)
        if seat.code in codes:
            yield place.at("code").fault("is another seat's code", seat.code)
        if len(seat.code) != CODE_LENGTH or not seat.code.isalpha() or not seat.code.isupper():
            yield place.at("code").fault("is not two capital letters", seat.code)
        colours.add(seat.colour)
        codes.add(seat.code)


def check_seating(parts: Parts) -> Iterator[Fault]:
    """Who is seated with how many players."""
    place = Place(RULESET, "seating")
    if "seating" in parts.whole and not parts.seating:
        yield place.fault("names no number of players; allowed: 2 to 7")
    for size, seats in parts.seating.items():
        if size in SIZES:
            yield from check_places(size, seats, place.at(size), parts)
        else:
            yield place.at(size).fault("is not a number of players; allowed: 2 to 7")
    seated = {seat for seats in parts.seating.values() for seat in seats}
    for at, seat in parts.seats:
        if parts.seating and seat.id not in seated:
            yield at.fault("is never seated", seat.id)


def check_places(
    size: str, seats: tuple[SeatId, ...], place: Place, parts: Parts
) -> Iterator[Fault]:
    """The seats of one number of players: known, distinct, enough, the sponsor among them."""
    for index, seat in enumerate(seats):
        if seat not in parts.names("seats"):
            words = unknown(seat, parts.names("seats"), "seat")
            yield place.at(index).fault(words, seat)
        elif seat in seats[:index]:
            yield place.at(index).fault("is seated twice", seat)
    if len(seats) != int(size):
        yield place.fault(f"seats {len(seats)}, not {size}")
    if "sponsor" in parts.whole and parts.sponsor not in seats:
        yield place.fault(f"does not seat the sponsor, {parts.sponsor}")


def check_dependencies(parts: Parts) -> Iterator[Fault]:
    """Each between two agencies."""
    for place, one in parts.dependencies:
        inside = place.at("between")
        for index, seat in enumerate(one.between):
            if seat not in parts.names("seats"):
                words = unknown(seat, parts.names("seats"), "seat")
                yield inside.at(index).fault(words, seat)
        if one.between[0] == one.between[1]:
            yield inside.fault("names one agency twice", list(one.between))


def check_trust(parts: Parts) -> Iterator[Fault]:
    """The history: each ordered pair once."""
    seen: set[tuple[SeatId, SeatId]] = set()
    for place, one in parts.trust:
        for field, seat in (("by", one.by), ("with", one.other)):
            if seat not in parts.names("seats"):
                words = unknown(seat, parts.names("seats"), "seat")
                yield place.at(field).fault(words, seat)
        if one.by == one.other:
            yield place.at("with").fault("is the same agency", one.other)
        if (one.by, one.other) in seen:
            yield place.fault("is the second entry for this pair", [one.by, one.other])
        seen.add((one.by, one.other))


def check_tables(parts: Parts) -> Iterator[Fault]:
    """That every table can play; asked only where seats and dependencies have their shape."""
    most = max(map(len, parts.seating.values()), default=0)
    if len(parts.concerns) < most:
        words = f"are {len(parts.concerns)}; {most} seats need one each"
        yield Place(RULESET, "concerns").fault(words)
    for size, seats in parts.seating.items():
        place = Place(RULESET, "seating").at(size)
        pairs = pairs_of(parts, seats)
        for seat in dict.fromkeys(seats):
            if not any(seat in pair for pair in pairs):
                yield place.fault("is party to no dependency at this table", seat)
        share = parts.real_shares.get(size, parts.params.real_share)
        if share * len(pairs) + 0.5 < 1:  # rounded half up, that is none
            yield place.fault("has no real dependency; raise `real_share` or add dependencies")


def check_real_shares(parts: Parts) -> Iterator[Fault]:
    """A share for each number of players that needs its own."""
    for size, share in parts.real_shares.items():
        place = Place(RULESET, "real_shares").at(size)
        if size not in parts.seating:
            yield place.fault("is no number of players in `seating`")
        if not 0 <= share <= 1:  # NaN is not either
            yield place.fault("is not between 0 and 1", share)


def pairs_of(parts: Parts, seats: tuple[SeatId, ...]) -> list[tuple[SeatId, SeatId]]:
    """The parties of the dependencies that play with these seats."""
    pairs = [one.between for _, one in parts.dependencies]
    return [pair for pair in pairs if pair[0] in seats and pair[1] in seats]
