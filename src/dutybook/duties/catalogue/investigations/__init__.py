"""Investigations of people suspected of abusing children online."""

from dutybook.duties.catalogue.investigations import (
    referral_acted_on,
)

TITLE = "Investigations"

DUTIES = (referral_acted_on.DUTY,)
