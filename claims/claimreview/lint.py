"""A ClaimReview object to the rules it breaks, each with a JSON pointer to where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from claims.claimreview.lint_claim import claim_problems
from claims.claimreview.lint_rating import rating_problems
from claims.claimreview.lint_values import DATED, value_problems
from claims.claimreview.objects import first, is_review
from claims.claimreview.rules import RULES, Severity
from claims.model.fact_check import Problem
from claims.model.ids import canonical_json, digest
from claims.sources.reading import web_url, within

if TYPE_CHECKING:
    from collections.abc import Iterator

SHORTENERS = frozenset(
    "bit.ly buff.ly cutt.ly dlvr.it g.co goo.gl is.gd lnkd.in ow.ly rb.gy t.co t.ly tiny.cc tinyurl.com"
    " trib.al youtu.be".split()
)
_CONTEXTS = frozenset({"schema.org", "www.schema.org"})


def lint(review: Any, *, page_url: str | None = None, embedded: bool = False) -> list[Problem]:
    """The rules that an object breaks, in their order.

    `page_url` is the page that carries it, if one is known. `embedded`: it stands in a feed or graph,
    whose `@context` holds for it.

    >>> [one.rule for one in lint({"@type": "ClaimReview", "claimReviewed": "It rained."}, embedded=True)]
    ['CR005', 'CR009', 'CR013', 'CR014', 'CR105']
    """
    if not is_review(review):
        return [Problem("CR001", "", "no ClaimReview")]
    found = [
        *_claim_reviewed(review),
        *rating_problems(review, host=_host(review.get("url")) or _host(page_url)),
        *_url(review, page_url),
        *_author(review),
        *claim_problems(review),
        *value_problems(review),
        *_context(review, embedded=embedded),
    ]
    return sorted(found, key=lambda one: (one.rule, one.pointer))


class PageRules:
    """The rules that hold for a page as a whole: one ClaimReview, and none repeated.

    >>> page, one = PageRules(), {"@type": "ClaimReview", "url": "https://f.example/1"}
    >>> [[p.rule for p in page.problems(one, "https://f.example/1")] for _ in range(2)]
    [[], ['CR029', 'CR030']]
    """

    def __init__(self) -> None:
        self._seen: dict[str, list[str]] = {}
        self._elsewhere: dict[str, str] = {}

    def problems(self, review: Any, page_url: str) -> list[Problem]:
        """What the object breaks as one more of its page."""
        on_page = self._seen.setdefault(page_url, [])
        key = digest(canonical_json(review))
        found = []
        if on_page:
            found.append(Problem("CR029", "", f"number {len(on_page) + 1} on its page"))
        first_at = self._elsewhere.setdefault(key, page_url)
        if key in on_page or first_at != page_url:
            found.append(Problem("CR030", "", f"the same as one on {first_at:.200}"))
        on_page.append(key)
        return found


def severity(problem: Problem) -> Severity:
    """How much a problem matters.

    >>> severity(Problem("CR003", "/claimReviewed", "80 characters")).value
    'recommended'
    """
    return RULES[problem.rule].severity


def _claim_reviewed(review: dict[str, Any]) -> Iterator[Problem]:
    where = "/claimReviewed"
    text = first(review.get("claimReviewed"))
    if not isinstance(text, str) or not text.strip():
        yield Problem("CR002", where, "no text")
        return
    length = len(" ".join(text.split()))
    if length > LONGEST_REVIEWED:
        yield Problem("CR003", where, f"{length} characters")
    rating = within(first(review.get("reviewRating")), "alternateName")
    told = first(rating).strip().casefold() if isinstance(first(rating), str) else ""
    if told and told.rstrip(".!") in _marks(text.casefold()):
        yield Problem("CR004", where, f"names the rating {told}")


LONGEST_REVIEWED = 74


def _marks(text: str) -> set[str]:
    """What stands like a label before or behind the claim: `False: …`, `[False] …`, `… (False)`."""
    text = text.strip()
    before = {text.partition(mark)[0].strip(" [(") for mark in (":", "]", ")", " - ", " | ", " — ")}
    behind = {
        text.rpartition(mark)[2].strip(" ])") for mark in ("(", "[", ": ", " - ", " | ", " — ")
    }
    return (before | behind) - {text, ""}


def _url(review: dict[str, Any], page_url: str | None) -> Iterator[Problem]:
    given = first(review.get("url"))
    if not given:
        yield Problem("CR009", "/url", "no address")
        return
    url = web_url(given)
    if url is None:
        yield Problem("CR010", "/url", f"{given!r:.120} is not one")
        return
    host, page = _host(url) or "", _host(page_url)
    if page and not _same_domain(host, page):
        yield Problem("CR011", "/url", f"{host} is not of {page}")
    if host in SHORTENERS:
        yield Problem("CR012", "/url", host)


def _same_domain(host: str, page: str) -> bool:
    """Google: the same domain as the page, or a subdomain of it (www counts for nothing)."""
    host, page = host.removeprefix("www."), page.removeprefix("www.")
    return host == page or host.endswith("." + page)


def _author(review: dict[str, Any]) -> Iterator[Problem]:
    author = first(review.get("author"))
    named = isinstance(author, str) and author.strip()
    if not named and not any(within(author, key) for key in ("name", "url", "@id")):
        yield Problem("CR013", "/author", "nobody is named")
    date = review.get("datePublished")
    if not isinstance(first(date), str) or not first(date).strip():
        yield Problem("CR105", "/datePublished", "no date")
    made = within(first(review.get("itemReviewed")), "datePublished")
    days = [str(first(one))[:10] for one in (date, made)]
    if all(DATED.fullmatch(str(first(one))) for one in (date, made)) and days[0] < days[1]:
        yield Problem("CR107", "/datePublished", f"{days[0]} is before {days[1]}")


def _context(review: dict[str, Any], *, embedded: bool) -> Iterator[Problem]:
    context = first(review.get("@context"))
    if context is None and embedded:
        return
    named = within(context, "@vocab") or context
    host = _host(named if isinstance(named, str) else None)
    if host not in _CONTEXTS:
        yield Problem("CR106", "/@context", "none" if context is None else f"{named!r:.80}")


def _host(url: Any) -> str | None:
    good = web_url(url)
    return urlsplit(good).hostname if good else None
