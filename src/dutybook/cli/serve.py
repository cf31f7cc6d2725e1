"""`dutybook serve`: open the installation and answer on an address until told to stop."""

import os
import signal
import socket
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import click

from dutybook.cli.installation import data_option, opened
from dutybook.cli.keeper import kept_worker
from dutybook.cli.progress import progress_bar


@click.command("serve")
@data_option
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--port", default=8000, show_default=True, envvar="PORT", type=click.IntRange(1, 65535)
)
@click.option("--workers", default=2, show_default=True, type=click.IntRange(1, 64))
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


def _as_terminate(_number: int, _frame: FrameType | None) -> None:
    """The terminal was closed: stop, where the web server itself would only reload."""
    os.kill(os.getpid(), signal.SIGTERM)


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
    from gunicorn.app.base import BaseApplication

    application = get_wsgi_application()
    connections.close_all()  # no connection is shared across the fork
    hang_up = signal.getsignal(signal.SIGHUP)

    def listening(_arbiter: object) -> None:
        signal.signal(signal.SIGHUP, _as_terminate if hang_up is _end else hang_up)
        for line in lines:
            click.echo(line)

    class Pages(BaseApplication):
        def load_config(self) -> None:
            options: dict[str, Any] = {
                "bind": [f"[{host}]:{port}" if ":" in host else f"{host}:{port}"],
                "workers": workers,
                "worker_class": "gthread",
                "threads": 4,
                "timeout": 60,
                "graceful_timeout": 10,
                "preload_app": True,
                "loglevel": "warning",
                "worker_tmp_dir": None,
                "control_socket_disable": True,
                "when_ready": listening,
            }
            for name, value in options.items():
                if name in self.cfg.settings:
                    self.cfg.set(name, value)

        def load(self) -> Callable[..., Any]:
            return application

    Pages().run()
