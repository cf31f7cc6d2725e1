"""A real Spark cluster on the loopback address: a master and two workers, each its own process."""

import os
import selectors
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pyspark
from pyspark.sql import SparkSession

import dutybook

WITHIN: Final = 180.0
"""Seconds that a process may take to say that it is ready."""


@dataclass(frozen=True)
class Cluster:
    """A session on the cluster, and its workers, of which one may be killed."""

    spark: SparkSession
    workers: tuple[subprocess.Popen[bytes], ...]

    def kill(self, worker: int) -> None:
        """Ends a worker and its executors at once, as a power cut would."""
        os.killpg(self.workers[worker].pid, signal.SIGKILL)
        self.workers[worker].wait()


@contextmanager
def cluster(folder: Path) -> Iterator[Cluster]:
    """A cluster that keeps everything below `folder` and is gone when the block ends."""
    with ExitStack() as stack:
        master = _started(stack, folder, "master.Master", "--host", "127.0.0.1", "--port", "0")
        address = _said(master, b"Starting Spark master at ").decode()
        workers = []
        for number in (1, 2):
            where = ("--host", "127.0.0.1", "--cores", "1", "--memory", "1g")
            place = ("--work-dir", str(folder / f"worker-{number}"))
            workers.append(_started(stack, folder, "worker.Worker", *where, *place, address))
            _said(workers[-1], b"Successfully registered with master ")
        spark = (
            SparkSession.builder.appName("dutybook tests")
            .master(address)
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.executor.memory", "512m")
            .config("spark.ui.enabled", "false")
            .config("spark.local.dir", str(folder))
            .config("spark.sql.warehouse.dir", str(folder / "warehouse"))
            .getOrCreate()
        )
        stack.callback(spark.stop)
        yield Cluster(spark, tuple(workers))


def environment() -> dict[str, str]:
    """What every process of the cluster is told: loopback only, and where this package is."""
    return {
        **os.environ,
        "SPARK_LOCAL_IP": "127.0.0.1",
        "SPARK_HOME": str(Path(pyspark.__file__).parent),
        "PYSPARK_PYTHON": sys.executable,
        "PYTHONPATH": str(Path(dutybook.__file__).parents[1]),
    }


def _started(
    stack: ExitStack, folder: Path, program: str, *options: str
) -> subprocess.Popen[bytes]:
    spark_class = Path(pyspark.__file__).parent / "bin" / "spark-class"
    process = subprocess.Popen(
        [str(spark_class), f"org.apache.spark.deploy.{program}", "--webui-port", "0", *options],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env=environment(),
        cwd=folder,
        start_new_session=True,
    )
    stack.callback(_ended, process)
    return process


def _ended(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    assert process.stderr is not None
    process.stderr.close()


def _said(process: subprocess.Popen[bytes], words: bytes) -> bytes:
    """The first word after `words` in what a process logs."""
    assert process.stderr is not None
    logged = b""
    with selectors.DefaultSelector() as ready:
        ready.register(process.stderr, selectors.EVENT_READ)
        while b"\n" not in logged.partition(words)[2]:
            if not ready.select(WITHIN):
                raise TimeoutError(f"{words!r} was not said: {logged[-2000:]!r}")
            read = os.read(process.stderr.fileno(), 65_536)
            if not read:
                raise RuntimeError(f"the process ended: {logged[-2000:]!r}")
            logged += read
    return logged.partition(words)[2].split()[0]
