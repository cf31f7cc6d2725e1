"""Specialist oversight of a case held outside the team."""

from datetime import date

from dutybook.duties.catalogue.investigations.outside_case_overseen_examples import EXAMPLES
from dutybook.duties.language import Allowance, Duty, Event, Holds, Levels, Source, Yes

DUTY = Duty(
    key="outside_case_overseen",
    title="Specialist oversight of a case held outside the team",
    form="recurring",
    subject="suspect",
    definition_version=1,
    source=Source(
        "HMICFRS (April 2026, recommendation 1): cases given to other teams stay under the "
        "management oversight of the specialist team. In 2023 inspectors found directly reported "
        "cases mostly with officers who had not been trained for them. How often the specialist "
        "team must look is not published: the force sets it.",
        "https://www.policeprofessional.com/news/delays-reducing-north-yorkshire-polices-abili"
        "ty-to-safeguard-children-says-hmicfrs/",
    ),
    why_it_matters=(
        "A case that sits with a general team is not a lesser case. Somebody who knows this work "
        "must look at it and write down what they found. Only an entry by a manager of the "
        "specialist team counts; the holding team's own supervision is no oversight. It is owed "
        "while the case is outside and the investigation open."
    ),
    limbs=("1c",),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    applies=(
        Holds("case_holder", "state", ("outside_team",)),
        Holds("investigation_end", "state", ("reopened",), before=True),
    ),
    meets=Event("oversight_entry", where=Yes("by_specialist")),
    levels=Levels("grade", "level"),
    allowance=Allowance(first="oversight.first", next="oversight.interval"),
    examples=EXAMPLES,
)
