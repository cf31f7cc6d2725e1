"""Bail authorised by the right person while the period runs."""

from datetime import date

from dutybook.duties.catalogue.bail.bail_authority_sound_examples import EXAMPLES
from dutybook.duties.language import AllOf, AnyOf, AtLeast, Duty, Event, Is, Source, Yes

DUTY = Duty(
    key="bail_authority_sound",
    title="Bail authorised by the right person while the period runs",
    form="each_event",
    subject="bail",
    definition_version=1,
    source=Source(
        "Police and Criminal Evidence Act 1984, ss. 47ZB to 47ZG and 50A: the custody officer "
        "grants; an inspector or above extends to six months, a superintendent or above to nine, "
        "and in a designated case an assistant chief constable or commander or above to twelve; "
        "then a magistrates' court. Each authority is given while the earlier period still runs: "
        "none can be given afterwards.",
        "https://www.legislation.gov.uk/ukpga/1984/60/section/47ZD",
    ),
    why_it_matters=(
        "An extension given late or by the wrong rank is no extension: the conditions that kept a "
        "suspect from a child have lapsed, and nobody may have noticed. Nothing mends it, so each "
        "authority is right or in breach. Where the rank, or whether the period still ran, is not "
        "recorded, it reads unknown. Cases of the National Crime Agency and a few other bodies "
        "follow other steps and are not meant here."
    ),
    limbs=(),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    opens=Event("bail_authority"),
    condition=AnyOf(
        AllOf(Is("step", "grant"), Yes("custody_officer")),
        AllOf(Is("step", "to_six_months"), AtLeast("rank", "inspector"), Yes("running")),
        AllOf(Is("step", "to_nine_months"), AtLeast("rank", "superintendent"), Yes("running")),
        AllOf(
            Is("step", "to_twelve_months_designated"),
            AtLeast("rank", "assistant_chief_constable"),
            Yes("running"),
        ),
        AllOf(Is("step", "court"), Yes("court"), Yes("running")),
    ),
    examples=EXAMPLES,
)
