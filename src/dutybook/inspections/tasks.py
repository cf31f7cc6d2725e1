"""What the worker does for inspections."""

from django.utils import timezone
from procrastinate.contrib.django import app

from dutybook.access.models import Force
from dutybook.access.viewer import operator
from dutybook.inspections.actions.packs import ask_on_schedule, make_pack
from dutybook.inspections.actions.reminding import remind_of_days
from dutybook.inspections.actions.watching import watch_findings
from dutybook.inspections.models import PackRequest


@app.periodic(cron="5 * * * *")
@app.task(name="inspections.watch_findings")
def watch(timestamp: int) -> None:
    """Every hour, and so soon after midnight: whether any finding changed, which days are near."""
    del timestamp  # when the hour was; what counts is the time now
    for force_id in Force.objects.filter(holds_records=True).values_list("id", flat=True):
        by = operator("worker", force_id=force_id, route="worker:findings")
        watch_findings(by=by, now=timezone.now())
        remind_of_days(by=by, now=timezone.now())


@app.task(name="inspections.make_pack")
def count_pack(request_id: int) -> None:
    """Count a pack and keep it; one that a killed worker left is begun anew."""
    make_pack(request_id, clock=timezone.now)


def defer_pack(asked: PackRequest) -> None:
    """Hand a pack to the worker, once the caller's transaction stands."""
    count_pack.configure(lock=f"pack-{asked.pk}").defer(request_id=asked.pk)


@app.periodic(cron="15 5 * * *")
@app.task(name="inspections.packs_of_the_month")
def packs_of_the_month(timestamp: int) -> None:
    """Every morning: last month's packs, where the force's day for them has come."""
    del timestamp  # when the morning was; what counts is the time now
    for force_id in Force.objects.filter(holds_records=True).values_list("id", flat=True):
        by = operator("worker", force_id=force_id, route="worker:packs")
        ask_on_schedule(by=by, now=timezone.now(), defer=defer_pack)
