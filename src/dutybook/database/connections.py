"""Connection parameters: one set for each role, none of which depends on Django."""

from dataclasses import dataclass, field, replace
from typing import Any

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from dutybook.database.errors import DatabaseSetupError


@dataclass(frozen=True)
class ConnectionParameters:
    """How one role connects to one database; `host` may be a socket's folder.

    `options` are further libpq parameters, e.g. sslmode.
    """

    dbname: str
    user: str
    password: str = field(repr=False)
    host: str
    port: int = 5432
    options: tuple[tuple[str, str], ...] = ()

    @classmethod
    def from_url(cls, url: str) -> "ConnectionParameters":
        """Read a `postgresql://user:password@host:port/name?sslmode=…` address.

        Raises DatabaseSetupError if it is not one, without repeating it (it holds a password).
        """
        try:
            known: dict[str, Any] = dict(conninfo_to_dict(url))
        except psycopg.Error:
            known = {}
        if not known.get("dbname") or not known.get("user"):
            raise DatabaseSetupError(
                "A database address must look like postgresql://USER:PASSWORD@HOST:5432/NAME; "
                "the one given names no user or no database."
            )
        rest = {key: str(value) for key, value in known.items() if value is not None}
        return cls(
            dbname=rest.pop("dbname"),
            user=rest.pop("user"),
            password=rest.pop("password", ""),
            host=rest.pop("host", "localhost"),
            port=int(rest.pop("port", "5432")),
            options=tuple(sorted(rest.items())),
        )

    def conninfo(self, *, with_password: bool = True) -> str:
        """The libpq connection string; gives up connecting after ten seconds unless told."""
        options = {"connect_timeout": "10", **dict(self.options)}
        if with_password and self.password:
            options["password"] = self.password
        return make_conninfo(
            "", dbname=self.dbname, user=self.user, host=self.host, port=self.port, **options
        )

    def connect(self, *, autocommit: bool = False) -> "psycopg.Connection[tuple[Any, ...]]":
        """Open a connection; the caller closes it."""
        return psycopg.connect(self.conninfo(), autocommit=autocommit)

    def django(self) -> dict[str, Any]:
        """One entry for Django's DATABASES."""
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": self.dbname,
            "USER": self.user,
            "PASSWORD": self.password,
            "HOST": self.host,
            "PORT": str(self.port),
            "OPTIONS": dict(self.options),
        }

    def of_database(self, name: str) -> "ConnectionParameters":
        """The same role in another database."""
        return replace(self, dbname=name)


@dataclass(frozen=True)
class DatabaseAccess:
    """One database through each of its roles.

    owner: migrates. application: reads and writes rows, only adds to append-only tables.
    public: reads named tables and views only. admin: makes and drops databases; only with the
    embedded server.
    """

    owner: ConnectionParameters
    application: ConnectionParameters
    public: ConnectionParameters
    admin: ConnectionParameters | None = None

    @property
    def name(self) -> str:
        """The database's name."""
        return self.owner.dbname
