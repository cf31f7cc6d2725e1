"""R10: leave given for events whose condition does not hold, or is not recorded."""

import numpy as np

from dutybook.duties.columns import NULL, Columns, Facts
from dutybook.duties.gather import at_last, known
from dutybook.duties.language import Duty
from dutybook.duties.ledger import AUTHORISATION
from dutybook.duties.policy import Policies
from dutybook.duties.staircase import NO_PART, part_at_events

SUFFICIENT, RANK_NOT_SET, INSUFFICIENT = range(len(AUTHORISATION))


def authorise(
    duty: Duty, entries: Columns, spans: Columns, facts: Facts, policies: Policies, known_at: int
) -> None:
    """Write into `entries` the authorisation of each event that is not met.

    Of several the earliest that suffices, else the earliest that would if the force had said
    which rank suffices, else the earliest. The rank is the one required when the event was, for
    its level and team; `spans` has one row for each entry. `policies` are those known.
    """
    leave = duty.authorised_by
    if leave is None or not len(entries["opened_by"]):
        return
    given = known(facts, leave.table, known_at).newest
    if not len(given["fact_id"]):
        return
    by_fact = np.argsort(entries["opened_by"], kind="stable")
    ids = entries["opened_by"][by_fact]
    place = np.minimum(np.searchsorted(ids, given[leave.names]), len(ids) - 1)
    entry = by_fact[place]
    counts = (ids[place] == given[leave.names]) & (entries["met_at"][entry] == NULL)
    given = {name: values[counts] for name, values in given.items()}
    entry = entry[counts]
    part, steps = part_at_events(duty, leave.least_rank, entries, spans, policies)
    part = part[entry]
    required = np.append(steps.parts[:, 0], 0)[part]
    reasoned = (given[leave.rationale] == 1) & (given[leave.rank] != NULL)
    outcome = np.full(len(entry), INSUFFICIENT, dtype=np.int64)
    outcome[reasoned & (part == NO_PART)] = RANK_NOT_SET
    outcome[reasoned & (part != NO_PART) & (given[leave.rank] >= required)] = SUFFICIENT
    at = at_last(given)
    order = np.lexsort((given["fact_id"], at, outcome, entry))
    best = order[np.unique(entry[order], return_index=True)[1]]
    entries["authorised_by"][entry[best]] = given["fact_id"][best]
    entries["authorised_at"][entry[best]] = at[best]
    entries["authorisation"][entry[best]] = outcome[best]
