"""What the duties to answer an escalation share, whichever side raised it."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from dutybook.duties.language import (
    Allowance,
    Duty,
    Event,
    Example,
    Holds,
    Is,
    Source,
)

SOURCE = Source(
    "HMICFRS (April 2026, recommendation 16): there is a two-way process for review, feedback and "
    "escalation with the Probation Service, so that no chance to safeguard is missed. Guidance on "
    "multi-agency arrangements already has both share what they know. The time for an answer is "
    "not published: the force sets it with its partner.",
    "https://mappa.justice.gov.uk/MAPPA/view?objectID=12993588",
)


def escalation_duty(
    *,
    key: str,
    title: str,
    raised_by: Literal["police", "partner"],
    why: str,
    examples: Sequence[Example],
) -> Duty:
    """A duty that what one side escalates is answered by the other."""
    return Duty(
        key=key,
        title=title,
        form="once",
        subject="agreement",
        definition_version=1,
        source=SOURCE,
        why_it_matters=why,
        limbs=("16b",),
        drafted_by="Dutybook project",
        checked_by=None,
        review_date=date(2027, 4, 30),
        applies=(Holds("agreement_kind", "kind", ("probation",)),),
        opens=Event("partner_escalation", where=Is("raised_by", raised_by)),
        meets=Event("partner_escalation_answer", names="of"),
        allowance=Allowance(next="partner.answer_within"),
        owed_by="supervisor",
        examples=examples,
    )
