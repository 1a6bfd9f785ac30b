"""Rulesets on disk: read once at the start, and those that are broken told with their faults.

A folder with a `ruleset.toml` is a ruleset; `words/` beside it holds the game's own words. A
running game keeps the version that it began under, which the tables keep by its digest.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from msgspec import ValidationError, json

from game.parse import parse
from game.parse.faults import Faulty
from game.ruleset import Ruleset

OWN_FOLDER: Final = Path(__file__).parent.parent / "rulesets"
LANGUAGE: Final = "en"
LARGEST: Final = 1_000_000  # bytes of one file


@dataclass(frozen=True, slots=True)
class Broken:
    """A folder whose ruleset cannot be played, with a sentence for each fault."""

    folder: str
    faults: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    """The rulesets of this server, by id, and the broken ones."""

    good: dict[str, Ruleset]
    broken: tuple[Broken, ...]


def load(folders: Iterable[Path]) -> Shelf:
    """Read every ruleset of these folders; of two with one id the first counts."""
    good: dict[str, Ruleset] = {}
    broken: list[Broken] = []
    for folder in _ruleset_folders(folders):
        try:
            rules = parse(_files(folder))
        except Faulty as faulty:
            broken.append(Broken(folder.name, tuple(str(fault) for fault in faulty.faults)))
        except (OSError, UnicodeDecodeError) as fault:
            broken.append(Broken(folder.name, (f"A file cannot be read: {_why(fault)}.",)))
        else:
            if rules.id in good:
                twice = (
                    f"There is a ruleset with the id {rules.id!r} already; this one is left out."
                )
                broken.append(Broken(folder.name, (twice,)))
            good.setdefault(rules.id, rules)
    return Shelf(good, tuple(broken))


def _ruleset_folders(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        if (folder / "ruleset.toml").is_file():
            yield folder
        yield from sorted(one.parent for one in folder.glob("*/ruleset.toml"))


def _files(folder: Path) -> dict[str, str]:
    """The texts of a ruleset by their names, the game's words among them."""
    words = folder.parent / "words"
    found = {
        str(path.relative_to(folder)): path
        for path in (*folder.glob("*.toml"), *folder.glob("texts/*.toml"))
    }
    shared = words if words.is_dir() else OWN_FOLDER / "words"
    found |= {f"words/{path.name}": path for path in shared.glob("*.toml")}
    return {name: _text(path) for name, path in sorted(found.items())}


def _text(path: Path) -> str:
    if path.stat().st_size > LARGEST:
        message = f"{path.name} is larger than {LARGEST} bytes"
        raise OSError(message)
    return path.read_text(encoding="utf-8")


def _why(fault: OSError | UnicodeDecodeError) -> str:
    if isinstance(fault, UnicodeDecodeError):
        return "it is not UTF-8"
    return fault.strerror or str(fault)


def text_of(rules: Ruleset, key: str) -> str:
    """The words of a key in the server's language; the key itself where there are none."""
    return rules.texts.get(LANGUAGE, {}).get(key, key)


def encode(rules: Ruleset) -> bytes:
    """A ruleset as it is kept and exported, its words included."""
    return json.encode(rules)


def decode(body: bytes) -> Ruleset | None:
    """The ruleset that was encoded; None: this is none that this version can read."""
    try:
        return json.decode(body, type=Ruleset)
    except ValidationError:
        return None
