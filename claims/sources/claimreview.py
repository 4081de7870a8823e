"""Fact-checks that the desk has as files: ClaimReview pages, DataFeeds, saved Fact Check Tools replies.

Offline: the index is made in memory, of whatever JSON is handed in.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING

from claims.model.candidate import SearchOutcome
from claims.sources.factcheck import review_hit, reviews_of
from claims.sources.provider import Card, Hit, Reply, answered, failed
from claims.sources.query import key_terms
from claims.sources.reading import Json, calendar, parsed, web_url, within, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claims.sources.question import Question

CARD = Card(
    name="claimreview",
    title="ClaimReview files",
    good_for="fact-checks that the desk has imported as ClaimReview; needs no network",
    needs="claimreview",
)
DEEPEST = 12
LEAST_SHARE = 0.34
"""Of the weight of the claim's words, the share that a review must hold to be named."""


def reviews_in(body: bytes) -> tuple[list[Hit], str | None]:
    """Every review in a JSON file, and why there is none when it cannot be read. Never raises.

    >>> hits, why = reviews_in(b'{"@type": "ClaimReview", "url": "https://f.example/1",'
    ...     b' "claimReviewed": "It rained.", "reviewRating": {"alternateName": "False"}}')
    >>> hits[0].snippet
    'Claim: “It rained.” A fact-checker rated this claim: False.'
    """
    read = parsed(body)
    if read is None:
        return [], "it is not JSON"
    hits = reviews_of(read) + [hit for one in _typed(read, DEEPEST) if (hit := _hit(one))]
    return hits, None


def _typed(value: Json, depth: int) -> Iterator[dict[str, Json]]:
    """The ClaimReview objects at any depth, in order."""
    if isinstance(value, list) and depth:
        for item in value:
            yield from _typed(item, depth - 1)
    if not isinstance(value, dict) or not depth:
        return
    kind = value.get("@type")
    if kind == "ClaimReview" or (isinstance(kind, list) and "ClaimReview" in kind):
        yield value
        return
    for inner in value.values():
        if isinstance(inner, dict | list):
            yield from _typed(inner, depth - 1)


def _hit(review: dict[str, Json]) -> Hit | None:
    url = web_url(review.get("url"))
    if url is None:
        return None
    claimant = within(_first(within(_first(review.get("itemReviewed")), "author")), "name")
    return review_hit(
        url,
        claim=words(review.get("claimReviewed"), longest=1000),
        claimant=words(claimant),
        publisher=words(within(_first(review.get("author")), "name")),
        title=words(review.get("name")) or words(review.get("headline")),
        rating=words(within(review, "reviewRating", "alternateName")),
        published=calendar(review.get("datePublished")),
    )


def _first(value: Json) -> Json:
    return value[0] if isinstance(value, list) and value else value


@dataclass(frozen=True)
class ReviewIndex:
    """Reviews by the words of what they checked."""

    hits: tuple[Hit, ...]
    by_term: dict[str, list[int]]

    def search(self, question: Question, *, top: int) -> Reply:
        """The reviews that share the most of the claim's words, rare words counting more."""
        if not self.hits:
            return Reply(SearchOutcome.NOT_MEASURED, "no ClaimReview has been imported")
        weights = {t: self._weight(t) for t in map(str.lower, question.terms)}
        total = sum(weights.values())
        if not total:
            return failed("the claim holds no word to search for")
        scores: dict[int, float] = defaultdict(float)
        for term, weight in weights.items():
            for place in self.by_term.get(term, ()):
                scores[place] += weight
        ranked = sorted(scores.items(), key=lambda one: (-one[1], one[0]))
        named = [self.hits[n] for n, s in ranked[:top] if s >= LEAST_SHARE * total]
        return answered(named, len(named))

    def _weight(self, term: str) -> float:
        return log((len(self.hits) + 1) / (len(self.by_term.get(term, ())) + 0.5))


def index_of(hits: Sequence[Hit]) -> ReviewIndex:
    """The index of reviews; the same address counts once.

    >>> made = index_of(reviews_in(b'{"claims": [{"text": "The bridge fell", "claimReview":'
    ...     b' [{"url": "https://f.example/1", "textualRating": "True"}]}]}')[0])
    >>> len(made.hits), sorted(made.by_term)
    (1, ['bridge', 'claim', 'fact-checker', 'fell', 'rated', 'true'])
    """
    distinct = tuple({hit.url: hit for hit in hits}.values())
    by_term: dict[str, list[int]] = defaultdict(list)
    for place, hit in enumerate(distinct):
        for term in {t.lower() for t in key_terms(f"{hit.title or ''} {hit.text or ''}")}:
            by_term[term].append(place)
    return ReviewIndex(distinct, dict(by_term))
