"""The part of MediaWiki's action API that Citetrail asks (https://www.mediawiki.org/wiki/API:Search).

Parameters in, the JSON object out. Only `formatversion=2` is spoken.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claims.sample.word_index import Match, WordIndex

Json = dict[str, Any]

MOST_RESULTS = 500
LONGEST_NUMBER = 9
USUAL_RESULTS = "10"
USUAL_PROPS = "size|wordcount|timestamp|snippet"
USUAL_INFO = "totalhits|suggestion"
IN_ADDRESS = "/:@!$*(),;'"
WHERE = frozenset({"text", "title"})


class ApiError(Exception):
    """The request makes no sense to the API; `code` as MediaWiki names it."""

    def __init__(self, code: str, info: str) -> None:
        super().__init__(info)
        self.code = code


@dataclass(frozen=True, slots=True)
class _Asked:
    matches: list[Match]
    limit: int
    offset: int

    @property
    def shown(self) -> list[Match]:
        return self.matches[self.offset : self.offset + self.limit]

    @property
    def has_more(self) -> bool:
        return len(self.matches) > self.offset + self.limit


def page_url(base: str, path: str) -> str:
    """The address of a page of the wiki at `base`.

    >>> page_url("http://127.0.0.1:8000", "Bâmiyân")
    'http://127.0.0.1:8000/wiki/B%C3%A2miy%C3%A2n'
    """
    return f"{base}/wiki/{quote(path, safe=IN_ADDRESS)}"


def answer(index: WordIndex, params: Mapping[str, str], *, base: str) -> Json:
    """The API's answer to `params`; an `error` object when they make no sense."""
    try:
        return _answer(index, params, base)
    except ApiError as error:
        return {"error": {"code": error.code, "info": str(error)}}


def _answer(index: WordIndex, params: Mapping[str, str], base: str) -> Json:
    action = params.get("action", "help")
    if action != "query":
        raise _bad_value("action", action)
    if params.get("format") != "json":
        raise _bad_value("format", params.get("format", ""))
    if params.get("formatversion") != "2":
        raise _bad_value("formatversion", params.get("formatversion", ""))
    if "generator" in params:
        if params["generator"] != "search":
            raise _bad_value("generator", params["generator"])
        return _generated(_asked(index, params, "gsr"), base)
    if "list" in params:
        if params["list"] != "search":
            raise _bad_value("list", params["list"])
        return _listed(_asked(index, params, "sr"), params)
    return {"batchcomplete": True}


def _asked(index: WordIndex, params: Mapping[str, str], prefix: str) -> _Asked:
    query = params.get(f"{prefix}search", "")
    if not query.strip():
        raise ApiError("missingparam", f'The "{prefix}search" parameter must be set.')
    where = params.get(f"{prefix}what", "title")
    if where not in WHERE:
        raise _bad_value(f"{prefix}what", where)
    limit = _number(params, f"{prefix}limit", USUAL_RESULTS)
    offset = _number(params, f"{prefix}offset", "0")
    in_main = "0" in params.get(f"{prefix}namespace", "0").split("|")
    matches = index.search(query, titles_only=where == "title") if in_main else []
    return _Asked(matches, max(1, min(limit, MOST_RESULTS)), offset)


def _number(params: Mapping[str, str], name: str, usual: str) -> int:
    value = params.get(name, usual)
    if value == "max":
        return MOST_RESULTS
    if not (value.isascii() and value.isdigit() and len(value) < LONGEST_NUMBER):
        raise ApiError(
            "badinteger", f'Invalid value "{value[:40]}" for integer parameter "{name}".'
        )
    return int(value)


def _bad_value(name: str, value: str) -> ApiError:
    return ApiError(
        "badvalue", f'Unrecognized value for parameter "{name}": {value[:40] or "(none)"}.'
    )


def _generated(asked: _Asked, base: str) -> Json:
    if not asked.shown:
        return {"batchcomplete": True}
    pages = [
        {
            "pageid": match.page.pageid,
            "ns": 0,
            "title": match.page.title,
            "index": index,
            "contentmodel": "wikitext",
            "pagelanguage": "en",
            "touched": match.page.touched,
            "lastrevid": match.page.revision,
            "length": len(match.page.content),
            "fullurl": page_url(base, match.page.path),
            "canonicalurl": page_url(base, match.page.path),
        }
        for index, match in enumerate(asked.shown, start=asked.offset + 1)
    ]
    # MediaWiki lists generated pages by their id; their rank stands in `index`
    pages.sort(key=lambda page: int(str(page["pageid"])))
    return {"batchcomplete": True, **_more(asked, "gsr"), "query": {"pages": pages}}


def _listed(asked: _Asked, params: Mapping[str, str]) -> Json:
    wanted = frozenset(params.get("srprop", USUAL_PROPS).split("|"))
    results = [_result(match, wanted) for match in asked.shown]
    query: Json = {"search": results}
    if "totalhits" in params.get("srinfo", USUAL_INFO).split("|"):
        query = {"searchinfo": {"totalhits": len(asked.matches)}, **query}
    return {"batchcomplete": True, **_more(asked, "sr"), "query": query}


def _result(match: Match, wanted: frozenset[str]) -> Json:
    page = match.page
    extra = {
        "size": len(page.content),
        "wordcount": len(page.text.split()),
        "snippet": match.snippet,
        "timestamp": page.touched,
    }
    return {
        "ns": 0,
        "title": page.title,
        "pageid": page.pageid,
        **{name: value for name, value in extra.items() if name in wanted},
    }


def _more(asked: _Asked, prefix: str) -> Json:
    if not asked.has_more:
        return {}
    mark = "gsroffset||" if prefix == "gsr" else "-||"
    return {"continue": {f"{prefix}offset": asked.offset + asked.limit, "continue": mark}}
