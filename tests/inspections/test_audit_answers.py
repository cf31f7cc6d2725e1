"""A team is told of a file that does not bear its record out, and answers it."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import ProgrammingError, connection, transaction
from tests.inspections.conftest import Answered
from tests.inspections.test_reality import GOOD, sample
from tests.ledger.scene import DAY, NOW, make_scene

from dutybook.access.errors import InvalidInput, NotAllowed, NotFound
from dutybook.access.models import AccessLogRow
from dutybook.access.roles import Role
from dutybook.inspections import actions
from dutybook.inspections.models import AuditCase, CaseAudit
from dutybook.inspections.queries import case_page, record_read, records_read
from dutybook.ledger.models import Notice

OTHERWISE = {**GOOD, "reality": "disagrees", "found": "One officer was there"}


def case(scene: Answered) -> AuditCase:
    scene.offender(level="high")
    scene.supervisor, scene.auditor  # noqa: B018 - makes their accounts
    return AuditCase.objects.get(sample=sample(scene, size=1))


def audit(scene: Answered, one: AuditCase, **values: Any) -> CaseAudit:
    return actions.audit_case(
        **{"by": scene.auditor, "now": NOW, "case_id": one.pk} | GOOD | values
    )


def told(code: str) -> list[str]:
    found = Notice.objects.filter(reminder__code=code).order_by("user__display_name")
    return list(found.values_list("user__display_name", flat=True))


def test_owner_and_supervisors_are_told_of_a_file_that_says_otherwise(scene: Answered) -> None:
    one = case(scene)
    scene.other_supervisor  # noqa: B018 - of the same team
    first = audit(scene, one)
    assert told("case_disagrees") == []
    audit(scene, one, replaces_id=first.pk, **OTHERWISE)
    assert told("case_disagrees") == ["Manager", "Other_Supervisor", "Supervisor"]


def test_a_case_handled_badly_is_told_though_the_file_bears_the_record_out(
    scene: Answered,
) -> None:
    audit(scene, case(scene), grade="inadequate")
    assert told("case_disagrees") == ["Manager", "Supervisor"]


def test_the_answer_stands_beside_the_audit_and_the_auditor_is_told(scene: Answered) -> None:
    one = case(scene)
    found = audit(scene, one, **OTHERWISE)
    given = {"now": NOW + DAY, "audit_id": found.pk}
    actions.answer_audit(by=scene.manager, words="The second officer signed apart.", **given)
    actions.answer_audit(by=scene.supervisor, words="I have seen the signature.", **given)
    assert told("case_answered") == ["Auditor"]
    page = record_read(scene.manager, one.pk)
    assert [reply.words[:10] for reply in page.replies] == ["The second", "I have see"]
    assert (page.audit, page.may_answer, page.replaced) == (found, True, ())
    at_audit = case_page(scene.auditor, one.sample_id, one.place)
    assert at_audit.replies == page.replies
    [line] = records_read(scene.supervisor).rows
    assert (line.audit, line.answered) == (found, 2)
    logged = AccessLogRow.objects.filter(detail="record read against its file")
    assert logged.filter(user_id=scene.manager.user_id).exists()


def test_only_those_see_it_who_see_the_record(scene: Answered) -> None:
    one = case(scene)
    found = audit(scene, one, **OTHERWISE)
    elsewhere = make_scene("otherbury").manager
    of_the_other_team = scene.viewer("westerner", Role.OFFENDER_MANAGER, team=scene.west)
    for hidden in (elsewhere, of_the_other_team, scene.investigator, scene.auditor):
        assert records_read(hidden).rows == ()
        with pytest.raises(NotFound):
            record_read(hidden, one.pk)
        with pytest.raises(NotFound):
            actions.answer_audit(by=hidden, now=NOW, audit_id=found.pk, words="No")
    reads = record_read(scene.chief, one.pk)
    assert not reads.may_answer
    with pytest.raises(NotAllowed):
        actions.answer_audit(by=scene.chief, now=NOW, audit_id=found.pk, words="No")


def test_what_was_corrected_is_answered_no_more(scene: Answered) -> None:
    one = case(scene)
    first = audit(scene, one, **OTHERWISE)
    second = audit(scene, one, replaces_id=first.pk, now=NOW + timedelta(hours=1))
    with pytest.raises(NotFound):
        actions.answer_audit(by=scene.manager, now=NOW + DAY, audit_id=first.pk, words="No")
    with pytest.raises(InvalidInput, match="Write the answer"):
        actions.answer_audit(by=scene.manager, now=NOW + DAY, audit_id=second.pk, words=" ")
    page = record_read(scene.manager, one.pk)
    assert (page.audit, page.replaced) == (second, (first,))


def test_an_answer_stays(scene: Answered) -> None:
    for statement in ("UPDATE {} SET id = id", "DELETE FROM {}"):
        with (
            pytest.raises(ProgrammingError, match="permission denied"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement.format("inspections_casereply"))
