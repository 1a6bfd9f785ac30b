"""What a setting can be, besides numbers and texts. No reading, no defaults."""

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path


class SecureCookies(StrEnum):
    """When a pass's cookie carries `Secure`; `auto`: when the request came by https."""

    AUTO = "auto"
    ON = "on"
    OFF = "off"


class Autopause(StrEnum):
    """What a table does when its facilitator's last device is gone."""

    ON = "on"
    OFF = "off"


class LogLevel(StrEnum):
    """The least grave message that the server prints."""

    DEBUG = "debug"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"
    CRITICAL = "critical"


@dataclass(frozen=True, slots=True)
class SqliteAt:
    """A database in one file, for one worker process."""

    path: Path


@dataclass(frozen=True, slots=True)
class PostgresAt:
    """A PostgreSQL database, as a `postgresql://` address that asyncpg reads.

    The address may hold a password: it is kept out of `repr`.
    """

    dsn: str = field(repr=False)


Database = SqliteAt | PostgresAt
