"""Review of offender management data in date."""

from dutybook.duties.catalogue.documents.document_duty import document_duty
from dutybook.duties.language import Source

DUTY = document_duty(
    key="data_review_in_date",
    title="Review of offender management data in date",
    kind="data_review",
    source=Source(
        "HMICFRS (April 2026, recommendation 6): what data is collected, how it is collected and "
        "how it is presented are reviewed so that it represents what the Violent and Sex Offender "
        "Register (ViSOR) holds. National guidance asks that every local system show who is on "
        "the register.",
        "https://production.copweb.aws.college.police.uk/app/major-investigation-and-public-pr"
        "otection/managing-sexual-offenders-and-violent-offenders/managing-public-protection-i"
        "nformation",
    ),
    why=(
        "The comparison of records shows what differs; this review says why, and what the force "
        "stops collecting."
    ),
    limbs=("6b",),
)
