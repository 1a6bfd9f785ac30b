"""What authors are told about the format is complete and true."""

import json
import re
import tomllib

import pytest
from msgspec import inspect

from game.cues import CUES
from game.effects import EFFECTS
from game.goals import AnyPredicate
from game.model.params import Params
from game.parse.bounds import BOUNDS, NARROWED, PARAM_BOUNDS
from game.parse.faults import Place
from game.parse.meanings import (
    CONDITIONS,
    CUE_FIELDS,
    EFFECT_FIELDS,
    NUMBERS,
    PARTS,
    PREDICATE_FIELDS,
)
from game.parse.page import format_page
from game.parse.schema import schema, schema_text
from game.parse.texts import limit
from game.parse.walk import walk
from game.ruleset import Card
from game.script import LineSpec
from tests.rulesets import RULESETS

ALL_MEANINGS = PARTS | CONDITIONS | EFFECT_FIELDS | PREDICATE_FIELDS | NUMBERS | CUE_FIELDS


def fields(kind: type) -> set[str]:
    info = inspect.type_info(kind)
    assert isinstance(info, inspect.StructType)
    return {one.encode_name for one in info.fields}


@pytest.mark.parametrize("kind", ALL_MEANINGS, ids=lambda kind: kind.__name__)
def test_every_field_of_a_ruleset_is_explained(kind: type) -> None:
    shared = {"if"} if kind in EFFECT_FIELDS else set()
    assert ALL_MEANINGS[kind].keys() == fields(kind) - {"texts"} - shared


def test_every_effect_and_predicate_is_explained() -> None:
    assert tuple(EFFECT_FIELDS) == EFFECTS
    assert tuple(PREDICATE_FIELDS) == AnyPredicate.__args__
    assert tuple(CUE_FIELDS) == CUES


def test_every_number_of_the_rules_has_its_ends() -> None:
    assert PARAM_BOUNDS.keys() == fields(Params) - {"agenda_rounds", "architecture"}


def test_every_bound_and_narrowed_list_meets_a_field() -> None:
    for kind, name in (*BOUNDS, *NARROWED):
        assert hasattr(kind, name)


def test_the_defaults_of_the_rules_lie_within_their_ends() -> None:
    params = Params()
    for name, (low, high) in PARAM_BOUNDS.items():
        assert low <= getattr(params, name) <= high


def test_the_example_card_of_the_page_is_sound_and_so_are_its_words() -> None:
    blocks = re.findall(r"```toml\n(.*?)```", format_page(), re.DOTALL)
    cards, words, script, asking, labels = blocks
    (card,) = tomllib.loads(cards)["events"]
    assert list(walk(inspect.type_info(Card), card, Place("page"))) == []
    texts = tomllib.loads(words)["cards"]["court"]
    assert texts.keys() == {"headline", "story", "question", "options", "source"}
    assert texts["options"].keys() == {one["id"] for one in card["choice"]["options"]}
    (line,) = tomllib.loads(script)["script"]
    assert list(walk(inspect.type_info(LineSpec), line, Place("page"))) == []
    (line,) = tomllib.loads(asking)["script"]
    assert list(walk(inspect.type_info(LineSpec), line, Place("page"))) == []
    texts = tomllib.loads(labels)["script"][str(line["number"])]
    assert texts["options"].keys() == {one["id"] for one in line["choice"]["options"]}


def test_the_page_tells_the_limits_that_are_checked() -> None:
    table = format_page().partition("## Words")[2]
    for keys, most in re.findall(r"^\| (.*?) \| (\d+) \|", table, re.MULTILINE):
        whole = [key for key in re.findall(r"`([^`]+)`", keys) if not key.startswith(".")]
        for key in whole:
            assert limit(key.replace("<id>", "x")) == int(most), key


def test_the_page_and_the_schema_in_the_checkout_are_up_to_date() -> None:
    assert (RULESETS / "README.md").read_text(encoding="utf-8") == format_page()
    assert (RULESETS / "schema.json").read_text(encoding="utf-8") == schema_text()


def test_every_reference_in_the_schema_leads_somewhere() -> None:
    parts = schema()["$defs"]
    assert isinstance(parts, dict)
    refs = set(re.findall(r'"#/\$defs/([^"]+)"', json.dumps(schema())))
    assert refs <= parts.keys()
    assert parts["Params"]["properties"]["real_share"]["maximum"] == 1
    assert parts["Agency"]["properties"]["holding"]["enum"] == ["budget", "autonomy", "routines"]
    assert "texts" not in parts["ruleset.toml"]["properties"]
    assert parts["cards.toml"]["required"] == ["events", "year_one"]
