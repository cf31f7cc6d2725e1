"""First three months of bail, counted as the law counts them."""

from datetime import date

from dutybook.duties.catalogue.bail.first_bail_period_decided_examples import EXAMPLES
from dutybook.duties.language import (
    Allowance,
    Duty,
    Event,
    Figure,
    Floor,
    Holds,
    Is,
    Source,
    Statute,
    Stop,
)

DUTY = Duty(
    key="first_bail_period_decided",
    title="First three months of bail, counted as the law counts them",
    form="once",
    subject="bail",
    definition_version=1,
    source=Source(
        "Police and Criminal Evidence Act 1984, ss. 47ZB and 47ZL: in a standard police case the "
        "first period is three months beginning with the day after the arrest. While a prosecutor "
        "has the case for a decision on charge the clock does not run; when the prosecutor asks "
        "for more, it runs again, and at least seven days are left, beginning with the day of the "
        "request. The way the last day is found is one reading of the Act: the force's lawyers "
        "should confirm it.",
        "https://www.legislation.gov.uk/ukpga/1984/60/section/47ZL",
    ),
    why_it_matters=(
        "Arrest plus three months is the wrong day at the end of a month: arrest on 28 February "
        "gives 31 May, not 28 May. This duty counts the first period from the arrest itself, so "
        "that a wrong end date in the record shows. Days in hospital, which the Act also leaves "
        "out when the period would end during them, are not taken off here."
    ),
    limbs=(),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    opens=Event("bail_start", where=Is("case", "standard")),
    meets=(Event("bail_end"), Event("bail_authority", where=Is("step", "to_six_months"))),
    stops=(
        Stop(
            "with the prosecutor for a decision on charge",
            Holds("bail_clock", "state", ("suspended",)),
            Floor(7, "days_beginning_with", "Police and Criminal Evidence Act 1984, s. 47ZL"),
        ),
    ),
    allowance=Allowance(
        next=Statute(
            "Police and Criminal Evidence Act 1984, s. 47ZB",
            (Figure(3, "months_beginning_next_day", date(2022, 10, 28)),),
        )
    ),
    examples=EXAMPLES,
)
