"""What the registries of DOIs have in common: an answer to a record as CSL-JSON, or why there is none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from claims.model.candidate import SearchOutcome
from claims.sources.outcomes import BY_STATUS
from claims.sources.provider import Request
from claims.sources.reading import Json, calendar, parsed, within, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claims.sources.provider import Answer

NOT_FOUND = frozenset({404, 410})
SUCCESS = range(200, 300)
MOST_PEOPLE = 200
LONGEST_NAME = 200
BOUNDS = ((-9999, 9999), (1, 12), (1, 31))


@dataclass(frozen=True, slots=True)
class WorkReply:
    """What came of asking a registry. `item` is CSL-JSON without an id."""

    outcome: SearchOutcome
    detail: str | None = None
    item: dict[str, Any] | None = None


def record_request(base: str, doi: str) -> Request:
    """The request for the record of one DOI.

    >>> record_request("https://api.crossref.org/works/", "10.1002/a<b").url
    'https://api.crossref.org/works/10.1002%2Fa%3Cb'
    """
    return Request(base + quote(doi, safe=""))


def refusal(answer: Answer) -> WorkReply | None:
    """The reply that the status alone makes; None for a 2xx, whose body decides."""
    if answer.http_status in SUCCESS:
        return None
    if answer.http_status in NOT_FOUND:
        return WorkReply(SearchOutcome.NOTHING_FOUND, "the registry has no record of it")
    outcome = BY_STATUS.get(answer.http_status, SearchOutcome.FAILED)
    return WorkReply(outcome, f"answered {answer.http_status}")


def object_of(answer: Answer, *path: str) -> dict[str, Json] | None:
    """The JSON object at the end of a path of names in an answer; None when there is none."""
    found = within(parsed(answer.body), *path)
    return found if isinstance(found, dict) else None


def made(fields: dict[str, Any]) -> WorkReply:
    """The record of the fields that are known; one without a title says nothing of the work."""
    item = {name: value for name, value in fields.items() if value}
    if not item.get("title"):
        return WorkReply(SearchOutcome.FAILED, "the record holds no title")
    return WorkReply(SearchOutcome.FOUND, None, item)


def first(value: Json) -> Json:
    """The first entry of a list, or the value itself.

    >>> first(["a", "b"]), first("a"), first([])
    ('a', 'a', None)
    """
    return (value[0] if value else None) if isinstance(value, list) else value


def short(value: Json) -> str | None:
    """A short field as one line; numbers as they are written.

    >>> short(12), short(" 3-4 "), short({}), short(True)
    ('12', '3-4', None, None)
    """
    if type(value) is int:
        return str(value)
    return words(value, longest=LONGEST_NAME)


def people(listed: Iterable[dict[str, Json]], *, given: str, family: str) -> list[dict[str, str]]:
    """CSL names of persons and organisations; the registry says which part is the family name.

    >>> people([{"given": "Ada", "family": "Quill"}, {"name": "WHO"}], given="given", family="family")
    [{'family': 'Quill', 'given': 'Ada'}, {'literal': 'WHO'}]
    """
    names: list[dict[str, str]] = []
    for one in listed:
        last, firsts = short(one.get(family)), short(one.get(given))
        suffix, whole = short(one.get("suffix")), short(one.get("name"))
        if last:
            name = {"family": last, "given": firsts, "suffix": suffix}
            names.append({key: part for key, part in name.items() if part})
        elif whole or firsts:
            names.append({"literal": whole or firsts or ""})
    return names[:MOST_PEOPLE]


def parts(listed: Json) -> list[int]:
    """Year, month and day as far as they are numbers of a calendar.

    >>> parts([2024, 5, 1]), parts([None]), parts([2024, 13]), parts("2024")
    ([2024, 5, 1], [], [2024], [])
    """
    kept: list[int] = []
    for value, (low, high) in zip(listed if isinstance(listed, list) else [], BOUNDS, strict=False):
        if type(value) is not int or not low <= value <= high or (not kept and value == 0):
            break
        kept.append(value)
    return kept


def written_parts(value: Json) -> list[int]:
    """Year, month and day of a date that is written out.

    >>> written_parts("2021-01-03T10:00:00Z"), written_parts(2020), written_parts("soon")
    ([2021, 1, 3], [2020], [])
    """
    return [int(part) for part in (calendar(value) or "").split("-") if part]


def date(found: list[int]) -> dict[str, Any] | None:
    """The date as CSL has it; None where nothing is known."""
    return {"date-parts": [found]} if found else None


def pages(value: Json) -> str | None:
    r"""A range of pages with one hyphen.

    >>> pages("637\u2013641"), pages("e12")
    ('637-641', 'e12')
    """
    shown = short(value)
    return re.sub(r"\s*[\u2010-\u2015\u2212-]+\s*", "-", shown) if shown else None
