"""`dutybook worker`: the background work of an installation, beside the server or alone."""

import os
import signal
import threading
import time
from pathlib import Path

import click

from dutybook.cli.installation import data_option, joined

HEARTBEAT_SECONDS = 5.0
STALLED_SECONDS = 30.0
_LOOK_SECONDS = 0.5
_PATIENCE_SECONDS = 20.0


@click.command("worker")
@data_option
@click.option("--kept-by", type=int, hidden=True, help="End when this process does.")
def command(data: Path | None, kept_by: int | None) -> None:
    """Count again what changed settings decide, look at the clock, and make notices.

    `dutybook serve` starts one by itself. Run more on other machines beside a database server of
    your own (DATABASE_URL); they share the work. Ctrl-C ends it between two portions.
    """
    if kept_by is not None:
        threading.Thread(target=_end_with, args=(kept_by,), daemon=True).start()
    with joined(data):
        work()


def _end_with(keeper: int) -> None:
    """Leave in order once the keeper is gone, however it ended; at last without order."""
    while os.getppid() == keeper:
        time.sleep(_LOOK_SECONDS)
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(_PATIENCE_SECONDS)
    os._exit(1)


def work() -> None:
    """Do what is asked for until a signal comes; Django is set up."""
    from dutybook.duties.warming import warm
    from dutybook.ledger.tasks import resume_recounts

    warm()
    resume_recounts()  # what a worker that was killed had begun goes on at once
    _run()


def _run() -> None:
    from procrastinate.contrib.django import app
    from procrastinate.contrib.django.django_connector import DjangoConnector

    connector = app.connector
    assert isinstance(connector, DjangoConnector)  # until it is replaced on the next line
    with app.replace_connector(connector.get_worker_connector()) as ready:
        ready.run_worker(
            name="dutybook",
            delete_jobs="successful",
            shutdown_graceful_timeout=0,
            update_heartbeat_interval=HEARTBEAT_SECONDS,
            stalled_worker_timeout=STALLED_SECONDS,
        )
