"""Text of a `publishers.yml` to which hosts belong together and on which hosts many publish."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import Any

from claims.model.ids import digest
from claims.origins.desk_file import (
    entries_of,
    read_desk_file,
    refuse,
    shipped_text,
    shown,
    words_of,
)

SHIPPED = "publishers.yml"
_LISTS = ("suffixes", "accounts_by_path", "aggregators")
_KEYS = ("families", *_LISTS)
_ENTRY = ("name", "shares", "hosts")


class Shares(Enum):
    """What the members of a family have in common."""

    NEWSROOM = "newsroom"
    OWNER = "owner"


@dataclass(frozen=True, slots=True)
class Family:
    """Publishers that are not independent of one another."""

    name: str
    shares: Shares
    hosts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Publishers:
    """`family_of` is host or site to family; `name` tells a desk's file from the shipped one."""

    family_of: dict[str, Family]
    suffixes: frozenset[str]
    accounts_by_path: frozenset[str]
    aggregators: frozenset[str]
    name: str = "shipped"

    def family(self, *names: str | None) -> Family | None:
        """The family of the first of these hosts or sites that belongs to one."""
        return next((self.family_of[one] for one in names if one and one in self.family_of), None)


@lru_cache(maxsize=1)
def shipped_publishers() -> Publishers:
    """The families and platforms that ship with the product.

    >>> shipped_publishers().family("bbc.com").name
    'BBC'
    """
    return _publishers([(shipped_text(SHIPPED), SHIPPED)])


def read_publishers(text: str, *, source: str) -> Publishers:
    """The shipped ones with what the desk's file adds. Raises BadSetting, naming `source`.

    >>> mine = "families: [{name: Us, shares: newsroom, hosts: [us.org, we.org]}]"
    >>> read_publishers(mine, source="mine.yml").family("we.org").name
    'Us'
    """
    return _publishers([(shipped_text(SHIPPED), SHIPPED), (text, source)], name=digest(text))


def _publishers(texts: list[tuple[str, str]], *, name: str = "shipped") -> Publishers:
    family_of: dict[str, Family] = {}
    lists: dict[str, set[str]] = {name: set() for name in _LISTS}
    for text, source in texts:
        read = read_desk_file(text, source=source, known=_KEYS)
        for number, entry in enumerate(
            entries_of(read.get("families"), source=source, where="families"), start=1
        ):
            family = _family(entry, source=source, where=f"family {number}")
            family_of.update(dict.fromkeys(family.hosts, family))
        for key, held in lists.items():
            if read.get(key) is not None:
                held.update(one.lower() for one in words_of(read[key], source=source, where=key))
    frozen = {one: frozenset(words) for one, words in lists.items()}
    return Publishers(family_of=family_of, name=name, **frozen)


def _family(entry: dict[str, Any], *, source: str, where: str) -> Family:
    for key in entry:
        if key not in _ENTRY:
            refuse(source, f"{where}: {shown(key)} is unknown; there are: {', '.join(_ENTRY)}")
    for key in _ENTRY:
        if key not in entry:
            refuse(source, f"{where} has no {key}")
    [name] = words_of(entry["name"], source=source, where=f"{where}: name")[:1]
    if entry["shares"] not in {one.value for one in Shares}:
        refuse(source, f"{where}: shares takes newsroom or owner, not {shown(entry['shares'])}")
    hosts = words_of(entry["hosts"], source=source, where=f"{where}: hosts")
    return Family(
        name, Shares(entry["shares"]), frozenset(one.lower().removeprefix("www.") for one in hosts)
    )
