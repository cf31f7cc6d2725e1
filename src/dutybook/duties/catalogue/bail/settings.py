"""What a force sets about bail, and what is published about it."""

from dutybook.duties.catalogue.policy_key import PolicyKey

KEYS = (
    PolicyKey(
        "bail.period_reading",
        "choice",
        "What an applicable bail period is: each segment, or the whole with its extensions",
        "In the Police and Criminal Evidence Act 1984 it is one period that is extended; the "
        "inspectorate's meaning is not published. A check in each segment satisfies both.",
        choices=("segment", "whole"),
    ),
    PolicyKey(
        "bail.suspended_check_interval",
        "allowance",
        "The longest time between checks of bail conditions while the clock is stopped",
        "Not said in any source that was read.",
    ),
    PolicyKey(
        "victim_views.within",
        "allowance",
        "Time to seek the victim's views once bail or a change of conditions is proposed",
        "The Act asks for them before the decision; it gives no hours.",
    ),
)
