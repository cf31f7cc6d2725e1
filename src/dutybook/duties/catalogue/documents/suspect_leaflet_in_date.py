"""Leaflet for suspects in date."""

from dutybook.duties.catalogue.documents.document_duty import document_duty
from dutybook.duties.language import Source

DUTY = document_duty(
    key="suspect_leaflet_in_date",
    title="Leaflet for suspects in date",
    kind="suspect_leaflet",
    source=Source(
        "In November 2023 the Independent Office for Police Conduct asked the National Police "
        "Chiefs' Council to look again at the wording of the leaflet for suspects: being "
        "investigated is not being guilty. It is another leaflet than the one for families.",
        "https://www.accountabilityindex.uk/sources/iopc/learning/national-recommendation-nati"
        "onal-police-chiefs-council-november-2023/",
    ),
    why="What a suspect reads in the first night may decide whether he lives.",
    limbs=(),
)
