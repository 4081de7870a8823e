"""CSL-JSON items to a list of references in one of our styles, as text, HTML or Markdown.

citeproc-py does the setting (https://github.com/citeproc-py/citeproc-py). What it is given is escaped for
the form asked for, so that a title is never markup.
"""

from __future__ import annotations

import re
import warnings
from enum import Enum
from functools import lru_cache
from html import escape
from importlib.resources import files
from io import BytesIO
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from claims.export.csl_date import iso, year_of
from claims.text.sound import sound

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

STYLES = "styles"
PRIVATE = range(0xE000, 0xF900)
"""Unicode's area for private use: no text of others keeps a character of it."""

MARKS = {
    "html": {c: escape(c) for c in "&<>\"'"},
    "markdown": {c: "\\" + c for c in "\\`*_{}[]<>#|~!&"},
    "text": {"<": "<"},
}
"""Characters that would be read as markup, and how they are written instead.

citeproc-py 0.11 escapes nothing in a bibliography, whatever its formatter says. So such a character goes
through it as one for private use, and comes out as it must be written.
"""

KNOWN = frozenset(
    "title author editor translator issued accessed container-title volume issue page number publisher"
    " publisher-place DOI ISBN URL status genre edition version".split()
)
"""The fields that our styles set. Others would only make citeproc-py warn."""

MOST_CHARACTERS = 2_000
LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Style(Enum):
    """The styles that come with the product."""

    NOTE = "note"
    AUTHOR_DATE = "author-date"
    NUMERIC = "numeric"


class Markup(Enum):
    """The form in which a list of references is given."""

    TEXT = "text"
    HTML = "html"
    MARKDOWN = "markdown"


def reference_list(items: Iterable[Mapping[str, Any]], style: Style, markup: Markup) -> list[str]:
    """One line for each item, in the order of the style.

    >>> item = {"id": "s-1", "type": "webpage", "title": "A <b> & B", "URL": "https://c.example/a"}
    >>> reference_list([item], Style.NUMERIC, Markup.HTML)
    ['[1] ‘A &lt;b&gt; &amp; B’. https://c.example/a.']
    """
    stand_ins = {c: chr(PRIVATE.start + at) for at, c in enumerate(MARKS[markup.value])}
    listed = [_hidden(_prepared(item), str.maketrans(stand_ins)) for item in items]
    if not listed:
        return []
    if style is Style.AUTHOR_DATE:
        _mark_years(listed)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about what a style might also have asked for
        return _set(listed, style, markup)


def _set(listed: list[dict[str, Any]], style: Style, markup: Markup) -> list[str]:
    from citeproc import (  # noqa: PLC0415 - half a second that other formats need not wait for
        Citation,
        CitationItem,
        CitationStylesBibliography,
        CitationStylesStyle,
    )
    from citeproc.source.json import CiteProcJSON  # noqa: PLC0415

    csl = CitationStylesStyle(BytesIO(_style(style)), validate=False)
    source = CiteProcJSON(listed)
    made = CitationStylesBibliography(csl, source, FORMATTERS[markup])
    for item in listed:
        made.register(Citation([CitationItem(item["id"])]))
    if style is Style.AUTHOR_DATE:
        made.sort()
    shown = {chr(PRIVATE.start + n): to for n, to in enumerate(MARKS[markup.value].values())}
    back = str.maketrans(shown)
    return [_tidy("".join(map(str, line))).translate(back) for line in made.bibliography()]


def _hidden(value: Any, stand_ins: dict[int, Any]) -> Any:
    """The value with all text in it changed by a table of characters; ids and types stay."""
    if isinstance(value, str):
        return value.translate(stand_ins)
    if isinstance(value, list):
        return [_hidden(one, stand_ins) for one in value]
    if isinstance(value, dict):
        kept = {"id", "type"}
        return {k: v if k in kept else _hidden(v, stand_ins) for k, v in value.items()}
    return value


@lru_cache(maxsize=8)
def _style(style: Style) -> bytes:
    return files("claims.export").joinpath(STYLES, f"{style.value}.csl").read_bytes()


def _prepared(item: Mapping[str, Any]) -> dict[str, Any]:
    """What citeproc-py is given of an item: known fields, each of the kind that it expects."""
    made = {name: _sound(value) for name, value in item.items() if name in KNOWN and value}
    custom = item.get("custom") or {}
    places = [one["locator"] for one in custom.get("citations", ()) if one.get("locator")]
    if places:
        made["note"] = _sound("; ".join(dict.fromkeys(places)))
    archived = custom.get("archived") or {}
    if archived.get("memento_url"):
        made["archive_location"] = _sound(archived["memento_url"])
    if "archived" in custom and custom["archived"] is None:
        made["archive"] = "(not archived)"
    if not made.get("title"):
        made["title"] = made.get("URL") or "Untitled"
    return {"id": str(item["id"]).lower(), "type": item["type"], **made}


def _sound(value: Any) -> Any:
    """Text of one line without characters that could not be shown."""
    if isinstance(value, str):
        whole = sound(value[:MOST_CHARACTERS])
        shown = (c if c.isprintable() and ord(c) not in PRIVATE else " " for c in whole)
        return " ".join("".join(shown).split())
    if isinstance(value, list):
        return [_sound(one) for one in value]
    if isinstance(value, dict):
        return {name: _sound(one) for name, one in value.items()}
    return value


def _mark_years(listed: list[dict[str, Any]]) -> None:
    """Letters behind the year where one author has several works of it, by date and title."""
    groups: dict[tuple[str, int | None], list[dict[str, Any]]] = {}
    for item in listed:
        first = (item.get("author") or item.get("editor") or [{}])[0]
        who = first.get("family") or first.get("literal") or item["title"]
        groups.setdefault((str(who).casefold(), year_of(item.get("issued"))), []).append(item)
    for works in groups.values():
        if len(works) > 1:
            works.sort(key=lambda one: (iso(one.get("issued")) or "", one["title"], one["id"]))
            for number, one in enumerate(works):
                one["year-suffix"] = _letters(number)


def _letters(number: int) -> str:
    """0, 1, … 25, 26 as a, b, … z, aa.

    >>> _letters(0), _letters(25), _letters(26)
    ('a', 'z', 'aa')
    """
    head = _letters(number // len(LETTERS) - 1) if number >= len(LETTERS) else ""
    return head + LETTERS[number % len(LETTERS)]


def _tidy(line: str) -> str:
    """The line without doubled stops, such as after a title that ends with one."""
    shown = re.sub(r"(?<=[^.])\.\.(?!\.)", ".", " ".join(line.split()))
    return re.sub(r"(?<=[.!?])([”’])\.", r"\1", shown)


def _wrapped(before: str, after: str) -> Callable[[Any], str]:
    return lambda text: f"{before}{text}{after}" if str(text).strip() else str(text)


def _formatter(italic: Callable[[Any], str]) -> SimpleNamespace:
    """What citeproc-py asks of a formatter; only italics are set, all else is plain."""
    others = ("preformat", "Bold", "Light", "Underline", "Superscript", "Subscript", "SmallCaps")
    return SimpleNamespace(Italic=italic, Oblique=italic, **dict.fromkeys(others, str))


FORMATTERS = {
    Markup.TEXT: _formatter(str),
    Markup.HTML: _formatter(_wrapped("<i>", "</i>")),
    Markup.MARKDOWN: _formatter(_wrapped("*", "*")),
}
