"""A supervisor gives records to somebody: chosen, shown what that changes, given, taken back."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from dutybook.access import queries as access_queries
from dutybook.access.errors import InvalidInput, NotFound
from dutybook.access.queries import Colleague
from dutybook.ledger import reallocating
from dutybook.ledger.models import SubjectKind
from dutybook.ledger.queries.loads import Carriers, carriers, effect
from dutybook.ledger.queries.reallocations import reallocation, reallocations
from dutybook.web.flow import form_page, onward
from dutybook.web.forms.allocation import AllocateForm
from dutybook.web.views.work_views import UNITS, today
from dutybook.web.wording import count

KINDS = {"offenders": SubjectKind.OFFENDER, "suspects": SubjectKind.SUSPECT}
NOBODY = "nobody"


def allocate(request: Any, kind: str) -> HttpResponse:
    """Choose records of one person, or those that nobody answers for, and who is to have them."""
    if kind not in KINDS:
        raise NotFound("no such kind of record")
    if request.method == "POST":
        return _checked_or_given(request, kind)
    return _chosen(request, kind, AllocateForm(receivers=()), frozenset())


def _checked_or_given(request: Any, kind: str) -> HttpResponse:
    """First what it would change is shown; when that is confirmed, it is done."""
    colleagues = access_queries.colleagues(request.viewer, now=request.now)
    fitting = _of_unit(request, kind, colleagues)
    form = AllocateForm(request.POST, receivers=_receivers(fitting, {}))
    numbers = frozenset(
        int(one) for one in request.POST.getlist("subject") if one.isdecimal() and len(one) < 19
    )
    if not form.is_valid() or not numbers:
        if not numbers:
            form.add_error(None, "Choose at least one record")
        return _chosen(request, kind, form, numbers)
    if request.POST.get("step") != "give":
        return _check(request, kind, form, numbers, colleagues)
    try:
        given = reallocating.reallocate(
            KINDS[kind],
            by=request.viewer,
            now=request.now,
            subject_ids=numbers,
            team_id=form.team_id,
            owner_id=form.owner_id,
            reason=form.cleaned_data["reason"],
            seen_owners={number: _seen_owner(request, number) for number in numbers},
        )
    except InvalidInput as refusal:
        form.refuse(refusal)
        return _chosen(request, kind, form, numbers)
    return onward("web:allocation", given.number, saved="given")


def _seen_owner(request: Any, number: int) -> int | None:
    sent = request.POST.get(f"owner_{number}", "")
    return int(sent) if sent.isdecimal() and len(sent) < 19 else None


def _chosen(request: Any, kind: str, form: AllocateForm, ticked: frozenset[int]) -> HttpResponse:
    """The records to choose from, with what was ticked and typed already."""
    asked = request.POST if request.method == "POST" else request.GET
    whose, record = asked.get("whose", NOBODY), asked.get("record", "")
    held = carriers(
        request.viewer,
        KINDS[kind],
        today(request),
        owner_id=int(whose) if whose.isdecimal() and len(whose) < 10 else None,
        subject_id=int(record) if record.isdecimal() and len(record) < 19 else None,
    )
    colleagues = access_queries.colleagues(request.viewer, now=request.now)
    form.fields["receiver"].choices = [
        ("", "Choose"),
        *_receivers(_of_unit(request, kind, colleagues), held.records),
    ]
    everything = bool(record) or asked.get("all") == "yes"
    fields = [{"name": "whose", "label": "Whose records", "choices": _whose(held, colleagues)}]
    return form_page(
        request,
        "work/allocate.html",
        form,
        {
            "kind": kind,
            "records": held.chosen,
            "ticked": ticked or {one.subject_id for one in held.chosen if everything},
            "fields": [{**fields[0], "value": whose}],
            "whose": whose,
            "record": record,
        },
    )


def _check(
    request: Any,
    kind: str,
    form: AllocateForm,
    numbers: frozenset[int],
    colleagues: tuple[Colleague, ...],
) -> HttpResponse:
    """What giving these records to that person would change, before anything is saved."""
    changes = effect(
        request.viewer,
        KINDS[kind],
        today(request),
        subject_ids=numbers,
        owner_id=form.owner_id,
    )
    names = {each.user_id: each.display_name for each in colleagues}
    return render(
        request,
        "work/allocate_check.html",
        {
            "kind": kind,
            "form": form,
            "effect": changes,
            "receiver": names.get(form.owner_id) if form.owner_id else None,
            "names": names,
            "whose": request.POST.get("whose", NOBODY),
            "back": {"text": "Choose again", "href": reverse("web:allocate", args=[kind])},
        },
    )


def _of_unit(request: Any, kind: str, colleagues: tuple[Colleague, ...]) -> tuple[Colleague, ...]:
    """The colleagues whose team works with such records."""
    teams = access_queries.teams(request.viewer)
    fitting = {team.team_id for team in teams if team.unit == UNITS[kind]}
    return tuple(each for each in colleagues if each.team_id in fitting)


def _receivers(
    colleagues: tuple[Colleague, ...], carried: Mapping[int | None, int]
) -> list[tuple[str, str]]:
    """Everybody records can be given to, with how many they carry; and nobody, of each team."""
    people = [
        (
            f"{each.team_id}-{each.user_id}",
            f"{each.display_name}, {each.team} ({count(carried.get(each.user_id, 0), 'record')})",
        )
        for each in colleagues
    ]
    teams = {each.team_id: each.team for each in colleagues}
    return [*people, *((f"{number}-", f"Nobody yet, {name}") for number, name in teams.items())]


def _whose(held: Carriers, colleagues: tuple[Colleague, ...]) -> list[tuple[str, str]]:
    """Whose records can be looked at: nobody's first, then those of all who carry some."""
    names = {each.user_id: each.display_name for each in colleagues}
    unowned = (NOBODY, f"Nobody's ({held.records.get(None, 0)})")
    people = sorted(
        (names.get(number, "Somebody of another team"), number, records)
        for number, records in held.records.items()
        if number is not None
    )
    return [unowned, *((str(number), f"{name} ({records})") for name, number, records in people)]


def allocations(request: Any) -> HttpResponse:
    """What was given from whom to whom, newest first."""
    asked = request.GET.get("page", "")
    page = reallocations(request.viewer, page=asked)
    return render(
        request,
        "work/allocations.html",
        {
            "page": page,
            "parameters": {"page": asked},
            "back": {"text": "Team", "href": reverse("web:team")},
        },
    )


def allocation(request: Any, allocation_id: int) -> HttpResponse:
    """One reallocation: which records, from whom to whom, why; and the way back."""
    return _allocation(request, allocation_id, "")


def allocation_undo(request: Any, allocation_id: int) -> HttpResponse:
    """Give the records of a reallocation back."""
    try:
        given = reallocating.undo_reallocation(
            by=request.viewer, now=request.now, reallocation_id=allocation_id
        )
    except InvalidInput as refusal:
        return _allocation(request, allocation_id, next(iter(refusal.problems.values())))
    return onward("web:allocation", given.number, saved="undone", left=len(given.left) or "")


def _allocation(request: Any, allocation_id: int, refused: str) -> HttpResponse:
    page = reallocation(request.viewer, allocation_id)
    return render(
        request,
        "work/allocation.html",
        {
            "page": page,
            "refused": refused,
            "left": request.GET.get("left", "") if request.GET.get("left", "").isdecimal() else "",
            "back": {"text": "What was given to whom", "href": reverse("web:allocations")},
        },
        status=400 if refused else 200,
    )
