"""What the worker does for offender management."""

from django.utils import timezone
from procrastinate.contrib.django import app

from dutybook.access.models import Force
from dutybook.access.viewer import operator
from dutybook.records.offenders.actions import resume_undecided


@app.periodic(cron="*/5 * * * *")
@app.task(name="offenders.resume_undecided")
def resume(timestamp: int) -> None:
    """Every five minutes: visits resume where nobody decided a doubt in time."""
    del timestamp  # when it was asked for; what counts is the time now
    for force_id in Force.objects.filter(holds_records=True).values_list("id", flat=True):
        by = operator("worker", force_id=force_id, route="worker:resume")
        resume_undecided(by=by, now=timezone.now())
