"""What came of asking for a cited page to what that says about the link: a table, so that nothing is guessed.

Where the answer came from another address, it counts as the page only if it carries what was cited, or is
plainly the same page elsewhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from claims.health.parked import parked
from claims.model.health import LinkFinding
from claims.model.snapshot import FetchOutcome
from claims.origins.addresses import page_key

NOT_ASKED = "not asked: "
"""How the reason begins when no request went out."""

TIME_OVER = "not asked: the time for the whole run is over"

NO_NAME = re.compile(r"cannot be resolved: \[Errno (?:-2|-5|8|11001|11004)\]|has no address$")
"""The name server says that there is no such name, or no address of it (EAI_NONAME, EAI_NODATA)."""

BY_STATUS: dict[int, LinkFinding] = {
    401: LinkFinding.BLOCKED,
    402: LinkFinding.PAYWALLED,
    403: LinkFinding.BLOCKED,
    404: LinkFinding.NOT_THERE,
    405: LinkFinding.BLOCKED,
    406: LinkFinding.BLOCKED,
    407: LinkFinding.BLOCKED,
    410: LinkFinding.NOT_THERE,
    451: LinkFinding.BLOCKED,
    206: LinkFinding.ANSWERED,
}
"""What a status says; all others (5xx, 429, 408, odd ones) only that the server does not answer now."""

BY_OUTCOME: dict[FetchOutcome, LinkFinding] = {
    FetchOutcome.STORED: LinkFinding.ANSWERED,
    FetchOutcome.NOT_READABLE: LinkFinding.ANSWERED,
    FetchOutcome.TOO_LARGE: LinkFinding.ANSWERED,
    FetchOutcome.ADDRESS_REFUSED: LinkFinding.UNCLEAR,
    FetchOutcome.SCRIPT_SHELL: LinkFinding.UNCLEAR,
    FetchOutcome.ROBOTS_DISALLOWED: LinkFinding.ROBOTS,
    FetchOutcome.UNREACHABLE: LinkFinding.UNREACHABLE,
    FetchOutcome.TIMED_OUT: LinkFinding.UNREACHABLE,
    FetchOutcome.TOO_MANY_REDIRECTS: LinkFinding.UNREACHABLE,
    FetchOutcome.BAD_RESPONSE: LinkFinding.UNREACHABLE,
    FetchOutcome.SOFT_404: LinkFinding.SOFT_404,
    FetchOutcome.PAYWALL: LinkFinding.PAYWALLED,
    FetchOutcome.CONSENT_WALL: LinkFinding.BLOCKED,
    FetchOutcome.BOT_WALL: LinkFinding.BLOCKED,
    FetchOutcome.MAINTENANCE: LinkFinding.UNREACHABLE,
}

CAME_WITH_A_PAGE = frozenset(
    {FetchOutcome.STORED, FetchOutcome.NOT_READABLE, FetchOutcome.SCRIPT_SHELL}
)
"""Outcomes whose page may be that of a seller of domains."""

SAME_SHARE = 0.3
"""So much of the cited page's text on another page makes it the same page elsewhere."""

SHINGLE = 5


@dataclass(frozen=True, slots=True)
class Answered:
    """What came of asking for the address `url`.

    `permanent`: whether every redirect on the way was a permanent one; `source` and `text` are the page as
    received and as read; `carries`: whether a cited passage was found in it, null when that is not known.
    """

    url: str
    target_url: str
    outcome: FetchOutcome
    http_status: int | None
    reason: str | None = None
    permanent: bool = False
    source: str = ""
    text: str = ""
    carries: bool | None = None
    same_page: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """What a look found, and why in words."""

    finding: LinkFinding
    detail: str | None


def finding(answer: Answered) -> Found:
    """What the answer says about the link.

    >>> finding(Answered("http://a.example/x", "http://a.example/x", FetchOutcome.HTTP_ERROR, 410)).finding
    <LinkFinding.NOT_THERE: 'not_there'>
    """
    if (answer.reason or "").startswith(NOT_ASKED):
        return Found(LinkFinding.UNREACHABLE, answer.reason)
    if answer.outcome in CAME_WITH_A_PAGE:
        sign = parked(answer.url, answer.target_url, answer.source, answer.text)
        if sign and not answer.carries:
            return Found(LinkFinding.PARKED, f"the domain is parked: {sign}")
    if answer.outcome is FetchOutcome.HTTP_ERROR:
        by_status = BY_STATUS.get(answer.http_status or 0, LinkFinding.UNREACHABLE)
        return Found(by_status, answer.reason)
    if answer.outcome is FetchOutcome.UNREACHABLE and NO_NAME.search(answer.reason or ""):
        return Found(LinkFinding.NOT_THERE, answer.reason)
    said = BY_OUTCOME[answer.outcome]
    elsewhere = page_key(answer.url) != page_key(answer.target_url)
    if said is LinkFinding.ANSWERED and elsewhere:
        return _elsewhere(answer)
    return Found(said, answer.reason)


def _elsewhere(answer: Answered) -> Found:
    """The answer is a page at another address."""
    if answer.carries is False and not answer.same_page:
        why = f"leads to another page, which does not carry it: {answer.target_url}"
        return Found(LinkFinding.SOFT_404, why)
    if answer.permanent:
        return Found(LinkFinding.MOVED, f"moved for good to {answer.target_url}")
    return Found(LinkFinding.ANSWERED, f"answers from {answer.target_url}")


def nameless(found: Found) -> bool:
    """Whether a page is not there because its host's name is not: our own network could be the reason.

    >>> nameless(Found(LinkFinding.NOT_THERE, "answered 404 Not Found"))
    False
    """
    no_name = NO_NAME.search(found.detail or "")
    return found.finding is LinkFinding.NOT_THERE and no_name is not None


def same_page(old: Page, new: Page) -> bool:
    """Whether a page elsewhere is plainly the cited one, whatever became of the cited words.

    >>> old = Page("https://a.example/2021/war-ends", "War ends", "")
    >>> same_page(old, Page("https://b.example/archive/war-ends", None, ""))
    True
    >>> same_page(old, Page("https://a.example/news", "News", "Today it rained."))
    False
    """
    if _slug(old.url) and _slug(old.url) == _slug(new.url):
        return True
    if old.title and new.title and _plain(old.title) == _plain(new.title):
        return True
    was, now = _shingles(old.text), _shingles(new.text)
    return bool(was) and len(was & now) / len(was) >= SAME_SHARE


@dataclass(frozen=True, slots=True)
class Page:
    """A page by its address, title and text."""

    url: str
    title: str | None
    text: str


def _slug(url: str) -> str:
    """The last part of an address, when it names an article: long, or with a number or a hyphen."""
    try:
        path = urlsplit(url).path
    except ValueError:
        return ""
    last = unquote(path).rstrip("/").rpartition("/")[2].casefold()
    last = re.sub(r"\.(?:html?|php|aspx?)$", "", last)
    return last if len(last) > SHINGLE and re.search(r"[\d_-]", last) else ""


def _plain(title: str) -> str:
    return " ".join(title.casefold().split())


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = text.casefold().split()[:20_000]
    return {tuple(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1)}
