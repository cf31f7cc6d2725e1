"""What a force sets about home visits, and what is published about it."""

from dutybook.duties.catalogue.policy_key import PolicyKey

KEYS = (
    PolicyKey(
        "visit.first",
        "allowance",
        "Time to the first home visit after registration or release",
        "No published source was found. A probation rule of 15 days is sometimes taken for one; "
        "it binds probation, not police.",
        by_level=True,
    ),
    PolicyKey(
        "visit.maximum",
        "allowance",
        "The longest interval between home visits, whatever the individual plan says",
        "Since June 2017 the plan sets the interval. Before that, press reports gave a visit a "
        "year for low risk and a month for very high. Nothing published gives the others.",
        by_level=True,
    ),
    PolicyKey(
        "visit.authoriser_rank",
        "rank",
        "The lowest rank that may authorise a visit that is announced or not in pairs",
        "The inspectorate asks that such visits be authorised; no published source names a rank.",
    ),
    PolicyKey(
        "visit_plan.within",
        "allowance",
        "Time to set the interval between visits in a new offender's plan",
        "Not said in any source that was read.",
        by_level=True,
    ),
    PolicyKey(
        "visit.authorisation_assessed_within",
        "allowance",
        "Time to assess a decision to authorise a visit",
        "HMICFRS, April 2026, recommendation 10: a system exists to assess the decision. No time "
        "was found.",
        by_level=True,
    ),
    PolicyKey(
        "warrant.consider_within",
        "allowance",
        "Time to decide on a warrant after the second failed attempt to enter",
        "The Act gives the power after two failed attempts; it gives no time.",
        by_level=True,
    ),
    PolicyKey(
        "missing.plan_within",
        "allowance",
        "Time to make a plan for an offender who cannot be found",
        "Not said in any source that was read.",
        by_level=True,
    ),
    PolicyKey(
        "missing.review_interval",
        "allowance",
        "The longest time between reviews of the plan for a missing offender",
        "Not found in a source; this project advises daily.",
        by_level=True,
    ),
)
