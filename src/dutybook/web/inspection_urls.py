"""The addresses of the pages about inspections: limbs, claims, tests, promises, responses."""

from django.urls import path

from dutybook.web.views import (
    audit_views,
    basis_views,
    commitment_views,
    inspection_views,
    layer_views,
    learning_views,
    pack_views,
    pulse_views,
    reading_views,
    response_views,
    room_views,
    whole_views,
)

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
    path(
        "inspections/<slug:key>/recommendations/<int:number>/owners/",
        inspection_views.recommendation_own,
        name="recommendation_own",
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
