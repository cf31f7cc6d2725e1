"""The addresses of the pages for signed-in people. Each has a row in `url_policy`."""

from django.urls import path

from dutybook.web.inspection_urls import inspection_patterns
from dutybook.web.offender_urls import offender_patterns
from dutybook.web.views import (
    access_log_views,
    account_views,
    accounts_views,
    allocation_views,
    bail_views,
    calendar_views,
    child_views,
    draft_views,
    duty_views,
    emergency_views,
    export_views,
    find_views,
    governance_views,
    notice_views,
    person_views,
    policy_views,
    screening_views,
    search_views,
    suspect_views,
    visit_views,
    withdraw_views,
    work_views,
)

app_name = "web"

account_patterns = [
    path("sign-in/", account_views.sign_in, name="sign_in"),
    path("sign-out/", account_views.sign_out, name="sign_out"),
    path("password/", account_views.change_password, name="change_password"),
    path("help/", account_views.help_page, name="help"),
    path("accounts/", accounts_views.accounts, name="accounts"),
    path("accounts/new/", accounts_views.account_new, name="account_new"),
    path("accounts/teams/", accounts_views.teams, name="account_teams"),
    path("accounts/<int:user_id>/", accounts_views.account, name="account"),
    path("accounts/<int:user_id>/change/", accounts_views.account_change, name="account_change"),
    path("accounts/<int:user_id>/role/", accounts_views.account_grant, name="account_grant"),
    path(
        "accounts/<int:user_id>/role/<int:grant_id>/end/",
        accounts_views.account_end_role,
        name="account_end_role",
    ),
    path(
        "accounts/<int:user_id>/password/", accounts_views.account_password, name="account_password"
    ),
    path(
        "accounts/<int:user_id>/activity/", accounts_views.account_activity, name="account_activity"
    ),
    path("access-log/", access_log_views.access_log, name="access_log"),
    path("access-log/exports/", export_views.exports, name="exports"),
]

work_patterns = [
    path("drafts/keep/", draft_views.draft_keep, name="draft_keep"),
    path("drafts/ask/", draft_views.draft_ask, name="draft_ask"),
    path("drafts/drop/", draft_views.draft_drop, name="draft_drop"),
    path("", work_views.home, name="home"),
    path("week/", work_views.week, name="week"),
    path("week/calendar/", calendar_views.calendar, name="calendar"),
    path("week/calendar/make/", calendar_views.calendar_make, name="calendar_make"),
    path("week/calendar/stop/", calendar_views.calendar_stop, name="calendar_stop"),
    path("calendar/<str:secret>.ics", calendar_views.calendar_feed, name="calendar_feed"),
    path("visits/confirm/", visit_views.visits_to_confirm, name="visits_to_confirm"),
    path(
        "visits/<int:subject_id>/<int:fact_id>/confirm/",
        visit_views.visit_confirm,
        name="visit_confirm",
    ),
    path("team/", work_views.team, name="team"),
    path("searches/", search_views.searches, name="searches"),
    path("searches/<int:search_id>/forget/", search_views.search_drop, name="search_drop"),
    path("searches/keep/<slug:list_name>/", search_views.search_keep, name="search_keep"),
    path("export/<slug:list_name>/", export_views.export, name="export"),
    path("team/records/", work_views.team_records, name="team_records"),
    path("team/allocate/<str:kind>/", allocation_views.allocate, name="allocate"),
    path("team/allocations/", allocation_views.allocations, name="allocations"),
    path("team/allocations/<int:allocation_id>/", allocation_views.allocation, name="allocation"),
    path(
        "team/allocations/<int:allocation_id>/undo/",
        allocation_views.allocation_undo,
        name="allocation_undo",
    ),
    path("notices/", notice_views.notices, name="notices"),
    path(
        "notices/<int:notice_id>/acknowledge/",
        notice_views.notice_acknowledge,
        name="notice_acknowledge",
    ),
    path("policies/", policy_views.policies, name="policies"),
    path("policies/<str:key>/", policy_views.policy, name="policy"),
    path("policies/<str:key>/set/", policy_views.policy_set, name="policy_set"),
    path("duties/", duty_views.duties, name="duties"),
    path("duties/<slug:key>/", duty_views.duty, name="duty"),
]

people_patterns = [
    path("find/", find_views.find, name="find"),
    path("find/asked/", find_views.restricted_hits, name="restricted_hits"),
    path(
        "find/asked/<int:hit_id>/",
        find_views.restricted_hit_answer,
        name="restricted_hit_answer",
    ),
    path("emergencies/", emergency_views.emergencies, name="emergencies"),
    path("emergencies/open/<int:hit_id>/", emergency_views.emergency_open, name="emergency_open"),
    path("emergencies/<int:opening_id>/", emergency_views.emergency, name="emergency"),
    path("people/to-put-right/", find_views.people_quality, name="people_quality"),
    path("people/<int:person_id>/", person_views.person, name="person"),
    path("people/<int:person_id>/protect/", person_views.person_protect, name="person_protect"),
    path("people/<int:person_id>/merge/", person_views.person_merge, name="person_merge"),
    path(
        "people/<int:person_id>/merges/<int:merge_id>/undo/",
        person_views.person_unmerge,
        name="person_unmerge",
    ),
    path("people/<int:person_id>/add/<slug:kind>/", person_views.person_add, name="person_add"),
    *(
        path(f"people/<int:person_id>/<slug:kind>/<int:fact_id>/{key}/", view, name=f"person_{key}")
        for key, view in {
            "correct": person_views.person_correct,
            "end": person_views.person_end,
            "withdraw": person_views.person_withdraw,
            "versions": person_views.person_versions,
        }.items()
    ),
]

investigation_patterns = [
    path("suspects/", suspect_views.suspects, name="suspects"),
    path("suspects/new/", suspect_views.referral_receive, name="referral_receive"),
    path("suspects/<int:subject_id>/", suspect_views.suspect, name="suspect"),
    *(
        path(f"suspects/<int:subject_id>/{key}/", view, name=f"suspect_{key}")
        for key, view in suspect_views.VIEWS.items()
    ),
    path("suspects/<int:subject_id>/bail/", bail_views.bail_open, name="bail_open"),
    path("bail/", bail_views.bail_board, name="bail_board"),
    path("bail/<int:subject_id>/", bail_views.bail, name="bail"),
    path("bail/<int:subject_id>/extend/", bail_views.bail_extend, name="bail_extend"),
    path(
        "bail/<int:subject_id>/segments/<int:fact_id>/correct/",
        bail_views.bail_correct,
        name="bail_correct",
    ),
    *(
        path(f"bail/<int:subject_id>/{key}/", view, name=f"bail_{key}")
        for key, view in bail_views.VIEWS.items()
    ),
]

governance_patterns = [
    path("governance/", governance_views.governance, name="governance"),
    path("governance/documents/new/", governance_views.need_document, name="need_document"),
    path("governance/agreements/new/", governance_views.need_agreement, name="need_agreement"),
    path("governance/<int:subject_id>/", governance_views.undertaking, name="undertaking"),
    *(
        path(f"governance/<int:subject_id>/{key}/", view, name=f"undertaking_{key}")
        for key, view in governance_views.VIEWS.items()
    ),
    path(
        "governance/<int:subject_id>/escalations/<int:fact_id>/",
        governance_views.undertaking_answer,
        name="undertaking_answer",
    ),
    path(
        "governance/<int:subject_id>/<slug:table>/<int:fact_id>/withdraw/",
        governance_views.undertaking_withdraw,
        name="undertaking_withdraw",
    ),
]

children_patterns = [
    path("records/<int:subject_id>/children/", child_views.children, name="children"),
    path("records/<int:subject_id>/children/new/", child_views.child_new, name="child_new"),
    path("children/<int:subject_id>/", child_views.child, name="child"),
    path("children/<int:subject_id>/edit/", child_views.child_edit, name="child_edit"),
    path("children/<int:subject_id>/learnt/", child_views.child_learn, name="child_learn"),
    path(
        "children/<int:subject_id>/learnt/<int:fact_id>/decide/",
        child_views.child_decide,
        name="child_decide",
    ),
    path(
        "children/<int:subject_id>/decisions/<int:fact_id>/tell/",
        child_views.child_tell,
        name="child_tell",
    ),
    path(
        "children/<int:subject_id>/told/<int:fact_id>/answer/",
        child_views.child_answer,
        name="child_answer",
    ),
    path(
        "children/<int:subject_id>/<slug:table>/<int:fact_id>/withdraw/",
        withdraw_views.child_withdraw,
        name="child_withdraw",
    ),
]

screening_patterns = [
    path("screening/", screening_views.screening, name="screening"),
    path("screening/new/", screening_views.screening_join, name="screening_join"),
    path(
        "screening/<int:subject_id>/",
        screening_views.screening_record,
        name="screening_record",
    ),
    path(
        "screening/<int:subject_id>/left/",
        screening_views.screening_leave,
        name="screening_leave",
    ),
]

urlpatterns = [
    *account_patterns,
    *work_patterns,
    *inspection_patterns,
    *offender_patterns,
    *people_patterns,
    *investigation_patterns,
    *children_patterns,
    *governance_patterns,
    *screening_patterns,
]
