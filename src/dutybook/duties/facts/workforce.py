"""Facts about the people of the two teams: never an answer, score or result."""

from dutybook.duties.columns import Code, FactTable


class Role(FactTable):
    """Whether a member of staff is in a role for which screening is owed, from `at` on."""

    key = "role"
    subject = "staff"
    state = Code("what began to hold", "in_scope", "out_of_scope", required=True)


class Screening(FactTable):
    """Psychological screening was offered to, completed or declined by a member of staff."""

    key = "screening"
    subject = "staff"
    state = Code("what happened", "offered", "completed", "declined", required=True)
