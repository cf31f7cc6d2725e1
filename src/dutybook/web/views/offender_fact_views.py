"""What is recorded about an offender besides visits: each a day, a choice and a reason."""

from typing import Any

from dutybook.ledger.writes import Saved
from dutybook.records.offenders import actions
from dutybook.web.forms import checks, managing, notifying, prevention
from dutybook.web.forms import offender as forms
from dutybook.web.views.fact_pages import FactPage, fact_view
from dutybook.web.views.offender_views import writable_header


def name_of(request: Any, subject_id: int) -> str:
    """The offender's name, for somebody who may record something about them."""
    return writable_header(request, subject_id).name


def _where_it_is_decided(kept: Saved) -> str:
    """The section in which a change of risk waits: with reactive management if it puts that in
    doubt, else with the risk."""
    return "reactive" if kept.next_due("reactive_trigger_decided") else "assessments"


PAGES = {
    "risk": FactPage(
        "Set the risk level", "Save the level", forms.RiskForm, actions.set_risk_level, "risk"
    ),
    "arms": FactPage(
        "Record an ARMS assessment",
        "Save the assessment",
        forms.ArmsForm,
        actions.assess_arms,
        "arms",
        lede="A supervisor is asked to review it.",
    ),
    "arms_applies": FactPage(
        "Which assessment tool applies",
        "Save",
        forms.ArmsApplicabilityForm,
        actions.set_arms_applicability,
        "tool",
        lede="ARMS was made for adult men. Women and under-18s need another tool.",
    ),
    "plan": FactPage(
        "Record a risk management plan",
        "Save the plan",
        forms.PlanForm,
        actions.make_risk_plan,
        "plan",
        lede="A supervisor is asked to review it.",
    ),
    "interval": FactPage(
        "Set how often to visit",
        "Save the interval",
        forms.IntervalForm,
        actions.set_visit_plan,
        "interval",
        lede="This offender's own interval. Where the force has set a longest time, the shorter "
        "of the two counts.",
    ),
    "status": FactPage(
        "Where the offender is",
        "Save",
        forms.StatusForm,
        actions.set_community_status,
        "status",
        lede="What is owed stops or ends with custody, hospital, going abroad or a transfer. Days "
        "since last seen run on.",
    ),
    "management": FactPage(
        "How the offender is managed",
        "Save",
        forms.ManagementForm,
        actions.set_management,
        "management",
        lede="A change never wipes out what is late.",
    ),
    "registration": FactPage(
        "Notification requirements",
        "Save",
        forms.RegistrationForm,
        actions.set_registration,
        "registration",
    ),
    "check": FactPage(
        "Record a search of a database",
        "Save the search",
        checks.CheckForm,
        actions.record_check,
        "recorded",
        lede="What it means for the risk is recorded apart: a search nobody assessed is half done.",
        section="checks",
    ),
    "other_tool": FactPage(
        "Record an assessment by another tool",
        "Save the assessment",
        checks.OtherAssessmentForm,
        actions.assess_otherwise,
        "recorded",
        section="assessments",
    ),
    "condition": FactPage(
        "A condition of reactive management",
        "Save",
        checks.ConditionForm,
        actions.look_at_condition,
        "recorded",
        lede="What nobody evidenced is never met.",
        section="reactive",
    ),
    "trigger": FactPage(
        "Something that may change the risk",
        "Save",
        managing.ChangeOfRiskForm,
        actions.report_change,
        "trigger",
        lede="Whoever manages the offender decides what it means. Where the offender is managed "
        "reactively a supervisor does, at once.",
        decided_in=_where_it_is_decided,
    ),
    "action": FactPage(
        "Something that is to be done",
        "Save",
        managing.AgreeActionForm,
        actions.agree_action,
        "recorded",
        lede="Whoever manages the offender follows it, whoever is to do it.",
        section="assessments",
    ),
    "mappa": FactPage(
        "The level and category of the arrangements",
        "Save",
        managing.MappaLevelForm,
        actions.set_mappa_level,
        "recorded",
        lede="Multi-agency public protection arrangements (MAPPA).",
        section="agencies",
    ),
    "meeting": FactPage(
        "A meeting of the agencies",
        "Save the meeting",
        managing.MeetingForm,
        actions.hold_meeting,
        "recorded",
        section="agencies",
    ),
    "joint_request": FactPage(
        "A request between agencies",
        "Save the request",
        managing.JointRequestForm,
        actions.request_jointly,
        "recorded",
        lede="What they ask is owed an answer; what we ask is chased.",
        section="agencies",
    ),
    "monitoring": FactPage(
        "Monitoring of devices",
        "Save",
        managing.MonitoringForm,
        actions.set_monitoring,
        "recorded",
        section="prevention",
    ),
    "monitoring_check": FactPage(
        "A look at what monitoring reported",
        "Save",
        managing.MonitoringCheckForm,
        actions.check_monitoring,
        "recorded",
        section="prevention",
    ),
    "warrant": FactPage(
        "Whether to ask for a warrant",
        "Save the decision",
        checks.WarrantForm,
        actions.decide_warrant,
        "recorded",
        lede="A magistrate may allow entry and search for risk assessment after two failed "
        "attempts (section 96B, Sexual Offences Act 2003). Marked for the force's legal review.",
        section="visits",
    ),
    "whereabouts": FactPage(
        "Whether the offender can be found",
        "Save",
        checks.WhereaboutsForm,
        actions.set_whereabouts,
        "recorded",
        section="visits",
    ),
    "finding_plan": FactPage(
        "A plan to find the offender",
        "Save the plan",
        checks.FindingPlanForm,
        actions.plan_to_find,
        "recorded",
        section="visits",
    ),
    "finding_review": FactPage(
        "Review of the plan to find the offender",
        "Save the review",
        checks.FindingReviewForm,
        actions.review_plan_to_find,
        "recorded",
        section="visits",
    ),
    "notified": FactPage(
        "Record a notification",
        "Save the notification",
        notifying.NotifiedForm,
        actions.notified,
        "recorded",
        lede="It answers the oldest change or return that waits.",
        section="notification",
    ),
    "changed": FactPage(
        "A change that must be notified",
        "Save the change",
        notifying.ChangedForm,
        actions.changed,
        "recorded",
        lede="Within three days beginning with the day of the change.",
        section="notification",
    ),
    "residence": FactPage(
        "Whether there is a fixed home",
        "Save",
        notifying.ResidenceForm,
        actions.set_residence,
        "recorded",
        section="notification",
    ),
    "relevant_date": FactPage(
        "The relevant date",
        "Save",
        notifying.RelevantDateForm,
        actions.set_relevant_date,
        "recorded",
        lede="The first notification is due within three days beginning with it.",
        section="notification",
    ),
    "returned": FactPage(
        "The return from abroad",
        "Save",
        notifying.ReturnedForm,
        actions.returned,
        "recorded",
        section="notification",
    ),
    "breach": FactPage(
        "A breach of notification",
        "Save the breach",
        notifying.BreachForm,
        actions.establish_breach,
        "recorded",
        lede="It is to be put on the systems within 24 hours, and what follows is to be decided.",
        section="notification",
    ),
    "consider_order": FactPage(
        "Whether to ask for an order",
        "Save the decision",
        prevention.ConsiderOrderForm,
        actions.consider_order,
        "recorded",
        lede="A reasoned no complies; a blank does not.",
        section="prevention",
    ),
    "ask_disclosure": FactPage(
        "A request for disclosure",
        "Save the request",
        prevention.AskDisclosureForm,
        actions.ask_disclosure,
        "recorded",
        section="prevention",
    ),
    "disclose": FactPage(
        "Whether to disclose",
        "Save the decision",
        prevention.DecideDisclosureForm,
        actions.decide_disclosure,
        "recorded",
        lede="It answers for the plan, and the oldest request that waits.",
        section="prevention",
    ),
    "offence": FactPage(
        "A charge with a serious further offence",
        "Save the charge",
        prevention.FurtherOffenceForm,
        actions.charge_further_offence,
        "recorded",
        lede="A review of how the police had managed the offender is to be commissioned.",
        section="prevention",
    ),
}

VIEWS = {key: fact_view(page, place="web:offender", name_of=name_of) for key, page in PAGES.items()}
"""The views by the names that the table of addresses uses."""
