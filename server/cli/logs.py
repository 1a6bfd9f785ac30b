"""`export`, `import`: logs taken out and taken in."""

import argparse
import asyncio
import os
import secrets
from collections.abc import Coroutine
from dataclasses import replace
from typing import TypeVar
from urllib.parse import urlencode

from server.app import MachineTime
from server.cli.base import (
    WELL,
    CannotRun,
    Commands,
    add_json,
    command,
    complain,
    print_json,
    read,
    say,
    settings_of,
    write,
)
from server.cli.estimating import estimated
from server.cli.logfile import opened
from server.cli.wire import Server
from server.debriefs import offline
from server.debriefs.record import Record
from server.exports import EXPORTS
from server.exports.base import CannotMake, Names, Told, told
from server.exports.log import taken_in
from server.protocol.problems import Problem
from server.protocol.replies import Imported, KeyTaken, LinkMade, Sessions
from server.settings import Settings

T = TypeVar("T")


def add_to(commands: Commands) -> None:
    """Add the commands of this file."""
    words = "Take the record of a table out of the database, or out of a running server."
    made = command(commands, "export", words, exported)
    made.add_argument("table", nargs="?", metavar="TABLE", help="id (default: list the tables)")
    made.add_argument("--out", metavar="FILE", default="-", help="file (default: standard output)")
    made.add_argument(
        "--format", choices=tuple(EXPORTS), default="log", help="see docs/exports.md (default: log)"
    )
    made.add_argument(
        "--eyes", default="facilitator", help="facilitator (default), public, or the id of a seat"
    )
    made.add_argument(
        "--names", action="store_true", help="people by name: keep the file as personal data"
    )
    made.add_argument(
        "--without-words", action="store_true", help="leave out what people wrote themselves"
    )
    made.add_argument(
        "--no-curve",
        action="store_true",
        help="leave out the model's launch curve; else it is worked out for debrief and reports, "
        "which takes some minutes the first time",
    )
    made.add_argument("--server", metavar="URL", help="address of a running server")
    made.add_argument("--pass", dest="secret", help="the facilitator's pass of the session there")
    add_database(made)
    add_json(made)

    words = "Take a log into the database, or into a running server, to be read there."
    made = command(commands, "import", words, imported)
    made.add_argument("log", metavar="LOG", help="file with a log; - for the standard input")
    made.add_argument("--server", metavar="URL", help="address of a running server")
    made.add_argument("--key", help="the facilitator key of that server")
    add_database(made)


def add_database(made: argparse.ArgumentParser) -> None:
    """Where the logs of a server lie that is not running."""
    made.add_argument(
        "--database", metavar="URL", help="database (default: that of the settings, DATABASE_URL)"
    )


# --- export


def exported(arguments: argparse.Namespace) -> int:
    """Write the log, or list the tables."""
    if arguments.server:
        return exported_there(arguments)
    now, made = settings(arguments), EXPORTS[arguments.format]
    if arguments.table is None:
        return tell_tables(arguments, asyncio.run(within(offline.listed(now.database))))
    found = asyncio.run(within(offline.record_of(now.database, arguments.table, MachineTime())))
    if found is None:
        raise CannotRun(f"there is no table {arguments.table}; without an id all are listed.")
    of = seen(arguments, found)
    if made.modelled and of.staff and of.model:
        of = replace(of, record=asyncio.run(estimated(found, now.data_dir)))
    try:
        write(arguments.out, made.writer(of))
    except CannotMake as fault:
        raise CannotRun(str(fault)) from None
    return WELL


def seen(arguments: argparse.Namespace, record: Record) -> Told:
    """The record with the eyes that are asked for.

    Raises:
        CannotRun: nobody at the table has them, or the log has no other eyes than all.
    """
    eyes: str = arguments.eyes
    known = ("facilitator", "public", *(seat.id for seat in record.rules.seats))
    if eyes not in known:
        raise CannotRun(f"nobody is called {eyes}. There are: {', '.join(known)}.")
    if arguments.format == "log" and eyes != "facilitator":
        raise CannotRun("a log holds everything; csv, for one, can be had with other eyes.")
    salt = secrets.token_bytes(16)
    names: Names = "names" if arguments.names else "pseudonyms"
    return told(
        record,
        eyes,
        salt,
        names=names,
        words=not arguments.without_words,
        model=not arguments.no_curve,
    )


def tell_tables(arguments: argparse.Namespace, tables: tuple[offline.Listed, ...]) -> int:
    """Every table with its id."""
    if arguments.json:
        print_json(tables)
        return WELL
    for one in tables:
        say(f"{one.table}  {one.session}, {one.name}: {one.state}, {one.entries} entries")
    if not tables:
        complain("There is no table in this database.")
    return WELL


def exported_there(arguments: argparse.Namespace) -> int:
    """The same from a running server."""
    server = Server(arguments.server, arguments.secret)
    if arguments.table is not None:
        query = {
            "eyes": arguments.eyes,
            "names": "yes" if arguments.names else "no",
            "words": "no" if arguments.without_words else "yes",
            "model": "no" if arguments.no_curve else "yes",
        }
        path = f"/api/tables/{arguments.table}/exports/{arguments.format}?{urlencode(query)}"
        write(arguments.out, server.fetch(path))
        return WELL
    found = server.ask(Sessions, "/api/sessions")
    if arguments.json:
        print_json(found.sessions)
        return WELL
    for session in found.sessions:
        for one in session.tables:
            say(f"{one.id}  {session.title}, {one.name}: {one.phase}, round {one.round}")
    if not found.sessions:
        complain("This pass opens no session there.")
    return WELL


# --- import


def imported(arguments: argparse.Namespace) -> int:
    """Take the log in, and say where it can be read."""
    log = opened(arguments.log)
    if arguments.server:
        where = imported_there(arguments, read(arguments.log))
    else:
        now = settings(arguments)
        address = now.public_url or f"http://localhost:{now.port}"
        work = offline.take_in(now.database, taken_in(log), MachineTime(), address)
        where = asyncio.run(within(work))
    say(f"Taken in: {log.header.title}, {log.header.table}, {log.header.entries} entries.")
    say(f"Read it at {where} (opens once, within 15 minutes).")
    return WELL


def imported_there(arguments: argparse.Namespace, body: bytes) -> str:
    """Hand the log to a running server; the link that opens it."""
    if not arguments.key:
        raise CannotRun("a running server takes in logs from holders of its key: --key.")
    server = Server(arguments.server)
    key = server.ask(KeyTaken, "/api/keys", {"key": arguments.key, "bearer": True})
    server.secret = key.pass_ if isinstance(key.pass_, str) else arguments.key
    made = server.ask(Imported, "/api/logs", body)
    server.secret = made.pass_ if isinstance(made.pass_, str) else None
    link = server.ask(LinkMade, f"/api/sessions/{made.session}/link", {"kind": "facilitator"})
    return link.address


# --- the database


def settings(arguments: argparse.Namespace) -> Settings:
    """The settings, with the database that the arguments name.

    Raises:
        CannotRun: with every fault in them.
    """
    named = {"DATABASE_URL": arguments.database} if arguments.database else {}
    return settings_of({**os.environ, **named})


async def within(work: Coroutine[None, None, T]) -> T:
    """Wait for work on the database.

    Raises:
        CannotRun: the database cannot be used, or refuses.
    """
    try:
        return await work
    except offline.NoDatabase as fault:
        raise CannotRun(str(fault)) from None
    except Problem as problem:
        raise CannotRun(problem.sentence) from None
