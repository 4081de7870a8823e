"""What the writers of reference formats ask of a CSL item."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from claims.export.csl_date import iso, year_of
from claims.text.sound import sound

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

LONGEST = 2_000
KEY_DIGITS = 6
DEAD = "dead"
"""What a link is called after so many strikes; one that is only suspected may answer again."""


def line(value: Any) -> str:
    r"""A value as text of one line, without characters that cannot be shown.

    >>> line(" On\n X "), line(None)
    ('On X', '')
    """
    text = sound(str(value or "")[:LONGEST])
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def address(item: Mapping[str, Any]) -> str:
    """The address, without characters that end a field of any format.

    >>> address({"URL": "https://c.example/a|b{c}"})
    'https://c.example/a%7Cb%7Bc%7D'
    """
    return quote(line(item.get("URL")), safe="%/:?#@!$&()*+,;=~-._")


def archived(item: Mapping[str, Any]) -> tuple[str, str] | None:
    """Address and day of the copy in a public archive; None where none is known."""
    held = (item.get("custom") or {}).get("archived") or {}
    if not held.get("memento_url"):
        return None
    day = str(held.get("memento_datetime") or "")[:10]
    return address({"URL": held["memento_url"]}), day


def not_archived(item: Mapping[str, Any]) -> bool:
    """Whether the words were taken down by a person, so that no copy of the source is kept."""
    custom = item.get("custom") or {}
    return "archived" in custom and custom["archived"] is None


def locators(item: Mapping[str, Any]) -> str:
    """The places in the source that are cited, such as `p. 4; p. 12`."""
    cited = (item.get("custom") or {}).get("citations") or ()
    return "; ".join(dict.fromkeys(line(one["locator"]) for one in cited if one.get("locator")))


def is_dead(item: Mapping[str, Any]) -> bool:
    """Whether the live page is dead by all looks at it; one that is only suspected is not."""
    return (item.get("custom") or {}).get("link_state") == DEAD


def inverted(name: Mapping[str, str]) -> str:
    """`Family, Given` with its particles and suffix; a literal name as it is.

    >>> inverted({"family": "Berg", "given": "Bo", "non-dropping-particle": "van der"})
    'van der Berg, Bo'
    """
    if "literal" in name:
        return line(name["literal"])
    particles = (name.get("dropping-particle"), name.get("non-dropping-particle"))
    family = " ".join(part for part in (*particles, name.get("family")) if part)
    return line(", ".join(p for p in (family, name.get("given"), name.get("suffix")) if p))


def keys(items: Iterable[Mapping[str, Any]]) -> list[str]:
    """A key for each item that stays the same whatever else is in the list: `quill2020-7f3a9d`.

    >>> keys([{"id": "s-7f3a9d00", "author": [{"family": "Müller"}], "issued": {"date-parts": [[2020]]}}])
    ['muller2020-7f3a9d']
    """
    made: list[str] = []
    for item in items:
        digits = re.sub(r"[^0-9a-z]", "", str(item["id"]).lower().partition("-")[2]) or "0"
        stem = f"{_who(item)}{year_of(item.get('issued')) or ''}"
        key = f"{stem}-{digits[:KEY_DIGITS]}"
        made.append(f"{stem}-{digits}" if key in made else key)
    return made


def _who(item: Mapping[str, Any]) -> str:
    first = (item.get("author") or item.get("editor") or [{}])[0]
    name = first.get("family") or first.get("literal") or item.get("title") or "source"
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z]+", plain)
    return (words[0] if words else "source")[:24]


def day(item: Mapping[str, Any], name: str) -> str:
    """A date field as `YYYY[-MM[-DD]]`; empty where it is not told in numbers."""
    return iso(item.get(name)) or ""
