"""Finding the person a write is about, and the record in which it is stated."""

from django.db.models import F, Q, QuerySet

from dutybook.access.errors import NotAllowed, NotFound
from dutybook.access.viewer import Viewer
from dutybook.ledger.models import Subject, SubjectKind
from dutybook.ledger.subjects import lock_for_writing
from dutybook.records.people.kinds import KINDS, FactKind
from dutybook.records.people.models import KnownIn, Person, PersonFact
from dutybook.records.people.visibility import visible_person, visible_said, writable_said


def kind_called(key: str) -> FactKind:
    """The kind of fact of this name. Raises `NotFound`."""
    if key not in KINDS:
        raise NotFound("there is nothing of that kind")
    return KINDS[key]


def root_of(viewer: Viewer, person_id: int) -> Person:
    """The person as the merges that stand make them; `NotFound` when hidden or absent.

    Whoever may know of one of the entries found to be the same may know of the person.
    """
    asked = Person.objects.filter(pk=person_id, force_id=viewer.force_id).first()
    if asked is None:
        raise NotFound("no person with this number")
    root_id = asked.same_as_id or asked.pk
    entries = list(entries_of(root_id).filter(visible_person(viewer)).select_related("same_as"))
    if not entries:
        raise NotFound("no person with this number")
    return next((one for one in entries if one.pk == root_id), None) or entries[0].same_as


def entries_of(root_id: int) -> QuerySet[Person]:
    """Every entry of one person."""
    return Person.objects.filter(Q(pk=root_id) | Q(same_as_id=root_id))


def in_person(root_id: int) -> Q:
    """Facts of any entry of one person; the entries are looked up first, so that the facts are
    found by their index."""
    return Q(person_id__in=entries_of(root_id).values("pk"))


def place_to_state(by: Viewer, person_id: int) -> tuple[Person, Subject]:
    """The entry and the record in which `by` may state something new, with the record locked.

    A person's own record comes first, then the earliest that speaks of them. Raises `NotFound`,
    or `NotAllowed` when all that `by` may do is read.
    """
    root = root_of(by, person_id)
    known = (
        KnownIn.objects.filter(visible_said(by) & writable_said(by))
        .filter(in_person(root.pk))
        .select_related("person", "subject")
        .order_by(F("person__subject_id").asc(nulls_last=True), "subject_id", "person_id")
    )
    place = next(iter(sorted(known, key=lambda one: one.person.subject_id != one.subject_id)), None)
    if place is None:
        raise NotAllowed("your role may read about this person but not change it")
    return place.person, lock_for_writing(by, place.subject_id, SubjectKind(place.subject.kind))


def fact_to_change(
    by: Viewer, person_id: int, kind: FactKind, fact_id: int
) -> tuple[PersonFact, Subject]:
    """The fact as it stands, with its record locked. Raises `NotFound` or `NotAllowed`."""
    root = root_of(by, person_id)
    fact = (
        kind.model.objects.filter(visible_said(by), fact_id=fact_id)
        .filter(in_person(root.pk))
        .select_related("subject", "person")
        .order_by("-version")
        .first()
    )
    if fact is None:
        raise NotFound("nothing with this number is said of this person")
    return fact, lock_for_writing(by, fact.subject_id, SubjectKind(fact.subject.kind))
