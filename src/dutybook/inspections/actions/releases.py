"""Publishing: one person prepares, another tests and approves; only then can the public read."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from dutybook.access import log
from dutybook.access.errors import InvalidInput, NotAllowed, NotFound
from dutybook.access.models import Force, Operation
from dutybook.access.roles import RecordKind, Role
from dutybook.access.viewer import Viewer
from dutybook.inspections.models import Inspection, Release, ReleaseDraft
from dutybook.inspections.models.finished_forms import columns_of

THE_PUBLIC = "the public"


@transaction.atomic
def prepare_release(
    *,
    inspection_key: str,
    forms: Mapping[str, bytes],
    figures_on: date,
    by: Viewer,
    now: datetime,
) -> ReleaseDraft:
    """Freeze the finished document of the viewer's force for approval by somebody else.

    `forms` holds it in every form, by how a file's name ends; the web page and the PDF at least.
    """
    if by.user_id is None or not by.may_write(RecordKind.RESPONSE):
        raise NotAllowed("preparing a release is for those who write the response")
    inspection = Inspection.objects.filter(key=inspection_key).first()
    if inspection is None:
        raise NotFound
    draft = ReleaseDraft.objects.create(
        inspection=inspection,
        force_id=by.force_id,
        **columns_of(forms),
        figures_on=figures_on,
        prepared_by_id=by.user_id,
        prepared_at=now,
    )
    log.record(
        by,
        operation=Operation.COLLECTION,
        kind=RecordKind.RESPONSE,
        subjects=[draft.pk],
        detail="release prepared",
    )
    return draft


@transaction.atomic
def approve_release(
    *,
    draft_id: int,
    tested_for_harm: bool,
    by: Viewer,
    now: datetime,
    correction_note: str = "",
) -> Release:
    """Publish a draft. The approver is of the policing body and is not the one who prepared it.

    A second release of the same response is a correction and says what changed; what was prepared
    before the last release can no longer be approved.
    """
    if by.user_id is None or not by.has_role(Role.COMMISSIONERS_OFFICE):
        raise NotAllowed("a release is approved by the policing body's office")
    draft = (
        ReleaseDraft.objects.select_related("inspection")
        .filter(pk=draft_id, force_id=by.force_id)
        .first()
    )
    if draft is None:
        raise NotFound
    force = Force.objects.select_for_update().get(pk=by.force_id)  # numbers follow one another
    last = _released(force, draft.inspection).aggregate(number=Max("number"), at=Max("released_at"))
    number = 1 + (last["number"] or 0)
    problems = {}
    if last["at"] is not None and draft.prepared_at <= last["at"]:
        problems[""] = "a release was approved after this was prepared; prepare it anew"
    if draft.prepared_by_id == by.user_id:
        problems[""] = "you prepared this release; somebody else must approve it"
    if not tested_for_harm:
        problems["tested_for_harm"] = (
            "confirm that you tested figures and free text for harm and for recognising a person"
        )
    if number > 1 and not correction_note.strip():
        problems["correction_note"] = "say what this release corrects"
    if problems:
        raise InvalidInput(problems)
    release = Release.objects.create(
        inspection_key=draft.inspection.key,
        inspection_title=draft.inspection.title,
        force_key=force.key,
        force_name=force.name,
        is_demonstration=force.is_demonstration,
        number=number,
        **draft.form_columns(),
        figures_on=draft.figures_on,
        prepared_by_id=draft.prepared_by_id,
        approved_by_id=by.user_id,
        released_at=now,
        correction_note=correction_note.strip(),
    )
    log.record(
        by,
        operation=Operation.DISCLOSURE,
        kind=RecordKind.RESPONSE,
        subjects=[release.pk],
        disclosed_to=THE_PUBLIC,
        detail="release approved",
    )
    return release


def _released(force: Force, inspection: Inspection):
    return Release.objects.filter(force_key=force.key, inspection_key=inspection.key)
