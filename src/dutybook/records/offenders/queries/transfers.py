"""Where an offender was sent or came from, what was answered, and which packages still wait."""

from dataclasses import dataclass
from datetime import date, datetime

from dutybook.access.consulting import consultation
from dutybook.access.need_to_know import visible_subjects
from dutybook.access.roles import RecordKind
from dutybook.access.viewer import Viewer
from dutybook.ledger.instants import local_day
from dutybook.ledger.models import SubjectKind
from dutybook.ledger.queries import looks
from dutybook.records.offenders.models import Transfer
from dutybook.records.offenders.queries.header import Header, header_of

MOST_WAITING = 100


@dataclass(frozen=True)
class TransferRow:
    """One package, `out` or `in`: the other force, and the answer; no `outcome` while it waits."""

    direction: str
    force: str
    contact: str
    reason: str
    sent_on: date
    outcome: str
    answered_on: date | None
    answered_by: str
    note: str


@dataclass(frozen=True)
class TransferPage:
    """The header and every package, newest first."""

    header: Header
    transfers: tuple[TransferRow, ...]

    @property
    def may_come(self) -> bool:
        """Nobody here answers for them, so that another force may ask us to."""
        who = self.header
        return who.registration != "registered" or who.community_status == "transferred"

    @property
    def waiting(self) -> TransferRow | None:
        """The package that has no answer yet."""
        return next((one for one in self.transfers if not one.outcome), None)


@dataclass(frozen=True)
class WaitingTransfer:
    """An offender whom the receiver has not accepted yet: the sender still owes everything."""

    subject_id: int
    label: str
    owner: str | None
    direction: str
    force: str
    sent_on: date
    days: int


@consultation
def transfer_page(viewer: Viewer, subject_id: int, *, now: datetime) -> TransferPage:
    """One offender's transfers; logged. Raises `NotFound`."""
    header = header_of(viewer, subject_id, now)
    rows = Transfer.objects.filter(subject_id=subject_id).select_related("answer").order_by("-pk")
    looks.log_subjects(viewer, [(SubjectKind.OFFENDER, subject_id)], detail="transfers")
    return TransferPage(header, tuple(_row(one) for one in rows))


@consultation
def waiting_transfers(
    viewer: Viewer, *, now: datetime, most: int = MOST_WAITING
) -> tuple[WaitingTransfer, ...]:
    """The `most` oldest packages without an answer, of offenders the viewer may see; logged."""
    visible = visible_subjects(viewer, RecordKind.OFFENDER, prefix="subject__")
    found = (
        Transfer.objects.filter(visible, answer=None)
        .order_by("sent_on", "pk")
        .values_list(
            *("subject_id", "subject__label", "subject__owner__display_name"),
            *("direction", "force", "sent_on"),
        )[:most]
    )
    today = local_day(now)
    rows = tuple(
        WaitingTransfer(subject, label, owner, direction, force, sent_on, (today - sent_on).days)
        for subject, label, owner, direction, force, sent_on in found
    )
    looks.log_subjects(
        viewer, [(SubjectKind.OFFENDER, row.subject_id) for row in rows], detail="transfers"
    )
    return rows


def _row(sent: Transfer) -> TransferRow:
    answer = getattr(sent, "answer", None)
    return TransferRow(
        direction=sent.direction,
        force=sent.force,
        contact=sent.contact,
        reason=sent.reason,
        sent_on=sent.sent_on,
        outcome=answer.outcome if answer else "",
        answered_on=answer.answered_on if answer else None,
        answered_by=answer.answered_by if answer else "",
        note=answer.note if answer else "",
    )
