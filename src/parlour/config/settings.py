"""Django's settings, all derived from `environment`; nothing here is meant to be edited on a server."""

from pathlib import Path

from django.utils.translation import gettext_lazy as _

from parlour.config import environment
from parlour.config.databases import databases

ENV = environment.read()
PACKAGE = Path(__file__).resolve().parent.parent

SECRET_KEY = ENV.key()
DEBUG = ENV.debug
ALLOWED_HOSTS = ["*"]  # the widget is embedded anywhere; origins are checked per channel, forms by CSRF
CSRF_TRUSTED_ORIGINS = [ENV.public_url]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "heroicons",
    "parlour.apps.accounts",
    "parlour.apps.clients",
    "parlour.apps.members",
    "parlour.apps.inbox",
    "parlour.apps.replies",
    "parlour.apps.moderation",
    "parlour.apps.jobs",
    "parlour.web",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    # Pads each page by a random length, so that its size betrays no secret in it.
    "django.middleware.gzip.GZipMiddleware",
    "parlour.web.security.ContentPolicy",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]
ROOT_URLCONF = "parlour.config.urls"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "web" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
            "builtins": ["heroicons.templatetags.heroicons", "parlour.web.templatetags.desk"],
        },
    },
]

DATABASES = databases(ENV)
# PostgreSQL commits with a full sync anyway; SQLite does so on this second connection to the same file.
DOOR_DATABASE = "door" if "door" in DATABASES else "default"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATA_FOLDER = ENV.data
QUEUE = ENV.queue
KEEP_EVENTS_DAYS = ENV.keep_events_days

AUTH_USER_MODEL = "accounts.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "sign_in"
LOGIN_REDIRECT_URL = "desk"
LOGOUT_REDIRECT_URL = "sign_in"

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = ENV.secure
SESSION_COOKIE_SAMESITE = "Lax"
# Two installations on one machine (two ports) must not sign each other out.
SESSION_COOKIE_NAME = f"parlour_session_{ENV.port}"
CSRF_COOKIE_NAME = f"parlour_csrf_{ENV.port}"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000

LANGUAGE_CODE = ENV.language
LANGUAGES = [("en", _("English")), ("hr", _("Croatian")), ("de", _("German"))]
LOCALE_PATHS = [PACKAGE / "locale"]
USE_I18N = USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "/static/"
# Straight from the package: no collect step between an upgrade and the first page.
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 3600

EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {"parlour": {"level": ENV.log_level}, "django.request": {"level": "ERROR"}},
}
