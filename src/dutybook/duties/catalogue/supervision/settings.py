"""What a force sets about supervision, and what is published about it."""

from dutybook.duties.catalogue.policy_key import PolicyKey

KEYS = (
    PolicyKey(
        "supervisor_review.within",
        "allowance",
        "Time for a supervisor to review an ARMS assessment, a risk management plan or a visit",
        "HMICFRS, April 2026, recommendation 8: promptly and within one month.",
    ),
    PolicyKey(
        "register.resolve_within",
        "allowance",
        "Time to resolve a difference from the national register",
        "Not said in any source that was read.",
        by_level=True,
    ),
)
