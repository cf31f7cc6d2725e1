"""What only a document can show."""

from dutybook.duties.catalogue.documents import (
    family_leaflet_in_stock,
)

TITLE = "Documents and processes"

DUTIES = (family_leaflet_in_stock.DUTY,)
