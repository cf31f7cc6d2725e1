"""Progress in the terminal, on the error stream, so that what is printed can be piped."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn


class ProgressBar:
    """Called with what is being done, how much of it is done, and of how much."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._task = progress.add_task("", total=None)

    def __call__(self, doing: str, done: int, of: int) -> None:
        self._progress.update(self._task, description=doing, completed=done, total=of or None)


@contextmanager
def progress_bar() -> Iterator[ProgressBar]:
    """A bar that stands while the block runs; plain lines where there is no terminal."""
    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TaskProgressColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, transient=not console.is_terminal) as progress:
        yield ProgressBar(progress)
