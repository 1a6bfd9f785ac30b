"""`play`: a bot that joins a running server with a code and plays over the public wire.

It knows what a player knows: its own paper, from the ruleset, and the views that it is sent.
"""

import argparse
import contextlib
import secrets
from typing import Final

from game.bots.lineup import BOTS, HOUSE
from game.ruleset import Ruleset
from server.cli.base import WELL, CannotRun, Commands, command, say, shelf
from server.cli.player import Player
from server.cli.wire import Declined, Server
from server.protocol import replies


def add_to(commands: Commands) -> None:
    """Add the commands of this file."""
    words = "Join a running server with a code and play there as a bot."
    made = command(commands, "play", words, play)
    made.add_argument("url", metavar="URL", help="address of the server: http://192.168.1.5:8000")
    made.add_argument("code", metavar="CODE", help="the join code: amber-otter-42")
    made.add_argument("--name", default=NAME, help=f"name to join with (default: {NAME})")
    made.add_argument("--bot", default=HOUSE, choices=BOTS, metavar="BOT", help=CHOICE)
    made.add_argument("--table", help="number of the table (default: the first with a free seat)")
    made.add_argument("--seat", help="seat to take (default: the first free one)")
    made.add_argument("--seed", help="seed of its choices (default: a new one)")
    made.add_argument("--rulesets", metavar="FOLDER", help="folder of the ruleset that is played")


NAME: Final = "Robin"
CHOICE: Final = f"who plays: {', '.join(BOTS)} (default: {HOUSE})"


def play(arguments: argparse.Namespace) -> int:
    """Join, play to the end, say how it ended."""
    server = Server(arguments.url)
    found = looked(server, arguments.code)
    rules = rules_of(found.ruleset, arguments.rulesets)
    joined = join(server, arguments, found)
    if not isinstance(joined.pass_, str):
        raise CannotRun(f"{server.address} gave no pass; is it a Joined-Up server?")
    server = Server(arguments.url, joined.pass_)
    seed = arguments.seed or secrets.token_hex(8)
    try:
        say(f"Joined {found.session.title} ({found.ruleset.title}) as {arguments.name}.")
        Player(server, BOTS[arguments.bot], rules, seed).play()
    except KeyboardInterrupt:
        # The seat is free for somebody else at once.
        with contextlib.suppress(CannotRun):
            server.fetch(f"/api/people/{joined.person}/leave", {})
        raise
    return WELL


def looked(server: Server, code: str) -> replies.Opened:
    """What the code opens."""
    return server.ask(replies.Opened, "/api/join/look", {"code": code})


def join(server: Server, arguments: argparse.Namespace, found: replies.Opened) -> replies.Joined:
    """Come in; on the next free seat where somebody was quicker on the first."""
    wanted = {"code": arguments.code, "name": arguments.name, "bearer": True}
    while True:
        where = place(found, arguments.table, arguments.seat)
        try:
            return server.ask(replies.Joined, "/api/join", wanted | where)
        except Declined as declined:
            if declined.reason != "seat_taken":
                raise
        found = looked(server, arguments.code)


def rules_of(named: replies.RulesetName, folder: str | None) -> Ruleset:
    """The ruleset that is played there: a seat's brief is on paper, not on the wire.

    Raises:
        CannotRun: it is not on this machine, or not in this version.
    """
    known = list(shelf().good.values())
    known += shelf(folder).good.values() if folder else ()
    for rules in known:
        if rules.digest == named.digest:
            return rules
    why = "in another version" if named.id in {one.id for one in known} else "not"
    raise CannotRun(
        f"the ruleset {named.id} (digest {named.digest[:12]}) is {why} on this machine; "
        "name a folder that holds it with --rulesets."
    )


def place(found: replies.Opened, table: str | None, seat: str | None) -> dict[str, str]:
    """The table and seat to ask for; empty: wait, because the facilitator gives out the seats.

    Raises:
        CannotRun: there is no such table or seat, or none is free.
    """
    tables = [one for one in found.tables if table in {None, str(one.number), one.name, one.id}]
    if not tables:
        known = ", ".join(str(one.number) for one in found.tables)
        raise CannotRun(f"there is no table {table}. There are: {known}.")
    if found.admit or found.assigns:
        return {}
    for one in tables:
        for offer in one.seats:
            if offer.state == "free" and seat in {None, offer.seat}:
                return {"table": one.id, "seat": offer.seat}
    raise CannotRun(none_free(tables, seat))


def none_free(tables: list[replies.TableOffer], seat: str | None) -> str:
    """Why there is no seat to take."""
    known = sorted({offer.seat for one in tables for offer in one.seats})
    if seat is not None and seat not in known:
        return f"there is no seat {seat}. There are: {', '.join(known)}."
    return "no seat is free." if seat is None else f"the seat {seat} is taken."
