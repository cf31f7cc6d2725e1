"""Lists as files: which there are, and what their columns say."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from dutybook.ledger import queries as ledger_queries
from dutybook.ledger.queries.pages import LARGEST_PAGE, Page
from dutybook.ledger.queries.review_queue import review_queue
from dutybook.records.investigations import queries as investigation_queries
from dutybook.records.offenders import queries as offender_queries
from dutybook.web.due import ago, due_words
from dutybook.web.narrowing import in_words
from dutybook.web.views.bail_views import bails_asked
from dutybook.web.views.list_file import MOST_ROWS, Cells, ListFile, Read
from dutybook.web.views.offender_views import offenders_asked
from dutybook.web.views.other_files import OTHER_FILES
from dutybook.web.views.review_views import reviews_asked
from dutybook.web.views.suspect_views import suspects_asked
from dutybook.web.views.work_views import records_asked, today, work_asked
from dutybook.web.wording import LEVELS, plain, short_day, yes_no


def _offenders(request: Any) -> tuple[Read, str]:
    narrowed, fields = offenders_asked(request)

    def read(page: str) -> Page[Any]:
        return offender_queries.offender_list(
            request.viewer, now=request.now, page=page, size=LARGEST_PAGE, **narrowed
        )

    return read, in_words(fields)


def _suspects(request: Any) -> tuple[Read, str]:
    narrowed, fields = suspects_asked(request)

    def read(page: str) -> Page[Any]:
        return investigation_queries.suspect_list(
            request.viewer, now=request.now, page=page, size=LARGEST_PAGE, **narrowed
        )

    return read, in_words(fields)


def _work(request: Any) -> tuple[Read, str]:
    narrowed, fields = work_asked(request)
    return _work_list(request, narrowed), in_words(fields)


def _records(request: Any) -> tuple[Read, str]:
    narrowed, fields, _, heading = records_asked(request)
    return _work_list(request, narrowed), "; ".join(filter(None, (heading, in_words(fields))))


def _work_list(request: Any, narrowed: Mapping[str, Any]) -> Read:
    def read(page: str) -> Page[Any]:
        return ledger_queries.work_list(
            request.viewer, today(request), page=page, size=LARGEST_PAGE, **narrowed
        )

    return read


def _reviews(request: Any) -> tuple[Read, str]:
    what, fields = reviews_asked(request)

    def read(page: str) -> Page[Any]:
        return review_queue(request.viewer, today(request), what=what, page=page, size=LARGEST_PAGE)

    return read, in_words(fields)


def _bails(request: Any) -> tuple[Read, str]:
    which, fields = bails_asked(request)

    def read(page: str) -> Page[Any]:
        return investigation_queries.bail_board(
            request.viewer, today(request), which=which, page=page, size=LARGEST_PAGE
        )

    return read, in_words(fields)


def _transfers(request: Any) -> tuple[Read, str]:
    def read(_page: str) -> Page[Any]:
        found = offender_queries.waiting_transfers(
            request.viewer, now=request.now, most=MOST_ROWS + 1
        )
        return Page(found, None)

    return read, "Not answered yet"


def _offender_cells(row: Any, _day: Any) -> Cells:
    return (
        row.name,
        row.national_register_ref,
        LEVELS[row.level or "unknown"],
        plain(row.community_status),
        plain(row.management),
        row.days_since_seen,
        row.owner or "Unowned",
        row.team or "",
        "Restricted" if row.restricted else "",
    )


def _suspect_cells(row: Any, _day: Any) -> Cells:
    return (
        row.reference,
        row.name or "Not identified",
        LEVELS[row.level or "unknown"],
        short_day(row.last_referral_at),
        plain(row.last_action) if row.last_action else "None yet",
        short_day(row.last_action_at) if row.last_action_at else "",
        "Ended" if row.ended else "Open",
        row.owner or "Unowned",
        row.team or "",
        "Restricted" if row.restricted else "",
    )


def _work_cells(row: Any, day: Any) -> Cells:
    due = due_words(row.status, row.due_at, row.days_overdue, day)
    return (
        row.label,
        "" if row.level is None else LEVELS[row.level],
        row.title,
        due.said,
        short_day(row.due_at) if row.due_at else "",
        row.days_overdue,
        ago(row.days_since_done, "never seen" if row.kind == "offender" else "never done"),
        row.owner or "Unowned",
        row.team or "",
    )


def _review_cells(row: Any, day: Any) -> Cells:
    due = due_words(row.status, row.due_at, row.days_overdue, day)
    return (
        row.label,
        "" if row.level is None else LEVELS[row.level],
        plain(row.what),
        short_day(row.opened_at),
        due.said,
        row.days_overdue,
        row.owner or "Unowned",
        row.team or "",
    )


def _bail_cells(row: Any, _day: Any) -> Cells:
    return (
        row.label,
        short_day(row.segment_from),
        short_day(row.segment_until) if row.segment_until else "No end set",
        row.days_left,
        yes_no(row.conditional),
        row.checks,
        short_day(row.last_check_at) if row.last_check_at else "",
        row.owner or "Unowned",
        row.team or "",
    )


def _transfer_cells(row: Any, _day: Any) -> Cells:
    return (
        row.label,
        "From" if row.direction == "in" else "To",
        row.force,
        short_day(row.sent_on),
        row.days,
        row.owner or "Unowned",
    )


_WORK_COLUMNS = (
    *("Who", "Risk level", "What is due", "How it stands", "Due", "Days overdue"),
    *("Last seen or done", "Owner", "Team"),
)
LIST_FILES: Final[Mapping[str, ListFile]] = MappingProxyType(
    {
        "offenders": ListFile(
            "Offenders",
            "web:offenders",
            (
                *("Name", "National register reference", "Risk level", "Where", "Management"),
                *("Days since seen", "Owner", "Team", "Restricted"),
            ),
            _offenders,
            _offender_cells,
        ),
        "suspects": ListFile(
            "Suspects",
            "web:suspects",
            (
                *("Reference", "Name", "Grade", "Last referral", "Last action"),
                *("Day of last action", "Investigation", "Owner", "Team", "Restricted"),
            ),
            _suspects,
            _suspect_cells,
        ),
        "bails": ListFile(
            "Bail board",
            "web:bail_board",
            (
                *("Suspect", "Period began", "Period ends", "Days left", "Conditions"),
                *("Checks in this period", "Last check", "Owner", "Team"),
            ),
            _bails,
            _bail_cells,
        ),
        "transfers": ListFile(
            "Transfers not accepted yet",
            "web:transfers",
            ("Who", "From or to", "Force", "Sent", "Days waiting", "Owner"),
            _transfers,
            _transfer_cells,
        ),
        "work": ListFile("My work", "web:home", _WORK_COLUMNS, _work, _work_cells),
        "records": ListFile("Open items", "web:team_records", _WORK_COLUMNS, _records, _work_cells),
        "reviews": ListFile(
            "Work to review",
            "web:reviews",
            (
                *("Who", "Risk level", "What", "Recorded", "How it stands", "Days overdue"),
                *("Owner", "Team"),
            ),
            _reviews,
            _review_cells,
        ),
        **OTHER_FILES,
    }
)
