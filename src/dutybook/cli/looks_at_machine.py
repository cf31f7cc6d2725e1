"""What the doctor looks at without the database: files, data that ships, compiled code."""

import json
import os
import shutil
from datetime import UTC, date, datetime, timedelta
from importlib.resources import files
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dutybook.cli.findings import Finding, mend, note, well

LEAST_FREE_BYTES = 1 << 30
HOLIDAYS_AHEAD = timedelta(days=365)


def look_at_machine(folder: Path, today: date) -> list[Finding]:
    """Every finding that needs no database; `folder` is the data folder."""
    return [
        _room(folder),
        _time_zone(),
        _assets(),
        _compiled_kernel(),
        *_reviews(today),
    ]


def holidays_known_to(last: date, today: date) -> Finding:
    """Whether bank holidays are known far enough ahead to count working days."""
    about = "Bank holidays"
    if last >= today + HOLIDAYS_AHEAD:
        return well(about, f"known to {last:%d %B %Y}")
    return mend(
        about,
        f"known to {last:%d %B %Y} only",
        "Working days after that are counted as if there were none: install a newer Dutybook.",
    )


def _room(folder: Path) -> Finding:
    free = shutil.disk_usage(folder).free
    said = f"{free / 1e9:.1f} GB free in {folder}"
    if free >= LEAST_FREE_BYTES:
        return well("Disk", said)
    return mend("Disk", said, "Make room, or move the data folder to a larger disk.")


def _time_zone() -> Finding:
    about = "Time zone data"
    summer, winter = datetime(2026, 7, 1, tzinfo=UTC), datetime(2026, 1, 1, tzinfo=UTC)
    try:
        local = ZoneInfo("Europe/London")
    except ZoneInfoNotFoundError:
        return mend(about, "Europe/London is not known", "Run `make run`, which installs tzdata.")
    offsets = [moment.astimezone(local).utcoffset() for moment in (winter, summer)]
    if offsets == [timedelta(0), timedelta(hours=1)]:
        return well(about, "Europe/London has winter and summer time")
    return mend(
        about,
        "Europe/London has not the hours it should have",
        "Update the system's tzdata; due times would be an hour out.",
    )


def _assets() -> Finding:
    about, remedy = "Page assets", "Build them: `make run` does so when they are missing."
    folder = Path(str(files("dutybook.web"))) / "built"
    try:
        named = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        missing = [name for name in named.values() if not (folder / name).is_file()]
    except (OSError, ValueError):
        return mend(about, "they have not been built", remedy)
    if missing:
        return mend(about, f"missing: {', '.join(missing)}", remedy)
    return well(about, f"{len(named)} files, all there")


def _compiled_kernel() -> Finding:
    from dutybook.duties.compiled import kept_code

    about = "Compiled duties"
    folder, kept, needed = kept_code()
    nearest = next(each for each in (folder, *folder.parents) if each.exists())
    if not os.access(nearest, os.W_OK):
        return mend(
            about,
            f"{nearest} cannot be written to",
            "Every start compiles anew, most of a minute: let this account write there.",
        )
    if kept < needed:
        seen = f"{kept} of {needed} functions kept in {folder}"
        return note(about, seen, "The next start compiles the rest, once, in about a minute.")
    return well(about, f"all {needed} functions kept in {folder}")


def _reviews(today: date) -> list[Finding]:
    from dutybook.duties.catalogue import CATALOGUE

    about = "Reviews of duties"
    late = [duty for duty in CATALOGUE.values() if duty.review_date < today]
    unchecked = [duty for duty in CATALOGUE.values() if duty.checked_by is None]
    found = [
        mend(
            about,
            f"{duty.title}: its review was due on {duty.review_date:%d %B %Y}",
            "Compare it with its source; a newer Dutybook may have done so.",
        )
        for duty in late
    ] or [well(about, f"none of {len(CATALOGUE)} is overdue")]
    if unchecked:
        found.append(
            note(
                about,
                f"{len(unchecked)} of {len(CATALOGUE)} not yet checked by a practitioner",
                "`dutybook duties show KEY` prints one to check.",
            )
        )
    return found
