"""What pages are made of, read from its source: nothing lies there that no page uses.

A word is said where its key stands, whole or with places such as `seat.${state}`; a class is worn
where a template or a part names it; what a module exports, another one imports.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from server.templating import STATIC, TEMPLATES

SERVER: Final = TEMPLATES.parent
ROOT: Final = STATIC.parent
LONGEST_FILE: Final = 340  # lines, as in tests/test_architecture.py
PLACE: Final = r"\$\{[^{}`]*\}"
KEY: Final = re.compile(r'^\s*"([a-z_]+(?:\.[\w\-.]+)*)":\s*["\[`]', re.MULTILINE)
QUOTED: Final = re.compile(r"[\"'`]([\w.\-]+)[\"'`]")
FILLED: Final = re.compile(rf"`((?:[\w.\-]|{PLACE})*\.(?:[\w.\-]|{PLACE})*)`")
EXPORT: Final = re.compile(r"^export (?:async )?(?:function|const|class) (\w+)", re.MULTILINE)
TRIED: Final = re.compile(r"const \{([^}]*)\} = await import")
"""What a test takes from a module in a browser."""
WORN: Final = re.compile(
    r"(?:\bclass=|\blook=|classList\.\w+\()(?:\"([^\"]*)\"|\$\{((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\})"
)
WORDS: Final = re.compile(r'^\s*"?[a-z_][\w.\-]*"?\s*[:=]\s*"([^"\n]*)"', re.MULTILINE)
CLASS: Final = re.compile(r"\.([a-z][\w-]*)")


def scripts() -> Mapping[Path, str]:
    return {
        path: path.read_text(encoding="utf-8") for path in sorted((STATIC / "js").rglob("*.js"))
    }


def styles() -> list[Path]:
    return sorted((STATIC / "css").glob("*.css"))


def unsaid(code: Mapping[Path, str]) -> set[str]:
    """The keys of words that no part says."""
    rest = "\n".join(KEY.sub("", text) for text in code.values())
    whole = set(QUOTED.findall(rest))
    forms = [re.split(PLACE, form) for form in FILLED.findall(rest)]
    patterns = [re.compile(".+".join(map(re.escape, form))) for form in forms if len(form) > 1]

    def is_said(key: str) -> bool:
        # The practice round has words of its own under the same key (words.js).
        key = key.removesuffix("_practice")
        return key in whole or any(one.fullmatch(key) for one in patterns)

    keys = {key for text in code.values() for key in KEY.findall(text) if "." in key}
    return {key for key in keys if not is_said(key)}


def worn() -> tuple[set[str], set[str]]:
    """The classes that pages name, and beginnings of those that they put together."""
    sources = [*scripts().values()]
    for folder, kind in ((TEMPLATES, "*.html"), (STATIC, "*.html"), (SERVER, "*.py")):
        sources += [path.read_text(encoding="utf-8") for path in folder.rglob(kind)]
    named = [whole or built for text in sources for whole, built in WORN.findall(text)]
    words = {word for one in named for word in re.findall(r"[a-z][\w-]*", one)}
    begun = {word for one in named for word in re.findall(r"([a-z][\w-]*-)(?:\$\{|\{\{)", one)}
    return words, begun


def styled() -> Iterator[tuple[str, str]]:
    """Every style file with each class that it has rules for."""
    for path in styles():
        code = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        for name in set(CLASS.findall(re.sub(r"\{[^{}]*\}", "{}", code))):
            yield path.name, name


def test_every_word_is_said() -> None:
    assert unsaid(scripts()) == set()


def test_a_word_that_nobody_says_is_found() -> None:
    words = 'bring({\n  "a.b": "Said",\n  "a.c_d": "Said, too",\n  "a.e": "Never",\n});\n'
    code = {Path("a.js"): words + 'say("a.b");\nsay(`a.c_${kind}`);\n'}
    assert unsaid(code) == {"a.e"}


def test_every_class_is_worn() -> None:
    words, begun = worn()
    unworn = {
        (file, name)
        for file, name in styled()
        if name not in words and not name.startswith(tuple(begun))
    }
    assert unworn == set()


def tried() -> set[str]:
    tests = (path.read_text(encoding="utf-8") for path in Path(__file__).parent.rglob("*.py"))
    return {
        name.strip() for text in tests for found in TRIED.findall(text) for name in found.split(",")
    }


def test_every_export_is_imported() -> None:
    code, names = scripts(), tried()
    alone = {
        f"{path.name}: {name}"
        for path, text in code.items()
        for name in set(EXPORT.findall(text)) - names
        if not any(re.search(rf"\b{name}\b", other) for at, other in code.items() if at != path)
    }
    assert alone == set()


def test_every_property_is_used() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in styles())
    sources = [code, *scripts().values()]
    used = {name for text in sources for name in re.findall(r"var\((--[\w-]+)", text)}
    assert set(re.findall(r"(--[\w-]+)\s*:", code)) - used == set()


def test_a_file_holds_one_idea() -> None:
    code = (*scripts().items(), *((path, path.read_text(encoding="utf-8")) for path in styles()))
    assert {path.name for path, text in code if len(text.splitlines()) > LONGEST_FILE} == set()


def hyphens(words: str) -> list[str]:
    """The words in which a hyphen stands for less."""
    return [one for one in WORDS.findall(words) if re.search(r"(?<![\w./-])-(?:\d|\{)", one)]


def test_less_is_written_with_a_minus_and_not_with_a_hyphen() -> None:
    assert hyphens('fell = "{track} -{steps}"\n  "a.b": "support -1.",\n') == [
        "{track} -{steps}",
        "support -1.",
    ]
    for path in [*(ROOT / "rulesets").rglob("en.toml"), *scripts()]:
        assert (path.name, hyphens(path.read_text(encoding="utf-8"))) == (path.name, [])


def test_every_picture_of_the_documents_is_shown_and_every_one_shown_is_there() -> None:
    pages = [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]
    text = "\n".join(path.read_text(encoding="utf-8") for path in pages)
    shown = set(re.findall(r"pictures/([\w-]+\.png)", text))
    assert shown == {path.name for path in (ROOT / "docs" / "pictures").iterdir()}
