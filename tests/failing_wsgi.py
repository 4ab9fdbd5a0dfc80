"""The dashboard as gunicorn serves it, with one address at which it breaks down."""

from dashboard.wsgi import server as dashboard


def server(environ, start_response):
    if environ["PATH_INFO"] == "/breaks":
        raise RuntimeError("broken for a test")
    return dashboard(environ, start_response)
