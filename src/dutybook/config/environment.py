"""What differs between installations, read from the environment and the data folder.

| variable | meaning |
|---|---|
| DUTYBOOK_DATA | the data folder (default: see `database.folders.default_data_folder`) |
| DUTYBOOK_HOSTS | names under which the site is reached, separated by commas, besides localhost |
| DUTYBOOK_HTTPS | `1` when a proxy in front serves it over HTTPS |
| DUTYBOOK_MAIL | the mail server, `smtp://user:password@host:port` or `smtps://…`; none, no mail |
| DUTYBOOK_MAIL_FROM | the address that mail comes from |
"""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from dutybook.database.chosen import chosen
from dutybook.database.folders import default_data_folder

LOOPBACK_NAMES = ("127.0.0.1", "localhost", "[::1]")


def data_folder() -> Path:
    """Where the database, the secret key and the compiled kernel are kept."""
    return default_data_folder(os.environ).absolute()


def databases() -> dict[str, dict[str, Any]]:
    """Django's DATABASES: one alias for each database role.

    `default` is the application's role, `owner` migrates, `public` reads published releases.
    Before a database is chosen they lead nowhere, so that a command without a database can start.
    """
    access = chosen()
    nowhere = {"ENGINE": "django.db.backends.postgresql", "NAME": "none", "HOST": "/nonexistent"}
    if access is None:
        parameters = {"default": nowhere, "owner": nowhere, "public": nowhere}
    else:
        parameters = {
            "default": access.application.django(),
            "owner": access.owner.django(),
            "public": access.public.django(),
        }
    kept_open = {"CONN_MAX_AGE": 600, "CONN_HEALTH_CHECKS": True}
    return {
        # A request is one transaction: what it shows and the log row of showing it stand together.
        "default": {**parameters["default"], **kept_open, "ATOMIC_REQUESTS": True},
        "owner": parameters["owner"],
        "public": {**parameters["public"], **kept_open},
    }


def secret_key() -> str:
    """The key that signs cookies: made once, kept in a file only its owner may read."""
    kept = data_folder() / "secret-key"
    if chosen() is None and not kept.exists():
        return secrets.token_urlsafe(50)  # nothing is served without a database
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(kept, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_urlsafe(50))
    return kept.read_text()


def allowed_hosts() -> list[str]:
    """Names that a request may be addressed to."""
    return [*LOOPBACK_NAMES, *_listed("DUTYBOOK_HOSTS")]


def trusted_origins() -> list[str]:
    """Origins whose forms are accepted when a proxy serves the site over HTTPS."""
    return [f"https://{name}" for name in _listed("DUTYBOOK_HOSTS")] if served_over_https() else []


def served_over_https() -> bool:
    """Whether a proxy in front of the site serves it over HTTPS."""
    return os.environ.get("DUTYBOOK_HTTPS") == "1"


@dataclass(frozen=True)
class MailServer:
    """The mail server as Django is told of it."""

    backend: str = "django.core.mail.backends.dummy.EmailBackend"
    host: str = ""
    port: int = 0
    user: str = ""
    password: str = ""
    tls_at_once: bool = False
    tls: bool = False


def mail_server() -> MailServer:
    """The mail server that is set; without one nothing is sent.

    Over `smtp` a connection to another machine is turned into TLS before anything is said on it.
    Raises ValueError for an address that is none.
    """
    given = os.environ.get("DUTYBOOK_MAIL", "").strip()
    if not given:
        return MailServer()
    parts = urlsplit(given)
    if parts.scheme not in ("smtp", "smtps") or not parts.hostname:
        raise ValueError(
            "DUTYBOOK_MAIL is no mail server: write smtp://user:password@host:port, or smtps://…"
        )
    at_once = parts.scheme == "smtps"
    return MailServer(
        backend="django.core.mail.backends.smtp.EmailBackend",
        host=parts.hostname,
        port=parts.port or (465 if at_once else 587),
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        tls_at_once=at_once,
        tls=not at_once and parts.hostname not in LOOPBACK_NAMES,
    )


def mail_from() -> str:
    """The address that mail comes from."""
    return os.environ.get("DUTYBOOK_MAIL_FROM", "").strip() or "dutybook@localhost"


def address() -> str:
    """Where people reach the installation, for mails; on this machine unless it has a name."""
    names = _listed("DUTYBOOK_HOSTS")
    if not names:
        return "http://localhost:8000"
    return f"{'https' if served_over_https() else 'http'}://{names[0]}"


def built_assets() -> Path:
    """The folder of built styles and scripts."""
    return Path(__file__).parents[1] / "web" / "built"


def _listed(variable: str) -> list[str]:
    return [each.strip() for each in os.environ.get(variable, "").split(",") if each.strip()]
