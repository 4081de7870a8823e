"""An article's text to its claims and the reasons why other sentences gave none.

A finder says where claims stand (the trained encoder, or the rules alone); rules refuse what no desk
could check, and read who says it, when, how much and of which kind.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from claims.extract.article import LONGEST, Article, read_article
from claims.extract.claim_features import claim_features
from claims.extract.dates.claim_dates import ClaimDates, claim_dates, weighed_dates
from claims.extract.dates.date_options import Viewed
from claims.extract.dates.timeline import Timeline, read_timeline
from claims.extract.finding import ByRules, Finder
from claims.extract.kind_weights import kind_view
from claims.extract.kinds import Setting, kind_of, kind_of_answer
from claims.extract.reading import KINDS
from claims.extract.skipping.language import language_around
from claims.extract.skipping.skips import (
    skip_caption,
    skip_clause,
    skip_idle,
    skip_sentence,
    why_skipped,
)
from claims.extract.speakers.credit_signs import credit_signs
from claims.extract.speakers.place import Credit, Place, credit_of, record_of
from claims.extract.speakers.voices import Speakers, find_speakers
from claims.extract.wording.background import background_of
from claims.extract.wording.reword import reword
from claims.extract.wording.story import Story, read_story
from claims.extract.worth.check_worthiness import Worth, shipped_worth
from claims.extract.worth.worth_features import Known
from claims.model.claim import Claim, ClaimKind, claim_id
from claims.model.document import Sentence, SkipReason, sentence_id
from claims.model.review import Status
from claims.model.selector import select
from claims.model.span import Span
from claims.text.boilerplate import in_notice
from claims.text.line_breaks import with_line_feeds
from claims.text.shouting import calm

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.extract.claim_weights import ClaimWeights
    from claims.extract.segment import Found


LEAST_CREDITED = 0.45
"""Below this chance that somebody else says it, a claim is the article's own whatever the rules find."""

LEAST_OF_OTHERS = 0.5
"""LEAST_CREDITED for a claim that is of another kind than a statement."""

SURELY_SAID, MOSTLY_STATED = 0.8, 0.65
"""From these chances on (somebody is credited; it is a statement) a speaker is looked for without a cue."""

_STATEMENT = KINDS.index("statement")

_OF_LITTLE_USE = frozenset([SkipReason.FRAGMENT, SkipReason.HEADING, SkipReason.QUESTION])
"""Reasons beside which the language of the line is worth a look."""


@dataclass(frozen=True, slots=True)
class Extraction:
    """The claims of one document in text order, and all its sentences, which tile the text."""

    claims: tuple[Claim, ...]
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class How:
    """By which finder, from which check-worthiness (0 to 1) on, and by what views and worth are weighed."""

    finder: Finder = field(default_factory=ByRules)
    weights: ClaimWeights | None = None
    min_worth: float = 0.0
    worth: Worth = field(default_factory=shipped_worth)


@dataclass(frozen=True, slots=True)
class _Job:
    """What stays the same over one document."""

    document: str
    run: str
    how: How
    article: Article
    speakers: Speakers
    timeline: Timeline
    story: Story


def extract(
    text: str, *, document: str, published: str | None, run: str, how: How | None = None
) -> Extraction:
    """All claims of `text`, found by the rules alone unless `how` says otherwise.

    `published` is the article's date (EDTF) that relative dates are resolved against.

    >>> found = extract("More than 90 men died.", document="d-1", published=None, run="r-1")
    >>> [c.exact for c in found.claims]
    ['More than 90 men died']
    """
    read = with_line_feeds(text)
    article = read_article(read, published=published)
    speakers = find_speakers(article)
    job = _Job(
        document=document,
        run=run,
        how=how or How(),
        article=article,
        speakers=speakers,
        timeline=read_timeline(article, published=published),
        story=read_story(article, speakers.turns),
    )
    turns = job.speakers.turns
    refused = [refusal(article, span) or turns.request(read, span) for span in article.sentences]
    found_in = job.how.finder.find(article, [i for i, why in enumerate(refused) if why is None])
    claims: list[Claim] = []
    sentences: list[Sentence] = []
    for ordinal, span in enumerate(article.sentences):
        found: list[Claim] = []
        why = refused[ordinal]
        if why is None:
            found, why = _from_sentence(job, ordinal, found_in.get(ordinal, ()))
        claims += found
        sentences.append(_sentence(job, ordinal, span, turns.asked(span, why)))
    if read != text:
        claims = [_as_stored(claim, text) for claim in claims]
    return Extraction(tuple(claims), tuple(sentences))


def _as_stored(claim: Claim, text: str) -> Claim:
    """The claim with the words that the text has, whose carriage returns were read as line feeds."""
    place = select(text, Span(claim.start, claim.end))
    numbers = tuple(replace(q, exact=text[q.start : q.end]) for q in claim.quantities)
    start, who = claim.sentence_start, claim.attribution
    return replace(
        claim,
        id=claim_id(document=claim.document, start=place.start, end=place.end, exact=place.exact),
        exact=place.exact,
        prefix=place.prefix,
        suffix=place.suffix,
        sentence=text[start : start + len(claim.sentence)],
        attribution=who and replace(who, cue=text[who.start : who.end]),
        quantities=numbers,
    )


def _sentence(job: _Job, ordinal: int, span: Span, why: tuple[SkipReason, str] | None) -> Sentence:
    return Sentence(
        id=sentence_id(document=job.document, start=span.start, end=span.end),
        document=job.document,
        ordinal=ordinal,
        start=span.start,
        end=span.end,
        skip_reason=why[0] if why else None,
        skip_detail=why[1] if why else None,
        run=job.run,
    )


def _from_sentence(
    job: _Job, ordinal: int, found: Sequence[Found]
) -> tuple[list[Claim], tuple[SkipReason, str] | None]:
    """The claims of one sentence out of what was found in it, or why it has none."""
    article = job.article
    span = article.sentences[ordinal]
    sentence = span.of(article.text)
    found = job.speakers.turns.without_labels(found)
    parts = tuple(one.span for one in found)
    place = _place(job, ordinal, parts)
    claims: list[Claim] = []
    reason: tuple[SkipReason, str] | None = None
    for one in found:
        setting, credit = credit_of(article, job.speakers, place, one.span, said=surely_said(one))
        words = calm(one.span.of(article.text))
        skipped = skip_clause(words, setting) or skip_idle(words, one.worthy, setting)
        if skipped is not None:
            reason = skipped
            continue
        judged = _judge(
            job.how, one, setting, one.span.of(article.text), credit_signs(place, credit, one.span)
        )
        if credit.turn is not None:
            judged = replace(judged, kind=kind_of_answer(judged.kind, setting))
        if _is_doubted(judged) and credit.turn is None:
            credit = Credit(None, None)
        claim = _claim(job, place, judged, setting=setting, credit=credit)
        if claim.check_worthiness < job.how.min_worth:
            reason = (
                SkipReason.LOW_WORTH,
                f"check-worthiness {claim.check_worthiness:.2f} is under {job.how.min_worth:.2f}",
            )
            continue
        claims.append(claim)
    return claims, None if claims else reason or _why(article, span, sentence)


def _place(job: _Job, ordinal: int, parts: tuple[Span, ...]) -> Place:
    """The sentence with its candidate claims and the voices in it and before it."""
    span, voices = job.article.sentences[ordinal], job.speakers.voices
    before = voices[ordinal - 1] if ordinal else None
    words = span.of(job.article.text).strip()
    return Place(span.trim(job.article.text), words, voices[ordinal], parts, before=before)


def _is_doubted(judged: _Judged) -> bool:
    """Whether it is likelier that nobody is credited, whatever cue was found."""
    least = LEAST_CREDITED if judged.kind is ClaimKind.STATEMENT else LEAST_OF_OTHERS
    return judged.credited is not None and judged.credited < least


def surely_said(found: Found) -> bool:
    """Whether the network is sure that somebody is credited, and that words are what it tells of."""
    if found.said is None or not found.kinds:
        return False
    return found.said >= SURELY_SAID and found.kinds[_STATEMENT] >= MOSTLY_STATED


def _why(article: Article, span: Span, sentence: str) -> tuple[SkipReason, str]:
    """The reason for a sentence that has no clause at all."""
    return why_skipped(
        sentence,
        paragraph=article.is_paragraph(span),
        quoted=article.quote_of(span) is not None,
        attributed=False,
        loose=article.loose.get(span.start),
    )


@dataclass(frozen=True, slots=True)
class _Judged:
    """A claim's kind, and the chance that somebody is credited; null: not known."""

    found: Found
    kind: ClaimKind
    credited: float | None = None


def _judge(
    how: How, found: Found, setting: Setting, clause: str, signs: tuple[float, ...]
) -> _Judged:
    by_rules = kind_of(clause, setting)
    if how.weights is None or not found.kinds:
        return _Judged(found, by_rules)
    features = claim_features(found, by_rules, setting, clause)
    kind = how.weights.kinds.kind(kind_view(features, found, clause))
    return _Judged(found, kind, how.weights.credited((*features, *signs)))


def refusal(article: Article, span: Span) -> tuple[SkipReason, str] | None:
    """Why a sentence can hold no claim whatever its words; None when it is to be read."""
    sentence = span.of(article.text)
    if span.start >= article.body_end:
        return SkipReason.BOILERPLATE, "it stands after the end of the article"
    if not sentence.strip():
        return SkipReason.FRAGMENT, "white space only"
    if len(sentence) > LONGEST:
        return SkipReason.FRAGMENT, f"longer than {LONGEST:,} characters: a list or a table"
    if in_notice(article.text, span.start):
        return SkipReason.BOILERPLATE, "a notice of the web site on itself"
    loose = article.loose.get(span.start)
    sure = skip_sentence(
        sentence, paragraph=article.is_paragraph(span), loose=loose
    ) or skip_caption(sentence, article.rest_of_line(span))
    if sure is None or sure[0] in _OF_LITTLE_USE:
        language = language_around(article.text, span.start, span.end)
        return (SkipReason.OTHER_LANGUAGE, f"in {language}, as its line") if language else sure
    return sure


def _dated(job: _Job, judged: _Judged, setting: Setting) -> ClaimDates:
    weights, found = job.how.weights, judged.found
    if weights is not None and found.dated:
        return weighed_dates(Viewed(job.article, job.timeline, found, setting), weights.dates)
    return claim_dates(job.timeline, job.article, found.span, kind=judged.kind.value)


def _claim(job: _Job, place: Place, judged: _Judged, *, setting: Setting, credit: Credit) -> Claim:
    article, who, part = job.article, credit.who, judged.found.span
    place_of = select(article.text, part)
    dated = _dated(job, judged, setting)
    views = judged.found
    known = Known(setting.numbers, setting.dated, worthy=views.worthy, level=views.level)
    worth, reasons = job.how.worth.score(place_of.exact, known)
    inner = part.shift(-place.span.start)
    attribution = record_of(place, credit, inner)
    claim_text, ambiguous = reword(
        place_of.exact, background_of(job.story, place, part, setting=setting, credit=credit)
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
        kind=judged.kind,
        claimant=who,
        attribution=attribution,
        check_worthiness=worth,
        reasons=reasons,
        dates=dated.edtf,
        quantities=article.quantities_in(part),
        status=Status.NEW,
        run=job.run,
    )
