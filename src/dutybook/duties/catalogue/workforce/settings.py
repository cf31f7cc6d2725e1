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
    PolicyKey(
        "trauma_training.first",
        "allowance",
        "Time to the first trauma-informed training of somebody who becomes a supervisor",
        "Not said in any source that was read.",
    ),
    PolicyKey(
        "trauma_training.interval",
        "allowance",
        "The longest time between trauma-informed trainings of a supervisor",
        "HMICFRS, April 2026, recommendation 15: regular. No interval was found.",
    ),
    PolicyKey(
        "knowledge_sharing.interval",
        "allowance",
        "The longest time between occasions on which a supervisor shares knowledge",
        "HMICFRS, April 2026, recommendation 15: regular. No interval was found.",
    ),
    PolicyKey(
        "abstraction.review_within",
        "allowance",
        "Time to review an abstraction",
        "Not said in any source that was read.",
    ),
    PolicyKey(
        "abstraction.return_interval",
        "allowance",
        "The longest time between confirmations that the record of abstractions is whole",
        "Not said in any source that was read.",
    ),
    PolicyKey(
        "staffing_review.interval",
        "allowance",
        "The longest time between reviews of staffing",
        "HMICFRS, April 2026, recommendation 2: by 30 April 2027. No interval was found.",
    ),
    PolicyKey(
        "workload.count_interval",
        "allowance",
        "The longest time between counts of each person's open work",
        "Not said in any source that was read.",
    ),
    PolicyKey(
        "backlog_review.interval",
        "allowance",
        "The longest time between reviews of outstanding work",
        "Not said in any source that was read.",
    ),
    PolicyKey(
        "register.reconcile_interval",
        "allowance",
        "The longest time between comparisons with the national register",
        "Not said in any source that was read.",
    ),
)
