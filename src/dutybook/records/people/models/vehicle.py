"""Vehicles that a person owns or uses."""

from django.db import models
from django.db.models import Q

from dutybook.records.people.models.person_fact import PersonFact


class Vehicle(PersonFact):
    """A vehicle; `mark` is its registration mark in capitals without spaces, empty if unknown."""

    fact_table = "vehicle"

    mark = models.CharField(max_length=12, blank=True, default="")
    description = models.CharField(max_length=160, blank=True, default="")

    class Meta(PersonFact.Meta):
        constraints = [
            *PersonFact.Meta.constraints,
            models.CheckConstraint(
                name="vehicle_is_told", condition=~Q(mark="") | ~Q(description="")
            ),
            models.CheckConstraint(
                name="vehicle_mark_is_bare", condition=Q(mark__regex=r"^[A-Z0-9]*$")
            ),
        ]

    def __str__(self) -> str:
        return f"vehicle {self.fact_id} version {self.version}"
