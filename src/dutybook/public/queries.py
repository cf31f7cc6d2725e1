"""What the public may read. Every query runs as the public role, which can see releases only."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import OuterRef, Subquery

from dutybook.documents.response import (
    Changed,
    Found,
    LimbOverTime,
    compare,
    find,
    over_time,
    words_of,
)
from dutybook.inspections.models import Release
from dutybook.inspections.models.finished_forms import BINARY, TEXT

PUBLIC = "public"


@dataclass(frozen=True)
class ReleaseLine:
    """One release, as a list shows it."""

    force_key: str
    force_name: str
    inspection_key: str
    inspection_title: str
    is_demonstration: bool
    number: int
    figures_on: date
    released_at: datetime
    correction_note: str


def newest_releases() -> list[ReleaseLine]:
    """The newest release of each force's response to each inspection, newest first."""
    newest = (
        Release.objects.filter(
            force_key=OuterRef("force_key"), inspection_key=OuterRef("inspection_key")
        )
        .order_by("-number")
        .values("id")[:1]
    )
    rows = Release.objects.using(PUBLIC).filter(id=Subquery(newest)).order_by("-released_at", "id")
    return [ReleaseLine(**row) for row in rows.values(*ReleaseLine.__dataclass_fields__)]


def release_page(force_key: str, inspection_key: str) -> str | None:
    """The newest released page, whole; None when nothing has been released."""
    return _newest(force_key, inspection_key).values_list("page", flat=True).first()


def numbered_release(force_key: str, inspection_key: str, number: int) -> str | None:
    """One release of a response by its number, the newest or an earlier one; None for none such."""
    found = _newest(force_key, inspection_key).filter(number=number)
    return found.values_list("page", flat=True).first()


@dataclass(frozen=True)
class ReleaseChanges:
    """One release beside the one before it. `before` is None for the first release; `changes` is
    None where one of the two was made before responses were kept as open data."""

    release: ReleaseLine
    before: ReleaseLine | None
    changes: tuple[Changed, ...] | None


def release_changes(force_key: str, inspection_key: str, number: int) -> ReleaseChanges | None:
    """What a release changed; None where there is none of that number."""
    found = _newest(force_key, inspection_key).filter(number__in=(number, number - 1))
    columns = (*ReleaseLine.__dataclass_fields__, "open_data")
    rows = {row["number"]: row for row in found.values(*columns)}
    if number not in rows:
        return None
    texts = {one: row.pop("open_data") for one, row in rows.items()}
    before, after = texts.get(number - 1), texts[number]
    return ReleaseChanges(
        release=ReleaseLine(**rows[number]),
        before=ReleaseLine(**rows[number - 1]) if number - 1 in rows else None,
        changes=compare(before, after) if before and after else None,
    )


@dataclass(frozen=True)
class ReleasesOverTime:
    """Every release of one response, the newest first, and each limb through those of them that
    hold open data, the oldest first."""

    releases: tuple[ReleaseLine, ...]
    limbs: tuple[LimbOverTime, ...]

    @property
    def newest(self) -> ReleaseLine:
        return self.releases[0]

    def of_number(self, number: int) -> ReleaseLine:
        """The release of that number, which is one of these."""
        return next(one for one in self.releases if one.number == number)


def releases_over_time(force_key: str, inspection_key: str) -> ReleasesOverTime | None:
    """None when nothing has been released."""
    columns = (*ReleaseLine.__dataclass_fields__, "open_data")
    rows = list(_newest(force_key, inspection_key).values(*columns))
    if not rows:
        return None
    versions = [(row["number"], row.pop("open_data")) for row in rows]
    return ReleasesOverTime(
        releases=tuple(ReleaseLine(**row) for row in rows),
        limbs=over_time(reversed([one for one in versions if one[1]])),
    )


@dataclass(frozen=True)
class FoundIn:
    """The passages of one response that hold what was looked for."""

    release: ReleaseLine
    found: tuple[Found, ...]


def search(asked: str) -> tuple[FoundIn, ...]:
    """Where the words stand in the newest release of each response that is kept as open data."""
    words = words_of(asked)
    if not words:
        return ()
    newest = {(one.force_key, one.inspection_key): one for one in newest_releases()}
    held = []
    for (force_key, inspection_key), release in newest.items():
        texts = _newest(force_key, inspection_key).values_list("open_data", flat=True)
        if (text := texts.first()) and (found := find(text, words)):
            held.append(FoundIn(release, found))
    return tuple(held)


def latest_releases(most: int = 50) -> list[ReleaseLine]:
    """Every release, corrections too, the newest first."""
    rows = Release.objects.using(PUBLIC).order_by("-released_at", "-id")[:most]
    return [ReleaseLine(**row) for row in rows.values(*ReleaseLine.__dataclass_fields__)]


def release_file(force_key: str, inspection_key: str, form: str) -> bytes | None:
    """The newest released document in another form, by how its file's name ends; None when
    nothing has been released, or not in that form."""
    column = (TEXT | BINARY).get(form)
    if column is None:
        return None
    found = _newest(force_key, inspection_key).values_list(column, flat=True).first()
    if not found:
        return None
    return found.encode() if isinstance(found, str) else bytes(found)


def _newest(force_key: str, inspection_key: str):
    return (
        Release.objects.using(PUBLIC)
        .filter(force_key=force_key, inspection_key=inspection_key)
        .order_by("-number")
    )
