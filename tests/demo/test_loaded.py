"""The demonstration as it stands in the database: calibrated, logged by batch, wholly derived."""

from typing import Any

import pytest
from django.db import connection
from django.db.models import Count
from tests.demo.conftest import NOW, SIZE

from dutybook.access.models import AccessLogRow, Force, User
from dutybook.access.viewer import Viewer, operator, viewer_for
from dutybook.demo import force as structure
from dutybook.demo.loading import BATCH, load_demonstration
from dutybook.demo.policies import POLICIES
from dutybook.duties.figures import LATENESS_BANDS
from dutybook.inspections.models import Release
from dutybook.ledger import actions
from dutybook.ledger.models import PolicySetting, Subject
from dutybook.ledger.queries import measures, team_board, unowned, unset_policies
from dutybook.ledger.registry import source_of, sources
from dutybook.ledger.versions import latest
from dutybook.records.offenders.models import CommunityStatus, RiskLevel, Visit, VisitAuthorisation

TODAY = NOW.date()
pytestmark = pytest.mark.usefixtures("loaded")


@pytest.fixture
def chief() -> Viewer:
    return viewer_for(User.objects.get(username="chief"), now=NOW, route="test")


def share(part: int, whole: int) -> float:
    return part / whole


def levels() -> dict[str, float]:
    found = (
        Subject.objects.filter(kind="offender")
        .annotate(level=latest(RiskLevel, "level", NOW))
        .values_list("level")
        .annotate(n=Count("id"))
    )
    return {level: n / SIZE.offenders for level, n in found}


def test_the_mix_of_risk_is_the_published_one() -> None:
    mix = levels()
    assert mix["low"] == pytest.approx(0.50, abs=0.09)
    assert mix["medium"] == pytest.approx(0.30, abs=0.08)
    assert mix["high"] == pytest.approx(0.18, abs=0.06)
    assert mix["very_high"] == pytest.approx(0.02, abs=0.02)
    assert 0 < mix[None] < 0.03


def test_a_fifth_to_a_quarter_is_not_in_the_community() -> None:
    states = Subject.objects.filter(kind="offender").annotate(
        state=latest(CommunityStatus, "state", NOW)
    )
    away = states.exclude(state="community").count()
    assert 0.17 <= share(away, SIZE.offenders) <= 0.28


def test_a_tenth_to_a_fifth_of_visits_is_overdue_with_a_long_tail(chief: Viewer) -> None:
    found = measures(chief, TODAY, duty="visit_within_interval", now=NOW)
    judged = found.total.denominator - found.total.unknown - found.total.no_standard
    assert 0.10 <= found.total.unmet / judged <= 0.20
    bands = [sum(one) for one in zip(*(row.by_lateness for row in found.backlog), strict=True)]
    assert len(bands) == len(LATENESS_BANDS)
    assert all(bands), bands


def test_some_visits_are_made_alone_some_without_leave_some_not_written_down() -> None:
    visits = Visit.objects.count()
    assert 0.07 <= share(Visit.objects.filter(crew=1).count(), visits) <= 0.15
    assert 0.03 <= share(Visit.objects.filter(announced=True).count(), visits) <= 0.09
    assert 0 < share(Visit.objects.filter(crew=None).count(), visits) <= 0.04
    needing = Visit.objects.filter(crew=1) | Visit.objects.filter(announced=True)
    given = VisitAuthorisation.objects.filter(of_fact__in=needing.values("fact_id"))
    assert 0.5 <= share(given.values("of_fact").distinct().count(), needing.count()) <= 0.8


def test_some_is_keyed_late_and_a_little_very_late() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT avg((recorded_at - at > interval '2 days')::int)::float,"
            " avg((recorded_at - at > interval '14 days')::int)::float FROM offenders_visit"
        )
        late, very_late = cursor.fetchone()
    assert 0.10 <= late <= 0.20
    assert 0.01 <= very_late <= 0.06


def test_bail_has_gaps_and_some_people_have_nobody(chief: Viewer) -> None:
    total = measures(chief, TODAY, duty="bail_conditions_checked", now=NOW).total
    assert 0.15 <= share(total.unmet, total.denominator) <= 0.55
    assert unowned(chief, TODAY).rows
    assert Subject.objects.filter(restricted=True).exists()


def test_every_duty_has_something_to_show_and_one_setting_is_missing(chief: Viewer) -> None:
    assert team_board(chief, TODAY).matrix.total > SIZE.offenders
    unset = {one.key: one for one in unset_policies(chief, TODAY)}
    assert unset["referral.target"].missing_levels == ("very_high",)
    assert PolicySetting.objects.count() == len(POLICIES)


def test_a_batch_is_one_row_of_the_log_with_everybody_in_it(loaded: int) -> None:
    rows = AccessLogRow.objects.filter(detail__startswith="batch of ")
    assert not rows.exclude(operation="collection").exists()
    facts = {source.table: _loaded(source.table).count() for source in sources()}
    assert sum(facts.values()) == loaded
    for table, count in facts.items():
        of_table = list(rows.filter(detail=f"batch of {table.replace('_', ' ')}"))
        kept = _loaded(table)
        kinds = kept.values("subject__kind").distinct().count()  # each kind is loaded apart
        assert 1 <= len(of_table) <= count / BATCH + kinds, table
        logged = {subject for row in of_table for subject in row.subjects}
        assert logged == set(kept.values_list("subject_id", flat=True)), table


def _loaded(table: str) -> Any:
    """What came in by a batch; what the invented people recorded themselves names them."""
    return source_of(table).model.objects.filter(recorded_by=None)


def test_the_ledger_is_whole_and_the_time_of_loading_kept() -> None:
    force = Force.objects.get(key=structure.FORCE_KEY)
    by = operator("test", force_id=force.pk, route="demonstration")
    assert actions.rebuild(by=by) == actions.Written(entries=0, spans=0)
    assert not Visit.objects.filter(loaded_at__lt=NOW.replace(year=2020)).exists()
    assert Visit.objects.filter(recorded_at__lt=NOW.replace(year=2025)).exists()


def test_whoever_signs_in_has_a_password_and_nobody_else(loaded: int) -> None:
    signing_in = {user.username for user in User.objects.all() if user.has_usable_password()}
    assert signing_in == {"manager", "sergeant", "investigator", "sergeant-ocai-1"} | {
        name for name, *_ in structure.SPECIALISTS
    }
    assert User.objects.get(username="manager").check_password(structure.PASSWORD)


def test_its_response_is_released_and_it_is_loaded_only_once() -> None:
    release = Release.objects.get()
    assert (release.force_key, release.is_demonstration) == (structure.FORCE_KEY, True)
    with pytest.raises(RuntimeError, match="there is a force here already"):
        load_demonstration(size=SIZE, now=NOW, progress=lambda *_step: None)
    assert Force.objects.count() == 1
