"""What only a document can show."""

from dutybook.duties.catalogue.documents import (
    abstraction_policy_in_date,
    authorisation_process_in_date,
    data_review_in_date,
    demand_forecast_in_date,
    escalation_policy_in_date,
    family_leaflet_in_date,
    family_leaflet_in_stock,
    follow_on_services_in_date,
    operating_model_in_date,
    staffing_plan_in_date,
    supervisor_referral_route_in_date,
    suspect_leaflet_in_date,
    two_way_process_in_date,
)

TITLE = "Documents and processes"

DUTIES = (
    escalation_policy_in_date.DUTY,
    staffing_plan_in_date.DUTY,
    family_leaflet_in_date.DUTY,
    family_leaflet_in_stock.DUTY,
    suspect_leaflet_in_date.DUTY,
    operating_model_in_date.DUTY,
    data_review_in_date.DUTY,
    demand_forecast_in_date.DUTY,
    abstraction_policy_in_date.DUTY,
    authorisation_process_in_date.DUTY,
    follow_on_services_in_date.DUTY,
    supervisor_referral_route_in_date.DUTY,
    two_way_process_in_date.DUTY,
)
