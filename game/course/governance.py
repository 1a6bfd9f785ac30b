"""Which mix of horizontal and vertical means is in force (RULES section 6)."""

from typing import assert_never

from game.draft import Draft
from game.events.tracks import DirectivesMoved, GovernanceAdopted
from game.model.params import Params
from game.vocabulary import Governance


def settle_governance(draft: Draft) -> None:
    """What more than half of the seats back is adopted; else hybrid."""
    backed = [seat.governance for seat in draft.table.seats]
    for governance in Governance:
        if 2 * backed.count(governance) > len(backed):
            adopt_governance(draft, governance, by_default=False)
            return
    adopt_governance(draft, Governance.HYBRID, by_default=True)


def adopt_governance(draft: Draft, governance: Governance, *, by_default: bool) -> None:
    """This governance is in force, with the directives that it gives."""
    draft.emit(GovernanceAdopted(governance, by_default))
    set_directives(draft, first_directives(draft.table.params, governance))


def first_directives(params: Params, governance: Governance | None) -> int:
    """The sponsor's directives when this governance comes into force; before one is: none."""
    match governance:
        case Governance.NETWORK | None:
            return 0
        case Governance.HYBRID:
            return params.hybrid_directives
        case Governance.HIERARCHY:
            return params.hierarchy_directives
        case _:
            assert_never(governance)


def refill_directives(draft: Draft) -> None:
    """Hierarchy gives its directives anew each round."""
    if draft.table.governance is Governance.HIERARCHY:
        set_directives(draft, draft.table.params.hierarchy_directives)


def set_directives(draft: Draft, to: int) -> None:
    """The sponsor has so many directives now."""
    by = to - draft.table.directives
    if by:
        draft.emit(DirectivesMoved(by, to))
