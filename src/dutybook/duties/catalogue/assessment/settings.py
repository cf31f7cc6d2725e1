"""What a force sets about assessments, plans and checks, and what is published about it."""

from dutybook.duties.catalogue.policy_key import PolicyKey

KEYS = (
    PolicyKey(
        "arms.first",
        "allowance",
        "Time to the first ARMS assessment",
        "No published source was found.",
        by_level=True,
    ),
    PolicyKey(
        "arms.interval",
        "allowance",
        "The longest time between ARMS assessments",
        "No published source was found.",
        by_level=True,
    ),
)
