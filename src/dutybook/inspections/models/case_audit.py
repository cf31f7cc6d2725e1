"""Reality testing: records drawn from a figure, and what an auditor found of each in the file."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from dutybook.inspections.models.limb import Limb


class AuditQuestionSet(models.Model):
    """Append-only: the questions that an auditor asks of every case; a new version is a new row."""

    append_only = True

    force = models.ForeignKey("access.Force", models.PROTECT, related_name="+")
    title = models.CharField(max_length=120)
    version = models.PositiveSmallIntegerField()
    questions = ArrayField(models.CharField(max_length=300))
    said_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    said_at = models.DateTimeField()
    loaded_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["force", "title", "version"], name="audit_questions_version"
            ),
            models.CheckConstraint(name="audit_questions_have_title", condition=~Q(title="")),
            models.CheckConstraint(
                name="audit_questions_ask_something", condition=Q(questions__len__gt=0)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title}, version {self.version}"


class AuditSample(models.Model):
    """Append-only: one draw. `seed`, `day` and the ledger's `digest` let anybody repeat it.

    `population` is how many entries the figure counted when the sample was drawn.
    """

    append_only = True

    force = models.ForeignKey("access.Force", models.PROTECT, related_name="+")
    limb = models.ForeignKey(Limb, models.PROTECT, related_name="samples")
    duty = models.CharField(max_length=80)
    day = models.DateField()
    seed = models.BigIntegerField()
    population = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    definition_version = models.CharField(max_length=64)
    questions = models.ForeignKey(AuditQuestionSet, models.PROTECT, related_name="samples")
    said_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    said_at = models.DateTimeField()
    loaded_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        indexes = [models.Index(fields=["force", "limb", "-id"], name="audit_sample_newest")]
        constraints = [
            models.CheckConstraint(name="audit_sample_of_some", condition=Q(population__gt=0)),
        ]

    def __str__(self) -> str:
        return f"sample {self.pk} of limb {self.limb_id}"


class AuditCase(models.Model):
    """Append-only: one entry that was drawn, as the record told it then; `place` counts from 1."""

    append_only = True

    force = models.ForeignKey("access.Force", models.PROTECT, related_name="+")
    sample = models.ForeignKey(AuditSample, models.PROTECT, related_name="cases")
    place = models.PositiveSmallIntegerField()
    subject = models.ForeignKey("ledger.Subject", models.PROTECT, related_name="+")
    opened_by = models.BigIntegerField()
    opened_at = models.DateTimeField()
    condition = models.SmallIntegerField(null=True)
    status = models.CharField(max_length=20)
    level = models.CharField(max_length=20, blank=True, default="")
    due_at = models.DateTimeField(null=True)
    met_at = models.DateTimeField(null=True)
    met_by = models.BigIntegerField(null=True)
    authorised_by = models.BigIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["sample", "place"], name="audit_case_place"),
            models.UniqueConstraint(
                fields=["sample", "subject", "opened_by", "opened_at", "condition"],
                name="audit_case_drawn_once",
                nulls_distinct=False,
            ),
            models.CheckConstraint(name="audit_case_counts_from_one", condition=Q(place__gte=1)),
        ]

    def __str__(self) -> str:
        return f"case {self.place} of sample {self.sample_id}"


class CaseAnswer(models.TextChoices):
    """An answer to one question of the set."""

    YES = "yes", "Yes"
    PARTLY = "partly", "Partly"
    NO = "no", "No"
    NOT_APPLICABLE = "not_applicable", "Does not apply"


class Reality(models.TextChoices):
    """Whether the file bears the record out."""

    AGREES = "agrees", "The file bears the record out"
    DISAGREES = "disagrees", "The file shows something else than the record"
    CANNOT_TELL = "cannot_tell", "The file does not say"


class CaseGrade(models.TextChoices):
    """The inspectorates' words for how well a case was handled."""

    GOOD = "good", "Good"
    REQUIRES_IMPROVEMENT = "requires_improvement", "Requires improvement"
    INADEQUATE = "inadequate", "Inadequate"


class CaseAudit(models.Model):
    """Append-only: what an auditor found of one case. A correction is a new row that `replaces`
    the one before; what none replaces stands.
    """

    append_only = True

    case = models.ForeignKey(AuditCase, models.PROTECT, related_name="audits")
    replaces = models.OneToOneField("self", models.PROTECT, null=True, related_name="replaced_by")
    answers = ArrayField(models.CharField(max_length=16, choices=CaseAnswer.choices))
    reality = models.CharField(max_length=12, choices=Reality.choices)
    grade = models.CharField(max_length=24, choices=CaseGrade.choices)
    found = models.TextField(max_length=4000)
    said_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    said_at = models.DateTimeField()
    loaded_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=Q(replaces=None), name="case_audit_begins_once"
            ),
            models.CheckConstraint(
                name="case_audit_reality_known", condition=Q(reality__in=Reality.values)
            ),
            models.CheckConstraint(
                name="case_audit_grade_known", condition=Q(grade__in=CaseGrade.values)
            ),
            models.CheckConstraint(
                name="case_audit_answers_known",
                condition=Q(answers__contained_by=CaseAnswer.values) & Q(answers__len__gt=0),
            ),
            models.CheckConstraint(
                name="case_audit_says_what", condition=~Q(found__regex=r"^\s*$")
            ),
        ]

    def __str__(self) -> str:
        return f"audit {self.pk} of case {self.case_id}"
