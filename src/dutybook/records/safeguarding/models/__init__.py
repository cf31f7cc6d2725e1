"""What the safeguarding room records."""

from dutybook.records.safeguarding.models.child import Child
from dutybook.records.safeguarding.models.child_facts import (
    ChildAtRisk,
    SafetyDecision,
    SocialCareAnswer,
    SocialCareTold,
)

__all__ = [
    "Child",
    "ChildAtRisk",
    "SafetyDecision",
    "SocialCareAnswer",
    "SocialCareTold",
]
