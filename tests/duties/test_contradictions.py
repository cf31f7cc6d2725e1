"""A duty whose clock or conditions contradict themselves cannot be made, and says why."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from dutybook.duties.language import (
    Allowance,
    Duty,
    DutyError,
    Event,
    Evidence,
    Figure,
    Floor,
    Holds,
    Period,
    Statute,
    Stop,
)
from dutybook.duties.rules.illustrations import (
    AWAY,
    CHECKED,
    NOTIFIED,
    REACTIVE,
    REVIEWED,
    UNANNOUNCED,
    VISITED,
)

SHOWN = REACTIVE.conditions[0]
LAW = Statute("An Act", (Figure(3, "days", date(2004, 5, 1)),))


def _stop(**parts: Any) -> tuple[Stop, ...]:
    return (replace(NOTIFIED.stops[0], **parts),)


def _law(*figures: Figure, source: str = "An Act") -> Allowance:
    return Allowance(next=Statute(source, figures))


CONTRADICTIONS: tuple[tuple[Duty, dict[str, Any], str], ...] = (
    (CHECKED, {"stops": NOTIFIED.stops}, "each_period has no clock to stop"),
    (UNANNOUNCED, {"stops": NOTIFIED.stops}, "each_event has no clock to stop"),
    (UNANNOUNCED, {"allowance": Allowance(next=LAW)}, "each_event has no allowance"),
    (NOTIFIED, {"stops": _stop(title=" ")}, "a stop has no title"),
    (NOTIFIED, {"stops": _stop(during=replace(AWAY, before=True))}, "nothing recorded stops no"),
    (NOTIFIED, {"stops": _stop(during=replace(AWAY, values=("moon",)))}, "has no choice 'moon'"),
    (NOTIFIED, {"stops": _stop(during=Holds("nowhere", "state", ("x",)))}, "no fact table"),
    (NOTIFIED, {"stops": _stop(during=Period("visit", "crew"))}, "visit.crew is not an instant"),
    (
        NOTIFIED,
        {"stops": _stop(during=Period("reactive_evidence", "until", whole=True))},
        "stops that touch are one already",
    ),
    (NOTIFIED, {"stops": _stop(floor=Floor(0, "days_beginning_with", "An Act"))}, "cannot be co"),
    (NOTIFIED, {"stops": _stop(floor=Floor(1, "days", ""))}, "a floor says where it comes from"),
    (REVIEWED, {"conditions": REACTIVE.conditions}, "only *while* has named conditions"),
    (REACTIVE, {"conditions": ()}, "*while* needs at least one named condition"),
    (REACTIVE, {"conditions": (SHOWN, SHOWN)}, "two named conditions have one key"),
    (REACTIVE, {"conditions": (replace(SHOWN, by=()),)}, "nothing evidences it"),
    (REACTIVE, {"conditions": (replace(SHOWN, title=""),)}, "it needs a key and a title"),
    (REACTIVE, {"conditions": (replace(SHOWN, expires="holds"),)}, "holds is not an instant"),
    (
        REACTIVE,
        {"conditions": (replace(SHOWN, expires=None, open_ended=True),)},
        "all its evidence is open-ended",
    ),
    (
        REACTIVE,
        {"conditions": (Evidence("adult", "He is", Event("visit", answer="crew")),)},
        "evidence is neither first after something nor an answer",
    ),
    (
        REACTIVE,
        {"conditions": (replace(SHOWN, ended_by=Event("bail_end")),)},
        "bail_end is about bail, the duty about offender",
    ),
    (REACTIVE, {"meets": Event("visit")}, "*each event* or *while*, which have none"),
    (REACTIVE, {"opens": Event("visit")}, "'while' is not of the right kind"),
    (REACTIVE, {"applies": ()}, "needs a condition that does not hold before its first fact"),
    (REACTIVE, {"allowance": Allowance(first="a.b")}, "a *while* duty has one allowance"),
    (VISITED, {"applies": VISITED.applies[1:]}, "needs a condition that does not hold before"),
    (REVIEWED, {"allowance": Allowance()}, "no policy says by when"),
    (REVIEWED, {"allowance": Allowance(next="Nonsense")}, "'Nonsense' is not a policy key"),
    (REVIEWED, {"allowance": _law(source=" ")}, "a figure set by law says where"),
    (REVIEWED, {"allowance": _law()}, "An Act: no figure is given"),
    (REVIEWED, {"allowance": _law(*LAW.figures, *LAW.figures)}, "in order of day, one for each"),
    (REVIEWED, {"allowance": _law(Figure(-1, "days", date(2004, 5, 1)))}, "cannot be counted"),
    (
        REVIEWED,
        {"allowance": _law(Figure(1, "fortnights", date(2004, 5, 1)))},  # type: ignore[arg-type]
        "'fortnights' is not one of hours, days",
    ),
    (REVIEWED, {"allowance": Allowance(named_in="crew")}, "visit.crew is not an instant"),
    (REVIEWED, {"meets": ()}, "it needs an event that meets it"),
)


@pytest.mark.parametrize(
    ("duty", "parts", "said"), CONTRADICTIONS, ids=[said for _, _, said in CONTRADICTIONS]
)
def test_a_contradiction_is_refused_in_words(duty: Duty, parts: dict[str, Any], said: str) -> None:
    with pytest.raises(DutyError) as refused:
        replace(duty, **parts)
    assert said in str(refused.value)
    assert str(refused.value).startswith(f"duty {duty.key!r}: ")
