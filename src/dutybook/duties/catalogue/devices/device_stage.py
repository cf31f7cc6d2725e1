"""What the duties on waiting devices share: source, reason, form and allowance."""

from collections.abc import Sequence
from datetime import date

from dutybook.duties.language import Allowance, Duty, Event, Example, Is, Levels, Source

SOURCE = Source(
    "HMICFRS (December 2022) counted more than 25,000 devices that waited for examination, and "
    "found forces in which a like case waits weeks and others in which it waits 18 months. That "
    "figure leaves out devices already begun: no definition of a backlog is agreed. No published "
    "source gives a time for any stage: the force sets each.",
    "https://hmicfrs.justiceinspectorates.gov.uk/news/news-feed/"
    "police-forces-overwhelmed-and-ineffective-when-it-comes-to-digital-forensics/",
)

WHY = (
    "A suspect is not charged while his telephone lies on a shelf, and a child in its pictures is "
    "not looked for. The count is of devices, not cases. Waiting to be sent, waiting to be begun "
    "and being examined are counted apart, since each has another remedy. "
)


def stage_duty(
    *,
    key: str,
    title: str,
    begins: tuple[str, ...],
    ends: tuple[str, ...],
    policy: str,
    of_this: str,
    examples: Sequence[Example],
) -> Duty:
    """A duty to bring a device from one of the steps `begins` to one of the steps `ends`.

    `of_this` says what is particular to that stage.
    """
    return Duty(
        key=key,
        title=title,
        form="once",
        subject="device",
        definition_version=1,
        source=SOURCE,
        why_it_matters=WHY + of_this,
        limbs=(),
        drafted_by="Dutybook project",
        checked_by=None,
        review_date=date(2027, 4, 30),
        opens=Event("device_step", where=Is("step", *begins)),
        meets=Event("device_step", where=Is("step", *ends)),
        levels=Levels("device_risk", "level"),
        allowance=Allowance(next=policy),
        answers="all",
        examples=examples,
    )
