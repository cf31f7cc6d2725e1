"""The only writes of the people room.

Every action takes `by` (who) and `now` (when it is keyed) by keyword, is atomic, and writes its
access-log row in the same transaction; what ends in `_in` is called by the actions of the rooms
above inside theirs. They raise `NotFound`, `NotAllowed`, `InvalidInput` (problems by field) and
`EditCollision`, and then nothing has been written.
"""

from dutybook.records.people.actions.emergencies import open_in_emergency, review_emergency
from dutybook.records.people.actions.entering import (
    enter_own_in,
    keep_identity_in,
    link,
    set_protected,
)
from dutybook.records.people.actions.finding import Search, answer_hit, find_people
from dutybook.records.people.actions.keeping import Stated
from dutybook.records.people.actions.loading import load_batch, load_own_in
from dutybook.records.people.actions.merging import merge, unmerge
from dutybook.records.people.actions.stating import correct, end, state, withdraw

__all__ = [
    "Search",
    "Stated",
    "answer_hit",
    "correct",
    "end",
    "enter_own_in",
    "find_people",
    "keep_identity_in",
    "link",
    "load_batch",
    "load_own_in",
    "merge",
    "open_in_emergency",
    "review_emergency",
    "set_protected",
    "state",
    "unmerge",
    "withdraw",
]
