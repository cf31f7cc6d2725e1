"""Duties whose records nobody keeps here: an honest state, and no entries that look unmet."""

from datetime import date

from tests.ledger.scene import NOW, Scene

from dutybook.duties.catalogue import CATALOGUE
from dutybook.duties.wording import tables_read
from dutybook.ledger.models import Entry
from dutybook.ledger.queries import measures
from dutybook.ledger.recorded import is_recorded, missing_tables, recorded_duties
from dutybook.ledger.registry import sources

KEPT = {source.table for source in sources()}


def test_a_duty_is_derived_here_exactly_when_every_table_it_reads_is_kept(scene: Scene) -> None:
    for duty in CATALOGUE.values():
        assert is_recorded(duty) == (not missing_tables(duty)) == (set(tables_read(duty)) <= KEPT)
    assert CATALOGUE["visit_within_interval"] in recorded_duties("offender")
    unrecorded = CATALOGUE["register_mismatch_resolved"]
    assert missing_tables(unrecorded)
    assert unrecorded not in recorded_duties()


def test_a_registered_offender_owes_nothing_that_cannot_be_recorded_here(scene: Scene) -> None:
    offender = scene.offender(level="high")
    kept = {duty.key for duty in recorded_duties("offender")}
    owed = set(Entry.objects.filter(subject_id=offender).values_list("duty", flat=True))
    assert owed
    assert owed <= kept


def test_the_figure_of_such_a_duty_counts_nothing_and_is_no_error(scene: Scene) -> None:
    scene.offender(level="high")
    for key in ("register_mismatch_resolved", "child_safeguarding_decided", "device_submitted"):
        for known_at in (None, NOW):
            found = measures(scene.chief, date(2026, 11, 24), duty=key, now=NOW, known_at=known_at)
            assert (found.total.numerator, found.total.denominator) == (0, 0), key
