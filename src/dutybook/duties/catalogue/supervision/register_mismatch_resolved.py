"""Difference from the national register resolved."""

from datetime import date

from dutybook.duties.catalogue.supervision.register_mismatch_resolved_examples import EXAMPLES
from dutybook.duties.language import Allowance, Duty, Event, Levels, Source

DUTY = Duty(
    key="register_mismatch_resolved",
    title="Difference from the national register resolved",
    form="once",
    subject="offender",
    definition_version=1,
    source=Source(
        "HMICFRS (April 2026, recommendation 6): local data represents what the Violent and Sex "
        "Offender Register (ViSOR) holds. National guidance asks that every local system show who "
        "is on the register. By when a difference is resolved is not published: the force sets "
        "it, by level.",
        "https://production.copweb.aws.college.police.uk/app/major-investigation-and-public-pr"
        "otection/managing-sexual-offenders-and-violent-offenders/managing-public-protection-i"
        "nformation",
    ),
    why_it_matters=(
        "Two records that disagree are both in doubt. Each difference is settled in whichever "
        "record was wrong; one that names its difference answers that one alone."
    ),
    limbs=("6b",),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    opens=Event("register_mismatch"),
    meets=Event("register_mismatch_resolved", names="of"),
    levels=Levels("risk_level", "level"),
    allowance=Allowance(next="register.resolve_within"),
    examples=EXAMPLES,
)
