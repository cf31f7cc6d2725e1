"""What a force sets about the workforce, and what is published about it."""

from dutybook.duties.catalogue.policy_key import PolicyKey

KEYS = (
    PolicyKey(
        "screening.first",
        "allowance",
        "Time to the first psychological screening of somebody who joins a team in scope",
        "Not said in any source that was read.",
    ),
    PolicyKey(
        "screening.interval",
        "allowance",
        "The longest time between psychological screenings",
        "HMICFRS, April 2026, recommendation 15: at least annually.",
    ),
)
