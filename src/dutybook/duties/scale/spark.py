"""The same parts as tasks of Apache Spark, for facts that one machine is too small for.

The facts and the ledger lie where every worker sees them under the same path, as for Spark's own
files. A task is a range of subjects; one that is lost with its worker is done again elsewhere.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from dutybook.duties.scale.parts import PartWritten, Range, Runner, write_part
from dutybook.duties.scale.work import Work

if TYPE_CHECKING:
    from pyspark.sql import SparkSession


def session(master: str | None) -> "SparkSession":
    """A session on `master`, else on what Spark's own configuration says (all cores here).

    Raises ImportError when `dutybook[spark]` is not installed.
    """
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.appName("dutybook ledger")
    if master:
        builder = builder.master(master)
    return builder.config("spark.ui.enabled", "false").getOrCreate()


def run_on(spark: "SparkSession") -> Runner:
    """Runs the parts as tasks of a session, one task a part."""

    def run(work: Work, folder: Path, parts: tuple[Range, ...]) -> Iterator[PartWritten]:
        if not parts:
            return
        held = spark.sparkContext.broadcast((work, folder))
        tasks = spark.sparkContext.parallelize(parts, len(parts))
        # Spark answers in the order of the parts.
        yield from tasks.map(lambda part: write_part(*held.value, part)).collect()

    return run
