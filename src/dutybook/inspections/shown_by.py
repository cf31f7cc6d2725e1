"""How a limb can be shown: as descriptions of inspections call it, and as it is kept."""

from collections.abc import Mapping
from typing import Any, Final

from dutybook.documents.inspections import ShownBy as Described
from dutybook.inspections.models import ShownBy

KEPT: Final[Mapping[Any, Any]] = {
    Described.RECORDS: ShownBy.RECORDS,
    Described.DOCUMENT: ShownBy.DOCUMENT,
    Described.NOT_FROM_THIS_SYSTEM: ShownBy.NOT_HERE,
}
DESCRIBED: Final[Mapping[Any, Any]] = {kept: written for written, kept in KEPT.items()}
