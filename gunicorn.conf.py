"""Set up gunicorn, which reads this file where it is started; its options overrule it."""

from typing import Any

from dashboard.serving import prepare
from dashboard.settings import read_settings

_settings = read_settings()
_host = f"[{_settings.host}]" if ":" in _settings.host else _settings.host

bind = f"{_host}:{_settings.port}"
#: Threads: a visitor with a slow line keeps one of them waiting, and not everybody else.
worker_class = "gthread"
threads = 64
#: Connections on which nobody asks are kept for so long, in seconds; a page asks in bursts.
keepalive = 60
#: A visitor's file may take so long; no page does.
timeout = 120
#: Nobody steers the server by a file in a home folder.
control_socket_disable = True


def on_starting(server: Any) -> None:
    """Compile once, before there are workers that would all want to."""
    prepare(_settings, server.log.warning)
