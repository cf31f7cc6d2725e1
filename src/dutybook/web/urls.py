"""The addresses of the pages for signed-in people. Each has a row in `url_policy`."""

from django.urls import path

from dutybook.web.views import (
    access_log_views,
    account_views,
    accounts_views,
    duty_views,
)

app_name = "web"

account_patterns = [
    path("sign-in/", account_views.sign_in, name="sign_in"),
    path("sign-out/", account_views.sign_out, name="sign_out"),
    path("password/", account_views.change_password, name="change_password"),
    path("help/", account_views.help_page, name="help"),
    path("accounts/", accounts_views.accounts, name="accounts"),
    path("accounts/new/", accounts_views.account_new, name="account_new"),
    path("accounts/teams/", accounts_views.teams, name="account_teams"),
    path("accounts/<int:user_id>/", accounts_views.account, name="account"),
    path("accounts/<int:user_id>/change/", accounts_views.account_change, name="account_change"),
    path("accounts/<int:user_id>/role/", accounts_views.account_grant, name="account_grant"),
    path(
        "accounts/<int:user_id>/role/<int:grant_id>/end/",
        accounts_views.account_end_role,
        name="account_end_role",
    ),
    path(
        "accounts/<int:user_id>/password/", accounts_views.account_password, name="account_password"
    ),
    path(
        "accounts/<int:user_id>/activity/", accounts_views.account_activity, name="account_activity"
    ),
    path("access-log/", access_log_views.access_log, name="access_log"),
]

work_patterns = [
    path("duties/", duty_views.duties, name="duties"),
    path("duties/<slug:key>/", duty_views.duty, name="duty"),
]

urlpatterns = [*account_patterns, *work_patterns]
