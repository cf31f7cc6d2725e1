"""What stands round every page: whose force, who is signed in, where they may go, which day."""

from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from dutybook.access.models import Force
from dutybook.access.roles import ALLOCATED_KINDS, Role
from dutybook.access.url_policy import rule_for
from dutybook.access.viewer import Viewer
from dutybook.ledger.queries.force_now import force_now
from dutybook.ledger.queries.recounts import BeingCounted
from dutybook.ledger.queries.small_counts import is_suppressed
from dutybook.web.links import address
from dutybook.web.wording import LOCAL

VERSION = version("dutybook")

NAVIGATION = (
    ("My work", "web:home", ("web:week", "web:calendar")),
    ("Team", "web:team", ("web:team_", "web:review", "web:emergenc")),
    ("Offenders", "web:offenders", ("web:offender", "web:visit", "web:person", "web:order")),
    ("Suspects", "web:suspects", ("web:suspect", "web:referral")),
    ("Bail board", "web:bail_board", ("web:bail",)),
    ("Screening", "web:screening", ("web:screening",)),
    ("Documents", "web:governance", ("web:undertaking", "web:need_")),
    (
        "Inspections",
        "web:inspections",
        (
            *("web:inspection", "web:recommendation", "web:limb", "web:question"),
            "web:response",
            *("web:audit", "web:commitment", "web:meeting", "web:pack", "web:room"),
            *(
                "web:records_read",
                "web:record_read",
                "web:learning",
                "web:all_learning",
                "web:pulse",
            ),
        ),
    ),
    ("Policies", "web:policies", ("web:policy",)),
    ("Access log", "web:access_log", ("web:access_log",)),
    ("Accounts", "web:accounts", ("web:account_",)),
)
"""Text, the page it leads to, and how the names of the pages beneath it begin."""


@dataclass(frozen=True)
class Frame:
    """What the layout draws. On a page for nobody in particular most of it is empty."""

    today: date
    version: str
    home: str
    force_name: str = ""
    is_demonstration: bool = False
    display_name: str = ""
    roles: str = ""
    navigation: tuple[dict[str, Any], ...] = ()
    notices: int = 0
    being_counted: BeingCounted | None = None
    viewer: Viewer | None = None

    @property
    def of_the_office(self) -> bool:
        """Whether the page is read in the commissioner's office, whose views are suppressed."""
        return self.viewer is not None and is_suppressed(self.viewer)

    def may(self, name: str) -> bool:
        """Whether a link to the page called `name` makes sense for whoever asks."""
        return self.viewer is not None and _opens(name, self.viewer)


def frame_of(request: HttpRequest) -> Frame:
    """The frame for whoever asks; it costs one query.

    Somebody who is not signed in belongs to no force yet: they are told that people are invented
    as soon as the installation holds any demonstration force.
    """
    now = getattr(request, "now", None) or timezone.now()
    today = now.astimezone(LOCAL).date()
    viewer: Viewer | None = getattr(request, "viewer", None)
    if viewer is None:
        return Frame(
            today,
            VERSION,
            home=address("web:home"),
            is_demonstration=Force.objects.filter(is_demonstration=True).exists(),
        )
    force = force_now(viewer)
    return Frame(
        today,
        VERSION,
        home=address("web:home"),
        force_name=force.name,
        is_demonstration=force.is_demonstration,
        display_name=viewer.display_name,
        roles=", ".join(role.label for role in Role if role in viewer.roles) or "no role",
        navigation=tuple(_navigation(request, viewer)),
        notices=force.notices,
        being_counted=force.being_counted,
        viewer=viewer,
    )


def has_work(viewer: Viewer) -> bool:
    """Whether records can be allocated to the viewer, so that anything could be due from them."""
    return any(viewer.may_write(kind) for kind in ALLOCATED_KINDS)


def page_context(request: HttpRequest) -> dict[str, Frame]:
    """The context processor that gives every template its frame."""
    return {"frame": frame_of(request)}


def _navigation(request: HttpRequest, viewer: Viewer) -> list[dict[str, Any]]:
    match = getattr(request, "resolver_match", None)
    here = match.view_name if match else ""
    return [
        {
            "text": text,
            "href": address(name),
            "current": here == name,
            "active": here.startswith(beneath) if beneath else False,
        }
        for text, name, beneath in NAVIGATION
        if _opens(name, viewer) and (name != "web:home" or has_work(viewer))
    ]


def _opens(name: str, viewer: Viewer) -> bool:
    """Whether a link makes sense for this viewer; the URL policy decides anew when it is used."""
    rule = rule_for(name)
    return rule is not None and rule.admits(viewer)
