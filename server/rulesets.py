"""Rulesets on disk: read once at the start, and those that are broken told with their faults.

A folder with a `ruleset.toml` is a ruleset; `words/` beside it holds the game's own words. A
running game keeps the version that it began under, which the tables keep by its digest.
"""

from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from msgspec import ValidationError, json, structs

from game.parse import parse
from game.parse.faults import LONGEST_VALUE, Fault, Faulty
from game.parse.where import line_of
from game.ruleset import Ruleset

OWN_FOLDER: Final = Path(__file__).parent.parent / "rulesets"
LANGUAGE: Final = "en"
LARGEST: Final = 1_000_000  # bytes of one file
SAVE_AS: Final = "save it again with the encoding UTF-8"
ENDINGS: Final = frozenset({".txt"})
NEEDED: Final = "is missing: pages read this file; other languages stand beside it"
MARKS: Final = ("ruleset.toml", "ruleset.toml.txt")
"""A folder with either is looked at; the second is what Windows makes of the first."""
HIDDEN_ENDING: Final = "is not read: its name must end in .toml (your system may hide the ending)"


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
        files, unread = _files(folder)
        try:
            rules = parse(files)
        except Faulty as faulty:
            told = (_told(one, files) for one in faulty.faults)
            broken.append(Broken(folder.name, (*unread, *told)))
        else:
            if LANGUAGE not in rules.texts:
                unread = (*unread, f"texts/{LANGUAGE}.toml: {NEEDED}")
            if unread:
                broken.append(Broken(folder.name, unread))
                continue
            if rules.id in good:
                twice = (
                    f"There is a ruleset with the id {rules.id!r} already; this one is left out."
                )
                broken.append(Broken(folder.name, (twice,)))
            good.setdefault(rules.id, rules)
    return Shelf(good, tuple(broken))


def _ruleset_folders(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        if any((folder / name).is_file() for name in MARKS):
            yield folder
        yield from sorted({one.parent for name in MARKS for one in folder.glob(f"*/{name}")})


def _files(folder: Path) -> tuple[dict[str, str], tuple[str, ...]]:
    """The texts of a ruleset by their names, the game's words among them; what cannot be read."""
    words = folder.parent / "words"
    found = {
        path.relative_to(folder).as_posix(): path
        for path in (*folder.glob("*.toml"), *folder.glob("texts/*.toml"))
    }
    shared = words if words.is_dir() else OWN_FOLDER / "words"
    found |= {f"words/{path.name}": path for path in shared.glob("*.toml")}
    texts: dict[str, str] = {}
    unread = [f"{name}: {HIDDEN_ENDING}" for name in misnamed(folder)]
    for name, path in sorted(found.items()):
        texts[name], why = _text(path)
        unread += [f"{name}: {why}"] if why else []
    return texts, tuple(unread)


def misnamed(folder: Path) -> list[str]:
    """Files whose ending hides that they are meant to be read, as `ruleset.toml.txt`."""
    found = (*folder.glob("*.toml.*"), *folder.glob("texts/*.toml.*"))
    return sorted(one.relative_to(folder).as_posix() for one in found if one.suffix in ENDINGS)


def _text(path: Path) -> tuple[str, str]:
    """What a file holds, as far as it can be read; what is wrong with that, or nothing."""
    try:
        if path.stat().st_size > LARGEST:
            return "", f"is larger than {LARGEST} bytes"
        body = path.read_bytes()
    except OSError as fault:
        return "", f"cannot be read: {fault.strerror}"
    if body.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return body.decode("utf-16", errors="replace"), f"is UTF-16; {SAVE_AS}"
    try:
        return body.decode("utf-8-sig"), ""
    except UnicodeDecodeError as fault:
        line = body[: fault.start].count(b"\n")
        # Most likely an editor of Windows wrote it; the rest of the file is looked at all the same.
        meant = body.decode("cp1252", errors="replace")
        there = meant.split("\n")[line].strip()[:LONGEST_VALUE]
        return meant, f"line {line + 1}: {there!r} is not UTF-8; {SAVE_AS}"


def _told(fault: Fault, files: Mapping[str, str]) -> str:
    """A fault with the line on which its author will find it."""
    line = line_of(files.get(fault.file, ""), fault.path)
    return str(structs.replace(fault, path=f"line {line}: {fault.path}") if line else fault)


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
