"""Process for authorising and assessing visits in date."""

from dutybook.duties.catalogue.documents.document_duty import document_duty
from dutybook.duties.language import Source

DUTY = document_duty(
    key="authorisation_process_in_date",
    title="Process for authorising and assessing visits in date",
    kind="authorisation_process",
    source=Source(
        "HMICFRS (April 2026, recommendation 10): a visit that is not unannounced and in pairs is "
        "authorised, the rationale is recorded on the Violent and Sex Offender Register (ViSOR), "
        "and a system exists to assess the decision.",
        "https://hmicfrs.justiceinspectorates.gov.uk/publication-html/cambridgeshire-constabul"
        "ary-cause-of-concern-closed-letter-december-2024/",
    ),
    why=(
        "The records show each decision and whether it was assessed; the process says who may "
        "decide, who assesses, and that the rationale stands on the national register too."
    ),
    limbs=("10b",),
)
