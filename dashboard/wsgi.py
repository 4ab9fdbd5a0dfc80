"""Give gunicorn its server: `gunicorn dashboard.wsgi:server`."""

from dashboard.nameless import nameless
from dashboard.serving import serving
from dashboard.settings import read_settings

nameless()
server = serving(read_settings())
