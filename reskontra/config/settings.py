"""Django's settings: everything from the environment, no secret in the code, safe by default.

Example: `RESKONTRA_BASE_URL=https://fakturor.example.se` turns on secure cookies, redirects to TLS
and HSTS; with nothing set at all, the portal is served to this machine alone, at
http://localhost:8000.

The one rule: a setting that is forgotten leaves the safe choice.

| Variable | What it says | Without it |
|---|---|---|
| RESKONTRA_DATA | the data folder: database, files, secret key | `.reskontra` right here |
| RESKONTRA_POLICY | the folder with the creditors' rules | the two invented creditors |
| RESKONTRA_THEME | a file with the municipality's name, mark and colors | the portal's own |
| RESKONTRA_BASE_URL | the address that people use | http://localhost:8000 |
| RESKONTRA_ALLOWED_HOSTS | more host names, with commas | none |
| RESKONTRA_SECRET_KEY, …_FILE | the key that signs cookies | made once, kept in the data folder |
| RESKONTRA_FACE | `portal`: only the portal's database role; `office`: the office alone | both |
| RESKONTRA_TODAY | the day that the portal is about, for a demo | today in Stockholm |
| RESKONTRA_LIMITS | the most in ten minutes, as `sign_in=60,ask=30,pdf=120` | just that |
| RESKONTRA_PUBLISHED_ON | the day the service opened, for its accessibility statement | not told |
| RESKONTRA_DEBUG | `1`: Django's error pages, on this machine only | off |
| DATABASE_URL | a PostgreSQL 15 or later | a server in the data folder |
| PORTAL_DATABASE_URL | the portal role signs in by itself | DATABASE_URL, then `role=` |
| NIGHTLY_DATABASE_URL | the nightly role signs in by itself | DATABASE_URL, then `role=` |
| RESKONTRA_OIDC_ISSUER | the provider of e-identification | nobody can sign in |
| RESKONTRA_OIDC_BROKER | how it is asked: sweden_connect, idura, signicat, freja | sweden_connect |
| RESKONTRA_OIDC_CLIENT_ID | who we are to it | |
| RESKONTRA_OIDC_PRIVATE_KEY_FILE | our key, for `private_key_jwt` and signed requests | |
| RESKONTRA_OIDC_CLIENT_SECRET, …_FILE | our secret, for a broker that takes no key | |
| RESKONTRA_OIDC_SIGNED_REQUEST | `0`: what we ask for is not signed | as the broker takes it |
| RESKONTRA_OIDC_SCOPE | the scope | the broker's |
| RESKONTRA_OIDC_IDENTITY_CLAIMS | the identity number's claims, with spaces | the broker's |
| RESKONTRA_OIDC_EARLIER_CLAIM | an earlier coordination number's claim | the broker's |
| RESKONTRA_OIDC_ACR_VALUES | levels of assurance, with spaces | the broker's: loa3 and loa4 |
| RESKONTRA_OIDC_WANTED | `claim=value|value`, with commas: what must be said | the broker's |
| RESKONTRA_OIDC_DEMO | `1`: the provider is the demo's, without a key; on this machine only | off |
| RESKONTRA_STAFF_OIDC_ISSUER | the provider that staff sign in by | no staff can sign in |
| RESKONTRA_STAFF_OIDC_CLIENT_ID | who we are to it | |
| RESKONTRA_STAFF_OIDC_PRIVATE_KEY_FILE | our key, for `private_key_jwt` | |
| RESKONTRA_STAFF_OIDC_CLIENT_SECRET, …_FILE | our secret, where it takes no key | |
| RESKONTRA_STAFF_OIDC_ACR_VALUES | accepted levels of assurance, with spaces | any |
| RESKONTRA_STAFF_OIDC_SIGNED_REQUEST | `1`: what we ask for is signed | not signed |
| RESKONTRA_STAFF_OIDC_ROLES_CLAIM | the claim with somebody's groups | groups |
| RESKONTRA_STAFF_ROLES | `group=role`, with commas; roles as in kinds.yaml | nobody has any |
| RESKONTRA_STAFF_NAMES_SHOWN | `1`: whom they look up sees their names | only roles |
| RESKONTRA_MAIL_HOST | the mail server for notices before the due date | they are not offered |
| RESKONTRA_MAIL_PORT | 465 speaks TLS at once, any other STARTTLS | 587 |
| RESKONTRA_MAIL_USER | who we are to it | nobody |
| RESKONTRA_MAIL_PASSWORD, …_FILE | our password there | |
| RESKONTRA_MAIL_FROM | the address that we send from | required with a server |
| RESKONTRA_MAIL_FOLDER | in its place, a folder for a demo's e-mails | |
| RESKONTRA_AGENCY_URL | the collection agency's API | files in the data folder |
| RESKONTRA_AGENCY_KEY, …_FILE | our key to it | |
| RESKONTRA_AGENCY_ACCOUNT | our account there | |
| RESKONTRA_AGENCY_CREDITORS | the agency's name of each creditor: `code=name`, with commas | |
"""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import urlsplit

from django.utils.functional import SimpleLazyObject

from reskontra.config import environment, sign_in

PACKAGE = Path(__file__).resolve().parent.parent

RESKONTRA_DATA = Path(os.environ.get("RESKONTRA_DATA", ".reskontra")).expanduser().resolve()
RESKONTRA_POLICY = Path(os.environ.get("RESKONTRA_POLICY", PACKAGE / "policy" / "sample")).resolve()
RESKONTRA_THEME = (
    Path(os.environ["RESKONTRA_THEME"]).resolve() if os.environ.get("RESKONTRA_THEME") else None
)
RESKONTRA_BASE_URL = environment.base_url(os.environ)
RESKONTRA_FACE = os.environ.get("RESKONTRA_FACE", "")

_address = urlsplit(RESKONTRA_BASE_URL)
_tls = _address.scheme == "https"
_local_hosts = [] if _tls else list(environment.HTTP_HOSTS)

DEBUG = os.environ.get("RESKONTRA_DEBUG") == "1" and not _tls
SECRET_KEY = SimpleLazyObject(
    lambda: (
        environment.secret("RESKONTRA_SECRET_KEY", environ=os.environ)
        or environment.kept_secret(file=RESKONTRA_DATA / "secret_key")
    )
)
ALLOWED_HOSTS = [
    _address.hostname or "",
    *_local_hosts,
    *filter(None, os.environ.get("RESKONTRA_ALLOWED_HOSTS", "").split(",")),
]

INSTALLED_APPS = [
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "csp",
    "pgtrigger",
    "reskontra.records",
    "reskontra.portal",
    "reskontra.office",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "reskontra.portal.throttle.Throttle",
]
ROOT_URLCONF = "reskontra.config.urls"
WSGI_APPLICATION = "reskontra.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
            ],
        },
    },
]

RESKONTRA_PUBLISHED_ON = environment.day("RESKONTRA_PUBLISHED_ON", environ=os.environ)
RESKONTRA_LIMITS = environment.limits(os.environ)
# What is counted lies in the memory of the process, with room for the visitors of ten minutes.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    },
}

DATABASES = environment.databases(environ=os.environ, data=RESKONTRA_DATA)
DATABASE_IS_OURS = not os.environ.get("DATABASE_URL")
DATABASE_ROUTERS = ["reskontra.config.routing.SessionsBelongToThePortal"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "sv"
LANGUAGES = [("sv", "Svenska"), ("en", "English")]
TIME_ZONE = "Europe/Stockholm"
USE_TZ = True
USE_I18N = True

STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {
            "location": RESKONTRA_DATA / "files",
            "base_url": None,
            "file_permissions_mode": 0o600,
            "directory_permissions_mode": 0o700,
        },
    },
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

SESSION_ENGINE = "reskontra.records.citizen_sessions"
SESSION_COOKIE_NAME = "__Host-session" if _tls else "session"
SESSION_COOKIE_SECURE = _tls
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 15 * 60
SESSION_SAVE_EVERY_REQUEST = True
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_NAME = "__Host-csrf" if _tls else "csrf"
CSRF_COOKIE_SECURE = _tls
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_SECURE = _tls
LANGUAGE_COOKIE_HTTPONLY = True

SECURE_SSL_REDIRECT = _tls
SECURE_HSTS_SECONDS = 31_536_000 if _tls else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = _tls
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

OIDC = sign_in.citizens(os.environ, tls=_tls)
STAFF_OIDC = sign_in.staff(os.environ, tls=_tls)
STAFF_ROLES_CLAIM = os.environ.get("RESKONTRA_STAFF_OIDC_ROLES_CLAIM", "groups")
STAFF_ROLES = environment.pairs("RESKONTRA_STAFF_ROLES", environ=os.environ)
STAFF_NAMES_SHOWN = os.environ.get("RESKONTRA_STAFF_NAMES_SHOWN") == "1"
_providers = [urlsplit(str(each["issuer"])) for each in (OIDC, STAFF_OIDC)]

AGENCY = {
    "url": environment.agency_url(os.environ),
    "key": environment.secret("RESKONTRA_AGENCY_KEY", environ=os.environ),
    "account": os.environ.get("RESKONTRA_AGENCY_ACCOUNT", ""),
    "creditors": os.environ.get("RESKONTRA_AGENCY_CREDITORS", ""),
}

_mail = environment.mail(os.environ)
MAIL_OFFERED = _mail.offered
EMAIL_BACKEND = _mail.backend
EMAIL_HOST, EMAIL_PORT = _mail.host, _mail.port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _mail.user, _mail.password
EMAIL_USE_TLS, EMAIL_USE_SSL = _mail.starttls, _mail.tls
EMAIL_TIMEOUT = 20
EMAIL_FILE_PATH = _mail.folder
DEFAULT_FROM_EMAIL = _mail.sender

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "style-src": ["'self'"],
        "font-src": ["'self'"],
        "img-src": ["'self'"],
        "form-action": [
            "'self'",
            *(f"{each.scheme}://{each.netloc}" for each in _providers if each.netloc),
        ],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
    },
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"django": {"handlers": [], "propagate": True}},
}
