"""What each role may do. One table, read by flows and pages alike; whatever is not in it is refused."""

from enum import StrEnum


class Role(StrEnum):
    COMMUNITY_MANAGER = "community_manager"
    ACCOUNT_MANAGER = "account_manager"
    SUPERVISOR = "supervisor"
    ANALYST = "analyst"


class Act(StrEnum):
    READ = "read"
    REPLY = "reply"
    RESOLVE = "resolve"
    ASSIGN = "assign"
    CORRECT = "correct"  # say that a verdict is wrong
    MODERATE = "moderate"  # hide and unhide under a signed clause
    APPROVE = "approve"  # be the second person
    CONFIGURE = "configure"  # channels, clauses, words


_DESK = frozenset({Act.READ, Act.REPLY, Act.RESOLVE, Act.ASSIGN, Act.CORRECT, Act.MODERATE})

MAY: dict[Role, frozenset[Act]] = {
    Role.COMMUNITY_MANAGER: _DESK,
    Role.ACCOUNT_MANAGER: _DESK | {Act.APPROVE, Act.CONFIGURE},
    Role.SUPERVISOR: _DESK | {Act.APPROVE, Act.CONFIGURE},
    Role.ANALYST: frozenset({Act.READ}),
}


class NotAllowed(Exception):
    """This person's role for this client does not include the act."""


def may(role: Role, act: Act) -> bool:
    return act in MAY[role]
