"""What a force sets about devices, and what is published about it."""

from dutybook.duties.catalogue.policy_key import PolicyKey

KEYS = (
    PolicyKey(
        "device.submit_within",
        "allowance",
        "Time to send a seized device for examination",
        "Not said in any source that was read.",
        by_level=True,
    ),
    PolicyKey(
        "device.start_within",
        "allowance",
        "Time to begin the examination of a device that was sent",
        "HMICFRS, December 2022: some forces begin within weeks, others after 18 months. No "
        "standard was found.",
        by_level=True,
    ),
    PolicyKey(
        "device.complete_within",
        "allowance",
        "Time to complete the examination of a device that was begun",
        "Not said in any source that was read.",
        by_level=True,
    ),
)
