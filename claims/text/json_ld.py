"""The JSON-LD scripts of a page to what they say of its article (schema.org Article and its kin).

Publishers write one object, a list, or an `@graph` whose parts refer to one another by `@id`; all three
are read. An article type is believed before WebPage.
"""

from __future__ import annotations

import html
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claims.text.page import NOTHING, Found
from claims.text.written_date import written_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MAX_SCRIPT = 1_000_000
"""Characters; a longer script is data for a program rather than a description."""

MAX_SCRIPTS = 50
MAX_DEPTH = 6
MAX_AUTHORS = 20
_LONGEST = 500

_ARTICLES = frozenset(
    """
    AdvertiserContentArticle AnalysisNewsArticle Article AskPublicNewsArticle BackgroundNewsArticle
    BlogPosting ClaimReview LiveBlogPosting NewsArticle OpinionNewsArticle Report
    ReportageNewsArticle ReviewNewsArticle ScholarlyArticle SocialMediaPosting TechArticle
    """.split()
)
_PAGES = frozenset("AboutPage ItemPage WebPage".split())
_BODIES = frozenset(
    """
    BreadcrumbList Corporation ImageObject ListItem NewsMediaOrganization None Organization Person
    SearchAction SiteNavigationElement WebSite
    """.split()
)
"""Types that describe the site and its people rather than the page."""


def article_fields(scripts: Iterable[str]) -> dict[str, Found]:
    """`title`, `author`, `publisher`, `published`, `modified` and `url` as far as they are stated.

    Scripts that are no JSON are passed over, as browsers do.

    >>> found = article_fields(['{"@type": "NewsArticle", "datePublished": "2021-08-31T09:00Z"}'])
    >>> found["published"]
    Found(value='2021-08-31', where='json-ld datePublished')
    """
    things = [thing for script in list(scripts)[:MAX_SCRIPTS] for thing in _things(script)]
    # A bare reference {"@id": …} is a thing too; only one with a name says who is meant.
    by_id = {str(thing["@id"]): thing for thing in things if "@id" in thing and thing.get("name")}
    articles = [thing for thing in things if _types(thing) & _ARTICLES]
    pages = [thing for thing in things if _types(thing) & _PAGES]
    fields: dict[str, Found] = {}
    for thing in articles[:1] + pages[:1]:
        for name, found in _fields(thing, by_id).items():
            if found.value:
                fields.setdefault(name, found)
    return fields


@dataclass(frozen=True, slots=True)
class SchemaFacts:
    """What a page's JSON-LD says beside the article's own fields.

    `free` is `isAccessibleForFree`; `credits` are the bodies named as source, provider or author.
    """

    types: tuple[str, ...]
    sections: tuple[str, ...]
    identifiers: tuple[str, ...]
    free: bool | None
    credits: tuple[Found, ...]


def schema_facts(scripts: Iterable[str]) -> SchemaFacts:
    """The types and other marks of the articles and pages in the texts of JSON-LD scripts.

    >>> schema_facts(['{"@type": "NewsArticle", "isAccessibleForFree": "False"}']).free
    False
    """
    things = [thing for script in list(scripts)[:MAX_SCRIPTS] for thing in _things(script)]
    by_id = {str(thing["@id"]): thing for thing in things if "@id" in thing and thing.get("name")}
    own = [thing for thing in things if _types(thing) & _ARTICLES] or [
        thing for thing in things if _types(thing) - _BODIES
    ]
    types = dict.fromkeys(kind for thing in own for kind in sorted(_types(thing)) if kind != "None")
    named = [
        _named(thing, key, by_id)
        for thing in own[:5]
        for key in ("sourceOrganization", "creditText", "provider", "author", "copyrightHolder")
    ]
    return SchemaFacts(
        tuple(types),
        tuple(words for thing in own if (words := _words(thing.get("articleSection")))),
        tuple(_identifiers(own)),
        _free(own),
        tuple(found for found in named if found.value),
    )


def _free(things: list[dict[str, Any]]) -> bool | None:
    """Whether all is free to read; what a part (`hasPart`) says counts where the whole says nothing."""
    for thing in things:
        parts = thing.get("hasPart")
        for said in (thing, *(parts if isinstance(parts, list) else [parts])):
            value = said.get("isAccessibleForFree") if isinstance(said, dict) else None
            if value is not None:
                return str(value).strip().lower() not in {
                    "false",
                    "no",
                    "0",
                    "http://schema.org/false",
                }
    return None


def _identifiers(things: list[dict[str, Any]]) -> Iterator[str]:
    for thing in things:
        for key in ("identifier", "sameAs", "@id", "url"):
            value = thing.get(key)
            for one in (value if isinstance(value, list) else [value])[:10]:
                said = one.get("value") if isinstance(one, dict) else one
                if isinstance(said, str):
                    yield said


def _things(script: str) -> Iterator[dict[str, Any]]:
    text = script.strip().removeprefix("<!--").removesuffix("-->").strip()
    if len(text) > MAX_SCRIPT:
        return
    try:
        data = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return
    yield from _nested(data, MAX_DEPTH)


def _nested(data: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth == 0:
        return
    if isinstance(data, list):
        for part in data:
            yield from _nested(part, depth - 1)
    elif isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "author", "publisher"):
            yield from _nested(data.get(key), depth - 1)


def _types(thing: dict[str, Any]) -> set[str]:
    kind = thing.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return {str(kind).rsplit("/", 1)[-1].rsplit(":", 1)[-1] for kind in kinds}


def _fields(thing: dict[str, Any], by_id: dict[str, dict[str, Any]]) -> dict[str, Found]:
    return {
        "title": _first(thing, "headline", "name"),
        "author": _named(thing, "author", by_id),
        "publisher": _named(thing, "publisher", by_id),
        "published": _day(thing, "datePublished", "dateCreated"),
        "modified": _day(thing, "dateModified"),
        "url": _first(thing, "url"),
    }


def _first(thing: dict[str, Any], *keys: str) -> Found:
    for key in keys:
        words = _words(thing.get(key))
        if words:
            return Found(words, f"json-ld {key}")
    return NOTHING


def _day(thing: dict[str, Any], *keys: str) -> Found:
    for key in keys:
        value = thing.get(key)
        day = written_date(value) if isinstance(value, str) else None
        if day:
            return Found(day, f"json-ld {key}")
    return NOTHING


def _named(thing: dict[str, Any], key: str, by_id: dict[str, dict[str, Any]]) -> Found:
    value = thing.get(key)
    names: list[str] = []
    for party in (value if isinstance(value, list) else [value])[:MAX_AUTHORS]:
        described = party
        if isinstance(party, dict) and not party.get("name"):
            described = by_id.get(str(party.get("@id")), party)
        name = _words(described.get("name") if isinstance(described, dict) else described)
        if name and name not in names and not name.startswith(("http://", "https://")):
            names.append(name)
    return Found(", ".join(names), f"json-ld {key}") if names else NOTHING


def _words(value: Any) -> str | None:
    """A text on one line; publishers often escape it for HTML although JSON needs none."""
    if isinstance(value, list) and value:
        return _words(value[0]) if not isinstance(value[0], list) else None
    if not isinstance(value, str) or len(value) > _LONGEST:
        return None
    return " ".join(html.unescape(value).split()) or None
