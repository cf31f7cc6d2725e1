"""What a force sets about documents and processes, and what is published about it."""

from dutybook.duties.catalogue.policy_key import PolicyKey

KEYS = (
    PolicyKey(
        "leaflet.stock_interval",
        "allowance",
        "The longest time between checks that leaflets for families are at hand",
        "Not said in any source that was read.",
    ),
)
