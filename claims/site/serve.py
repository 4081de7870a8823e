"""A public database to a running site: Datasette with our settings, in one process."""

from __future__ import annotations

import contextlib
import os
import socket
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import hupper
import uvicorn
from datasette.app import Datasette
from datasette.plugins import pm
from datasette.utils import parse_metadata

import claims.site
from claims.model.errors import BadInput, BadSetting
from claims.site.editions import Editions
from claims.site.facts import PUBLIC
from claims.site.public_file import PublicDatabase
from db.public import is_public

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    ASGIApp = Callable[[Any, Any, Any], Awaitable[None]]

METADATA = Path(claims.site.__file__).parents[2] / "metadata.yml"
"""Beside `cli.py`, in the checkout as in an installation."""

SETTINGS: dict[str, Any] = {
    "suggest_facets": False,  # one query a column and page: seconds on a large table
    "default_allow_sql": False,
    "allow_download": False,
    "allow_facet": True,
    "allow_csv_stream": True,
    "default_page_size": 20,
    "default_facet_size": 12,
    "max_returned_rows": 500,
    "truncate_cells_html": 500,
    "default_cache_ttl": 60,
}

LEAVE_S = 20
"""Seconds that a reader who asks nothing, or takes a long table, may hold up the end of the server."""


def datasette_for(path: Path, *, static: bool = False) -> Datasette:
    """Datasette on the public database at `path`, whatever the file is called.

    `static` leaves out of the pages what only a running site can do, such as a search.
    Raises BadInput when the file is missing or was not made by `publish`.
    """
    if not is_public(path):
        state = "is not a public database" if path.exists() else "does not exist"
        raise BadInput(f"{path} {state}; `citetrail publish` makes one")
    if not pm.is_registered(claims.site):  # as when run from a checkout that is not installed
        pm.register(claims.site, name="citetrail")
    metadata = parse_metadata(METADATA.read_text(encoding="utf-8"))
    if static:
        metadata["plugins"] = {**metadata.get("plugins", {}), "citetrail": {"static": True}}
    site = Datasette(files=[], metadata=metadata, settings=SETTINGS)
    site.add_database(PublicDatabase(site, path), name=PUBLIC)
    site.remove_database("_memory")
    # The client was built before the public database was there, and with it its routes.
    site.client.app = site.app()
    return site


def _words(error: OSError | OverflowError) -> str:
    """What the operating system says, without its number."""
    return getattr(error, "strerror", None) or str(error)


def say_where(address: str) -> None:
    """Tell the person at the terminal where the site is."""
    sys.stderr.write(f"Serving at {address} (Ctrl-C ends it)\n")


def tell_supervisor() -> None:
    """Say that the site can be asked, where a supervisor waits for it (systemd: `Type=notify`)."""
    where = os.environ.get("NOTIFY_SOCKET", "")
    if where.startswith(("/", "@")):
        with (
            contextlib.suppress(OSError),
            socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as told,
        ):
            told.sendto(b"READY=1", where.replace("@", "\0", 1) if where[0] == "@" else where)


def run_server(
    path: Path,
    *,
    host: str = "127.0.0.1",
    port: int = 8001,
    reload: bool = False,
    announce: Callable[[str], None] = say_where,
) -> None:
    """Serve until interrupted; `announce` is told the address once the port is ours.

    Port 0 takes any free one. A file that is moved over the one at `path` is shown within seconds, and
    no request fails for it. With `reload` the site starts again when the metadata or the code changes;
    then `announce` has to be a function of a module. Raises BadInput as `datasette_for`, BadSetting
    when the port cannot be had.
    """
    editions = Editions(path, datasette_for, ready=tell_supervisor)
    if reload:
        reloader = hupper.start_reloader(
            "claims.site.serve.run_server",
            worker_args=[path],
            worker_kwargs={"host": host, "port": port, "reload": True, "announce": announce},
        )
        reloader.watch_files([str(METADATA), *map(str, _site_files())])
    with listening(host, port) as listener:
        shown = f"[{host}]" if ":" in host else host
        announce(f"http://{shown}:{listener.getsockname()[1]}/")
        app = _last_answers(editions, ending=lambda: server.should_exit)
        server = uvicorn.Server(
            uvicorn.Config(
                app, log_level="warning", lifespan="on", timeout_graceful_shutdown=LEAVE_S
            )
        )
        with contextlib.suppress(KeyboardInterrupt):  # Ctrl-C is how a server is ended
            server.run(sockets=[listener])


def _last_answers(app: ASGIApp, *, ending: Callable[[], bool]) -> ASGIApp:
    """`app`, whose answers end their connection once the server is to end.

    uvicorn (0.54) tells that the connections it has at that moment. One that is being accepted is not
    among them; a proxy would keep it in use until the process is killed in the midst of an answer.
    """

    async def answer(scope: Any, receive: Any, send: Any) -> None:
        async def sent(message: Any) -> None:
            if message["type"] == "http.response.start" and ending():
                message = {**message, "headers": [*message["headers"], (b"connection", b"close")]}
            await send(message)

        await app(scope, receive, sent)

    return answer


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens there. Raises BadSetting, with what to do, when it cannot be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        # With the protocol named, asyncio sends answers at once; else each waits 40 ms for an acknowledgement
        listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    except OSError as error:
        raise BadSetting(
            f"no network of this kind here ({_words(error)}); try --host 127.0.0.1"
        ) from error
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(128)
    except (OSError, OverflowError) as error:
        listener.close()
        raise BadSetting(
            f"cannot serve at {host} port {port} ({_words(error)}); try --port 0"
        ) from error
    return listener


def _site_files() -> list[Path]:
    folder = Path(claims.site.__file__).parent
    return [*folder.glob("templates/*.html"), *folder.glob("static/*")]
