"""Writing down who looked at whom: one log row for each kind of record that a list showed."""

from collections import defaultdict
from collections.abc import Iterable

from dutybook.access import log
from dutybook.access.models import Operation
from dutybook.access.roles import RecordKind
from dutybook.access.viewer import Viewer
from dutybook.ledger.subjects import RECORD_KINDS


def log_subjects(viewer: Viewer, shown: Iterable[tuple[str, int]], *, detail: str) -> None:
    """Log the subjects shown, given as (kind of subject, id)."""
    by_kind: dict[RecordKind, list[int]] = defaultdict(list)
    for kind, subject_id in shown:
        by_kind[RECORD_KINDS[kind]].append(subject_id)
    for record_kind, ids in sorted(by_kind.items()):
        log.record(
            viewer,
            operation=Operation.CONSULTATION,
            kind=record_kind,
            subjects=ids,
            detail=detail,
        )


def log_aggregate(viewer: Viewer, *, detail: str) -> None:
    """Log that figures without persons were read."""
    log.record(
        viewer,
        operation=Operation.CONSULTATION,
        kind=RecordKind.LEDGER_AGGREGATE,
        subjects=[],
        detail=detail,
    )
