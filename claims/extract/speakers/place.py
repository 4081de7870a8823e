"""A clause in its sentence: who says it, by which cue, and what numbers and dates stand in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.extract.kinds import Setting
from claims.extract.speakers.actors import actor_of, beside, goes_on
from claims.extract.speakers.attribution import attribution_of, cue_of
from claims.extract.speakers.source_phrases import SOURCE
from claims.extract.speakers.turns import passes_on

if TYPE_CHECKING:
    from claims.extract.article import Article
    from claims.extract.speakers.cues import Cue
    from claims.extract.speakers.turns import Turn
    from claims.extract.speakers.voices import Speakers, Voice
    from claims.model.claim import Attribution, Quantity
    from claims.model.span import Span

_I_SAID = re.compile(
    r"\b(?:I|[Ww]e)\s(?:\w+\s)?(?:said|say|told|asked|wrote|answered|replied|shouted|thought)\b"
)
_I_ACT = re.compile(r"\W*(?:I|[Ww]e)(?:[’']\w+)?\s")
_TIMES = frozenset(["year", "month", "week", "day", "hour", "time", "decade"])


@dataclass(frozen=True, slots=True)
class Place:
    """One sentence on its way: its span, its words and who speaks in it."""

    span: Span
    text: str
    voice: Voice
    parts: tuple[Span, ...]  # candidate claims, in document offsets
    before: Voice | None = None  # of the sentence before


@dataclass(frozen=True, slots=True)
class Credit:
    """Who says a clause, and by which cue of its own sentence or in which turn of an interview."""

    who: str | None
    cue: Cue | None
    turn: Turn | None = None
    teller: str | None = None  # who passes on what another said, in an answer of their own


def credit_of(
    article: Article, speakers: Speakers, place: Place, part: Span, *, said: bool = False
) -> tuple[Setting, Credit]:
    """What surrounds a clause, and who says it.

    `said` tells that somebody is surely credited: one is looked for though no cue tells.
    """
    quote = article.quote_of(part)
    inner = part.shift(-place.span.start)
    cue = cue_of(place.text, place.voice.cues, inner, quoted=quote is not None)
    has_cue = cue is not None and inner.start <= cue.start < inner.end
    who = cue.speaker if cue is not None else None
    if quote is not None and not has_cue:
        who = speakers.by_quote[quote] or who
        cue = cue if cue is not None and cue.speaker == who else None
    turn, teller = _answer_at(speakers, part), ""
    clause, inside = part.of(article.text), has_cue or quote is not None
    if turn is not None and _passes_on(cue, clause, inside=inside):
        teller, turn = turn.speaker or "", None
    elif turn is not None:
        who, cue, has_cue = turn.speaker, None, False
        if quote is not None and _is_anothers(article, turn, quote, place.text):
            who, turn = None, None
    if who is None and turn is None and said:
        who, cue = _though_untold(article, speakers, place, inner)
        has_cue = cue is not None and inner.start <= cue.start < inner.end
    numbers = article.quantities_in(part)
    setting = Setting(
        attributed=who is not None or turn is not None,
        sourced=cue is not None and cue.stance == SOURCE,
        quoted=quote is not None,
        has_cue=has_cue,
        numbers=sum(not _is_article(q) for q in numbers),
        strong_numbers=sum(_is_point(q) for q in numbers),
        dated=bool(article.dates_in(part)),
    )
    return setting, Credit(who, cue, turn, teller or None)


def _answer_at(speakers: Speakers, part: Span) -> Turn | None:
    """The turn in which somebody who answers says a clause."""
    turn = speakers.turns.at(part.start)
    return None if turn is None or turn.asks else turn


def _passes_on(cue: Cue | None, clause: str, *, inside: bool) -> bool:
    """Whether one who answers passes on what another said, and acts not in it: "We were asked by Lee"."""
    return _I_ACT.match(clause) is None and passes_on(cue, inside=inside)


def _is_anothers(article: Article, turn: Turn, quote: int, sentence: str) -> bool:
    """Whether a quotation within what somebody says is of another: it opens behind the first words."""
    own = article.quotes[quote].start <= turn.words.start + 1
    return not own and _I_SAID.search(sentence) is None


def _though_untold(
    article: Article, speakers: Speakers, place: Place, inner: Span
) -> tuple[str | None, Cue | None]:
    """Who most likely says a clause that no cue credits, and the verb that shows it."""
    cue = actor_of(place.text, place.voice, inner, speakers.cast)
    cue = cue or beside(place.text, place.voice, inner)
    if cue is not None:
        return cue.speaker, cue
    if article.starts_paragraph(place.span):
        return None, None
    return goes_on(inner.of(place.text), place.before), None


def _is_article(quantity: Quantity) -> bool:
    """Whether the number is no more than "a" or "an", as in "within a year"."""
    return quantity.value == 1 and quantity.exact.lower().startswith(("a ", "an "))


def record_of(place: Place, credit: Credit, inner: Span) -> Attribution | None:
    """The record of who says the clause at `inner` of its sentence, when a cue there tells.

    >>> from claims.extract.speakers.voices import Voice
    >>> from claims.model.span import Span
    >>> place = Place(Span(0, 7), "It fell", Voice((), None), ())
    >>> record_of(place, Credit(None, None), Span(0, 7)) is None
    True
    """
    if credit.cue is None:
        return credit.turn.shown() if credit.turn is not None else None
    return attribution_of(
        place.text, credit.cue, inner, offset=place.span.start, quotes=place.voice.quotes
    )


def _is_point(quantity: Quantity) -> bool:
    """Whether a number can be the point of a claim: no age, no length of time, no "one" or "two"."""
    if quantity.unit in _TIMES:
        return False
    return quantity.exact[0].isdigit() or quantity.value > 2  # noqa: PLR2004 - "two" is seldom the point
