"""Two-way process with probation in date."""

from dutybook.duties.catalogue.documents.document_duty import document_duty
from dutybook.duties.language import Source

DUTY = document_duty(
    key="two_way_process_in_date",
    title="Two-way process with probation in date",
    kind="two_way_process",
    source=Source(
        "HMICFRS (April 2026, recommendation 16): there is a two-way process for review, feedback "
        "and escalation, so that no chance to safeguard is missed. Guidance on multi-agency "
        "arrangements already has both share what they know.",
        "https://mappa.justice.gov.uk/MAPPA/view?objectID=12993588",
    ),
    why=(
        "It names the rungs on both sides, from the officer who sees something to those who can "
        "decide."
    ),
    limbs=("16b",),
)
