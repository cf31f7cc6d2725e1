"""What a person looks like or is like, in words: no image is ever kept."""

from django.db import models

from dutybook.records.people.models.person_fact import PersonFact, code_known, coded, filled

FEATURES = (
    ("build", "Height and build"),
    ("hair", "Hair and face"),
    ("mark", "Marks, scars and tattoos"),
    ("speech", "Speech and language"),
    ("manner", "Manner"),
    ("other", "Something else"),
)


class Description(PersonFact):
    """One feature in words; what is a view and not a fact is marked as opinion."""

    fact_table = "description"

    feature = coded(FEATURES)
    words = models.CharField(max_length=1000)

    class Meta(PersonFact.Meta):
        constraints = [
            *PersonFact.Meta.constraints,
            code_known("description_feature_known", "feature", FEATURES),
            filled("description_is_filled", "words"),
        ]

    def __str__(self) -> str:
        return f"description {self.fact_id} version {self.version}"
