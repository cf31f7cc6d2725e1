"""What the next release would say otherwise than the last one: read before it is approved."""

from dataclasses import dataclass
from datetime import date, datetime

from dutybook.access.consulting import consultation
from dutybook.access.viewer import Viewer
from dutybook.documents.response import Changed, compare, to_json
from dutybook.inspections.models import Inspection, Release, ReleaseDraft
from dutybook.inspections.queries.releases import ReleaseLine, releases_page
from dutybook.inspections.queries.response_documents import release_document


@dataclass(frozen=True)
class ReleaseChanges:
    """`changes` is None where there is nothing to compare with: no release, or one that was made
    before responses were kept as open data. `draft` is None where no draft waits; what the
    document would say today stands in for it."""

    inspection: Inspection
    last: ReleaseLine | None
    draft: ReleaseDraft | None
    changes: tuple[Changed, ...] | None


@consultation
def release_changes(viewer: Viewer, key: str, *, day: date, now: datetime) -> ReleaseChanges:
    """Raises NotAllowed, and NotFound for an inspection that is not here."""
    page = releases_page(viewer, key)
    last = next(iter(page.releases), None)
    before = _released(page.force.key, key, last)
    after = _prepared(page.draft) if page.draft else None
    if before and not page.draft:
        after = to_json(release_document(viewer, key, day=day, now=now))
    return ReleaseChanges(
        inspection=page.inspection,
        last=last,
        draft=page.draft,
        changes=compare(before, after) if before and after else None,
    )


def _released(force_key: str, key: str, last: ReleaseLine | None) -> str:
    """The open data of the last release; empty where there are none."""
    if last is None:
        return ""
    found = Release.objects.filter(force_key=force_key, inspection_key=key, number=last.number)
    return found.values_list("open_data", flat=True).get()


def _prepared(draft: ReleaseDraft) -> str:
    return ReleaseDraft.objects.values_list("open_data", flat=True).get(pk=draft.pk)
