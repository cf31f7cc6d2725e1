"""The sections into which an offender's record is split, so that each page stays small and fast."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from dutybook.records.offenders.queries import Header

SECTIONS = (("web:offender", "Overview"),)
"""The page of each section, in the order of the sub-navigation, and what the link says."""


@dataclass(frozen=True)
class SectionLink:
    """One link of the sub-navigation."""

    text: str
    href: str
    is_here: bool


def record_sections(who: Header, here: str) -> list[SectionLink]:
    """The sub-navigation of an offender's record; `here` is the name of the page it stands on."""
    return [
        SectionLink(text, reverse(name, args=[who.subject_id]), name == here)
        for name, text in SECTIONS
    ]


def section_page(
    request: Any, who: Header, name: str, template: str, context: dict[str, Any]
) -> HttpResponse:
    """Render the section called `name`; `template` extends `offenders/section.html`."""
    title = dict(SECTIONS)[name]
    beside = {
        "who": who,
        "section_title": title,
        "record_sections": record_sections(who, name),
        "here": reverse(name, args=[who.subject_id]),
    }
    return render(request, template, {**beside, **context})
