"""The settings of Django, all of them; what differs between installations comes from `environment`."""

import os
from pathlib import Path

import dj_database_url

from klaar.web import installed
from klaar.web.api.hooks.networks import read_networks
from klaar.web.environment import read_environment
from klaar.web.mail_address import mail_settings
from klaar.web.sign_in import read_sign_in

ENVIRONMENT = read_environment(os.environ)
_HERE = Path(__file__).parent
_DATA = ENVIRONMENT.data

SECRET_KEY = ENVIRONMENT.secret
DEBUG = False
ALLOWED_HOSTS = list(ENVIRONMENT.hosts)
ROOT_URLCONF = "klaar.web.urls"
WSGI_APPLICATION = "klaar.web.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS, MIDDLEWARE = list(installed.APPS), list(installed.LAYERS)
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "klaar.web.pages.around.around",
            ],
        },
    }
]

DATABASES = {
    "default": dj_database_url.parse(ENVIRONMENT.database, conn_max_age=60, conn_health_checks=True)
    if ENVIRONMENT.database
    else {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": _DATA / "klaar.sqlite3",
        "OPTIONS": {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            # FULL: what was acknowledged survives a power cut, also in a write-ahead log.
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-20000;",
        },
    }
}
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "klaar_cache"},
}

# Files: uploads stand outside everything that is served; what is served comes with the program.
FILES_ROOT = _DATA / "files"
FILE_UPLOAD_TEMP_DIR = _DATA / "incoming"
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.TemporaryFileUploadHandler"]
FILE_UPLOAD_PERMISSIONS = 0o600
DATA_UPLOAD_MAX_NUMBER_FILES = 40
UPLOAD_LIMIT = ENVIRONMENT.upload_mb * 1_000_000
WEBHOOK_NETWORKS = read_networks(os.environ.get("KLAAR_WEBHOOK_NETWORKS", ""))
FORM_RENDERER = "klaar.web.pages.forms.FormLook"
STATIC_URL = "/static/"
STATIC_ROOT = None
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 3600

# Languages
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
LANGUAGE_CODE = "en"
LOCALE_PATHS = [_HERE / "locale"]
USE_I18N = True
USE_TZ = True
USE_THOUSAND_SEPARATOR = True
FORMAT_MODULE_PATH = "klaar.web.formats"
TIME_ZONE = "Europe/Amsterdam"

# Accounts
AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
_VALIDATION = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{_VALIDATION}.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": f"{_VALIDATION}.CommonPasswordValidator"},
    {"NAME": f"{_VALIDATION}.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "agreements"
LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_ADAPTER = "klaar.web.people.adapters.AccountAdapter"
SOCIALACCOUNT_ADAPTER = "klaar.web.people.adapters.SocialAccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "optional"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if ENVIRONMENT.secure else "http"
ALLAUTH_TRUSTED_PROXY_COUNT = ENVIRONMENT.proxies
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Klaar"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not ENVIRONMENT.secure
USERSESSIONS_TRACK_ACTIVITY = True
SOCIALACCOUNT_PROVIDERS = read_sign_in(ENVIRONMENT.sign_in)
SOCIALACCOUNT_ONLY = False

# Mail
globals().update(mail_settings(ENVIRONMENT.mail))
MAIL_IS_SENT = bool(ENVIRONMENT.mail)
DEFAULT_FROM_EMAIL = SERVER_EMAIL = ENVIRONMENT.mail_from

# Safety
SESSION_COOKIE_NAME = "__Host-klaar" if ENVIRONMENT.secure else "klaar"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = ENVIRONMENT.secure
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 14 * 24 * 3600
CSRF_USE_SESSIONS = False
CSRF_FAILURE_VIEW = "klaar.web.pages.failures.csrf"
CSRF_TRUSTED_ORIGINS = [ENVIRONMENT.address] if ENVIRONMENT.address else []
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if ENVIRONMENT.proxies else None
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
SILENCED_SYSTEM_CHECKS: list[str] = []

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
