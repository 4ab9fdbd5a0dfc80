"""Give gunicorn its server: `gunicorn dashboard.wsgi:server`."""

from dashboard.app import create_app
from dashboard.nameless import nameless
from dashboard.settings import read_settings

nameless()
server = create_app(read_settings()).server
