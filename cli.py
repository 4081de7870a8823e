"""The command `citetrail`: global options, the table of commands, and errors turned into exit codes."""

# ruff: noqa: E402 - Ctrl-C while the imports run must end the command without a traceback
from __future__ import annotations

import signal

_INTERRUPTED = signal.signal(signal.SIGINT, signal.SIG_DFL)

import errno
import os
import re
import sys
from typing import Annotated

import typer

from claims import __version__
from claims.commands.lazy import LazyGroup
from claims.commands.state import State, begin, in_one_line
from claims.model.errors import ClaimsError

signal.signal(signal.SIGINT, _INTERRUPTED)

BY_CTRL_C = 130

app = typer.Typer(
    cls=LazyGroup,
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # plain help: rich alone would cost half of the 0.3 s that help may take
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"citetrail {__version__}")
        raise typer.Exit


@app.callback()
def root(
    ctx: typer.Context,
    db: Annotated[str | None, typer.Option("--db", help="The working database.")] = None,
    quiet: Annotated[bool, typer.Option("--quiet", help="No progress bars.")] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say the version.")
    ] = False,
) -> None:
    """Pull checkable claims out of articles, keep their sources, decide, and publish.

    \b
    Example:
      citetrail demo
      citetrail run article.html --serve
    """
    del version
    ctx.obj = State(db=db, quiet=quiet)


def main() -> None:
    """Run the command line; everything that goes wrong ends as one line on stderr and exit code 1."""
    if any(not _sound(argument) for argument in sys.argv[1:]):
        typer.echo("Usage: citetrail [OPTIONS] COMMAND [ARGS]...\n", err=True)
        typer.echo("Error: an argument holds bytes that are not UTF-8", err=True)
        sys.exit(2)
    try:
        begin()
        try:
            app(prog_name="citetrail")
        finally:
            sys.stdout.flush()
    except KeyboardInterrupt:
        sys.exit(BY_CTRL_C)
    except ClaimsError as error:
        _fail(str(error))
    except BrokenPipeError:
        _let_go()  # the reader has gone (`| head`): nothing to say
        sys.exit(1)
    except Exception as error:
        if isinstance(error.__cause__, KeyboardInterrupt):
            sys.exit(BY_CTRL_C)  # it came while a class was made, which Python tells in its own way
        if os.environ.get("CITETRAIL_DEBUG"):
            raise
        _fail(described(error))


def _sound(argument: str) -> bool:
    """Whether an argument is text, or else at least the name of a file that is there."""
    try:
        argument.encode()
    except UnicodeEncodeError:
        return os.path.lexists(argument)
    return True


DISK_FULL = "the disk is full; make room and run this again: what was stored before is whole"

REFUSED_BY_SQLITE = {
    "database is locked": "another process has been writing to the database for too long; try again later",
    "readonly database": "the database can only be read here: see who may write to it and its folder",
    "unable to open database file": "a database cannot be written here: see who may write to this folder",
    "disk is full": DISK_FULL,
    "disk I/O error": "the disk cannot be read or written: see whether it is full or failing",
}
"""What SQLite says, and what it means to the person who ran the command."""

WHERE = "(CITETRAIL_DEBUG=1 shows where)"


def described(error: Exception) -> str:
    """An error that no step expected in one line, with what to do where that is known."""
    said = str(error)
    if type(error).__module__ == "sqlite3":
        known = (words for sign, words in REFUSED_BY_SQLITE.items() if sign in said)
        return next(known, f"the database cannot be used: {said} {WHERE}")
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        return DISK_FULL
    if isinstance(error, OSError) and error.strerror and error.filename is not None:
        refused = error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}
        hint = "; see who may read and write there" if refused else ""
        return f"{_asked_for(str(error.filename))}: {error.strerror}{hint}"
    return (
        said if isinstance(error, OSError) else f"unexpected {type(error).__name__}: {said} {WHERE}"
    )


BESIDE = re.compile(r"(?<![^/])\.([^/]+)\.\d+\.(?:new|old|partial)(?:/.*)?")
"""What is being written beside the file or folder `[1]`, whose place it takes when it is whole."""


def _asked_for(path: str) -> str:
    """The path that was asked for, where `path` is of what is written beside it."""
    return BESIDE.sub(r"\1", path)


def _let_go() -> None:
    """Leave what standard output does not take, which Python would try to write once more at exit."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _fail(message: str) -> None:
    _let_go()
    typer.echo(f"Error: {in_one_line(message)}", err=True)
    sys.exit(1)


if __name__ == "__main__":
    main()
