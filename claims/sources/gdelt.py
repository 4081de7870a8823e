"""GDELT DOC 2.0: news of the last three months in many languages, without a key and without the texts.

It throttles in plain text within a 200, and answers a query it dislikes in plain text as well: neither
may be read as "no coverage".
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from claims.model.candidate import SearchOutcome
from claims.sources.provider import Ask, Card, Hit, Plan, Reply, Request, answered, failed, plan_of
from claims.sources.question import day_of, phrase_words, span_of
from claims.sources.reading import (
    Json,
    calendar,
    count_of,
    objects,
    parsed,
    refusal,
    web_url,
    words,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.sources.provider import Answer
    from claims.sources.question import Question

URL = "https://api.gdeltproject.org/api/v2/doc/doc"
REACH = timedelta(days=90)
AROUND = timedelta(days=7)
SHORTEST_TERM = 3
MOST_TERMS = 5
CARD = Card(
    name="gdelt",
    title="GDELT",
    good_for="news coverage of the last three months, worldwide",
    hosts=("api.gdeltproject.org",),
)


@dataclass(frozen=True, slots=True)
class Gdelt:
    """The service."""

    @property
    def card(self) -> Card:
        """See `claims.sources.provider`."""
        return CARD

    def plan(self, question: Question, *, top: int) -> Plan:
        """Names as phrases with the rarest words, then the names alone."""
        span = days_within_reach(question)
        if span is None:
            return Plan(why_not="it holds the last three months, and the claim is of another time")
        names = [phrase_words(n) for n in question.entities if len(n) >= SHORTEST_TERM]
        terms = [t for t in question.terms if t.isalnum() and len(t) >= SHORTEST_TERM]
        plain = [t for t in terms if not any(t in name for name in names)]
        phrases = dict.fromkeys(
            " ".join(p) for p in ([*names, *plain][:MOST_TERMS], names[:2] or plain[:3]) if p
        )
        return plan_of(
            question, phrases, lambda p, most: Request(URL, _params(p, span, most)), top=top
        )

    def read(self, ask: Ask, answers: Sequence[Answer]) -> Reply:
        """The articles in their order."""
        del ask
        answer = answers[-1]
        refused = refusal(answer)
        read = parsed(answer.body)
        if not isinstance(read, dict):
            return _plain_text(answer, refused)
        if refused:
            return refused
        if "articles" in read and not isinstance(read["articles"], list):
            return failed("the reply holds no list of articles")
        if read and "articles" not in read:
            return failed("the reply is not one of GDELT")
        hits = [hit for a in objects(read, "articles") if (hit := _article(a))]
        return answered(hits, count_of(read, "articles"))


def days_within_reach(question: Question) -> tuple[date, date] | None:
    """The days to search: the claim's or the article's within the last three months, else null."""
    today = day_of(question.asked_on)
    if today is None:
        return None
    since = today - REACH
    written = day_of(question.published)
    told = span_of(question.dates) or ((written, written) if written else (since, today))
    first, last = max(told[0] - AROUND, since), min(told[1] + AROUND, today)
    return (first, last) if first <= last else None


def _params(phrase: str, span: tuple[date, date], top: int) -> dict[str, str]:
    return {
        "query": f"{phrase} sourcelang:english",
        "mode": "artlist",
        "format": "json",
        "maxrecords": str(top),
        "sort": "hybridrel",
        "STARTDATETIME": span[0].strftime("%Y%m%d000000"),
        "ENDDATETIME": span[1].strftime("%Y%m%d235959"),
    }


def _plain_text(answer: Answer, refused: Reply | None) -> Reply:
    said = words(answer.body[:1000].decode("utf-8", "replace"), longest=200) or "an empty reply"
    if "limit requests" in said.lower():
        return Reply(SearchOutcome.THROTTLED, f"GDELT answered: {said}")
    if refused:
        return refused
    return Reply(SearchOutcome.NOT_MEASURED, f"GDELT did not search; it answered: {said}")


def _article(article: dict[str, Json]) -> Hit | None:
    url = web_url(article.get("url"))
    if url is None:
        return None
    return Hit(
        url,
        words(article.get("title")),
        words(article.get("domain")),
        published=calendar(article.get("seendate")),
    )
