"""The public file as it stands to the application that answers from it: a new file takes over whole.

`publish` moves a new file over the old one. It is opened and warmed beside the old one and takes over
between two requests; what was asked before is answered from the file it began with.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import sqlite3
from typing import TYPE_CHECKING, Any

from claims.model.errors import BadInput
from claims.site.facts import PUBLIC
from claims.site.public_file import mark_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from datasette.app import Datasette

    from claims.site.public_file import Mark, PublicDatabase

LOG = logging.getLogger(__name__)

EVERY_S = 1.0
"""Seconds between two looks at the file: one `stat` each."""

OK = 200


class Opened:
    """One file that is or was served, and how many requests are being answered from it."""

    def __init__(self, site: Datasette) -> None:
        self.site = site
        self.app = site.client.app
        self.asked = 0
        self._file: PublicDatabase = site.get_database(PUBLIC)
        self.mark: Mark = self._file.mark

    async def warm(self) -> None:
        """Read what every page needs. Raises BadInput when not even the start page can be shown."""
        status = (await self.site.client.get("/")).status_code
        if status != OK:
            raise BadInput(f"its start page answers {status}")

    async def close(self) -> None:
        """Give back files and threads. Datasette has no such thing and would keep them for ever."""
        await asyncio.to_thread(self.site.executor.shutdown)
        self._file.close()
        for database in self.site.databases.values():
            if database.is_mutable:  # its own notes, in memory: written by a thread that never ends
                await database.execute_write_fn(_leave, block=False)


def _leave(_connection: Any) -> None:
    raise SystemExit  # ends the thread that runs it, and only that


class Editions:
    """An application that answers from the newest whole file at `path`; `ready` is called when it can."""

    def __init__(
        self,
        path: Path,
        build: Callable[[Path], Datasette],
        *,
        ready: Callable[[], None] = lambda: None,
    ) -> None:
        self._path = path
        self._build = build
        self._ready = ready
        self._now = Opened(build(path))
        self._refused: Mark | None = None

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Answer one request from one file."""
        if scope["type"] == "lifespan":
            await self._live(receive, send)
            return
        opened = self._now
        opened.asked += 1
        try:
            await opened.app(scope, receive, send)
        finally:
            opened.asked -= 1
            if opened is not self._now and not opened.asked:
                await opened.close()

    async def look(self) -> None:
        """Let a new file take over, if there is one that can be served."""
        mark = mark_of(self._path)
        if mark is None or mark in {self._now.mark, self._refused}:
            return
        try:
            opened = await self._open()
        except (BadInput, OSError, sqlite3.Error) as error:
            self._refused = mark
            LOG.error("the new file is not shown, the old one still is: %s", error)  # noqa: TRY400 - one line
            return
        old, self._now = self._now, opened
        if not old.asked:
            await old.close()

    async def _open(self) -> Opened:
        opened = Opened(await asyncio.to_thread(self._build, self._path))
        try:
            await opened.warm()
        except BaseException:
            await opened.close()
            raise
        return opened

    async def _live(self, receive: Any, send: Any) -> None:
        await receive()
        with contextlib.suppress(
            BadInput
        ):  # a site whose start page fails may have pages that do not
            await self._now.warm()
        watch = asyncio.create_task(self._watch())
        await send({"type": "lifespan.startup.complete"})
        self._ready()
        await receive()
        watch.cancel()
        await send({"type": "lifespan.shutdown.complete"})

    async def _watch(self) -> None:
        while True:
            await asyncio.sleep(EVERY_S)
            try:
                await self.look()
            except Exception:
                LOG.exception("the new file could not be looked at")
