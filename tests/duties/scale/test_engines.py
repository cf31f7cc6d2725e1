"""Same rows, same digest: one subject or many, one part or many, here or on a Spark cluster."""

import pickle
import threading
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from benchmarks.visit_facts import write_visit_facts
from tests.duties.made_ledgers import at
from tests.duties.scale.cluster import Cluster, cluster, environment
from tests.duties.scale.folders import VISITS_SET, write_policies

from dutybook.duties.catalogue import CATALOGUE
from dutybook.duties.evaluate import evaluate
from dutybook.duties.ledger import digest, digest_of, subject_hashes
from dutybook.duties.scale.ledger_folder import LedgerFolder
from dutybook.duties.scale.local import FEWEST, MOST, facts_in_a_part
from dutybook.duties.scale.open_facts import NUMBERS_TAKE, open_facts, read_facts
from dutybook.duties.scale.policy_file import read_policy_file
from dutybook.duties.scale.run import How, ledger_from_folder
from dutybook.duties.scale.source_file import Room
from dutybook.duties.scale.spark import run_on

SUBJECTS = 300
PARTS = 30
KNOWN_AT = at("2030-01-01")
KEY = "visit_within_interval"


@pytest.fixture(scope="module")
def force(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("force")
    write_visit_facts(folder / "facts", SUBJECTS)
    write_visit_facts(folder / "shuffled", SUBJECTS, shuffled=True)
    write_policies(folder / "policy.json", VISITS_SET)
    return folder


@pytest.fixture(scope="module")
def whole(force: Path) -> LedgerFolder:
    """The ledger made in one part."""
    return made(force, "whole", How())


def made(force: Path, name: str, how: How, facts: str = "facts") -> LedgerFolder:
    return ledger_from_folder(
        force / facts,
        force / "policy.json",
        known_at=KNOWN_AT,
        out=force / name,
        progress=lambda *_: None,
        how=how,
    )


def parts_of(folder: Path) -> int:
    return len(list((folder / "entries").glob("part-*.parquet")))


def test_many_parts_hold_the_rows_of_one(force: Path, whole: LedgerFolder) -> None:
    many = made(force, "many", How(facts_each=SUBJECTS * 200 // PARTS))
    assert parts_of(force / "whole") == 1
    assert parts_of(force / "many") >= PARTS // 2
    assert many.digests == whole.digests
    with duckdb.connect() as duck:
        for kind in ("entries", "spans"):
            one, other = (
                duck.read_parquet(str(force / name / kind / "*.parquet"))
                for name in ("whole", "many")
            )
            assert len(one) == len(other) > SUBJECTS
            assert len(one.except_(other)) == len(other.except_(one)) == 0


def test_facts_in_any_order_give_the_same_ledger(force: Path, whole: LedgerFolder) -> None:
    shuffled = made(force, "from-shuffled", How(facts_each=10_000), "shuffled")
    assert shuffled.digests == whole.digests
    assert not [path for path in (force / "from-shuffled").iterdir() if path.name[0] == "."]


def test_subjects_one_at_a_time_have_the_rows_they_have_among_many(
    force: Path, whole: LedgerFolder, tmp_path: Path
) -> None:
    facts = read_facts(force / "facts", Room(1 << 30, tmp_path), lambda *_: None)
    held = read_policy_file(force / "policy.json")
    together = whole.ledger(KEY)
    subjects, hashes = subject_hashes(together)
    for place in (0, 7, SUBJECTS - 1):
        alone = {
            key: {
                name: values[columns["subject_id"] == subjects[place]]
                for name, values in columns.items()
            }
            for key, columns in facts.items()
        }
        ledger = evaluate(
            CATALOGUE[KEY], alone, held.policies, held.holidays,
            force_id=held.force_id, known_at=KNOWN_AT,
        )  # fmt: skip
        assert subject_hashes(ledger)[1][0].tobytes() == hashes[place].tobytes()
    assert digest_of(KEY, held.force_id, subjects, hashes) == digest(together)


def test_ranges_hold_every_subject_once(force: Path, tmp_path: Path) -> None:
    store = open_facts(force / "facts", Room(1 << 30, tmp_path), lambda *_: None)
    for each in (1, 150, 7_000, 10**9):
        ranges = list(store.ranges(each))
        inside = [subject for first, last in ranges for subject in range(first, last + 1)]
        assert inside == list(range(1, SUBJECTS + 1))


@pytest.mark.parametrize("room", [0, 8 * 15_000, 1 << 30])
def test_facts_are_the_same_whether_their_numbers_were_kept_or_not(
    force: Path, tmp_path: Path, room: int
) -> None:
    """Kept for no group, for some or for all; two ranges cut groups in two."""
    store = open_facts(force / "facts", Room(room * NUMBERS_TAKE, tmp_path), lambda *_: None)
    groups = {group for table in store.tables.values() for group in table.groups}
    assert 0 <= store.numbers.room <= room
    assert (not room) == (not store.numbers.kept)
    assert (room == 1 << 30) == (store.numbers.kept.keys() == groups)
    elsewhere = pickle.loads(pickle.dumps(store))
    assert not elsewhere.numbers.kept
    names = ("subject_id", "at", "fact_id", "version")
    for key, each in (("visit", 179), ("risk_level", 19)):
        for first, last in ((1, 100), (101, SUBJECTS)):
            here, there = (one.facts(first, last, {key: names})[key] for one in (store, elsewhere))
            assert set(here) == set(there) == set(names)
            assert all((here[name] == there[name]).all() for name in here)
            assert len(here["fact_id"]) == each * (last - first + 1)


def test_a_part_takes_what_memory_allows() -> None:
    assert facts_in_a_part(3 << 30, 2) > 2 * facts_in_a_part(1536 << 20, 2)
    assert facts_in_a_part(0, 64) == FEWEST
    assert facts_in_a_part(1 << 50, 1) == MOST


@pytest.fixture
def loopback(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Cluster]:
    for name, value in environment().items():
        monkeypatch.setenv(name, value)
    with cluster(tmp_path) as found:
        yield found


def test_a_cluster_that_loses_a_worker_makes_the_same_ledger(
    force: Path, whole: LedgerFolder, loopback: Cluster
) -> None:
    """Two workers; one is killed as soon as the first part is there, with others still to do."""
    killed_after: list[int] = []
    over = threading.Event()

    def kill_one() -> None:
        while not over.wait(0.01):
            there = sum(parts_of(path) for path in force.glob(".on-spark-*"))
            if there:
                loopback.kill(0)
                killed_after.append(there)
                return

    watcher = threading.Thread(target=kill_one)
    watcher.start()
    try:
        how = How(run=run_on(loopback.spark), facts_each=SUBJECTS * 200 // PARTS)
        on_spark = made(force, "on-spark", how)
    finally:
        over.set()
        watcher.join()
    assert on_spark.digests == whole.digests
    assert parts_of(force / "on-spark") >= PARTS // 2 > killed_after[0]
    for key in on_spark.digests:
        on_spark.ledger(key)  # its rows are those of its digest
