"""Where sessions are at home, and how those who ask for one come there; without any process."""

import asyncio
import socket
from contextlib import suppress
from datetime import timedelta
from typing import Self

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.app import CannotServe
from server.auth.passes import new_id
from server.auth.vouchers import Vouchers
from server.homes import SIGNS, Elsewhere, Homes, named, worker_of
from server.protocol.bodies import NewSession
from server.protocol.problems import Problem
from server.rulesets import OWN_FOLDER, load
from server.sessions.doors import Doors
from server.sessions.keys import Keys
from server.sessions.lobby import Lobby
from server.sessions.session import LiveSession
from server.sessions.tries import TRIES_EACH, Asker
from server.sessions.upkeep import Upkeep
from server.store.memory import MemoryStore
from server.store.schema import SessionState
from server.store.sessions import all_sessions, set_session_state
from server.tables.live import World
from server.workers import door
from server.workers.door import Door
from server.workers.keeper import Keeper
from tests.server.held import HeldTime

SHELF = load((OWN_FOLDER / "tiny",))
SECRET = b"shared by the workers"


@given(st.integers(1, 64))
def test_every_id_is_at_home_in_exactly_one_worker(workers: int) -> None:
    homes = [Homes(number, workers) for number in range(workers)]
    ids = [f"{sign:02x}" + "0" * 14 for sign in range(SIGNS)]
    assert [sum(one.here(id_) for one in homes) for id_ in ids] == [1] * SIGNS
    assert sorted(sign for one in homes for sign in one.signs) == list(range(SIGNS))
    assert [one.number for one in homes if one.counts] == [0]


@given(st.integers(1, 64), st.data())
def test_ids_of_a_session_lead_where_it_is_at_home(workers: int, data: st.DataObject) -> None:
    homes = Homes(data.draw(st.integers(0, workers - 1)), workers)
    session = homes.new_id()
    person = new_id(session)
    assert len({session, person, new_id(session)}) == 3
    assert homes.here(session)
    assert homes.here(person)
    assert worker_of(named(f"/api/people/{person}/command") or "", workers) == homes.number


@pytest.mark.parametrize(
    ("target", "signs"),
    [
        ("/play/7f00000000000000", "7f"),
        ("/shoulder/7f00000000000000/0100000000000000/0200000000000000", "7f"),
        ("/api/tables/7f00000000000000/at/3?eyes=public", "7f"),
        ("/play/7f00000000000000?home=01", "01"),
        ("/socket?home=01ffffffffffffff", "01"),
        ("/api/join?let=ab&home=0a", "0a"),
        ("/", None),
        ("/j/amber-otter-42", None),
        ("/board/" + "7f" * 32, None),
        ("/static/js/play.js", None),
        ("/play/7F00000000000000", None),
        ("/x?unhome=01", None),
        ("", None),
    ],
)
def test_an_address_leads_by_its_home_or_else_by_its_first_id(
    target: str, signs: str | None
) -> None:
    assert named(target) == signs


def test_the_way_home_keeps_the_question_and_replaces_an_earlier_way() -> None:
    way = Elsewhere("7f00000000000000", "word")
    assert way.address("/play/x", "") == "/play/x?home=7f&let=word"
    assert way.address("/play/x", "home=00&eyes=a&let=b") == "/play/x?eyes=a&home=7f&let=word"


# --- two workers on one store


def lobbies(store: MemoryStore) -> tuple[Lobby, Lobby]:
    world = World(store, HeldTime())
    return Lobby(world, SHELF, Homes(0, 2)), Lobby(world, SHELF, Homes(1, 2))


def doors(lobby: Lobby) -> Doors:
    return Doors(lobby, "http://game.test", Vouchers(SECRET))


async def made(lobby: Lobby) -> LiveSession:
    session, _ = await lobby.create(NewSession(title="T", ruleset="tiny", players=3))
    return session


def test_each_worker_takes_up_its_own_sessions_and_leaves_the_others_alone() -> None:
    async def act() -> None:
        store = MemoryStore()
        first, second = lobbies(store)
        here, there = await made(first), await made(second)
        again, other = lobbies(store)
        await again.resume()
        await other.resume()
        assert (set(again.sessions), set(other.sessions)) == ({here.id}, {there.id})
        with pytest.raises(Elsewhere) as led:
            await again.table(there.tables[0].id)
        assert led.value.signs == there.id[:2]
        with pytest.raises(Problem):
            await again.table("00" * 8)

    asyncio.run(act())


def test_a_session_past_its_time_is_deleted_where_it_is_at_home() -> None:
    async def act() -> None:
        store = MemoryStore()
        first, second = lobbies(store)
        there = await made(second)
        over = HeldTime().now() - timedelta(days=1)
        await store.run(
            lambda db: set_session_state(db, there.id, SessionState.ENDED, erase_after=over)
        )
        await Upkeep(first, autopause=False).sweep()
        assert [one.id for one in await store.look(all_sessions)] == [there.id]
        await Upkeep(second, autopause=False).sweep()
        assert await store.look(all_sessions) == ()
        assert second.sessions == {}

    asyncio.run(act())


def test_wrong_codes_are_tried_in_one_worker_alone_whatever_somebody_asks() -> None:
    async def act() -> None:
        here, there = lobbies(MemoryStore())
        first, second, keys = doors(here), doors(there), Keys(there, Vouchers(SECRET))
        code = "amber-otter-42"
        for let in ("", "made up", "\N{SNOWMAN}", Vouchers(b"another").of(code)):
            asker = Asker("1.2.3.4", let)
            for trial in (
                second.session_of(code, asker),
                second.link_of(code, asker),
                second.redeemed(code, asker),
                keys.take(code, asker, once=True),
            ):
                with pytest.raises(Elsewhere) as led:
                    await trial
                assert led.value.address("/a", "") == "/a?home=00"
        for _ in range(TRIES_EACH):
            with pytest.raises(Problem, match="opens nothing"):
                await first.session_of(code, Asker("1.2.3.4", "x"))
        with pytest.raises(Problem, match="Too many"):
            await first.session_of(code, Asker("1.2.3.4"))

    asyncio.run(act())


def test_who_is_right_is_let_pass_to_the_session_and_no_link_is_used_up_on_the_way() -> None:
    async def act() -> None:
        store = MemoryStore()
        first, second = lobbies(store)
        session = await made(second)
        code = (await doors(second).renew_code(session)).code
        link = (await doors(second).link(session, "screen")).partition("#")[2]
        counting, asker = doors(first), Asker("1.2.3.4")
        word, way = Vouchers(SECRET).of(code), f"/a?home={session.id[:2]}"
        for trial, let in (
            (counting.session_of(code, asker), f"&let={word}"),
            (counting.link_of(link, asker), ""),  # nobody guesses a link: it needs no word
            (counting.redeemed(link, asker), ""),
        ):
            with pytest.raises(Elsewhere) as led:
                await trial
            assert led.value.address("/a", "") == way + let
        assert await doors(second).session_of(code, Asker("1.2.3.4", word)) is session
        used, _, _ = await doors(second).redeemed(link, asker)
        assert used.session_id == session.id
        # a word for one code is none for another
        with pytest.raises(Elsewhere):
            await doors(second).session_of("amber-otter-43", Asker("1.2.3.4", word))

    asyncio.run(act())


# --- the door


class Street:
    """A door, those who come to it, and what is handed on to which worker."""

    def __init__(self, workers: int) -> None:
        self.handed: asyncio.Queue[tuple[int, bytes]] = asyncio.Queue()
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._address = self._listening.getsockname()
        self._door = Door(self._listening, workers, self._hand)
        self._came: list[socket.socket] = []

    async def _hand(self, number: int, guest: socket.socket) -> None:
        await self.handed.put((number, guest.recv(4096)))

    async def comes(self, *parts: bytes) -> socket.socket:
        """A guest, who says this part by part."""
        guest = socket.create_connection(self._address)
        self._came.append(guest)
        for part in parts:
            guest.sendall(part)
            await asyncio.sleep(0.02)
        return guest

    async def __aenter__(self) -> Self:
        self._open = asyncio.create_task(self._door.open())
        return self

    async def __aexit__(self, *_: object) -> None:
        self._open.cancel()
        with pytest.raises(asyncio.CancelledError):
            await self._open
        for guest in self._came:
            guest.close()
        await asyncio.sleep(0.02)  # those who were being led away are let go


LONG = b"GET /" + b"x" * 5000


@pytest.mark.parametrize(
    ("parts", "number"),
    [
        ((b"GET /play/0300000000000000 HTTP/1.1\r\n\r\n",), 3),
        ((b"GE", b"T /play/03", b"00000000000000", b" HTTP/1.1\r\nHost:"), 3),
        ((b"POST /api/join?home=02&let=a HTTP/1.1\r\n",), 2),
        ((b"POST /api/join/look HTTP/1.1\r\n",), 0),
        ((b"POST /api/links HTTP/1.1\r\n",), 0),
        ((b"POST /api/keys HTTP/1.1\r\n",), 0),
    ],
)
def test_a_connection_goes_to_the_worker_that_its_first_line_names(
    parts: tuple[bytes, ...], number: int
) -> None:
    async def act() -> None:
        async with Street(4) as street:
            await street.comes(*parts)
            # the connection is handed on with every byte of it
            assert await street.handed.get() == (number, b"".join(parts))

    asyncio.run(act())


def test_what_names_no_session_goes_round_and_an_endless_line_goes_on_too() -> None:
    async def act() -> None:
        async with Street(2) as street:
            for number, line in enumerate((b"GET / HTTP/1.1\r\n", LONG, b"\r\n", b"\n")):
                await street.comes(line)
                assert (await street.handed.get())[0] == number % 2

    asyncio.run(act())


def test_whoever_says_nothing_is_let_go_and_holds_up_nobody(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(door, "LOOK_S", 0.2)
    monkeypatch.setattr(door, "MOST_COMING", 2)

    async def act() -> None:
        async with Street(1) as street:
            silent = [await street.comes() for _ in range(4)]
            slow = await street.comes(b"GET /")
            (await street.comes()).close()
            asks = b"GET / HTTP/1.1\r\n"
            await street.comes(asks)
            assert await street.handed.get() == (0, asks)
            for guest in (*silent, slow):
                with suppress(ConnectionResetError):  # of whom something stands unread
                    assert await asyncio.to_thread(guest.recv, 1) == b""
            assert street.handed.empty()

    asyncio.run(act())


def test_a_worker_that_ends_at_every_start_ends_the_server_with_a_sentence() -> None:
    async def act() -> None:
        keeper = Keeper(2, 0, {"LOG_LEVEL": "nonsense"})
        listening = socket.create_server(("127.0.0.1", 0))
        with pytest.raises(CannotServe, match=r"Worker [01] .* ends at every start"):
            await keeper.run(Door(listening, 2, keeper.hand), "never told")

    asyncio.run(act())
