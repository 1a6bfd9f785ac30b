"""A word from the worker that counts wrong tries to the others: this code was right.

Without it the others look nothing up, so nobody tries codes where they are not counted. It tells
nothing of the code, and is worth nothing but to whoever knows that code anyway.
"""

import hmac
import secrets
from hashlib import sha256


class Vouchers:
    """`secret`: what the workers of one server share; None: there is one worker only."""

    def __init__(self, secret: bytes | None = None) -> None:
        self._secret = secret or secrets.token_bytes(32)

    def of(self, code: str) -> str:
        """The word for what somebody typed, as they typed it."""
        return hmac.new(self._secret, code.encode(errors="surrogatepass"), sha256).hexdigest()

    def good(self, code: str, word: str) -> bool:
        """Whether this is the word for it."""
        return hmac.compare_digest(self.of(code).encode(), word.encode(errors="replace"))
