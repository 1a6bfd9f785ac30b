"""`python -m tests.bench [S5 S6 ...]`: measure all of it, or these, beside baselines."""

import os
import platform
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from tests.bench import curves, debriefs, engine, page, wire, workers

PARTS: Final[dict[str, Callable[[], list[str]]]] = {
    "S1": wire.speed,
    "S3": wire.memory,
    "S5": engine.s5,
    "S6": engine.s6,
    "S7": curves.s7,
    "S8": debriefs.s8,
    "S10": page.s10,
    "S11": workers.s11,
}
"""S2 is measured together with S1."""


def machine() -> str:
    """What it runs on."""
    facts = Path("/proc/cpuinfo")
    lines = facts.read_text(encoding="utf-8").splitlines() if facts.exists() else []
    names = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    name = names[0] if names else platform.processor() or "unknown processor"
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else float("nan")
    return f"{name}, {os.cpu_count()} cores, load {load:.1f}, Python {platform.python_version()}"


def main(asked: list[str]) -> int:
    """Print the figures of the parts that were asked for; none: all."""
    unknown = [one for one in asked if one.upper() not in PARTS]
    if unknown:
        print(f"nothing is called {unknown[0]}; there are {', '.join(PARTS)}", file=sys.stderr)
        return 2
    print(machine())
    for name in PARTS:
        if not asked or name in {one.upper() for one in asked}:
            for line in PARTS[name]():
                print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
