"""What a force sets about investigations, and what is published about it."""

from dutybook.duties.catalogue.policy_key import PolicyKey

KEYS = (
    PolicyKey(
        "referral.target",
        "allowance",
        "Time to act on a referral, by grade",
        "Press reports of the inspectorate's 2023 inspection: high 7 days, medium 14, low 30; "
        "very high often within a day. The inspectorate's own text was not read, and whether "
        "working days are meant is not said.",
        by_level=True,
    ),
    PolicyKey(
        "referral.clock_starts",
        "choice",
        "What starts the clock of a referral",
        "Not said in any source that was read.",
        choices=("receipt", "grading"),
    ),
    PolicyKey(
        "tools.within",
        "allowance",
        "Time to use each grading tool on a referral, or to record why not",
        "Not said in any source that was read.",
    ),
    PolicyKey(
        "risk_assessment.first",
        "allowance",
        "Time to the first assessment of intelligence and risk after the first grade",
        "Not said in any source that was read.",
        by_level=True,
    ),
    PolicyKey(
        "risk_assessment.interval",
        "allowance",
        "The longest time between assessments of intelligence and risk",
        "HMICFRS, April 2026, recommendation 1: regularly. No interval was found.",
        by_level=True,
    ),
    PolicyKey(
        "risk_assessment.before_enforcement",
        "allowance",
        "How old the last assessment of intelligence and risk may be when the police act",
        "HMICFRS, April 2026, recommendation 1: before enforcement. No age was found.",
        by_level=True,
    ),
    PolicyKey(
        "enforcement.basis_within",
        "allowance",
        "Time to record what an action rested on",
        "Not said in any source that was read.",
        by_level=True,
    ),
    PolicyKey(
        "oversight.first",
        "allowance",
        "Time to the first specialist oversight of a case held outside the team",
        "Not said in any source that was read.",
        by_level=True,
    ),
    PolicyKey(
        "oversight.interval",
        "allowance",
        "The longest time between entries of specialist oversight",
        "Not said in any source that was read.",
        by_level=True,
    ),
    PolicyKey(
        "escalation.within",
        "allowance",
        "Time to decide an escalated case",
        "No model escalation policy was found.",
        by_level=True,
    ),
    PolicyKey(
        "arrest.consider_within",
        "allowance",
        "Time to record the decision on arrest after a referral",
        "Not said in any source that was read.",
    ),
    PolicyKey(
        "bail.consider_within",
        "allowance",
        "Time to record the decision on bail after an arrest or a voluntary attendance",
        "Not said in any source that was read.",
    ),
    PolicyKey(
        "suspect_pnd.within",
        "allowance",
        "Time to search the Police National Database for a suspect and assess the result",
        "Not said in any source that was read.",
    ),
    PolicyKey(
        "release_review.interval",
        "allowance",
        "The longest time between reviews of release under investigation",
        "National guidance is said to give intervals; they were not found.",
        by_level=True,
    ),
)
