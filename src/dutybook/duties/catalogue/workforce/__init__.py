"""The people of the two teams, and what is asked of teams as such."""

from dutybook.duties.catalogue.workforce import (
    abstraction_neither_regular_nor_harmful,
    abstraction_recorded,
    abstraction_reviewed,
    abstractions_confirmed,
    backlog_reviewed,
    psychological_screening,
    register_reconciled,
    staffing_reviewed,
    supervisors_share_knowledge,
    supervisors_trauma_trained,
    workload_counted,
    workload_within_threshold,
)

TITLE = "Workforce"

DUTIES = (
    psychological_screening.DUTY,
    supervisors_trauma_trained.DUTY,
    supervisors_share_knowledge.DUTY,
    abstraction_recorded.DUTY,
    abstraction_reviewed.DUTY,
    abstraction_neither_regular_nor_harmful.DUTY,
    abstractions_confirmed.DUTY,
    staffing_reviewed.DUTY,
    workload_counted.DUTY,
    workload_within_threshold.DUTY,
    backlog_reviewed.DUTY,
    register_reconciled.DUTY,
)
