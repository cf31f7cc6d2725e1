"""Progress on the error stream, so that what is printed can be piped.

What is done within a second is not worth a word, so nothing is shown before then.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock, Timer
from typing import TypeAlias

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn

SHOWN_AFTER_SECONDS = 1.0
BETWEEN_LINES_SECONDS = 1.0

Tell: TypeAlias = Callable[[str, int, int], None]
"""Called with what is being done, how much of it is done, and of how much (0 when unknown)."""


@contextmanager
def progress_bar(doing: str = "") -> Iterator[Tell]:
    """A bar that stands while the block runs; plain lines where there is no terminal.

    `doing` says what is being done until the block itself says more.
    """
    console = Console(stderr=True)
    with _bar(console, doing) if console.is_terminal else _lines(doing) as tell:
        yield tell


@contextmanager
def _bar(console: Console, doing: str) -> Iterator[Tell]:
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TaskProgressColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task(doing, total=None, visible=False)

        def tell(doing: str, done: int, of: int) -> None:
            progress.update(task, description=doing, completed=done, total=of or None)

        with _after_a_while(lambda: progress.update(task, visible=True)):
            yield tell


@contextmanager
def _lines(doing: str) -> Iterator[Tell]:
    lines = _Lines(doing)
    with _after_a_while(lines.begin):
        yield lines


class _Lines:
    """One line when a step begins, but no more than one a second."""

    def __init__(self, doing: str) -> None:
        self._doing = doing
        self._began = False
        self._said, self._said_at = "", 0.0
        self._lock = Lock()

    def begin(self) -> None:
        """From now on it is worth saying."""
        with self._lock:
            self._began = True
            self._say(self._doing)

    def __call__(self, doing: str, done: int, of: int) -> None:
        with self._lock:
            self._doing = doing if of <= 1 else f"{doing} ({done:,} of {of:,})"
            enough = time.monotonic() - self._said_at >= BETWEEN_LINES_SECONDS
            if self._began and enough:
                self._say(self._doing)

    def _say(self, words: str) -> None:
        if words and words != self._said:
            click.echo(f"{words} …", err=True)
            self._said, self._said_at = words, time.monotonic()


@contextmanager
def _after_a_while(show: Callable[[], None]) -> Iterator[None]:
    timer = Timer(SHOWN_AFTER_SECONDS, show)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()  # no thread is left behind to be lost in a fork
