"""The addresses of the pages for signed-in people. Each has a row in `url_policy`."""

from django.urls import path

from dutybook.web.offender_urls import offender_patterns
from dutybook.web.views import (
    access_log_views,
    account_views,
    accounts_views,
    allocation_views,
    audit_views,
    bail_views,
    basis_views,
    calendar_views,
    child_views,
    commitment_views,
    draft_views,
    duty_views,
    emergency_views,
    export_views,
    find_views,
    governance_views,
    inspection_views,
    layer_views,
    learning_views,
    notice_views,
    pack_views,
    person_views,
    policy_views,
    pulse_views,
    reading_views,
    response_views,
    room_views,
    screening_views,
    search_views,
    suspect_views,
    visit_views,
    whole_views,
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

inspection_patterns = [
    path("inspections/", inspection_views.inspections, name="inspections"),
    path(
        "inspections/<slug:key>/responses/<int:response_id>/",
        reading_views.reading,
        name="inspection_reading",
    ),
    path(
        "inspections/<slug:key>/responses/<int:response_id>/lines/<int:line>/",
        reading_views.line_place,
        name="inspection_line",
    ),
    path("inspections/import/", inspection_views.inspection_import, name="inspection_import"),
    path("inspections/<slug:key>/", inspection_views.inspection, name="inspection"),
    path(
        "inspections/<slug:key>/recommendations/<int:number>/",
        inspection_views.recommendation,
        name="recommendation",
    ),
    path(
        "inspections/<slug:key>/recommendations/<int:number>/comment/",
        inspection_views.recommendation_comment,
        name="recommendation_comment",
    ),
    path("inspections/<slug:key>/limbs/<slug:code>/", inspection_views.limb, name="limb"),
    path(
        "inspections/<slug:key>/claims/",
        basis_views.inspection_xray,
        name="inspection_xray",
    ),
    path(
        "inspections/<slug:key>/limbs/<slug:code>/basis/",
        basis_views.limb_basis,
        name="limb_basis",
    ),
    path("inspections/<slug:key>/limbs/<slug:code>/own/", basis_views.limb_own, name="limb_own"),
    path(
        "inspections/<slug:key>/limbs/<slug:code>/evidence/new/",
        basis_views.limb_evidence,
        name="limb_evidence",
    ),
    path(
        "inspections/<slug:key>/limbs/<slug:code>/evidence/<int:evidence_id>/withdraw/",
        basis_views.evidence_withdraw,
        name="evidence_withdraw",
    ),
    path(
        "inspections/<slug:key>/limbs/<slug:code>/certifications/<int:certification_id>/",
        basis_views.limb_replay,
        name="limb_replay",
    ),
    path(
        "inspections/<slug:key>/recommendations/<int:number>/certification/",
        whole_views.recommendation_whole,
        name="recommendation_whole",
    ),
    *(
        path(
            f"inspections/<slug:key>/recommendations/<int:number>/{word}/",
            view,
            name=f"recommendation_{word}",
        )
        for word, view in whole_views.BY_WORD.items()
    ),
    path("commitments/", commitment_views.commitments, name="commitments"),
    path("commitments/<int:commitment_id>/", commitment_views.commitment, name="commitment"),
    path(
        "commitments/<int:commitment_id>/<str:kind>/",
        commitment_views.commitment_step,
        name="commitment_step",
    ),
    path(
        "inspections/<slug:key>/recommendations/<int:number>/commitments/new/",
        commitment_views.commitment_new,
        name="commitment_new",
    ),
    path("drafts/keep/", draft_views.draft_keep, name="draft_keep"),
    path("drafts/ask/", draft_views.draft_ask, name="draft_ask"),
    path("drafts/drop/", draft_views.draft_drop, name="draft_drop"),
    path("room/", room_views.room, name="room"),
    path("room/ask/", room_views.room_ask, name="room_ask"),
    path("room/<int:request_id>/answer/", room_views.room_answer, name="room_answer"),
    path("packs/", pack_views.packs, name="packs"),
    path("packs/new/", pack_views.pack_new, name="pack_new"),
    path("packs/<int:number>/", pack_views.pack, name="pack"),
    path("packs/<int:number>/<str:form>/", pack_views.pack_file, name="pack_file"),
    path("meetings/", commitment_views.meetings, name="meetings"),
    path("meetings/new/", commitment_views.meeting_new, name="meeting_new"),
    path("meetings/<int:meeting_id>/", commitment_views.meeting, name="meeting"),
    path("inspections/<slug:key>/tests/", audit_views.inspection_tests, name="inspection_tests"),
    path(
        "inspections/<slug:key>/limbs/<slug:code>/tests/",
        audit_views.limb_tests,
        name="limb_tests",
    ),
    path(
        "inspections/<slug:key>/limbs/<slug:code>/tests/draw/",
        audit_views.limb_draw,
        name="limb_draw",
    ),
    path("samples/<int:sample_id>/", audit_views.audit_sample, name="audit_sample"),
    path("samples/<int:sample_id>/<int:place>/", audit_views.audit_case, name="audit_case"),
    path("records-read/", audit_views.records_read, name="records_read"),
    path("records-read/<int:case_id>/", audit_views.record_read, name="record_read"),
    path("learning/", learning_views.all_learning, name="all_learning"),
    path("learning/new/", learning_views.learning_new, name="learning_new"),
    path("learning/<int:learning_id>/", learning_views.learning, name="learning"),
    path("pulses/", pulse_views.pulses, name="pulses"),
    path("pulses/new/", pulse_views.pulse_new, name="pulse_new"),
    path("pulses/<int:pulse_id>/", pulse_views.pulse, name="pulse"),
    path("audit-questions/", audit_views.audit_questions, name="audit_questions"),
    path("audit-questions/new/", audit_views.audit_questions_new, name="audit_questions_new"),
    path("questions/", layer_views.questions, name="questions"),
    path("questions/<int:question_id>/", layer_views.question_answer, name="question_answer"),
    path(
        "inspections/<slug:key>/limbs/<slug:code>/state/",
        inspection_views.limb_state,
        name="limb_state",
    ),
    path(
        "inspections/<slug:key>/limbs/<slug:code>/narrower/",
        inspection_views.limb_narrower,
        name="limb_narrower",
    ),
    path(
        "inspections/<slug:key>/limbs/<slug:code>/narrower/reply/",
        inspection_views.limb_narrower_reply,
        name="limb_narrower_reply",
    ),
    *(
        path(f"inspections/<slug:key>/limbs/<slug:code>/{word}/", view, name=f"limb_{word}")
        for word, view in layer_views.VIEWS.items()
    ),
    path("inspections/<slug:key>/response/", response_views.response, name="response"),
    path(
        "inspections/<slug:key>/response/preview/",
        response_views.response_preview,
        name="response_preview",
    ),
    path(
        "inspections/<slug:key>/response/draft.<str:form>",
        response_views.response_file,
        name="response_file",
    ),
    path(
        "inspections/<slug:key>/response/prepare/",
        response_views.response_prepare,
        name="response_prepare",
    ),
    path(
        "inspections/<slug:key>/response/draft/",
        response_views.response_draft,
        name="response_draft",
    ),
    path(
        "inspections/<slug:key>/response/changes/",
        response_views.response_changes,
        name="response_changes",
    ),
    path(
        "inspections/<slug:key>/response/letters/<slug:to>.<str:form>",
        response_views.response_letter,
        name="response_letter",
    ),
    path(
        "inspections/<slug:key>/response/letters/<slug:to>/sent/",
        response_views.response_letter_sent,
        name="response_letter_sent",
    ),
    path(
        "inspections/<slug:key>/response/approve/",
        response_views.response_approve,
        name="response_approve",
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
        child_views.child_withdraw,
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
