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
)
