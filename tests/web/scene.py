"""A few invented offenders with something to show, made through the rooms' own actions."""

from datetime import datetime, timedelta

from dutybook.access.models import Team, User
from dutybook.access.viewer import Viewer
from dutybook.documents.samples import sample_bytes
from dutybook.inspections import actions as inspections
from dutybook.inspections.actions.packs import make_pack
from dutybook.inspections.models import AuditCase, ImportedResponse, Limb, PackRequest
from dutybook.ledger import actions as ledger
from dutybook.ledger.instants import local_day
from dutybook.ledger.models import Subject, SubjectKind
from dutybook.ledger.reallocating import reallocate
from dutybook.records.governance import actions as governance
from dutybook.records.investigations import actions as investigations
from dutybook.records.offenders import actions
from dutybook.records.offenders.models import Offender
from dutybook.records.people import actions as people
from dutybook.records.people.models import Merge, Person, RestrictedHit
from dutybook.records.safeguarding import actions as safeguarding
from dutybook.records.workforce import actions as workforce


def set_policies(by: Viewer, now: datetime) -> None:
    """Intervals of an invented force, by level; the first visit's is left unset."""
    for level, months in (("very_high", 1), ("high", 3), ("medium", 6), ("low", 12)):
        ledger.set_policy(
            by=by,
            now=now,
            key="visit.maximum",
            level=level,
            value=months,
            unit="months",
            from_at=now - timedelta(days=3 * 365),
            source="An invented force's order of 2023",
        )


def register(
    by: Viewer,
    now: datetime,
    team: Team,
    *,
    ref: str = "NV-1001",
    name: str = "Alfred Quillfeather",
    level: str = "high",
    owner: User | None = None,
    days_ago: int = 400,
) -> int:
    """An offender registered so many days ago and given to `owner`; gives the subject's id."""
    made = actions.register_offender(
        by=by,
        now=now,
        national_register_ref=ref,
        name=name,
        team_id=team.pk,
        registered_at=(now - timedelta(days=days_ago)).date(),
        owner_id=owner.pk if owner else None,
        level=level,
    )
    return made.subject_id


def visit(
    by: Viewer,
    now: datetime,
    subject_id: int,
    *,
    days_ago: int,
    outcome: str = "seen",
    crew: int = 2,
) -> int:
    """A visit so many days ago; gives its fact id."""
    saved = actions.record_visit(
        by=by,
        now=now,
        subject_id=subject_id,
        at=now - timedelta(days=days_ago),
        outcome=outcome,
        announced=False,
        crew=crew,
        second_confirmed=True if crew > 1 else None,
        findings="Lives there with his sister. No device seen.",
    )
    assert saved.fact_id is not None
    return saved.fact_id


def said_of(by: Viewer, now: datetime, subject_id: int) -> dict[str, int]:
    """Something said of the offender's person, who was found to be a second entry as well."""
    person = Person.objects.get(subject_id=subject_id)
    said = people.state(
        by=by, now=now, person_id=person.pk, kind="contact",
        values={"means": "phone", "value": "07700 900123"},
    )  # fmt: skip
    second = people.link(
        by=by, now=now, person_id=person.pk, name="Alf Quillfeather",
        values={"relation": "other"},
    )  # fmt: skip
    merge = Merge.objects.create(
        force=person.force, kept=person, absorbed_id=second, reason="The same",
        decided_by_id=by.user_id, decided_at=now,
    )  # fmt: skip
    return {"person": person.pk, "said": said.fact_id, "merge": merge.pk}


def asked_of(
    by: Viewer, supervisor: Viewer, now: datetime, subject_id: int, visit_id: int
) -> dict[str, int]:
    """What waits for an answer: a search, something that puts in doubt, leave for a visit."""
    day = (now - timedelta(days=3)).date()
    given = {"now": now, "subject_id": subject_id}
    check = actions.record_check(by=by, at=day, system="pnd", result="Two entries", **given)
    change = actions.report_change(by=by, at=day, kind="child_contact", note="A partner", **given)
    action = actions.agree_action(
        by=by, at=day, what="See her", agreed_in="plan", done_by_whom="police", due_on=day, **given
    )
    request = actions.request_jointly(
        by=by, at=day, direction="to_us", partner="probation", note="Is it safe?", **given
    )
    actions.set_management(by=by, at=day, state="reactive", reason="Low for years", **given)
    doubt = actions.report_change(by=by, at=day, kind="arrest", note="For theft", **given)
    actions.set_management(by=by, at=day, state="active", **given)
    leave = actions.authorise_visit(
        by=supervisor, fact_id=visit_id, rationale="Agreed beforehand", **given
    )
    breach = actions.establish_breach(by=by, at=day, note="The yearly one", **given)
    offence = actions.charge_further_offence(by=by, at=day, note="A further offence", **given)
    asked = {"change": change, "action": action, "request": request}
    made = {
        **asked,
        "check": check,
        "doubt": doubt,
        "leave": leave,
        "breach": breach,
        "offence": offence,
    }
    return {name: saved.fact_id for name, saved in made.items()}


def order_of(by: Viewer, now: datetime, offender_id: int) -> dict[str, int]:
    """An order against the offender, and a breach of it that waits for a decision."""
    made_on = (now - timedelta(days=300)).date()
    made = actions.open_order(
        by=by, now=now, offender_id=offender_id, kind="shpo", court="Wealdmoor Crown Court",
        made_on=made_on, last_day=made_on.replace(year=made_on.year + 5),
        conditions="Not to use a device that keeps no history.",
    )  # fmt: skip
    breach = actions.break_order(
        by=by, now=now, subject_id=made.subject_id, at=(now - timedelta(days=2)).date(),
        note="A second telephone was found",
    )  # fmt: skip
    assert breach.fact_id is not None
    return {"order": made.subject_id, "order_breach": breach.fact_id}


def child_of(by: Viewer, now: datetime, root_id: int) -> dict[str, int]:
    """A child at risk; social care was told and has not answered."""
    given = {"by": by, "now": now}
    known = safeguarding.know_of_child(
        root_id=root_id, at=now - timedelta(days=1), known_as="The child of his new partner",
        learnt_from="A visit", note="He stays there at night", **given,
    )  # fmt: skip
    given |= {"subject_id": known.subject_id}
    decided = safeguarding.decide_safeguarding(
        fact_id=known.fact_id, decision="tell_social_care", rationale="At night", **given
    )
    told = safeguarding.tell_social_care(
        fact_id=decided.fact_id, at=now, told="The duty team", **given
    )
    facts = {"known": known.fact_id, "decided": decided.fact_id, "told": told.fact_id}
    return {"child": known.subject_id, **facts}


def undertakings(by: Viewer, now: datetime) -> dict[str, int]:
    """A document and an agreement that the force must have, and an escalation not answered."""
    day = (now - timedelta(days=30)).date()
    given = {"by": by, "now": now, "at": day}
    document = governance.need_document(kind="family_leaflet", title="Leaflet", **given)
    agreement = governance.need_agreement(
        kind="probation", title="With probation", partner="Probation", **given
    )
    raised = governance.escalate(
        subject_id=agreement.subject_id, raised_by="police", matter="Too late", **given
    )
    assert raised.fact_id is not None
    return {
        "document": document.subject_id,
        "agreement": agreement.subject_id,
        "escalation": raised.fact_id,
    }


def given_on(supervisor: Viewer, now: datetime, subject_id: int) -> int:
    """The offender was given to nobody yet, in the same team; gives the number of the decision."""
    team_id = Subject.objects.get(pk=subject_id).team_id
    made = reallocate(
        SubjectKind.OFFENDER,
        by=supervisor,
        now=now,
        subject_ids=[subject_id],
        team_id=team_id,
        owner_id=None,
        reason="A long absence",
    )
    return made.number


def certified(liaison: Viewer, chief: Viewer, now: datetime, limb_id: int) -> dict[str, int]:
    """A limb certified against the records, with its evidence, and a second proposal that waits."""
    said = {"limb_id": limb_id, "claim": "It is done", "evidence": "An order of June"}
    proposal = inspections.propose_certification(by=liaison, now=now, **said)
    made = inspections.answer_proposal(
        by=chief, now=now, proposal_id=proposal.pk, outcome="certified",
        reason="Before the order", public_reason="Before the order",
    )  # fmt: skip
    inspections.propose_certification(by=liaison, now=now, **said)
    evidence = inspections.add_evidence(
        by=liaison, now=now, limb_id=limb_id, kind="document", title="An order", reference="PP/7",
        speaks_for=now.date(),
    )  # fmt: skip
    return {"certification_id": made.pk, "evidence_id": evidence.pk}


def whole_certified(liaison: Viewer, chief: Viewer, now: datetime, recommendation_id: int) -> None:
    """Every limb of a recommendation certified, then the whole, and a second proposal waits."""
    against = {"reason": "Before the order", "public_reason": "Before the order"}
    for limb in Limb.objects.filter(recommendation_id=recommendation_id):
        if not limb.proposals.filter(answer__outcome="certified").exists():
            certified(liaison, chief, now, limb.pk)
    given = {"now": now, "recommendation_id": recommendation_id, "claim": "All is done"}
    made = inspections.propose_whole(by=liaison, **given)
    inspections.answer_whole(by=chief, now=now, proposal_id=made.pk, outcome="certified", **against)
    inspections.propose_whole(by=liaison, **given)


def promised(office: Viewer, now: datetime, recommendation_id: int) -> dict[str, int]:
    """A meeting, and a promise of the force made at it."""
    held = inspections.record_meeting(
        by=office, now=now, title="Scrutiny", held_on=now.date(), attended="Both"
    )
    made = inspections.make_commitment(
        by=office, now=now, recommendation_id=recommendation_id, party="force",
        promised_in="meeting", meeting_id=held.pk, what="Two more managers", owner="The chief",
        by_when=now.date(),
    )  # fmt: skip
    return {"meeting_id": held.pk, "commitment_id": made.pk}


def asked_in_room(inspector: Viewer, now: datetime) -> int:
    """An explanation that an inspector asks for; gives its number."""
    made = inspections.ask_in_room(by=inspector, now=now, kind="explanation", what="Why?")
    return made.pk


def packed(chief: Viewer, now: datetime) -> int:
    """A governance pack of last month, made; gives its number."""
    asked: list[PackRequest] = []
    day = local_day(now).replace(day=1) - timedelta(days=1)
    inspections.ask_for_pack(
        by=chief, now=now, unit="offender_management", day=day, defer=asked.append
    )
    make_pack(asked[0].pk, clock=lambda: now)
    return asked[0].pk


def read_elsewhere(liaison: Viewer, now: datetime) -> dict[str, int]:
    """The response of a force known from documents alone, with one line that was not placed."""
    mark = b"Recommendations from Inspectors"
    content = sample_bytes().replace(b"Wealdmoor", b"Otherbury")
    content = content.replace(mark, b"A scrap of words\n\n" + mark, 1)
    made = inspections.import_response(content=content, file_name="a.txt", by=liaison, now=now)
    reading = ImportedResponse.objects.get(pk=made.response_id).reading
    return {"response_id": made.response_id, "line": reading["unplaced"][0]["line"]}


def sampled(auditor: Viewer, now: datetime) -> int:
    """One record drawn from the home visits; gives the sample's number."""
    limb = Limb.objects.get(code="10a")
    asked = inspections.write_questions(
        by=auditor, now=now, title="Home visits", questions=["Was it made as recorded?"]
    )
    drawn = inspections.draw_sample(
        by=auditor, now=now, limb_id=limb.pk, duty="visit_unannounced_in_pairs", size=1, seed=3,
        questions_id=asked.pk,
    )  # fmt: skip
    return drawn.pk


def read_case(auditor: Viewer, now: datetime, sample_id: int) -> int:
    """What the auditor found of the record drawn; gives the case's number."""
    case = AuditCase.objects.get(sample=sample_id)
    inspections.audit_case(
        by=auditor, now=now, case_id=case.pk, answers=["no"], reality="disagrees",
        grade="inadequate", found="Another day",
    )  # fmt: skip
    return case.pk


def learnt(liaison: Viewer, now: datetime) -> int:
    """A review that has ended; gives its number."""
    made = inspections.record_learning(
        by=liaison, now=now, learnt_from="theme", title="Announced visits", ended_on=now.date(),
        looked_at="Thirty visits", learnt="Shifts end too early", led_by="The inspector",
    )  # fmt: skip
    return made.pk


def pulse(auditor: Viewer, chief: Viewer, now: datetime) -> int:
    """A round of asking that is open for ten days; gives its number."""
    ledger.set_policy(
        by=chief, now=now, key="pulse.fewest_answers", value=5, from_at=now - timedelta(days=1),
        source="Illustrative",
    )  # fmt: skip
    made = inspections.begin_pulse(
        by=auditor, now=now, title="How it goes", closes_on=now.date() + timedelta(days=10),
        statements=[("I can find a second officer", None)],
    )  # fmt: skip
    return made.pk


def opened_at_night(duty: Viewer, chief: Viewer, now: datetime, offender_id: int) -> dict[str, int]:
    """A search by the duty officer that hit a hidden offender, and the opening of the record."""
    ledger.set_policy(
        by=chief, now=now, key="emergency.hours", value=4, from_at=now - timedelta(days=1),
        source="Illustrative",
    )  # fmt: skip
    number = Offender.objects.get(subject_id=offender_id).national_register_ref
    [own] = people.find_people(by=duty, now=now, text=number).hits
    made = people.open_in_emergency(by=duty, now=now, hit_id=own, reason="A child is there now")
    return {"opening_id": made.pk, "own_hit": own}


def hit(by: Viewer, now: datetime) -> int:
    """A search by somebody who may not see the offender; gives the notice's number."""
    people.find_people(by=by, now=now, text="07700 900123")
    return RestrictedHit.objects.get(asked_by=by.user_id).pk


def suspect(by: Viewer, now: datetime, team: Team, *, reference: str = "OP-77/26") -> int:
    """A suspect of a referral a fortnight old, graded high; gives the subject's id."""
    made = investigations.receive_referral(
        by=by,
        now=now,
        received_at=(now - timedelta(days=14)).date(),
        reference=reference,
        team_id=team.pk,
        received_from="National Crime Agency",
    )
    investigations.grade(
        by=by,
        now=now,
        subject_id=made.subject_id,
        at=(now - timedelta(days=13)).date(),
        level="high",
    )
    return made.subject_id


def bail(by: Viewer, now: datetime, suspect_id: int) -> int:
    """Conditional bail of a suspect since ten days; gives the bail's subject id."""
    begins = (now - timedelta(days=10)).date()
    made = investigations.open_bail(
        by=by,
        now=now,
        suspect_id=suspect_id,
        first_day=begins,
        last_day=begins + timedelta(days=90),
        conditional=True,
        conditions="No contact with children. No device without leave.",
        arrested_on=begins - timedelta(days=1),
    )
    return made.subject_id


def staff(by: Viewer, now: datetime) -> int:
    """Somebody whose role calls for screening; gives the subject's id."""
    made = workforce.join_role(
        by=by,
        now=now,
        at=(now - timedelta(days=500)).date(),
        title="Online investigator",
        payroll_ref="P-100",
        name="Robin Ashdown",
    )
    return made.subject_id
