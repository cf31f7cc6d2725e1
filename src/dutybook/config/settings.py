"""Django's settings.

What differs between installations comes from the environment (see `config/environment.py`);
everything else is the same everywhere, so that what is tested is what runs. There is no debug mode:
an error page shows no code and no data.
"""

from dutybook.config import environment
from dutybook.config.content_security import CONTENT_SECURITY_POLICY  # noqa: F401 (read by django-csp)

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "pgtrigger",
    "pghistory",
    "procrastinate.contrib.django",
    "csp",
    "axes",
    "dutybook.access",
    "dutybook.ledger",
    "dutybook.records.people",
    "dutybook.records.workforce",
    "dutybook.records.governance",
    "dutybook.records.safeguarding",
    "dutybook.records.offenders",
    "dutybook.records.investigations",
    "dutybook.inspections",
    "dutybook.public",
    "dutybook.web",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "dutybook.access.middleware.SessionLimits",
    "dutybook.access.middleware.UrlPolicy",
    "dutybook.access.middleware.ErrorPages",
    "dutybook.web.drafts.DropDrafts",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "dutybook.config.urls"
WSGI_APPLICATION = "dutybook.config.wsgi.application"
URL_POLICY = "dutybook.config.url_policy.URL_POLICY"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "APP_DIRS": True,
        "OPTIONS": {
            "environment": "dutybook.web.jinja.environment",
            "context_processors": ["dutybook.web.context.page_context"],
        },
    }
]

DATABASES = environment.databases()
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "access.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "dutybook.access.backend.AccountBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("username", "display_name")},
    },
]
LOGIN_URL = "web:sign_in"
PASSWORD_CHANGE_URL = "web:change_password"  # noqa: S105 (an address, no password)

# Five failures lock a person out at one address only, so that nobody can lock a colleague out.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 1  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_CALLABLE = "dutybook.access.error_pages.locked_out"
AXES_ENABLE_ADMIN = False
AXES_DISABLE_ACCESS_LOG = True  # the access log of this product is its own
AXES_VERBOSE = False

SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = environment.served_over_https()
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_IDLE_SECONDS = 15 * 60
SESSION_ABSOLUTE_SECONDS = 12 * 60 * 60
SESSION_COOKIE_AGE = SESSION_ABSOLUTE_SECONDS  # rows of ended sessions can be cleared
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SECURE = SESSION_COOKIE_SECURE
CSRF_FAILURE_VIEW = "dutybook.web.error_views.csrf_failure"

SECRET_KEY = environment.secret_key()
DEBUG = False
ALLOWED_HOSTS = environment.allowed_hosts()
CSRF_TRUSTED_ORIGINS = environment.trusted_origins()
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = environment.served_over_https()
SECURE_HSTS_SECONDS = 31_536_000 if environment.served_over_https() else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
X_FRAME_OPTIONS = "DENY"

# The largest thing that anybody sends is a published response (5 MB); a form is far smaller.
DATA_UPLOAD_MAX_MEMORY_SIZE = 6 * 1024 * 1024
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
FILE_UPLOAD_MAX_MEMORY_SIZE = 6 * 1024 * 1024

STATIC_URL = "/static/"
STATICFILES_DIRS = [environment.built_assets()]
STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
STORAGES = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 3600

# Mail says only that notices wait; see `ledger.mailing`.
_mail_server = environment.mail_server()
EMAIL_BACKEND = _mail_server.backend
EMAIL_HOST = _mail_server.host
EMAIL_PORT = _mail_server.port
EMAIL_HOST_USER = _mail_server.user
EMAIL_HOST_PASSWORD = _mail_server.password
EMAIL_USE_SSL = _mail_server.tls_at_once
EMAIL_USE_TLS = _mail_server.tls
EMAIL_TIMEOUT = 20  # seconds
DEFAULT_FROM_EMAIL = environment.mail_from()
INSTALLATION_ADDRESS = environment.address()

LANGUAGE_CODE = "en-gb"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/London"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
