"""What a reminder says, and where it leads."""

from django.urls import reverse

from dutybook.ledger.queries.notices import Remembered
from dutybook.web import wording

WORDS = {
    "recommendation_soon": "Recommendation {part} is due on {day}",
    "recommendation_passed": "The deadline of recommendation {part} passed on {day}",
    "response_soon": "The response is to be published by {day}, the 56th day",
    "response_passed": "The response was to be published by {day}, the 56th day, and was not",
    "promise_soon": "A promise is due on {day}",
    "promise_late": "A promise was due on {day} and is open",
    "evidence_soon": "Evidence for limb {part} expires on {day}",
    "evidence_expired": "Evidence for limb {part} expired on {day}",
    "question_asked": "The commissioner’s office asks about limb {part}",
    "question_answered": "The force answered a question about limb {part}",
    "room_asked": "Somebody who inspects asks for something",
    "room_answered": "The force answered what you asked for",
    "pack_made": "A governance pack is made",
    "pack_failed": "A governance pack could not be made",
    "narrower_judged": "The claim on limb {part} was judged narrower than asked",
    "narrower_replied": "The force replied to the judgement on limb {part}",
    "case_disagrees": "A file was read that does not bear your team’s record out",
    "case_answered": "A team answered what you found of a record",
    "emergency_opened": "A record of your team was opened out of hours. Say whether it had to be",
    "emergency_reviewed": "Somebody looked at the record that you opened out of hours",
    "pulse_begun": "You are asked how the work goes, until {day}. Nobody can see who says what",
}


def reminder_words(one: Remembered) -> str:
    """One line."""
    return WORDS[one.code].format(part=one.part, day=wording.day(one.day) if one.day else "")


def reminder_place(one: Remembered) -> str:
    """The address of the page on which something can be done about it."""
    if one.code.startswith("recommendation"):
        return reverse("web:recommendation", args=[one.inspection, one.part])
    if one.code.startswith("response"):
        return reverse("web:response", args=[one.inspection])
    if one.code.startswith("promise"):
        return reverse("web:commitment", args=[one.number])
    if one.code.startswith("evidence"):
        return reverse("web:limb_basis", args=[one.inspection, one.part])
    if one.code.startswith("question"):
        return reverse("web:questions")
    if one.code.startswith("narrower"):
        return reverse("web:limb", args=[one.inspection, one.part])
    if one.code.startswith("case"):
        return reverse("web:record_read", args=[one.number])
    if one.code.startswith("emergency"):
        return reverse("web:emergency", args=[one.number])
    if one.code.startswith("pulse"):
        return reverse("web:pulse", args=[one.number])
    if one.code.startswith("room"):
        return reverse("web:room")
    return reverse("web:pack", args=[one.number])
