"""What the search reads: one row for each thing by which a person can be found."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models


class FindRow(models.Model):
    """A standing fact as the search sees it; made from the fact, and made anew when it changes.

    `shown` is how a page shows it. `first` marks what names a person best (the current name, the
    recorded date of birth, the main residence). `keys` are what `keys.py` makes of it.
    """

    fact_id = models.BigIntegerField(primary_key=True)
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    subject = models.ForeignKey("ledger.Subject", models.PROTECT, related_name="+")
    force = models.ForeignKey("access.Force", models.PROTECT, related_name="+")
    kind = models.CharField(max_length=16)
    first = models.BooleanField(default=False)
    shown = models.CharField(max_length=330)
    keys = ArrayField(models.CharField(max_length=90))

    class Meta:
        indexes = [
            GinIndex(fields=["keys"], name="find_row_keys", fastupdate=False),
            models.Index(fields=["person", "kind"], name="find_row_of_person"),
        ]

    def __str__(self) -> str:
        return f"find row of fact {self.fact_id}"


class OneAtATime(models.Model):
    """Standing facts of which a record states one at a time; kept by triggers.

    The no-overlap rule itself is an exclusion constraint on this table (see the migrations):
    versions of a fact overlap by nature, and only the newest may be held against others.
    """

    fact_id = models.BigIntegerField(primary_key=True)
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    subject = models.ForeignKey("ledger.Subject", models.PROTECT, related_name="+")
    what = models.CharField(max_length=16)
    from_day = models.DateField(null=True)
    until_day = models.DateField(null=True)

    def __str__(self) -> str:
        return f"{self.what} of fact {self.fact_id}"
