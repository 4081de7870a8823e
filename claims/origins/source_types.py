"""A page to what sort of source it is, and by which rule of `source_types.yml` that was told."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from claims.model.errors import BadSetting
from claims.model.ids import digest
from claims.origins.addresses import host_of, unwrapped
from claims.origins.desk_file import (
    entries_of,
    read_desk_file,
    refuse,
    shipped_text,
    shown,
    words_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from claims.origins.page_facts import PageFacts

SHIPPED = "source_types.yml"
OPENING = 300
_CONDITIONS = (
    "hosts",
    "paths",
    "kinds",
    "labels",
    "titles",
    "opening",
    "publishers",
    "doi",
    "agency",
)
_KEYS = ("rules", "forget")
_MIN_NAME = 4


class SourceType(Enum):
    """What sort of source a page is."""

    PRIMARY = "primary"
    REPORTING = "reporting"
    REFERENCE = "reference"
    FACT_CHECK = "fact_check"
    INTERESTED_PARTY = "interested_party"
    ADVERTORIAL = "advertorial"
    STATE_MEDIA = "state_media"
    PREPRINT = "preprint"
    RETRACTED = "retracted"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Sort:
    """The sort of a source, and why it is taken for that."""

    type: SourceType
    because: str


UNKNOWN = Sort(SourceType.UNKNOWN, "no rule tells what sort of source it is")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule; `conditions` are name and words, of which any may hold."""

    sort: Sort
    conditions: tuple[tuple[str, frozenset[str]], ...]


@dataclass(frozen=True, slots=True)
class SourceTypes:
    """The rules in the order in which they are asked; `name` tells a desk's file from the shipped one."""

    rules: tuple[Rule, ...]
    name: str = "shipped"

    def sort(
        self, page: PageFacts, *, claimant: str | None = None, retracted: str | None = None
    ) -> Sort:
        """The sort of a page; `retracted` says who says so, when the work is known to be.

        >>> from claims.origins.page_facts import PageFacts
        >>> found = shipped_source_types().sort(PageFacts("s-1", ("https://www.ons.gov.uk/a",)))
        >>> found.type, found.because
        (<SourceType.PRIMARY: 'primary'>, 'a public body publishes its numbers (ons.gov.uk)')
        """
        if retracted:
            return Sort(SourceType.RETRACTED, f"retracted, says {retracted}")
        party = _is_party(page, claimant)
        for rule in self.rules:
            held = next(filter(None, (_holds(page, *one) for one in rule.conditions)), None)
            if held is None:
                continue
            if party and rule.sort.type in {SourceType.REPORTING, SourceType.PRIMARY}:
                break  # what the claimant publishes of its own case
            return Sort(rule.sort.type, f"{rule.sort.because} ({held})")
        return Sort(SourceType.INTERESTED_PARTY, party) if party else UNKNOWN


@lru_cache(maxsize=1)
def shipped_source_types() -> SourceTypes:
    """The rules that ship with the product.

    >>> len(shipped_source_types().rules) > 20
    True
    """
    return SourceTypes(tuple(_rules(shipped_text(SHIPPED), source=SHIPPED)[0]))


def read_source_types(text: str, *, source: str) -> SourceTypes:
    """The desk's rules before the shipped ones. Raises BadSetting, naming `source`.

    >>> mine = "rules: [{type: reporting, because: ours, hosts: [us.org]}]"
    >>> read_source_types(mine, source="mine.yml").rules[0].sort.because
    'ours'
    """
    own, forget = _rules(text, source=source)
    shipped = [_without(rule, forget) for rule in shipped_source_types().rules]
    return SourceTypes((*own, *shipped), name=digest(text))


def _without(rule: Rule, forget: frozenset[str]) -> Rule:
    if not forget:
        return rule
    kept = ((name, words - forget if name == "hosts" else words) for name, words in rule.conditions)
    return Rule(rule.sort, tuple((name, words) for name, words in kept if words))


def _rules(text: str, *, source: str) -> tuple[list[Rule], frozenset[str]]:
    read = read_desk_file(text, source=source, known=_KEYS)
    entries = entries_of(read.get("rules"), source=source, where="rules")
    rules = [_rule(one, source=source, where=f"rule {n}") for n, one in enumerate(entries, start=1)]
    forget = words_of(read.get("forget") or [], source=source, where="forget")
    return rules, frozenset(one.lower().removeprefix("www.") for one in forget)


def _rule(entry: dict[str, Any], *, source: str, where: str) -> Rule:
    for key in entry:
        if key not in (*_CONDITIONS, "type", "because"):
            known = ", ".join(("type", "because", *_CONDITIONS))
            refuse(source, f"{where}: {shown(key)} is unknown; there are: {known}")
    kinds = [kind.value for kind in SourceType if kind is not SourceType.UNKNOWN]
    if entry.get("type") not in kinds:
        refuse(
            source, f"{where}: type takes one of {', '.join(kinds)}, not {shown(entry.get('type'))}"
        )
    if not entry.get("because"):
        refuse(source, f"{where} has no because: say in words why")
    [because] = words_of(entry["because"], source=source, where=f"{where}: because")[:1]
    conditions = tuple(
        (name, _condition(entry[name], name=name, source=source, where=where))
        for name in _CONDITIONS
        if name in entry
    )
    if not conditions:
        refuse(source, f"{where} has no condition; there are: {', '.join(_CONDITIONS)}")
    return Rule(Sort(SourceType(entry["type"]), because), conditions)


def _condition(value: Any, *, name: str, source: str, where: str) -> frozenset[str]:
    words = words_of(value, source=source, where=f"{where}: {name}")
    if name == "kinds":
        return frozenset(words)
    lowered = (word.casefold() for word in words)
    if name == "hosts":
        try:
            return frozenset(_host(one) for one in lowered)
        except ValueError:
            raise BadSetting(f"{source}: {where}: hosts takes host names, as x.org") from None
    return frozenset(lowered)


def _host(written: str) -> str:
    if "://" in written or written.startswith("/") or " " in written:
        raise ValueError(written)
    return written.removeprefix("www.").rstrip("/")


def _holds(page: PageFacts, name: str, words: frozenset[str]) -> str | None:
    """What of the page meets a condition, in words; None when nothing does."""
    found = _LOOKS[name](page, words)
    return next(iter(found), None)


def _hosts(page: PageFacts, words: frozenset[str]) -> list[str]:
    return [found for one in page.addresses if (found := _listed_host(one, words))]


def _paths(page: PageFacts, words: frozenset[str]) -> list[str]:
    paths = [f"{_path(one)}/" for one in page.addresses]
    return [word for word in sorted(words) if any(word in path for path in paths)]


def _agency(page: PageFacts, words: frozenset[str]) -> list[str]:
    known = page.agency is not None and bool(words & {"any", page.agency.casefold()})
    return [page.agency] if known and page.agency else []


def _in_opening(page: PageFacts, words: frozenset[str]) -> list[str]:
    opening = " ".join(page.text[:OPENING].casefold().split())
    return [word for word in sorted(words) if word in opening]


def _starting(text: str | None, words: frozenset[str]) -> list[str]:
    low = " ".join((text or "").casefold().split())
    return [word for word in sorted(words) if low.startswith(word)]


def _whole(said: Iterable[str | None], words: frozenset[str]) -> list[str]:
    return [one for one in said if one and _plain(one) in words]


_LOOKS: dict[str, Callable[[PageFacts, frozenset[str]], list[str]]] = {
    "hosts": _hosts,
    "paths": _paths,
    "kinds": lambda page, words: [kind for kind in page.kinds if kind in words],
    "labels": lambda page, words: _whole(page.labels, words),
    "titles": lambda page, words: _starting(page.title, words),
    "opening": _in_opening,
    "publishers": lambda page, words: _whole([page.publisher], words),
    "doi": lambda page, words: _starting(page.doi, words),
    "agency": _agency,
}


def _listed_host(address: str, words: frozenset[str]) -> str | None:
    """The listed name that the address lies under: a host, a host above it, or either with a path."""
    host = host_of(address)
    if host is None:
        return None
    labels = host.split(".")
    firsts = [part for part in _path(address).split("/") if part][:3]
    for at in range(len(labels)):
        name = ".".join(labels[at:])
        for deep in range(len(firsts), -1, -1):
            listed = "/".join([name, *firsts[:deep]])
            if listed in words:
                return listed
    return None


def _path(address: str) -> str:
    try:
        return urlsplit(unwrapped(address)).path.casefold()
    except ValueError:
        return ""


def _plain(words: str) -> str:
    return " ".join(words.casefold().split()).strip(" :.*[]()")


def _is_party(page: PageFacts, claimant: str | None) -> str | None:
    """Why the page is by the one who makes the claim."""
    name = _plain(claimant or "")
    if len(name) < _MIN_NAME:
        return None
    if name in {_plain(page.publisher or ""), _plain(page.author or "")}:
        return f"published by {claimant}, who makes the claim"
    host = host_of(page.addresses[0]) if page.addresses else None
    squeezed = re.sub(r"\W", "", name)
    if host and squeezed in {re.sub(r"\W", "", label) for label in host.split(".")[:-1]}:
        return f"the site of {claimant}, who makes the claim"
    return None
