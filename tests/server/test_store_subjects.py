"""Sessions, people, passes, rulesets and notes, alike on every database."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from functools import partial
from typing import TypeVar

import pytest
from sqlmodel import Session, SQLModel, select

from server.settings.values import Database
from server.store import (
    debriefs,
    erasing,
    evaluations,
    passes,
    people,
    reports,
    rulesets,
    schema,
    sessions,
)
from server.store.contract import Store, Wording
from server.store.schema import (
    AnswerRow,
    DebriefRow,
    EvaluationRow,
    FacilitatorKeyRow,
    JoinCodeRow,
    LinkRow,
    PassKind,
    PassRow,
    PersonKind,
    PersonRow,
    ReportRevisionRow,
    ReportRow,
    RosterRow,
    RulesetRow,
    SessionRow,
    SessionState,
    TableRow,
)
from tests.server.storing import opened, row

T = TypeVar("T")

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
LATER = NOON + timedelta(hours=1)


def session(id_: str = "s1", created_at: datetime = NOON) -> SessionRow:
    return SessionRow(
        id=id_,
        title="Spring course",
        ruleset_id="tiny",
        ruleset_digest="d1",
        options='{"rounds": 5}',
        created_at=created_at,
    )


def table(id_: str = "t1", number: int = 1, session_id: str = "s1") -> TableRow:
    return TableRow(id=id_, session_id=session_id, name=f"Table {number}", number=number)


def person(id_: str, at: datetime = NOON, kind: PersonKind = PersonKind.PLAYER) -> PersonRow:
    return PersonRow(id=id_, session_id="s1", kind=kind, name=f"Name of {id_}", joined_at=at)


def pass_(hash_: str, person_id: str | None, kind: PassKind = PassKind.PLAYER) -> PassRow:
    return PassRow(hash=hash_, session_id="s1", kind=kind, person_id=person_id, created_at=NOON)


def link(hash_: str) -> LinkRow:
    return LinkRow(
        hash=hash_, session_id="s1", kind=PassKind.PLAYER, person_id="ada", expires_at=LATER
    )


def run(database: Database | None, *changes: Callable[[Session], T]) -> list[T]:
    """Each in a transaction of its own; their answers."""

    async def act() -> list[T]:
        async with opened(database) as store:
            return [await store.run(change) for change in changes]

    return asyncio.run(act())


def test_sessions_are_listed_newest_first(database: Database | None) -> None:
    def change(db: Session) -> list[str]:
        sessions.add_session(db, session("old"))
        sessions.add_session(db, session("new", LATER))
        return [each.id for each in sessions.all_sessions(db)]

    assert run(database, change) == [["new", "old"]]


def test_moments_come_back_in_utc_whatever_the_zone(database: Database | None) -> None:
    there = NOON.astimezone(timezone(timedelta(hours=5)))
    kept = run(
        database,
        lambda db: sessions.add_session(db, session(created_at=there)),
        lambda db: sessions.session_of(db, "s1"),
    )[1]
    assert kept is not None
    assert kept.created_at == NOON
    assert kept.created_at.utcoffset() == timedelta(0)


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(Exception, match="has no zone"):
        run(None, lambda db: sessions.add_session(db, session(created_at=datetime(2026, 1, 1))))  # noqa: DTZ001 - the fault under test


def test_a_session_moves_on_and_its_retention_is_noted(database: Database | None) -> None:
    def change(db: Session) -> tuple[SessionRow | None, tuple[str, ...], tuple[str, ...]]:
        sessions.add_session(db, session())
        sessions.set_session_state(db, "s1", SessionState.ENDED, erase_after=LATER)
        before = erasing.sessions_past_retention(db, NOON)
        return sessions.session_of(db, "s1"), before, erasing.sessions_past_retention(db, LATER)

    ((kept, before, after),) = run(database, change)
    assert kept is not None
    assert kept.state is SessionState.ENDED
    assert (before, after) == ((), ("s1",))


def test_tables_come_in_order_and_move_on(database: Database | None) -> None:
    def change(db: Session) -> list[tuple[str, SessionState]]:
        sessions.add_table(db, table("t2", 2))
        sessions.add_table(db, table("t1", 1))
        sessions.set_table_state(db, "t2", SessionState.PLAYING)
        return [(each.name, each.state) for each in sessions.tables_of(db, "s1")]

    expected = [("Table 1", SessionState.WAITING), ("Table 2", SessionState.PLAYING)]
    assert run(database, change) == [expected]


def test_who_leaves_may_come_back(database: Database | None) -> None:
    def change(db: Session) -> tuple[list[datetime | None], datetime | None]:
        people.add_person(db, person("ada"))
        people.leave(db, "ada", LATER)
        gone = [each.left_at for each in people.people_of(db, "s1")]
        people.come_back(db, "ada")
        people.set_name(db, "ada", "Ada L.")
        back = people.person_of(db, "ada")
        assert back is not None
        assert back.name == "Ada L."
        return gone, back.left_at

    assert run(database, change) == [([LATER], None)]


def test_a_revoked_pass_is_none(database: Database | None) -> None:
    def change(db: Session) -> list[bool]:
        for hash_, who in (("h1", "ada"), ("h2", "ada"), ("h3", "ben")):
            passes.grant(db, pass_(hash_, who))
        passes.revoke_person(db, "ada", NOON)
        return [passes.pass_of(db, hash_) is not None for hash_ in ("h1", "h2", "h3", "none")]

    assert run(database, change) == [[False, False, True, False]]


def test_the_passes_of_who_is_let_back_in_open_again_what_they_opened(
    database: Database | None,
) -> None:
    def change(db: Session) -> list[bool]:
        for hash_, who in (("h1", "ada"), ("h2", "ben")):
            passes.grant(db, pass_(hash_, who))
            passes.revoke_person(db, who, NOON)
        passes.restore_person(db, "ada")
        return [passes.pass_of(db, hash_) is not None for hash_ in ("h1", "h2")]

    assert run(database, change) == [[True, False]]


def test_a_code_opens_its_session_while_open_and_not_expired(database: Database | None) -> None:
    code = JoinCodeRow(code="red-tree-42", session_id="s1", expires_at=LATER)

    def change(db: Session) -> list[str | None]:
        assert passes.open_code(db, JoinCodeRow(**code.model_dump()))
        assert not passes.open_code(db, JoinCodeRow(**code.model_dump()))
        found = [
            passes.session_by_code(db, "red-tree-42", NOON),
            passes.session_by_code(db, "red-tree-42", LATER),
            passes.session_by_code(db, "red-tree-43", NOON),
        ]
        passes.set_codes_open(db, "s1", is_open=False)
        found.append(passes.session_by_code(db, "red-tree-42", NOON))
        assert [each.code for each in passes.codes_of(db, "s1")] == ["red-tree-42"]
        return found

    assert run(database, change) == [["s1", None, None, None]]


def test_a_link_is_used_once_even_by_several_at_once(lasting_database: Database) -> None:
    async def act() -> list[bool]:
        async with opened(lasting_database) as store:
            await store.run(lambda db: passes.add_link(db, link("h")))
            tries = [store.run(lambda db: passes.redeem(db, "h", NOON)) for _ in range(6)]
            return [each is not None for each in await asyncio.gather(*tries)]

    assert sorted(asyncio.run(act())) == [False] * 5 + [True]


def test_an_expired_or_unknown_link_gives_nothing(database: Database | None) -> None:
    def change(db: Session) -> tuple[LinkRow | None, LinkRow | None]:
        passes.add_link(db, link("h"))
        return passes.redeem(db, "h", LATER), passes.redeem(db, "other", NOON)

    assert run(database, change) == [(None, None)]


def test_a_link_of_somebody_removed_gives_nothing(database: Database | None) -> None:
    def change(db: Session) -> LinkRow | None:
        passes.add_link(db, link("h"))
        passes.revoke_person(db, "ada", NOON)
        return passes.redeem(db, "h", NOON)

    assert run(database, change) == [None]


def test_a_facilitator_key_is_valid_until_revoked(database: Database | None) -> None:
    def change(db: Session) -> list[bool]:
        for _ in range(2):  # at every start, from the settings
            key = FacilitatorKeyRow(hash="k", label="settings", created_at=NOON)
            passes.add_facilitator_key(db, key)
        valid = [passes.facilitator_key_of(db, "k") is not None]
        passes.revoke_facilitator_key(db, "k", NOON)
        return [*valid, passes.facilitator_key_of(db, "k") is not None]

    assert run(database, change) == [[True, False]]


def test_a_ruleset_is_kept_as_it_was_first(database: Database | None) -> None:
    def keep(body: bytes) -> Callable[[Session], RulesetRow | None]:
        kept = RulesetRow(digest="d1", ruleset_id="tiny", body=body, kept_at=NOON)

        def change(db: Session) -> RulesetRow | None:
            rulesets.keep_ruleset(db, kept)
            return rulesets.ruleset_of(db, "d1")

        return change

    _, again = run(database, keep(b"first"), keep(b"second"))
    assert again is not None
    assert again.body == b"first"


def test_a_ruleset_begun_anew_brings_its_newest_words(database: Database | None) -> None:
    def renew(body: bytes) -> Callable[[Session], RulesetRow | None]:
        kept = RulesetRow(digest="d1", ruleset_id="tiny", body=body, kept_at=NOON)

        def change(db: Session) -> RulesetRow | None:
            rulesets.renew_ruleset(db, kept)
            return rulesets.ruleset_of(db, "d1")

        return change

    _, again = run(database, renew(b"first"), renew(b"second"))
    assert again is not None
    assert again.body == b"second"


def test_an_evaluation_is_changed_and_erased_by_who_wrote_it_alone(
    database: Database | None,
) -> None:
    def row(id_: str, by: str | None, words: str, session: str = "s1") -> EvaluationRow:
        return EvaluationRow(
            id=id_,
            session_id=session,
            table_id="t1",
            version=3,
            at_ms=9,
            round=1,
            phase="talk",
            person_id=by,
            objective="trust",
            words=words,
            written_at=NOON,
        )

    def act(db: Session) -> list[bool]:
        return [
            evaluations.put_evaluation(db, row("e1", "eva", "first")),
            evaluations.put_evaluation(db, row("e1", "eva", "better")),
            evaluations.put_evaluation(db, row("e1", "adam", "mine")),
            evaluations.put_evaluation(db, row("e1", "eva", "elsewhere", "s2")),
            evaluations.put_evaluation(db, row("e2", None, "of the facilitator")),
            evaluations.drop_evaluation(db, "s1", "e2", "eva"),
            evaluations.drop_evaluation(db, "s2", "e1", "eva"),  # another session's
            evaluations.drop_evaluation(db, "s1", "e2", None),
            evaluations.drop_evaluation(db, "s1", "e2", None),
        ]

    async def run() -> None:
        async with opened(database) as store:
            done = await store.run(act)
            assert done == [True, True, False, True, True, False, True, True, False]
            left = await store.look(lambda db: evaluations.evaluations_of(db, "s1"))
            assert [(one.id, one.words) for one in left] == [("e1", "better")]

    asyncio.run(run())


def test_a_report_keeps_its_revisions_the_newest_and_so_many_before(
    database: Database | None,
) -> None:
    def saved(number: int) -> ReportRow:
        return ReportRow(table_id="t", session_id="s", sheet=str(number))

    def known(db: Session) -> list[tuple[int, str, str | None]]:
        return [(one.revision, one.sheet, one.person_id) for one in reports.revisions_of(db, "t")]

    async def use(store: Store) -> None:
        assert await store.look(known) == []
        # given a sheet that an older version saved, which noted nothing
        await store.run(lambda db: db.add(ReportRow(table_id="t", session_id="s", revision=3)))
        assert await store.look(known) == [(3, "{}", None)]
        # when it is saved over, then it is not lost
        put = partial(reports.put_report, by="ada", now=NOON)
        assert await store.run(lambda db: put(db, saved(4), 3))
        assert await store.look(known) == [(4, "4", "ada"), (3, "{}", None)]
        # and who is late changes nothing
        assert not await store.run(lambda db: put(db, saved(9), 3))
        for number in range(5, 5 + reports.KEPT):
            assert await store.run(partial(put, row=saved(number), revision=number - 1))
        kept = await store.look(known)
        assert len(kept) == reports.KEPT
        assert kept[0] == (4 + reports.KEPT, str(4 + reports.KEPT), "ada")
        assert await store.look(lambda db: reports.revision_of(db, "t", 4)) is None

    async def run() -> None:
        async with opened(database) as store:
            await use(store)

    asyncio.run(run())


async def _a_session_with_people(store: Store, session_id: str, table_id: str) -> None:
    def change(db: Session) -> None:
        sessions.add_session(db, session(session_id))
        sessions.add_table(db, table(table_id, session_id=session_id))
        rows: tuple[SQLModel, ...] = (
            PersonRow(
                id=f"ada-{session_id}",
                session_id=session_id,
                kind=PersonKind.PLAYER,
                name="Ada",
                joined_at=NOON,
            ),
            DebriefRow(table_id=table_id, session_id=session_id, plan='{"model": "six"}'),
            RosterRow(session_id=session_id, number=1, name="Ada"),
            EvaluationRow(
                id=f"e-{session_id}",
                session_id=session_id,
                table_id=table_id,
                version=1,
                at_ms=0,
                round=1,
                phase="talk",
                objective="trust",
                rating="S",
                words="Ada kept her word",
                written_at=NOON,
            ),
            AnswerRow(
                table_id=table_id,
                person_id=f"ada-{session_id}",
                asked="reflection:feelings",
                session_id=session_id,
                words="Ada was angry",
            ),
            ReportRow(table_id=table_id, session_id=session_id, sheet='{"staff": "Ada"}'),
            ReportRevisionRow(
                table_id=table_id, revision=1, session_id=session_id, sheet='{"staff": "Ada"}'
            ),
            JoinCodeRow(code=f"code-{session_id}", session_id=session_id, expires_at=LATER),
            LinkRow(
                hash=f"l-{session_id}",
                session_id=session_id,
                kind=PassKind.PLAYER,
                expires_at=LATER,
            ),
        )
        for kind in (PassKind.PLAYER, PassKind.FACILITATOR):
            granted = pass_(f"{kind}-{session_id}", f"ada-{session_id}", kind)
            granted.session_id = session_id
            passes.grant(db, granted)
        for each in rows:
            db.add(each)

    await store.run(change)
    entry = row(1, table_id=table_id)
    words = Wording(text_id="m1", salt="ab", words="I, Ada, promise")
    await store.append(
        type(entry)(
            session_id=session_id,
            table_id=table_id,
            version=1,
            command_id="c1",
            hash=entry.hash,
            body=entry.body,
        ),
        (words,),
    )


def test_forgetting_people_leaves_the_log_and_the_facilitator(database: Database | None) -> None:
    async def act() -> None:
        async with opened(database) as store:
            await _a_session_with_people(store, "s1", "t1")
            await _a_session_with_people(store, "s2", "t2")
            await store.run(lambda db: erasing.forget_people(db, "s1"))
            assert await store.read("t1") == [row(1).body]
            assert await store.wordings("t1") == {}
            assert await store.wordings("t2") == {"m1": "I, Ada, promise"}

            def left(db: Session) -> tuple[list[str], int, list[str], list[str]]:
                of_debrief = (*debriefs.answers_of(db, "t1"), *debriefs.debriefs_of(db, "s1"))
                return (
                    [each.name for each in people.people_of(db, "s1")],
                    len(of_debrief),
                    [each.hash for each in db.exec(select(PassRow).order_by(PassRow.hash))],
                    [each.name for each in people.people_of(db, "s2")],
                )

            assert await store.look(left) == (
                [""],
                0,
                ["facilitator-s1", "facilitator-s2", "player-s2"],
                ["Ada"],
            )

    asyncio.run(act())


def test_a_deleted_session_leaves_no_row_and_others_stay(database: Database | None) -> None:
    def counts(db: Session, session_id: str) -> dict[str, int]:
        return {
            str(kind.__tablename__): len(
                db.exec(
                    select(kind).where(
                        schema.METADATA.tables[str(kind.__tablename__)].c.session_id == session_id
                    )
                ).all()
            )
            for kind in erasing.OF_A_SESSION
        }

    async def act() -> None:
        async with opened(database) as store:
            await _a_session_with_people(store, "s1", "t1")
            await _a_session_with_people(store, "s2", "t2")
            before = await store.look(lambda db: counts(db, "s1"))
            await store.run(lambda db: erasing.delete_session(db, "s1"))
            assert min(before.values()) > 0  # each kind of row was there to be deleted
            gone = await store.look(lambda db: counts(db, "s1"))
            assert set(gone.values()) == {0}
            assert await store.look(lambda db: counts(db, "s2")) == before
            assert await store.look(lambda db: sessions.session_of(db, "s1")) is None

    asyncio.run(act())


def test_every_table_with_a_session_is_deleted_with_it() -> None:
    with_session = {
        name for name, table in schema.METADATA.tables.items() if "session_id" in table.columns
    }
    assert {str(kind.__tablename__) for kind in erasing.OF_A_SESSION} == with_session
