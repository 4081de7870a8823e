"""`publish` and `serve`."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from claims.commands.output import PART, Form, Json, Nl, emit_one, form, say
from claims.commands.progress import counted
from claims.commands.state import PUBLIC, open_edges, settings
from claims.model.errors import UserError
from claims.model.so_many import so_many

app = typer.Typer(rich_markup_mode=None)

Host = Annotated[str, typer.Option(help="Address to listen on.")]
Port = Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on; 0 for a free one.")]


@app.command()
def publish(
    ctx: typer.Context,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would go out.")] = False,
    static: Annotated[
        Path | None,
        typer.Option("--static", metavar="DIR", help="Write the whole site as files into DIR too."),
    ] = None,
    json: Json = False,
    nl: Nl = False,
) -> None:
    """Build the public database from what was decided and passes the gates.

    It is written beside the working database as public.db, and holds published, corrected and
    withdrawn claims only. A claim that was decided to be published and is held back by a gate is
    listed, and the command ends with 3. What is out already stays.

    With --static the site is written as files too, for any host that serves files, with the data as
    CSV and the digests of all files, signed when the setting signing_key names an SSH key.

    \b
    Example:
      citetrail publish --dry-run
      citetrail publish
      citetrail publish --static site
    """
    # datasette's half of the code loads in half a second, so only where it is used
    from claims.steps.publish import publish as build  # noqa: PLC0415

    how = form(json, nl)
    edges = open_edges(ctx)
    public = edges.path.with_name(PUBLIC)
    report = build(edges, public, dry_run=dry_run)
    if static and not dry_run:
        report["static"] = _write_static(ctx, public, static, key=edges.settings.signing_key)
    if how is Form.TABLE:
        _say(report, dry_run=dry_run)
    else:
        emit_one(report, how)
    if report["held_at_gates"]:
        raise typer.Exit(PART)


def _write_static(ctx: typer.Context, public: Path, folder: Path, *, key: str) -> dict[str, Any]:
    from claims.site.static_site import write_site  # noqa: PLC0415 - as above

    with counted(ctx, "Pages written") as told:
        return asdict(write_site(public, folder, key=key, progress=told))


def _say(report: dict[str, Any], *, dry_run: bool) -> None:
    held = ", ".join(f"{n} {state}" for state, n in report["held_back_by_state"].items())
    would = "would be " if dry_run else ""
    claims = report["published"]["claims"]
    say(f"{so_many(claims, 'claim')} {would}in {report['path']}")
    say(f"held back: {held or 'nothing'}")
    for one in report["held_back"]:
        for gate in one.get("gates", ()):
            say(f"{one['claim']} {gate['gate']} {gate['rule']} {gate['looked_at']}. {gate['mend']}")
    if "static" in report:
        written = report["static"]
        signed = "signed" if written["signed"] else "not signed: the setting signing_key is empty"
        say(f"{so_many(written['files'], 'file')} in {written['path']} ({signed})")
    if not dry_run:
        say("A running site shows it within seconds.")


@app.command()
def serve(
    ctx: typer.Context,
    database: Annotated[Path | None, typer.Argument(metavar="[DB]")] = None,
    host: Host = "127.0.0.1",
    port: Port = 8001,
    reload: Annotated[
        bool, typer.Option("--reload", help="Restart when templates or metadata.yml change.")
    ] = False,
) -> None:
    """Serve the public site with Datasette.

    What `publish` writes meanwhile is shown within seconds; no request fails for it.

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
