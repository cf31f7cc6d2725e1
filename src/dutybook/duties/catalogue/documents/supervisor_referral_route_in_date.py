"""Supervisors' route to timely support in date."""

from dutybook.duties.catalogue.documents.document_duty import document_duty
from dutybook.duties.language import Source

DUTY = document_duty(
    key="supervisor_referral_route_in_date",
    title="Supervisors' route to timely support in date",
    kind="supervisor_referral_route",
    source=Source(
        "HMICFRS (April 2026, recommendation 15): supervisors can refer their staff to timely "
        "support, and get it themselves.",
        "https://oscarkilo.org.uk/psychological-risk-assessment-programme-extended/",
    ),
    why=(
        "It says whom to ring, and how soon an answer comes. Who was referred is nobody's "
        "business here."
    ),
    limbs=("15b",),
)
