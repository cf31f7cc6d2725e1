"""`dutybook serve`: open the installation and answer on an address until told to stop."""

import signal
import socket
import sys
from pathlib import Path
from types import FrameType

import click

from dutybook.cli.installation import data_option, opened
from dutybook.cli.keeper import kept_worker
from dutybook.cli.progress import progress_bar


@click.command("serve")
@data_option
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--port",
    default=8000,
    show_default=True,
    envvar="PORT",
    type=click.IntRange(1, 65535),
    help="The port to listen on; PORT sets it too.",
)
@click.option(
    "--workers",
    default=2,
    show_default=True,
    type=click.IntRange(1, 64),
    help="Processes that answer, each with four threads.",
)
@click.option(
    "--with-demonstration",
    is_flag=True,
    help="Load the demonstration force if the database is empty.",
)
def command(
    data: Path | None, host: str, port: int, workers: int, with_demonstration: bool
) -> None:
    """Serve the pages, with a worker beside them; Ctrl-C stops everything, the embedded database
    included.
    """
    signal.signal(signal.SIGTERM, _end)
    if signal.getsignal(signal.SIGHUP) == signal.SIG_DFL:  # else nohup asked to be left alone
        signal.signal(signal.SIGHUP, _end)
    _refuse_taken(host, port)
    with opened(data, may_make=True):
        if with_demonstration:
            _load_demonstration_if_empty()
        _warm_kernel()
        lines = [f"\nDutybook is at http://{host}:{port}  (Ctrl-C stops it)\n", *_sign_ins()]
        with kept_worker(["--data", str(data)] if data else []):
            _answer(host, port, workers, lines)


def _end(_number: int, _frame: FrameType | None) -> None:
    """Leave through every `with`, so that the database is stopped in order."""
    sys.exit(0)


def _refuse_taken(host: str, port: int) -> None:
    """Say at once that the port is taken, before any work is done."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as problem:
            raise click.ClickException(
                f"Cannot listen on {host}:{port}: {problem.strerror}. "
                f"Choose another port: make run PORT={port + 1}"
            ) from problem


def _load_demonstration_if_empty() -> None:
    from dutybook.cli.demo import load_if_empty

    load_if_empty()


def _warm_kernel() -> None:
    """Compile or load the duty kernel before the first request needs it."""
    with progress_bar("loading the duties") as tell:
        from dutybook.duties.warming import warm

        warm(tell)


def _sign_ins() -> list[str]:
    from dutybook.cli.demo import sign_ins

    return sign_ins()


def _answer(host: str, port: int, workers: int, lines: list[str]) -> None:
    """Run the web server's workers in this process's children until a signal comes.

    `lines` are printed once it listens: who reads them can use the address at once.
    """
    from django.core.wsgi import get_wsgi_application
    from django.db import connections

    from dutybook.cli.web_server import answer, settle

    application = get_wsgi_application()
    settle()
    connections.close_all()  # no connection is shared across the fork
    address = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    answer(application, address, workers, lambda: click.echo("\n".join(lines)))
