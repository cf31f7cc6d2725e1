"""Which duties stand in which unit's pack, topic by topic; every duty stands in at least one."""

from collections.abc import Mapping
from typing import Any, Final

from dutybook.duties.catalogue import (
    assessment,
    bail,
    children,
    devices,
    documents,
    investigations,
    managing,
    notification,
    orders,
    partners,
    reactive,
    supervision,
    visits,
    welfare,
    workforce,
)
from dutybook.duties.language import Duty
from dutybook.inspections.models import PackUnit

_EXCEPTIONS: Final = ("visit_unannounced_in_pairs", "visit_authorisation_assessed")
_WELLBEING: Final = ("psychological_screening", "supervisors_trauma_trained")
_REGISTER: Final = ("register_mismatch_resolved", "register_reconciled")
_GRADES: Final = ("kirat_used", "prioritisation_tool_used", "referral_acted_on")

Sections = tuple[tuple[str, tuple[Duty, ...]], ...]


def _only(duties: tuple[Duty, ...], keys: tuple[str, ...]) -> tuple[Duty, ...]:
    return tuple(duty for duty in duties if duty.key in keys)


def _without(duties: tuple[Duty, ...], *keys: str) -> tuple[Duty, ...]:
    return tuple(duty for duty in duties if duty.key not in keys)


_STAFF: Final[Sections] = (
    ("Staffing", _without(workforce.DUTIES, *_WELLBEING, *_REGISTER)),
    ("Wellbeing", _only(workforce.DUTIES, _WELLBEING)),
)

SECTIONS: Final[Mapping[Any, Sections]] = {
    PackUnit.OFFENDER_MANAGEMENT: (
        ("Home visits", _without(visits.DUTIES, *_EXCEPTIONS)),
        ("Visits that were announced or not in pairs", _only(visits.DUTIES, _EXCEPTIONS)),
        (assessment.TITLE, assessment.DUTIES),
        ("Supervisors’ reviews", _without(supervision.DUTIES, *_REGISTER)),
        (reactive.TITLE, reactive.DUTIES),
        (managing.TITLE, managing.DUTIES),
        (notification.TITLE, notification.DUTIES),
        (orders.TITLE, orders.DUTIES),
        (children.TITLE, children.DUTIES),
        *_STAFF,
        (
            "Differences from the national register",
            _only((*supervision.DUTIES, *workforce.DUTIES), _REGISTER),
        ),
        (partners.TITLE, partners.DUTIES),
        (documents.TITLE, documents.DUTIES),
    ),
    PackUnit.ONLINE_CHILD_ABUSE: (
        ("Grades and prioritisation", _only(investigations.DUTIES, _GRADES)),
        (investigations.TITLE, _without(investigations.DUTIES, *_GRADES)),
        (bail.TITLE, bail.DUTIES),
        (devices.TITLE, devices.DUTIES),
        (welfare.TITLE, welfare.DUTIES),
        (children.TITLE, children.DUTIES),
        *_STAFF,
        (partners.TITLE, partners.DUTIES),
        (documents.TITLE, documents.DUTIES),
    ),
}
"""What both units share (children, staff, partners, documents) stands in both packs, and is the
force's whole in each."""
