"""Decision to authorise a visit assessed."""

from datetime import date

from dutybook.duties.catalogue.visits.visit_authorisation_assessed_examples import EXAMPLES
from dutybook.duties.language import Allowance, Duty, Event, Levels, Source

DUTY = Duty(
    key="visit_authorisation_assessed",
    title="Decision to authorise a visit assessed",
    form="once",
    subject="offender",
    definition_version=1,
    source=Source(
        "HMICFRS (April 2026, recommendation 10): where a visit is not unannounced and in pairs "
        "it is authorised, the rationale is recorded, and a system exists to assess those "
        "decisions. Who assesses, and by when, is not published: the force sets the time.",
        "https://hmicfrs.justiceinspectorates.gov.uk/publication-html/cambridgeshire-constabul"
        "ary-cause-of-concern-closed-letter-december-2024/",
    ),
    why_it_matters=(
        "Leave that nobody looks at again becomes a habit: junior staff told inspectors that lone "
        "visits were common, while their leaders believed that each was weighed. Every "
        "authorisation is assessed, also one given late and one whose visit went well. One that "
        "names its authorisation answers that one alone. The measure's companion is the list of "
        "authorised exceptions by reason."
    ),
    limbs=("10b",),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    opens=Event("visit_authorisation"),
    meets=Event("authorisation_assessment", names="of", answer="outcome"),
    levels=Levels("risk_level", "level"),
    allowance=Allowance(next="visit.authorisation_assessed_within"),
    owed_by="supervisor",
    examples=EXAMPLES,
)
