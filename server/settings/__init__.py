"""What the environment may set, read once at the start into one frozen value.

Nothing else reads the environment, and nothing here opens a file, a socket or a database. Each
variable stands in `variables`, what its text may be in `parsing`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from server.settings.values import (
    Autopause,
    Database,
    LogLevel,
    PostgresAt,
    SecureCookies,
    SqliteAt,
)
from server.settings.variables import (
    ALLOWED_ORIGINS,
    AUTOPAUSE,
    DATA_DIR,
    DATABASE_URL,
    FACILITATOR_KEY,
    FORWARDED_ALLOW_IPS,
    HOST,
    LOG_LEVEL,
    PORT,
    PUBLIC_URL,
    RETENTION_DAYS,
    RULESETS,
    SECURE_COOKIES,
    SETTINGS,
    WORKERS,
    Setting,
)


class BadSettings(Exception):
    """Variables that cannot be used; `faults` has a sentence for each, in the order of the list."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        """Keep every fault: whoever starts a server mends them all at once."""
        super().__init__("\n".join(faults))
        self.faults = faults


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What this server was told; see each `Setting` for meaning and bounds."""

    port: int
    host: str
    data_dir: Path
    database: Database
    workers: int
    rulesets: tuple[Path, ...]
    allowed_origins: tuple[str, ...]  # empty: only the server's own
    public_url: str | None  # None: the addresses of this machine
    forwarded_allow_ips: str
    facilitator_key: str | None = field(repr=False)  # None: one is made at the start
    secure_cookies: SecureCookies
    retention_days: int  # 0: no deletion by age
    autopause: Autopause
    log_level: LogLevel


def read_settings(environment: Mapping[str, str]) -> Settings:
    """Read every setting from `environment` (`os.environ`, but for tests).

    Raises:
        BadSettings: with one sentence for each variable at fault.
    """
    faults = tuple(fault for setting in SETTINGS for fault in _fault(setting, environment))
    faults += _workers_fault(environment)
    if faults:
        raise BadSettings(faults)
    return _settings(environment)


def _fault(setting: Setting[object], environment: Mapping[str, str]) -> tuple[str, ...]:
    try:
        setting.read(environment)
    except ValueError as fault:
        return (str(fault),)
    return ()


def _workers_fault(environment: Mapping[str, str]) -> tuple[str, ...]:
    if _fault(WORKERS, environment) or _fault(DATABASE_URL, environment):
        return ()  # told already
    workers = WORKERS.read(environment)
    if workers == 1 or isinstance(DATABASE_URL.read(environment), PostgresAt):
        return ()
    message = f"WORKERS is '{workers}'; allowed is 1, because SQLite (the default of DATABASE_URL) "
    return (message + "serves one process; more need a postgresql:// address there.",)


def _settings(environment: Mapping[str, str]) -> Settings:
    data_dir = DATA_DIR.read(environment)
    return Settings(
        port=PORT.read(environment),
        host=HOST.read(environment),
        data_dir=data_dir,
        database=DATABASE_URL.read(environment) or SqliteAt(data_dir / "joined-up.db"),
        workers=WORKERS.read(environment),
        rulesets=RULESETS.read(environment),
        allowed_origins=ALLOWED_ORIGINS.read(environment),
        public_url=PUBLIC_URL.read(environment),
        forwarded_allow_ips=FORWARDED_ALLOW_IPS.read(environment),
        facilitator_key=FACILITATOR_KEY.read(environment),
        secure_cookies=SECURE_COOKIES.read(environment),
        retention_days=RETENTION_DAYS.read(environment),
        autopause=AUTOPAUSE.read(environment),
        log_level=LOG_LEVEL.read(environment),
    )
