"""Records that a command was given by their ids: what is not there is told, and the rest is done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from claims.commands.output import finish
from claims.model.errors import UserError
from claims.steps.report import Failure

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sqlite_utils import Database


Record = TypeVar("Record", str, dict[str, Any])


def chosen(
    find: Callable[[Database, Sequence[str]], list[Record]],
    database: Database,
    given: Sequence[str] | None,
    *,
    failures: list[Failure],
) -> list[Record]:
    """What `find` finds of the ids given, each once; those that it does not find go to `failures`.

    Leaves with 1 when something was given and nothing is there, so that an empty list means: all.
    """
    found: dict[str, Record] = {}
    for name in given or ():
        try:
            for one in find(database, [name]):
                found.setdefault(one if isinstance(one, str) else one["id"], one)
        except UserError as why:
            failures.append(Failure(name, str(why)))
    if given and not found:
        finish(failures, done=0)
    return list(found.values())
