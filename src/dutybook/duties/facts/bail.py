"""Facts about pre-charge bail."""

from dutybook.duties.columns import Code, FactTable, Flag, Instant, Ref
from dutybook.duties.facts.scales import RANKS


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


class BailAuthority(FactTable):
    """Authority was given for bail: the first grant, or one extension of it."""

    key = "bail_authority"
    subject = "bail"
    step = Code(
        "which step",
        "grant",
        "to_six_months",
        "to_nine_months",
        "to_twelve_months_designated",
        "court",
        required=True,
    )
    rank = Code("rank of the officer who gave it", *RANKS)
    custody_officer = Flag("for the grant: was it the custody officer")
    court = Flag("for a court extension: was it a magistrates' court")
    running = Flag("had the earlier period not yet ended")


class VictimViews(FactTable):
    """The victim's views on conditions were sought, or there was a reason not to."""

    key = "victim_views"
    subject = "bail"
    of = Ref("the grant or variation proposed")
    outcome = Code("what was done", "sought", "not_practicable", "no_identified_victim")
    reason = Flag("where they were not sought: is the reason recorded")


class BailProposal(FactTable):
    """Bail with conditions was proposed, or a change of its conditions asked for."""

    key = "bail_proposal"
    subject = "bail"
    kind = Code("what was proposed", "grant", "variation", required=True)


class BailStart(FactTable):
    """A suspect was arrested for an offence for which he was then bailed: the clock's first day is
    the day after.
    """

    key = "bail_start"
    subject = "bail"
    case = Code("whose periods apply", "standard", "other_body", required=True)


class BailClock(FactTable):
    """Whether the clock of the applicable bail period runs, from `at` on.

    It is suspended while a prosecutor decides on charge.
    """

    key = "bail_clock"
    subject = "bail"
    state = Code("what began to hold", "running", "suspended", required=True)
