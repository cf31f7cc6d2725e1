"""What the invented force itself must have: most of it in date, some of it not."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from dutybook.demo.histories import DAY, DemoSubject, Setting

# Title, what it is for, days ago it was approved, days its approval lasts, who answers for it.
DOCUMENTS: tuple[tuple[str, str, int, int, str], ...] = (
    ("When a case is escalated", "escalation_policy", 210, 365, "Head of Public Protection"),
    ("Leaflet for families", "family_leaflet", 120, 365, "Family Support Lead"),
    ("Operating model of offender management", "operating_model", 420, 365, "Detective Inspector"),
    ("Forecast of demand to 2031", "demand_forecast", 95, 365, "Head of Analysis"),
    ("When staff are lent elsewhere", "abstraction_policy", 150, 365, "Chief Inspector"),
    ("How a visit is authorised", "authorisation_process", 160, 730, "Detective Inspector"),
    ("Services after screening", "follow_on_services", 0, 0, ""),
    ("Review and escalation with probation", "two_way_process", 300, 365, "Detective Inspector"),
)
KEPT = "Policy register, public protection"


def governance(setting: Setting) -> Iterator[DemoSubject]:
    """Yield each document and agreement; nothing is invented for the kinds that are left out."""
    needed = max(setting.begins, setting.now - 500 * DAY)
    for title, kind, ago, lasts, owner in DOCUMENTS:
        document = _subject("document", title=title)
        _whole_day(setting, document, "document_kind", setting.now - needed, kind=kind)
        if ago:
            _approved(setting, document, ago, lasts, owner)
        if kind == "family_leaflet":
            _whole_day(setting, document, "stock_check", 40 * DAY, found=True, note="All stations")
        if kind == "demand_forecast":
            until = setting.now + 200 * DAY
            _whole_day(setting, document, "forecast_reach", 90 * DAY, until=until)
        if kind == "abstraction_policy":
            _whole_day(setting, document, "document_owner_left", 33 * DAY, note="Retired")
        if kind == "two_way_process":
            _whole_day(
                setting, document, "document_withdrawn", 20 * DAY, reason="Its forms were lost"
            )
            _approved(setting, document, 12, 365, owner)
        yield document
    yield _with_probation(setting, needed_for=setting.now - needed)
    yield _for_families(setting, needed_for=setting.now - needed)


def _with_probation(setting: Setting, needed_for: timedelta) -> DemoSubject:
    """Signed, met about, and with two matters escalated, of which one waits for its answer."""
    agreement = _subject(
        "agreement", title="Sharing what is known of offenders", partner="The Probation Service"
    )
    _whole_day(setting, agreement, "agreement_kind", needed_for, kind="probation")
    _signed(setting, agreement, 350, 365, "Regional probation director")
    _whole_day(
        *(setting, agreement, "agreement_owner", 350 * DAY),
        ours="Head of Public Protection",
        theirs="Head of the probation delivery unit",
        both_sides=True,
    )
    for ago in (290, 200, 110, 25):
        _whole_day(setting, agreement, "partner_review", ago * DAY, both_ways=True)
    answered = _whole_day(
        *(setting, agreement, "partner_escalation", 60 * DAY),
        raised_by="police",
        matter="Risk assessments of shared cases come after the meeting they are for.",
    )
    if answered is not None:
        _whole_day(
            *(setting, agreement, "partner_escalation_answer", 58 * DAY),
            of_fact=answered.number,
            answer="They are to come five days before.",
        )
    _whole_day(
        *(setting, agreement, "partner_escalation", 9 * DAY),
        raised_by="partner",
        matter="Nobody joined two home visits that were arranged together.",
    )
    return agreement


def _for_families(setting: Setting, needed_for: timedelta) -> DemoSubject:
    """An earlier one was ended; the one in force has nobody on the other side."""
    agreement = _subject(
        "agreement", title="Support for families", partner="Harbour Lights, a charity"
    )
    _whole_day(setting, agreement, "agreement_kind", needed_for, kind="family_support")
    _signed(setting, agreement, 400, 365, "Its chief executive")
    _whole_day(setting, agreement, "agreement_ended", 130 * DAY, reason="A new one was drafted")
    _signed(setting, agreement, 100, 730, "Its chief executive")
    _whole_day(
        setting, agreement, "agreement_owner", 100 * DAY, ours="Family Support Lead",
        both_sides=False,
    )  # fmt: skip
    return agreement


def _subject(kind: str, **record: str) -> DemoSubject:
    return DemoSubject(kind=kind, record=record, team=0, owner=None)


def _approved(setting: Setting, document: DemoSubject, ago: int, lasts: int, owner: str) -> None:
    _whole_day(
        *(setting, document, "document_approved", ago * DAY),
        until=setting.now + (lasts - ago) * DAY,
        approved_by="Deputy Chief Constable",
        kept_at=KEPT,
    )
    _whole_day(setting, document, "document_owner", ago * DAY, post=owner)


def _signed(setting: Setting, agreement: DemoSubject, ago: int, lasts: int, them: str) -> None:
    _whole_day(
        *(setting, agreement, "agreement_signed", ago * DAY),
        until=setting.now + (lasts - ago) * DAY,
        signed_by_us="Assistant Chief Constable",
        signed_by_them=them,
        kept_at=KEPT,
    )


def _whole_day(
    setting: Setting, subject: DemoSubject, table: str, ago: timedelta, **values: Any
) -> Any:
    """A fact so long ago, in working hours of that day, keyed within the hour."""
    at = setting.moment((setting.now - ago).date(), 9, 16)
    at = min(at, setting.now - timedelta(hours=1))
    return setting.add(subject, table, at, recorded_at=at + timedelta(minutes=40), **values)
