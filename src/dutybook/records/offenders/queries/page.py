"""One offender, whole: who they are, what is owed on them, what happened."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from dutybook.access.consulting import consultation
from dutybook.access.viewer import Viewer
from dutybook.ledger.fact_models import choices_of
from dutybook.ledger.instants import local_day
from dutybook.ledger.models import SubjectKind
from dutybook.ledger.queries import Event, Page, SubjectEntry, looks, timeline
from dutybook.ledger.queries.subject_lists import entries_beneath
from dutybook.ledger.queries.timelines import EVENTS_SHOWN
from dutybook.records.offenders.queries.beside import Beside, beside
from dutybook.records.offenders.queries.header import Header, header_of
from dutybook.records.people.queries import PersonPage, Warned, read_person, warnings_about

EVENT_TABLES = (
    "visit",
    "visit_authorisation",
    "supervisor_review",
    "arms_assessment",
    "risk_plan",
    "risk_level",
    "visit_plan",
    "management",
    "community_status",
    "registration",
    "arms_applicability",
    "allocation",
    "authorisation_assessment",
    "entry_attempt",
    "warrant_decision",
    "whereabouts",
    "missing_plan",
    "missing_review",
    "other_assessment",
    "database_check",
    "database_assessment",
    "reactive_evidence",
    "reactive_trigger",
    "risk_review",
    "relevant_date",
    "notification",
    "notifiable_change",
    "residence",
    "foreign_travel",
    "travel_return",
    "notification_breach",
    "breach_recorded",
    "breach_decision",
    "order_decision",
    "order_made",
    "order_state",
    "order_check",
    "order_end_decision",
    "order_breach",
    "order_breach_decision",
    "disclosure_request",
    "disclosure_decision",
    "further_offence",
    "further_offence_review",
)
"""What the timeline can be narrowed to."""


@dataclass(frozen=True)
class OffenderPage:
    """Everything an offender's page shows, read as one operation."""

    header: Header
    due: tuple[SubjectEntry, ...]
    events: Page[Event]
    beside: Beside
    identity: PersonPage | None


@dataclass(frozen=True)
class VisitFormContext:
    """What the form for a visit shows beside its fields."""

    header: Header
    warnings: tuple[Warned, ...]
    due: SubjectEntry | None
    outcomes: tuple[str, ...]


@consultation
def offender_page(
    viewer: Viewer,
    subject_id: int,
    *,
    now: datetime,
    tables: Iterable[str] = (),
    page: str = "",
    size: int = EVENTS_SHOWN,
) -> OffenderPage:
    """The header, what is owed now and a page of the timeline (perhaps of some kinds of event).

    Logged as one consultation. Raises `NotFound` for a hidden or absent offender, `InvalidInput`
    for a kind or a page that does not exist.
    """
    header = header_of(viewer, subject_id, now)
    due = entries_beneath(viewer, subject_id, local_day(now))
    events = timeline(
        viewer, subject_id, tables=tuple(tables) or EVENT_TABLES, page=page, size=size
    )
    identity = read_person(viewer, header.person_id) if header.person_id else None
    own = (SubjectKind.OFFENDER.value, subject_id)
    others = identity.looked_at if identity else ()
    looks.log_subjects(viewer, {own, *others}, detail="offender")
    return OffenderPage(header, due, events, beside(events.rows), identity)


@consultation
def header_for_form(viewer: Viewer, subject_id: int, *, now: datetime) -> Header:
    """Who a form is about, and no more than that; logged. Raises `NotFound`."""
    header = header_of(viewer, subject_id, now)
    looks.log_subjects(viewer, [(SubjectKind.OFFENDER, subject_id)], detail="offender form")
    return header


@consultation
def visit_form_context(viewer: Viewer, subject_id: int, *, now: datetime) -> VisitFormContext:
    """What stands beside the form for recording a visit; logged. Raises `NotFound`."""
    header = header_of(viewer, subject_id, now)
    owed = entries_beneath(viewer, subject_id, local_day(now))
    warned = warnings_about(viewer, subject_id, local_day(now))
    own = (SubjectKind.OFFENDER.value, subject_id)
    looks.log_subjects(viewer, {own, *(one.said_in for one in warned)}, detail="visit form")
    return VisitFormContext(
        header=header,
        warnings=warned,
        due=next((one for one in owed if one.duty == "visit_within_interval"), None),
        outcomes=choices_of("visit", "outcome"),
    )
