"""Facts about what holds for every kind of subject."""

from dutybook.duties.columns import FactTable, Whole


class Allocation(FactTable):
    """The team and owner who answer for a subject, from `at` (for a transfer: its acceptance)."""

    key = "allocation"
    subject = "any"
    team_id = Whole("the team")
    owner_id = Whole("the person; NULL when unowned")
