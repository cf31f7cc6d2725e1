"""Leaflet for families in date."""

from dutybook.duties.catalogue.documents.document_duty import document_duty
from dutybook.duties.language import Source

DUTY = document_duty(
    key="family_leaflet_in_date",
    title="Leaflet for families in date",
    kind="family_leaflet",
    source=Source(
        "HMICFRS (April 2026, recommendation 5): leaflets with the contact details of support "
        "organisations are available. Packs for families stand in the College of Policing's "
        "practice bank.",
        "https://production.copweb.aws.college.police.uk/support-forces/practices/family-pack-"
        "support-booklet",
    ),
    why="Helplines move and close; a review date is what makes somebody ring them.",
    limbs=("5b",),
)
