"""Watching what the records show of each limb, so that a changed finding is told."""

from collections import defaultdict
from datetime import datetime

from django.db import transaction

from dutybook.access.viewer import Viewer
from dutybook.inspections.models import (
    Certification,
    Inspection,
    Limb,
    ShownBy,
    WholeCertification,
)
from dutybook.inspections.queries.choosing import choose_force
from dutybook.inspections.queries.standing import findings_of_limbs
from dutybook.ledger.instants import local_day
from dutybook.ledger.queries.recounts import being_counted
from dutybook.ledger.ticking import note_finding


@transaction.atomic
def watch_findings(*, by: Viewer, now: datetime) -> int:
    """Compare each limb's finding in the viewer's force with the last one kept; gives how many
    changed. While figures are being counted again nothing is compared. For the worker.
    """
    if being_counted(by) is not None:
        return 0
    day, changed = local_day(now), 0
    certified = _certifiers(by.force_id)
    for inspection in Inspection.objects.order_by("id"):
        choice = choose_force(by, inspection, None)
        limbs = list(
            Limb.objects.filter(
                recommendation__inspection=inspection, shown_by=ShownBy.RECORDS
            ).order_by("id")
        )
        found = findings_of_limbs(by, limbs, choice, day, now=now)
        for limb in limbs:
            state = found[limb.pk].state.value
            about = f"{inspection.key}/{limb.code}"
            changed += note_finding(
                by.force_id,
                about=about,
                finding=state,
                now=now,
                certifiers=sorted(certified[limb.pk]),
            )
    return changed


def _certifiers(force_id: int) -> dict[int, set[int]]:
    """Who certified each limb, or the whole recommendation that it is of, by the limb's number:
    as far as the certification stands."""
    certified: dict[int, set[int]] = defaultdict(set)
    stands = {"proposal__force_id": force_id, "outcome": "certified", "withdrawal": None}
    of_limbs = Certification.objects.filter(**stands).order_by("id")
    newest = dict(of_limbs.values_list("proposal__limb_id", "said_by_id"))
    for limb_id, person in newest.items():
        certified[limb_id].add(person)
    of_wholes = WholeCertification.objects.filter(**stands)
    for limb_id, person in of_wholes.values_list("proposal__recommendation__limbs", "said_by_id"):
        certified[limb_id].add(person)
    return certified
