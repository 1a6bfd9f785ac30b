"""What can be wrong with a request that is well-formed; told in one shape, with a way out."""


class Problem(Exception):  # noqa: N818 - the word of the wire for it
    """Not done: a status of HTTP, a reason to program by, and a sentence to read."""

    def __init__(self, status: int, reason: str, sentence: str, retry_s: int = 0) -> None:
        super().__init__(sentence)
        self.status = status
        self.reason = reason
        self.sentence = sentence
        self.retry_s = retry_s


def no_pass() -> Problem:
    """Alike for no pass, a wrong one and one that has ended."""
    return Problem(401, "no_pass", "This needs a pass. Join with the code, or ask for a new link.")


def not_yours() -> Problem:
    """A good pass for something else."""
    return Problem(403, "not_yours", "Your pass does not open this.")


def not_found() -> Problem:
    """There is none, or it is not for these eyes."""
    return Problem(404, "not_found", "There is nothing here.")


def wrong_code() -> Problem:
    """Alike for wrong, closed and expired codes."""
    return Problem(404, "wrong_code", "This code opens nothing. Check it, or ask for a new one.")


def seat_taken() -> Problem:
    """Somebody was quicker."""
    return Problem(409, "seat_taken", "This seat was taken just now. Choose another one.")


def too_often(retry_s: int, instead: str) -> Problem:
    """Too many wrong tries from an address, which a whole room may share, or in all.

    `instead`: what works at once; it goes on behind *Wait so long, or*.
    """
    minutes = max(1, round(retry_s / 60))
    sentence = f"Too many wrong tries from this network. Wait {minutes} min, or {instead}."
    return Problem(429, "too_often", sentence, retry_s)


def not_over() -> Problem:
    """Secrets of the game wait for its end."""
    return Problem(409, "not_over", "The debrief opens when the game is over.")


def storage(sentence: str) -> Problem:
    """The store cannot be written or read now."""
    return Problem(503, "storage", sentence, 5)


def link_used() -> Problem:
    """Alike for wrong, used and expired links."""
    return Problem(410, "link_used", "This link was used or is too old. Ask for a new one.")
