"""An article's text to its claims and the reasons why other sentences gave none: the rules engine."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.extract.article import LONGEST, Article, read_article
from claims.extract.attribution import attribution_of
from claims.extract.background import background_of
from claims.extract.check_worthiness import score
from claims.extract.clauses import clauses
from claims.extract.kinds import Setting, kind_of, skip_clause, skip_sentence
from claims.extract.place import Credit, Place, credit_of
from claims.extract.speakers import Speakers, find_speakers
from claims.extract.wording import reword
from claims.model.claim import Claim, claim_id
from claims.model.document import Sentence, SkipReason, sentence_id
from claims.model.review import Status
from claims.model.selector import select
from claims.model.span import Span
from claims.text.boilerplate import is_boilerplate

if TYPE_CHECKING:
    from claims.extract.dates import DateMention

ENGINE = "rules-1"

_NAMED_AFTER = re.compile(r"\s[A-Z]")


@dataclass(frozen=True, slots=True)
class Extraction:
    """The claims of one document in text order, and all its sentences, which tile the text."""

    claims: tuple[Claim, ...]
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class _Job:
    """What stays the same over one document."""

    document: str
    run: str
    min_worth: float
    article: Article
    speakers: Speakers


def extract(
    text: str, *, document: str, published: str | None, run: str, min_worth: float = 0.0
) -> Extraction:
    """All claims of `text` with a check-worthiness of at least `min_worth` (0 to 1).

    `published` is the article's date (EDTF) that relative dates are resolved against.

    >>> found = extract("More than 90 men died.", document="d-1", published=None, run="r-1")
    >>> [c.exact for c in found.claims]
    ['More than 90 men died']
    """
    article = read_article(text, published=published)
    job = _Job(document, run, min_worth, article, find_speakers(article))
    claims: list[Claim] = []
    sentences: list[Sentence] = []
    for ordinal, span in enumerate(article.sentences):
        found, why = _from_sentence(job, ordinal)
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


def _from_sentence(job: _Job, ordinal: int) -> tuple[list[Claim], tuple[SkipReason, str] | None]:
    """The claims of one sentence, or why it has none."""
    article = job.article
    span = article.sentences[ordinal]
    sentence = span.of(article.text)
    why = _skip(article, span, sentence)
    if why is not None:
        return [], why
    parts = tuple(c.shift(span.start) for c in clauses(sentence))
    place = Place(span.trim(article.text), sentence.strip(), job.speakers.voices[ordinal], parts)
    claims: list[Claim] = []
    reason: tuple[SkipReason, str] = (SkipReason.FRAGMENT, "no clause in it can be checked")
    for part in parts:
        setting, credit = credit_of(article, job.speakers, place, part)
        skipped = skip_clause(part.of(article.text), setting)
        if skipped is not None:
            reason = skipped
            continue
        claim = _claim(job, place, part, setting=setting, credit=credit)
        if claim.check_worthiness < job.min_worth:
            reason = (
                SkipReason.LOW_WORTH,
                f"check-worthiness {claim.check_worthiness:.2f} is under {job.min_worth:.2f}",
            )
            continue
        claims.append(claim)
    return claims, None if claims else reason


def _skip(article: Article, span: Span, sentence: str) -> tuple[SkipReason, str] | None:
    if span.start >= article.body_end:
        return SkipReason.BOILERPLATE, "it stands after the end of the article"
    if not sentence.strip():
        return SkipReason.FRAGMENT, "white space only"
    if is_boilerplate(sentence):
        return SkipReason.BOILERPLATE, "words of the web page, not of the article"
    if len(sentence) > LONGEST:
        return SkipReason.FRAGMENT, f"longer than {LONGEST:,} characters: a list or a table"
    return skip_sentence(sentence, paragraph=article.is_paragraph(span))


def _claim(job: _Job, place: Place, part: Span, *, setting: Setting, credit: Credit) -> Claim:
    article, who = job.article, credit.who
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
        kind=kind_of(place_of.exact, setting),
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
