"""Forms about a child at risk: what is known and decided, who was told, what they answered."""

from dutybook.web.forms.base import DatedForm, PageForm
from dutybook.web.forms.fields import ChoiceField, ClockField, DayField, LongTextField, TextField
from dutybook.web.forms.visit import MomentForm

KNOWN_AS = "Name, or how the child is known"
SAY_KNOWN_AS = "Enter a name, or how the child is known"


class LearnForm(MomentForm):
    """Something was learnt of a child at risk."""

    day_words = "the day"
    day = DayField(label="Known since", missing="Enter the day", what="the day")
    clock = ClockField(label="Time", missing="Enter the time")
    learnt_from = TextField(
        label="From where it is known",
        missing="Say from where it is known",
        help_text="A visit, a school, another force.",
        max_length=160,
    )
    note = LongTextField(label="What was learnt", missing="Say what was learnt", max_length=4000)
    renames = {"at": "clock"}
    field_order: tuple[str, ...] = ("day", "clock", "learnt_from", "note")


class KnowOfChildForm(LearnForm):
    """A child who is not on record yet."""

    known_as = TextField(
        label=KNOWN_AS,
        missing=SAY_KNOWN_AS,
        help_text="Only what is needed to keep the child safe.",
        max_length=160,
    )
    date_of_birth = DayField(label="Date of birth", what="the date of birth")
    relation = TextField(
        label="How the child comes near the risk",
        help_text="For example: lives with his new partner.",
        max_length=160,
    )
    field_order = ("known_as", "relation", "date_of_birth", *LearnForm.field_order)


class ChildForm(PageForm):
    """Who the child is."""

    known_as = TextField(label=KNOWN_AS, missing=SAY_KNOWN_AS, max_length=160)
    date_of_birth = DayField(label="Date of birth", what="the date of birth")
    relation = TextField(label="How the child comes near the risk", max_length=160)


class DecideForm(PageForm):
    """What is to be done for the child."""

    decision = ChoiceField(
        label="Decision",
        missing="Choose what is decided",
        choices=[
            ("tell_social_care", "Tell children's social care"),
            ("no_further_action", "Nothing further, for the reasons given"),
        ],
    )
    protected_at_once = LongTextField(
        label="What was done at once",
        help_text="In an emergency the police act first. Leave it empty otherwise.",
        max_length=4000,
    )
    rationale = LongTextField(label="Reasons", missing="Give the reasons", max_length=4000)


class TellForm(DatedForm):
    """Social care was told."""

    day_label = "Told on"
    told = TextField(
        label="Who was told",
        missing="Say who was told",
        help_text="The team or the post, and how.",
        max_length=200,
    )
    reference = TextField(label="Reference", max_length=80)
    field_order = ("day", "told", "reference")


class AnswerForm(DatedForm):
    """Social care answered."""

    day_label = "Answered on"
    answer = LongTextField(
        label="What they will do", missing="Say what they will do", max_length=4000
    )
    field_order = ("day", "answer")
