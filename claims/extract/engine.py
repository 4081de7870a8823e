"""An article's text to its claims and the reasons why other sentences gave none.

A finder says where claims stand (the trained encoder, or the rules alone); rules refuse what no desk
could check, and read who says it, when, how much and of which kind.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claims.extract.article import LONGEST, Article, read_article
from claims.extract.attribution import attribution_of
from claims.extract.background import background_of
from claims.extract.check_worthiness import score
from claims.extract.finding import ByRules, Finder
from claims.extract.kinds import Setting, kind_of, likeliest_kind
from claims.extract.language import language_around
from claims.extract.place import Credit, Place, credit_of
from claims.extract.skips import skip_clause, skip_sentence, why_skipped
from claims.extract.speakers import Speakers, find_speakers
from claims.extract.wording import reword
from claims.model.claim import Claim, claim_id
from claims.model.document import Sentence, SkipReason, sentence_id
from claims.model.review import Status
from claims.model.selector import select
from claims.model.span import Span
from claims.text.shouting import calm

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.extract.dates import DateMention
    from claims.extract.segment import Found

_OF_LITTLE_USE = frozenset([SkipReason.FRAGMENT, SkipReason.HEADING, SkipReason.QUESTION])
"""Reasons beside which the language of the line is worth a look."""

_NAMED_AFTER = re.compile(r"\s[A-Z]")


@dataclass(frozen=True, slots=True)
class Extraction:
    """The claims of one document in text order, and all its sentences, which tile the text."""

    claims: tuple[Claim, ...]
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class How:
    """By which finder, and from which check-worthiness (0 to 1) on."""

    finder: Finder = field(default_factory=ByRules)
    min_worth: float = 0.0


@dataclass(frozen=True, slots=True)
class _Job:
    """What stays the same over one document."""

    document: str
    run: str
    how: How
    article: Article
    speakers: Speakers


def extract(
    text: str, *, document: str, published: str | None, run: str, how: How | None = None
) -> Extraction:
    """All claims of `text`, found by the rules alone unless `how` says otherwise.

    `published` is the article's date (EDTF) that relative dates are resolved against.

    >>> found = extract("More than 90 men died.", document="d-1", published=None, run="r-1")
    >>> [c.exact for c in found.claims]
    ['More than 90 men died']
    """
    article = read_article(text, published=published)
    job = _Job(document, run, how or How(), article, find_speakers(article))
    refused = [_skip(article, span, span.of(text)) for span in article.sentences]
    found_in = job.how.finder.find(article, [i for i, why in enumerate(refused) if why is None])
    claims: list[Claim] = []
    sentences: list[Sentence] = []
    for ordinal, span in enumerate(article.sentences):
        found: list[Claim] = []
        why = refused[ordinal]
        if why is None:
            found, why = _from_sentence(job, ordinal, found_in.get(ordinal, ()))
        claims += found
        sentences.append(
            Sentence(
                id=sentence_id(document=document, start=span.start, end=span.end),
                document=document,
                ordinal=ordinal,
                start=span.start,
                end=span.end,
                skip_reason=why[0] if why else None,
                skip_detail=why[1] if why else None,
                run=run,
            )
        )
    return Extraction(tuple(claims), tuple(sentences))


def _from_sentence(
    job: _Job, ordinal: int, found: Sequence[Found]
) -> tuple[list[Claim], tuple[SkipReason, str] | None]:
    """The claims of one sentence out of what was found in it, or why it has none."""
    article = job.article
    span = article.sentences[ordinal]
    sentence = span.of(article.text)
    parts = tuple(one.span for one in found)
    place = Place(span.trim(article.text), sentence.strip(), job.speakers.voices[ordinal], parts)
    claims: list[Claim] = []
    reason: tuple[SkipReason, str] | None = None
    for one in found:
        setting, credit = credit_of(article, job.speakers, place, one.span)
        skipped = skip_clause(calm(one.span.of(article.text)), setting)
        if skipped is not None:
            reason = skipped
            continue
        claim = _claim(job, place, one, setting=setting, credit=credit)
        if claim.check_worthiness < job.how.min_worth:
            reason = (
                SkipReason.LOW_WORTH,
                f"check-worthiness {claim.check_worthiness:.2f} is under {job.how.min_worth:.2f}",
            )
            continue
        claims.append(claim)
    return claims, None if claims else reason or _why(article, span, sentence)


def _why(article: Article, span: Span, sentence: str) -> tuple[SkipReason, str]:
    """The reason for a sentence that has no clause at all."""
    return why_skipped(
        sentence,
        paragraph=article.is_paragraph(span),
        quoted=article.quote_of(span) is not None,
        attributed=False,
    )


def _skip(article: Article, span: Span, sentence: str) -> tuple[SkipReason, str] | None:
    if span.start >= article.body_end:
        return SkipReason.BOILERPLATE, "it stands after the end of the article"
    if not sentence.strip():
        return SkipReason.FRAGMENT, "white space only"
    if len(sentence) > LONGEST:
        return SkipReason.FRAGMENT, f"longer than {LONGEST:,} characters: a list or a table"
    sure = skip_sentence(sentence, paragraph=article.is_paragraph(span))
    if sure is None or sure[0] in _OF_LITTLE_USE:
        language = language_around(article.text, span.start, span.end)
        return (SkipReason.OTHER_LANGUAGE, f"in {language}, as its line") if language else sure
    return sure


def _claim(job: _Job, place: Place, found: Found, *, setting: Setting, credit: Credit) -> Claim:
    article, who, part = job.article, credit.who, found.span
    place_of = select(article.text, part)
    mentions = _dates_of(article, place, part)
    worth, reasons = score(place_of.exact, numbers=setting.numbers, dated=setting.dated)
    inner = part.shift(-place.span.start)
    attribution = (
        attribution_of(place.text, credit.cue, inner, offset=place.span.start)
        if credit.cue is not None
        else None
    )
    claim_text, ambiguous = reword(
        place_of.exact, background_of(article, place, part, setting=setting, credit=credit)
    )
    return Claim(
        id=claim_id(document=job.document, start=part.start, end=part.end, exact=place_of.exact),
        document=job.document,
        start=part.start,
        end=part.end,
        exact=place_of.exact,
        prefix=place_of.prefix,
        suffix=place_of.suffix,
        sentence=place.text,
        sentence_start=place.span.start,
        claim_text=claim_text,
        ambiguous=ambiguous,
        kind=likeliest_kind(found.kinds, kind_of(place_of.exact, setting)),
        claimant=who,
        attribution=attribution,
        check_worthiness=worth,
        reasons=reasons,
        dates=tuple(dict.fromkeys(m.edtf for m in mentions)),
        quantities=article.quantities_in(part),
        status=Status.NEW,
        run=job.run,
    )


def _dates_of(article: Article, place: Place, part: Span) -> tuple[DateMention, ...]:
    """The dates in the clause, else the one that opens its sentence."""
    own = article.dates_in(part)
    if own:
        named = [m for m in own if _NAMED_AFTER.match(article.text, m.end) and len(m.exact) == 4]  # noqa: PLR2004 - a bare year
        return tuple(m for m in own if m not in named) or own
    return article.dates_in(Span(place.span.start, part.start))[:1]
