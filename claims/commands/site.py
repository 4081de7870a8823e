"""`publish` and `serve`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claims.commands.output import Form, Json, Nl, emit_one, form, say
from claims.commands.state import PUBLIC, open_edges, settings
from claims.model.errors import UserError

app = typer.Typer(rich_markup_mode=None)

Host = Annotated[str, typer.Option(help="Address to listen on.")]
Port = Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on; 0 for a free one.")]


@app.command()
def publish(ctx: typer.Context, json: Json = False, nl: Nl = False) -> None:
    """Build the public database from what was decided.

    It is written beside the working database as public.db, and holds published, corrected and
    withdrawn claims only.

    \b
    Example:
      citetrail publish
    """
    # datasette's half of the code loads in half a second, so only where it is used
    from claims.steps.publish import publish as build  # noqa: PLC0415

    how = form(json, nl)
    edges = open_edges(ctx)
    report = build(edges, edges.path.with_name(PUBLIC))
    if how is Form.TABLE:
        held = ", ".join(f"{n} {state}" for state, n in report["held_back_by_state"].items())
        say(f"{report['published']['claims']} claims in {report['path']}")
        say(f"held back: {held or 'nothing'}")
        say("A running site shows it after a restart (serve --reload restarts by itself).")
    else:
        emit_one(report, how)


@app.command()
def serve(
    ctx: typer.Context,
    database: Annotated[Path | None, typer.Argument(metavar="[DB]")] = None,
    host: Host = "127.0.0.1",
    port: Port = 8001,
    reload: Annotated[bool, typer.Option("--reload", help="Restart when it changes.")] = False,
) -> None:
    """Serve the public site with Datasette.

    \b
    Example:
      citetrail serve --port 8080
    """
    path = database or Path(settings(ctx.obj).db).with_name(PUBLIC)
    if not path.is_file():
        raise UserError(f"{path} is not there; build it with: citetrail publish")
    run_site(path, host=host, port=port, reload=reload)


def run_site(path: Path, *, host: str, port: int, reload: bool = False) -> None:
    """Serve until stopped."""
    from claims.site.serve import run_server  # noqa: PLC0415 - as above

    run_server(path, host=host, port=port, reload=reload)
