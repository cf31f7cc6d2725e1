"""Own list compared with the national register."""

from datetime import date

from dutybook.duties.catalogue.workforce.register_reconciled_examples import EXAMPLES
from dutybook.duties.language import Allowance, Duty, Event, Holds, Source

DUTY = Duty(
    key="register_reconciled",
    title="Own list compared with the national register",
    form="recurring",
    subject="team",
    definition_version=1,
    source=Source(
        "HMICFRS (April 2026, recommendation 6): what data is collected, how and how it is "
        "presented are reviewed so that it represents what the Violent and Sex Offender Register "
        "(ViSOR) holds. National guidance asks that every local system show who is on the "
        "register, and that supervisors verify this at reviews. How often the two are compared is "
        "not published: the force sets it.",
        "https://production.copweb.aws.college.police.uk/app/major-investigation-and-public-pr"
        "otection/managing-sexual-offenders-and-violent-offenders/managing-public-protection-i"
        "nformation",
    ),
    why_it_matters=(
        "Somebody who is on the national register and on no list here is visited by nobody. The "
        "comparison is person by person, both ways. What differs is resolved under a duty of its "
        "own."
    ),
    limbs=("6b",),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    applies=(Holds("team_kind", "kind", ("offender_management",)),),
    meets=Event("register_reconciliation"),
    allowance=Allowance(next="register.reconcile_interval"),
    owed_by="supervisor",
    examples=EXAMPLES,
)
