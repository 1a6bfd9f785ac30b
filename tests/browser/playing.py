"""A person at a seat of `tiny`, in a browser; the others at the table speak by programs."""

from dataclasses import dataclass
from itertools import count

from playwright.sync_api import Page, expect

from tests.server.serving import Server, Sitting, sitting

NUMBERS = count(1)


@dataclass(frozen=True)
class Player:
    """The page of one seat, and the table around it."""

    page: Page
    table: Sitting
    person: str

    def tab(self, name: str) -> None:
        """Go to a part of the page; on a desk all stand side by side."""
        expect(self.page.locator(".play-grid")).to_be_visible()
        bar = self.page.locator(".tabbar")
        if bar.is_visible():
            bar.get_by_role("button", name=name).click()

    def other(self, seat: str, kind: str, **fields: object) -> dict[str, object]:
        """Another seat does something; what the server answers."""
        body = {"id": f"o{next(NUMBERS)}", "command": {"type": kind, **fields}}
        client = self.table.server.client(self.table.passes[seat])
        return client.post(f"/api/people/{self.table.people[seat]}/command", body)

    def control(self, kind: str, **fields: object) -> None:
        """The facilitator does something."""
        assert self.table.control(kind, **fields)["type"] == "done"

    def to_phase(self, phase: str) -> None:
        """The facilitator goes on until this phase is there."""
        for _ in range(12):
            if self.table.phase() == phase:
                return
            self.control("start" if self.table.phase() == "lobby" else "next_phase")
        raise AssertionError(self.table.phase())


def laid(server: Server, **asked: object) -> Sitting:
    """A table without people, whose first card poses no choice."""
    return sitting(server, seats=False, setup={"seed": "1"}, **asked)


def join(
    page: Page,
    server: Server,
    table: Sitting,
    seat: str | None = "council",
    *,
    port: int | None = None,
) -> Player:
    """Come in with this browser and open the page; with a seat, programs take the two others.

    `port`: that of a wire to the server.
    """
    for other in ("library", "archive") if seat else ():
        assert table.join(other, f"Person of {other}").status == 200
    address = f"http://127.0.0.1:{port or server.port}"
    where = {"table": table.table, "seat": seat} if seat else {}
    answer = page.context.request.post(
        f"{address}/api/join",
        data={"code": table.code, "name": "Maya", **where},
        headers={"Origin": address},
    )
    assert answer.ok, answer.text()
    page.goto(address + answer.json()["address"])
    expect(page.get_by_role("heading", level=2).first).to_be_visible()
    return Player(page, table, answer.json()["person"])
