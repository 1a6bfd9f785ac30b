"""Entries are chained; every edit, cut, swap or insertion shows; `verify` decides them again."""

from collections.abc import Callable

import pytest
from msgspec import ValidationError
from msgspec.structs import replace

from game.acting import ActFor
from game.controls.course import NextPhase, Start
from game.controls.room import Speak
from game.events.course import PhaseBegan
from game.fold import fold
from game.log import Entry, decode, encode, first_break, sealed, text_id, without_words
from game.opening import Setup
from game.talk.messages import Say
from game.talk.pace import Done
from game.talk.tokens import PlaceToken
from game.verify import verify
from game.vocabulary import FACILITATOR, PersonId, Phase, Reason
from tests.given import ARCHIVE, COUNCIL, tiny
from tests.playing import Game

Log = list[Entry]


@pytest.fixture
def log() -> Log:
    game = Game(tiny(), Setup("s", bots="random"))
    game.do(FACILITATOR, Start())
    game.chance()
    game.do(FACILITATOR, NextPhase())
    game.do(COUNCIL, PlaceToken(ARCHIVE))
    return game.entries


def resealed(entries: Log) -> Log:
    """The same entries with a chain that fits them: what only somebody without a head could do."""
    before, found = "0" * 64, []
    for entry in entries:
        found.append(sealed(entry, before))
        before = found[-1].hash
    return found


def test_an_entry_is_one_line_and_reads_back_the_same(log: Log) -> None:
    for entry in log:
        assert b"\n" not in encode(entry)
        assert decode(encode(entry)) == entry
    with pytest.raises(ValidationError):
        decode('{"version": 1}')


def test_a_whole_log_is_sound_and_folds_without_its_ruleset(log: Log) -> None:
    verdict = verify(log, tiny(), log[-1].hash)
    assert verdict.sound
    assert (verdict.entries, verdict.broken_at, verdict.drift) == (len(log), None, None)
    assert fold(log).phase is Phase.TALK


@pytest.mark.parametrize(
    ("tamper", "broken_at"),
    [
        (lambda log: [*log[:2], replace(log[2], at_ms=1), *log[3:]], 3),
        (lambda log: [*log[:2], replace(log[2], salt="0" * 32), *log[3:]], 3),
        (lambda log: [*log[:2], *log[3:]], 3),
        (lambda log: [log[1], log[0], *log[2:]], 1),
        (lambda log: [*log[:2], log[1], *log[2:]], 3),
        (lambda log: log[:-1], 6),
        (lambda log: resealed([*log[:-1], replace(log[-1], id="other")]), 7),
    ],
    ids=["edit", "salt", "cut", "swap", "insertion", "cut at the end", "forged chain"],
)
def test_every_change_is_found_against_the_head(
    log: Log, tamper: Callable[[Log], Log], broken_at: int
) -> None:
    assert len(log) == 6
    changed = tamper(log)
    assert first_break(changed, log[-1].hash) == broken_at
    assert verify(changed, tiny(), log[-1].hash).broken_at == broken_at


def test_the_first_entry_that_drifts_is_named_with_both_readings(log: Log) -> None:
    forged = resealed([*log[:4], replace(log[4], events=(PhaseBegan(Phase.PLAN, 1, 60),)), log[5]])
    drift = verify(forged, tiny()).drift
    assert drift is not None
    assert (drift.version, drift.place, drift.refused) == (5, 0, None)
    assert drift.decided == (PhaseBegan(Phase.TALK, 1, 120),)
    longer = resealed(
        [*log[:4], replace(log[4], events=(*log[4].events, log[4].events[0])), log[5]]
    )
    more = verify(longer, tiny()).drift
    assert more is not None
    assert more.place == 1


def test_a_command_that_is_refused_today_drifts(log: Log) -> None:
    forged = resealed([*log[:4], replace(log[4], command=Start()), log[5]])
    drift = verify(forged, tiny()).drift
    assert drift is not None
    assert drift.refused is not None
    assert (drift.version, drift.refused.reason) == (5, Reason.WRONG_PHASE)


def test_a_log_of_another_ruleset_is_told_from_one_that_drifts(log: Log) -> None:
    other = replace(tiny(), licence="another")
    verdict = verify(log, other)
    assert not verdict.sound
    assert (verdict.same_ruleset, verdict.drift) == (False, None)


def test_words_are_kept_apart_under_a_salted_hash() -> None:
    command, (wording,) = without_words(Speak("hello"), "ab")
    assert command == Speak(text_id("hello", "ab"))
    assert (wording.words, wording.id) == ("hello", text_id("hello", "ab"))
    assert text_id("hello", "cd") != wording.id
    assert without_words(Done(), "ab") == (Done(), ())


def test_words_said_for_a_seat_and_the_reason_for_it_are_both_kept_apart() -> None:
    acted = ActFor(COUNCIL, Say("hello"), "its phone is broken")
    command, wordings = without_words(acted, "ab")
    assert {one.words for one in wordings} == {"hello", "its phone is broken"}
    hello, why = text_id("hello", "ab"), text_id("its phone is broken", "ab")
    assert command == ActFor(COUNCIL, Say(hello), why)
    same = without_words(ActFor(COUNCIL, Say("why"), "why"), "ab")
    assert [one.words for one in same[1]] == ["why"]
    assert len(without_words(ActFor(COUNCIL, Done(), "why"), "ab")[1]) == 1


def test_a_log_from_before_facilitators_were_told_apart_reads_as_it_did(
    log: Log,
) -> None:
    assert b'"who"' not in encode(log[1])
    assert decode(encode(log[1])) == log[1]
    told = sealed(replace(log[1], who=PersonId("ana")), log[0].hash)
    assert decode(encode(told)).who == "ana"
    assert told.hash != log[1].hash
