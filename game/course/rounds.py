"""Briefing, Talk, and from one round to the next (RULES section 2)."""

from game.course.cards import next_card, take_choice
from game.course.governance import refill_directives, settle_governance
from game.course.launch import begin_vote, is_last_round, vote_is_due
from game.course.promises import expire_offers, lapse_votes
from game.course.scores import end_game
from game.course.year_one import begin_year_one
from game.draft import Draft
from game.events.course import DueFell, PhaseBegan, RoundClosed
from game.events.tracks import DeadlinePassed
from game.moves import move_holding, move_track, next_agenda
from game.ruleset import Ruleset
from game.vocabulary import Due, Holding, Phase, Reason, Track


def begin_round(draft: Draft, number: int) -> None:
    """Briefing, up to the first card that chance draws (round 0 is the practice round)."""
    params = draft.table.params
    draft.emit(PhaseBegan(Phase.BRIEFING, number, params.briefing_s))
    refill_directives(draft)
    income(draft)
    if number in params.agenda_rounds:
        next_agenda(draft)
    draw_or_go_on(draft)


def draw_or_go_on(draft: Draft) -> None:
    """Chance draws the next card of this Briefing, up to their number; then what follows them."""
    table = draft.table
    if table.drawn < table.params.cards_a_round and next_card(table) is not None:
        draft.emit(DueFell(Due.CARD))
    else:
        after_cards(draft)


def income(draft: Draft) -> None:
    """Budget +1 if support >= 3, +1 more if support >= 7."""
    params, support = draft.table.params, draft.table.support
    by = (support >= params.income_support) + (support >= params.income_more_support)
    for seat in draft.table.seats:
        move_holding(draft, seat.id, Holding.BUDGET, by)


def after_cards(draft: Draft) -> None:
    """What follows the cards in Briefing: deadlines, the check of the frame, the headline."""
    table = draft.table
    for number in [one for one in table.deadlines if one <= table.round]:
        draft.emit(DeadlinePassed(number))
        move_track(draft, Track.LEGAL_PRESSURE, 2)
        move_track(draft, Track.SUPPORT, -1)
    if table.round > 1:
        check_frame(draft)
    draft.emit(DueFell(Due.HEADLINE))


def check_frame(draft: Draft) -> None:
    """Support rises where the frame fits the agenda, else it falls; more in an agenda round."""
    table = draft.table
    by = table.params.agenda_swing if table.round in table.params.agenda_rounds else 1
    move_track(draft, Track.SUPPORT, by if table.frame is table.agenda else -by)


def begin_talk(draft: Draft) -> None:
    """The seats negotiate."""
    draft.emit(PhaseBegan(Phase.TALK, draft.table.round, draft.table.params.talk_s))


def begin_plan(draft: Draft, rules: Ruleset) -> None:
    """Talk is over: the choice is taken, open offers end, governance is settled."""
    take_choice(draft, rules)
    expire_offers(draft, Reason.TALK_OVER)
    if draft.table.governance is None:
        settle_governance(draft)
    draft.emit(PhaseBegan(Phase.PLAN, draft.table.round, draft.table.params.plan_s))


def after_reveal(draft: Draft, rules: Ruleset) -> None:
    """What follows a reveal: a fresh deal after practice, the end, the vote or the next round."""
    if draft.table.practice:
        draft.emit(DueFell(Due.DEAL))
    elif draft.table.stopped:
        finish(draft, rules)
    elif vote_is_due(draft.table):
        begin_vote(draft)
    else:
        close_round(draft)
        begin_round(draft, draft.table.round + 1)


def after_vote(draft: Draft, rules: Ruleset) -> None:
    """What follows a counted vote: year one, the end or the next round."""
    if draft.table.launched is not None:
        close_round(draft)
        begin_year_one(draft)
    elif is_last_round(draft.table):
        finish(draft, rules)
    else:
        close_round(draft)
        begin_round(draft, draft.table.round + 1)


def close_round(draft: Draft) -> None:
    """The round is over; promised votes that nobody could cast lapse."""
    lapse_votes(draft)
    draft.emit(RoundClosed(draft.table.round))


def finish(draft: Draft, rules: Ruleset) -> None:
    """The game ends in the middle of a round or after the last."""
    close_round(draft)
    end_game(draft, rules)
