"""Lists as files that are not of case work: promises, one's own notices, and the access log."""

from collections.abc import Mapping
from typing import Any, Final

from dutybook.access.queries import log_rows
from dutybook.inspections import queries
from dutybook.inspections.findings import WORDS, Finding
from dutybook.ledger.queries.notices import own_notices
from dutybook.ledger.queries.pages import LARGEST_PAGE, Page
from dutybook.web.narrowing import in_words
from dutybook.web.notice_words import reminder_words
from dutybook.web.views.access_log_views import log_asked
from dutybook.web.views.commitment_views import STATES, promises_asked
from dutybook.web.views.list_file import Cells, ListFile, Read
from dutybook.web.wording import LEVELS, moment, plain, short_day


def _promises(request: Any) -> tuple[Read, str]:
    narrowed, fields = promises_asked(request)

    def read(page: str) -> Page[Any]:
        return queries.promises(
            request.viewer, now=request.now, page=page, size=LARGEST_PAGE, **narrowed
        )

    return read, in_words(fields)


def _notices(request: Any) -> tuple[Read, str]:
    def read(page: str) -> Page[Any]:
        found = own_notices(request.viewer, now=request.now, page=page, size=LARGEST_PAGE)
        return found.notices

    return read, "One's own"


def _log(request: Any) -> tuple[Read, str]:
    filters, fields = log_asked(request)

    def read(page: str) -> Page[Any]:
        before = int(page) if page else None
        found = log_rows(request.viewer, filters, before=before, size=LARGEST_PAGE)
        older = found.next_before
        return Page(found.rows, None if older is None else str(older))

    return read, in_words(fields)


def _promise_cells(row: Any, _day: Any) -> Cells:
    made = row.commitment
    return (
        made.what,
        made.get_party_display(),
        made.owner,
        made.recommendation.number,
        made.limb.code if made.limb else "",
        made.recommendation.inspection.title,
        made.amount,
        short_day(made.by_when),
        short_day(row.due),
        row.moved,
        STATES[row.state],
        row.days_late,
        short_day(row.settled_on) if row.settled_on else "",
        made.get_promised_in_display(),
        made.decided,
    )


def _notice_cells(row: Any, _day: Any) -> Cells:
    if row.reminder:
        what = reminder_words(row.reminder)
    elif row.limb:
        before, after = (WORDS[Finding(one)].lower() for one in (row.before, row.after))
        what = f"The finding on limb {row.limb[1]} changed from {before} to {after}"
    elif row.is_about_a_record:
        what = row.title
    else:
        what = "; ".join(f"{title}: {number}" for title, _, number in row.counts)
    about = ""
    if row.is_about_a_record:
        about = row.subject.label if row.subject else "A record that is not open to you now"
    return (
        what,
        about,
        LEVELS[row.level] if row.level else "",
        moment(row.due_at) if row.due_at else "",
        row.whose or "",
        moment(row.made_at),
        moment(row.acknowledged_at) if row.acknowledged_at else "",
        moment(row.escalated_at) if row.escalated_at else "",
    )


def _log_cells(row: Any, _day: Any) -> Cells:
    return (
        row.pk,
        row.at.isoformat(timespec="seconds"),
        row.username,
        plain(row.operation),
        plain(row.kind),
        row.detail,
        row.disclosed_to,
        ", ".join(str(one) for one in row.subjects),
        row.route,
    )


OTHER_FILES: Final[Mapping[str, ListFile]] = {
    "promises": ListFile(
        "Promises",
        "web:commitments",
        (
            *("Promise", "Whose", "Who answers for it", "Recommendation", "Limb", "Inspection"),
            *("Pounds", "First promised by", "Due", "Times moved", "How it stands", "Days late"),
            *("Delivered or dropped on", "Where it was promised", "Where it was decided"),
        ),
        _promises,
        _promise_cells,
    ),
    "notices": ListFile(
        "Notices",
        "web:notices",
        (
            *("What", "About", "Risk level", "Due", "Not acknowledged by", "Told"),
            *("Acknowledged", "Gone to the supervisor"),
        ),
        _notices,
        _notice_cells,
    ),
    "access-log": ListFile(
        "Access log",
        "web:access_log",
        (
            *("Number", "When", "Who", "Operation", "Kind of record", "What", "Disclosed to"),
            *("Records", "Page or command"),
        ),
        _log,
        _log_cells,
        sent=("who", "operation", "kind", "record", "from", "to"),
    ),
}
