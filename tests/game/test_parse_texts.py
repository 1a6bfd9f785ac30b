"""The words of a ruleset: complete in each language, none too many, none too long for a phone."""

import pytest

from game.parse import parse
from game.parse.texts import UNTRANSLATED, limit
from tests.rulesets import TINY, changed, faults, files_of

TEXTS, WORDS = "texts/en.toml", "words/en.toml"


def test_a_ruleset_without_a_language_is_faulty() -> None:
    files = files_of(TINY)
    del files[TEXTS]
    assert faults(files) == ["texts/en.toml: is missing; a ruleset needs one language"]


def test_a_language_needs_the_words_of_the_game_too() -> None:
    files = files_of(TINY)
    files["texts/de.toml"] = files[TEXTS]
    assert faults(files) == [f"words/de.toml: {UNTRANSLATED}"]
    files["words/de.toml"] = files[WORDS]
    assert parse(files).texts.keys() == {"de", "en"}


def test_a_file_that_belongs_to_no_ruleset_is_named() -> None:
    files = files_of(TINY) | {"texts/english.toml": "", "notes.toml": ""}
    assert faults(files) == [
        (
            "notes.toml: is no file of a ruleset; "
            "allowed: ruleset.toml, cards.toml, evaluation.toml, script.toml, texts/en.toml"
        ),
        (
            "texts/english.toml: is no file of a ruleset; "
            "allowed: ruleset.toml, cards.toml, evaluation.toml, script.toml, texts/en.toml"
        ),
    ]


def test_words_that_are_no_toml_say_where() -> None:
    assert faults(changed(TEXTS, "[ruleset]", "[ruleset")) == [
        (
            "texts/en.toml: line 3: '[ruleset' begins a part whose name is not closed; "
            "as [this], or [[this]] in a list"
        )
    ]


def test_every_missing_word_is_listed() -> None:
    files = changed(TEXTS, 'name = "Names"\n', "")
    files[WORDS] = files[WORDS].replace('same_twice = "', '# "')
    assert faults(files) == [
        "words/en.toml: reasons.same_twice: is missing",
        "texts/en.toml: dependencies.council_library_names.name: is missing",
    ]


def test_a_word_that_nothing_asks_for_is_a_fault() -> None:
    assert faults(changed(TEXTS, 'service = "', 'servise = "x"\nservice = "')) == [
        "texts/en.toml: ruleset.servise: is not a text here; did you mean 'ruleset.service'?"
    ]


def test_a_word_that_is_like_no_other_is_a_fault_too() -> None:
    assert faults(changed(TEXTS, "[ruleset]", 'xyzzy = "x"\n[ruleset]')) == [
        "texts/en.toml: xyzzy: is not a text here: nothing is called 'xyzzy'"
    ]


def test_a_word_that_is_no_text_is_a_fault() -> None:
    assert faults(changed(TEXTS, 'name = "Names"', "name = 3")) == [
        "texts/en.toml: dependencies.council_library_names.name: 3 is not a text in quotes"
    ]


def test_words_of_a_card_with_a_fault_are_left_alone() -> None:
    files = changed("cards.toml", 'kind = "legal"', 'kind = "law"')
    assert faults(files) == [
        (
            "cards.toml: events[0].kind: 'law' is not one of "
            "legal, political, incident, citizen, budget, technology"
        )
    ]


def test_the_real_case_behind_a_card_may_be_told() -> None:
    files = changed(TEXTS, "[cards.ruling]\n", '[cards.ruling]\nsource = "After a real case."\n')
    assert parse(files).texts["en"]["cards.ruling.source"] == "After a real case."


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('""', "is empty"),
        ('"  "', "is empty"),
        ('" Names"', "' Names' begins or ends with a blank"),
        ('"Na\\u0000mes"', "'Na\\x00mes' has signs that cannot be shown, or more than one line"),
        ('"Na\\nmes"', "'Na\\nmes' has signs that cannot be shown, or more than one line"),
        (f'"{"N" * 41}"', f"'{'N' * 41}' has 41 characters; 40 fit on a phone"),
        ('"{seat} names"', "has {seat}, which nothing fills"),
    ],
)
def test_a_text_that_cannot_be_shown_is_a_fault(text: str, words: str) -> None:
    place = "texts/en.toml: dependencies.council_library_names.name: "
    assert faults(changed(TEXTS, 'name = "Names"', f"name = {text}")) == [place + words]


def test_a_text_that_loses_its_place_is_a_fault() -> None:
    assert faults(changed(WORDS, 'track = "{track} {by}"', 'track = "{track}"')) == [
        "words/en.toml: effects.track: lacks {by}, which is filled when it is shown"
    ]


@pytest.mark.parametrize(
    ("key", "characters"),
    [
        ("cards.bara.headline", 60),
        ("agenda.queue.headline", 60),
        ("cards.bara.story", 280),
        ("seats.tax.brief", 700),
        ("seats.tax.goal", 140),
        ("seats.tax.core_value", 140),
        ("seats.tax.short", 14),
        ("concerns.broker.text", 140),
        ("cards.bara.question", 140),
        ("cards.bara.options.stop", 60),
        ("terms.support.text", 160),
        ("reasons.paused", 160),
        ("dependencies.a.data", 160),
    ],
)
def test_a_text_has_the_length_of_its_place_on_a_phone(key: str, characters: int) -> None:
    assert limit(key) == characters
