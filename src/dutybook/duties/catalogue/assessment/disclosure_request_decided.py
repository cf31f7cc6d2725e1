"""Request for disclosure decided."""

from datetime import date

from dutybook.duties.catalogue.assessment.disclosure_request_decided_examples import EXAMPLES
from dutybook.duties.language import AllOf, Allowance, Duty, Event, Is, Levels, Source, Yes

DUTY = Duty(
    key="disclosure_request_decided",
    title="Request for disclosure decided",
    form="once",
    subject="offender",
    definition_version=1,
    source=Source(
        "Under the Child Sex Offender Disclosure Scheme a parent, carer or another may ask "
        "whether somebody with access to a child has a record. The scheme's own times were not "
        "read: the force sets the time.",
        "https://www.csacentre.org.uk/guides/sharing-information-to-tackle-child-sexual-abuse/"
        "what-information-could-you-or-your-organisation-be-sharing/police/sharing-and-using-i"
        "nformation-from-an-arms-assessment/",
    ),
    why_it_matters=(
        "Somebody who asks has a reason to fear. Each request is decided with a rationale, "
        "whether the answer is yes or no."
    ),
    limbs=(),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    opens=Event("disclosure_request"),
    meets=Event(
        "disclosure_decision",
        where=AllOf(Is("decision", "disclose", "do_not_disclose"), Yes("rationale")),
        answer="decision",
    ),
    levels=Levels("risk_level", "level"),
    allowance=Allowance(next="disclosure.request_within"),
    examples=EXAMPLES,
)
