"""Say for each thing that can be asked for on staff pages who may ask for it."""

from collections.abc import Callable
from functools import partial
from types import SimpleNamespace
from typing import Any

from dashboard.identity.guard import requires
from dashboard.identity.person import Role
from dashboard.staff import actions, editions, proposals
from dashboard.staff.desk import Desk, publishing_role

_ROLES: dict[Callable[..., Any], Role] = {
    actions.begin: Role.EDITOR,
    actions.renew: Role.EDITOR,
    actions.discard: Role.EDITOR,
    actions.upload: Role.EDITOR,
    actions.take_in: Role.EDITOR,
    actions.confirm: Role.EDITOR,
    actions.stop: Role.EDITOR,
    actions.follow: Role.VIEWER,
    proposals.approve: Role.PUBLISHER,
    proposals.withdraw: Role.PUBLISHER,
    editions.go_back: Role.PUBLISHER,
    editions.follow_back: Role.VIEWER,
}


def guarded(desk: Desk) -> SimpleNamespace:
    """Return all of them by name, each within its guard."""
    roles = _ROLES | {actions.publish: publishing_role(desk)}
    return SimpleNamespace(
        **{act.__name__: requires(role)(partial(act, desk)) for act, role in roles.items()}
    )
