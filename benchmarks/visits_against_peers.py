"""The ledger of 20 million facts, from files to entries in memory, beside its peers.

Run with `python -m benchmarks.visits_against_peers` (needs `dutybook[bench,spark]`). Every engine
answers with the same rows, which is checked, each in a process of its own so that its peak
memory is its own; medians, and ratios to DuckDB, of wall time and of processor time.
"""

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
from benchmarks import ours, peers
from benchmarks.visit_facts import EACH, write_visit_facts

ENGINES = {
    "dutybook": ours.by_engine,
    "duckdb_asof": peers.by_duckdb,
    "duckdb_windows": peers.by_duckdb_windows,
    "polars": peers.by_polars,
    "pandas": peers.by_pandas,
    "python": peers.by_python,
}
SLOW = {"pandas": 1, "python": 1, "spark_sql": 1}
"""How often the slow ones are run; plain Python on a tenth of the subjects."""

SAME = (
    "SELECT count(*), sum(hash(subject_id, opened_by, epoch_us(opened_at::TIMESTAMPTZ), "
    "epoch_us(met_at::TIMESTAMPTZ), level::VARCHAR, epoch_us(due_at::TIMESTAMPTZ))::HUGEINT) "
    "FROM entries"
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--subjects", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--without", default="", help="engines to leave out, with commas")
    parser.add_argument("--one", nargs=3, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        print(json.dumps(_measured(given.one[0], Path(given.one[1]), int(given.one[2]))))
        return
    with tempfile.TemporaryDirectory() as folder:
        all_of_them, some = Path(folder) / "facts", Path(folder) / "tenth"
        facts = write_visit_facts(all_of_them, given.subjects)
        write_visit_facts(some, given.subjects // 10)
        print(f"{facts:,} facts of {given.subjects:,} subjects, {EACH} each")
        names = [*ENGINES, "spark_sql", "duckdb_x20", "dutybook_x20", "dutybook_tenth"]
        left_out = given.without.split(",")
        found = {}
        for name in (name for name in names if name not in left_out):
            place = some if name in ("python", "dutybook_tenth") else all_of_them
            runs = min(given.runs, SLOW.get(name, given.runs))
            command = [sys.executable, "-m", "benchmarks.visits_against_peers", "--one"]
            done = subprocess.run(
                [*command, name, str(place), str(runs)], capture_output=True, check=True, text=True
            )
            found[name] = json.loads(done.stdout.splitlines()[-1])
            _print(name, found[name])
        _compare(found)


def _measured(name: str, folder: Path, runs: int) -> dict[str, Any]:
    work = _work(name)
    if name.startswith("dutybook"):
        work(folder)  # loads what was compiled
    wall, processor = [], []
    for _ in range(runs):
        begun, used = time.perf_counter(), _processor()
        result = work(folder)
        wall.append(time.perf_counter() - begun)
        processor.append(_processor() - used)
    told = {
        "wall": statistics.median(wall),
        "processor": statistics.median(processor),
        "runs": runs,
        "peak_gib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20,
    }
    if isinstance(result, int):
        return told | {"rows": result}
    return told | _rows(ours.as_table(result) if isinstance(result, list) else result)


def _work(name: str) -> Any:
    if name == "spark_sql":
        return peers.spark_sql("local[2]")
    if name == "dutybook_x20":
        return lambda folder: ours.counted(folder, ours.twenty())
    if name == "duckdb_x20":
        return peers.twenty_by_duckdb
    return ENGINES[name.removesuffix("_tenth")]


def _processor() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def _rows(entries: pa.Table) -> dict[str, Any]:
    """How many rows, and a sum over them that any change of any value changes."""
    with duckdb.connect() as duck:
        duck.register("entries", entries)
        count, total = duck.execute(SAME).fetchall()[0]
    return {"rows": count, "sum": str(total)}


def _print(name: str, one: dict[str, Any]) -> None:
    print(
        f"{name:<16}{one['wall']:>9.2f} s{one['processor']:>10.2f} s processor"
        f"{one['peak_gib']:>7.2f} GiB{one['rows']:>13,} entries, median of {one['runs']}",
        flush=True,
    )


def _compare(found: dict[str, dict[str, Any]]) -> None:
    small = ("python", "dutybook_tenth")
    same = [
        name for name in found if "sum" in found[name] and name not in ("python", "dutybook_tenth")
    ]
    if len({(found[name]["rows"], found[name]["sum"]) for name in same}) > 1:
        raise SystemExit(f"not the same rows: { {name: found[name] for name in same} }")
    if found.keys() >= set(small):
        if len({(found[name]["rows"], found[name]["sum"]) for name in small}) > 1:
            raise SystemExit(f"not the same rows: { {name: found[name] for name in small} }")
        for kind in ("wall", "processor"):
            found["python"][kind] *= 10
    twenty = [found[name]["rows"] for name in ("dutybook_x20", "duckdb_x20") if name in found]
    if len(set(twenty)) > 1:
        raise SystemExit(f"not the same rows: {twenty}")
    print("same rows\n\nratio of times, wall (processor)")
    best = min(
        (n for n in found if n in ("duckdb_asof", "duckdb_windows")),
        key=lambda n: found[n]["wall"],
        default="",
    )
    for name, other in (
        *(("dutybook", each) for each in (best, "polars", "pandas", "python", "spark_sql")),
        ("dutybook_x20", "duckdb_x20"),
        ("dutybook", "dutybook_tenth"),
    ):  # fmt: skip
        if name in found and other in found:
            wall, used = (found[name][kind] / found[other][kind] for kind in ("wall", "processor"))
            print(f"  {name} to {other:<16}{wall:>8.3f} ({used:.3f})")


if __name__ == "__main__":
    main()
