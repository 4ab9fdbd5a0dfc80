"""Make and change local accounts: `python -m dashboard staff …`."""

import argparse
import getpass
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from dashboard.identity.accounts import AccountError, Accounts
from dashboard.identity.lockout import Lockout
from dashboard.identity.log import AuditLog
from dashboard.identity.passwords import PasswordError
from dashboard.identity.person import ROLES
from dashboard.identity.sessions import Sessions
from dashboard.identity.settings import StaffSettings
from dashboard.identity.system import system_user
from dashboard.settings import PREFIX, SettingsError, read_settings


def run(arguments: Sequence[str]) -> int:
    """Run one command; return 0, or 1 with a sentence and the accounts as they were."""
    options = _parser().parse_args(arguments[1:])
    try:
        folder = options.staff or read_settings().staff
        if folder is None:
            raise SettingsError(f"No folder is named: set {PREFIX}STAFF, or give --staff FOLDER.")
        done: int = options.run(folder, options)
    except (SettingsError, AccountError, PasswordError) as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{error.filename} cannot be used ({error.strerror}).", file=sys.stderr)
        return 1
    return done


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m dashboard staff", description=__doc__)
    parser.add_argument("--staff", type=Path, metavar="FOLDER",
                        help=f"where accounts are kept (default: {PREFIX}STAFF)")  # fmt: skip
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def add(name: str, run_: Callable[..., int], words: str) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=words, description=words)
        command.set_defaults(run=run_)
        return command

    new = add("add", _add, "make an account; its password is asked for, or read from a pipe")
    new.add_argument("name")
    new.add_argument("--role", required=True, choices=list(ROLES))
    new.add_argument("--shown", metavar="NAME", help="the name that is shown (default: the same)")
    add("list", _list, "say who has an account")
    role = add("role", _role, "give somebody another role, and sign them out")
    role.add_argument("name")
    role.add_argument("role", choices=list(ROLES))
    for name, run_of_one, words in _OF_ONE:
        add(name, run_of_one, words).add_argument("name")
    log = add("audit", _audit, "say what was done")
    log.add_argument("--verify", action="store_true", help="only say whether a line was changed")
    return parser


def _secret() -> str:
    """A password that is typed twice where nobody sees it, or is the first line of a pipe."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    first = getpass.getpass("Password: ")
    if getpass.getpass("The same again: ") != first:
        raise PasswordError("The two passwords differ.")
    return first


def _noted(folder: Path, event: str, name: str, **facts: str) -> None:
    AuditLog(folder).write(event, system_user(), at="command line", account=name, **facts)


def _add(folder: Path, options: argparse.Namespace) -> int:
    made = Accounts(folder).add(
        options.name, options.shown or options.name, options.role, _secret()
    )
    _noted(folder, "account made", made.id, role=made.role)
    print(f"{made.id} can sign in as {made.role}.")
    return 0


def _list(folder: Path, _options: argparse.Namespace) -> int:
    for one in Accounts(folder).all().values():
        print(f"{one.id}  {one.role}  {one.name}{'  (disabled)' if one.disabled else ''}")
    return 0


def _role(folder: Path, options: argparse.Namespace) -> int:
    Accounts(folder).change(options.name, role=options.role)
    _noted(folder, "role changed", options.name, role=options.role)
    print(f"{options.name} is {options.role} now, and has to sign in again.")
    return 0


def _disable(folder: Path, options: argparse.Namespace) -> int:
    Accounts(folder).change(options.name, disabled=True)
    _noted(folder, "account disabled", options.name)
    print(f"{options.name} cannot sign in any more.")
    return 0


def _enable(folder: Path, options: argparse.Namespace) -> int:
    Accounts(folder).change(options.name, disabled=False)
    _noted(folder, "account enabled", options.name)
    print(f"{options.name} can sign in again.")
    return 0


def _password(folder: Path, options: argparse.Namespace) -> int:
    Accounts(folder).change(options.name, password=_secret())
    Lockout(folder).forgive(options.name)
    _noted(folder, "password changed", options.name)
    print(f"The password of {options.name} is another one now.")
    return 0


def _audit(folder: Path, options: argparse.Namespace) -> int:
    log = AuditLog(folder)
    faults = list(log.faults())
    if not options.verify:
        print(*log.lines(), sep="\n")
    for fault in faults:
        print(fault, file=sys.stderr)
    print(f"{len(log.lines())} lines, {len(faults)} faults", file=sys.stderr)
    return 1 if faults else 0


def _unlock(folder: Path, options: argparse.Namespace) -> int:
    Lockout(folder).forgive(options.name)
    _noted(folder, "failed tries forgiven", options.name)
    print(f"{options.name} may try to sign in again.")
    return 0


def _sign_out(folder: Path, options: argparse.Namespace) -> int:
    ended = Sessions(StaffSettings(folder)).end_all(options.name)
    _noted(folder, "signed out by others", options.name)
    print(f"{ended} sign-ins of {options.name} are over.")
    return 0


#: Commands that take a name and nothing else.
_OF_ONE = (
    ("disable", _disable, "close an account and sign it out"),
    ("enable", _enable, "open a closed account"),
    ("password", _password, "set another password, and sign everybody out who used the old one"),
    ("unlock", _unlock, "let somebody try again who was locked out"),
    ("sign-out", _sign_out, "end all sign-ins of somebody, named as the log names them"),
)
