"""Referral acted on within the grade's target."""

from datetime import date

from dutybook.duties.catalogue.investigations.referral_acted_on_examples import EXAMPLES
from dutybook.duties.language import (
    Allowance,
    Duty,
    Event,
    Holds,
    Is,
    Levels,
    Option,
    Reading,
    Source,
)

GRADES = ("low", "medium", "high", "very_high")

DUTY = Duty(
    key="referral_acted_on",
    title="Referral acted on within the grade's target",
    form="once",
    subject="suspect",
    definition_version=1,
    source=Source(
        "HMICFRS (April 2026, recommendation 1) asks for regular assessment of intelligence and "
        "risk before enforcement and throughout the investigation. Press reports of the "
        "inspectorate's 2023 inspection give 7 days for a high grade, 14 for medium and 30 for "
        "low, and say that very high is often dealt with within a day. They do not say what starts "
        "the clock, what stops it, or whether working days are meant, and the inspectorate's own "
        "paragraph was not read. The targets and the start of the clock are therefore the force's "
        "settings.",
        "https://metro.co.uk/2023/04/05/"
        "delayed-police-response-to-online-sexual-abuse-leaves-children-at-risk-18560859/",
    ),
    why_it_matters=(
        "Behind a referral there may be a child in the same house. Until somebody acts, the "
        "suspect does not know that he is known, and goes on. An arrest, a voluntary attendance "
        "or a safeguarding visit is action; anything else recorded as enforcement is not, until "
        "it comes to one of these. When the grade rises the time shortens from that moment. One "
        "action answers every referral of that suspect that is open; a later referral needs "
        "action again."
    ),
    limbs=("1b",),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    applies=(Holds("investigation_end", "state", ("reopened",), before=True),),
    opens=Reading(
        "referral.clock_starts",
        (
            Option("receipt", Event("referral")),
            Option(
                "grading",
                Event("grade", where=Is("level", *GRADES), first_after=Event("referral")),
            ),
        ),
    ),
    meets=Event(
        "enforcement", where=Is("kind", "arrest", "voluntary_attendance", "safeguarding_visit")
    ),
    levels=Levels("grade", "level", GRADES),
    allowance=Allowance(next="referral.target"),
    answers="all",
    examples=EXAMPLES,
)
