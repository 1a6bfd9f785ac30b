"""The evaluation guide of a ruleset, and where a log shows what it asks for."""

from msgspec.structs import replace

from game.evidence import sightings, unseen
from game.parse import parse
from game.ruleset import Objective, Task
from game.vocabulary import ObjectiveId, TaskId
from tests.laws.games import played
from tests.rulesets import RULESETS, TINY, faults, files_of, load

GUIDE = """
[[objectives]]
id = "trust"
tasks = [
    { id = "place", seen_in = ["token_placed"] },
    { id = "build", seen_in = ["act.build", "went_live"] },
]
"""
WORDS = """
[objectives.trust]
name = "Trust"
text = "They trust."

[objectives.trust.tasks]
place = "Somebody places trust first."
build = "They build."
"""
TRUST = Objective(
    id=ObjectiveId("trust"),
    tasks=(
        Task(id=TaskId("place"), seen_in=("token_placed",)),
        Task(id=TaskId("build"), seen_in=("act.build", "went_live")),
    ),
)


def guided(guide: str = GUIDE, words: str = WORDS) -> dict[str, str]:
    """The files of `tiny`, with a guide."""
    files = files_of(TINY)
    return files | {"evaluation.toml": guide, "texts/en.toml": files["texts/en.toml"] + words}


def test_a_guide_is_read_with_its_words() -> None:
    rules = parse(guided())
    assert rules.objectives == (TRUST,)
    assert rules.texts["en"]["objectives.trust.tasks.place"].startswith("Somebody")


def test_a_ruleset_needs_no_guide() -> None:
    rules = load(TINY)
    assert rules.objectives == ()
    assert not [key for key in rules.texts["en"] if key.startswith("objectives.")]


def test_a_guide_changes_nothing_in_play() -> None:
    assert parse(guided()).digest == load(TINY).digest


def test_players_do_not_read_the_guide() -> None:
    shared = parse(guided()).shared_texts("en")
    assert not any(key.startswith("objectives") for key in shared)
    assert "seats.council.name" in shared


def test_every_fault_of_a_guide_is_said() -> None:
    wrong = GUIDE.replace("token_placed", "token_plced").replace('id = "build"', 'id = "place"')
    words = WORDS.replace('build = "They build."\n', "")
    assert faults(guided(wrong, words)) == [
        "evaluation.toml: objectives[0].tasks[1].id: 'place' is taken already; each id stands once",
        (
            "evaluation.toml: objectives[0].tasks[0].seen_in[0]: 'token_plced' is not a kind of "
            "line here; did you mean 'token_placed'?"
        ),
    ]
    assert faults(guided(GUIDE, words)) == [
        "texts/en.toml: objectives.trust.tasks.build: is missing"
    ]
    assert faults(guided("objectives = 3", "")) == [
        "evaluation.toml: objectives: 3 is not a list; one is written [first, second]"
    ]


def test_a_guide_that_nobody_can_watch_is_a_fault() -> None:
    empty = '[[objectives]]\nid = "trust"\ntasks = []\n'
    words = '\n[objectives.trust]\nname = "Trust"\ntext = "They trust."\n'
    assert faults(guided(empty, words)) == ["evaluation.toml: objectives[0].tasks: is empty"]
    tasks = ", ".join(f"{{ id = 't{n}' }}" for n in range(9))
    many = "".join(f"[[objectives]]\nid = 'o{n}'\ntasks = [{tasks}]\n" for n in range(13))
    told = faults(guided(many, ""))
    assert "evaluation.toml: objectives[12]: is one objective too many; nobody can watch 13" in told
    assert sum("one task too many" in one for one in told) == 13


def test_the_guide_stands_in_its_own_file() -> None:
    files = files_of(TINY)
    files["ruleset.toml"] += GUIDE
    assert faults(files) == ["ruleset.toml: objectives: belongs in evaluation.toml"]


def test_newborn_has_a_guide() -> None:
    rules = load(RULESETS / "newborn")
    assert 3 <= len(rules.objectives) <= 5
    assert all(task.seen_in for one in rules.objectives for task in one.tasks)


def test_a_log_shows_what_fits_a_task_and_nothing_else() -> None:
    game = played(2)
    told = list(zip(game.entries, game.tables, strict=True))
    found = sightings(told, (TRUST,))
    kinds = {(one.task, one.line.kind) for one in found}
    assert (TaskId("place"), "token_placed") in kinds
    assert kinds <= {("place", "token_placed"), ("build", "act_worked"), ("build", "went_live")}
    assert {one.line.act.kind for one in found if one.line.act} <= {"build"}
    assert [one.version for one in found] == sorted(one.version for one in found)


def test_what_shows_nowhere_is_told() -> None:
    game = played(2)
    found = sightings(zip(game.entries[:1], game.tables[:1], strict=True), (TRUST,))
    assert unseen(found, (TRUST,)) == TRUST.tasks
    told = sightings(zip(game.entries, game.tables, strict=True), (TRUST,))
    rest = replace(TRUST, tasks=(*TRUST.tasks, Task(id=TaskId("idle"))))
    assert [one.id for one in unseen(told, (rest,))][-1] == "idle"
