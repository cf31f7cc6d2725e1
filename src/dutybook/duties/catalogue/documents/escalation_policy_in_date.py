"""Central escalation policy in date."""

from dutybook.duties.catalogue.documents.document_duty import document_duty
from dutybook.duties.language import Source

DUTY = document_duty(
    key="escalation_policy_in_date",
    title="Central escalation policy in date",
    kind="escalation_policy",
    source=Source(
        "HMICFRS (April 2026, recommendation 1): a central policy says when and how cases held "
        "outside the specialist team are escalated. In 2023 the inspectorate asked for oversight "
        "with detailed, consistent scrutiny. No model policy was found.",
        "https://surrey-pcc.gov.uk/statutory-response/inspection-of-how-well-the-police-and-na"
        "tional-crime-agency-tackle-the-online-sexual-abuse-and-exploitation-of-children",
    ),
    why="A general investigator who finds more than he can handle must know whom to ring tonight.",
    limbs=("1c",),
)
