"""An object of a JSON line to what it says of a text; what makes no sense is left out and remarked."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from claims.model.errors import BadInput
from claims.text.sound import sound

if TYPE_CHECKING:
    from collections.abc import Mapping

LONGEST = 2000
"""Characters of a title, name or address."""

DATES = ("published", "date", "date_published", "publish_date")
"""Names under which collections give the day of publication, the product's own first."""

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:[T ].*)?", re.DOTALL)
_ADDRESS = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Record:
    """What is said of a text from outside; null where nothing is. It wins over what the text says."""

    text: str = ""
    url: str | None = None
    source_id: str | None = None
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: str | None = None
    remarks: tuple[str, ...] = ()


def record_of(given: Mapping[str, Any]) -> Record:
    """The record of a JSON object. Raises BadInput when it holds no text.

    >>> record_of({"text": "It rained.", "date": "2021-08-31T10:00:00Z", "url": "nowhere"})
    ... # doctest: +ELLIPSIS
    Record(text='It rained.', url=None, ..., published='2021-08-31', remarks=('url is no web address',))
    """
    text = given.get("text")
    if not isinstance(text, str):
        raise BadInput('has no "text"' if text is None else 'its "text" is no text')
    remarks: list[str] = []
    words = {name: _words(given, name, remarks) for name in ("title", "author", "publisher")}
    return Record(
        text=sound(text),
        url=_url(given, remarks),
        source_id=_source_id(given),
        **words,
        published=_published(given, remarks),
        remarks=tuple(remarks),
    )


def _words(given: Mapping[str, Any], name: str, remarks: list[str]) -> str | None:
    value = given.get(name)
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        value = ", ".join(value)  # several authors
    if value is None or value == "":
        return None
    if not isinstance(value, str) or len(value) > LONGEST:
        remarks.append(f"{name} is no text, or a very long one")
        return None
    return sound(value).strip() or None


def _url(given: Mapping[str, Any], remarks: list[str]) -> str | None:
    value = given.get("url")
    if value is None or value == "":
        return None
    if isinstance(value, str) and len(value) <= LONGEST and _ADDRESS.fullmatch(value):
        with suppress(ValueError):  # urlsplit refuses hosts such as [::1
            split = urlsplit(value)
            if split.hostname and "@" not in split.netloc:
                return sound(value)
    remarks.append("url is no web address")
    return None


def _source_id(given: Mapping[str, Any]) -> str | None:
    value = given.get("id")
    return sound(str(value))[:LONGEST] if isinstance(value, str | int) else None


def _published(given: Mapping[str, Any], remarks: list[str]) -> str | None:
    name = next((name for name in DATES if given.get(name) not in (None, "")), None)
    if name is None:
        return None
    value = given[name]
    parts = _DATE.fullmatch(value.strip()) if isinstance(value, str) else None
    if parts:
        with suppress(ValueError):
            date(int(parts[1]), int(parts[2] or 1), int(parts[3] or 1))
            return "-".join(part for part in parts.groups() if part)
    remarks.append(f"{name} is no date (YYYY-MM-DD)")
    return None
