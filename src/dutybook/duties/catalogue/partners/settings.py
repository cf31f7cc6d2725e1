"""What a force sets about work with partners, and what is published about it."""

from dutybook.duties.catalogue.policy_key import PolicyKey

KEYS = (
    PolicyKey(
        "partner.review_interval",
        "allowance",
        "The longest time between reviews with the Probation Service in which both sides are heard",
        "HMICFRS, April 2026, recommendation 16: a two-way process. No interval was found.",
    ),
    PolicyKey(
        "partner.answer_within",
        "allowance",
        "Time to answer what either side escalates",
        "Not said in any source that was read.",
    ),
)
