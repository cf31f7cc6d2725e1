"""Who may open each page: one row for every address of this room.

The audience says who may ask at all; which records they then see is decided inside the queries.
Roles are read from the table of roles and record kinds, so that the two cannot part company.
"""

from dutybook.access.roles import (
    TEAM_ROLES,
    Reach,
    RecordKind,
    Role,
    permission,
    roles_reading,
    roles_writing,
)
from dutybook.access.url_policy import PUBLIC, SIGNED_IN, UrlRule
from dutybook.inspections.pack_readers import PACK_ASKERS, PACK_READERS
from dutybook.inspections.room import ROOM_ANSWERERS, ROOM_READERS

READ = frozenset({"GET"})
ASK = frozenset({"GET", "POST"})
DO = frozenset({"POST"})

_case_readers = roles_reading(RecordKind.OFFENDER, RecordKind.SUSPECT, RecordKind.BAIL)
_case_workers = roles_writing(RecordKind.OFFENDER, RecordKind.SUSPECT, RecordKind.BAIL)
_case_counters = _case_readers & roles_reading(RecordKind.LEDGER_AGGREGATE)
_offender_readers = roles_reading(RecordKind.OFFENDER)
_offender_writers = roles_writing(RecordKind.OFFENDER)
_suspect_readers = roles_reading(RecordKind.SUSPECT)
_suspect_writers = roles_writing(RecordKind.SUSPECT)
_bail_readers = roles_reading(RecordKind.BAIL)
_bail_writers = roles_writing(RecordKind.BAIL)
_supervisors = frozenset({Role.SUPERVISOR})

ACCOUNT_RULES = (
    UrlRule("web:sign_in", PUBLIC, ASK),
    UrlRule("web:sign_out", SIGNED_IN, DO, before_password_change=True),
    UrlRule("web:change_password", SIGNED_IN, ASK, before_password_change=True),
    UrlRule("web:help", SIGNED_IN, READ),
    UrlRule("web:accounts", roles_reading(RecordKind.ACCOUNT), ASK),
    UrlRule("web:account_new", roles_writing(RecordKind.ACCOUNT), ASK),
    UrlRule("web:account", roles_reading(RecordKind.ACCOUNT), READ),
    UrlRule("web:account_grant", roles_writing(RecordKind.ACCOUNT), ASK),
    UrlRule("web:account_end_role", roles_writing(RecordKind.ACCOUNT), ASK),
    UrlRule("web:account_password", roles_writing(RecordKind.ACCOUNT), ASK),
    UrlRule("web:account_change", roles_writing(RecordKind.ACCOUNT), ASK),
    UrlRule("web:account_activity", roles_writing(RecordKind.ACCOUNT), ASK),
    UrlRule("web:account_teams", roles_writing(RecordKind.ACCOUNT), ASK),
    UrlRule("web:access_log", roles_reading(RecordKind.ACCESS_LOG), ASK),
    UrlRule("web:exports", roles_reading(RecordKind.ACCESS_LOG), READ),
)

WORK_RULES = (
    UrlRule("web:home", SIGNED_IN, READ),
    UrlRule("web:week", _case_workers, READ),
    UrlRule("web:calendar", _case_workers, READ),
    UrlRule("web:calendar_make", _case_workers, DO),
    UrlRule("web:calendar_stop", _case_workers, DO),
    UrlRule("web:calendar_feed", PUBLIC, READ),
    UrlRule("web:team", _case_counters, READ),
    UrlRule("web:export", SIGNED_IN, ASK),
    UrlRule("web:searches", SIGNED_IN, READ),
    UrlRule("web:search_keep", SIGNED_IN, ASK),
    UrlRule("web:search_drop", SIGNED_IN, DO),
    UrlRule("web:team_records", _case_counters, READ),
    UrlRule("web:allocate", _supervisors, ASK),
    UrlRule("web:allocations", _supervisors, READ),
    UrlRule("web:allocation", _supervisors, READ),
    UrlRule("web:allocation_undo", _supervisors, DO),
    UrlRule("web:notices", SIGNED_IN, READ),
    UrlRule("web:notice_acknowledge", SIGNED_IN, DO),
    UrlRule("web:draft_keep", SIGNED_IN, DO),
    UrlRule("web:draft_ask", SIGNED_IN, DO),
    UrlRule("web:draft_drop", SIGNED_IN, DO),
    UrlRule("web:duties", SIGNED_IN, READ),
    UrlRule("web:duty", SIGNED_IN, READ),
    UrlRule("web:policies", roles_reading(RecordKind.POLICY), READ),
    UrlRule("web:policy", roles_reading(RecordKind.POLICY), READ),
    UrlRule("web:policy_set", roles_writing(RecordKind.POLICY), ASK),
)

OFFENDER_RULES = (
    UrlRule("web:offenders", _offender_readers, READ),
    UrlRule("web:offender", _offender_readers, READ),
    UrlRule("web:offender_versions", _offender_readers, READ),
    UrlRule("web:caseload", _supervisors, ASK),
    UrlRule("web:caseload_template", _supervisors, READ),
    UrlRule("web:transfers", _offender_readers, READ),
    UrlRule("web:offender_transfers", _offender_readers, READ),
    UrlRule("web:transfer_receive", _offender_writers, ASK),
    UrlRule("web:transfer_return", _offender_writers, ASK),
    UrlRule("web:transfer_decide", _offender_writers, ASK),
    UrlRule("web:offender_transfer_send", _offender_writers, ASK),
    UrlRule("web:offender_transfer_answer", _offender_writers, ASK),
    UrlRule("web:offender_register", _offender_writers, ASK),
    UrlRule("web:offender_edit", _offender_writers, ASK),
    UrlRule("web:offender_restrict", _supervisors, ASK),
    UrlRule("web:offender_risk", _offender_writers, ASK),
    UrlRule("web:offender_arms", _offender_writers, ASK),
    UrlRule("web:offender_arms_applies", _offender_writers, ASK),
    UrlRule("web:offender_plan", _offender_writers, ASK),
    UrlRule("web:offender_interval", _offender_writers, ASK),
    UrlRule("web:offender_status", _offender_writers, ASK),
    UrlRule("web:offender_management", _offender_writers, ASK),
    UrlRule("web:offender_registration", _offender_writers, ASK),
    UrlRule("web:offender_check", _offender_writers, ASK),
    UrlRule("web:offender_other_tool", _offender_writers, ASK),
    UrlRule("web:offender_condition", _offender_writers, ASK),
    UrlRule("web:offender_trigger", _offender_writers, ASK),
    UrlRule("web:offender_trigger_decide", _offender_writers, ASK),
    UrlRule("web:offender_action", _offender_writers, ASK),
    UrlRule("web:offender_action_end", _offender_writers, ASK),
    UrlRule("web:offender_mappa", _offender_writers, ASK),
    UrlRule("web:offender_meeting", _offender_writers, ASK),
    UrlRule("web:offender_joint_request", _offender_writers, ASK),
    UrlRule("web:offender_joint_answer", _offender_writers, ASK),
    UrlRule("web:offender_monitoring", _offender_writers, ASK),
    UrlRule("web:offender_monitoring_check", _offender_writers, ASK),
    UrlRule("web:offender_warrant", _offender_writers, ASK),
    UrlRule("web:offender_whereabouts", _offender_writers, ASK),
    UrlRule("web:offender_finding_plan", _offender_writers, ASK),
    UrlRule("web:offender_finding_review", _offender_writers, ASK),
    UrlRule("web:offender_notified", _offender_writers, ASK),
    UrlRule("web:offender_changed", _offender_writers, ASK),
    UrlRule("web:offender_residence", _offender_writers, ASK),
    UrlRule("web:offender_relevant_date", _offender_writers, ASK),
    UrlRule("web:offender_returned", _offender_writers, ASK),
    UrlRule("web:offender_breach", _offender_writers, ASK),
    UrlRule("web:offender_travel", _offender_writers, ASK),
    UrlRule("web:offender_breach_systems", _offender_writers, ASK),
    UrlRule("web:offender_breach_decide", _offender_writers, ASK),
    UrlRule("web:offender_section", _offender_readers, READ),
    UrlRule("web:offender_entry", _offender_writers, ASK),
    UrlRule("web:offender_check_assess", _offender_writers, ASK),
    UrlRule("web:offender_doubt_decide", _supervisors, ASK),
    UrlRule("web:offender_leave_assess", _supervisors, ASK),
    UrlRule("web:offender_consider_order", _offender_writers, ASK),
    UrlRule("web:offender_ask_disclosure", _offender_writers, ASK),
    UrlRule("web:offender_disclose", _offender_writers, ASK),
    UrlRule("web:offender_offence", _offender_writers, ASK),
    UrlRule("web:offender_offence_review", _supervisors, ASK),
    UrlRule("web:order", _offender_readers, READ),
    UrlRule("web:order_open", _offender_writers, ASK),
    UrlRule("web:order_vary", _offender_writers, ASK),
    UrlRule("web:order_renew", _offender_writers, ASK),
    UrlRule("web:order_check", _offender_writers, ASK),
    UrlRule("web:order_end_decide", _offender_writers, ASK),
    UrlRule("web:order_end", _offender_writers, ASK),
    UrlRule("web:order_breach", _offender_writers, ASK),
    UrlRule("web:order_breach_decide", _offender_writers, ASK),
    UrlRule("web:order_withdraw", _offender_writers, ASK),
    UrlRule("web:offender_withdraw", _offender_writers, ASK),
    UrlRule("web:visits_to_confirm", _case_workers, READ),
    UrlRule("web:visit_confirm", _case_workers, DO),
    UrlRule("web:visit_record", _offender_writers, ASK),
    UrlRule("web:visit_correct", _offender_writers, ASK),
    UrlRule("web:visit_withdraw", _offender_writers, ASK),
    UrlRule("web:visit_authorise", _supervisors, ASK),
    UrlRule("web:visit_leave", _offender_writers, ASK),
    UrlRule("web:leave_asked", _supervisors, READ),
    UrlRule("web:leave_refuse", _supervisors, ASK),
    UrlRule("web:register_note", _offender_writers, ASK),
    UrlRule("web:reviews", _supervisors, READ),
    UrlRule("web:exceptions", _supervisors, READ),
    UrlRule("web:review_make", _supervisors, ASK),
)

_case_workers = roles_writing(RecordKind.OFFENDER, RecordKind.SUSPECT)
_emergency_readers = frozenset({Role.DUTY_OFFICER, Role.SUPERVISOR, Role.CHIEF_OFFICER})
_answerers = _case_workers | {Role.CHIEF_OFFICER}

PEOPLE_RULES = (
    UrlRule("web:find", _case_readers, ASK),
    UrlRule("web:restricted_hits", _answerers, READ),
    UrlRule("web:restricted_hit_answer", _answerers, ASK),
    UrlRule("web:emergencies", _emergency_readers, READ),
    UrlRule("web:emergency", _emergency_readers, ASK),
    UrlRule("web:emergency_open", frozenset({Role.DUTY_OFFICER}), ASK),
    UrlRule("web:people_quality", _case_readers, READ),
    UrlRule("web:person", _case_readers, READ),
    UrlRule("web:person_add", _case_workers, ASK),
    UrlRule("web:person_correct", _case_workers, ASK),
    UrlRule("web:person_end", _case_workers, ASK),
    UrlRule("web:person_withdraw", _case_workers, ASK),
    UrlRule("web:person_versions", _case_readers, READ),
    UrlRule("web:person_protect", _case_workers, DO),
    UrlRule("web:person_merge", _supervisors, ASK),
    UrlRule("web:person_unmerge", _supervisors, ASK),
)

INVESTIGATION_RULES = (
    UrlRule("web:suspects", _suspect_readers, READ),
    UrlRule("web:suspect", _suspect_readers, READ),
    UrlRule("web:referral_receive", _suspect_writers, ASK),
    UrlRule("web:suspect_grade", _suspect_writers, ASK),
    UrlRule("web:suspect_enforce", _suspect_writers, ASK),
    UrlRule("web:suspect_end", _suspect_writers, ASK),
    UrlRule("web:suspect_reopen", _suspect_writers, ASK),
    UrlRule("web:bail_open", _bail_writers, ASK),
    UrlRule("web:bail_board", _bail_readers, READ),
    UrlRule("web:bail", _bail_readers, READ),
    UrlRule("web:bail_check", _bail_writers, ASK),
    UrlRule("web:bail_extend", _bail_writers, ASK),
    UrlRule("web:bail_correct", _bail_writers, ASK),
    UrlRule("web:bail_end", _bail_writers, ASK),
)

_child_readers = roles_reading(RecordKind.CHILD)
_child_writers = roles_writing(RecordKind.CHILD)

CHILDREN_RULES = (
    UrlRule("web:children", _child_readers, READ),
    UrlRule("web:child_new", _child_writers, ASK),
    UrlRule("web:child", _child_readers, READ),
    UrlRule("web:child_edit", _child_writers, ASK),
    UrlRule("web:child_learn", _child_writers, ASK),
    UrlRule("web:child_decide", _child_writers, ASK),
    UrlRule("web:child_tell", _child_writers, ASK),
    UrlRule("web:child_answer", _child_writers, ASK),
    UrlRule("web:child_withdraw", _child_writers, ASK),
)

# Persons for the wellbeing lead; counts of the whole force for those who read its figures.
_screening_readers = frozenset(
    role
    for role in Role
    if permission(role, RecordKind.STAFF_SCREENING).read is Reach.FORCE
    or permission(role, RecordKind.LEDGER_AGGREGATE).read is Reach.FORCE
)
_screening_keepers = roles_writing(RecordKind.STAFF_SCREENING)

SCREENING_RULES = (
    UrlRule("web:screening", _screening_readers, READ),
    UrlRule("web:screening_record", _screening_keepers, ASK),
    UrlRule("web:screening_join", _screening_keepers, ASK),
    UrlRule("web:screening_leave", _screening_keepers, ASK),
)

_governance_readers = roles_reading(RecordKind.GOVERNANCE)
_governance_writers = roles_writing(RecordKind.GOVERNANCE)

GOVERNANCE_RULES = (
    UrlRule("web:governance", _governance_readers, READ),
    UrlRule("web:undertaking", _governance_readers, READ),
    UrlRule("web:need_document", _governance_writers, ASK),
    UrlRule("web:need_agreement", _governance_writers, ASK),
    UrlRule("web:undertaking_approve", _governance_writers, ASK),
    UrlRule("web:undertaking_own", _governance_writers, ASK),
    UrlRule("web:undertaking_disown", _governance_writers, ASK),
    UrlRule("web:undertaking_withdrawn", _governance_writers, ASK),
    UrlRule("web:undertaking_reach", _governance_writers, ASK),
    UrlRule("web:undertaking_stock", _governance_writers, ASK),
    UrlRule("web:undertaking_sign", _governance_writers, ASK),
    UrlRule("web:undertaking_owners", _governance_writers, ASK),
    UrlRule("web:undertaking_ended", _governance_writers, ASK),
    UrlRule("web:undertaking_review", _governance_writers, ASK),
    UrlRule("web:undertaking_escalate", _governance_writers, ASK),
    UrlRule("web:undertaking_no_more", _governance_writers, ASK),
    UrlRule("web:undertaking_answer", _governance_writers, ASK),
    UrlRule("web:undertaking_withdraw", _governance_writers, ASK),
)

_inspection_readers = roles_reading(RecordKind.INSPECTION)
_inspection_writers = roles_writing(RecordKind.INSPECTION)
_response_readers = roles_reading(RecordKind.RESPONSE)
_response_writers = roles_writing(RecordKind.RESPONSE)
_force_counters = _inspection_readers & frozenset(
    role for role in Role if permission(role, RecordKind.LEDGER_AGGREGATE).read is Reach.FORCE
)
_audit_readers = roles_reading(RecordKind.CASE_AUDIT)
_auditors = roles_writing(RecordKind.CASE_AUDIT)
_commissioners = frozenset({Role.COMMISSIONERS_OFFICE})
_liaison = frozenset({Role.INSPECTION_LIAISON})
_chief_officers = frozenset({Role.CHIEF_OFFICER})
_answering = _liaison | _chief_officers | _commissioners

INSPECTION_RULES = (
    UrlRule("web:inspections", _inspection_readers, READ),
    UrlRule("web:inspection", _inspection_readers, READ),
    UrlRule("web:recommendation", _inspection_readers, READ),
    UrlRule("web:limb", _inspection_readers, READ),
    UrlRule("web:inspection_import", _inspection_writers, ASK),
    UrlRule("web:inspection_reading", _inspection_readers, READ),
    UrlRule("web:inspection_line", _inspection_writers, ASK),
    UrlRule("web:limb_state", _inspection_writers, ASK),
    UrlRule("web:limb_narrower", _inspection_writers | _commissioners, ASK),
    UrlRule("web:limb_narrower_reply", _liaison | _chief_officers, ASK),
    UrlRule("web:limb_verify", _liaison, ASK),
    UrlRule("web:limb_assure", _commissioners, ASK),
    UrlRule("web:limb_inspectorate", _liaison, ASK),
    UrlRule("web:limb_propose", _liaison, ASK),
    UrlRule("web:limb_ask", _commissioners, ASK),
    UrlRule("web:inspection_xray", _inspection_readers, READ),
    UrlRule("web:limb_basis", _inspection_readers, READ),
    UrlRule("web:limb_own", _liaison | _chief_officers, ASK),
    UrlRule("web:recommendation_own", _liaison | _chief_officers, ASK),
    UrlRule("web:limb_evidence", _liaison | _chief_officers, ASK),
    UrlRule("web:evidence_withdraw", _liaison | _chief_officers, ASK),
    UrlRule("web:limb_replay", _force_counters - _commissioners, READ),
    UrlRule("web:room", ROOM_READERS, READ),
    UrlRule("web:room_ask", frozenset({Role.INSPECTOR}), ASK),
    UrlRule("web:room_answer", ROOM_ANSWERERS, ASK),
    UrlRule("web:packs", PACK_READERS, READ),
    UrlRule("web:pack_new", PACK_ASKERS, ASK),
    UrlRule("web:pack", PACK_READERS, READ),
    UrlRule("web:pack_file", PACK_READERS, READ),
    UrlRule("web:commitments", _inspection_readers, READ),
    UrlRule("web:commitment", _inspection_readers, READ),
    UrlRule("web:commitment_new", _answering, ASK),
    UrlRule("web:commitment_step", _answering, ASK),
    UrlRule("web:meetings", _inspection_readers, READ),
    UrlRule("web:meeting", _inspection_readers, READ),
    UrlRule("web:meeting_new", _commissioners, ASK),
    UrlRule("web:inspection_tests", _inspection_readers, READ),
    UrlRule("web:limb_tests", _inspection_readers, READ),
    UrlRule("web:limb_draw", _auditors, ASK),
    UrlRule("web:audit_sample", _audit_readers, READ),
    UrlRule("web:audit_case", _audit_readers, ASK),
    UrlRule("web:records_read", TEAM_ROLES | _chief_officers, READ),
    UrlRule("web:record_read", TEAM_ROLES | _chief_officers, ASK),
    UrlRule("web:all_learning", _inspection_readers, READ),
    UrlRule("web:learning", _inspection_readers, READ),
    UrlRule("web:learning_new", _liaison | _chief_officers | _auditors, ASK),
    UrlRule("web:pulses", _inspection_readers, READ),
    UrlRule("web:pulse", _inspection_readers, ASK),
    UrlRule("web:pulse_new", _auditors, ASK),
    UrlRule("web:audit_questions", _audit_readers, READ),
    UrlRule("web:audit_questions_new", _auditors, ASK),
    UrlRule("web:questions", _inspection_readers, READ),
    UrlRule("web:question_answer", _liaison | _chief_officers, ASK),
    UrlRule("web:limb_certify", _chief_officers, ASK),
    UrlRule("web:limb_withdraw", _chief_officers, ASK),
    UrlRule("web:recommendation_whole", _inspection_readers, READ),
    UrlRule("web:recommendation_propose", _liaison, ASK),
    UrlRule("web:recommendation_certify", _chief_officers, ASK),
    UrlRule("web:recommendation_withdraw", _chief_officers, ASK),
    UrlRule("web:recommendation_comment", _commissioners, ASK),
    UrlRule("web:response", _response_readers, READ),
    UrlRule("web:response_preview", _response_readers, READ),
    UrlRule("web:response_file", _response_readers, READ),
    UrlRule("web:response_prepare", _response_writers, DO),
    UrlRule("web:response_draft", _response_readers, READ),
    UrlRule("web:response_changes", _response_readers, READ),
    UrlRule("web:response_approve", _commissioners, ASK),
    UrlRule("web:response_letter", _response_readers, READ),
    UrlRule("web:response_letter_sent", _commissioners, ASK),
)

WEB_RULES = (
    *ACCOUNT_RULES,
    *WORK_RULES,
    *OFFENDER_RULES,
    *PEOPLE_RULES,
    *INVESTIGATION_RULES,
    *CHILDREN_RULES,
    *SCREENING_RULES,
    *GOVERNANCE_RULES,
    *INSPECTION_RULES,
)
