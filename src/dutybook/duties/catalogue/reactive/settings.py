"""What a force sets about reactive management, and what is published about it."""

from dutybook.duties.catalogue.policy_key import PolicyKey

KEYS = (
    PolicyKey(
        "reactive.evidence_within",
        "allowance",
        "Time to evidence the further conditions of reactive management; set, it adopts them",
        "The full test of national practice was not found. Said to be in it: an adult, no civil "
        "order, authorised by a supervisor, reviewed every year with fresh checks.",
        by_level=True,
    ),
    PolicyKey(
        "reactive.decide_within",
        "allowance",
        "Time to decide what puts reactive management in question",
        "Any intelligence or change should lead to a review. No time was found.",
        by_level=True,
    ),
)
