"""A public database to a whole site as files, for any host that serves files.

Pages come from the same code as the running site's, asked in-process; only what needs a server is left
out. The folder is written beside its place and moved there when it is whole. The same database gives
the same bytes.
"""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claims.model.errors import UserError
from claims.site.claim_page import GONE
from claims.site.data_files import data_files
from claims.site.facts import page_facts
from claims.site.hosts import host_files
from claims.site.manifest import SUMS, sign, write_sums
from claims.site.places import place, relinked
from claims.site.serve import datasette_for
from db.public_queries import WITHDRAWN_IDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from datasette.app import Datasette

ROOTS = ("/", "/data", "/robots.txt", "/feed.atom", "/sitemap.xml", "/icon.svg")
NO_PAGE = "/no-such-page"
CLAIM_FILE = re.compile(r"claim/[^/]+/index\.html")


@dataclass(frozen=True, slots=True)
class Written:
    """What was written."""

    path: str
    files: int
    bytes: int
    signed: bool


def write_site(
    public: Path, out: Path, *, key: str = "", progress: Callable[[int], None] = lambda _: None
) -> Written:
    """Write the site of a public database into the folder `out`, and sign its digests when there is a key.

    Raises UserError when the site's address is not known, when `out` holds anything else, or when the
    key cannot sign; then `out` is as it was.
    """
    _refuse_foreign(out)
    beside = out.with_name(f".{out.name}.{os.getpid()}.new")
    shutil.rmtree(beside, ignore_errors=True)
    beside.mkdir(parents=True)
    try:
        address = asyncio.run(_write_pages(public, beside, progress))
        for name, body in data_files(public):
            _write(beside, f"data/{name}", body)
        for name, text in host_files(list(_withdrawn(public)), address):
            _write(beside, name, text.encode())
        files, size = write_sums(beside)
        if key:
            sign(beside / SUMS, key)
        _swap(beside, out)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return Written(str(out), files, size, bool(key))


def _refuse_foreign(out: Path) -> None:
    if not out.exists():
        return
    if not out.is_dir():
        raise UserError(f"{out} is a file; name a folder for the site")
    if any(out.iterdir()) and not (out / SUMS).is_file():
        raise UserError(f"{out} holds other things than a site of ours; name an empty folder")


def _swap(new: Path, out: Path) -> None:
    """Put the new folder in the place of the old."""
    old = out.with_name(f".{out.name}.{os.getpid()}.old")
    if out.exists():
        out.rename(old)
    new.rename(out)
    shutil.rmtree(old, ignore_errors=True)


async def _write_pages(public: Path, folder: Path, progress: Callable[[int], None]) -> str:
    """Write every page; the site's address."""
    datasette = datasette_for(public, static=True)
    await datasette.invoke_startup()
    known = await page_facts(datasette)
    address = known["facts"].get("address")
    if not address:
        raise UserError(
            "the site's address is not known, and feeds and embeds need it; set it, then publish again:"
            " CITETRAIL_SITE=https://checks.example"
        )
    waiting = [*ROOTS, *(f"/claim/{one}" for one in _withdrawn(public))]
    seen = {place(one) for one in waiting}

    def meet(found: str) -> None:
        file = place(found)
        if file is not None and file not in seen and not file.startswith("data/"):
            seen.add(file)
            waiting.append(found)

    done = 0
    while waiting:
        asked = waiting.pop()
        file = place(asked)
        if file is not None and file != SUMS:
            for found in await _write_page(
                datasette, asked, folder=folder, file=file, base=address
            ):
                meet(found)
            done += 1
            progress(done)
    answer = await datasette.client.get(NO_PAGE)
    rooted = relinked(answer.text, "404.html", seen=meet)
    _write(folder, "404.html", _rooted(rooted, address).encode())
    return str(address)


async def _write_page(
    datasette: Datasette, asked: str, *, folder: Path, file: str, base: str
) -> list[str]:
    """Write what stands at an address; the addresses that it leads to."""
    answer = await datasette.client.get(asked)
    if answer.status_code not in {200, GONE}:
        raise UserError(f"{asked} answered {answer.status_code}; the site was not written")
    met: list[str] = []
    if not answer.headers["content-type"].startswith("text/html"):
        _write(folder, file, answer.content)
        if file.startswith("sitemap"):
            met = _parts(answer.text, base)
        return met
    page = relinked(answer.text.replace(f'"{base}/oembed?', '"/oembed?'), file, seen=met.append)
    _write(folder, file, page.encode())
    if CLAIM_FILE.fullmatch(file) and answer.status_code != GONE:
        met.append(f"{asked}/card.png")
    return met


def _parts(text: str, base: str) -> list[str]:
    """The lists that a list of site maps names."""
    found = (line.partition("<loc>")[2].partition("</loc>")[0] for line in text.splitlines())
    return [one.removeprefix(base) for one in found if one.startswith(f"{base}/sitemap-")]


def _rooted(page: str, base: str) -> str:
    """The page for missing addresses: it is shown at any depth, so its links begin at the site's address."""
    for name in ("href", "src"):
        page = page.replace(f' {name}="', f' {name}="{base}/').replace(f'"{base}/http', '"http')
        page = page.replace(f'"{base}/#', '"#').replace(f'"{base}/mailto:', '"mailto:')
    return page


def _withdrawn(public: Path) -> Iterator[str]:
    """The ids of withdrawn claims, to whose notices no list need lead."""
    with closing(sqlite3.connect(f"{public.resolve().as_uri()}?mode=ro", uri=True)) as database:
        yield from (str(row[0]) for row in database.execute(WITHDRAWN_IDS).fetchall())


def _write(folder: Path, name: str, body: Any) -> None:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(body)
