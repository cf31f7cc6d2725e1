"""The duties Dutybook ships with: one file each, with its worked examples beside it."""

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from dutybook.duties.catalogue import (
    arms_reassessment,
    bail_conditions_checked,
    psychological_screening,
    referral_acted_on,
    supervisor_review_of_arms,
    supervisor_review_of_plan,
    supervisor_review_of_visit,
    visit_unannounced_in_pairs,
    visit_within_interval,
)
from dutybook.duties.language import Duty

__all__ = ["CATALOGUE", "duties_serving", "review_notices", "reviews_past"]

CATALOGUE: Final[Mapping[str, Duty]] = MappingProxyType(
    {
        module.DUTY.key: module.DUTY
        for module in (
            visit_within_interval,
            visit_unannounced_in_pairs,
            arms_reassessment,
            supervisor_review_of_arms,
            supervisor_review_of_plan,
            supervisor_review_of_visit,
            referral_acted_on,
            bail_conditions_checked,
            psychological_screening,
        )
    }
)
"""Every duty by its key."""

NOTICE_DAYS: Final = 30
"""A duty's review is announced this many days ahead."""


def duties_serving(limb: str) -> tuple[Duty, ...]:
    """The duties that show a limb, in the catalogue's order; none when no duty does."""
    return tuple(duty for duty in CATALOGUE.values() if limb in duty.limbs)


def reviews_past(today: date, duties: Iterable[Duty] = tuple(CATALOGUE.values())) -> list[str]:
    """One sentence for each duty whose review date has gone by."""
    return [
        f"{duty.key}: its review was due on {duty.review_date}; read its source again, correct "
        "the duty or set the next date"
        for duty in duties
        if duty.review_date < today
    ]


def review_notices(today: date, duties: Iterable[Duty] = tuple(CATALOGUE.values())) -> list[str]:
    """One sentence for each duty whose review falls due within `NOTICE_DAYS` days."""
    return [
        f"{duty.key}: its review is due on {duty.review_date}"
        for duty in duties
        if 0 <= (duty.review_date - today).days <= NOTICE_DAYS
    ]
