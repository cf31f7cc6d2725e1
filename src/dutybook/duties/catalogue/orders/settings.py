"""What a force sets about civil orders, and what is published about it."""

from dutybook.duties.catalogue.policy_key import PolicyKey

KEYS = (
    PolicyKey(
        "order.consider_within",
        "allowance",
        "Time to consider an order for a newly registered offender",
        "Not said in any source that was read.",
        by_level=True,
    ),
    PolicyKey(
        "order.check_interval",
        "allowance",
        "The longest time between checks of an order's conditions",
        "Not said in any source that was read.",
    ),
    PolicyKey(
        "order.breach_within",
        "allowance",
        "Time to decide what to do about the breach of an order",
        "Not said in any source that was read.",
    ),
)
