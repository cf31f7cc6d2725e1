"""How each figure could be made to look better than the work is, and what to read beside it.

Practice insists on both (the companion of a measure). What every figure carries by itself, such as
how many entries a change of level or an end of the duty took out of it, is in `figures.Beside`;
here stand the reasons, and the duties whose figures are the companions.
"""

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True)
class Gaming:
    """`how` the figure could be gamed, in a sentence; `companions` are keys of duties whose figures
    show it, none where what the figure itself carries is enough."""

    how: str
    companions: tuple[str, ...] = ()


_DOCUMENT: Final = Gaming(
    "A document that is in date and that nobody follows: ask for the last time it was used."
)
_TOOLS: Final = Gaming(
    "Recording a reason instead of using the tool: read how many were met by a reason, and whether "
    "what was acted on had been assessed.",
    ("risk_assessed_before_enforcement",),
)
_CHECKED: Final = Gaming(
    "Searching without reading what was found: the search counts here, its assessment apart.",
    ("pnd_check_assessed", "pnc_check_assessed"),
)
_CHECK_ASSESSED: Final = Gaming(
    "Searching less often leaves less to assess, and *no effect* can be keyed without reading.",
    ("pnd_checked", "pnc_checked"),
)
_REVIEW: Final = Gaming(
    "Signing reviews in bursts without reading: look at how many are sent back, and at those "
    "signed within minutes of each other.",
)
_BREACH: Final = Gaming(
    "A breach that is never established opens nothing: read how many notifications are overdue.",
    ("initial_notification", "yearly_notification", "change_notified"),
)
_NOTIFIED: Final = Gaming(
    "A date moved by a notification of little weight, or a residence recorded as fixed that is "
    "not.",
    ("change_notified", "weekly_notification", "breach_decided"),
)
_ORDER: Final = Gaming(
    "Deciding *no* with a standing phrase: read the reasons, and what is done about breaches.",
    ("order_breach_decided",),
)
_BAIL: Final = Gaming(
    "Releasing under investigation or by voluntary attendance takes a suspect out of this figure.",
    ("release_under_investigation_reviewed", "bail_considered"),
)
_DEVICE: Final = Gaming(
    "Moving a device on to the next queue, or submitting fewer: read all three stages together.",
    ("device_submitted", "device_examination_started", "device_examination_completed"),
)
_FAMILY: Final = Gaming(
    "An offer noted by default, or a leaflet posted through a door: read how contact was made.",
    ("family_contact_safe",),
)
_CHILD: Final = Gaming(
    "A child who is not recorded as known at risk opens nothing; telling is not being answered.",
    ("social_care_told", "social_care_answered"),
)
_ABSTRACTION: Final = Gaming(
    "An abstraction that nobody records is none: read whether supervisors confirmed their months.",
    ("abstractions_confirmed", "workload_within_threshold"),
)
_WORKLOAD: Final = Gaming(
    "Raising the threshold, or moving records to people who cannot work them.",
    ("workload_counted", "backlog_reviewed"),
)
_PARTNER: Final = Gaming(
    "Escalating less often leaves less to answer; a reply is not a remedy.",
    ("escalation_to_probation_answered", "escalation_from_probation_answered"),
)
_REACTIVE: Final = Gaming(
    "Ticking a condition without its evidence, or keeping offenders reactive so that no visit is "
    "due: read how many are reactive, and what was decided when it came into doubt.",
    ("reactive_trigger_decided", "visit_within_interval"),
)

GAMING: Final = MappingProxyType(
    {
        "visit_within_interval": Gaming(
            "Lowering levels, lengthening plans, moving offenders to reactive management, or "
            "calling a word on the doorstep a visit: read the due dates that a fall put back, the "
            "entries that ended, and the visits reviewed.",
            ("visit_interval_in_plan", "reactive_conditions", "supervisor_review_of_visit"),
        ),
        "visit_interval_in_plan": Gaming(
            "One long interval for everybody: read whether the force's maximum is what decides.",
            ("visit_within_interval",),
        ),
        "visit_unannounced_in_pairs": Gaming(
            "Authorising every exception: authorised and authorised late are counted apart, and "
            "each decision is to be assessed.",
            ("visit_authorisation_assessed",),
        ),
        "visit_authorisation_assessed": Gaming(
            "Finding every decision sound: read how many were not, and the reasons given.",
            ("visit_unannounced_in_pairs",),
        ),
        "warrant_considered": Gaming(
            "Recording attempts as routine calls, which count towards no warrant.",
            ("visit_within_interval",),
        ),
        "missing_plan_made": Gaming(
            "Not recording that somebody cannot be found: read the longest unseen.",
            ("visit_within_interval",),
        ),
        "missing_plan_reviewed": Gaming(
            "A daily review of one word: read what was done since the last.", ("missing_plan_made",)
        ),
        "arms_reassessment": Gaming(
            "Declaring that the tool does not apply, or repeating the last result.",
            ("other_tool_assessment", "supervisor_review_of_arms"),
        ),
        "other_tool_assessment": Gaming(
            "A reason that fits everybody in place of an assessment.", ("arms_reassessment",)
        ),
        "risk_plan_in_date": Gaming(
            "Dating an old plan anew: read what changed, and the reviews sent back.",
            ("supervisor_review_of_plan",),
        ),
        **dict.fromkeys(("pnd_checked", "pnc_checked", "suspect_pnd_checked"), _CHECKED),
        **dict.fromkeys(("pnd_check_assessed", "pnc_check_assessed"), _CHECK_ASSESSED),
        **dict.fromkeys(
            ("disclosure_considered", "disclosure_request_decided"),
            Gaming(
                "Deciding *no* with a standing phrase: read the share disclosed and the reasons."
            ),
        ),
        "further_offence_reviewed": Gaming(
            "An offence not recorded as serious opens nothing: compare with charges."
        ),
        **dict.fromkeys(
            (
                "supervisor_review_of_arms",
                "supervisor_review_of_plan",
                "supervisor_review_of_visit",
            ),
            _REVIEW,
        ),
        "register_mismatch_resolved": Gaming(
            "Reconciling less often finds fewer differences.", ("register_reconciled",)
        ),
        **dict.fromkeys(
            ("reactive_conditions", "reactive_further_conditions", "reactive_trigger_decided"),
            _REACTIVE,
        ),
        **dict.fromkeys(
            (
                "initial_notification",
                "change_notified",
                "yearly_notification",
                "weekly_notification",
                "details_notified",
                "travel_notified",
                "travel_return_notified",
            ),
            _NOTIFIED,
        ),
        **dict.fromkeys(("breach_recorded_everywhere", "breach_decided"), _BREACH),
        **dict.fromkeys(
            ("indefinite_review_prepared", "indefinite_review_determined"),
            Gaming("A period recorded as fixed that is indefinite, or an application not logged."),
        ),
        **dict.fromkeys(
            (
                "order_considered",
                "order_conditions_checked",
                "order_end_decided",
                "order_breach_decided",
            ),
            _ORDER,
        ),
        **dict.fromkeys(("kirat_used", "prioritisation_tool_used"), _TOOLS),
        "referral_acted_on": Gaming(
            "Grading down makes every target easier, and any action counts: read the grades and "
            "whether both tools stand behind them.",
            ("kirat_used", "prioritisation_tool_used"),
        ),
        "enforcement_basis_recorded": Gaming(
            "A record written long after: read how many were keyed on a later day.",
            ("risk_assessed_before_enforcement",),
        ),
        "risk_assessed_before_enforcement": Gaming(
            "An assessment keyed for the day of the action, or a window so long that all is fresh.",
            ("risk_reassessed_throughout",),
        ),
        "risk_reassessed_throughout": Gaming(
            "Repeating the last assessment: read what changed.",
            ("risk_assessed_before_enforcement",),
        ),
        "outside_case_overseen": Gaming(
            "A case on no list is overseen by nobody and counted nowhere.", ("escalation_decided",)
        ),
        "escalation_decided": Gaming("Escalating less often.", ("outside_case_overseen",)),
        **dict.fromkeys(
            ("arrest_considered", "bail_considered"),
            Gaming(
                "One reason copied into every record: read the share of arrests, voluntary "
                "attendances and bails beside it.",
                ("bail_conditions_checked", "release_under_investigation_reviewed"),
            ),
        ),
        "search_warrant_used": Gaming("Asking for fewer warrants.", ("arrest_considered",)),
        "release_under_investigation_reviewed": Gaming(
            "A review that changes nothing, month after month.", ("bail_considered",)
        ),
        **dict.fromkeys(
            (
                "bail_conditions_checked",
                "bail_checked_while_suspended",
                "bail_authority_sound",
                "bail_period_decided",
                "first_bail_period_decided",
                "victim_views_sought",
            ),
            _BAIL,
        ),
        **dict.fromkeys(
            ("device_submitted", "device_examination_started", "device_examination_completed"),
            _DEVICE,
        ),
        "suicide_risk_assessed": Gaming(
            "A tick at each point without a conversation: read what was done about the risk.",
            ("death_after_contact_referred",),
        ),
        "death_after_contact_referred": Gaming("A death that nobody linked to the contact."),
        **dict.fromkeys(
            ("family_support_offered", "family_leaflet_current", "family_contact_safe"), _FAMILY
        ),
        **dict.fromkeys(
            ("child_safeguarding_decided", "social_care_told", "social_care_answered"), _CHILD
        ),
        "victim_told": Gaming("A victim recorded as not wanting to be told: read how many."),
        "psychological_screening": Gaming(
            "Offering it at times nobody can take: provision and completion are counted, and who "
            "declined is the wellbeing lead's alone."
        ),
        **dict.fromkeys(
            ("supervisors_trauma_trained", "supervisors_share_knowledge"),
            Gaming("Attendance without learning: ask those who were supervised."),
        ),
        **dict.fromkeys(
            (
                "abstraction_recorded",
                "abstraction_reviewed",
                "abstraction_neither_regular_nor_harmful",
                "abstractions_confirmed",
            ),
            _ABSTRACTION,
        ),
        **dict.fromkeys(
            ("staffing_reviewed", "workload_counted", "workload_within_threshold"), _WORKLOAD
        ),
        "backlog_reviewed": Gaming(
            "A review that notes the number and decides nothing.", ("visit_within_interval",)
        ),
        "risk_trigger_decided": Gaming(
            "What is never recorded as having happened asks for no decision: read how many were "
            "recorded, and how often the level changed.",
            ("arms_reassessment",),
        ),
        "plan_action_done": Gaming(
            "Plans with no actions in them, or days set far off: read the plans.",
            ("supervisor_review_of_plan",),
        ),
        "monitoring_checked": Gaming(
            "A look of a minute, and nothing written: read what was found.",
            ("order_conditions_checked",),
        ),
        "mappa_meeting_held": Gaming(
            "Moving somebody down to level 1 ends the meetings.", ("plan_action_done",)
        ),
        **dict.fromkeys(
            ("joint_request_answered", "joint_request_chased"),
            Gaming(
                "What is asked on the telephone and never recorded is in neither figure.",
                ("joint_request_answered", "joint_request_chased"),
            ),
        ),
        "register_reconciled": Gaming(
            "Comparing only some records, or only some fields.", ("register_mismatch_resolved",)
        ),
        **dict.fromkeys(
            (
                "probation_reviewed_both_ways",
                "escalation_from_probation_answered",
                "escalation_to_probation_answered",
            ),
            _PARTNER,
        ),
        **dict.fromkeys(
            ("probation_agreement_in_force", "family_support_agreement_in_force"), _DOCUMENT
        ),
        "family_leaflet_in_stock": Gaming(
            "Counting boxes that nobody opens.", ("family_support_offered",)
        ),
        **dict.fromkeys(
            (
                "escalation_policy_in_date",
                "staffing_plan_in_date",
                "family_leaflet_in_date",
                "suspect_leaflet_in_date",
                "operating_model_in_date",
                "data_review_in_date",
                "demand_forecast_in_date",
                "abstraction_policy_in_date",
                "authorisation_process_in_date",
                "follow_on_services_in_date",
                "supervisor_referral_route_in_date",
                "two_way_process_in_date",
            ),
            _DOCUMENT,
        ),
    }
)
"""By the key of the duty; every duty of the catalogue stands here."""


def companions_of(duty: str) -> tuple[str, ...]:
    """The duties whose figures are read beside this one's, itself left out."""
    return tuple(key for key in GAMING[duty].companions if key != duty)
