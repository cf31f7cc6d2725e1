"""A police force: one data controller; every other row says whose it is."""

from django.core.validators import RegexValidator
from django.db import models

from dutybook.access.history import tracked

KEY_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
validate_key = RegexValidator(
    KEY_PATTERN, "Use lower-case letters, digits and single hyphens, such as north-vale."
)


@tracked()
class Force(models.Model):
    """A force and the local policing body that answers for it to the public.

    `is_demonstration` marks an invented force: its pages say so. `holds_records` is false for a
    force that is only known from published documents, whose limbs read *no records of this force
    here*.
    """

    key = models.CharField(max_length=60, unique=True, validators=[validate_key])
    name = models.CharField(max_length=120)
    is_demonstration = models.BooleanField(default=False)
    holds_records = models.BooleanField(default=True)
    body_title = models.CharField(max_length=120, blank=True)
    body_holder_name = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="access_force_key_is_a_slug", condition=models.Q(key__regex=KEY_PATTERN)
            ),
            models.CheckConstraint(
                name="access_force_has_a_name", condition=~models.Q(name__regex=r"^\s*$")
            ),
        ]

    def __str__(self) -> str:
        return self.name
