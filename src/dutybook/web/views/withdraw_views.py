"""Something keyed in error on an offender's record, or on an order beneath it, is withdrawn."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.urls import reverse

from dutybook.access.errors import EditCollision, NotFound
from dutybook.ledger.queries import versions_of
from dutybook.ledger.writes import Saved
from dutybook.records.offenders import actions
from dutybook.web.events import told
from dutybook.web.flow import asked, onward, saved, seen_version
from dutybook.web.forms.withdrawal import WithdrawForm

CHANGED_MEANWHILE = "Somebody changed this meanwhile. Look at it as it stands, then withdraw it"


def _withdrawal(
    action: Callable[..., Saved], tables: frozenset[str], place: str, text: str
) -> Callable[..., HttpResponse]:
    """The view that withdraws a fact of one of `tables`; `place` is the page of its record."""

    def view(request: Any, subject_id: int, table: str, fact_id: int) -> HttpResponse:
        if table not in tables:
            raise NotFound("nothing of this kind is withdrawn here")
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


offender_withdraw = _withdrawal(
    actions.withdraw_fact, actions.WITHDRAWABLE, "web:offender", "The record"
)
order_withdraw = _withdrawal(
    actions.withdraw_order_fact, actions.WITHDRAWABLE_OF_ORDER, "web:order", "The order"
)
