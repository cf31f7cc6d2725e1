"""The forms about people: finding them, and saying something of them kind by kind."""

from collections.abc import Mapping
from typing import Any

from dutybook.records.people.models import (
    address,
    birth,
    contact,
    description,
    flag,
    identifier,
    involvement,
    link,
    person_name,
    workplace,
)
from dutybook.web.forms.base import PageForm
from dutybook.web.forms.fields import (
    ChoiceField,
    DayField,
    ListField,
    LongTextField,
    TextField,
    TickField,
    YesNoField,
)

OPINION_HINT = "An opinion is shown as one, apart from the facts."


class FindForm(PageForm):
    """What somebody looks for; it is sent, never put into an address."""

    text = TextField(
        label="Name, reference, phone, vehicle or address",
        missing="Enter something to look for",
        max_length=160,
        help_text="A name may be misspelt, or written as it sounds.",
    )
    born = DayField(label="Date of birth, if you know it", what="the date of birth")


class SaidForm(PageForm):
    """What every kind asks: since when, until when, where it is known from."""

    from_day = DayField(label="Since, if known", what="the first day")
    until_day = DayField(label="Until, if it has ended", what="the last day")
    source = TextField(label="Where this is known from", max_length=200)

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or self.cleaned_data
        for name in ("from_day", "until_day"):
            self.no_later_than_now(name, "The day")
        return answers


class OpinionForm(SaidForm):
    """Kinds that can be an opinion as well as a fact."""

    is_opinion = TickField(label="This is an opinion, not a fact", help_text=OPINION_HINT)


class NameForm(SaidForm):
    """A name or alias."""

    kind = ChoiceField(
        label="What kind of name", missing="Choose the kind", choices=person_name.NAME_KINDS
    )
    name = TextField(label="Name", missing="Enter the name", max_length=160)
    field_order = ("kind", "name", "from_day", "until_day", "source")


class IdentifierForm(SaidForm):
    """A number in another system."""

    scheme = ChoiceField(
        label="Which number", missing="Choose which number", choices=identifier.SCHEMES
    )
    value = TextField(
        label="The number", missing="Enter the number", max_length=40,
        width="govuk-input--width-20",
    )  # fmt: skip
    field_order = ("scheme", "value", "source", "from_day", "until_day")


class BirthForm(OpinionForm):
    """A date of birth."""

    born = DayField(label="Date of birth", missing="Enter the date of birth", what="the date")
    standing = ChoiceField(
        label="How sure is it", missing="Choose how sure", choices=birth.STANDINGS
    )
    field_order = ("born", "standing", "source", "is_opinion", "from_day", "until_day")


class AddressForm(SaidForm):
    """A place and what it is to the person."""

    residence = ChoiceField(
        label="What is this place to them",
        missing="Choose what it is",
        choices=address.RESIDENCES,
    )
    place = TextField(label="Address or place", missing="Enter the address", max_length=300)
    postcode = TextField(label="Postcode", max_length=10, width="govuk-input--width-10")
    field_order = ("residence", "place", "postcode", "from_day", "until_day", "source")


class ContactForm(OpinionForm):
    """A phone, an e-mail address or an identity online."""

    means = ChoiceField(label="What is it", missing="Choose what it is", choices=contact.MEANS)
    value = TextField(label="Number, address or name", missing="Enter it", max_length=160)
    service = TextField(label="Site or app", max_length=80)
    field_order = ("means", "value", "service", "source", "is_opinion", "from_day", "until_day")


class VehicleForm(SaidForm):
    """A vehicle."""

    mark = TextField(label="Registration mark", max_length=20, width="govuk-input--width-10")
    description = TextField(label="Make, model and colour", max_length=160)
    field_order = ("mark", "description", "source", "from_day", "until_day")


class WorkplaceForm(SaidForm):
    """Where somebody works, volunteers or studies."""

    occupation = ChoiceField(
        label="What do they do there", missing="Choose one", choices=workplace.OCCUPATIONS
    )
    employer = TextField(
        label="Employer or place", missing="Enter the employer or place", max_length=160
    )
    role = TextField(label="What they do", max_length=160)
    with_children = YesNoField(label="Are children there?")
    field_order = (
        "occupation", "employer", "role", "with_children", "from_day", "until_day", "source",
    )  # fmt: skip


class DescriptionForm(OpinionForm):
    """What somebody looks or is like, in words."""

    feature = ListField(
        label="What about", missing="Choose what it is about",
        choices=[("", "Choose"), *description.FEATURES],
    )  # fmt: skip
    words = LongTextField(label="In words", missing="Describe it", max_length=1000)
    field_order = ("feature", "words", "is_opinion", "source", "from_day", "until_day")


class FlagForm(OpinionForm):
    """A warning to whoever meets the person."""

    signal = ListField(
        label="Warning", missing="Choose the warning", choices=[("", "Choose"), *flag.SIGNALS]
    )
    detail = TextField(label="What to know", max_length=500)
    verified_on = DayField(label="Last checked on", what="the day")
    field_order = (
        "signal", "detail", "verified_on", "source", "is_opinion", "from_day", "until_day",
    )  # fmt: skip

    def clean_verified_on(self) -> Any:
        self.no_later_than_now("verified_on", "The day")
        return self.cleaned_data.get("verified_on")


class InvolvementForm(SaidForm):
    """What somebody is in this record."""

    category = ChoiceField(
        label="What are they in this record",
        missing="Choose what they are",
        choices=involvement.CATEGORIES,
    )
    field_order = ("category", "from_day", "until_day", "source")


class LinkedForm(OpinionForm):
    """A link, corrected."""

    relation = ListField(
        label="What are they to this person", missing="Choose what they are",
        choices=[("", "Choose"), *link.RELATIONS],
    )  # fmt: skip
    at_risk = TickField(
        label="A child known to be at risk",
        help_text="Their own entry is then closed to all but those who work this record.",
    )
    note = TextField(label="Note", max_length=500)
    field_order: tuple[str, ...] = (
        "relation", "at_risk", "note", "source", "is_opinion", "from_day", "until_day",
    )  # fmt: skip


class LinkForm(LinkedForm):
    """Somebody linked: new by name."""

    name = TextField(label="Their name", missing="Enter their name", max_length=160)
    date_of_birth = DayField(label="Their date of birth", what="the date of birth")
    category = ListField(
        label="What are they in this record",
        missing="Choose what they are",
        choices=[("", "Choose"), *involvement.CATEGORIES],
    )
    field_order = (
        "name", "date_of_birth", "relation", "category", "at_risk", "note", "source",
        "is_opinion", "from_day", "until_day",
    )  # fmt: skip


class DocumentForm(SaidForm):
    """A document held elsewhere; nothing is uploaded."""

    title = TextField(label="What the document is", missing="Enter what it is", max_length=160)
    held_in = TextField(
        label="System or place that holds it", missing="Enter where it is held", max_length=120
    )
    reference = TextField(label="Its reference there", missing="Enter its reference", max_length=80)
    field_order = ("title", "held_in", "reference", "source", "from_day", "until_day")


class WhyForm(PageForm):
    """A change that needs only its reason."""

    renames: Mapping[str, str] = {"change_reason": "reason"}
    reason = LongTextField(label="Reason", missing="Say why", max_length=500)


class EndForm(WhyForm):
    """Something no longer holds."""

    until_day = DayField(
        label="The last day on which it held", missing="Enter the last day", what="the last day"
    )
    field_order = ("until_day", "reason")

    def clean_until_day(self) -> Any:
        self.no_later_than_now("until_day", "The last day")
        return self.cleaned_data.get("until_day")


class MergeForm(PageForm):
    """Two entries are one person."""

    renames: Mapping[str, str] = {"absorbed_id": "number"}
    number = TextField(
        label="Number of the other entry",
        missing="Enter the number of the other entry",
        width="govuk-input--width-10",
        max_length=18,
        help_text="It stands at the head of the person's page.",
    )
    reason = LongTextField(
        label="How you know that they are one person", missing="Say how you know", max_length=1000
    )

    def clean_number(self) -> int:
        typed = self.cleaned_data["number"].strip()
        if not (typed.isascii() and typed.isdecimal()):
            self.add_error("number", "Enter the number alone, such as 1042")
            return 0
        return int(typed)


class AnswerForm(PageForm):
    """What came of somebody's search."""

    answer = LongTextField(
        label="What you told them, or why not", missing="Say what you told them", max_length=1000
    )


FORMS: Mapping[str, type[SaidForm]] = {
    "name": NameForm,
    "identifier": IdentifierForm,
    "birth": BirthForm,
    "address": AddressForm,
    "contact": ContactForm,
    "vehicle": VehicleForm,
    "workplace": WorkplaceForm,
    "description": DescriptionForm,
    "flag": FlagForm,
    "involvement": InvolvementForm,
    "link": LinkedForm,
    "document": DocumentForm,
}
"""The form of each kind of thing that is said of a person."""

REPLACING = {"address": "This replaces the main residence recorded now",
             "name": "This replaces the current name recorded now"}  # fmt: skip


def form_of(kind: str, *, may_replace: bool) -> type[SaidForm]:
    """The form of a kind; a new address or name may say that it replaces the present one."""
    if not may_replace or kind not in REPLACING:
        return FORMS[kind]
    asked: dict[str, Any] = {"replaces": TickField(label=REPLACING[kind])}
    return type(f"New{FORMS[kind].__name__}", (FORMS[kind],), asked)


def with_reason(form: type[SaidForm]) -> type[SaidForm]:
    """The form of a correction: what it asks, and why it is changed."""
    asked: dict[str, Any] = {
        "reason": LongTextField(
            label="Why it is changed", missing="Say why it is changed", max_length=500
        ),
        "renames": {**form.renames, "change_reason": "reason"},
    }
    return type(f"Corrected{form.__name__}", (form,), asked)
