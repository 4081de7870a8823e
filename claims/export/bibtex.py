"""CSL-JSON items to BibTeX for biblatex: UTF-8, every special character escaped, braces always in pairs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from claims.export.csl_date import iso
from claims.export.item_parts import (
    address,
    archived,
    day,
    inverted,
    keys,
    line,
    locators,
    not_archived,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

TYPES = {
    "article": "online",
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "book": "book",
    "chapter": "incollection",
    "dataset": "dataset",
    "entry": "inreference",
    "paper-conference": "inproceedings",
    "post": "online",
    "post-weblog": "online",
    "report": "report",
    "software": "software",
    "thesis": "thesis",
    "webpage": "online",
}
ESCAPES = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{c: "\\" + c for c in "$&#_%"},
}
"""A brace that is escaped by a backslash still counts as one: BibTeX would look for its partner."""

INSIDE = {"article": "journaltitle", "incollection": "booktitle", "inproceedings": "booktitle"}


def bibtex(items: Iterable[Mapping[str, Any]]) -> str:
    r"""The items as one .bib file.

    >>> print(bibtex([{"id": "s-1a", "type": "webpage", "title": "50% {of} A_B"}]), end="")
    @online{of-1a,
      title = {50\% \textbraceleft{}of\textbraceright{} A\_B},
    }
    """
    listed = list(items)
    return "\n".join(_entry(*pair) for pair in zip(keys(listed), listed, strict=True))


def escaped(value: Any) -> str:
    r"""Text that TeX sets as it is.

    >>> escaped("a\\b")
    'a\\textbackslash{}b'
    """
    return "".join(ESCAPES.get(c, c) for c in line(value))


def _entry(key: str, item: Mapping[str, Any]) -> str:
    kind = TYPES.get(item["type"], "misc")
    fields = {
        "author": _names(item.get("author")),
        "editor": _names(item.get("editor")),
        "translator": _names(item.get("translator")),
        "title": escaped(item.get("title")),
        INSIDE.get(kind, "organization"): escaped(item.get("container-title")),
        "date": _date(item.get("issued")),
        "volume": escaped(item.get("volume")),
        "number": escaped(item.get("issue") or _number(item)),
        "edition": escaped(item.get("edition")),
        "pages": escaped(item.get("page")).replace("-", "--"),
        "publisher": escaped(item.get("publisher")),
        "location": escaped(item.get("publisher-place")),
        "doi": _bare(item.get("DOI")),
        "isbn": escaped(item.get("ISBN")),
        "issn": escaped(item.get("ISSN")),
        **_eprint(item),
        "url": address(item),
        "urldate": day(item, "accessed"),
        "note": _note(item),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join((f"@{kind}{{{key},", *lines, "}", ""))


def _names(listed: Any) -> str:
    return " and ".join(_name(one) for one in listed or ())


def _name(name: Mapping[str, str]) -> str:
    """`von Last, Jr, First`; the name of an organisation in braces of its own, so that it stays whole."""
    if "literal" in name:
        return f"{{{escaped(name['literal'])}}}"
    parts = {k: v for k, v in name.items() if k != "suffix"}
    family, comma, given = inverted(parts).partition(", ")
    shown = [family, *([name["suffix"]] if name.get("suffix") else []), *([given] if comma else [])]
    return ", ".join(_whole(part) for part in shown)


def _whole(part: str) -> str:
    """A part of a name, in braces where it would be read as two names or two parts."""
    joined = re.search(r"(?i)\band\b|,", part)
    return f"{{{escaped(part)}}}" if joined else escaped(part)


def _date(found: Mapping[str, Any] | None) -> str:
    """EDTF, as biblatex reads it; a date in words is left out."""
    listed = (found or {}).get("date-parts") or []
    ends = [iso({"date-parts": [one]}) or "" for one in listed]
    season = (found or {}).get("season")
    if season and ends:
        ends[0] = f"{ends[0]}-{20 + int(season)}"
    return "/".join(f"{end}~" if (found or {}).get("circa") else end for end in ends)


def _number(item: Mapping[str, Any]) -> Any:
    number = item.get("number")
    return None if str(number or "").startswith("arXiv:") else number


def _eprint(item: Mapping[str, Any]) -> dict[str, str]:
    number = str(item.get("number") or "")
    if number.startswith("arXiv:"):
        return {"eprint": _bare(number.removeprefix("arXiv:")), "eprinttype": "arxiv"}
    if item.get("PMID"):
        return {"eprint": _bare(item["PMID"]), "eprinttype": "pubmed"}
    return {}


def _bare(value: Any) -> str:
    """A field that biblatex reads to the letter: only the means of addresses escape anything in it."""
    return line(value).replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")


def _note(item: Mapping[str, Any]) -> str:
    held = archived(item)
    said = [escaped(locators(item))]
    if held:
        said.append(f"archived {held[1]}: \\url{{{held[0]}}}")
    if not_archived(item):
        said.append("not archived")
    if item.get("status"):
        said.append(escaped(str(item["status"]).upper()))
    return "; ".join(part for part in said if part)
