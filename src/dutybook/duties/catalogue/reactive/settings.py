"""What a force sets about reactive management, and what is published about it."""

from dutybook.duties.catalogue.policy_key import PolicyKey

KEYS = (
    PolicyKey(
        "reactive.decide_within",
        "allowance",
        "Time to decide what puts reactive management in question",
        "Any intelligence or change should lead to a review. No time was found.",
        by_level=True,
    ),
)
