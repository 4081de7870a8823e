"""CSL-JSON items to citation templates of the English Wikipedia, with the archived copy beside the page.

https://en.wikipedia.org/wiki/Template:Cite_web and its kin (Citation Style 1).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claims.export.csl_date import iso
from claims.export.item_parts import address, archived, day, is_dead, line, locators
from claims.text.calendar_names import MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

TEMPLATES = {
    "article": "cite web",
    "article-journal": "cite journal",
    "article-magazine": "cite magazine",
    "article-newspaper": "cite news",
    "book": "cite book",
    "chapter": "cite book",
    "paper-conference": "cite conference",
    "report": "cite report",
    "thesis": "cite thesis",
}
WITHIN = {
    "cite journal": "journal",
    "cite magazine": "magazine",
    "cite news": "newspaper",
    "cite web": "website",
    "cite book": "title",
    "cite conference": "book-title",
}
ESCAPES = str.maketrans(
    {
        **{c: f"&#{ord(c)};" for c in "|{}[]~"},
        "<": "&lt;",
        ">": "&gt;",
        "&": "&amp;",
    }
)
SEASONS = ("Spring", "Summer", "Autumn", "Winter")
MOST_AUTHORS = 30


def wikipedia(items: Iterable[Mapping[str, Any]]) -> str:
    r"""One template a line.

    >>> wikipedia([{"id": "s-1", "type": "webpage", "title": "A | B", "URL": "https://c.example/"}])
    '{{cite web |title=A &#124; B |url=https://c.example/}}\n'
    """
    return "".join(f"{_template(item)}\n" for item in items)


def escaped(value: Any) -> str:
    """Text that is no markup of a wiki.

    >>> escaped("[[A]] ''b'' {{c|d}} __NOTOC__ ~~~~")[:34]
    '&#91;&#91;A&#93;&#93; &#39;&#39;b&'
    """
    shown = line(value).translate(ESCAPES)
    return shown.replace("''", "&#39;&#39;").replace("__", "&#95;&#95;")


def _template(item: Mapping[str, Any]) -> str:
    name = TEMPLATES.get(item["type"], "cite web")
    if name == "cite web" and not item.get("URL"):
        name = "cite book" if item.get("ISBN") else "citation"
    parameters = [
        *_people(item),
        *_titles(item, name),
        ("volume", escaped(item.get("volume"))),
        ("issue", escaped(item.get("issue"))),
        ("publisher", escaped(item.get("publisher"))),
        ("location", escaped(item.get("publisher-place"))),
        ("date", _date(item.get("issued"))),
        ("pages" if "-" in line(item.get("page")) else "page", _pages(item)),
        ("at", "" if item.get("page") else escaped(locators(item))),
        ("doi", escaped(item.get("DOI"))),
        ("isbn", escaped(item.get("ISBN"))),
        ("pmid", escaped(item.get("PMID"))),
        ("pmc", escaped(item.get("PMCID")).removeprefix("PMC")),
        ("arxiv", _arxiv(item)),
        ("url", address(item).replace("''", "%27%27")),
        ("access-date", day(item, "accessed") if item.get("URL") else ""),
        *_archive(item),
    ]
    return "".join(("{{", name, *(f" |{key}={value}" for key, value in parameters if value), "}}"))


def _people(item: Mapping[str, Any]) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for number, name in enumerate((item.get("author") or ())[:MOST_AUTHORS], start=1):
        if "literal" in name:
            found.append((f"author{number}", escaped(name["literal"])))
            continue
        particles = (name.get("dropping-particle"), name.get("non-dropping-particle"))
        last = " ".join(part for part in (*particles, name.get("family")) if part)
        first = ", ".join(part for part in (name.get("given"), name.get("suffix")) if part)
        found += [(f"last{number}", escaped(last)), (f"first{number}", escaped(first))]
    return found


def _titles(item: Mapping[str, Any], name: str) -> list[tuple[str, str]]:
    title, holder = escaped(item.get("title")), escaped(item.get("container-title"))
    if item["type"] == "chapter" and holder:
        return [("chapter", title), ("title", holder)]
    return [
        ("title", title),
        (WITHIN.get(name, "work") if name != "cite book" else "series", holder),
    ]


def _pages(item: Mapping[str, Any]) -> str:
    return escaped(item.get("page")).replace("-", "\u2013")


def _arxiv(item: Mapping[str, Any]) -> str:
    number = line(item.get("number"))
    return escaped(number.removeprefix("arXiv:")) if number.startswith("arXiv:") else ""


def _archive(item: Mapping[str, Any]) -> list[tuple[str, str]]:
    held = archived(item)
    if not held or not item.get("URL"):
        return []
    status = "dead" if is_dead(item) else "live"
    return [("archive-url", held[0]), ("archive-date", held[1]), ("url-status", status)]


def _date(found: Mapping[str, Any] | None) -> str:
    """A date as the templates take it: `2020-03-01`, `March 2020`, `2020`, `2019–2021`, `c. 1990`.

    >>> _date({"date-parts": [[2020, 3]]}), _date({"date-parts": [[2019], [2021]], "circa": True})
    ('March 2020', 'c. 2019–2021')
    """
    listed = (found or {}).get("date-parts") or []
    shown = "\u2013".join(_written(one) for one in listed)
    season = (found or {}).get("season")
    if season and shown:
        shown = f"{SEASONS[int(season) - 1]} {shown}"
    return f"c. {shown}" if shown and (found or {}).get("circa") else shown


def _written(parts: list[int]) -> str:
    if len(parts) == 2:  # noqa: PLR2004 - year and month: the templates refuse 2020-03
        return f"{MONTHS[parts[1] - 1]} {parts[0]}"
    return iso({"date-parts": [parts]}) or ""
