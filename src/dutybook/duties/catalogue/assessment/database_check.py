"""What the duties on database checks share: source, reason, form and allowance."""

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
    Levels,
    Source,
)

SOURCE = Source(
    "HMICFRS (April 2026, recommendation 10): checks of the Police National Database (PND) are "
    "carried out on registered sex offenders, and their results assessed. National guidance lists "
    "the Police National Computer (PNC) beside it. No published source gives an interval, or a "
    "time for the assessment: the force sets them.",
    "https://production.copweb.aws.college.police.uk/app/"
    "major-investigation-and-public-protection/"
    "managing-sexual-offenders-and-violent-offenders/managing-public-protection-information",
)

System = Literal["pnd", "pnc"]


def check_duty(
    *,
    key: str,
    title: str,
    system: System,
    why: str,
    limbs: tuple[str, ...],
    examples: Sequence[Example],
) -> Duty:
    """A duty to search one database again and again while the offender is registered."""
    return Duty(
        key=key,
        title=title,
        form="recurring",
        subject="offender",
        definition_version=1,
        source=SOURCE,
        why_it_matters=why,
        limbs=limbs,
        drafted_by="Dutybook project",
        checked_by=None,
        review_date=date(2027, 4, 30),
        applies=(
            Holds("registration", "state", ("registered",)),
            Holds("community_status", "state", ("community",), before=True),
        ),
        meets=Event("database_check", where=Is("system", system)),
        levels=Levels("risk_level", "level"),
        allowance=Allowance(first=f"{system}.first", next=f"{system}.interval"),
        examples=examples,
    )


def assessment_duty(
    *,
    key: str,
    title: str,
    system: System,
    why: str,
    limbs: tuple[str, ...],
    examples: Sequence[Example],
) -> Duty:
    """A duty to assess what each search of one database found."""
    return Duty(
        key=key,
        title=title,
        form="once",
        subject="offender",
        definition_version=1,
        source=SOURCE,
        why_it_matters=why,
        limbs=limbs,
        drafted_by="Dutybook project",
        checked_by=None,
        review_date=date(2027, 4, 30),
        opens=Event("database_check", where=Is("system", system)),
        meets=Event("database_assessment", where=Is("system", system), names="of"),
        levels=Levels("risk_level", "level"),
        allowance=Allowance(next=f"{system}.assess_within"),
        examples=examples,
    )
