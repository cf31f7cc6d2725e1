"""Leaflet for families at hand everywhere."""

from datetime import date

from dutybook.duties.catalogue.documents.family_leaflet_in_stock_examples import EXAMPLES
from dutybook.duties.language import Allowance, Duty, Event, Holds, Source, Yes

DUTY = Duty(
    key="family_leaflet_in_stock",
    title="Leaflet for families at hand everywhere",
    form="recurring",
    subject="document",
    definition_version=1,
    source=Source(
        "HMICFRS (April 2026, recommendation 5): leaflets with the contact details of support "
        "organisations are available. How often stocks are looked at is not published: the force "
        "sets it.",
        "https://production.copweb.aws.college.police.uk/support-forces/practices/family-pack-"
        "support-booklet",
    ),
    why_it_matters=(
        "A leaflet in date that lies at headquarters is not available at six in the morning at "
        "the door. A check counts when copies of the version in force were found everywhere they "
        "are needed."
    ),
    limbs=("5b",),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    applies=(Holds("document_kind", "kind", ("family_leaflet",)),),
    meets=Event("stock_check", where=Yes("found")),
    allowance=Allowance(next="leaflet.stock_interval"),
    owed_by="supervisor",
    examples=EXAMPLES,
)
