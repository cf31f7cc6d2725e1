"""Something keyed in error on an offender, or an order or child beneath, is withdrawn."""

from collections.abc import Callable, Collection
from typing import Any

from django.http import HttpResponse
from django.urls import reverse

from dutybook.access.errors import EditCollision, NotFound
from dutybook.ledger.queries import versions_of
from dutybook.ledger.writes import Saved
from dutybook.records.offenders import actions
from dutybook.records.safeguarding import actions as safeguarding
from dutybook.records.safeguarding import queries as safeguarding_queries
from dutybook.web.events import told
from dutybook.web.flow import asked, onward, saved, seen_version
from dutybook.web.forms.withdrawal import WithdrawForm
from dutybook.web.views.child_views import writable_child
from dutybook.web.views.offender_views import writable_header
from dutybook.web.views.order_views import writable_order

CHANGED_MEANWHILE = "Somebody changed this meanwhile. Look at it as it stands, then withdraw it"


def withdrawal(
    action: Callable[..., Saved],
    tables: Callable[[], Collection[str]],
    writable: Callable[[Any, int], object],
    place: str,
    text: str,
) -> Callable[..., HttpResponse]:
    """The view that withdraws a fact of one of `tables`; `writable` refuses the form to
    somebody who may only read. `place` is the page of its record, `text` what leads back there."""

    def view(request: Any, subject_id: int, table: str, fact_id: int) -> HttpResponse:
        if table not in tables():
            raise NotFound("nothing of this kind is withdrawn here")
        writable(request, subject_id)
        newest = versions_of(request.viewer, subject_id, table, fact_id)[0]
        form = WithdrawForm(request.POST or None)
        seen = seen_version(request) or newest.version

        def withdraw(answers: dict[str, Any]) -> Saved:
            return action(
                by=request.viewer,
                now=request.now,
                subject_id=subject_id,
                table=table,
                fact_id=fact_id,
                seen_version=seen,
                **answers,
            )

        try:
            if request.method == "POST" and saved(form, withdraw):
                return onward(place, subject_id, saved="withdrawn")
        except EditCollision:
            form.add_error(None, CHANGED_MEANWHILE)
            seen = newest.version
        return asked(
            request,
            form,
            "Withdraw what was keyed in error?",
            "Withdraw it",
            back=(text, reverse(place, args=[subject_id])),
            caption=told(newest).title,
            lede="What it met is owed again, and what it opened is owed no more.",
            grave=True,
            seen_version=seen,
        )

    return view


offender_withdraw = withdrawal(
    actions.withdraw_fact, actions.withdrawable, writable_header, "web:offender", "The record"
)
order_withdraw = withdrawal(
    actions.withdraw_order_fact,
    lambda: actions.WITHDRAWABLE_OF_ORDER,
    writable_order,
    "web:order",
    "The order",
)
child_withdraw = withdrawal(
    safeguarding.withdraw_fact,
    lambda: safeguarding_queries.TABLES,
    writable_child,
    "web:child",
    "The child",
)
