"""How often somebody may be wrong, and how fast a socket may talk. Times are handed in."""

from collections import OrderedDict, deque
from dataclasses import dataclass, field
from math import ceil
from typing import Final

HOUR_S: Final = 3600.0
ADDRESSES: Final = 20_000  # remembered at once; whoever was quiet longest is forgotten first


class Window:
    """So many failures in one hour, per address and in all."""

    def __init__(self, *, each: int, in_all: int) -> None:
        self._each = each
        self._in_all = in_all
        self._of: OrderedDict[str, deque[float]] = OrderedDict()
        self._all: deque[float] = deque()

    def wait_s(self, address: str, now: float) -> int:
        """Seconds until this address may try again; 0: at once."""
        own = self._of.get(address, deque())
        for times in (own, self._all):
            while times and times[0] <= now - HOUR_S:
                times.popleft()
        waits = [
            times[len(times) - most] + HOUR_S - now
            for times, most in ((own, self._each), (self._all, self._in_all))
            if len(times) >= most
        ]
        return max((ceil(wait) for wait in waits), default=0)

    def failed(self, address: str, now: float) -> None:
        """Count a failure."""
        own = self._of.setdefault(address, deque(maxlen=self._each))
        own.append(now)
        self._all.append(now)
        self._of.move_to_end(address)
        while len(self._of) > ADDRESSES:
            self._of.popitem(last=False)


@dataclass(slots=True)
class Bucket:
    """A token bucket: `rate` a second, `most` at once."""

    rate: float
    most: float
    since: float
    left: float = field(init=False)

    def __post_init__(self) -> None:
        self.left = self.most

    def take(self, now: float) -> bool:
        """Take one; False: empty."""
        self.left = min(self.most, self.left + (now - self.since) * self.rate)
        self.since = now
        if self.left < 1:
            return False
        self.left -= 1
        return True
