"""What every command shares: settings, the open database, where words and records go."""

from __future__ import annotations

import os
import re
import signal
import sqlite3
import sys
import tomllib
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claims.model.errors import BadSetting, UserError
from claims.model.settings import Settings

if TYPE_CHECKING:
    import typer

    from claims.steps.edges import Edges

PUBLIC = "public.db"
"""The site's addresses begin with the file's name, so it is always called this."""

ERRNO = re.compile(r"\[Errno -?\d+\] ")
"""What Python puts before the words of the operating system."""

SOON = 0.05
"""Seconds."""

CONFIG = "citetrail.toml"
"""Settings of a desk, read from the current folder."""


@dataclass(slots=True)
class State:
    """The global options of one call."""

    db: str | None
    quiet: bool


def begin() -> None:
    """Make SIGTERM end the program in order, and the output UTF-8.

    So open files are closed, and no claim can fail to print whatever the terminal says.
    """
    signal.signal(signal.SIGTERM, _stop)
    sys.unraisablehook = _end_after_all
    if sys.stdout is None:
        raise UserError("standard output is closed, so nothing could be told")
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _stop(number: int, frame: object) -> None:
    del frame
    sys.exit(128 + number)


def _end_after_all(said: sys.UnraisableHookArgs) -> None:
    """Ask once more to end when the first time fell into a finalizer, where Python drops what is raised."""
    numbers = {SystemExit: signal.SIGTERM, KeyboardInterrupt: signal.SIGINT}
    number = numbers.get(said.exc_type)
    if number is None:
        sys.__unraisablehook__(said)
        return
    from threading import Timer  # noqa: PLC0415 - seldom needed

    again = Timer(SOON, os.kill, (os.getpid(), number))  # later, since it would be dropped here too
    again.daemon = True
    again.start()


def in_one_line(message: str) -> str:
    """A message as a terminal may show it, without the number of an error."""
    from claims.text.terminal import for_terminal  # noqa: PLC0415 - only where something failed

    return for_terminal(ERRNO.sub("", message).strip())


def utc_now() -> str:
    """The time as stored: UTC, whole seconds, ISO 8601 with Z."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def settings(state: State) -> Settings:
    """Defaults, then the file, then the environment, then options. Raises BadSetting."""
    chosen = replace(Settings(), **_from_file(Path(CONFIG)))
    environment = {
        f.name: os.environ[f.metadata["env"]]
        for f in fields(Settings)
        if os.environ.get(f.metadata["env"])
    }
    chosen = replace(chosen, **environment)
    return _sound(replace(chosen, db=state.db) if state.db is not None else chosen)


def _from_file(path: Path) -> dict[str, Any]:
    if not path.is_file():
        return {}
    try:
        read = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as why:
        raise BadSetting(f'{path}: {why}; each line is a setting, as desk = "..."') from None
    known = {f.name for f in fields(Settings)}
    for name, value in read.items():
        if name not in known:
            raise BadSetting(f"{path}: {name} is no setting; there are: {', '.join(sorted(known))}")
        if not isinstance(value, str):
            raise BadSetting(f'{path}: {name} takes a text in quotes, as {name} = "..."')
    return read


def _sound(chosen: Settings) -> Settings:
    for setting in fields(Settings):
        value = getattr(chosen, setting.name)
        if not value.isprintable() or (setting.name == "db" and not value.strip()):
            raise BadSetting(f"the setting {setting.name} is empty or holds unreadable characters")
    return chosen


def _mend(why: Exception) -> str:
    """What to do about a database that cannot be opened, where SQLite alone spoke."""
    if "unable to open" in str(why):
        return "; you may have no right to write in its folder: give another --db"
    if "locked" in str(why):
        return "; another process has been at work on it for too long: try again later"
    if "malformed" in str(why):
        return "; bring it back from a backup, or save what can be read: sqlite3 FILE .recover"
    return "; give another --db" if "not a database" in str(why) else ""


def open_edges(ctx: typer.Context) -> Edges:
    """The working database and everything else a step needs. Raises UserError when it cannot open."""
    from claims.steps.edges import Edges  # noqa: PLC0415 - sqlite-utils loads only where it is used
    from db.connection import open_database  # noqa: PLC0415 - as above

    chosen = settings(ctx.obj)
    path = Path(chosen.db)
    if path.name == PUBLIC:
        raise UserError(f"{PUBLIC} is the name of the public database; give another --db")
    if path.is_dir():
        raise UserError(f"{path} is a folder; --db takes the path of a database file")
    if not path.absolute().parent.is_dir():
        raise UserError(
            f"{path.absolute().parent} is no folder; make it first, or give another --db"
        )
    try:
        database = open_database(path)
    except sqlite3.DatabaseError as why:
        raise UserError(f"{path} cannot be opened as a database: {why}{_mend(why)}") from None
    ctx.call_on_close(database.close)
    return Edges(database=database, path=path, settings=chosen, now=utc_now)
