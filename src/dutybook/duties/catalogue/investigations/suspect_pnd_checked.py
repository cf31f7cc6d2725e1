"""Police National Database searched for every suspect, and assessed."""

from datetime import date

from dutybook.duties.catalogue.investigations.suspect_pnd_checked_examples import EXAMPLES
from dutybook.duties.language import Allowance, Duty, Event, Source, Yes

DUTY = Duty(
    key="suspect_pnd_checked",
    title="Police National Database searched for every suspect, and assessed",
    form="once",
    subject="suspect",
    definition_version=1,
    source=Source(
        "In 2023 inspectors of HMICFRS saw no evidence that officers considered a search of the "
        "Police National Database to learn whether another force already had the same telephone "
        "or user name. No published source says by when: the force sets it.",
        "https://www.sacpa.org.uk/2023/04/05/police-take-up-to-18-months-to-make-arrests-in-on"
        "line-child-sexual-abuse-cases/",
    ),
    why_it_matters=(
        "Two forces may each hold half of one man. A search counts once somebody has assessed "
        "what it found; a search that nobody read changes nothing. No limb asks for it in words, "
        "but grading and reassessment rest on it."
    ),
    limbs=(),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    opens=Event("referral"),
    meets=Event("suspect_pnd_check", where=Yes("assessed")),
    allowance=Allowance(next="suspect_pnd.within"),
    answers="all",
    examples=EXAMPLES,
)
