"""Settings from the environment: what is allowed, and what is said about the rest."""

from pathlib import Path

import pytest
from asyncpg.connect_utils import SSLMode

from server.settings import BadSettings, read_settings
from server.settings.parsing import SSLMODES
from server.settings.values import Autopause, LogLevel, PostgresAt, SecureCookies, SqliteAt
from server.settings.variables import SETTINGS

GOOD = {
    "PORT": ("0", "65535"),
    "HOST": ("127.0.0.1", "::", "game.example"),
    "DATABASE_URL": ("sqlite:///x.db", "postgresql://u:p@h/d", "postgres:///d?host=/run"),
    "WORKERS": ("1",),
    "ALLOWED_ORIGINS": ("https://a.example", "http://a.example:8080, https://b.example"),
    "PUBLIC_URL": ("https://game.example/joined-up",),
    "FORWARDED_ALLOW_IPS": ("*", "10.0.0.0/8,::1"),
    "FACILITATOR_KEY": ("correct-horse-battery-staple",),
    "SECURE_COOKIES": ("auto", "on", "off"),
    "RETENTION_DAYS": ("0", "3650"),
    "AUTOPAUSE": ("on", "off"),
    "LOG_LEVEL": ("debug", "WARNING"),
    "DATA_DIR": ("/var/lib/joined-up",),
}
BAD = {
    "PORT": ("-1", "65536", "80a", "8 0", "٣", "1e3", "99999999999999999999"),
    "HOST": ("http://here", "a b", "x" * 300),
    "DATABASE_URL": (
        "mysql://h/d",
        "sqlite://x.db",
        "sqlite:///",
        "sqlite:///:memory:",
        "postgresql://",
        "postgresql://[::1/d",
        "x",
    ),
    "WORKERS": ("0", "65", "two"),
    "RULESETS": ("/there/is/nothing/here",),
    "ALLOWED_ORIGINS": ("*", "a.example", "https://a.example/path", "https://a.example?x=1"),
    "PUBLIC_URL": (
        "game.example",
        "ftp://game.example",
        "https://u:p@h",
        "https://h:99999",
        "https://my game.example",
        "https://h/" + "x" * 200,
    ),
    "FORWARDED_ALLOW_IPS": ("proxy", "10.0.0.300", "10.0.0.0/40"),
    "FACILITATOR_KEY": ("short", "with spaces in the middle", "ünlesbar-ünlesbar-1", "x" * 201),
    "SECURE_COOKIES": ("yes", "1"),
    "RETENTION_DAYS": ("-1", "4000", "a week"),
    "AUTOPAUSE": ("pause", "true"),
    "LOG_LEVEL": ("loud",),
}


def test_without_any_variable_the_defaults_serve() -> None:
    settings = read_settings({})
    assert (settings.port, settings.host) == (8000, "0.0.0.0")
    assert settings.database == SqliteAt(Path("data/joined-up.db"))
    assert (settings.workers, settings.retention_days) == (1, 0)
    assert settings.rulesets == ()
    assert settings.allowed_origins == ()
    assert settings.public_url is None
    assert settings.facilitator_key is None
    assert settings.forwarded_allow_ips == "127.0.0.1"
    assert settings.secure_cookies is SecureCookies.AUTO
    assert settings.autopause is Autopause.OFF
    assert settings.log_level is LogLevel.INFO


def test_an_empty_variable_is_an_unset_one() -> None:
    assert read_settings({setting.name: " " for setting in SETTINGS}) == read_settings({})


@pytest.mark.parametrize(
    ("name", "value"), [(name, value) for name, values in GOOD.items() for value in values]
)
def test_what_is_allowed_is_taken(name: str, value: str) -> None:
    read_settings({name: value})


@pytest.mark.parametrize(
    ("name", "value"), [(name, value) for name, values in BAD.items() for value in values]
)
def test_what_is_not_allowed_is_named_with_what_is(name: str, value: str) -> None:
    (setting,) = (each for each in SETTINGS if each.name == name)
    with pytest.raises(BadSettings) as caught:
        read_settings({name: value})
    (fault,) = caught.value.faults
    assert fault.startswith(name)
    assert setting.allowed in fault
    assert (repr(value) in fault) is not setting.secret


def test_all_faults_are_told_at_once() -> None:
    environment = {name: values[0] for name, values in BAD.items()}
    with pytest.raises(BadSettings) as caught:
        read_settings(environment)
    assert [fault.split()[0] for fault in caught.value.faults] == [
        setting.name for setting in SETTINGS if setting.name in BAD
    ]


def test_secrets_are_in_no_message_and_no_repr() -> None:
    with pytest.raises(BadSettings) as caught:
        read_settings({"DATABASE_URL": "postgres//u:hunter2@h/d", "FACILITATOR_KEY": "hunter2 too"})
    assert "hunter2" not in str(caught.value)
    settings = read_settings(
        {"DATABASE_URL": "postgresql://u:hunter2@h/d", "FACILITATOR_KEY": "hunter2-hunter2-hunter2"}
    )
    assert "hunter2" not in repr(settings)


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+asyncpg"])
def test_a_postgresql_address_is_normalised(scheme: str) -> None:
    settings = read_settings({"DATABASE_URL": f"{scheme}://u:p@h:5433/d?sslmode=require"})
    assert settings.database == PostgresAt("postgresql://u:p@h:5433/d?sslmode=require")


@pytest.mark.parametrize("mode", ["nope", "", "Require", "verify_ca", "require&sslmode=nope"])
def test_a_way_to_encrypt_that_is_none_is_told_with_its_place_and_what_is_allowed(
    mode: str,
) -> None:
    with pytest.raises(BadSettings) as caught:
        read_settings({"DATABASE_URL": f"postgresql://u:hunter2@h/d?sslmode={mode}"})
    (fault,) = caught.value.faults
    assert fault == (
        "DATABASE_URL has a value for sslmode that is none; allowed is disable, allow, prefer, "
        "require, verify-ca or verify-full."
    )


def test_a_password_with_a_sign_that_ends_it_is_told_and_not_shown() -> None:
    with pytest.raises(BadSettings) as caught:
        read_settings({"DATABASE_URL": "postgresql://u:hun@ter2@h/d"})
    (fault,) = caught.value.faults
    assert fault == (
        "DATABASE_URL has a value for the password that is none; allowed is one in which @ : / "
        "are written as %40 %3A %2F."
    )


def test_the_ways_to_encrypt_are_those_of_the_driver() -> None:
    assert [mode.name.replace("_", "-") for mode in SSLMode] == list(SSLMODES)


def test_a_sqlite_path_is_relative_with_three_slashes_and_absolute_with_four() -> None:
    assert read_settings({"DATABASE_URL": "sqlite:///a/b.db"}).database == SqliteAt(Path("a/b.db"))
    assert read_settings({"DATABASE_URL": "sqlite:////a/b.db"}).database == SqliteAt(
        Path("/a/b.db")
    )


def test_the_default_database_lies_in_the_data_folder() -> None:
    settings = read_settings({"DATA_DIR": "/srv/game"})
    assert settings.database == SqliteAt(Path("/srv/game/joined-up.db"))


def test_several_workers_need_postgresql() -> None:
    assert read_settings({"WORKERS": "4", "DATABASE_URL": "postgresql://h/d"}).workers == 4
    for environment in ({"WORKERS": "4"}, {"WORKERS": "4", "DATABASE_URL": "sqlite:///x.db"}):
        with pytest.raises(BadSettings, match=r"WORKERS is '4'.*allowed is 1.*postgresql://"):
            read_settings(environment)


def test_origins_are_written_as_browsers_send_them() -> None:
    settings = read_settings({"ALLOWED_ORIGINS": "HTTPS://A.Example:443/, http://b.example:80"})
    assert settings.allowed_origins == ("https://a.example", "http://b.example")


def test_a_public_address_loses_its_closing_slash() -> None:
    assert read_settings({"PUBLIC_URL": "https://h/game/"}).public_url == "https://h/game"


def test_folders_of_rulesets_must_be_there(tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    found = read_settings({"RULESETS": f"{tmp_path}:{tmp_path / 'more'}"}).rulesets
    assert found == (tmp_path, tmp_path / "more")


def test_every_setting_explains_itself_in_a_sentence() -> None:
    for setting in SETTINGS:
        assert setting.doc.endswith(".")
        assert setting.allowed
