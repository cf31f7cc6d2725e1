"""Home visits unannounced and in pairs, or authorised."""

from datetime import date

from dutybook.duties.catalogue.visits.visit_unannounced_in_pairs_examples import EXAMPLES
from dutybook.duties.language import (
    AllOf,
    AtLeast,
    AuthorisedBy,
    Duty,
    Event,
    Levels,
    No,
    Source,
    Yes,
)

DUTY = Duty(
    key="visit_unannounced_in_pairs",
    title="Home visits unannounced and in pairs, or authorised",
    form="each_event",
    subject="offender",
    definition_version=1,
    source=Source(
        "HMICFRS (April 2026, recommendation 10): home visits are unannounced and made in pairs; "
        "one that is not is authorised, its rationale recorded, and the decision can be assessed. "
        "The inspectorate calls lone visits contrary to authorised professional practice. No "
        "published source names the rank that may authorise: the force sets it.",
        "https://hmicfrs.justiceinspectorates.gov.uk/publication-html/"
        "cambridgeshire-constabulary-cause-of-concern-closed-letter-december-2024/",
    ),
    why_it_matters=(
        "An offender who knows when police will come can hide what they would find, and an "
        "officer alone with him is open to manipulation and has no witness. The risk is run at "
        "the door, so every attendance at the address counts as a home visit here, whether "
        "or not he was seen. The second visitor must have confirmed being there. A visit that "
        "falls short is in breach for good unless a person of sufficient rank gave leave, with a "
        "rationale: at or before the visit it is authorised, afterwards authorised late, and both "
        "are shown apart from visits that complied. What was not recorded is unknown. While the "
        "force has not set the rank that suffices, a visit with an authorisation and a rationale "
        "cannot be judged and reads no standard set; one without either is in breach whatever "
        "the rank."
    ),
    limbs=("10a", "10b"),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    opens=Event("visit"),
    condition=AllOf(No("announced"), AtLeast("crew", 2), Yes("second_confirmed")),
    authorised_by=AuthorisedBy("visit_authorisation", least_rank="visit.authoriser_rank"),
    levels=Levels("risk_level", "level"),
    examples=EXAMPLES,
)
