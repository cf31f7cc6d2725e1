"""Facts about the welfare of suspects, and about their families, whose record is kept apart."""

from dutybook.duties.columns import Code, FactTable, Flag, Ref


class SuspectStep(FactTable):
    """A step in an investigation at which a suspect may be in danger from himself."""

    key = "suspect_step"
    subject = "suspect"
    kind = Code(
        "which step",
        "invited_to_interview",
        "arrested",
        "searched",
        "interviewed",
        "released",
        "bail_date",
        "charged",
        "court",
        required=True,
    )


class SuicideRiskAssessment(FactTable):
    """A suspect's risk of suicide was assessed (its questions and result are not held)."""

    key = "suicide_risk_assessment"
    subject = "suspect"
    of = Ref("the step at which it was made")
    in_person = Flag("was it made in person")
    reason = Flag("where it was not: are the method and the reason recorded")


class DeathAfterContact(FactTable):
    """A suspect died, or was seriously hurt, after contact with the police."""

    key = "death_after_contact"
    subject = "suspect"


class DeathReferral(FactTable):
    """A death or serious injury was referred to the police complaints body, and learning begun."""

    key = "death_referral"
    subject = "suspect"
    of = Ref("the death or injury")


class FamilySupport(FactTable):
    """What was done about support for a suspect's family. Nothing about the family is in it."""

    key = "family_support"
    subject = "suspect"
    outcome = Code(
        "what was done", "taken", "refused", "opted_out", "no_family", "not_safe_to_offer"
    )


class FamilyLeaflet(FactTable):
    """A suspect's family was given the leaflet with the contacts of support organisations."""

    key = "family_leaflet"
    subject = "family"
    current = Flag("was it the version then in force")


class FamilyContact(FactTable):
    """The police got in touch with a suspect's family."""

    key = "family_contact"
    subject = "family"
    safe_channel = Flag("was the channel one that the family said is safe")
    domestic_abuse_checked = Flag("had records of domestic abuse been looked at first")
