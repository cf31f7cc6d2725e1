"""Facts are read for one subject and for a whole force by one mapping."""

import numpy as np
import pytest
from tests.ledger.scene import DAY, NOW, Scene, make_scene
from tests.ledger.untidy import load_untidy

from dutybook.duties.facts import NULL, TABLES, Facts
from dutybook.ledger.instants import microseconds
from dutybook.ledger.models import Subject
from dutybook.ledger.models.subject import KINDS
from dutybook.ledger.reading import facts_of_force, facts_of_subjects
from dutybook.ledger.registry import source_of, sources

AT = NOW - 10 * DAY


def _rows(facts: Facts, table: str, subjects: set[int]) -> list[tuple[int, ...]]:
    columns = facts[table]
    names = list(TABLES[table].columns)
    rows = np.stack([columns[name] for name in names], axis=1)
    kept = np.isin(columns["subject_id"], sorted(subjects))
    return sorted(tuple(row) for row in rows[kept].tolist())


def test_what_is_kept_here_is_of_the_engines_tables() -> None:
    assert {source.table for source in sources()} <= set(TABLES)


@pytest.mark.parametrize("kind", KINDS)
def test_one_subject_and_the_whole_force_read_the_same_facts(scene: Scene, kind: str) -> None:
    load_untidy(scene, offenders_count=12, seed=3)
    whole = facts_of_force(scene.force.pk)
    ids = list(Subject.objects.filter(kind=kind).values_list("id", flat=True))
    for one in ids[:4]:
        alone = facts_of_subjects([one], kind)
        for table in alone:
            assert _rows(alone, table, {one}) == _rows(whole, table, {one}), table
    together = facts_of_subjects(ids, kind)
    read = sum(len(columns["fact_id"]) for columns in together.values())
    assert read > len(ids)


def test_values_reach_the_engine_as_it_declares_them(scene: Scene) -> None:
    subject = scene.offender(level="high")
    saved = scene.visit(subject, AT, announced=None, crew=None, second_confirmed=None)
    visit = facts_of_subjects([subject], "offender")["visit"]
    assert visit["fact_id"].tolist() == [saved.fact_id]
    assert visit["at"].tolist() == [microseconds(AT)]
    assert visit["outcome"].tolist() == [TABLES["visit"].columns["outcome"].encode("seen")]
    assert visit["announced"].tolist() == [NULL]
    assert visit["crew"].tolist() == [NULL]
    level = facts_of_subjects([subject], "offender")["risk_level"]
    assert level["tool"].tolist() == [NULL]


def test_another_force_is_never_read(scene: Scene) -> None:
    scene.offender()
    other = make_scene("south-vale")
    assert all(len(columns["fact_id"]) == 0 for columns in facts_of_force(other.force.pk).values())


def test_every_choice_in_the_database_is_one_of_the_engines() -> None:
    for source in sources():
        for name, column in TABLES[source.table].columns.items():
            if column.kind == "code":
                wanted = source.columns.get(name, name)
                field = source.model._meta.get_field(str(wanted))
                assert [key for key, _ in field.choices] == list(column.choices)


def test_an_unknown_table_has_no_source() -> None:
    with pytest.raises(KeyError):
        source_of("nothing")
