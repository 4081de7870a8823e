"""A public database to its Atom feed, without a running site."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from claims.site.feeds import feed_of
from claims.site.serve import datasette_for

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path


def feed_file(public: Path, *, base: str, only: Collection[str] = ()) -> str:
    """The feed of a site that is reached at `base`; of the claims `only`, or the newest of all."""

    async def asked() -> str:
        datasette = datasette_for(public)
        await datasette.invoke_startup()
        return await feed_of(datasette, base=base.rstrip("/"), only=only)

    return asyncio.run(asked())
