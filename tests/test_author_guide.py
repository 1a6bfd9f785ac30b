"""The author's guide does what it says: its files are written, its commands run, step by step."""

import re
import shlex
from pathlib import Path

import pytest

from server.cli import main
from tests.rulesets import ROOT

GUIDE = ROOT / "docs" / "author-guide.md"
BLOCK = re.compile(r"^```(\w+) ?(\S*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def test_every_step_of_the_guide_holds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    said, asked = "", 0
    for language, name, body in BLOCK.findall(GUIDE.read_text(encoding="utf-8")):
        match language:
            case "toml":
                file = tmp_path / name
                file.parent.mkdir(parents=True, exist_ok=True)
                with file.open("a", encoding="utf-8") as out:
                    out.write(body)
            case "sh":
                for line in body.splitlines():
                    program, *arguments = shlex.split(line)
                    assert program == "joinedup"
                    main(arguments)
                    asked += 1
                captured = capfd.readouterr()
                said = captured.out + captured.err
            case "text":
                for line in body.splitlines():
                    assert line in said
            case _:
                raise AssertionError(language)
    assert asked >= 5
    assert (tmp_path / "report.html").stat().st_size > 0
