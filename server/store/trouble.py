"""What the store's last calls found wrong; the server's log is told of it once. No database."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from server.store.contract import StoreUnavailable

LOG = logging.getLogger(__name__)


@dataclass(slots=True)
class Trouble:
    """None until a call fails; it is over when a write goes well, for reading is not enough."""

    sentence: str | None = None

    def found(self, fault: StoreUnavailable) -> None:
        """A call failed; told once, for more of them come until it is over."""
        if self.sentence is None:
            LOG.error("The store cannot be used. %s (%r)", fault, fault.__cause__)
        self.sentence = str(fault)

    def over(self) -> None:
        """A write went well."""
        if self.sentence is not None:
            LOG.warning("The store is written again.")
        self.sentence = None

    @contextmanager
    def noting(self, *, writing: bool) -> Iterator[None]:
        """Note how the call inside went."""
        try:
            yield
        except StoreUnavailable as fault:
            self.found(fault)
            raise
        if writing:
            self.over()
