"""The pages by which one dated fact about one record is kept: they all go the same way."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.urls import reverse

from dutybook.ledger.writes import Saved
from dutybook.web.flow import asked, onward, saved
from dutybook.web.forms.base import DatedForm

SECTION = "web:offender_section"

NameOf = Callable[[Any, int], str]
"""Gives the name of a record for the page's caption, or refuses (request, record's number)."""


@dataclass(frozen=True)
class FactPage:
    """One such page: what it asks, and the action that keeps the answer.

    `save` takes `by`, `now`, `subject_id`, `at` (a day) and the form's other answers by name.
    `said` is the key of what the record's page says afterwards. `section` is the section of an
    offender's record to which it belongs, if it is not the overview; `decided_in` gives the one in
    which what was kept is now to be decided, where that depends on what it came to.
    """

    heading: str
    button: str
    form: type[DatedForm]
    save: Callable[..., Saved]
    said: str
    lede: str = ""
    section: str = ""
    decided_in: Callable[[Saved], str] | None = None


def fact_view(page: FactPage, *, place: str, name_of: NameOf) -> Callable[..., HttpResponse]:
    """The view of `page` about a record whose own page is called `place`."""

    def view(request: Any, subject_id: int) -> HttpResponse:
        form = page.form(request.POST or None, now=request.now)

        def keep(answers: dict[str, Any]) -> Saved:
            facts = {name: value for name, value in answers.items() if name != "day"}
            return page.save(
                by=request.viewer,
                now=request.now,
                subject_id=subject_id,
                at=answers["day"],
                **facts,
            )

        whole: str = place
        arguments: list[Any] = [subject_id]
        if page.section:
            whole, arguments = SECTION, [subject_id, page.section]
        kept = saved(form, keep) if request.method == "POST" else None
        if kept and page.decided_in:
            return onward(SECTION, subject_id, page.decided_in(kept), saved=page.said)
        if kept:
            return onward(whole, *arguments, saved=page.said)
        name = name_of(request, subject_id)
        return asked(
            request,
            form,
            page.heading,
            page.button,
            back=(name, reverse(whole, args=arguments)),
            caption=name,
            lede=page.lede,
        )

    return view
