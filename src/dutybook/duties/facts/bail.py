"""Facts about pre-charge bail."""

from dutybook.duties.columns import FactTable, Flag, Instant


class BailSegment(FactTable):
    """A segment of the applicable bail period: the first grant, or one extension.

    It runs from `at` to the end of `until` (both inside); `until` NULL when no end is known yet.
    With `day_only`, `until` is known to the day too.
    """

    key = "bail_segment"
    subject = "bail"
    until = Instant("its last instant")
    conditional = Flag("does bail carry conditions")


class BailEnd(FactTable):
    """Bail ended before the segment ran out (charge, no further action, cancelled)."""

    key = "bail_end"
    subject = "bail"


class BailCheck(FactTable):
    """The conditions of a bail were checked."""

    key = "bail_check"
    subject = "bail"
    proactive = Flag("was the check the force's own doing, not learnt from a complaint")
