"""Of what the web application is put together: its apps, and the layers around every request."""

APPS = (
    "klaar.web.people",
    "klaar.web.store",
    "klaar.web.jobs",
    "klaar.web.pages",
    "klaar.web.table",
    "klaar.web.agree",
    "klaar.web.sealing",
    "klaar.web.take",
    "klaar.web.dates",
    "klaar.web.api",
    "klaar.web.keep",
    "django.forms",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.mfa",
    "allauth.usersessions",
)
"""The apps: ours first, so that their templates go before those of the libraries."""

LAYERS = (
    "klaar.web.guard.headers.SafeHeaders",
    "klaar.web.api.answers.ApiAnswers",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "klaar.web.guard.upload_size.UploadSize",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "klaar.web.guard.language.OwnLanguage",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "klaar.web.guard.doorkeeper.Doorkeeper",
)
"""What every request goes through, from the outside in."""
