"""The application for any WSGI server: `gunicorn klaar.web.wsgi` on PostgreSQL with several processes."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "klaar.web.settings")
application = get_wsgi_application()
