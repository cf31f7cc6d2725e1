"""What the doctor looks at inside an installation; Django is set up, and nothing is changed but
the access log, which says that somebody looked."""

from collections.abc import Iterator
from datetime import datetime

from dutybook.access import queries as access_queries
from dutybook.access.models import Force
from dutybook.access.viewer import Viewer
from dutybook.cli.findings import Finding, mend, note, well
from dutybook.cli.installation import pending_migrations, walls
from dutybook.cli.looks_at_machine import holidays_known_to
from dutybook.cli.operators import operator_of
from dutybook.cli.progress import progress_bar
from dutybook.database import DatabaseAccess, Walls, holes_in_walls
from dutybook.ledger.instants import local_day
from dutybook.ledger.mailing import mail_is_set, unmailed
from dutybook.ledger.queries import bank_holidays_known_to, check_ledger, unset_policies
from dutybook.ledger.queries.recounts import being_counted

ROUTE = "doctor"


def look_at_schema() -> Finding:
    """Whether the tables are those of this version; nothing else can be read when they are not."""
    pending = pending_migrations()
    if not pending:
        return well("Schema", "up to date")
    return mend(
        "Schema",
        f"{len(pending)} steps behind, from {pending[0]}",
        "Make a backup, then `dutybook serve` brings it up to date. The rest was not looked at.",
    )


def look_at_records(access: DatabaseAccess, now: datetime, *, quick: bool) -> Iterator[Finding]:
    """Every finding about what the installation holds."""
    yield _walls(access)
    yield from _access_log()
    yield holidays_known_to(bank_holidays_known_to(now), local_day(now))
    forces = access_queries.forces()
    if not forces:
        yield mend(
            "Force", "there is none yet", "`dutybook admin create` makes it and an administrator."
        )
    for force in forces:
        yield from _force(force, now, quick)


def _walls(access: DatabaseAccess) -> Finding:
    append_only, public = walls()
    found = holes_in_walls(access, Walls(append_only=tuple(append_only), public=tuple(public)))
    if found:
        return mend(
            "Database walls",
            "; ".join(found[:10]),
            "`dutybook serve` gives the roles their rights again. Find out who changed them.",
        )
    return well(
        "Database walls",
        f"update, delete and truncate refused on {len(append_only)} append-only tables",
    )


def _access_log() -> Iterator[Finding]:
    about = "Access log"
    standing = access_queries.log_standing(operator_of(0, ROUTE))
    if not standing.numbered:
        yield mend(
            about,
            "its numbers have been set back",
            "Somebody with the owner's rights changed it. Keep a backup and tell the auditor.",
        )
    if standing.unlogged:
        tables = ", ".join(f"{table} {count}" for table, count in standing.unlogged.items())
        yield mend(
            about,
            f"changes with no row in it: {tables}",
            "Rows were removed, or a change was made past the application. Tell the auditor.",
        )
    if standing.numbered and not standing.unlogged:
        since = f" since {standing.first_at:%d %B %Y}" if standing.first_at else ""
        yield well(about, f"{standing.rows:,} rows{since}; every change has its row")


def _force(force: Force, now: datetime, quick: bool) -> Iterator[Finding]:
    if force.is_demonstration:
        yield note(force.name, "a demonstration: everyone in it is invented")
    if not force.holds_records:
        return
    by = operator_of(force.pk, ROUTE)
    if not access_queries.has_administrator(force.pk, now):
        yield mend(
            force.name,
            "nobody can keep its accounts",
            f"`dutybook admin create --force-key {force.key}` makes an administrator.",
        )
    yield _mail(force, now)
    yield from _unset(force, by, now)
    if quick:
        yield note(force.name, "its ledger was not compared with its facts", "Leave out --quick.")
    else:
        yield from _ledger(force, by, now)


def _mail(force: Force, now: datetime) -> Finding:
    """Whether notices go out by mail, and whether any could not."""
    if not mail_is_set():
        return note(
            force.name,
            "no mail is sent: notices wait on people's pages",
            "Set DUTYBOOK_MAIL to a mail server, and give accounts their addresses.",
        )
    waiting = unmailed(force.pk, now)
    if waiting:
        return mend(
            force.name,
            f"{waiting:,} notices could not be mailed",
            "Look at the mail server that DUTYBOOK_MAIL names, and whether the worker runs.",
        )
    return well(force.name, "notices go out by mail")


def _unset(force: Force, by: Viewer, now: datetime) -> Iterator[Finding]:
    unset = unset_policies(by, local_day(now))
    for one in unset:
        levels = f" for {', '.join(map(_words, one.missing_levels))}" if one.missing_levels else ""
        seen = f"{one.key} is unset{levels}"
        if not one.subjects:
            yield note(force.name, seen, "Set it on the policies page when it has been decided.")
            continue
        seen += f" and leaves {one.subjects:,} without a standard"
        remedy = "Decide it and set it on the policies page: until then nothing counts as met."
        yield (note if force.is_demonstration else mend)(force.name, seen, remedy)
    if not unset:
        yield well(force.name, "every policy is set")


def _ledger(force: Force, by: Viewer, now: datetime) -> Iterator[Finding]:
    being = being_counted(by)
    if being is not None:
        yield note(
            force.name,
            f"figures are being counted again since {being.since:%d %B %Y %H:%M} UTC: "
            f"{being.subjects_done:,} of {being.subjects:,} records are done, and its ledger was "
            "not compared with its facts",
            "Look again when it is done. `dutybook worker` does it, and so does a running server.",
        )
        return
    with progress_bar("comparing the ledger") as tell:
        checked = check_ledger(by, now=now, progress=tell)
    for one in checked:
        if not one.is_sound:
            yield mend(
                force.name,
                f"the ledger of {one.duty} is not what the facts give: derived "
                f"{one.derived[:16]}, stored {one.stored[:16]}, kept {one.kept[:16]}",
                "`dutybook ledger --rebuild` derives it anew. Find out what changed it.",
            )
    sound = [one for one in checked if one.is_sound]
    if sound:
        yield well(
            force.name, f"the ledger of {len(sound)} of {len(checked)} duties equals a rebuild"
        )


def _words(level: str) -> str:
    return level.replace("_", " ")
