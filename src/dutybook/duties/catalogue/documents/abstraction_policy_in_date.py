"""Abstraction policy in date."""

from dutybook.duties.catalogue.documents.document_duty import document_duty
from dutybook.duties.language import Source

DUTY = document_duty(
    key="abstraction_policy_in_date",
    title="Abstraction policy in date",
    kind="abstraction_policy",
    source=Source(
        "HMICFRS (April 2026, recommendation 8): abstractions are recorded, reviewed and not "
        "regular. Inspectors raised serious concern about overworked managers in Northamptonshire "
        "in 2018. What counts as regular is not published: the policy says it.",
        "https://www.policeprofessional.com/news/serious-concern-raised-about-overworked-sex-o"
        "ffender-managers-in-northamptonshire/",
    ),
    why="It says who may take people away from a team, for what, and how often is too often.",
    limbs=("8b",),
)
