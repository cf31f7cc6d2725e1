"""Untidy records of every kind: keyed late, corrected, withdrawn, unknown and with gaps."""

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from random import Random
from typing import Any

from tests.ledger.scene import DAY, NOW, TODAY, Scene

from dutybook.access.viewer import Viewer
from dutybook.ledger.fact_models import choices_of
from dutybook.records.governance import actions as governance
from dutybook.records.investigations import actions as investigations
from dutybook.records.offenders import actions as offenders
from dutybook.records.safeguarding import actions as safeguarding
from dutybook.records.workforce import actions as workforce

Batch = Callable[..., list[int]]


def load_untidy(scene: Scene, *, offenders_count: int, seed: int) -> list[int]:
    """Loads untidy records of every kind by the bulk actions, one seed, and gives the offenders.

    Late keying, corrections, withdrawals, days without times, unknowns and gaps are all in it.
    """
    chance = Random(seed)
    by = scene.loader
    owners = [scene.manager.user_id, None]
    people = offenders.load_batch(
        "offender",
        [
            {"national_register_ref": f"U{seed}-{n}", "name": f"Untidy {n}"}
            for n in range(offenders_count)
        ],
        by=by,
        now=NOW,
    )
    untidy = _Untidy(chance, offenders.load_batch, by)
    untidy.add("allocation", people, 1, 3, team_id=[scene.east.pk, scene.west.pk], owner_id=owners)
    untidy.add("registration", people, 1, 2, state=["registered", "registered", "ended"])
    untidy.add("community_status", people, 0, 4, state=["community", "community", "custody"])
    untidy.add("risk_level", people, 0, 4, level=["low", "medium", "high", "very_high", "unknown"])
    untidy.add("management", people, 0, 2, state=["active", "reactive"])
    untidy.add("visit_plan", people, 0, 2, amount=[3, 6], unit=["months"])
    visits = untidy.add(
        *("visit", people, 0, 12),
        outcome=["seen", "seen", "no_reply"],
        announced=[True, False, False, None],
        crew=[1, 2, 2, None],
    )
    leave = untidy.answer(
        "visit_authorisation", visits, rank=["sergeant", ""], rationale=["", "why"]
    )
    untidy.answer("authorisation_assessment", leave, outcome=["sound", "not_sound"])
    untidy.add(
        *("entry_attempt", people, 0, 3),
        outcome=["not_entered"],
        failure=["first", "second", ""],
        place=["There"],
        grounds=["Why"],
    )
    untidy.add("warrant_decision", people, 0, 1, decision=["apply"], rationale=["Why", ""])
    untidy.add("whereabouts", people, 0, 2, state=["not_found", "known"])
    untidy.add("missing_plan", people, 0, 2, owned=[False], steps=["Ask"])
    untidy.add("missing_review", people, 0, 3, done_since=["Asked"])
    untidy.add("arms_applicability", people, 0, 1, state=["applies", "other_tool"])
    untidy.add("other_assessment", people, 0, 2, tool=["Another"], reason=["", "A woman"])
    checks = untidy.add("database_check", people, 0, 3, system=["pnd", "pnc", "local"])
    for system in ("pnd", "pnc", "local"):
        of_system = [row for row in checks if row["system"] == system]
        untidy.answer(
            *("database_assessment", of_system),
            system=[system],
            effect=["none"],
            assessment=["Read"],
        )
    untidy.add(
        *("reactive_evidence", people, 0, 4),
        condition=["assessed_low", "no_offending", "monitored", "adult"],
        holds=[True, True, False, None],
        until=[200 * DAY, 30 * DAY, None],
        evidence=["Read"],
    )
    untidy.add("relevant_date", people, 0, 1, matter=["An offence"])
    untidy.add(
        *("notification", people, 0, 5),
        kind=["initial", "change", "periodic", "details", "travel_return"],
    )
    untidy.add("notifiable_change", people, 0, 3, kind=["name", "release", "bank_or_cards"])
    untidy.add("residence", people, 0, 2, state=["fixed", "none"])
    untidy.add("foreign_travel", people, 0, 2, days_notice=[0, 3, 9, None])
    untidy.add("travel_return", people, 0, 2)
    breaches = untidy.add("notification_breach", people, 0, 2, note=["Late"])
    untidy.answer("breach_recorded", breaches, systems=["All"])
    untidy.answer("breach_decision", breaches, decision=["arrest"], rationale=["Why", ""])
    doubts = untidy.add("reactive_trigger", people, 0, 2, kind=["arrest", "breach"])
    untidy.answer("risk_review", doubts, decision=["stays_reactive"], rationale=["Why", ""])
    untidy.add("order_decision", people, 0, 2, decision=["apply"], rationale=["Why", ""])
    untidy.add("disclosure_request", people, 0, 2, route=["agency"])
    untidy.add(
        *("disclosure_decision", people, 0, 3),
        decision=["disclose", "do_not_disclose"],
        rationale=["Why", ""],
    )
    offences = untidy.add("further_offence", people, 0, 1, note=["Charged"])
    untidy.answer("further_offence_review", offences, note=["By January"])
    _add_orders(untidy, people, by)
    untidy.add("arms_assessment", people, 0, 3, priority=["low", "high", ""])
    untidy.add("risk_plan", people, 0, 3)
    untidy.answer("supervisor_review", visits, what=["visit"], outcome=["agreed", ""])
    suspects = investigations.load_batch(
        "suspect",
        [{"reference": f"S{seed}-{n}"} for n in range(offenders_count // 2)],
        by=by,
        now=NOW,
    )
    bails = investigations.load_batch(
        "bail", [{"suspect_id": one} for one in suspects], by=by, now=NOW
    )
    untidy.load = investigations.load_batch
    untidy.add("referral", suspects, 1, 3)
    untidy.add("grade", suspects, 0, 3, level=["low", "medium", "high", "very_high", "unknown"])
    untidy.add("enforcement", suspects, 0, 2, kind=["arrest", "other"])
    untidy.add("investigation_end", suspects, 0, 2, state=["ended", "reopened"])
    untidy.add(
        "bail_segment", bails, 1, 3, until=[90 * DAY, 28 * DAY, None], conditional=[True, None]
    )
    untidy.add("bail_check", bails, 0, 4, proactive=[True, False, None])
    untidy.add("bail_end", bails, 0, 1, reason=["charged"])
    staff = workforce.load_batch(
        "staff",
        [
            {"payroll_ref": f"P{seed}-{n}", "name": f"Staff {n}"}
            for n in range(offenders_count // 3)
        ],
        by=by,
        now=NOW,
    )
    untidy.load = workforce.load_batch
    untidy.add("role", staff, 1, 2, state=["in_scope", "in_scope", "out_of_scope"])
    untidy.add("screening", staff, 0, 4, state=["offered", "completed", "declined"])
    _add_governance(untidy, seed, by)
    apart = _Untidy(Random(seed + 1), offenders.load_batch, by)
    _add_managing(apart, people)
    _add_children(apart, people, by)
    return people


def _add_governance(untidy: "_Untidy", seed: int, by: Viewer) -> None:
    """A few documents and agreements of every kind, with what happened to them."""
    untidy.load = governance.load_batch
    kinds = choices_of("document_kind", "kind")
    titles = [{"title": f"Document {seed}: {kind}"} for kind in kinds]
    documents = governance.load_batch("document", titles, by=by, now=NOW)
    for one, kind in zip(documents, kinds, strict=True):
        untidy.add("document_kind", [one], 1, 1, kind=[kind])
    untidy.add("document_kind", documents[:3], 0, 1, kind=["withdrawn"])
    approved = {"approved_by": ["Somebody"], "kept_at": ["There"]}
    untidy.add("document_approved", documents, 0, 3, until=[90 * DAY, 400 * DAY], **approved)
    untidy.add("document_owner", documents, 0, 2, post=["Head of it"])
    untidy.add("document_owner_left", documents, 0, 1)
    untidy.add("document_withdrawn", documents, 0, 1, reason=["Wrong"])
    untidy.add("forecast_reach", documents, 0, 2, until=[60 * DAY, 300 * DAY])
    untidy.add("stock_check", documents, 0, 3, found=[True, False, None])
    named = [{"title": f"Agreement {seed}-{n}", "partner": "They"} for n in range(4)]
    agreements = governance.load_batch("agreement", named, by=by, now=NOW)
    untidy.add("agreement_kind", agreements[:2], 1, 1, kind=["probation"])
    untidy.add("agreement_kind", agreements[2:], 1, 2, kind=["family_support", "ended"])
    signed = {"signed_by_us": ["We"], "signed_by_them": ["They"], "kept_at": ["There"]}
    untidy.add("agreement_signed", agreements, 0, 2, until=[90 * DAY, 400 * DAY], **signed)
    untidy.add("agreement_ended", agreements, 0, 1, reason=["Over"])
    untidy.add("agreement_owner", agreements, 0, 2, ours=["We"], theirs=["They"],
               both_sides=[True, False])  # fmt: skip
    untidy.add("partner_review", agreements, 0, 3, both_ways=[True, False, None])
    for side in ("police", "partner"):
        given = {"raised_by": [side], "matter": ["It"]}
        raised = untidy.add("partner_escalation", agreements, 1, 3, **given)
        untidy.answer("partner_escalation_answer", raised, answer=["So"])


def _add_managing(untidy: "_Untidy", people: Sequence[int]) -> None:
    """What changes the risk, what is to be done, work with other agencies, monitoring."""
    changes = untidy.add(
        "risk_trigger", people, 0, 3, kind=["arrest", "child_contact"], note=["It"]
    )
    untidy.answer(
        *("risk_trigger_decision", changes),
        decision=["level_stays", "level_changes"],
        rationale=["Why", ""],
    )
    actions = untidy.add(
        *("plan_action", people, 0, 4),
        what=["See her"],
        agreed_in=["plan", "mappa"],
        done_by_whom=["police"],
        due=[20 * DAY, 90 * DAY],
    )
    untidy.answer(
        "plan_action_end", actions, outcome=["done", "not_needed"], rationale=["Seen", ""]
    )
    untidy.add("mappa_level", people, 0, 2, state=["level_1", "level_2", "level_3", "none"])
    untidy.add("mappa_meeting", people, 0, 3, minutes_at=["M/1"])
    asked = untidy.add(
        *("joint_request", people, 0, 3),
        direction=["to_us", "from_us"],
        partner=["probation"],
        note=["Is it so?"],
    )
    untidy.answer("joint_answer", asked, answer=["It is"])
    untidy.add("monitoring", people, 0, 2, state=["monitored", "ended"], note=["Telephone"])
    untidy.add("monitoring_check", people, 0, 4, concern=[True, False, None], findings=["It"])


def _add_children(untidy: "_Untidy", people: Sequence[int], by: Viewer) -> None:
    """A child beneath every other offender."""
    rows = [{"root_id": one, "known_as": f"A child of {one}"} for one in people[::2]]
    children = safeguarding.load_batch("child", rows, by=by, now=NOW)
    untidy.load = safeguarding.load_batch
    known = untidy.add(
        "child_at_risk", children, 0, 3, learnt_from=["A visit"], note=["He stays there"]
    )
    decided = untidy.answer(
        *("safeguarding_decision", known),
        decision=["tell_social_care", "no_further_action"],
        rationale=["Why", ""],
    )
    told = untidy.answer("social_care_told", decided, told=["The duty team"])
    untidy.answer("social_care_answer", told, answer=["They visit"])


def _add_orders(untidy: "_Untidy", people: Sequence[int], by: Viewer) -> None:
    """An order against every second offender, with what happened to it."""
    rows = [
        {
            "offender_id": one,
            "kind": "shpo",
            "court": "A court",
            "from_day": TODAY,
            "conditions": "None",
        }
        for one in people[::2]
    ]
    orders = offenders.load_batch("order", rows, by=by, now=NOW)
    untidy.add("order_made", orders, 0, 2, kind=["shpo"], until=[900 * DAY, None])
    untidy.add("order_state", orders, 0, 3, state=["in_force", "in_force", "ended"])
    untidy.add("order_check", orders, 0, 4, findings=["Read"])
    untidy.add("order_end_decision", orders, 0, 1, decision=["renew"], rationale=["Why", ""])
    broken = untidy.add("order_breach", orders, 0, 2, note=["A telephone"])
    untidy.answer("order_breach_decision", broken, decision=["no_action"], rationale=["Why", ""])


class _Untidy:
    """Random facts by the bulk actions."""

    def __init__(self, chance: Random, load: Batch, by: Viewer) -> None:
        self.chance, self.load, self.by = chance, load, by

    def add(
        self, table: str, subjects: Sequence[int], least: int, most: int, **choices: Sequence[Any]
    ) -> list[dict[str, Any]]:
        """Some facts about each subject, a few corrected or withdrawn; gives first versions."""
        rows = [
            self._row(subject, choices)
            for subject in subjects
            for _ in range(self.chance.randint(least, most))
        ]
        ids = self.load(table, rows, by=self.by, now=NOW)
        kept = [row | {"fact_id": one} for row, one in zip(rows, ids, strict=True)]
        self._change(table, kept, choices)
        return kept

    def answer(
        self, table: str, named: Sequence[Mapping[str, Any]], **choices: Sequence[Any]
    ) -> list[dict[str, Any]]:
        """Facts that name some of these facts; gives them."""
        rows = []
        for one in named:
            if self.chance.random() < 0.5:
                row = self._row(one["subject_id"], choices)
                rows.append(row | {"of_fact": one["fact_id"], "of_version": 1})
        ids = self.load(table, rows, by=self.by, now=NOW)
        return [row | {"fact_id": one} for row, one in zip(rows, ids, strict=True)]

    def _row(self, subject: int, choices: Mapping[str, Sequence[Any]]) -> dict[str, Any]:
        at = NOW - timedelta(minutes=self.chance.randint(60, 60 * 24 * 900))
        day_only = self.chance.random() < 0.3
        if day_only:
            at = at.replace(hour=0, minute=0)
        keyed = at + timedelta(hours=self.chance.choice([0, 1, 30, 700]))
        row = {name: self.chance.choice(list(values)) for name, values in choices.items()}
        for name in ("until", "due"):
            if row.get(name) is not None:
                row[name] = at + row[name]
        if row.get("owner_id") is None:
            row = {name: value for name, value in row.items() if name != "owner_id"}
        own = {"subject_id": subject, "at": at, "day_only": day_only}
        return row | own | {"recorded_at": min(keyed, NOW)}

    def _change(
        self, table: str, kept: Sequence[Mapping[str, Any]], choices: Mapping[str, Sequence[Any]]
    ) -> None:
        changed = []
        for row in kept:
            if self.chance.random() < 0.1:
                later = min(row["recorded_at"] + 20 * DAY, NOW)
                own = {"version": 2, "recorded_at": later, "change_reason": "untidy"}
                changed.append({**row, **own, "withdrawn": self.chance.random() < 0.5})
        if changed:
            self.load(table, changed, by=self.by, now=NOW)
