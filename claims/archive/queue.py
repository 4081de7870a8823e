"""Exchanges from many workers into one archive: as many as wait at a time share one sync.

Compressing and syncing happen in a thread, so that nobody who waits for the network waits for the disk.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, NamedTuple, Self

if TYPE_CHECKING:
    from types import TracebackType

    from claims.archive.writer import Placed, WarcArchive
    from claims.model.exchange import Exchange

GROUP = 64
WAITING_BYTES = 64_000_000
"""So much may wait to be written; then those who bring more wait with it."""


class _Wish(NamedTuple):
    exchange: Exchange
    options: dict[str, Any]
    placed: asyncio.Future[Placed]


class WriteQueue:
    """The way into `archive` for the tasks of one event loop. Use as an async context manager."""

    def __init__(self, archive: WarcArchive) -> None:
        self._archive = archive
        self._wishes: asyncio.Queue[_Wish] = asyncio.Queue()
        self._room = asyncio.Condition()
        self._bytes = 0
        self._writer: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        self._writer = asyncio.create_task(self._write())
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._wishes.join()
        if self._writer is not None:
            self._writer.cancel()

    async def keep(self, exchange: Exchange, **options: Any) -> Placed:
        """As `WarcArchive.append`: the place of the exchange, once it is on disk."""
        placed: asyncio.Future[Placed] = asyncio.get_running_loop().create_future()
        async with self._room:
            await self._room.wait_for(lambda: self._bytes < WAITING_BYTES)
            self._bytes += _size(exchange)
        self._wishes.put_nowait(_Wish(exchange, options, placed))
        return await placed

    async def _write(self) -> None:
        while True:
            group = [await self._wishes.get()]
            while len(group) < GROUP and not self._wishes.empty():
                group.append(self._wishes.get_nowait())
            try:
                told = await asyncio.to_thread(self._append, group)
            except Exception as error:  # noqa: BLE001 - the disk is full, say: none is kept for sure
                told = [error] * len(group)
            for wish, came in zip(group, told, strict=True):
                _tell(wish.placed, came)
                self._wishes.task_done()
            async with self._room:
                self._bytes -= sum(_size(wish.exchange) for wish in group)
                self._room.notify_all()

    def _append(self, group: list[_Wish]) -> list[Placed | Exception]:
        told: list[Placed | Exception] = []
        with self._archive.together():
            for wish in group:
                try:
                    told.append(self._archive.append(wish.exchange, **wish.options))
                except OSError:
                    raise
                except Exception as error:  # noqa: BLE001 - told to the one whose exchange it is
                    told.append(error)
        return told


def _size(exchange: Exchange) -> int:
    return len(exchange.wire_body) + sum(len(hop.wire_body) for hop in exchange.redirects)


def _tell(placed: asyncio.Future[Placed], came: Placed | Exception) -> None:
    if placed.done():  # nobody waits any more
        return
    if isinstance(came, Exception):
        placed.set_exception(came)
    else:
        placed.set_result(came)
