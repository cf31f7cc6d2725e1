"""What is due: from me, from the team, and behind each number."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from dutybook.access import queries as access_queries
from dutybook.access.queries import TeamRow
from dutybook.access.roles import Role
from dutybook.access.viewer import Viewer
from dutybook.ledger import queries
from dutybook.ledger.queries.boards import CARRIED_LEVELS, Carried, team_board
from dutybook.ledger.queries.cells import COLUMNS, ROWS
from dutybook.ledger.recorded import recorded_duties
from dutybook.ledger.subjects import RECORD_KINDS
from dutybook.records.offenders import queries as offender_queries
from dutybook.web import policy_words
from dutybook.web.context import has_work
from dutybook.web.flow import chosen
from dutybook.web.matrix_view import (
    COLUMN_TITLES,
    ROW_TITLES,
    matrix_columns,
    matrix_rows,
    matrix_total,
)
from dutybook.web.narrowing import asked_for, listed
from dutybook.web.wording import LEVELS, LOCAL, STATUSES

OPEN_STATUSES = ("overdue", "due", "no_standard_set", "unknown", "stopped")
ORDER_TITLES = {"danger": "Most dangerous first", "due": "Due first"}
UNITS = {"offenders": "offender_management", "suspects": "online_child_abuse"}
"""Whose work each kind of record is."""

LANDINGS = {
    Role.ANALYST: "web:team",
    Role.INSPECTION_LIAISON: "web:inspections",
    Role.CHIEF_OFFICER: "web:inspections",
    Role.COMMISSIONERS_OFFICE: "web:inspections",
    Role.WELLBEING_LEAD: "web:screening",
    Role.AUDITOR: "web:access_log",
    Role.INSPECTOR: "web:room",
    Role.DUTY_OFFICER: "web:find",
    Role.ADMINISTRATOR: "web:accounts",
}
"""Where those begin to whom no record can be allocated."""


def home(request: Any) -> HttpResponse:
    """My work: what is due from me, most dangerous first.

    Somebody to whom nothing can be allocated goes on to the page their role is for.
    """
    viewer: Viewer = request.viewer
    if not has_work(viewer):
        return redirect(_landing(viewer))
    narrowed, fields = work_asked(request)
    asked_page = request.GET.get("page", "")
    page = queries.work_list(viewer, today(request), page=asked_page, **narrowed)
    return render(
        request,
        "work/home.html",
        {
            "page": page,
            "fields": fields,
            "waiting": offender_queries.waiting_for(viewer),
            "parameters": {**asked_for(fields), "page": asked_page},
            "filtered": any(narrowed[name] for name in ("duty", "level", "status")),
        },
    )


def week(request: Any) -> HttpResponse:
    """What is late or falls due within a week, by place, for planning a round on paper too."""
    found = offender_queries.week(request.viewer, today(request))
    return render(
        request,
        "work/week.html",
        {"week": found, "back": {"text": "My work", "href": reverse("web:home")}},
    )


def today(request: Any) -> Any:
    """The local day on which the request was made."""
    return request.now.astimezone(LOCAL).date()


def duty_choices(viewer: Viewer) -> dict[str, str]:
    """The duties on kinds of record that are kept here and the viewer may read, by key."""
    open_kinds = {kind for kind, record in RECORD_KINDS.items() if viewer.may_read(record)}
    return {duty.key: duty.title for duty in recorded_duties() if duty.subject in open_kinds}


def work_asked(request: Any) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """How one's own work is narrowed and ordered, for the query and as the template draws it."""
    statuses = {status: STATUSES[status][0] for status in OPEN_STATUSES}
    fields = [
        listed(request, "duty", "Duty", "All duties", duty_choices(request.viewer)),
        listed(request, "level", "Risk level", "All levels", LEVELS),
        listed(request, "status", "How it stands", "Everything open", statuses),
        listed(request, "order", "Sort by", "", ORDER_TITLES),
    ]
    narrowed = {field["name"]: field["value"] or None for field in fields}
    return {**narrowed, "order": narrowed["order"] or "danger"}, fields


def _landing(viewer: Viewer) -> str:
    """The page that the viewer's role is for; everybody may read how duties are counted."""
    return next((name for role, name in LANDINGS.items() if role in viewer.roles), "web:duties")


def team(request: Any) -> HttpResponse:
    """How late what is, who carries what, what nobody owns, and what nobody has set."""
    viewer: Viewer = request.viewer
    narrowed = _of_team(request)
    board = team_board(viewer, today(request), **narrowed)
    teams = access_queries.teams(viewer)
    return render(
        request,
        "work/team.html",
        {
            "board": board,
            "columns": matrix_columns(board.matrix),
            "rows": matrix_rows(board.matrix, narrowed),
            "total": matrix_total(board.matrix, narrowed),
            "narrowed": narrowed,
            "fields": _team_fields(viewer, narrowed, teams),
            "waiting": [one for one in board.unset if one.subjects],
            "policy_title": policy_words.title,
            "allocable": _allocable(viewer, teams),
            "load_words": _load_words,
        },
    )


def _load_words(row: Carried) -> str:
    """The records of a person by level: `2 very high, 14 high, 1 without a level`."""
    names = {**{name: text.lower() for name, text in LEVELS.items()}, "unknown": "without a level"}
    counted = zip(CARRIED_LEVELS, row.by_level, strict=True)
    return ", ".join(f"{number} {names[name]}" for name, number in counted if number)


def _allocable(viewer: Viewer, teams: tuple[TeamRow, ...]) -> list[str]:
    """The kinds of record that somebody's teams work with."""
    units = {team.unit for team in teams if team.team_id in viewer.team_ids}
    return [kind for kind, unit in UNITS.items() if unit in units]


def team_records(request: Any) -> HttpResponse:
    """The open items behind a number of the matrix, as far as the viewer may see them."""
    narrowed, fields, place, heading = records_asked(request)
    asked_page = request.GET.get("page", "")
    page = queries.work_list(request.viewer, today(request), page=asked_page, **narrowed)
    return render(
        request,
        "work/records.html",
        {
            "page": page,
            "heading": heading,
            "fields": fields,
            "place": place,
            "parameters": {**asked_for(fields), **place, "page": asked_page},
        },
    )


def records_asked(
    request: Any,
) -> tuple[dict[str, Any], list[dict[str, Any]], dict[str, Any], str]:
    """Which open items are asked for: for the query, as filters, as the place in the matrix that
    they keep, and in words."""
    viewer: Viewer = request.viewer
    of_team = _of_team(request)
    status = chosen(request, "status", OPEN_STATUSES) or None
    cell = {
        "row": chosen(request, "row", ROWS) or None,
        "column": chosen(request, "column", COLUMNS) or None,
    }
    place = {**cell, "owner": _whole(request.GET.get("owner", "")), "status": status}
    fields = _team_fields(viewer, of_team, access_queries.teams(viewer))
    order = listed(request, "order", "Sort by", "", ORDER_TITLES)
    narrowed = {**of_team, **place, "scope": "force", "order": order["value"] or "danger"}
    return narrowed, [*fields, order], place, _records_heading(cell, status)


def _records_heading(place: dict[str, str | None], status: str | None) -> str:
    """What the rows have in common: `Very high, 8–28 days late`."""
    row, column = place["row"], place["column"]
    said = [ROW_TITLES[row] if row else "All levels"]
    if column:
        said.append(COLUMN_TITLES[column][0].lower())
    if status:
        said.append(STATUSES[status][0].lower())
    return ", ".join(said) if len(said) > 1 else "Everything open"


def _of_team(request: Any) -> dict[str, Any]:
    """The team and the duty asked for; a team of another force gives nothing, for none is seen."""
    return {
        "team": _whole(request.GET.get("team", "")),
        "duty": chosen(request, "duty", duty_choices(request.viewer)) or None,
    }


def _whole(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def _team_fields(
    viewer: Viewer, narrowed: dict[str, Any], every: tuple[TeamRow, ...]
) -> list[dict[str, Any]]:
    """Choose a team (one's own, or any for those who see the force) and a duty."""
    own = viewer.team_ids
    teams = [(str(each.team_id), each.name) for each in every]
    offered = [(number, name) for number, name in teams if not own or int(number) in own]
    fields = [
        {
            "name": "duty",
            "label": "Duty",
            "choices": [("", "All duties"), *duty_choices(viewer).items()],
            "value": narrowed["duty"],
        }
    ]
    if len(offered) > 1:
        whole = ("", "All my teams" if own else "The whole force")
        team_field = {"name": "team", "label": "Team", "choices": [whole, *offered]}
        fields.insert(0, {**team_field, "value": narrowed["team"]})
    return fields
