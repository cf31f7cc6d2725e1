"""What a force sets about managing risk from day to day, and what is published about it."""

from dutybook.duties.catalogue.policy_key import PolicyKey

KEYS = (
    PolicyKey(
        "trigger.decide_within",
        "allowance",
        "Time to decide what something that happened means for the risk",
        "Not said in any source that was read.",
        by_level=True,
    ),
    PolicyKey(
        "monitoring.interval",
        "allowance",
        "The longest time between looks at what the monitoring of devices reported",
        "Not said in any source that was read.",
        by_level=True,
    ),
    PolicyKey(
        "mappa.first_meeting",
        "allowance",
        "Time to the first meeting of the agencies at level 2 or 3",
        "Not found for England and Wales. In Scotland: 20 working days from the referral at level "
        "2, in a secondary copy of its guidance.",
        by_level=True,
    ),
    PolicyKey(
        "mappa.meeting_interval",
        "allowance",
        "The longest time between meetings of the agencies at level 2 or 3",
        "Not found in the guidance in force; 16 weeks at level 2 and 8 at level 3 are quoted from "
        "memory. Check the current edition.",
        by_level=True,
    ),
    PolicyKey(
        "joint.answer_within",
        "allowance",
        "Time to answer what another agency asks about an offender",
        "Not said in any source that was read.",
        by_level=True,
    ),
    PolicyKey(
        "joint.chase_after",
        "allowance",
        "Time after which what the police asked of another agency is asked again",
        "Not said in any source that was read.",
        by_level=True,
    ),
)
