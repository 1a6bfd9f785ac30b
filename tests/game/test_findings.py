"""The claims: each has its file, its source and its prompts, and can be played as it stands."""

from typing import Final

import pytest
from msgspec.structs import replace

from game.findings import CLAIMS, debrief_prompts
from game.laboratory.arms import lineup_of, rules_of
from game.laboratory.checks import Contrast, Less, Verdict
from game.laboratory.claim import Claim
from game.laboratory.measures import MEASURES
from game.opening import Setup
from game.simulate.play import play_game
from game.vocabulary import Phase
from tests.rulesets import RULESETS, load

OPEN: Final = (
    "C01 C02 C03 C06 C08 C10 C11 C12 C13 C16 C20 C21 C22 C23 C26 C27 C30".split()  # noqa: SIM905  as in the list of the research
)
CODED: Final = "C04 C05 C15 C17 C28 C29".split()  # noqa: SIM905  the same


def test_every_claim_of_the_list_has_its_file() -> None:
    assert sorted(CLAIMS) == sorted([*OPEN, *CODED])
    assert sorted(one for one, claim in CLAIMS.items() if claim.is_coded) == CODED
    assert all(one == claim.id for one, claim in CLAIMS.items())


def test_every_coded_claim_says_what_is_coded_and_can_be_switched_off() -> None:
    for claim in CLAIMS.values():
        assert bool(claim.off) is claim.is_coded
        assert claim.coded or not claim.is_coded


def test_every_claim_has_a_moment_and_a_question_for_the_debrief() -> None:
    prompts = debrief_prompts()
    assert [one.claim for one in prompts] == list(CLAIMS)
    assert all(one.look_for and one.ask.endswith("?") and one.paper for one in prompts)


def test_the_page_tells_a_verdict_of_every_claim_with_its_prompts() -> None:
    page = (RULESETS.parent / "docs" / "findings.md").read_text(encoding="utf-8")
    for claim in CLAIMS.values():
        (row,) = (line for line in page.splitlines() if line.startswith(f"| [{claim.id}]"))
        assert any(f"**{verdict}**" in row for verdict in Verdict)
        assert claim.fails_if in page
        assert claim.look_for in page
        assert claim.ask in page


@pytest.mark.parametrize("claim", CLAIMS.values(), ids=list(CLAIMS))
def test_checks_name_arms_and_measures_that_are_there(claim: Claim) -> None:
    for arms in (claim.arms, claim.halved, claim.off):
        names = {one.name for one in arms}
        assert len(names) == len(arms)
        for check in claim.checks if arms else ():
            parts = (check.larger, check.smaller) if isinstance(check, Less) else (check,)
            for one in parts:
                if isinstance(one, Contrast):
                    assert set(one.weights) <= names
                    assert one.measure in MEASURES


@pytest.mark.parametrize("claim", CLAIMS.values(), ids=list(CLAIMS))
def test_the_arms_of_a_claim_differ_in_set_up_and_behaviour_alone(claim: Claim) -> None:
    for arm in (*claim.arms, *claim.halved, *claim.off):
        plain = load(RULESETS / arm.ruleset)
        rules = rules_of(arm, plain)
        assert (rules.events, rules.year_one, rules.agenda) == (
            plain.events,
            plain.year_one,
            plain.agenda,
        )
        assert (rules.dependencies, rules.seating) == (plain.dependencies, plain.seating)


@pytest.mark.slow
@pytest.mark.parametrize("claim", CLAIMS.values(), ids=list(CLAIMS))
def test_an_arm_of_every_claim_can_be_played(claim: Claim) -> None:
    arm = replace(claim.arms[-1], name="x")
    rules = rules_of(arm, load(RULESETS / arm.ruleset))
    played = play_game(rules, Setup("arm", bots="x"), lineup=lineup_of(arm, "house"))
    assert played.table.phase is Phase.ENDED
