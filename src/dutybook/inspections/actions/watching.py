"""Watching what the records show of each limb, so that a changed finding is told."""

from datetime import datetime

from django.db import transaction

from dutybook.access.viewer import Viewer
from dutybook.inspections.models import Certification, Inspection, Limb, ShownBy
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
    certified = dict(
        Certification.objects.filter(
            proposal__force_id=by.force_id, outcome=Certification.CERTIFIED, withdrawal=None
        )
        .order_by("id")
        .values_list("proposal__limb_id", "said_by_id")
    )
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
            certifiers = [certified[limb.pk]] if limb.pk in certified else []
            changed += note_finding(
                by.force_id, about=about, finding=state, now=now, certifiers=certifiers
            )
    return changed
