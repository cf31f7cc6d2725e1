"""One row for each operation on personal data: who, when, what kind, which records, to whom."""

from enum import StrEnum

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q

from dutybook.access.history import TransactionId
from dutybook.access.roles import RecordKind

DETAIL_PATTERN = r"^[a-z0-9 _.,:;=/+-]*$"
"""Small print of machine words only: no capitals, no quotes, so that no name is pasted in."""


class Operation(StrEnum):
    """The six operations that the Data Protection Act 2018, s. 62(1) requires to be logged."""

    COLLECTION = "collection"
    ALTERATION = "alteration"
    CONSULTATION = "consultation"
    DISCLOSURE = "disclosure"
    COMBINATION = "combination"
    ERASURE = "erasure"


OPERATION_TITLES = {operation.value: operation.value.capitalize() for operation in Operation}


class ClockTimestamp(models.Func):
    """The wall clock of the database at the moment of the insert, not of the transaction."""

    template = "clock_timestamp()"
    output_field = models.DateTimeField()


class AccessLogRow(models.Model):
    """Append-only: PostgreSQL lets the application's role insert and select, nothing else.

    The order is that of `id` (a database sequence), never of the clock. Users, forces and
    subjects are numbers without foreign keys: the log outlives what it names. `user_id` is empty
    and `username` begins with `command:` for work done at the command line. `transaction` joins
    the row to the history events written with it.
    """

    append_only = True

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField(db_default=ClockTimestamp(), editable=False)
    transaction = models.BigIntegerField(db_default=TransactionId(), editable=False)
    user_id = models.BigIntegerField(null=True)
    username = models.CharField(max_length=80)
    force_id = models.BigIntegerField()
    operation = models.CharField(max_length=20, choices=OPERATION_TITLES)
    kind = models.CharField(max_length=30)
    subjects = ArrayField(models.BigIntegerField(), default=list)
    route = models.CharField(max_length=120)
    request_id = models.CharField(max_length=32, blank=True)
    disclosed_to = models.CharField(max_length=200, blank=True)
    detail = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["force_id", "-id"], name="access_log_of_force"),
            models.Index(fields=["user_id", "-id"], name="access_log_of_user"),
            GinIndex(fields=["subjects"], name="access_log_of_subject"),
        ]
        constraints = [
            models.CheckConstraint(
                name="access_log_operation_is_known",
                condition=Q(operation__in=list(OPERATION_TITLES)),
            ),
            models.CheckConstraint(
                name="access_log_kind_is_known",
                condition=Q(kind__in=[kind.value for kind in RecordKind]),
            ),
            models.CheckConstraint(
                name="access_log_names_someone", condition=~Q(username__regex=r"^\s*$")
            ),
            models.CheckConstraint(
                name="access_log_recipient_of_disclosure",
                condition=(Q(operation="disclosure") & ~Q(disclosed_to=""))
                | (~Q(operation="disclosure") & Q(disclosed_to="")),
            ),
            models.CheckConstraint(
                name="access_log_detail_is_plain", condition=Q(detail__regex=DETAIL_PATTERN)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.id}: {self.operation} of {self.kind} by {self.username}"
