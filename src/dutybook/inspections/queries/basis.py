"""On whom and on what a limb rests, and what was frozen, counted again to the same bytes."""

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from dutybook.access.consulting import consultation
from dutybook.access.errors import NotFound
from dutybook.access.roles import Role
from dutybook.access.viewer import Viewer
from dutybook.duties.catalogue import CATALOGUE
from dutybook.inspections.findings import Finding, frozen_figures
from dutybook.inspections.models import (
    Certification,
    Inspection,
    Limb,
    LimbEvidence,
    Ownership,
)
from dutybook.inspections.queries.choosing import check_may_read, choose_force
from dutybook.inspections.queries.standing import findings_of_limbs
from dutybook.ledger.instants import local_day

KEEPERS = (Role.INSPECTION_LIAISON, Role.CHIEF_OFFICER)


@dataclass(frozen=True)
class EvidenceLine:
    """One item; `expired` by the day of the page, `days_left` None where it never expires."""

    item: LimbEvidence
    withdrawn: str
    expired: bool
    days_left: int | None

    @property
    def counts(self) -> bool:
        """Whether it is evidence still."""
        return not (self.withdrawn or self.expired)


@dataclass(frozen=True)
class BasisPage:
    """Who owns the limb, now and before, and its evidence, the newest first."""

    inspection: Inspection
    limb: Limb
    ownerships: tuple[Ownership, ...]
    evidence: tuple[EvidenceLine, ...]
    certifications: tuple[Certification, ...]
    may_write: bool

    @property
    def owner(self) -> Ownership | None:
        """What stands."""
        return next(iter(self.ownerships), None)


@dataclass(frozen=True)
class Replayed:
    """One duty's figures as they were frozen and as they come out again.

    `again` is None where the duty is no longer counted for the limb. `redefined`: the definition is
    another now, so that the old figure cannot be counted by it.
    """

    title: str
    frozen: dict[str, Any]
    again: dict[str, Any] | None

    @property
    def same(self) -> bool:
        return self.frozen == self.again

    @property
    def redefined(self) -> bool:
        again = self.again
        return again is not None and (
            again["definition_version"] != self.frozen["definition_version"]
        )


@dataclass(frozen=True)
class Replay:
    """A certification counted again, of its day and as known when it was made."""

    inspection: Inspection
    limb: Limb
    certification: Certification
    finding: str
    rows: tuple[Replayed, ...]
    same_bytes: bool


@consultation
def basis_page(viewer: Viewer, key: str, code: str, *, now: datetime) -> BasisPage:
    """Owners, evidence and certifications of a limb in the viewer's force. Raises `NotFound`."""
    limb = _limb(viewer, key, code)
    owners = Ownership.objects.filter(limb=limb, force_id=viewer.force_id)
    found = LimbEvidence.objects.filter(limb=limb, force_id=viewer.force_id)
    items = found.select_related("said_by", "withdrawal").order_by("-id")
    today = local_day(now)
    return BasisPage(
        inspection=limb.recommendation.inspection,
        limb=limb,
        ownerships=tuple(owners.select_related("said_by").order_by("-id")),
        evidence=tuple(evidence_line(item, today) for item in items),
        certifications=tuple(
            Certification.objects.filter(
                proposal__limb=limb,
                proposal__force_id=viewer.force_id,
                outcome=Certification.CERTIFIED,
            )
            .select_related("said_by", "withdrawal")
            .order_by("-id")
        ),
        may_write=any(viewer.has_role(role) for role in KEEPERS),
    )


def evidence_line(item: LimbEvidence, day: date) -> EvidenceLine:
    """An item with how it stands on a day; `withdrawal` was read with it."""
    withdrawal = getattr(item, "withdrawal", None)
    left = None if item.expires_on is None else (item.expires_on - day).days
    return EvidenceLine(
        item=item,
        withdrawn=withdrawal.reason if withdrawal else "",
        expired=left is not None and left < 0,
        days_left=left,
    )


@consultation
def replay(viewer: Viewer, key: str, code: str, certification_id: int, *, now: datetime) -> Replay:
    """Count again what a certification froze: of its day, from what was known when it was made.

    Raises `NotFound`, and `NotAllowed` for anybody who does not count the whole force.
    """
    limb = _limb(viewer, key, code)
    made = (
        Certification.objects.filter(
            pk=certification_id, proposal__limb=limb, proposal__force_id=viewer.force_id
        )
        .select_related("said_by")
        .first()
    )
    if made is None:
        raise NotFound("no such certification")
    inspection = limb.recommendation.inspection
    choice = choose_force(viewer, inspection, None)
    found = findings_of_limbs(viewer, [limb], choice, made.day, now=now, known_at=made.said_at)
    again = frozen_figures(found[limb.pk])
    by_duty = {one["duty"]: one for one in again}
    rows = tuple(
        Replayed(CATALOGUE[one["duty"]].title, one, by_duty.get(one["duty"]))
        for one in made.figures
        if one["duty"] in CATALOGUE
    )
    same_finding = found[limb.pk].state is Finding(made.finding)
    return Replay(
        inspection=inspection,
        limb=limb,
        certification=made,
        finding=found[limb.pk].words,
        rows=rows,
        same_bytes=same_finding and canonical(made.figures) == canonical(again),
    )


def canonical(figures: object) -> bytes:
    """Figures as bytes: the same objects give the same bytes."""
    return json.dumps(figures, sort_keys=True, separators=(",", ":")).encode()


def _limb(viewer: Viewer, key: str, code: str) -> Limb:
    check_may_read(viewer)
    limb = (
        Limb.objects.select_related("recommendation__inspection")
        .filter(recommendation__inspection__key=key, code=code)
        .first()
    )
    if limb is None:
        raise NotFound("no such limb")
    return limb
