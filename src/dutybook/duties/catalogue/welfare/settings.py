"""What a force sets about the welfare of suspects, and what is published about it."""

from dutybook.duties.catalogue.policy_key import PolicyKey

KEYS = (
    PolicyKey(
        "suicide_risk.within",
        "allowance",
        "Time to assess a suspect's risk of suicide after each step",
        "The danger is said to be highest in the first 48 hours after contact; no time for the "
        "assessment was found.",
        by_level=True,
    ),
    PolicyKey(
        "death_referral.within",
        "allowance",
        "Time to refer a death or serious injury after contact",
        "Not said in any source that was read.",
    ),
    PolicyKey(
        "family_support.within",
        "allowance",
        "Time to offer support to a suspect's family",
        "No deadline was found.",
        by_level=True,
    ),
)
