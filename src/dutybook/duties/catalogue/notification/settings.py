"""What a force sets about notification, and what is published about it."""

from dutybook.duties.catalogue.policy_key import PolicyKey

KEYS = (
    PolicyKey(
        "notification.details_within",
        "allowance",
        "Time to notify changes that only the 2012 Regulations ask for",
        "Three days, the day itself included, is often said; the text was not read.",
    ),
    PolicyKey(
        "notification.return_within",
        "allowance",
        "Time to notify a return from abroad",
        "Three days is often said; the text was not read.",
    ),
    PolicyKey(
        "breach.record_within",
        "allowance",
        "Time to put an established breach of notification on local and national systems",
        "National guidance: 24 hours, seen in two secondary copies.",
        by_level=True,
    ),
    PolicyKey(
        "breach.decide_within",
        "allowance",
        "Time to decide what to do about a breach of notification",
        "Not said in any source that was read.",
        by_level=True,
    ),
    PolicyKey(
        "indefinite_review.decide_within",
        "allowance",
        "Time to decide an application for review of an indefinite period",
        "The Act's times were not read.",
        by_level=True,
    ),
)
