"""Writing down who looked at whom: one log row for each kind of record that a list showed."""

from collections import defaultdict
from collections.abc import Iterable

from dutybook.access import log
from dutybook.access.roles import RecordKind
from dutybook.access.viewer import Viewer
from dutybook.ledger.subjects import RECORD_KINDS


def log_subjects(viewer: Viewer, shown: Iterable[tuple[str, int]], *, detail: str) -> None:
    """Log the subjects shown, given as (kind of subject, id)."""
    by_kind: dict[RecordKind, list[int]] = defaultdict(list)
    for kind, subject_id in shown:
        by_kind[RECORD_KINDS[kind]].append(subject_id)
    log.record_consultation(viewer, by_kind, detail=detail)


def log_figures(viewer: Viewer, shown: Iterable[tuple[str, int]], *, detail: str) -> None:
    """Log that figures were read, and the subjects named beside them."""
    by_kind: dict[RecordKind, list[int]] = {RecordKind.LEDGER_AGGREGATE: []}
    for kind, subject_id in shown:
        by_kind.setdefault(RECORD_KINDS[kind], []).append(subject_id)
    log.record_consultation(viewer, by_kind, detail=detail)


def log_aggregate(viewer: Viewer, *, detail: str) -> None:
    """Log that figures without persons were read."""
    log.record_consultation(viewer, {RecordKind.LEDGER_AGGREGATE: []}, detail=detail)
