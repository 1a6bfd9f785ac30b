"""Every setting: its name, default, bounds, and the line that the settings page prints."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from server.settings.parsing import (
    PartAmiss,
    database,
    folders,
    hostname,
    key,
    origins,
    proxies,
    public_url,
    whole,
)
from server.settings.values import Autopause, LogLevel, SecureCookies

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Setting(Generic[T_co]):
    """One variable: `parse` raises ValueError for what `allowed` does not describe."""

    name: str
    default: str
    allowed: str
    doc: str
    parse: Callable[[str], T_co]
    secret: bool = False  # its value is never repeated in a message

    def read(self, environment: Mapping[str, str]) -> T_co:
        """Return the variable's value; unset and empty are the same.

        Raises:
            ValueError: with one sentence that names variable, value and what is allowed.
        """
        text = environment.get(self.name, "").strip() or self.default
        try:
            return self.parse(text)
        except PartAmiss as fault:
            message = f"{self.name} has a value for {fault.place} that is none; allowed is "
            raise ValueError(f"{message}{fault.allowed}.") from None
        except ValueError:
            shown = "is set to a value that is not shown here" if self.secret else f"is {text!r}"
            message = f"{self.name} {shown}; allowed is {self.allowed}."
            raise ValueError(message) from None


PORT = Setting(
    "PORT",
    "8000",
    "a whole number from 0 to 65535 (0: any free port)",
    "Port on which the server listens.",
    whole(0, 65535),
)
HOST = Setting(
    "HOST",
    "0.0.0.0",  # noqa: S104 - phones in the room must reach it; 127.0.0.1 stands in the docs
    "a host name or address of this machine",
    "Address on which the server listens; 127.0.0.1 keeps it to this machine.",
    hostname,
)
DATA_DIR = Setting(
    "DATA_DIR",
    "./data",
    "the path of a folder; it is made where it is missing",
    "Folder for everything that the server keeps on disk.",
    Path,
)
DATABASE_URL = Setting(
    "DATABASE_URL",
    "",
    "sqlite:///<path of a file> or postgresql://<user>:<password>@<host>/<database>",
    "Where sessions and logs are kept; without it the file joined-up.db in DATA_DIR.",
    database,
    secret=True,
)
WORKERS = Setting(
    "WORKERS",
    "1",
    "a whole number from 1 to 64; more than 1 needs PostgreSQL",
    "Number of server processes, among which the sessions are divided.",
    whole(1, 64),
)
RULESETS = Setting(
    "RULESETS",
    "",
    f"a list of folders that exist, separated by {os.pathsep!r}",
    "Folders with further rulesets, beside those that come with the game.",
    folders,
)
ALLOWED_ORIGINS = Setting(
    "ALLOWED_ORIGINS",
    "",
    "a list of http(s)://host[:port], separated by commas, without a path",
    "Origins from which pages may open a socket; without it only the server's own address.",
    origins,
)
PUBLIC_URL = Setting(
    "PUBLIC_URL",
    "",
    "one address http(s)://host[:port][/path] of up to 200 signs",
    "Address shown to players, on the join page and in the QR code, behind a proxy.",
    public_url,
)
FORWARDED_ALLOW_IPS = Setting(
    "FORWARDED_ALLOW_IPS",
    "127.0.0.1",
    "a list of addresses or networks, separated by commas, or *",
    "Proxies whose word on a visitor's address and on https is believed.",
    proxies,
)
FACILITATOR_KEY = Setting(
    "FACILITATOR_KEY",
    "",
    "16 to 200 printable ASCII signs without spaces",
    "Key of those who may create sessions; without it one for one use is printed at each start.",
    key,
    secret=True,
)
SECURE_COOKIES = Setting(
    "SECURE_COOKIES",
    "auto",
    "auto, on or off",
    "Whether cookies go by https only; auto: where the visitor came by https.",
    SecureCookies,
)
RETENTION_DAYS = Setting(
    "RETENTION_DAYS",
    "0",
    "a whole number of days from 0 to 3650 (0: until somebody deletes them)",
    "Days after which an ended session is deleted with its people, texts and logs.",
    whole(0, 3650),
)
AUTOPAUSE = Setting(
    "AUTOPAUSE",
    "off",
    "on or off",
    "Whether tables pause when the facilitator's last device is gone; off: play goes on.",
    Autopause,
)
LOG_LEVEL = Setting(
    "LOG_LEVEL",
    "info",
    "debug, info, warning, error or critical",
    "The least grave message that the server prints.",
    lambda text: LogLevel(text.lower()),
)

SETTINGS: tuple[Setting[object], ...] = (
    PORT,
    HOST,
    DATA_DIR,
    DATABASE_URL,
    WORKERS,
    RULESETS,
    ALLOWED_ORIGINS,
    PUBLIC_URL,
    FORWARDED_ALLOW_IPS,
    FACILITATOR_KEY,
    SECURE_COOKIES,
    RETENTION_DAYS,
    AUTOPAUSE,
    LOG_LEVEL,
)
