"""Operating model for offender management in date."""

from dutybook.duties.catalogue.documents.document_duty import document_duty
from dutybook.duties.language import Source

DUTY = document_duty(
    key="operating_model_in_date",
    title="Operating model for offender management in date",
    kind="operating_model",
    source=Source(
        "HMICFRS (April 2026, recommendation 6): the operating model and its governance are "
        "reviewed so that all teams manage registered sex offenders in one way, using the Violent "
        "and Sex Offender Register (ViSOR) to Home Office standards. National guidance gives each "
        "offender a named officer. The text of those standards is restricted and was not read.",
        "https://www.college.police.uk/app/major-investigation-and-public-protection/managing-"
        "sexual-offenders-and-violent-offenders/identifying-assessing-and-managing-risk",
    ),
    why=(
        "Two teams in one force that decide differently about like men are two forces. The model "
        "says what is the same everywhere, and who answers for it."
    ),
    limbs=("6a",),
)
