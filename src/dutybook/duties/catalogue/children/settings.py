"""What a force sets about children at risk and victims, and what is published about it."""

from dutybook.duties.catalogue.policy_key import PolicyKey

KEYS = (
    PolicyKey(
        "child.decide_within",
        "allowance",
        "Time to decide what is to be done for a child known to be at risk",
        "No national deadline was found.",
    ),
    PolicyKey(
        "child.tell_within",
        "allowance",
        "Time to tell children's social care once that is decided",
        "No national deadline was found.",
    ),
    PolicyKey(
        "child.answer_within",
        "allowance",
        "Time after which an answer of children's social care is chased",
        "One working day for the local authority to decide is often said; no source of it was "
        "read.",
    ),
    PolicyKey(
        "victim.tell_within",
        "allowance",
        "Time to tell a victim what happened to the suspect",
        "Older summaries of the Victims' Code: five working days, one for vulnerable people, "
        "children among them. The Code in force was not read.",
    ),
)
