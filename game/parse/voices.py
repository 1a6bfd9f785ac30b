"""Which words bots need: what each is called, why it did something, and what it says aloud."""

from typing import Final

HOUSE: Final = (
    "public_spirited", "mixed", "self_serving", "content_minded", "turf_minded",
    "anticipating", "shortsighted", "trusting", "wary", "eager", "reliable", "fickle",
)  # fmt: skip
BOTS: Final = ("random", *HOUSE, *(f"ahead_{name}" for name in HOUSE))
"""As on the roster."""

WHY: Final = (
    "at_random", "shares_knowledge", "builds_trust", "was_let_down", "seeks_partner",
    "seeks_ally", "asks_more", "deal_pays", "deal_costs", "hands_full", "best_option",
    "cheaper_together", "fits_its_logic", "ready_to_launch", "not_ready", "speaks_up",
    "nothing_left", "plans_best", "looks_ahead",
)  # fmt: skip
"""Reasons that a bot gives for a command, one sentence each."""

SAYS: Final[dict[str, frozenset[str]]] = {
    "content": frozenset({"dependency"}),
    "jurisdiction": frozenset(),
    "cost": frozenset(),
}
"""What a bot says aloud, by topic, and the places of each."""
