"""Tell who gives a command, by what the system knows and not by what the surroundings say."""

import getpass
import os
from importlib import import_module
from importlib.util import find_spec


def system_user() -> str:
    """Return the name of the account that runs this program."""
    if find_spec("pwd") is None:  # a system without numbered accounts
        return getpass.getuser()
    try:
        return str(import_module("pwd").getpwuid(os.getuid()).pw_name)
    except KeyError:
        return f"uid {os.getuid()}"
