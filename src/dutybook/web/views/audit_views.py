"""Reality testing: what was drawn, what each file shows, and which limbs nobody has tested."""

from secrets import randbelow
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from dutybook.duties.catalogue import CATALOGUE
from dutybook.inspections import actions, queries
from dutybook.web.events import told
from dutybook.web.flow import asked, form_page, onward, saved
from dutybook.web.forms import audit as forms

SEEDS = 2**31
"""How many seeds there are: as many as a person can write down and type again."""


def inspection_tests(request: Any, key: str) -> HttpResponse:
    """Each limb with its newest test, or that its records are untested."""
    tests = queries.inspection_tests(request.viewer, key, now=request.now)
    back = {"text": tests.inspection.title, "href": reverse("web:inspection", args=[key])}
    return render(request, "audits/inspection.html", {"tests": tests, "back": back})


def limb_tests(request: Any, key: str, code: str) -> HttpResponse:
    """Every sample of one limb."""
    tests = queries.limb_tests(request.viewer, key, code, now=request.now)
    back = {"text": f"Limb {code}", "href": reverse("web:limb", args=[key, code])}
    told_of = {"tests": tests, "back": back, "catalogue": CATALOGUE}
    return render(request, "audits/limb.html", told_of)


def limb_draw(request: Any, key: str, code: str) -> HttpResponse:
    """Draw a sample of the limb's records; chance is drawn here and kept with the sample."""
    tests = queries.limb_tests(request.viewer, key, code, now=request.now)
    sets = queries.question_sets(request.viewer)
    newest = {one.title: one for one in reversed(sets)}
    form = forms.DrawForm(
        request.POST or None,
        duties=[(duty, CATALOGUE[duty].title) for duty in tests.duties],
        sets=[(one.pk, str(one)) for one in newest.values()],
    )

    def draw(answers: dict[str, Any]) -> Any:
        return actions.draw_sample(
            by=request.viewer,
            now=request.now,
            limb_id=tests.limb.pk,
            seed=randbelow(SEEDS),
            **answers,
        )

    if request.method == "POST" and (made := saved(form, draw)):
        return onward("web:audit_sample", made.pk, saved="drawn")
    return asked(
        request,
        form,
        "Draw a sample of records",
        "Draw it",
        back=("Tests of the records", reverse("web:limb_tests", args=[key, code])),
        caption=f"Limb {code}: {tests.limb.title}",
        lede="Chance draws the records, the more dangerous more often. Every draw stays on record.",
    )


def audit_sample(request: Any, sample_id: int) -> HttpResponse:
    """One sample, case by case."""
    page = queries.sample_page(request.viewer, sample_id, now=request.now)
    back = {
        "text": "Tests of the records",
        "href": reverse("web:limb_tests", args=[page.inspection.key, page.limb.code]),
    }
    told_of = {"page": page, "back": back, "catalogue": CATALOGUE}
    return render(request, "audits/sample.html", told_of)


def audit_case(request: Any, sample_id: int, place: int) -> HttpResponse:
    """One case: what the record says, what was found of it, and the form of the auditor."""
    page = queries.case_page(request.viewer, sample_id, place)
    questions = page.sample.questions.questions
    standing = page.line.audit
    beginning = _as_answered(standing) if standing else {}
    form = forms.CaseAuditForm(request.POST or None, questions=questions, initial=beginning)

    def audit(answers: dict[str, Any]) -> Any:
        return actions.audit_case(
            by=request.viewer,
            now=request.now,
            case_id=page.line.case.pk,
            replaces_id=_number(request.POST.get("replaces", "")),
            **answers,
        )

    if request.method == "POST" and saved(form, audit):
        return onward("web:audit_sample", sample_id, saved="audited")
    back = {"text": "The sample", "href": reverse("web:audit_sample", args=[sample_id])}
    told_of = {"page": page, "back": back, "catalogue": CATALOGUE}
    told_of["facts"] = [told(event) for event in page.facts]
    return form_page(request, "audits/case.html", form, told_of)


def records_read(request: Any) -> HttpResponse:
    """The records of one's own work that were read against their files."""
    page = queries.records_read(request.viewer, page=request.GET.get("page", ""))
    back = {"text": "Inspections", "href": reverse("web:inspections")}
    told_of = {"page": page, "back": back, "catalogue": CATALOGUE}
    return render(request, "audits/records_read.html", told_of)


def record_read(request: Any, case_id: int) -> HttpResponse:
    """One of them: what was found, what was answered, and the form for an answer."""
    page = queries.record_read(request.viewer, case_id)
    form = forms.AuditAnswerForm(request.POST or None)

    def answer(answers: dict[str, Any]) -> object:
        return actions.answer_audit(
            by=request.viewer, now=request.now, audit_id=page.audit.pk, **answers
        )

    if request.method == "POST" and saved(form, answer):
        return onward("web:record_read", case_id, saved="answered")
    back = {"text": "Records read against their files", "href": reverse("web:records_read")}
    told_of = {"page": page, "back": back, "catalogue": CATALOGUE}
    told_of["facts"] = [told(event) for event in page.facts]
    return form_page(request, "audits/record_read.html", form, told_of)


def audit_questions(request: Any) -> HttpResponse:
    """Every version of every set of questions."""
    sets = queries.question_sets(request.viewer)
    back = {"text": "Inspections", "href": reverse("web:inspections")}
    return render(request, "audits/questions.html", {"sets": sets, "back": back})


def audit_questions_new(request: Any) -> HttpResponse:
    """A new set of questions, or a new version of one."""
    form = forms.QuestionSetForm(request.POST or None)

    def write(answers: dict[str, Any]) -> Any:
        return actions.write_questions(by=request.viewer, now=request.now, **answers)

    if request.method == "POST" and saved(form, write):
        return onward("web:audit_questions", saved="questions")
    back = ("Questions of case audits", reverse("web:audit_questions"))
    return asked(request, form, "Write questions", "Save them", back=back)


def _as_answered(standing: Any) -> dict[str, str]:
    """What stands, as the form asks for it, so that a correction begins from it."""
    answers = {f"question_{n}": answer for n, answer in enumerate(standing.answers, start=1)}
    rest = {name: getattr(standing, name) for name in ("reality", "grade", "found")}
    return {**answers, **rest}


def _number(sent: str) -> int | None:
    return int(sent) if sent.isascii() and sent.isdigit() and len(sent) < 19 else None
