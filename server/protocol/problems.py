"""What can be wrong with a request that is well-formed; told in one shape, with a way out.

A reason has one status, wherever it is given: `REASONS` is the list of them.
"""

from typing import Final

REASONS: Final = {
    "malformed": (400, "it cannot be read, or breaks its form; `where` says the place"),
    "damaged": (400, "a file cannot be taken in; `faults` has its lines"),
    "faults": (400, "a sheet has faults; nothing was taken"),
    "no_template": (400, "the document that was sent cannot be written into"),
    "out_of_range": (400, "the log has no such entry, or nothing is in play there"),
    "unknown_bot": (400, "there is no such bot"),
    "unknown_objective": (400, "the guide has no such objective"),
    "unknown_ruleset": (400, "there is no such ruleset here"),
    "unknown_task": (400, "the objective has no such task"),
    "unplayable": (400, "the ruleset cannot be played so"),
    "no_key": (401, "the facilitator key of this server is needed"),
    "no_pass": (401, "a pass is needed, or the one sent is wrong or has ended"),
    "not_yours": (403, "the pass is good, but not for this"),
    "wrong_key": (403, "this key opens nothing"),
    "wrong_origin": (403, "it comes from a page of another site"),
    "not_found": (404, "there is nothing, or nothing for these eyes"),
    "wrong_code": (404, "the code is wrong, closed or too old"),
    "wrong_method": (405, "the address cannot be asked in this way"),
    "assigned": (409, "the facilitator gives out the seats"),
    "changed": (409, "somebody else has changed it since"),
    "id_taken": (409, "the id is that of somebody else's"),
    "no_bot": (409, "no bot plays a seat for nobody"),
    "no_observer": (409, "they play, or wait"),
    "no_seat": (409, "they sat at no such table"),
    "not_begun": (409, "the game has not begun"),
    "not_over": (409, "the game, or the session, must be over first"),
    "not_paused": (409, "no table is paused"),
    "seat_free": (409, "nobody sits there whose seat could be shared"),
    "seat_taken": (409, "somebody was quicker"),
    "seated": (409, "they sit already"),
    "session_over": (409, "the session has ended"),
    "share_seat": (409, "which seat is to be shared was not said"),
    "staff": (409, "facilitators and evaluators take no seat"),
    "stale": (409, "others were quicker; look and try again"),
    "still_playing": (409, "the game, or another one with its people, must be ended first"),
    "link_used": (410, "the link was used or is too old"),
    "look_over": (410, "the look was ended; the console begins another"),
    "too_large": (413, "the body is larger than this address takes"),
    "not_json": (415, "JSON is taken, and said to be so in `Content-Type`"),
    "too_often": (429, "there were too many wrong tries; `retry_s` says how long to wait"),
    "failed": (500, "the server failed on this"),
    "not_installed": (501, "this server has been set up without what writes such files"),
    "busy": (503, "others are waiting already; try again in `retry_s`"),
    "restarting": (503, "the server restarts; try again in `retry_s`"),
    "storage": (503, "the store cannot be written or read now; try again in `retry_s`"),
}
"""Status of HTTP, and when, by the reason. What the rules of the game refuse is 409."""
BY_THE_RULES: Final = 409


class Problem(Exception):
    """Not done: a reason to program by, its status of HTTP, and a sentence to read."""

    def __init__(self, reason: str, sentence: str, retry_s: int = 0) -> None:
        """`reason`: one of `REASONS`, or of the game's."""
        super().__init__(sentence)
        self.status = REASONS[reason][0] if reason in REASONS else BY_THE_RULES
        self.reason = reason
        self.sentence = sentence
        self.retry_s = retry_s


def no_pass() -> Problem:
    """Alike for no pass, a wrong one and one that has ended."""
    return Problem("no_pass", "This needs a pass. Join with the code, or ask for a new link.")


def not_yours() -> Problem:
    """A good pass for something else."""
    return Problem("not_yours", "Your pass does not open this.")


def not_found() -> Problem:
    """There is none, or it is not for these eyes."""
    return Problem("not_found", "There is nothing here.")


def wrong_code() -> Problem:
    """Alike for wrong, closed and expired codes."""
    return Problem("wrong_code", "This code opens nothing. Check it, or ask for a new one.")


def seat_taken() -> Problem:
    """Somebody was quicker."""
    return Problem("seat_taken", "This seat was taken just now. Choose another one.")


def too_often(retry_s: int, instead: str) -> Problem:
    """Too many wrong tries from an address, which a whole room may share, or in all.

    `instead`: what works at once; it goes on behind *Wait so long, or*.
    """
    minutes = max(1, round(retry_s / 60))
    sentence = f"Too many wrong tries from this network. Wait {minutes} min, or {instead}."
    return Problem("too_often", sentence, retry_s)


def not_over() -> Problem:
    """Secrets of the game wait for its end."""
    return Problem("not_over", "The debrief opens when the game is over.")


def no_key(what: str) -> Problem:
    """Creating and taking in needs more than a pass; `what` begins the sentence."""
    return Problem("no_key", f"{what} needs the facilitator key of this server.")


def busy() -> Problem:
    """Too much waits already."""
    return Problem("busy", "Others are being worked out; try again in a minute.", 60)


def storage(sentence: str) -> Problem:
    """The store cannot be written or read now."""
    return Problem("storage", sentence, 5)


def link_used() -> Problem:
    """Alike for wrong, used and expired links."""
    return Problem("link_used", "This link was used or is too old. Ask for a new one.")
