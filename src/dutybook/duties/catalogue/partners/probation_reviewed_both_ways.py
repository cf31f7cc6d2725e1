"""Work with probation reviewed, both sides heard."""

from datetime import date

from dutybook.duties.catalogue.partners.probation_reviewed_both_ways_examples import EXAMPLES
from dutybook.duties.language import Allowance, Duty, Event, Holds, Source, Yes

DUTY = Duty(
    key="probation_reviewed_both_ways",
    title="Work with probation reviewed, both sides heard",
    form="recurring",
    subject="agreement",
    definition_version=1,
    source=Source(
        "HMICFRS (April 2026, recommendation 16): there is a two-way process for review, feedback "
        "and escalation, so that no chance to safeguard is missed. Guidance on multi-agency "
        "arrangements already has both share what they know. How often they review is not "
        "published: the force sets it with its partner.",
        "https://mappa.justice.gov.uk/MAPPA/view?objectID=12993588",
    ),
    why_it_matters=(
        "Each side sees what the other misses. A meeting counts when both gave their view; one in "
        "which the police reported and probation listened does not."
    ),
    limbs=("16b",),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    applies=(Holds("agreement_kind", "kind", ("probation",)),),
    meets=Event("partner_review", where=Yes("both_ways")),
    allowance=Allowance(next="partner.review_interval"),
    owed_by="supervisor",
    examples=EXAMPLES,
)
