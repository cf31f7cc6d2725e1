"""Facts that answer other facts: what stands, and who worked on it."""

from typing import TypeVar

from dutybook.access.errors import InvalidInput
from dutybook.ledger.fact_models import FactVersion
from dutybook.ledger.versions import newest_version

Fact = TypeVar("Fact", bound=FactVersion)


def standing(model: type[Fact], subject_id: int, fact_id: int) -> Fact:
    """The fact's newest version. Raises `NotFound`, or `InvalidInput` when it is withdrawn."""
    fact = newest_version(model, subject_id, fact_id)
    if fact.withdrawn:
        raise InvalidInput({"fact": "This was withdrawn and cannot be answered"})
    return fact


def workers(model: type[FactVersion], fact: FactVersion) -> set[int]:
    """Everybody who did, keyed or corrected it."""
    names = ["recorded_by_id"]
    names += ["done_by_id"] if any(one.name == "done_by" for one in model._meta.fields) else []
    versions = model.objects.filter(fact_id=fact.fact_id).values_list(*names)
    return {person for row in versions for person in row if person is not None}
