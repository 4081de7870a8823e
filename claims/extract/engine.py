"""An article's text to its claims and the reasons why other sentences gave none: the rules engine."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.extract.article import LONGEST, Article, read_article
from claims.extract.attribution import attribution_of, cue_of
from claims.extract.check_worthiness import score
from claims.extract.clauses import clauses
from claims.extract.cues import SOURCE, Cue
from claims.extract.kinds import Setting, kind_of, skip_clause, skip_sentence
from claims.extract.names import people
from claims.extract.speakers import Speakers, Voice, find_speakers
from claims.extract.tokens import tokens
from claims.extract.verbs import finite_from, is_adverb, is_finite
from claims.extract.wording import Background, reword
from claims.model.claim import Claim, Quantity, claim_id
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


@dataclass(frozen=True, slots=True)
class _Place:
    """One sentence on its way: its span, its words and who speaks in it."""

    span: Span
    text: str
    voice: Voice
    parts: tuple[Span, ...]  # candidate claims, in document offsets


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
    place = _Place(span.trim(article.text), sentence.strip(), job.speakers.voices[ordinal], parts)
    claims: list[Claim] = []
    reason: tuple[SkipReason, str] = (SkipReason.FRAGMENT, "no clause in it can be checked")
    for part in parts:
        setting, credit = _credit(job, place, part)
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


@dataclass(frozen=True, slots=True)
class _Credit:
    """Who says a clause, and by which cue of its own sentence."""

    who: str | None
    cue: Cue | None


def _credit(job: _Job, place: _Place, part: Span) -> tuple[Setting, _Credit]:
    """What surrounds a clause, and who says it."""
    article = job.article
    quote = article.quote_of(part)
    inner = part.shift(-place.span.start)
    cue = cue_of(place.text, place.voice.cues, inner, quoted=quote is not None)
    has_cue = cue is not None and inner.start <= cue.start < inner.end
    who = cue.speaker if cue is not None else None
    if quote is not None and not has_cue:
        who = job.speakers.by_quote[quote] or who
        cue = cue if cue is not None and cue.speaker == who else None
    numbers = article.quantities_in(part)
    setting = Setting(
        attributed=who is not None,
        sourced=cue is not None and cue.stance == SOURCE,
        quoted=quote is not None,
        has_cue=has_cue,
        numbers=len(numbers),
        strong_numbers=sum(_is_point(q) for q in numbers),
        dated=bool(article.dates_in(part)),
    )
    return setting, _Credit(who, cue)


def _is_point(quantity: Quantity) -> bool:
    """Whether a number can be the point of a claim: no age, no length of time, no "one" or "two"."""
    if quantity.unit in {"year", "month", "week", "day", "hour", "time", "decade"}:
        return False
    return quantity.exact[0].isdigit() or quantity.value > 2  # noqa: PLR2004 - "two" is seldom the point


def _claim(job: _Job, place: _Place, part: Span, *, setting: Setting, credit: _Credit) -> Claim:
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
        place_of.exact, _background(job, place, part, setting=setting, credit=credit)
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


def _dates_of(article: Article, place: _Place, part: Span) -> tuple[DateMention, ...]:
    """The dates in the clause, else the one that opens its sentence."""
    own = article.dates_in(part)
    if own:
        named = [m for m in own if _NAMED_AFTER.match(article.text, m.end) and len(m.exact) == 4]  # noqa: PLR2004 - a bare year
        return tuple(m for m in own if m not in named) or own
    return article.dates_in(Span(place.span.start, part.start))[:1]


def _background(
    job: _Job, place: _Place, part: Span, *, setting: Setting, credit: _Credit
) -> Background:
    article = job.article
    clause = part.of(article.text)
    words = tokens(clause)
    first = next((i for i, w in enumerate(words) if w.is_word and not is_adverb(w.lower)), 0)
    bare = bool(words) and is_finite(words, first) and not words[first].is_capital
    relative = re.match(r"who\b", clause, re.IGNORECASE) is not None
    subject = None
    if relative:
        subject = _name_before(article.text[place.span.start : part.start])
    elif bare:
        subject = _subject(job, place, part)
    speaks = credit.cue is not None and setting.has_cue and re.match(r"(?:He|She)\s", clause)
    cue_end = credit.cue.end - (part.start - place.span.start) if credit.cue is not None else 0
    own = credit.who if speaks and len(clause[:cue_end].split()) < 5 else place.voice.person  # noqa: PLR2004 - "He has also said"
    return Background(
        person=own if speaks or part.start == place.span.start else None,
        subject=subject,
        claimant=None if setting.has_cue else credit.who,
        dated=tuple(
            (m.exact, m.edtf) for m in article.dates_in(part) if not m.exact[-4:].isdigit()
        ),
        quoted=article.is_quoted(part),
        bare=bare,
    )


def _name_before(text: str) -> str | None:
    """The person named right before ", who"."""
    match = re.search(r"(?:^|\s)((?:[A-ZÀ-Þ][\w’'.-]*\s){1,3}[A-ZÀ-Þ][\w’'-]+)\s?,\s*$", text[-80:])
    found = [p.name for p in people(text + "who")] if match else []
    return found[-1] if found and match and match[1].endswith(found[-1]) else None


def _subject(job: _Job, place: _Place, part: Span) -> str | None:
    """The subject of the sentence's first clause, for a predicate that shares it."""
    if len(place.parts) < 2 or part is place.parts[0]:  # noqa: PLR2004 - nothing to share it with
        return None
    first = place.parts[0].of(job.article.text)
    words = tokens(first)
    verb = finite_from(words, 0, len(words))
    if verb is None or verb == 0:
        return None
    subject = first[: words[verb - 1].end]
    while verb and is_adverb(words[verb - 1].lower):
        verb -= 1
        subject = first[: words[verb - 1].end] if verb else ""
    if subject.lower() in {"he", "she"}:
        return place.voice.person
    plain = re.fullmatch(r"(?:The\s)?[A-Z][\w’'.-]*(?:\s(?:of\s|the\s)?[A-Z][\w’'.-]*)*", subject)
    return subject if plain and "," not in subject else None
