"""What the worker does for inspections."""

from django.utils import timezone
from procrastinate.contrib.django import app

from dutybook.access.models import Force
from dutybook.access.viewer import operator
from dutybook.inspections.actions.watching import watch_findings


@app.periodic(cron="5 * * * *")
@app.task(name="inspections.watch_findings")
def watch(timestamp: int) -> None:
    """Every hour, and so soon after midnight: whether any finding changed."""
    del timestamp  # when the hour was; what counts is the time now
    for force_id in Force.objects.filter(holds_records=True).values_list("id", flat=True):
        by = operator("worker", force_id=force_id, route="worker:findings")
        watch_findings(by=by, now=timezone.now())
