"""Taking a published response in: whole or not at all, and the same file only once."""

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.text import slugify

from dutybook.access import log
from dutybook.access.errors import InvalidInput, NotAllowed
from dutybook.access.models import Force, Operation
from dutybook.access.roles import RecordKind
from dutybook.access.viewer import Viewer
from dutybook.documents.reading import (
    PublishedResponse,
    ReadingError,
    read_published_response,
)
from dutybook.documents.reading.model import RecommendationAsPrinted, plain_text
from dutybook.inspections.models import (
    ImportedResponse,
    Inspection,
    Position,
    Recommendation,
)

_OFFICE = re.compile(
    r"^(?P<area>.+?)[,\s]+(?:Deputy\s+)?Police,?\s+(?:Fire\s+)?and\s+Crime\s+Commissioner\b", re.I
)


@dataclass(frozen=True)
class ImportResult:
    """What an import did. `is_new` is false when this very file had been imported before."""

    is_new: bool
    response_id: int
    force_key: str
    inspection_key: str
    recommendations: int
    unplaced: int
    warnings: int


@transaction.atomic
def import_response(
    *, content: bytes, file_name: str, by: Viewer, now: datetime, force_key: str | None = None
) -> ImportResult:
    """Read a published response and keep it, its positions in their printed words.

    `force_key` names the force where the document does not, and never another than the document
    names. A force that the installation has no records of is kept as one known from documents
    only; the response of another force that works here is for that force's own people or a
    command. Raises InvalidInput (field `file`) when the file cannot be read or names no force or
    inspection, and NotAllowed; nothing is written then.
    """
    if not (by.is_operator or by.may_write(RecordKind.INSPECTION)):
        raise NotAllowed("importing a response is for the inspection liaison or a chief officer")
    try:
        reading = read_published_response(content, name=file_name)
    except ReadingError as problem:
        raise InvalidInput({"file": str(problem)}) from problem
    force = _force(reading, force_key)
    if force.holds_records and not by.is_operator and force.pk != by.force_id:
        raise NotAllowed("the response of another force that works here is for its own people")
    inspection = _inspection(reading)
    digest = hashlib.sha256(content).hexdigest()
    known = ImportedResponse.objects.filter(force=force, digest=digest).first()
    response = known or _keep(reading, force, inspection, digest, file_name, by, now)
    if known is None:
        log.record(
            by,
            operation=Operation.COLLECTION,
            kind=RecordKind.INSPECTION,
            subjects=[response.pk],
            detail="published response imported",
        )
    return ImportResult(
        is_new=known is None,
        response_id=response.pk,
        force_key=force.key,
        inspection_key=response.inspection.key,
        recommendations=len(reading.recommendations),
        unplaced=len(reading.unplaced),
        warnings=len(reading.warnings),
    )


def force_area(reading: PublishedResponse) -> str | None:
    """The area that the document's commissioner answers for; None where it does not say."""
    for words in (reading.statement.office, reading.inspection.answered_by):
        found = _OFFICE.match(words or "")
        if found:
            return found["area"].strip()
    return None


def _force(reading: PublishedResponse, force_key: str | None) -> Force:
    printed = force_area(reading)
    if printed and force_key and slugify(printed) != force_key:
        raise InvalidInput(
            {"file": f"the document answers for {printed}, not for the force {force_key}"}
        )
    area = printed or force_key
    if not area:
        raise InvalidInput(
            {
                "file": "the document does not say which force it answers for; "
                "name the force's key with --force"
            }
        )
    force, _ = Force.objects.get_or_create(
        key=slugify(area),
        defaults={
            "name": area,
            "holds_records": False,
            "body_title": reading.statement.office or "",
            "body_holder_name": reading.statement.name or "",
        },
    )
    return force


def _inspection(reading: PublishedResponse) -> Inspection:
    """The inspection that the document answers: same day of publication and one of its titles.

    A report is never recognised by its title alone, since one document prints it in several forms.
    """
    printed = reading.inspection
    if printed.published is None or not printed.title:
        raise InvalidInput(
            {
                "file": "the document does not say which inspection it answers: it needs a title "
                "of inspection and a day on which that was published"
            }
        )
    titles = {_comparable(each) for each in (printed.title, *printed.other_titles)}
    for known in Inspection.objects.filter(published_on=printed.published).order_by("id"):
        if titles & {_comparable(each) for each in (known.title, *known.other_titles)}:
            return known
    key = slugify(
        f"{printed.inspectorate or 'inspection'}-{printed.published:%Y-%m}-{printed.title}"
    )
    return Inspection.objects.create(
        key=key[:110].rstrip("-"),
        inspectorate=printed.inspectorate or "not stated",
        title=printed.title,
        other_titles=list(printed.other_titles),
        published_on=printed.published,
        types=list(printed.types),
        scope=printed.scope or "",
        recommendation_count=printed.recommendation_count,
    )


def _comparable(title: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", title.lower()))


def _keep(
    reading: PublishedResponse,
    force: Force,
    inspection: Inspection,
    digest: str,
    file_name: str,
    by: Viewer,
    now: datetime,
) -> ImportedResponse:
    response = ImportedResponse.objects.create(
        inspection=inspection,
        force=force,
        digest=digest,
        file_name=file_name[:200],
        reading=reading.to_json(),
        statement=plain_text(reading.statement.text),
        commissioner_name=reading.statement.name or "",
        commissioner_office=reading.statement.office or "",
        imported_at=now,
        imported_by_id=by.user_id,
    )
    Position.objects.bulk_create(
        _position(response, inspection, each) for each in reading.recommendations
    )
    return response


def _position(
    response: ImportedResponse, inspection: Inspection, printed: RecommendationAsPrinted
) -> Position:
    recommendation, _ = Recommendation.objects.get_or_create(
        inspection=inspection,
        number=printed.number,
        defaults={
            "deadline": printed.deadline,
            "deadline_as_printed": printed.deadline_as_printed or "",
        },
    )
    return Position(
        response=response,
        recommendation=recommendation,
        asked_as_printed=plain_text(printed.text),
        deadline_as_printed=printed.deadline_as_printed or "",
        deadline=printed.deadline,
        words=plain_text(printed.position),
        signatory=printed.signatory or "",
        end=printed.end or "",
    )
