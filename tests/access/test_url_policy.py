"""The one decision about a request, and the table it is read from."""

import pytest

from dutybook.access.roles import Role
from dutybook.access.url_policy import PUBLIC, SIGNED_IN, Decision, UrlRule, by_name, decide
from dutybook.access.viewer import HeldRole, Viewer

SUPERVISOR = Viewer(1, "ann", "Ann", None, 1, frozenset({HeldRole(Role.SUPERVISOR, 3)}))
ANALYST = Viewer(2, "bob", "Bob", None, 1, frozenset({HeldRole(Role.ANALYST)}))
FOR_SUPERVISORS = UrlRule("team", frozenset({Role.SUPERVISOR}))


@pytest.mark.parametrize(
    ("rule", "viewer", "about_one_record", "expected"),
    [
        (None, SUPERVISOR, False, Decision.ABSENT),
        (None, None, False, Decision.ABSENT),
        (UrlRule("open", PUBLIC), None, False, Decision.ALLOW),
        (UrlRule("open", PUBLIC), SUPERVISOR, True, Decision.ALLOW),
        (UrlRule("home", SIGNED_IN), None, False, Decision.SIGN_IN),
        (UrlRule("home", SIGNED_IN), ANALYST, False, Decision.ALLOW),
        (FOR_SUPERVISORS, None, False, Decision.SIGN_IN),
        (FOR_SUPERVISORS, None, True, Decision.SIGN_IN),
        (FOR_SUPERVISORS, SUPERVISOR, False, Decision.ALLOW),
        (FOR_SUPERVISORS, SUPERVISOR, True, Decision.ALLOW),
        (FOR_SUPERVISORS, ANALYST, False, Decision.NOT_ALLOWED),
        (FOR_SUPERVISORS, ANALYST, True, Decision.ABSENT),
    ],
)
def test_the_decision(
    rule: UrlRule | None, viewer: Viewer | None, about_one_record: bool, expected: Decision
) -> None:
    assert decide(rule, method="GET", viewer=viewer, about_one_record=about_one_record) is expected


@pytest.mark.parametrize(
    ("methods", "method", "expected"),
    [
        ({"GET"}, "GET", Decision.ALLOW),
        ({"GET"}, "HEAD", Decision.ALLOW),
        ({"GET"}, "POST", Decision.WRONG_METHOD),
        ({"GET"}, "OPTIONS", Decision.WRONG_METHOD),
        ({"POST"}, "GET", Decision.WRONG_METHOD),
        ({"POST"}, "HEAD", Decision.WRONG_METHOD),
        ({"POST"}, "POST", Decision.ALLOW),
    ],
)
def test_a_page_answers_only_its_methods(
    methods: set[str], method: str, expected: Decision
) -> None:
    rule = UrlRule("home", SIGNED_IN, frozenset(methods))
    assert decide(rule, method=method, viewer=ANALYST, about_one_record=False) is expected


def test_a_borrowed_password_opens_only_the_page_for_choosing_ones_own() -> None:
    def opened(rule: UrlRule) -> Decision:
        return decide(
            rule, method="GET", viewer=ANALYST, about_one_record=False, must_change_password=True
        )

    assert opened(UrlRule("home", SIGNED_IN)) is Decision.CHOOSE_OWN
    assert opened(UrlRule("password", SIGNED_IN, before_password_change=True)) is Decision.ALLOW
    assert opened(UrlRule("open", PUBLIC)) is Decision.ALLOW


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: UrlRule("", PUBLIC),
        lambda: UrlRule("home", frozenset()),
        lambda: UrlRule("home", frozenset({"janitor"})),  # type: ignore[arg-type]  # what is tested
        lambda: UrlRule("home", SIGNED_IN, frozenset()),
        lambda: UrlRule("home", SIGNED_IN, frozenset({"FETCH"})),
        lambda: by_name([UrlRule("home", PUBLIC), UrlRule("home", SIGNED_IN)]),
    ],
)
def test_a_table_that_makes_no_sense_is_refused(wrong: object) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - each case has its own words
        wrong()  # type: ignore[operator]  # a list of lambdas
