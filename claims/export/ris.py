"""CSL-JSON items to RIS, as reference managers read it (tags of the 2011 specification)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claims.export.csl_date import year_of
from claims.export.item_parts import (
    address,
    archived,
    day,
    inverted,
    line,
    locators,
    not_archived,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

TYPES = {
    "article": "UNPB",
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "book": "BOOK",
    "chapter": "CHAP",
    "dataset": "DATA",
    "entry": "ENCYC",
    "legislation": "STAT",
    "motion_picture": "VIDEO",
    "paper-conference": "CONF",
    "post": "ELEC",
    "post-weblog": "BLOG",
    "report": "RPRT",
    "software": "COMP",
    "standard": "STAND",
    "thesis": "THES",
    "webpage": "ELEC",
}
NEWLINE = "\r\n"


def ris(items: Iterable[Mapping[str, Any]]) -> str:
    r"""The items as one .ris file.

    >>> ris([{"id": "s-1", "type": "webpage", "title": "A"}]).split("\r\n")[:2]
    ['TY  - ELEC', 'ID  - s-1']
    """
    return "".join(_record(item) for item in items)


def _record(item: Mapping[str, Any]) -> str:
    lines = [f"TY  - {TYPES.get(item['type'], 'GEN')}"]
    lines += [f"{tag}  - {value}" for tag, value in _fields(item) if value]
    return NEWLINE.join((*lines, "ER  - ", "", ""))


def _fields(item: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield "ID", line(item["id"])
    yield "TI", line(item.get("title"))
    for tag, role in (("AU", "author"), ("ED", "editor"), ("A4", "translator")):
        for name in item.get(role) or ():
            yield tag, inverted(name)
    yield "T2", line(item.get("container-title"))
    yield "PY", str(year_of(item.get("issued")) or "")
    yield "DA", _date(day(item, "issued"))
    first, _, last = line(item.get("page")).partition("-")
    plain = (
        ("VL", "volume"),
        ("IS", "issue"),
        ("ET", "edition"),
        ("M1", "number"),
        ("PB", "publisher"),
        ("CY", "publisher-place"),
        ("DO", "DOI"),
    )
    for tag, name in plain:
        yield tag, line(item.get(name))
    yield "SP", first
    yield "EP", last
    yield "SN", line(item.get("ISBN") or item.get("ISSN"))
    yield "AN", line(item.get("PMID"))
    yield "LA", line(item.get("language"))
    yield "UR", address(item)
    yield "Y2", _date(day(item, "accessed"))
    for note in _notes(item):
        yield "N1", note


def _notes(item: Mapping[str, Any]) -> Iterator[str]:
    held = archived(item)
    yield locators(item)
    yield f"Archived {held[1]}: {held[0]}" if held else ""
    yield "Not archived" if not_archived(item) else ""
    yield line(item.get("status"))


def _date(written: str) -> str:
    """`YYYY/MM/DD/` with what is known.

    >>> _date("2020-03"), _date("")
    ('2020/03//', '')
    """
    if not written:
        return ""
    year, month, day_of_month = (*written.split("-"), "", "")[:3]
    return f"{year}/{month}/{day_of_month}/"
