"""The command line: what it prints, for people and for programs, and what bad input gets."""

import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from msgspec import json

from game.opening import Setup
from game.rehearsal import Flag, Length
from game.simulate.tally import Tally
from server.cli import main
from server.cli.base import plain, progress
from server.cli.flags import Seen, few, sentence
from server.cli.line import HOMES, TELLS_OF_ALL, parser
from server.cli.report import report
from server.cli.reportpage import as_html
from server.work.simulations import Batch
from tests.given import tiny
from tests.rulesets import RULESETS, TINY

JOINEDUP = [sys.executable, "-c", "import sys; from server.cli import main; sys.exit(main())"]
COMMANDS = sorted(set(re.findall(r"^    ([a-z]+) ", parser().format_help(), re.MULTILINE)))


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A folder `broken` with `tiny`, but for a wrong number and an unknown seat."""
    folder = tmp_path / "broken"
    shutil.copytree(TINY, folder)
    file = folder / "ruleset.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('between = ["', 'between = ["nobody', 1), encoding="utf-8")
    return folder


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_says_what_it_takes(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main([name, "--help"])
    assert left.value.code == 0
    assert f"usage: joinedup {name}" in capsys.readouterr().out


def test_each_command_is_added_by_the_module_that_the_list_names() -> None:
    assert sorted(HOMES) == COMMANDS
    alone = {name: parser(name).format_help() for name in HOMES if name != TELLS_OF_ALL}
    assert [name for name, words in alone.items() if f"\n    {name} " not in words] == []


def test_checking_a_ruleset_loads_neither_server_nor_database() -> None:
    words = "import sys; from server.cli import main; code = main(['check', 'rulesets/tiny']);"
    words += "sys.exit(code or bool({'starlette', 'sqlalchemy'} & set(sys.modules)))"
    subprocess.run([sys.executable, "-c", words], check=True, capture_output=True)


def test_an_unknown_command_is_answered_with_those_that_there_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit) as left:
        main(["dance"])
    assert left.value.code == 2
    assert "simulate" in capsys.readouterr().err


def test_good_rulesets_are_told_in_a_line_each(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    assert capsys.readouterr().out.count("newborn 1.0: good. 4, 5, 6, 7 players") == 1


def test_a_broken_ruleset_is_told_with_its_faults(
    broken: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(broken), str(TINY)]) == 1
    said = capsys.readouterr()
    assert "tiny 1.0: good" in said.out
    assert "broken: 1 fault\n" in said.err
    assert "ruleset.toml" in said.err
    assert "'nobody" in said.err


def test_a_program_reads_the_same_faults(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--json", str(broken)]) == 1
    found = json.decode(capsys.readouterr().out)
    assert found["good"] == []
    assert [one["folder"] for one in found["broken"]] == ["broken"]


def test_a_folder_without_a_ruleset_is_not_well(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(tmp_path)]) == 1
    assert "a ruleset is a folder with ruleset.toml" in capsys.readouterr().err


def test_a_rehearsal_tells_what_stands_out_and_whether_it_fits(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["check", "tiny", "--rehearse", "--games", "40", "--minutes", "10"]) == 0
    said = capsys.readouterr().out
    assert "rehearsed in 40 games by bots (mixed, public_spirited, self_serving, turf_mind" in said
    assert re.search(r"a game takes \d+ minutes, \d+ at most", said)
    assert "10 minutes are too short" in said
    assert main(["check", "tiny", "--rehearse", "--games", "10", "--minutes", "600", "--json"]) == 0
    told = json.decode(capsys.readouterr().out)["good"][0]["rehearsal"]
    assert set(told["games"].values()) == {2}
    assert len(told["sentences"]) == len(told["flags"])


def test_a_rehearsal_without_such_a_seating_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "tiny", "--rehearse", "--players", "9"]) == 2
    assert "tiny cannot be rehearsed so: 9 players" in capsys.readouterr().err


def test_figures_are_written_as_a_page_and_as_a_table(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page, table = tmp_path / "found.html", tmp_path / "found.csv"
    asked = ["simulate", "tiny", "--games", "10", "--processes", "1", "--json"]
    assert main([*asked, "--html", str(page), "--csv", str(table)]) == 0
    figures = json.decode(capsys.readouterr().out)["figures"]
    rows = table.read_text(encoding="utf-8").splitlines()
    assert rows[0] == "measure,mean,low,high,games"
    assert [row.partition(",")[0] for row in rows[1:]] == list(figures)
    text = page.read_text(encoding="utf-8")
    assert "default-src 'none'" in text
    assert "<script" not in text
    assert text.count("<rect") == 2 * text.count("<svg")
    assert main([*asked, "--html", "/nowhere/found.html"]) == 2
    assert "/nowhere/found.html cannot be written" in capsys.readouterr().err


def test_a_report_tells_how_long_a_game_takes_and_what_stands_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "found.html"
    asked = ["simulate", "tiny", "--games", "130", "--processes", "1", "--bots", "self_serving"]
    assert main([*asked, "--json"]) == 0
    told = json.decode(capsys.readouterr().out)
    assert 0 < told["length"]["expected"] <= told["length"]["longest"]
    assert {"outcome_out_of_reach", "action_unused"} <= {one["kind"] for one in told["flags"]}
    assert len(told["sentences"]) == len(told["flags"])
    assert main([*asked, "--html", str(page)]) == 0
    said = capsys.readouterr().out
    takes = re.search(r"^a (game takes \d+ minutes, \d+ at most)$", said, re.MULTILINE)
    assert takes
    assert said.endswith("\nTo look at\n" + "\n".join(told["sentences"]) + "\n")
    text = page.read_text(encoding="utf-8")
    assert f"<p>A {takes[1]}.</p>" in text
    assert re.findall(r"<li>(.*?)</li>", text) == told["sentences"]
    figures = re.findall(
        r"^(rounds played|support at the end|trust tokens .*?)  +(\S+)", said, re.MULTILINE
    )
    assert len(figures) == 3
    for name, value in figures:
        assert f'{name.capitalize()}</th><td class="num">{value}<' in text
    assert "<h2>Talk</h2>" in text
    assert re.search(r"Content, \d+\s%</th>", text)


def test_few_games_are_told_to_be_few(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "found.html"
    assert main(["simulate", "tiny", "--games", "1", "--html", str(page)]) == 0
    warning = "One game is few: what stands out may be chance. Play 125 or more."
    assert capsys.readouterr().out.endswith(f"\n{warning}\n")
    assert warning in page.read_text(encoding="utf-8")
    assert not few(125)


@pytest.mark.parametrize(
    ("flag", "words"),
    [
        (Flag("goal_out_of_reach", "library", 0.013), ": met in at most 2 % of games."),
        (Flag("goal_out_of_reach", "library", 0.0), ": met in no game."),
        (Flag("goal_for_nothing", "library", 0.996), ": in at least 99 % of games."),
        (Flag("goal_for_nothing", "library", 1.0), ": in every game."),
        (Flag("action_dominated", "map", -0.156), " by 0.15 points or more."),
    ],
)
def test_a_flag_promises_no_more_than_its_figure(flag: Flag, words: str) -> None:
    assert sentence(tiny(), flag).endswith(words)


def test_nothing_that_stands_out_is_told_too() -> None:
    batch, total = Batch(tiny(), Setup("1", players=3)), Tally(200)
    calm = Seen(Length(10, 12), (), (), "")
    assert list(report(batch, total, calm))[-2:] == ["To look at", "nothing stands out"]
    assert "<p>Nothing stands out.</p>" in as_html(batch, total, calm).decode()


def test_a_claim_is_tried_out_and_told_with_its_verdict(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "findings.md"
    asked = ["findings", "c10", "--games", "4", "--processes", "1"]
    assert main([*asked, "--page", str(page)]) == 0
    told = capsys.readouterr().out
    assert told.startswith("C10 ")
    assert "joined up: steps less package" in told
    text = page.read_text(encoding="utf-8")
    assert "## C10 Small, re-openable steps" in text
    assert main([*asked, "--json"]) == 0
    found = json.decode(capsys.readouterr().out)
    assert [one["claim"] for one in found["results"]] == ["C10"]
    assert found["conduct"]["played"] == 32
    assert main(["findings", "C99"]) == 2
    assert "there is no claim C99" in capsys.readouterr().err


def test_a_folder_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "/nowhere/[bold]"]) == 2
    assert capsys.readouterr().err == "joinedup check: /nowhere/[bold] is no folder.\n"


def test_the_pages_made_from_the_code_are_up_to_date(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["docs", "--check"]) == 0, capsys.readouterr().err


def test_a_report_tells_outcomes_with_their_intervals(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["simulate", "tiny", "--games", "10", "--processes", "1"]) == 0
    said = capsys.readouterr()
    assert said.out.startswith("tiny 1.0: 10 games, 3 seats,\n")
    shares = re.findall(
        r"^(\w[\w ]*?) +([0-9.]+) %   [0-9.]+ to [0-9.]+ %$", said.out, re.MULTILINE
    )
    assert len(shares) == 5
    assert sum(float(share) for _, share in shares) == pytest.approx(100, abs=0.5)
    for title in ("Scores and course", "Actions", "Deals", "Promises", "Talk"):
        assert f"\n{title} " in said.out
    assert said.err.startswith("10 games in ")


def test_the_number_of_processes_changes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["simulate", "tiny", "--games", "60", "--bots", "random", "--json"]
    told = set()
    for processes in ("1", "2"):
        assert main([*asked, "--processes", processes]) == 0
        told.add(capsys.readouterr().out)
    assert len(told) == 1
    assert json.decode(told.pop())["games"] == 60


def test_another_seed_gives_other_games(capsys: pytest.CaptureFixture[str]) -> None:
    figures = []
    for seed in ("a", "b"):
        main(["simulate", "tiny", "--games", "20", "--processes", "1", "--seed", seed, "--json"])
        figures.append(json.decode(capsys.readouterr().out)["figures"])
    assert figures[0] != figures[1]


def test_a_module_can_be_switched_for_the_games(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["simulate", "tiny", "--games", "20", "--bots", "random", "--processes", "1", "--json"]
    told = []
    for governance in ("network", "hierarchy"):
        assert main([*asked, "--governance", governance]) == 0
        told.append(capsys.readouterr().out)
    assert told[0] != told[1]


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        (["nix"], "there is no ruleset nix. There are: "),
        (["tiny", "--players", "9"], "tiny cannot be played so: 9 players; there are [2, 3]."),
        (
            ["tiny", "--context", "federal"],
            "tiny cannot be played so: context federal; tiny offers plain.",
        ),
        (["tiny", "--bots", "nix"], "there is no bot 'nix'. There are: random, "),
        (["tiny", "--bots", ","], "there is no bot ''."),
        (["tiny", "--bots", "mixed,random"], "2 bots are named for 3 seats; name one, or 3."),
    ],
)
def test_games_that_cannot_be_are_refused_with_what_can(
    asked: list[str], why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["simulate", *asked]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith(f"joinedup simulate: {why}")


def test_a_broken_ruleset_is_not_played(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["simulate", str(broken)]) == 2
    assert "has faults:\n  ruleset.toml" in capsys.readouterr().err


@pytest.mark.parametrize("count", ["0", "-1", "many", "1e3", "99999999999"])
def test_a_number_out_of_bounds_is_told_with_its_bounds(
    count: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main(["simulate", "tiny", f"--games={count}"])
    assert left.value.code == 2
    assert "a whole number from 1 to 1000000" in capsys.readouterr().err


def test_ctrl_c_stops_the_games_without_a_traceback() -> None:
    asked = [*JOINEDUP, "simulate", "tiny", "--games", "1000000", "--processes", "2"]
    with subprocess.Popen(asked, stderr=subprocess.PIPE, cwd=RULESETS.parent) as running:
        wait_for_children(running.pid)
        running.send_signal(signal.SIGINT)
        _, said = running.communicate(timeout=120)
    assert (running.returncode, said.decode()) == (130, "stopped\n")


def wait_for_children(pid: int) -> None:
    """Wait until the process has begun to spread its work."""
    for _ in range(600):
        if subprocess.run(["pgrep", "-P", str(pid)], capture_output=True, check=False).stdout:
            return
        time.sleep(0.1)
    pytest.fail("no process was started")


def test_a_reader_who_has_enough_is_no_fault() -> None:
    line = " ".join([*JOINEDUP[:2], f"'{JOINEDUP[2]}'", "simulate tiny --games 1 | head -1"])
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", line],
        capture_output=True,
        cwd=RULESETS.parent,
        check=False,
    )
    assert (done.returncode, done.stdout.count(b"\n")) == (0, 1)
    assert b"Traceback" not in done.stderr


def test_words_of_strangers_do_not_steer_the_terminal() -> None:
    assert plain("a\x1b[2Jb\r\u202ec\nd\te") == "a\ufffd[2Jb\ufffd\ufffdc\nd\te"


def test_no_bar_is_drawn_where_nobody_watches(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(progress(range(3), "counting", 3)) == [0, 1, 2]
    assert capsys.readouterr() == ("", "")
