"""The web server: gunicorn with threads, its workers stopped without fail.

Told to stop while a worker boots, or told twice (Ctrl-C reaches every process of the terminal),
gunicorn's own workers can lose the signal or wait for themselves, and are killed ten seconds
later. These cannot: what a worker has not finished is a transaction, which PostgreSQL undoes.
"""

import gc
import os
import signal
from collections.abc import Callable
from importlib import import_module
from types import FrameType
from typing import Any

from gunicorn.app.base import BaseApplication
from gunicorn.arbiter import Arbiter
from gunicorn.workers.gthread import ThreadWorker

DID_NOT_START = 3  # gunicorn's own code, at which it gives up
STOPS = (signal.SIGTERM, signal.SIGQUIT)


class Worker(ThreadWorker):
    """A worker that only its parent stops."""

    def init_signals(self) -> None:
        super().init_signals()
        signal.signal(signal.SIGINT, signal.SIG_IGN)

    def handle_quit(self, _number: int, _frame: FrameType | None) -> None:
        """Stop at once, whatever is going on."""
        os._exit(0)


class Keeper(Arbiter):
    """The workers' parent; no signal to stop falls between a worker's birth and its handlers."""

    def spawn_worker(self) -> Any:
        signal.pthread_sigmask(signal.SIG_BLOCK, STOPS)
        try:
            return super().spawn_worker()
        finally:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPS)


class Pages(BaseApplication):
    """The application, with the settings by which it is served."""

    def __init__(self, application: Callable[..., Any], settings: dict[str, Any]) -> None:
        self._application = application
        self._settings = settings
        super().__init__()

    def load_config(self) -> None:
        for name, value in self._settings.items():
            self.cfg.set(name, value)

    def load(self) -> Callable[..., Any]:
        return self._application


def settle() -> None:
    """Load every page, and set what is loaded apart from what the collector goes through.

    The workers share it and it lives as long as they do; a round of the collector takes only
    what a page has left behind.
    """
    from django.conf import settings

    import_module(settings.ROOT_URLCONF)
    gc.collect()
    gc.freeze()


def answer(
    application: Callable[..., Any], address: str, workers: int, listening: Callable[[], None]
) -> None:
    """Serve on `address` until told to stop; `listening` is called once requests are taken in."""
    hang_up = signal.getsignal(signal.SIGHUP)

    def ready(_keeper: object) -> None:
        """The terminal was closed: stop, where gunicorn would only reload; nohup's wish stands."""
        ignored = hang_up is signal.SIG_IGN
        signal.signal(signal.SIGHUP, signal.SIG_IGN if ignored else _terminate)
        listening()

    settings = {
        "bind": [address],
        "workers": workers,
        "worker_class": Worker,
        "threads": 4,
        "timeout": 60,
        "graceful_timeout": 10,
        "preload_app": True,
        "loglevel": "warning",
        "control_socket_disable": True,
        "when_ready": ready,
        "post_fork": _unfinished_worker_ends_at_once,
        "worker_exit": _end_worker,
    }
    Keeper(Pages(application, settings)).run()


def _terminate(_number: int, _frame: FrameType | None) -> None:
    os.kill(os.getpid(), signal.SIGTERM)


def _unfinished_worker_ends_at_once(_keeper: object, _worker: object) -> None:
    for number in STOPS:
        signal.signal(number, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPS)


def _end_worker(_keeper: object, worker: Any) -> None:
    """End here: a worker is a fork, and what its parent opened is its parent's to close."""
    if os.getpid() == worker.pid:  # the parent, too, is told of a worker that has gone
        os._exit(0 if worker.booted else DID_NOT_START)
