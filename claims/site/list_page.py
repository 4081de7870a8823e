"""`/public/claims`: the claim table, narrowed by facets, searched and sorted.

What this page does not know, such as a filter on another column, Datasette's own table page answers.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlencode
from weakref import WeakKeyDictionary

import numpy as np
from datasette.utils import escape_fts

from claims.site.facts import is_static, page_facts, read
from claims.site.render import page
from claims.site.shelf import FACETS, SORTABLE, Shelf, load_shelf
from claims.site.words import label, words
from db.public_queries import MATCHING, MATCHING_BY_RANK, SHORT_BY_NUMBER

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, MutableMapping

    from datasette import Response
    from datasette.app import Datasette
    from numpy.typing import NDArray

    from claims.site.shelf import Places

PATH = "/public/claims"
PAGE = 20
SHOWN = 10
SHOWN_AT_MOST = 500
SEARCHES = 32
"""So many searches are kept; one may hold a million row numbers."""

KNOWN = 2_000
"""So many counts are kept, of some hundred bytes each."""

RANKED = 2_000
"""A search with more finds than this is in the order of the list: to weigh them all would take long."""

DEFAULT_SORT = ("decided_at", True)
_SHELVES: MutableMapping[Any, Shelf] = WeakKeyDictionary()


@dataclass(frozen=True, slots=True)
class Wish:
    """What the address asks for; a filter of null wants claims without a value."""

    filters: Mapping[str, str | None]
    search: str = ""
    sort: tuple[str, bool] | None = None
    number: int = 1
    all_values: bool = False

    def without(self, name: str) -> Mapping[str, str | None]:
        """The filters but one."""
        return {one: value for one, value in self.filters.items() if one != name}

    def address(self, path: str = PATH) -> str:
        """The address that asks for this."""
        asked: list[tuple[str, str]] = [
            (f"{name}__isnull", "1") if value is None else (name, value)
            for name, value in self.filters.items()
        ]
        if self.search:
            asked.append(("_search", self.search))
        if self.sort:
            asked.append(("_sort_desc" if self.sort[1] else "_sort", self.sort[0]))
        if self.number > 1:
            asked.append(("_page", str(self.number)))
        if self.all_values:
            asked.append(("_facet_size", "max"))
        return f"{path}?{urlencode(asked)}" if asked else path


async def list_html(datasette: Datasette, request: Any) -> Response:
    """The page; or Datasette's, when it is asked for more than this one knows."""
    wish = read_wish(request.query_string)
    if wish is None:
        # this module loads all plug-ins, this one among them, so not before they are there
        from datasette.views.table import TableView  # noqa: PLC0415

        return await TableView(datasette).get(request)
    shelf = await shelf_of(datasette)
    found = await read(datasette, lambda connection: _found(connection, shelf, wish))
    static = is_static(datasette)
    context = {**found, **_around(shelf, wish, found["fits"], static=static), "wish": wish}
    metadata = datasette.table_metadata("public", "claims")
    about = {"title": metadata.get("title") or "Claims", "columns": metadata.get("columns") or {}}
    return await page(datasette, "list.html", {**context, "about": about})


async def shelf_of(datasette: Datasette) -> Shelf:
    """The shelf of the file that is served, filled when it is first wanted."""
    shelf = _SHELVES.get(datasette)
    if shelf is None:
        await page_facts(datasette)
        found = await datasette.get_database("public").execute_fn(load_shelf)
        shelf = _SHELVES[datasette] = found
    return shelf


def read_wish(query: str) -> Wish | None:
    """What an address asks for; null when this page does not know part of it.

    >>> read_wish("kind=event&_sort_desc=verdict").address()
    '/public/claims?kind=event&_sort_desc=verdict'
    >>> read_wish("exact__contains=x") is None
    True
    """
    wish = Wish({})
    for name, value in parse_qsl(query, keep_blank_values=True):
        column, _, missing = name.partition("__")
        if column in FACETS and missing in {"", "isnull"} and column not in wish.filters:
            if missing and value != "1":
                return None
            wish = replace(wish, filters={**wish.filters, column: None if missing else value})
        elif name == "_search" and not wish.search:
            wish = replace(wish, search=value.strip())
        elif name in {"_sort", "_sort_desc"} and value in SORTABLE and wish.sort is None:
            wish = replace(wish, sort=(value, name == "_sort_desc"))
        elif name == "_page" and value.isascii() and value.isdigit() and len(value) < 8:  # noqa: PLR2004
            wish = replace(wish, number=max(1, int(value)))
        elif (name, value) == ("_facet_size", "max"):
            wish = replace(wish, all_values=True)
        else:
            return None
    return wish


def _found(connection: sqlite3.Connection, shelf: Shelf, wish: Wish) -> dict[str, Any]:
    """The claims of this page of the list, and how many there are in all."""
    matching = _matching(connection, shelf, wish)
    fits = shelf.fitting({}, matching) if matching is not None else None
    among = shelf.fitting(wish.filters)
    if fits is not None:
        among &= fits
    if matching is not None and wish.sort is None and len(matching) <= RANKED:
        numbers = matching[np.isin(matching, shelf.numbers[among])]
    else:
        name, descending = wish.sort or DEFAULT_SORT
        numbers = shelf.ordered(name, among, descending=descending)
    pages = max(1, -(-len(numbers) // PAGE))
    number = min(wish.number, pages)
    some = [int(n) for n in numbers[(number - 1) * PAGE : number * PAGE]]
    marks = ", ".join("?" * len(some))
    cursor = connection.execute(SHORT_BY_NUMBER.format(marks), some)
    names = [column[0] for column in cursor.description]
    by_number = {row[0]: dict(zip(names, row, strict=True)) for row in cursor.fetchall()}
    return {
        "claims": [by_number[n] for n in some],
        "total": len(numbers),
        "number": number,
        "pages": pages,
        "fits": fits,
    }


def _matching(connection: sqlite3.Connection, shelf: Shelf, wish: Wish) -> Places | None:
    """The row numbers of what a search finds, the nearest first unless they are very many."""
    if not wish.search:
        return None
    key = ("", wish.search)
    if key not in shelf.known:
        sought = {"words": escape_fts(wish.search)}
        found = _numbers(connection.execute(MATCHING, sought))
        if len(found) <= RANKED:
            found = _numbers(connection.execute(MATCHING_BY_RANK, sought))
        if sum(not one[0] for one in shelf.known) < SEARCHES:
            shelf.known[key] = found
        return found
    known: Places = shelf.known[key]
    return known


def _numbers(cursor: sqlite3.Cursor) -> Places:
    return np.fromiter((row[0] for row in cursor), dtype=np.int64)


def _around(
    shelf: Shelf, wish: Wish, matching: NDArray[np.bool_] | None, *, static: bool
) -> dict[str, Any]:
    """Facets, filters in force, orders and neighbours, each with its address."""
    plain = replace(wish, number=1, all_values=False)
    chosen = [
        {
            "name": label(name),
            "value": _value_words(value, name),
            "remove": replace(plain, filters=wish.without(name)).address(),
        }
        for name, value in wish.filters.items()
    ]
    return {
        "chosen": chosen,
        "without_search": replace(plain, search="").address(),
        "facets": [
            facet
            for name in FACETS
            if not (static and wish.filters)
            and (facet := _facet(shelf, plain, name, matching, wish))
        ],
        "orders": [] if static else _orders(plain),
        "at": lambda number: replace(wish, number=number).address(),
        "more_values": replace(wish, all_values=True).address(),
        **{f"as_{form}": _data(plain, form) for form in ("json", "csv")},
    }


def _data(plain: Wish, form: str) -> str:
    """The same list from Datasette, which counts a withdrawn claim among those without a value."""
    address = plain.address(f"{PATH}.{form}")
    return f"{address}&status__not=withdrawn" if None in plain.filters.values() else address


def _facet(
    shelf: Shelf, plain: Wish, name: str, matching: NDArray[np.bool_] | None, wish: Wish
) -> dict[str, Any] | None:
    """The values of a facet among claims that fit everything else that was chosen."""
    some, different = _counts(shelf, wish, name, matching)
    if all(value is None for value, _ in some):
        return None
    more = different > len([value for value, _ in some if value is not None])
    return {
        "name": name,
        "label": label(name),
        "more": more and not wish.all_values,
        "values": [
            {
                "words": _value_words(value, name),
                "count": count,
                "chosen": (chosen := name in wish.filters and _same(value, wish.filters[name])),
                "url": replace(
                    plain,
                    filters=wish.without(name)
                    if chosen
                    else {**wish.filters, name: None if value is None else str(value)},
                ).address(),
            }
            for value, count in some
        ],
    }


def _counts(
    shelf: Shelf, wish: Wish, name: str, matching: NDArray[np.bool_] | None
) -> tuple[list[tuple[Any, int]], int]:
    """Values and numbers under everything else that was chosen; the value that is chosen among them."""
    key = (name, *wish.filters.items(), wish.all_values)
    if matching is None and key in shelf.known:
        known: tuple[list[tuple[Any, int]], int] = shelf.known[key]
        return known
    fits = shelf.fitting(wish.without(name))
    if matching is not None:
        fits &= matching
    shown = SHOWN_AT_MOST if wish.all_values else SHOWN
    some, different = shelf.counts(name, fits, shown=shown)
    chosen = wish.filters.get(name)
    if chosen is not None and all(str(value) != chosen for value, _ in some):
        some = [shelf.count(name, chosen, fits), *some]
    if matching is None and len(shelf.known) < KNOWN:
        shelf.known[key] = (some, different)
    return some, different


def _same(value: Any, asked: str | None) -> bool:
    return asked is None if value is None else str(value) == asked


def _value_words(value: Any, name: str) -> str:
    if value is None:
        return {"verdict": "No verdict", "claimant": "The article itself"}.get(name, "Not known")
    return words(value, name)


def _orders(plain: Wish) -> list[dict[str, Any]]:
    """The orders of the list: name, address, and which way it runs where it is in force."""
    now = plain.sort or (None if plain.search else DEFAULT_SORT)
    found = [
        {
            "label": label(name),
            "way": ("descending" if now[1] else "ascending") if now and now[0] == name else None,
            "url": replace(
                plain, sort=(name, not now[1] if now and now[0] == name else True)
            ).address(),
        }
        for name in SORTABLE
    ]
    if plain.search:
        nearest = {"label": "Nearest to the words", "url": replace(plain, sort=None).address()}
        found.insert(0, {**nearest, "way": None if plain.sort else "nearest"})
    return found
