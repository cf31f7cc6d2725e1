"""Where the real published documents are: outside the repository, for their words are not ours."""

import os
from pathlib import Path

_REPOSITORY = Path(__file__).resolve().parents[2]

FOLDER = Path(os.environ.get("DUTYBOOK_REAL_DOCUMENTS") or _REPOSITORY.parent / "shared" / "seeds")
REAL_RESPONSE = FOLDER / "cheshire-response-2026.txt"


def absent_line() -> str:
    return (
        f"real documents: none at {FOLDER}, so tests/documents/real did not run "
        "(set DUTYBOOK_REAL_DOCUMENTS to their folder)"
    )
