"""Phones, e-mail and identities online."""

from django.db import models

from dutybook.records.people.models.person_fact import PersonFact, code_known, coded, filled

MEANS = (("phone", "Phone"), ("email", "E-mail"), ("online", "Online identity"))


class Contact(PersonFact):
    """A number, address or handle by which a person is reached; `service` names the site or app."""

    fact_table = "contact"

    means = coded(MEANS)
    value = models.CharField(max_length=160)
    service = models.CharField(max_length=80, blank=True, default="")

    class Meta(PersonFact.Meta):
        constraints = [
            *PersonFact.Meta.constraints,
            code_known("contact_means_known", "means", MEANS),
            filled("contact_is_filled", "value"),
        ]

    def __str__(self) -> str:
        return f"contact {self.fact_id} version {self.version}"
