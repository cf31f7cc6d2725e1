"""Who may open an address, by which method: one rule for each address, decided in one place.

Every room with pages lists its rules; settings name the one combined table (`URL_POLICY`, a dotted
path). An address without a rule opens for nobody.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from django.conf import settings
from django.utils.module_loading import import_string

from dutybook.access.roles import Role
from dutybook.access.viewer import Viewer


class Openness(Enum):
    """An audience that does not depend on roles."""

    PUBLIC = "anyone"
    SIGNED_IN = "anyone signed in"


PUBLIC = Openness.PUBLIC
SIGNED_IN = Openness.SIGNED_IN

Audience = Openness | frozenset[Role]
METHODS = frozenset({"GET", "POST", "PUT", "PATCH", "DELETE"})


@dataclass(frozen=True)
class UrlRule:
    """Who may open the address called `name` (with its namespace, such as `web:home`).

    `audience` is `PUBLIC`, `SIGNED_IN` or a set of roles; `methods` the HTTP methods it answers
    (GET brings HEAD with it). `before_password_change` keeps the page open to a person who must
    first choose a password of their own: the page for doing so, and the way out.
    """

    name: str
    audience: Audience
    methods: frozenset[str] = frozenset({"GET"})
    before_password_change: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "methods", frozenset(self.methods))
        if not self.name:
            raise ValueError("a URL rule names its address")
        if not self.methods or not self.methods <= METHODS:
            raise ValueError(f"the rule for {self.name} lists methods other than HTTP's")
        if not isinstance(self.audience, Openness):
            object.__setattr__(self, "audience", frozenset(Role(each) for each in self.audience))
            if not self.audience:
                raise ValueError(f"the rule for {self.name} opens it to nobody")

    def answers(self, method: str) -> bool:
        return method in self.methods or (method == "HEAD" and "GET" in self.methods)

    def admits(self, viewer: Viewer) -> bool:
        """Whether a signed-in `viewer` belongs to the audience."""
        return isinstance(self.audience, Openness) or viewer.has_role(*self.audience)


class Decision(Enum):
    """What becomes of a request, before any of its page's code runs."""

    ALLOW = "the page answers"
    SIGN_IN = "to the sign-in page"
    CHOOSE_OWN = "to the page for choosing one's own"
    NOT_ALLOWED = "403: the page is for others"
    ABSENT = "404: as if there were nothing"
    WRONG_METHOD = "405: the page does not answer this method"


def decide(
    rule: UrlRule | None,
    *,
    method: str,
    viewer: Viewer | None,
    about_one_record: bool,
    must_change_password: bool = False,
) -> Decision:
    """The one decision about a request.

    `viewer` is None for somebody who is not signed in; `about_one_record` says that the address
    names something (an id, a key), where a person of the wrong role must not learn whether it
    exists.
    """
    if rule is None:
        return Decision.ABSENT
    if not rule.answers(method):
        return Decision.WRONG_METHOD
    if rule.audience is PUBLIC:
        return Decision.ALLOW
    if viewer is None:
        return Decision.SIGN_IN
    if must_change_password and not rule.before_password_change:
        return Decision.CHOOSE_OWN
    if rule.admits(viewer):
        return Decision.ALLOW
    return Decision.ABSENT if about_one_record else Decision.NOT_ALLOWED


def by_name(rules: Iterable[UrlRule]) -> Mapping[str, UrlRule]:
    """The rules by address; refuses two rules for one address."""
    table: dict[str, UrlRule] = {}
    for rule in rules:
        if rule.name in table:
            raise ValueError(f"{rule.name} has two rules in the URL policy")
        table[rule.name] = rule
    return table


@lru_cache(maxsize=4)
def _table(dotted_path: str) -> Mapping[str, UrlRule]:
    return by_name(import_string(dotted_path))


def rule_for(name: str) -> UrlRule | None:
    """The rule of the address called `name` in the installation's table, if it has one."""
    return _table(settings.URL_POLICY).get(name)
