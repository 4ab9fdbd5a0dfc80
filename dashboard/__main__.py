"""Serve the dashboard: `python -m dashboard`, until Ctrl-C; compile a package; write a memo."""

import contextlib
import importlib
import socket
import sys
from collections.abc import Sequence

import waitress

from dashboard.archive.archive import ArchiveError
from dashboard.compiled import CompileError
from dashboard.release.manifest import ReleaseError
from dashboard.serving import serving
from dashboard.settings import PREFIX, Settings, SettingsError, read_settings

_COMMANDS = {"compile": "dashboard.compiling.command", "release": "dashboard.publishing.command",
             "staff": "dashboard.identity.command"}  # fmt: skip
#: A browser keeps up to six connections open: this many serve some 160 visitors at once.
MOST_CONNECTIONS = 1000
#: Connections on which nobody asks for so long are closed, looked for so often, in seconds.
IDLE_S, CLEANUP_S = 60, 10


def main(arguments: Sequence[str] = ()) -> int:
    """Run a command; without one, serve until stopped.

    Returns 1 with a sentence when that cannot begin, 2 for what a memo cannot show.
    """
    if not arguments:
        return _serve()
    # each command loads much that a server has no use for
    name = _COMMANDS.get(arguments[0], "dashboard.memo.command")
    done: int = importlib.import_module(name).run(arguments)
    return done


def _serve() -> int:
    try:
        settings = read_settings()
        listener = _listen(settings)
    except (SettingsError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    with listener:
        try:
            served = serving(settings, _tell)
        except (ArchiveError, CompileError, ReleaseError, SettingsError) as error:
            print(error, file=sys.stderr)
            return 1
        print(f"http://{_named(settings.host)}:{settings.port}", flush=True)
        served.warm()
        with contextlib.suppress(KeyboardInterrupt):
            waitress.serve(served, sockets=[listener], ident=None, threads=16, _quiet=True,
                           connection_limit=MOST_CONNECTIONS, channel_timeout=IDLE_S,
                           cleanup_interval=CLEANUP_S, asyncore_use_poll=True,
                           clear_untrusted_proxy_headers=not settings.proxies)  # fmt: skip
        served.stop()
    return 0


def _tell(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


def _named(host: str) -> str:
    """Return a host as an address writes it: IPv6 in brackets."""
    return f"[{host}]" if ":" in host else host


def _listen(settings: Settings) -> socket.socket:
    """Take the port before anything is read, so that a taken one is told at once."""
    listener = socket.socket(socket.AF_INET6 if ":" in settings.host else socket.AF_INET)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((settings.host, settings.port))
        listener.listen(128)
    except OSError as error:
        listener.close()
        raise OSError(
            f"{_named(settings.host)}:{settings.port} cannot be used ({error.strerror}). Stop what "
            f"runs there, or choose another port with {PREFIX}PORT."
        ) from error
    return listener


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
