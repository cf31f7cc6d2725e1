"""The application that a web server's worker calls."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dutybook.config.settings")
application = get_wsgi_application()
