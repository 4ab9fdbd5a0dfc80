"""Give gunicorn its server: `gunicorn dashboard.wsgi:server`."""

from dashboard.app import create_app
from dashboard.settings import read_settings

server = create_app(read_settings()).server
