"""What the worker does for the ledger; a job is deferred inside the transaction that asks for it.

A job only points at a recount, whose own rows say how far it is: a job that is lost, doubled or
begun again changes nothing.
"""

from django.conf import settings
from django.utils import timezone
from procrastinate import JobContext, RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from dutybook.access.actions import drop_old_drafts
from dutybook.access.models import Force
from dutybook.ledger.mailing import mail_is_set, mail_notices, send_mail
from dutybook.ledger.models import Recount
from dutybook.ledger.recounting import carry_on
from dutybook.ledger.ticking import tick

PATIENTLY = RetryStrategy(max_attempts=30, wait=2, linear_wait=2)
"""What could not be locked in time is tried again."""


@app.task(name="ledger.count_again", pass_context=True, retry=PATIENTLY)
def count_again(context: JobContext, recount_id: int) -> None:
    """Count again what a change decides; stops between two portions when the worker does."""
    carry_on(recount_id, clock=timezone.now, stop=context.should_abort)


def defer_recount(recount: Recount) -> None:
    """Ask the worker to carry a recount on, once the caller's transaction stands."""
    count_again.defer(recount_id=recount.pk)


def resume_recounts() -> int:
    """Ask again for every recount that is not finished, as after a worker was killed.

    Gives how many there are. Must run outside a transaction.
    """
    waiting = list(Recount.objects.filter(finished_at=None).order_by("id"))
    for recount in waiting:
        try:
            count_again.configure(queueing_lock=f"recount-{recount.pk}").defer(
                recount_id=recount.pk
            )
        except AlreadyEnqueued:
            continue
    return len(waiting)


@app.periodic(cron="* * * * *")
@app.task(name="ledger.look_at_the_clock", retry=PATIENTLY)
def look_at_the_clock(timestamp: int) -> None:
    """Every minute: what became overdue in each force, and recounts that nobody carries on."""
    del timestamp  # when the minute was; what counts is the time now
    for force_id in Force.objects.filter(holds_records=True).values_list("id", flat=True):
        tick(force_id, now=timezone.now())
    resume_recounts()


@app.periodic(cron="*/5 * * * *")
@app.task(name="ledger.mail_notices")
def mail(timestamp: int) -> None:
    """Every five minutes: that notices wait, to those who have an address; see `mailing`."""
    del timestamp  # when that was; what counts is the time now
    if not mail_is_set():
        return
    address = f"{settings.INSTALLATION_ADDRESS}/notices/"
    for force_id in Force.objects.filter(holds_records=True).values_list("id", flat=True):
        mail_notices(force_id, now=timezone.now(), address=address, send=send_mail)


@app.periodic(cron="40 * * * *")
@app.task(name="access.drop_old_drafts")
def forget_drafts(timestamp: int) -> None:
    """Every hour: what was typed a day ago and never saved is forgotten."""
    del timestamp  # when the hour was; what counts is the time now
    drop_old_drafts(now=timezone.now())


@app.periodic(cron="* * * * *")
@app.task(name="ledger.pick_up_stalled")
async def pick_up_stalled(timestamp: int) -> None:
    """Every minute: jobs whose worker has died go back into the queue."""
    del timestamp
    for job in await app.job_manager.get_stalled_jobs():
        await app.job_manager.retry_job(job)
