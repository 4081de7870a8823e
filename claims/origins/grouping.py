"""Pages to groups of one origin each, with the reason for every two that are put together.

What comes out depends on the pages alone, not on their order: all is done in the order of their ids.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claims.origins.addresses import host_of, is_front_page, page_key, site_of
from claims.origins.page_facts import WORK
from claims.origins.publishers import Shares
from claims.origins.wording import likely_pairs, runs_of, shared

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claims.origins.page_facts import PageFacts
    from claims.origins.publishers import Family, Publishers
    from claims.origins.wording import Runs

COPY = 0.45
"""Part of the shorter text that makes two pages copies: each may have changed one word in twenty."""

COPY_IN_HOUSE = 0.25
"""The same for two papers of one owner."""

FEWEST = 20
"""Runs of words that a text needs before its wording says anything; short ones must be the same."""

SAME_SHORT = 4
MAX_REASONS = 4
_LONGEST_TITLE = 60


@dataclass(frozen=True, slots=True)
class Origin:
    """Pages with one origin. `name` says whose it is, `because` gives the reasons for each page."""

    name: str
    pages: tuple[str, ...]
    because: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(slots=True)
class _Joined:
    """Which pages are in one group so far (union-find), and why."""

    leader: dict[str, str]
    reasons: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def of(self, page: str) -> str:
        """The page that stands for the whole group."""
        while self.leader[page] != page:
            self.leader[page] = self.leader[self.leader[page]]
            page = self.leader[page]
        return page

    def join(self, first: str, second: str) -> None:
        """Put two groups together; the smaller id leads, so that the order does not matter."""
        low, high = sorted((self.of(first), self.of(second)))
        self.leader[high] = low

    def note(self, page: str, why: str) -> None:
        """Add a reason for a page."""
        held = self.reasons[page]
        if why not in held and len(held) < MAX_REASONS:
            held.append(why)


def origins(pages: Iterable[PageFacts], publishers: Publishers) -> tuple[Origin, ...]:
    """The origins of the pages, those with most pages first.

    >>> from claims.origins.page_facts import PageFacts
    >>> from claims.origins.publishers import shipped_publishers
    >>> a = PageFacts("s-1", ("https://a.org/1",), agency="Reuters")
    >>> b = PageFacts("s-2", ("https://b.org/1",), agency="Reuters")
    >>> origins([b, a], shipped_publishers())[0].because[0]
    ('s-1', ('credits Reuters',))
    """
    known = sorted({page.id: page for page in pages}.values(), key=lambda page: page.id)
    joined = _Joined({page.id: page.id for page in known})
    for key, members in _shared_keys(known, publishers).items():
        for page in members[1:]:
            joined.join(members[0].id, page.id)
        for page in members if len(members) > 1 else ():
            joined.note(page.id, key[1])
    _join_copies(known, publishers, joined)
    return _collected(known, joined, publishers)


def _shared_keys(
    pages: Sequence[PageFacts], publishers: Publishers
) -> dict[tuple[str, str], list[PageFacts]]:
    """(what is shared, the reason in words) to the pages that share it."""
    found: dict[tuple[str, str], list[PageFacts]] = defaultdict(list)
    for page in pages:
        for key in dict.fromkeys(filter(None, map(page_key, _page_addresses(page)))):
            found[f"page {key}", f"is the page {key}, or names it as its own address"].append(page)
        if page.agency:
            found[f"agency {page.agency}", f"credits {page.agency}"].append(page)
        if page.doi:
            found[f"doi {page.doi}", f"is the work doi:{page.doi}"].append(page)
        if page.is_work:
            continue
        site, family = _publisher(page, publishers)
        if family is not None and family.shares is Shares.NEWSROOM:
            why = f"is published by {family.name}"
            found[f"family {family.name}", why].append(page)
            if page.agency != family.name:  # an agency's own pages and those that credit it
                found[f"agency {family.name}", f"credits {family.name}"].append(page)
        elif site is not None:
            found[f"site {site}", f"is published by {site}"].append(page)
        elif (
            page.publisher
        ):  # the address does not tell who publishes, so the page's own word counts
            found[f"publisher {page.publisher}", f"is published by {page.publisher}"].append(page)
    _share_works(found, pages)
    return _only_true_credits(found)


def _share_works(found: dict[tuple[str, str], list[PageFacts]], pages: Sequence[PageFacts]) -> None:
    """What works without a page share: the same work, its author, or for print who publishes it.

    A house prints books of authors who know nothing of one another; a paper is one newsroom, on the web
    and in print.
    """
    works = [page for page in pages if page.is_work]
    printed = {_plain(work.publisher): work.publisher for work in works if not work.is_book}
    for work in works:
        name = work.addresses[0]
        found[f"work {name}", f"is the work {name.removeprefix(WORK)}"].append(work)
        if author := _plain(work.author):
            found[f"author {author}", f"is a work of {author}"].append(work)
    for page in pages if printed else ():
        house = "" if page.is_book else _plain(page.publisher)
        if house and house in printed:
            found[f"house {house}", f"is published by {printed[house]}"].append(page)


def _plain(name: str | None) -> str:
    return " ".join((name or "").casefold().split())


def _only_true_credits(
    found: dict[tuple[str, str], list[PageFacts]],
) -> dict[tuple[str, str], list[PageFacts]]:
    """Without the credits that only the publisher's own pages have."""
    return {
        key: members
        for key, members in found.items()
        if not key[0].startswith("agency ") or any(page.agency for page in members)
    }


def _page_addresses(page: PageFacts) -> list[str]:
    """The addresses of a page; a front page named as canonical is a mistake of the site."""
    return [one for one in page.addresses if one != page.canonical_url or not is_front_page(one)]


def _publisher(page: PageFacts, publishers: Publishers) -> tuple[str | None, Family | None]:
    """The site of a page's own address and the family it belongs to."""
    address = page.addresses[0] if page.addresses else ""
    site = site_of(address, publishers)
    return site, publishers.family(host_of(address), site)


def _join_copies(pages: Sequence[PageFacts], publishers: Publishers, joined: _Joined) -> None:
    texts = [runs_of(page.text) for page in pages]
    for first, second in likely_pairs(texts):
        one, other = pages[first], pages[second]
        part = copied(texts[first], texts[second])
        if part is None:
            part = _copied_in_house(one, other, texts[first], texts[second], publishers)
        if part is None:
            continue
        joined.join(one.id, other.id)
        joined.note(one.id, f"shares {part:.0%} of its wording with {_named(other)}")
        joined.note(other.id, f"shares {part:.0%} of its wording with {_named(one)}")


def copied(first: Runs, second: Runs) -> float | None:
    """The part of the shorter text that stands in the other, where it makes them copies.

    >>> copied(runs_of("word " * 40 + "a b"), runs_of("nothing of the sort is said here")) is None
    True
    """
    part = shared(first, second)
    least = min(len(first), len(second))
    if least < FEWEST:
        return part if first == second and least >= SAME_SHORT else None
    return part if part >= COPY else None


def _copied_in_house(
    one: PageFacts, other: PageFacts, first: Runs, second: Runs, publishers: Publishers
) -> float | None:
    family, same = (_publisher(page, publishers)[1] for page in (one, other))
    if family is None or family is not same or min(len(first), len(second)) < FEWEST:
        return None
    part = shared(first, second)
    return part if part >= COPY_IN_HOUSE else None


def _named(page: PageFacts) -> str:
    host = host_of(page.addresses[0]) if page.addresses else None
    title = (page.title or "").strip()
    if len(title) > _LONGEST_TITLE:
        title = title[: _LONGEST_TITLE - 1] + "…"
    shown = f"“{title}”" if title else page.id
    return f"{shown} ({host})" if host else shown


def _collected(
    pages: Sequence[PageFacts], joined: _Joined, publishers: Publishers
) -> tuple[Origin, ...]:
    groups: dict[str, list[PageFacts]] = defaultdict(list)
    for page in pages:
        groups[joined.of(page.id)].append(page)
    made = [
        Origin(
            _name(members, publishers),
            tuple(page.id for page in members),
            tuple((page.id, tuple(joined.reasons[page.id])) for page in members),
        )
        for members in groups.values()
    ]
    return tuple(sorted(made, key=lambda one: (-len(one.pages), one.pages)))


def _name(members: Sequence[PageFacts], publishers: Publishers) -> str:
    """Whose text it is: the agency credited, else who published it first, as far as dates tell."""
    agencies = sorted({page.agency for page in members if page.agency})
    if agencies:
        return agencies[0]
    first = min(members, key=lambda page: (page.published or "9999", page.id))
    site, family = _publisher(first, publishers)
    return first.publisher or (family.name if family else None) or site or first.title or first.id
