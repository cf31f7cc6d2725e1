"""What was prepared for the public and what was released, for those who answer for it."""

from dataclasses import dataclass
from datetime import date, datetime

from dutybook.access.consulting import consultation
from dutybook.access.errors import NotAllowed, NotFound
from dutybook.access.models import Force
from dutybook.access.roles import RecordKind
from dutybook.access.viewer import Viewer
from dutybook.inspections.models import Inspection, LetterTo, Release, ReleaseDraft, SentLetter
from dutybook.inspections.models.finished_forms import BINARY, TEXT
from dutybook.inspections.queries.choosing import the_inspection


@dataclass(frozen=True)
class ReleaseLine:
    """One release of the force's response."""

    number: int
    released_at: datetime
    figures_on: date
    correction_note: str


@dataclass(frozen=True)
class ReleasesPage:
    """The newest draft that nobody has released yet, every release, newest first, and the letters
    of section 55 that were sent, newest first."""

    inspection: Inspection
    force: Force
    draft: ReleaseDraft | None
    releases: tuple[ReleaseLine, ...]
    letters: tuple[SentLetter, ...]

    def sent(self, to: str) -> SentLetter | None:
        """The newest letter to somebody: for a copy, of the newest release alone."""
        newest = self.releases[0].number if self.releases else None
        wanted = None if to == LetterTo.CHIEF_OFFICER else newest
        found = (one for one in self.letters if (one.to, one.release_number) == (to, wanted))
        return next(found, None)


@consultation
def releases_page(viewer: Viewer, key: str) -> ReleasesPage:
    """Raises NotAllowed, and NotFound for an inspection that is not here."""
    if not viewer.may_read(RecordKind.RESPONSE):
        raise NotAllowed("your role reads no response")
    inspection = the_inspection(key)
    force = Force.objects.get(pk=viewer.force_id)
    released = Release.objects.filter(force_key=force.key, inspection_key=key).order_by("-number")
    lines = tuple(ReleaseLine(**row) for row in released.values(*ReleaseLine.__dataclass_fields__))
    drafts = ReleaseDraft.objects.filter(inspection=inspection, force=force)
    if lines:
        drafts = drafts.filter(prepared_at__gt=lines[0].released_at)
    newest = (
        drafts.select_related("prepared_by")
        .defer(*TEXT.values(), *BINARY.values())
        .order_by("-id")
        .first()
    )
    letters = SentLetter.objects.filter(inspection=inspection, force=force)
    return ReleasesPage(
        inspection=inspection,
        force=force,
        draft=newest,
        releases=lines,
        letters=tuple(letters.select_related("said_by").order_by("-id")),
    )


def draft_page(viewer: Viewer, key: str) -> str:
    """The frozen page of the draft that waits for approval. Raises NotAllowed and NotFound."""
    waiting = releases_page(viewer, key).draft
    if waiting is None:
        raise NotFound
    return ReleaseDraft.objects.values_list("page", flat=True).get(pk=waiting.pk)
