"""What people said of lines that the reader of a response could not place."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.functions import JSONObject

from dutybook.inspections.models import PlacedLine


def newest_placed() -> QuerySet[PlacedLine]:
    """The word that stands on each line, with who said it."""
    later = PlacedLine.objects.filter(
        response_id=OuterRef("response_id"), line=OuterRef("line"), pk__gt=OuterRef("pk")
    )
    return PlacedLine.objects.filter(~Exists(later)).select_related("said_by", "recommendation")


def lines_placed() -> ArraySubquery:
    """The lines that people placed on an outer position's recommendation, in printed order: what
    each belongs to, its words, and who said so."""
    return ArraySubquery(
        newest_placed()
        .filter(
            response_id=OuterRef("response_id"), recommendation_id=OuterRef("recommendation_id")
        )
        .order_by("line")
        .values(
            said=JSONObject(
                belongs="belongs", words="words", by="said_by__display_name", at="said_at"
            )
        )
    )
