"""What is told when files cannot be read: what is wrong, where, and what to do."""

from pathlib import Path


class InputError(ValueError):
    """A file or folder that cannot be read as it stands; nothing has been written."""

    def __init__(
        self,
        path: Path,
        problem: str,
        remedy: str,
        *,
        row: int | None = None,
        column: str | None = None,
    ) -> None:
        self.path = path
        self.row = row
        self.column = column
        self.problem = problem
        self.remedy = remedy
        place = str(path)
        if row is not None:
            place += f", row {row}"
        if column is not None:
            place += f", column {column}"
        super().__init__(f"{place}: {problem}. {remedy}.")


class OutputError(ValueError):
    """A place where a ledger may not be written; nothing has been changed there."""
