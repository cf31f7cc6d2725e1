"""The parts duties are made of. What each means is given by the rules R1 to R13 of the manual."""

from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from dutybook.duties.conditions import Condition
from dutybook.duties.statute import Floor, Statute

Form: TypeAlias = Literal["once", "recurring", "each_period", "each_event", "while"]
FORMS: tuple[Form, ...] = get_args(Form)


@dataclass(frozen=True)
class Source:
    """Where a duty comes from, in words, and where that can be read."""

    text: str
    link: str


@dataclass(frozen=True)
class Holds:
    """The duty applies while `column` of the state table holds one of `values` (R1).

    A state holds from its fact until the next one. `before` says whether the condition holds for
    a subject before its first such fact.
    """

    table: str
    column: str
    values: tuple[str, ...]
    before: bool = False


@dataclass(frozen=True)
class Event:
    """A kind of fact that triggers, meets or ends something.

    `where` narrows it: only facts for which it is a plain yes count. `names` is the column that
    says which fact it is for (R4). `answer` is the column kept with the entry it meets.
    `first_after` narrows a trigger to the first such fact after each fact of another kind.
    """

    table: str
    where: Condition | None = None
    names: str | None = None
    answer: str | None = None
    first_after: "Event | None" = None


def several(events: Event | tuple[Event, ...] | None) -> tuple[Event, ...]:
    """One kind of fact, several or none, as a tuple."""
    if events is None:
        return ()
    return (events,) if isinstance(events, Event) else events


@dataclass(frozen=True)
class Period:
    """A kind of fact that begins a period, which lasts to the end of its `until` column (R11).

    `ended_by` ends it early. With `whole`, periods that touch or overlap are one, named by the
    first. Where it is not recorded whether `where` holds, the period counts.
    """

    table: str
    until: str
    where: Condition | None = None
    ended_by: Event | None = None
    whole: bool = False


@dataclass(frozen=True)
class Stop:
    """What stops the clock (R5): a state, or a period from its fact to its `until` column.

    `title` says it in words ("in custody"). Only what is a plain yes stops a clock. `floor` is the
    least that is left when it ends. One that `defers` moves no due date: one that falls within it
    waits for the floor, and any other stays as it was (Sexual Offences Act 2003, s. 85(3)).
    """

    title: str
    during: Holds | Period
    floor: Floor | None = None
    defers: bool = False


@dataclass(frozen=True)
class Evidence:
    """One named condition of a *while* duty (R13), and what evidences it.

    `by` are the facts that do, each from its date until the instant in its `expires` column, or
    without end where there is no such column. Where the column is empty the fact evidences
    nothing, since nobody can tell whether it is in date, unless it is `open_ended`: then it counts
    until it is ended. `ended_by` ends all evidence early. Evidence whose `names` column is filled
    counts only for the state that the fact so named began.
    """

    key: str
    title: str
    by: Event | tuple[Event, ...]
    expires: str | None = None
    open_ended: bool = False
    ended_by: Event | None = None

    @property
    def events(self) -> tuple[Event, ...]:
        """What evidences it, whether one kind or several."""
        return several(self.by)


@dataclass(frozen=True)
class Option:
    """One way to read what opens a duty, by the name a force gives when it chooses it."""

    name: str
    reading: Event | Period


@dataclass(frozen=True)
class Reading:
    """What opens a duty is the force's choice, made by a policy.

    Until it is made, entries are opened by the first option and have no standard. The option in
    force when a chain begins (its `first_after` fact, else the fact itself) is the one that counts.
    """

    policy: str
    options: tuple[Option, ...]


@dataclass(frozen=True)
class Levels:
    """The table and column that hold the subject's level, and the levels, lowest first (R3)."""

    table: str
    column: str
    order: tuple[str, ...] = ("low", "medium", "high", "very_high")


@dataclass(frozen=True)
class OwnPlan:
    """The state table in which a subject's own plan sets its interval (R2)."""

    table: str
    amount: str = "amount"
    unit: str = "unit"


@dataclass(frozen=True)
class Allowance:
    """By when (R2): each is the key of a policy, or a figure set by law.

    `first` is for entries opened by the beginning of an interval, `next` for all others, and for
    those too when `first` is None. The subject's `own_plan` stands in place of `next` where it
    sets an interval. `named_in` is the column in which the fact that opens an entry itself names
    the instant by which it is due: it stands in place of `next` and of a plan where it is filled.
    `ceiling` is the longest that is allowed: the shorter counts.
    """

    next: str | Statute | None = None
    first: str | Statute | None = None
    own_plan: OwnPlan | None = None
    ceiling: str | Statute | None = None
    named_in: str | None = None

    @property
    def figures(self) -> tuple[str | Statute, ...]:
        """Every policy and statute it reads."""
        return tuple(one for one in (self.first, self.next, self.ceiling) if one is not None)


@dataclass(frozen=True)
class Preceded:
    """A condition of *each event* that looks back (R10): one of the facts `by` came at the event or
    before it, no longer ago than the policy `within` allows.

    The policy is the one in force at the event, for its level and team. While it is unset nobody
    can say whether what came before was late, and the answer is unknown; where nothing came
    before, the answer is no.
    """

    by: Event | tuple[Event, ...]
    within: str

    @property
    def events(self) -> tuple[Event, ...]:
        """What it looks back for, whether one kind or several."""
        return several(self.by)


@dataclass(frozen=True)
class AuthorisedBy:
    """The table of authorisations for *each event* (R10).

    `names` says which event, `rank` and `rationale` are columns, and `least_rank` is the policy
    that names the lowest rank that suffices.
    """

    table: str
    least_rank: str
    names: str = "of"
    rank: str = "rank"
    rationale: str = "rationale"
