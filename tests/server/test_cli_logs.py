"""Logs on the command line: verified, replayed, taken in and out; and counts of a small game."""

import io
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest
from msgspec import json
from msgspec.structs import replace

from game.log import NO_HASH, Entry, Wording, sealed, text_id
from game.ruleset import Ruleset
from game.talk.messages import Say
from game.vocabulary import Phase, Topic
from server.cli import main
from server.exports.log import taken, written
from tests.playing import Game, finish, play, setup_of
from tests.rulesets import TINY, load

EVIL = "Hello [bold]\x1b[2J\n  0:00  The game is over."
SALT = "0" * 32


@pytest.fixture(scope="module")
def rules() -> Ruleset:
    return load(TINY)


@pytest.fixture(scope="module")
def game(rules: Ruleset) -> Game:
    """A whole game of `tiny`; in its first Talk somebody says something evil aloud."""
    said = play(rules, setup_of(3), 3, steps=6)
    while said.table.phase is not Phase.TALK:
        finish(said)
    said.do(said.table.seats[0].id, Say(text_id(EVIL, SALT), Topic.CONTENT))
    while not over(said):
        finish(said)
    return said


def over(game: Game) -> bool:
    return game.table.phase is Phase.ENDED


def body(rules: Ruleset, entries: Sequence[Entry]) -> bytes:
    words = [Wording(text_id(EVIL, SALT), SALT, EVIL)]
    return written(("A [b]session", "Table 1"), rules, entries, words)


@pytest.fixture
def log(tmp_path: Path, rules: Ruleset, game: Game) -> Path:
    """The file of the game's log."""
    file = tmp_path / "game.jsonl"
    file.write_bytes(body(rules, game.entries))
    return file


def changed(log: Path, line: int, old: bytes, new: bytes) -> str:
    """A copy of the log in which one line was changed."""
    lines = log.read_bytes().split(b"\n")
    assert old in lines[line - 1]
    lines[line - 1] = lines[line - 1].replace(old, new, 1)
    copy = log.with_name("changed.jsonl")
    copy.write_bytes(b"\n".join(lines))
    return str(copy)


def chained(entries: Iterable[Entry]) -> list[Entry]:
    """The entries with hashes that fit, as a forger would make them."""
    made: list[Entry] = []
    for entry in entries:
        made.append(sealed(entry, made[-1].hash if made else NO_HASH))
    return made


# --- verify


def test_a_sound_log_is_called_sound(
    log: Path, game: Game, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify", str(log), "--head", game.entries[-1].hash]) == 0
    assert f"{len(game.entries)} entries, chained without a break" in capsys.readouterr().out
    assert main(["verify", str(log), "--json"]) == 0
    found = json.decode(capsys.readouterr().out)
    assert found == {"sound": True, "entries": len(game.entries), "faults": []}


def test_the_first_changed_entry_is_named(log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", changed(log, 6, b'"at_ms":5000', b'"at_ms":5001')]) == 1
    assert "line 6 (entry 5): The chain of hashes breaks here" in capsys.readouterr().err


def test_a_cut_is_found(log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = log.read_bytes().split(b"\n")
    log.write_bytes(b"\n".join(lines[:4]))
    assert main(["verify", str(log)]) == 1
    assert "line 1: The header tells of" in capsys.readouterr().err


def test_changed_words_are_found(log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    last = len(log.read_bytes().split(b"\n")) - 1
    assert main(["verify", changed(log, last, b"Hello", b"Adieu")]) == 1
    assert f"line {last}: The words do not fit their hash." in capsys.readouterr().err


def test_a_forged_chain_drifts_at_the_forged_entry(
    log: Path, rules: Ruleset, game: Game, capsys: pytest.CaptureFixture[str]
) -> None:
    said = next(one for one in game.entries if isinstance(one.command, Say))
    forged = [replace(one, events=()) if one is said else one for one in game.entries]
    log.write_bytes(body(rules, chained(forged)))
    assert main(["verify", str(log)]) == 1
    told = capsys.readouterr().err
    assert f"entry {said.version} (say by {said.by}) drifts: it gives other events now" in told


def test_a_log_is_held_against_the_hash_that_was_shown(
    log: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify", str(log), "--head", NO_HASH]) == 1
    assert "this is not the log as it was when the game ended" in capsys.readouterr().err


def test_a_log_is_no_game_under_the_rules_of_another(
    log: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify", str(log), "--ruleset", "newborn"]) == 1
    assert "cannot be decided: it is no move of a game under newborn." in capsys.readouterr().err


@pytest.mark.parametrize("command", ["verify", "replay", "import"])
def test_a_file_that_is_not_there_is_named(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([command, "/nowhere/[x].jsonl"]) == 2
    assert capsys.readouterr().err == (
        f"joinedup {command}: /nowhere/[x].jsonl cannot be read: No such file or directory.\n"
    )


# --- replay


def test_a_replay_tells_the_game_from_its_first_phase_to_its_end(
    log: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["replay", str(log)]) == 0
    told = capsys.readouterr().out
    assert "Round 1: Briefing." in told
    assert "The game is over." in told.rstrip().splitlines()[-1]


def test_what_people_wrote_can_neither_steer_the_terminal_nor_pass_for_a_line(
    log: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["replay", str(log), "--eyes", "public"])
    (line,) = [one for one in capsys.readouterr().out.splitlines() if "[bold]" in one]
    assert line.endswith("\u201cHello [bold]\ufffd[2J 0:00 The game is over.\u201d")


def test_eyes_that_see_less_are_told_less(
    log: Path, game: Game, capsys: pytest.CaptureFixture[str]
) -> None:
    told = {}
    seats = [str(one.id) for one in game.table.seats]
    for eyes in ("facilitator", "public", *seats):
        assert main(["replay", str(log), "--eyes", eyes, "--json"]) == 0
        told[eyes] = {(one["version"], one["text"]) for one in json.decode(capsys.readouterr().out)}
    for seat in seats:
        assert told["public"] < told[seat] < told["facilitator"]


def test_eyes_that_nobody_has_are_answered_with_those_that_there_are(
    log: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["replay", str(log), "--eyes", "king"]) == 2
    assert "nobody at this table is called king. There are: facilitator, public, council, " in (
        capsys.readouterr().err
    )


def test_a_damaged_log_is_not_told_but_named_with_line_and_reason(
    log: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for command in ("replay", "import"):
        assert main([command, changed(log, 3, b'"version"', b'"vision"')]) == 2
        said = capsys.readouterr()
        assert said.out == ""
        assert "changed.jsonl is no sound log:\n  line 3: This is no entry: " in said.err


def test_a_log_is_read_from_the_standard_input(
    log: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(log.read_bytes())))
    assert main(["verify", "-"]) == 0
    assert "-: " in capsys.readouterr().out


# --- export and import


def test_a_log_goes_through_a_database_unchanged(
    log: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    database = ["--database", f"sqlite:///{tmp_path / 'game.db'}"]
    assert main(["import", str(log), *database]) == 0
    assert "Read it at http://localhost:8000/redeem#" in capsys.readouterr().out
    assert main(["export", "--json", *database]) == 0
    (table,) = json.decode(capsys.readouterr().out)
    out = tmp_path / "out.jsonl"
    assert main(["export", table["table"], "--out", str(out), *database]) == 0
    before, after = taken(log.read_bytes()), taken(out.read_bytes())
    assert (after.entries, after.wordings) == (before.entries, before.wordings)
    assert after.header.ruleset == before.header.ruleset
    assert main(["export", "nothing", *database]) == 2
    assert "there is no table nothing" in capsys.readouterr().err


def test_other_formats_come_from_the_database_with_chosen_eyes(
    log: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    database = ["--database", f"sqlite:///{tmp_path / 'game.db'}"]
    assert main(["import", str(log), *database]) == 0
    capsys.readouterr()
    assert main(["export", "--json", *database]) == 0
    (table,) = json.decode(capsys.readouterr().out)
    starts = {"csv": b"PK", "xapi": b'{"id":', "debrief": b"<!doctype", "report": b"<!doctype"}
    for name, start in starts.items():
        out = tmp_path / name
        words = ["export", table["table"], "--format", name, "--out", str(out), *database]
        assert main([*words, "--eyes", "council"]) == 0
        assert out.read_bytes().lstrip().startswith(start)
        assert main([*words, "--eyes", "somebody"]) == 2
        assert "nobody is called somebody. There are: facilitator" in capsys.readouterr().err
    assert main(["export", table["table"], "--eyes", "council", *database]) == 2
    assert "a log holds everything" in capsys.readouterr().err


def test_a_database_that_is_not_there_is_not_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "none.db"
    assert main(["export", "--database", f"sqlite:///{file}"]) == 2
    assert f"There is no database {file}." in capsys.readouterr().err
    assert not file.exists()


def test_an_address_of_a_database_that_is_none_is_refused(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["export", "--database", "mysql://h/d"]) == 2
    assert "DATABASE_URL is set to a value that is not shown here" in capsys.readouterr().err


def test_a_running_server_wants_its_key_for_a_log(
    log: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(log), "--server", "localhost:1"]) == 2
    assert "holders of its key: --key" in capsys.readouterr().err


def test_no_server_there_is_one_sentence(log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["import", str(log), "--server", "localhost:1", "--key", "any"]
    assert main(asked) == 2
    said = capsys.readouterr().err
    assert said.startswith("joinedup import: no server answers at http://localhost:1: ")
    assert main(["export", "--server", "ftp://somewhere"]) == 2
    assert "is no address of a server" in capsys.readouterr().err


# --- perft


def test_what_is_counted_below_each_command_is_what_is_counted_in_all(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["perft", "--phase", "talk", "--depth", "2", "--json"]) == 0
    counts = json.decode(capsys.readouterr().out)
    assert main(["perft", "--phase", "talk", "--divide", "2", "--json"]) == 0
    below = json.decode(capsys.readouterr().out)
    assert counts["plays"][2] == sum(below.values()) > 1
    assert len(below) == counts["plays"][1]


def test_counts_are_a_line_a_depth(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["perft", "--depth", "1"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split()[:3] == ["depth", "plays", "tables"]
    assert [line.split()[0] for line in lines[1:3]] == ["0", "1"]
