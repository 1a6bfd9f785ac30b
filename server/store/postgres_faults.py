"""What PostgreSQL's troubles are called when a player asks, and which of them there are."""

import ssl
from typing import Final

import asyncpg

from server.store.contract import StoreUnavailable

# What asyncpg raises when the database or the way to it is at fault; the internal one comes when
# a connection is cut in the middle of an answer.
FAULTS: Final = (
    asyncpg.PostgresError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,
    OSError,
    TimeoutError,
)

# What comes of reading the address: with its words, so it goes no further than the sentence.
UNREAD: Final = (ValueError, OverflowError)

SENTENCES = {
    "53100": "The database server's disk is full; play goes on when there is room again.",
    "53300": "The database server takes no more connections.",
    "25006": "The database is read-only; play goes on when it is not.",
    "28P01": "The database server refuses the password in DATABASE_URL.",
    "28000": "The database server refuses the user in DATABASE_URL.",
    "3D000": "The database named in DATABASE_URL does not exist.",
    "42704": "DATABASE_URL has a setting behind its ? that the database server does not know.",
}
SILENCE = "The database server does not answer; play goes on when it does."
UNREACHED = (
    "The database server named in DATABASE_URL cannot be reached, so nothing was started. "
    "Is its address right, and does it run?"
)
UNREADABLE = (
    "DATABASE_URL is no address that can be understood. It looks like "
    "postgresql://<user>:<password>@<host>/<database>; in a password, signs such as @ : / are "
    "written as %40 %3A %2F."
)
UNUSABLE = (
    "What stands in DATABASE_URL behind its ? cannot be used: has each setting one of its values, "
    "and may the files be read that it names?"
)


def unavailable(fault: BaseException | None) -> StoreUnavailable:
    """Say what is wrong without a statement or an address; the cause keeps them for the log."""
    if isinstance(fault, asyncpg.exceptions.ClientConfigurationError):
        return StoreUnavailable(UNUSABLE)
    if isinstance(fault, UNREAD):
        return StoreUnavailable(UNREADABLE)
    return StoreUnavailable(SENTENCES.get(state_of(fault) or "", SILENCE))


def at_start(fault: BaseException | None) -> StoreUnavailable:
    """The same before anything plays: what is silent was perhaps never there."""
    if isinstance(fault, (FileNotFoundError, PermissionError, ssl.SSLError)):
        return StoreUnavailable(UNUSABLE)
    found = unavailable(fault)
    return StoreUnavailable(UNREACHED) if str(found) == SILENCE else found


def state_of(fault: BaseException | None) -> str | None:
    """The SQLSTATE of an error of asyncpg, also in SQLAlchemy's dress; None: it has none."""
    state = getattr(fault, "sqlstate", None)
    return state if isinstance(state, str) else None
