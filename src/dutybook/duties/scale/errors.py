"""What is told when files cannot be read: what is wrong, where, and what to do."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Problem:
    """One thing wrong in a file, in words, with what to do about it; rows are counted from 1."""

    path: Path
    problem: str
    remedy: str
    row: int | None = None
    column: str | None = None

    def __str__(self) -> str:
        place = str(self.path)
        if self.row is not None:
            place += f", row {self.row}"
        if self.column is not None:
            place += f", column {self.column}"
        return f"{place}: {self.problem}. {self.remedy}."


class InputError(ValueError):
    """Files or folders that cannot be read as they stand: every problem found, one a line.

    Nothing has been written.
    """

    def __init__(
        self,
        path: Path,
        problem: str,
        remedy: str,
        *,
        row: int | None = None,
        column: str | None = None,
    ) -> None:
        self.problems: tuple[Problem, ...] = (Problem(path, problem, remedy, row, column),)
        super().__init__(str(self.problems[0]))

    @classmethod
    def of(cls, problems: Iterable[Problem]) -> "InputError":
        """One error that tells of all of them; there is at least one."""
        found = tuple(problems)
        error = cls.__new__(cls)
        error.problems = found
        ValueError.__init__(error, "\n".join(map(str, found)))
        return error


class OutputError(ValueError):
    """A place where a ledger may not be written; nothing has been changed there."""
