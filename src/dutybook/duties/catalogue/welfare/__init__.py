"""The welfare of suspects, and of their families."""

from dutybook.duties.catalogue.welfare import (
    death_after_contact_referred,
    family_contact_safe,
    family_leaflet_current,
    family_support_offered,
    suicide_risk_assessed,
)

TITLE = "Welfare of suspects and families"

DUTIES = (
    suicide_risk_assessed.DUTY,
    death_after_contact_referred.DUTY,
    family_support_offered.DUTY,
    family_leaflet_current.DUTY,
    family_contact_safe.DUTY,
)
