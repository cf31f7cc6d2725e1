"""A governance pack laid out as plain values, from which the page, the PDF and Word are set."""

from datetime import datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from dutybook.documents.charts import LATE, REST, UNSURE, Bar, stacked_bars
from dutybook.documents.pack.model import Pack, PackDay, PackFigure, PackSection
from dutybook.documents.reading.dates import day_in_words

LOCAL: Final = ZoneInfo("Europe/London")
PARTS: Final = (LATE, UNSURE, REST)
DEMONSTRATION: Final = "Demonstration force: every person is invented, every setting illustrative"
HOW: Final = (
    "Every figure is counted from the records, by the same definitions that make the work lists. "
    "What nobody can judge (no standard set, or no level recorded) is counted and never as met. "
    "The months before are read from the records as they are known now: what was keyed late or "
    "corrected since is in them. No person stands in this pack."
)
OVERVIEW: Final = (
    "What is owed", "As it should be", "Share", "Not judged", "Oldest overdue", "11 months before",
)  # fmt: skip
NOTHING: Final = "nothing fell due"
NO_RECORDS: Final = "No records of this kind yet"

Values = dict[str, Any]


def contents_of(pack: Pack) -> Values:
    """JSON-ready values: what is said, tables as rows of text, and charts as SVG."""
    month = f"{pack.day:%B %Y}"
    return {
        "title": f"{pack.unit}: governance pack, {month}",
        "running": f"{pack.force} – {pack.unit}, {month}",
        "force": pack.force,
        "provenance": DEMONSTRATION if pack.is_demonstration else "",
        "facts": [
            ["Force", pack.force],
            ["Unit", pack.unit],
            ["Figures at the end of", day_in_words(pack.day)],
            ["As known on", _moment(pack.known_at)],
        ],
        "how": HOW,
        "backlog": _backlog(pack),
        "sections": [
            _section(section, f"s{at}") for at, section in enumerate(pack.sections, start=1)
        ],
        "key": [part.name for part in (LATE, UNSURE)] + ["The rest of what was counted"],
        "overview_names": list(OVERVIEW),
    }


def _moment(at: datetime) -> str:
    local = at.astimezone(LOCAL)
    return f"{day_in_words(local.date())} at {local:%H:%M}"


def _backlog(pack: Pack) -> Values:
    rows = [
        [row.level, *map(_number, row.by_lateness), _number(sum(row.by_lateness))]
        for row in pack.backlog
    ]
    columns = zip(*(row.by_lateness for row in pack.backlog), strict=True)
    totals = [sum(column) for column in columns]
    if rows:
        rows.append(["All levels", *map(_number, totals), _number(sum(totals))])
    names = ["Level", *(f"{band} days" for band in pack.bands), "All overdue"]
    return {"names": names, "rows": rows}


def _section(section: PackSection, name: str) -> Values:
    rows = [_overview(figure) for figure in section.figures]
    rows += [[gap.title, NO_RECORDS, "", "", "", ""] for gap in section.gaps]
    charted = [one for one in section.figures if any(day.denominator for day in one.days)]
    return {
        "heading": section.heading,
        "rows": rows,
        "figures": [_figure(figure, f"{name}-{at}") for at, figure in enumerate(charted, start=1)],
    }


def _overview(figure: PackFigure) -> list[str]:
    last, first = figure.days[-1], figure.days[0]
    return [
        figure.title,
        _of(last),
        share(last),
        _number(last.unjudged) if last.denominator else "",
        "" if figure.oldest_days is None else _days(figure.oldest_days),
        share(first),
    ]


def _figure(figure: PackFigure, name: str) -> Values:
    last = figure.days[-1]
    title = f"{figure.title}: the last {len(figure.days)} ends of months"
    bars = [Bar(f"{day.day:%b}", _stacked(day)) for day in figure.days]
    said = f"One bar for each month’s end. On {day_in_words(last.day)}: {_of(last)}."
    return {
        "duty": figure.duty,
        "title": figure.title,
        "said": f"Counted: {_counted(figure)}. {_of(last)}{_in_brackets(last)}.",
        "notes": _notes(figure),
        "chart": stacked_bars(bars, PARTS, title=title, said=said, name=name),
        "chart_said": f"{title}. {said} The same numbers stand in the table beneath.",
        "names": ["End of", *(f"{day.day:%b %y}" for day in figure.days)],
        "rows": [
            ["As it should be", *(_number(day.numerator) for day in figure.days)],
            ["Counted", *(_number(day.denominator) for day in figure.days)],
            ["Short", *(_number(day.unmet) for day in figure.days)],
            ["Not judged", *(_number(day.unjudged) for day in figure.days)],
        ],
    }


def _counted(figure: PackFigure) -> str:
    """What is counted over what time, where the one does not say the other."""
    said = figure.window in figure.counts
    return figure.counts if said else f"{figure.counts}; {figure.window}"


def _stacked(day: PackDay) -> tuple[int, ...]:
    return (day.unmet, day.unjudged, day.denominator - day.unmet - day.unjudged)


def _notes(figure: PackFigure) -> list[str]:
    notes = []
    if figure.late:
        notes.append(f"{_number(figure.late)} met, but late.")
    if figure.excused:
        notes.append(f"{_number(figure.excused)} authorised as exceptions, in time or afterwards.")
    if figure.oldest_days is not None:
        notes.append(f"The oldest is {_days(figure.oldest_days)} overdue.")
    if figure.unset:
        notes.append(f"The force has set no standard for: {'; '.join(figure.unset)}.")
    if not figure.is_checked:
        notes.append("This definition is not yet checked by a practitioner.")
    return notes


def share(day: PackDay) -> str:
    """Whole per cent, rounded down, so that only all is 100%; a dash when nothing was counted."""
    return f"{100 * day.numerator // day.denominator}%" if day.denominator else "–"


def _in_brackets(day: PackDay) -> str:
    return f" ({share(day)})" if day.denominator else ""


def _of(day: PackDay) -> str:
    if not day.denominator:
        return NOTHING
    return f"{_number(day.numerator)} of {_number(day.denominator)}"


def _number(value: int) -> str:
    return f"{value:,}"


def _days(value: int) -> str:
    return f"{value:,} day{'' if value == 1 else 's'}"
