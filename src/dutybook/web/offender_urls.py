"""The addresses of the pages about offenders, their visits, orders, transfers and reviews."""

from django.urls import path

from dutybook.web.views import (
    caseload_views,
    leave_views,
    offender_fact_views,
    offender_views,
    order_views,
    review_views,
    section_views,
    transfer_views,
    visit_views,
    withdraw_views,
)

offender_patterns = [
    path("offenders/", offender_views.offenders, name="offenders"),
    path("offenders/caseload/", caseload_views.caseload, name="caseload"),
    path(
        "offenders/caseload/template/<slug:form>/",
        caseload_views.caseload_template,
        name="caseload_template",
    ),
    path("offenders/transfers/", transfer_views.transfers, name="transfers"),
    path(
        "offenders/<int:subject_id>/transfers/",
        transfer_views.offender_transfers,
        name="offender_transfers",
    ),
    path("offenders/transfers/receive/", transfer_views.transfer_receive, name="transfer_receive"),
    path(
        "offenders/<int:subject_id>/transfers/receive/",
        transfer_views.transfer_return,
        name="transfer_return",
    ),
    path(
        "offenders/<int:subject_id>/transfers/decide/",
        transfer_views.transfer_decide,
        name="transfer_decide",
    ),
    path(
        "offenders/<int:subject_id>/transfers/send/",
        transfer_views.transfer_send,
        name="offender_transfer_send",
    ),
    path(
        "offenders/<int:subject_id>/transfers/answer/",
        transfer_views.transfer_answer,
        name="offender_transfer_answer",
    ),
    path("offenders/new/", offender_views.offender_register, name="offender_register"),
    path("offenders/<int:subject_id>/", offender_views.offender, name="offender"),
    path("offenders/<int:subject_id>/edit/", offender_views.offender_edit, name="offender_edit"),
    path(
        "offenders/<int:subject_id>/restrict/",
        offender_views.offender_restrict,
        name="offender_restrict",
    ),
    path(
        "offenders/<int:subject_id>/versions/<slug:table>/<int:fact_id>/",
        offender_views.offender_versions,
        name="offender_versions",
    ),
    *(
        path(f"offenders/<int:subject_id>/{key}/", view, name=f"offender_{key}")
        for key, view in offender_fact_views.VIEWS.items()
    ),
    path(
        "offenders/<int:subject_id>/section/<slug:section>/",
        section_views.offender_section,
        name="offender_section",
    ),
    path(
        "offenders/<int:subject_id>/entry/new/", section_views.entry_attempt, name="offender_entry"
    ),
    path("offenders/<int:subject_id>/travel/new/", section_views.travel, name="offender_travel"),
    path(
        "offenders/<int:subject_id>/breaches/<int:fact_id>/systems/",
        section_views.breach_systems,
        name="offender_breach_systems",
    ),
    path(
        "offenders/<int:subject_id>/breaches/<int:fact_id>/decide/",
        section_views.breach_decide,
        name="offender_breach_decide",
    ),
    path(
        "offenders/<int:subject_id>/checks/<int:fact_id>/assess/",
        section_views.check_assess,
        name="offender_check_assess",
    ),
    path(
        "offenders/<int:subject_id>/doubts/<int:fact_id>/decide/",
        section_views.doubt_decide,
        name="offender_doubt_decide",
    ),
    path(
        "offenders/<int:subject_id>/triggers/<int:fact_id>/decide/",
        section_views.trigger_decide,
        name="offender_trigger_decide",
    ),
    path(
        "offenders/<int:subject_id>/actions/<int:fact_id>/end/",
        section_views.action_end,
        name="offender_action_end",
    ),
    path(
        "offenders/<int:subject_id>/requests/<int:fact_id>/answer/",
        section_views.joint_answer,
        name="offender_joint_answer",
    ),
    path(
        "offenders/<int:subject_id>/authorisations/<int:fact_id>/assess/",
        section_views.authorisation_assess,
        name="offender_leave_assess",
    ),
    path(
        "offenders/<int:subject_id>/offences/<int:fact_id>/review/",
        section_views.offence_review,
        name="offender_offence_review",
    ),
    path("offenders/<int:subject_id>/orders/new/", order_views.order_open, name="order_open"),
    path("orders/<int:subject_id>/", order_views.order, name="order"),
    path("orders/<int:subject_id>/vary/", order_views.order_vary, name="order_vary"),
    path("orders/<int:subject_id>/renew/", order_views.order_renew, name="order_renew"),
    path(
        "orders/<int:subject_id>/breaches/<int:fact_id>/decide/",
        order_views.order_breach_decide,
        name="order_breach_decide",
    ),
    path(
        "orders/<int:subject_id>/<slug:table>/<int:fact_id>/withdraw/",
        withdraw_views.order_withdraw,
        name="order_withdraw",
    ),
    *(
        path(f"orders/<int:subject_id>/{key}/", view, name=f"order_{key}")
        for key, view in order_views.VIEWS.items()
    ),
    path("offenders/<int:subject_id>/visits/new/", visit_views.visit_record, name="visit_record"),
    path(
        "offenders/<int:subject_id>/visits/<int:fact_id>/correct/",
        visit_views.visit_correct,
        name="visit_correct",
    ),
    path(
        "offenders/<int:subject_id>/visits/<int:fact_id>/withdraw/",
        visit_views.visit_withdraw,
        name="visit_withdraw",
    ),
    path(
        "offenders/<int:subject_id>/<slug:table>/<int:fact_id>/withdraw/",
        withdraw_views.offender_withdraw,
        name="offender_withdraw",
    ),
    path(
        "offenders/<int:subject_id>/visits/<int:fact_id>/authorise/",
        visit_views.visit_authorise,
        name="visit_authorise",
    ),
    path(
        "offenders/<int:subject_id>/visits/<int:fact_id>/leave/",
        leave_views.visit_leave,
        name="visit_leave",
    ),
    path("visits/leave/", leave_views.leave_asked, name="leave_asked"),
    path(
        "offenders/<int:subject_id>/visits/leave/<int:request_id>/refuse/",
        leave_views.leave_refuse,
        name="leave_refuse",
    ),
    path(
        "offenders/<int:subject_id>/register/<slug:table>/<int:fact_id>/",
        leave_views.register_note,
        name="register_note",
    ),
    path("reviews/", review_views.reviews, name="reviews"),
    path("reviews/exceptions/", review_views.exceptions, name="exceptions"),
    path(
        "offenders/<int:subject_id>/reviews/<slug:what>/<int:fact_id>/",
        review_views.review_make,
        name="review_make",
    ),
]
