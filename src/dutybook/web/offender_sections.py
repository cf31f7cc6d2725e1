"""The sections into which an offender's record is split, so that each page stays small and fast."""

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from dutybook.records.offenders.queries import Header
from dutybook.web.links import address


@dataclass(frozen=True)
class Section:
    """One section: what it is called, the duties owed in it, the facts shown in it, and what can be
    recorded from it, as (text, page)."""

    text: str
    duties: tuple[str, ...]
    tables: tuple[str, ...]
    records: tuple[tuple[str, str], ...]


SECTIONS: Final = MappingProxyType(
    {
        "visits": Section(
            "Visits",
            (
                "visit_within_interval",
                "visit_interval_in_plan",
                "visit_authorisation_assessed",
                "warrant_considered",
                "missing_plan_made",
                "missing_plan_reviewed",
                "supervisor_review_of_visit",
            ),
            (
                "visit",
                "visit_authorisation",
                "authorisation_assessment",
                "visit_plan",
                "entry_attempt",
                "warrant_decision",
                "whereabouts",
                "missing_plan",
                "missing_review",
            ),
            (
                ("A visit or a routine call", "web:visit_record"),
                ("An attempt to enter for risk assessment", "web:offender_entry"),
                ("Whether to ask for a warrant", "web:offender_warrant"),
                ("How often to visit", "web:offender_interval"),
                ("Whether they can be found", "web:offender_whereabouts"),
                ("A plan to find them", "web:offender_finding_plan"),
                ("The review of that plan", "web:offender_finding_review"),
            ),
        ),
        "assessments": Section(
            "Risk and plans",
            (
                "arms_reassessment",
                "other_tool_assessment",
                "risk_plan_in_date",
                "risk_trigger_decided",
                "plan_action_done",
                "supervisor_review_of_arms",
                "supervisor_review_of_plan",
            ),
            (
                "risk_level",
                "arms_assessment",
                "arms_applicability",
                "other_assessment",
                "risk_plan",
                "plan_action",
                "plan_action_end",
                "risk_trigger",
                "risk_trigger_decision",
                "supervisor_review",
            ),
            (
                ("Something that may change the risk", "web:offender_trigger"),
                ("An ARMS assessment", "web:offender_arms"),
                ("An assessment by another tool", "web:offender_other_tool"),
                ("A risk management plan", "web:offender_plan"),
                ("Something that is to be done", "web:offender_action"),
                ("A risk level", "web:offender_risk"),
                ("Which assessment tool applies", "web:offender_arms_applies"),
            ),
        ),
        "notification": Section(
            "Notification",
            (
                "initial_notification",
                "change_notified",
                "yearly_notification",
                "weekly_notification",
                "details_notified",
                "travel_return_notified",
                "breach_recorded_everywhere",
                "breach_decided",
            ),
            (
                "relevant_date",
                "notification",
                "notifiable_change",
                "residence",
                "foreign_travel",
                "travel_return",
                "notification_breach",
                "breach_recorded",
                "breach_decision",
                "registration",
            ),
            (
                ("That the offender notified", "web:offender_notified"),
                ("A change that must be notified", "web:offender_changed"),
                ("Travel abroad", "web:offender_travel"),
                ("The return from abroad", "web:offender_returned"),
                ("A breach", "web:offender_breach"),
                ("Whether there is a fixed home", "web:offender_residence"),
                ("The relevant date", "web:offender_relevant_date"),
                ("Notification requirements", "web:offender_registration"),
            ),
        ),
        "whereabouts": Section(
            "Where they were",
            ("missing_plan_made", "missing_plan_reviewed"),
            (
                "community_status",
                "whereabouts",
                "missing_plan",
                "missing_review",
                "foreign_travel",
                "travel_return",
            ),
            (
                ("Where the offender is", "web:offender_status"),
                ("Whether they can be found", "web:offender_whereabouts"),
                ("Travel abroad", "web:offender_travel"),
                ("The return from abroad", "web:offender_returned"),
            ),
        ),
        "prevention": Section(
            "Prevention",
            (
                "order_considered",
                "order_conditions_checked",
                "order_end_decided",
                "order_breach_decided",
                "monitoring_checked",
                "disclosure_considered",
                "disclosure_request_decided",
                "further_offence_reviewed",
            ),
            (
                "order_decision",
                "order_made",
                "order_state",
                "order_check",
                "order_end_decision",
                "order_breach",
                "order_breach_decision",
                "monitoring",
                "monitoring_check",
                "disclosure_request",
                "disclosure_decision",
                "further_offence",
                "further_offence_review",
            ),
            (
                ("Whether to ask for an order", "web:offender_consider_order"),
                ("An order that a court made", "web:order_open"),
                ("Monitoring of devices", "web:offender_monitoring"),
                ("A look at what monitoring reported", "web:offender_monitoring_check"),
                ("A request for disclosure", "web:offender_ask_disclosure"),
                ("Whether to disclose", "web:offender_disclose"),
                ("A charge with a serious further offence", "web:offender_offence"),
            ),
        ),
        "agencies": Section(
            "Other agencies",
            ("mappa_meeting_held", "joint_request_answered", "joint_request_chased"),
            ("mappa_level", "mappa_meeting", "joint_request", "joint_answer"),
            (
                ("A request between agencies", "web:offender_joint_request"),
                ("A meeting of the agencies", "web:offender_meeting"),
                ("The level and category of the arrangements", "web:offender_mappa"),
                ("Something that is to be done", "web:offender_action"),
            ),
        ),
        "checks": Section(
            "Checks",
            ("pnd_checked", "pnd_check_assessed", "pnc_checked", "pnc_check_assessed"),
            ("database_check", "database_assessment"),
            (("A search of a database", "web:offender_check"),),
        ),
        "reactive": Section(
            "Reactive management",
            ("reactive_conditions", "reactive_further_conditions", "reactive_trigger_decided"),
            ("management", "reactive_evidence", "reactive_trigger", "risk_review"),
            (
                ("A condition that was looked at", "web:offender_condition"),
                ("Something that puts it in doubt", "web:offender_trigger"),
                ("Active or reactive management", "web:offender_management"),
            ),
        ),
    }
)
"""By the key in the page's address, in the order of the sub-navigation."""


@dataclass(frozen=True)
class SectionLink:
    """One link of the sub-navigation."""

    text: str
    href: str
    is_here: bool


def record_sections(who: Header, here: str = "") -> list[SectionLink]:
    """The sub-navigation of an offender's record; `here` is the key of the section it stands on,
    nothing for the overview."""
    overview = SectionLink("Overview", address("web:offender", who.subject_id), not here)
    return [
        overview,
        *(
            SectionLink(
                section.text,
                address("web:offender_section", who.subject_id, key),
                key == here,
            )
            for key, section in SECTIONS.items()
        ),
        SectionLink("Children", address("web:children", who.subject_id), False),
    ]
