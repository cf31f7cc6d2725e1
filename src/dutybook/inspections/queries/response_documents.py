"""The force's own response as a document, from positions, comments and figures."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from datetime import date, datetime

from dutybook.access.consulting import consultation
from dutybook.access.models import Force
from dutybook.access.viewer import Viewer
from dutybook.documents.reading.model import Passage, Passages
from dutybook.documents.response import (
    PublishedFigure,
    ResponseDocument,
    ResponseLayer,
    ResponseLimb,
    ResponseRecommendation,
)
from dutybook.inspections.findings import Figure
from dutybook.inspections.models import Position, Release
from dutybook.inspections.queries.commitments import Promise, promises_on
from dutybook.inspections.queries.inspection_pages import (
    InspectionPage,
    LimbLine,
    RecommendationLine,
    inspection_page,
)
from dutybook.inspections.queries.response_beside import (
    limbs_with_layers,
    public_layers,
    public_promises,
    public_tests,
    public_whole,
)
from dutybook.inspections.suppression import (
    NOT_RECORDED,
    Counts,
    Series,
    held_back,
    series_of,
)
from dutybook.ledger.instants import day_ends
from dutybook.ledger.policies import policies_of, value_in_force
from dutybook.ledger.policy_keys import SMALLEST_PUBLISHED
from dutybook.ledger.queries.small_counts import NO_SMALLEST

_COUNTS = tuple(Counts.__dataclass_fields__)
DRAFT = "Draft: not adopted by the commissioner and not released"


def release_document(viewer: Viewer, key: str, *, day: date, now: datetime) -> ResponseDocument:
    """The document as the public would read it: dated with its day, and no longer a draft."""
    document = response_document(viewer, key, day=day, now=now)
    return replace(document, provenance=None, response_published=day)


@consultation
def response_document(
    viewer: Viewer, key: str, *, day: date, now: datetime, force_key: str | None = None
) -> ResponseDocument:
    """The response of the viewer's force to one inspection, with figures of the end of `day`.

    A figure appears only when the force has set the smallest count that may be published, none of
    its parts is smaller, and neither is what it differs by from an earlier release; a finding in
    words always appears. Raises NotFound.
    """
    settings = policies_of(viewer.force_id)
    page = inspection_page(
        viewer,
        key,
        day=day,
        now=now,
        force_key=force_key,
        settings=settings,
        limbs=limbs_with_layers(viewer.force_id, day),
    )
    force = page.choice.force
    smallest = value_in_force(settings, SMALLEST_PUBLISHED, day_ends(day))
    withheld = _withheld(page, _released(force, key), smallest)
    tests = public_tests(page, settings, day)
    layers = public_layers(page, day)
    asked = [each.recommendation.pk for each in page.recommendations]
    promised = promises_on(force.pk, day, recommendations=asked)
    response = page.response
    return ResponseDocument(
        local_policing_body=force.body_title
        or (response.commissioner_office if response else None),
        office_holder=force.body_holder_name or (response.commissioner_name if response else None),
        force=force.name,
        inspection_title=page.inspection.title,
        inspectorate=page.inspection.inspectorate,
        types=tuple(page.inspection.types),
        scope=page.inspection.scope or None,
        report_published=page.inspection.published_on,
        report_published_as_printed=None,
        recommendations=tuple(
            _recommendation(
                each,
                withheld,
                tests,
                layers,
                promised.get(each.recommendation.pk, ()),
            )
            for each in page.recommendations
        ),
        summary=_passages(page.inspection.summary),
        statement=_passages(response.statement if response else ""),
        statement_name=response.commissioner_name if response else None,
        statement_office=response.commissioner_office if response else None,
        provenance=DRAFT,
    )


def _recommendation(
    line: RecommendationLine,
    withheld: Mapping[str, str] | None,
    tests: Mapping[int, str],
    layers: Mapping[int, tuple[ResponseLayer, ...]],
    promised: Sequence[Promise],
) -> ResponseRecommendation:
    recommendation, position, comment = line.recommendation, line.position, line.adopted
    printed = position.deadline_as_printed if position else ""
    return ResponseRecommendation(
        number=recommendation.number,
        text=_printed(position, "asked", position.asked_as_printed)
        if position
        else _limbs_in_our_words(line),
        addressee=recommendation.addressee if recommendation.addressee != "unknown" else None,
        deadline_as_printed=printed or recommendation.deadline_as_printed or None,
        deadline=position.deadline if position else recommendation.deadline,
        position=_printed(position, "position", position.words if position else ""),
        signatory=_said(position, "signatory"),
        end=_said(position, "end"),
        limbs=tuple(
            _limb(each, withheld, tests.get(each.limb.pk), layers.get(each.limb.pk, ()))
            for each in line.limbs
        ),
        commissioner_action=comment.action if comment else None,
        reply_to_chief=comment.reply_to_chief or None if comment else None,
        promises=public_promises(promised),
        layers=public_whole(line),
    )


def _printed(position: Position | None, belongs: str, words: str) -> Passages:
    """The printed words, and after them what was printed apart and placed here by a person."""
    apart: list[dict[str, str]] = getattr(position, "placed", [])
    placed = (Passage("paragraph", one["words"]) for one in apart if one["belongs"] == belongs)
    return (*_passages(words), *placed)


def _limbs_in_our_words(line: RecommendationLine) -> Passages:
    """What the limbs ask, where no published response prints the recommendation's own words."""
    return tuple(Passage("item", each.limb.asked) for each in line.limbs)


def _said(position: Position | None, name: str) -> str | None:
    return getattr(position, name) or None if position else None


def _limb(
    line: LimbLine,
    withheld: Mapping[str, str] | None,
    tested: str | None,
    layers: tuple[ResponseLayer, ...],
) -> ResponseLimb:
    numbers = tuple(_published(each, withheld) for each in line.finding.figures)
    said = [_in_words(each) for each in numbers if each.held_back != NO_SMALLEST]
    return ResponseLimb(
        key=line.limb.code,
        asked=line.limb.asked,
        finding=line.finding.words,
        figures=" ".join(said) or None,
        numbers=numbers,
        tested=tested,
        layers=layers,
    )


def _published(figure: Figure, withheld: Mapping[str, str] | None) -> PublishedFigure:
    """One figure as the public may have it, or that it is held back and why."""
    measure = figure.measure
    if not figure.recorded:
        why: str | None = NOT_RECORDED
    else:
        why = NO_SMALLEST if withheld is None else withheld.get(measure.duty)
    return PublishedFigure(
        duty=measure.duty,
        title=measure.title,
        counts=figure.counts,
        window=measure.window,
        day=measure.day,
        held_back=why,
        **({} if why else asdict(_counts(figure))),
    )


def _counts(figure: Figure) -> Counts:
    return Counts(figure.shown, figure.of, figure.unknown, figure.no_standard)


def _withheld(
    page: InspectionPage, before: Mapping[Series, Sequence[Counts]], smallest: object
) -> Mapping[str, str] | None:
    """The duties whose figures are held back, and why; None while no smallest count is set."""
    if not isinstance(smallest, int):
        return None
    figures = {
        (line.limb.code, figure.measure.duty): _counts(figure)
        for recommendation in page.recommendations
        for line in recommendation.limbs
        for figure in line.finding.figures
        if figure.recorded
    }
    return held_back(figures, before, smallest)


def _in_words(figure: PublishedFigure) -> str:
    if figure.held_back == NOT_RECORDED:
        return f"{figure.title}: {NOT_RECORDED}."
    if figure.held_back:
        return f"{figure.title}: not published, because {figure.held_back}."
    return (
        f"{figure.title}: {figure.shown:,} of {figure.of:,} ({figure.counts}); "
        f"{figure.unknown:,} unknown, {figure.no_standard:,} without a standard; "
        f"{figure.day:%-d %B %Y}, {figure.window}."
    )


def _released(force: Force, inspection_key: str) -> Mapping[Series, Sequence[Counts]]:
    """The numbers of every earlier release: none of them can be taken back."""
    earlier = Release.objects.filter(force_key=force.key, inspection_key=inspection_key)
    texts = earlier.exclude(open_data="").values_list("open_data", flat=True)
    return series_of(
        ((limb["code"], one["duty"]), Counts(**{name: one[name] for name in _COUNTS}))
        for text in texts
        for recommendation in json.loads(text)["recommendations"]
        for limb in recommendation["limbs"]
        for one in limb["numbers"]
        if one["of"] is not None
    )


def _passages(text: str) -> Passages:
    """Stored text as passages: a line that begins with a hyphen is an item of a list."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return tuple(
        Passage("item", line[2:]) if line.startswith("- ") else Passage("paragraph", line)
        for line in lines
    )
