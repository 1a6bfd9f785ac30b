"""What was meant for a phase that is over is not done in a later one, however late it arrives."""

from collections.abc import Iterator

import pytest

from tests.server.serving import Server, answer, serving, sitting, socket


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("in_time")) as running:
        yield running


def seen(phase: str, number: int = 1) -> dict[str, object]:
    return {"phase": phase, "round": number, "quarter": 0}


def told(said: dict[str, object]) -> tuple[object, object]:
    return said["type"], said.get("reason")


def test_a_phase_that_is_over_already_is_not_ended_again(server: Server) -> None:
    table = sitting(server).begin_talk()
    ends = {"command": {"type": "next_phase"}, "table": table.table}
    with socket(server, table.facilitator.secret) as made:
        first = {"id": "c-1", "seen": seen("talk"), **ends}
        assert told(answer(made, first)) == ("done", None)
        assert table.phase() == "plan"
        # who pressed at the same moment, or on a line that was lost
        assert told(answer(made, {"id": "c-2", "seen": seen("talk"), **ends})) == (
            "refused",
            "no_longer",
        )
        assert table.phase() == "plan"
        # what was done is said to be done, however often it is asked
        assert told(answer(made, first)) == ("done", None)
        assert table.phase() == "plan"
        assert told(answer(made, {"id": "c-3", "seen": seen("plan"), **ends})) == ("done", None)


def test_a_seat_is_not_done_with_the_talk_of_the_next_round(server: Server) -> None:
    table = sitting(server).begin_talk()
    while table.phase() == "talk":
        table.control("next_phase")
    while table.phase() != "talk":
        table.control("next_phase")
    done = {"command": {"type": "done"}}
    with socket(server, table.passes["council"]) as made:
        late = answer(made, {"id": "c-1", "seen": seen("talk", 1), **done})
        assert told(late) == ("refused", "no_longer")
        assert late["detail"]
        # what means no phase is done in any
        helps = {"id": "c-2", "seen": seen("talk", 1), "command": {"type": "ask_help"}}
        assert told(answer(made, helps)) == ("done", None)
        assert told(answer(made, {"id": "c-3", "seen": seen("talk", 2), **done})) == ("done", None)


def test_done_for_a_seat_is_meant_for_the_phase_of_its_command(server: Server) -> None:
    table = sitting(server).begin_talk()
    done = {"type": "act_for", "seat": "council", "command": {"type": "done"}, "text": "She asked."}
    with socket(server, table.facilitator.secret) as made:
        asked = {"command": done, "table": table.table}
        late = answer(made, {"id": "c-1", "seen": seen("briefing"), **asked})
        assert told(late) == ("refused", "no_longer")
        assert told(answer(made, {"id": "c-2", "seen": seen("talk"), **asked})) == ("done", None)


def test_a_phase_that_there_is_not_is_named_with_its_place(server: Server) -> None:
    table = sitting(server).begin_talk()
    with socket(server, table.passes["council"]) as made:
        said = answer(made, {"id": "c-1", "seen": seen("lunch"), "command": {"type": "done"}})
        assert (said["type"], said["where"]) == ("error", "$.seen.phase")
