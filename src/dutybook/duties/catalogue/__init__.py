"""The duties Dutybook ships with: one file each, by topic, with its worked examples beside it."""

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
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
from dutybook.duties.catalogue.limbs import LIMBS
from dutybook.duties.language import Duty

__all__ = [
    "CATALOGUE",
    "TOPICS",
    "duties_serving",
    "limbs_served",
    "review_notices",
    "reviews_past",
]

TOPICS: Final[Mapping[str, tuple[Duty, ...]]] = MappingProxyType(
    {
        topic.TITLE: topic.DUTIES
        for topic in (
            visits,
            assessment,
            supervision,
            reactive,
            managing,
            notification,
            orders,
            investigations,
            bail,
            devices,
            welfare,
            children,
            workforce,
            partners,
            documents,
        )
    }
)
"""The duties by the title of their topic."""

CATALOGUE: Final[Mapping[str, Duty]] = MappingProxyType(
    {duty.key: duty for duties in TOPICS.values() for duty in duties}
)
"""Every duty by its key."""

NOTICE_DAYS: Final = 30
"""A duty's review is announced this many days ahead."""


def duties_serving(limb: str) -> tuple[Duty, ...]:
    """The duties that show a limb, in the catalogue's order; none when no duty does."""
    return tuple(duty for duty in CATALOGUE.values() if limb in duty.limbs)


def limbs_served() -> list[dict[str, Any]]:
    """Each limb with its `key`, `title`, the keys of the `duties` that serve it, and `beyond`:
    what none of them shows, or why none can serve it.
    """
    return [
        {
            "key": limb.key,
            "title": limb.title,
            "duties": [duty.key for duty in duties_serving(limb.key)],
            "beyond": limb.beyond,
        }
        for limb in LIMBS
    ]


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
