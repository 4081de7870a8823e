"""Google Fact Check Tools: who has already checked this (claims:search, v1alpha1; needs a key).

Ratings are words of a hundred publishers' own vocabularies, so they are kept as they stand.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.sources.provider import Ask, Card, Hit, Plan, Reply, Request, answered, failed, plan_of
from claims.sources.reading import (
    Json,
    calendar,
    count_of,
    object_in,
    objects,
    web_url,
    within,
    words,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.model.secret import Secret
    from claims.sources.provider import Answer
    from claims.sources.question import Question

URL = "https://factchecktools.googleapis.com/v1alpha1/claims:search"
CARD = Card(
    name="factcheck",
    title="Google Fact Check Tools",
    good_for="claims that a fact-checker has already published on, with the rating in its words",
    hosts=("factchecktools.googleapis.com",),
    needs="factcheck_key",
)


@dataclass(frozen=True, slots=True)
class FactCheck:
    """The service, with the desk's key."""

    key: Secret

    @property
    def card(self) -> Card:
        """See `claims.sources.provider`."""
        return CARD

    def plan(self, question: Question, *, top: int) -> Plan:
        """The claim in its own words, then the usual queries without the narrowest."""
        phrases = dict.fromkeys((question.text[:200], *question.queries[1:]))
        asked = [phrase for phrase in phrases if phrase.strip()]
        return plan_of(question, asked, self._search, top=top)

    def _search(self, phrase: str, top: int) -> Request:
        params: dict[str, str | Secret] = {
            "query": phrase,
            "languageCode": "en",
            "pageSize": str(top),
            "key": self.key,
        }
        return Request(URL, params)

    def read(self, ask: Ask, answers: Sequence[Answer]) -> Reply:
        """The reviews of all claims named, in their order."""
        del ask
        answer = object_in(answers[-1])
        if isinstance(answer, Reply):
            return answer
        if "error" in answer:
            said = words(within(answer, "error", "message")) or "no reason"
            return failed(f"the service answered an error: {said}")
        if "claims" in answer and not isinstance(answer["claims"], list):
            return failed("the reply holds no list of claims")
        if not answer.keys() <= {"claims", "nextPageToken"}:
            return failed("the reply is not one of Fact Check Tools")
        return answered(reviews_of(answer), count_of(answer, "claims"))


def reviews_of(answer: Json) -> list[Hit]:
    """The reviews in a reply of claims:search, or in a file that one was saved to."""
    return [
        hit
        for claim in objects(answer, "claims")
        for review in objects(claim, "claimReview")
        if (hit := _review(claim, review))
    ]


def _review(claim: dict[str, Json], review: dict[str, Json]) -> Hit | None:
    url = web_url(review.get("url"))
    if url is None:
        return None
    publisher = words(within(review, "publisher", "name")) or words(
        within(review, "publisher", "site")
    )
    return review_hit(
        url,
        claim=words(claim.get("text"), longest=1000),
        claimant=words(claim.get("claimant")),
        publisher=publisher,
        title=words(review.get("title")),
        rating=words(review.get("textualRating")),
        published=calendar(review.get("reviewDate")),
    )


def review_hit(  # noqa: PLR0913 - the parts of a ClaimReview
    url: str,
    *,
    claim: str | None,
    claimant: str | None,
    publisher: str | None,
    title: str | None,
    rating: str | None,
    published: str | None,
) -> Hit:
    """A published fact-check, told in two sentences.

    >>> review_hit("https://f.example/1", claim="It rained.", claimant="A. Lee", publisher="Facts",
    ...            title=None, rating="False", published="2026-01-02").text
    'A. Lee: “It rained.” Facts rated this claim: False (2026-01-02).'
    """
    said = f"{claimant or 'Claim'}: “{claim}”" if claim else ""
    rated = f"{publisher or 'A fact-checker'} rated this claim: {rating}" if rating else ""
    when = f" ({published})" if published and rated else ""
    text = " ".join(part for part in (said, f"{rated}{when}." if rated else "") if part)
    return Hit(
        url,
        title or claim,
        text or None,
        text=text or None,
        published=published,
        notes=(f"fact-check: {rating}",) if rating else ("fact-check",),
    )
