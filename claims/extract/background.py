"""What the words around a clause settle: its subject, who "he" is, who says it. Unsure means null."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.extract.names import people
from claims.extract.reporting_verbs import REPORTING
from claims.extract.tokens import tokens
from claims.extract.verbs import is_adverb, is_finite
from claims.extract.wording import Background

if TYPE_CHECKING:
    from claims.extract.article import Article
    from claims.extract.kinds import Setting
    from claims.extract.place import Credit, Place
    from claims.model.span import Span

_SUBJECT = re.compile(r"(?:The\s)?[A-Z][\w’'.-]*(?:\s(?:of\s|the\s)?[A-Z][\w’'.-]*)*")


def background_of(
    article: Article, place: Place, part: Span, *, setting: Setting, credit: Credit
) -> Background:
    """What can be put into the wording of a clause, as far as it is sure."""
    clause = part.of(article.text)
    words = tokens(clause)
    first = next((i for i, w in enumerate(words) if w.is_word and not is_adverb(w.lower)), 0)
    bare = bool(words) and is_finite(words, first) and not words[first].is_capital
    relative = re.match(r"who\b", clause, re.IGNORECASE) is not None
    subject = None
    if relative:
        subject = _name_before(article.text[place.span.start : part.start])
    elif bare:
        subject = _subject(article, place, part)
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


def _subject(article: Article, place: Place, part: Span) -> str | None:
    """The subject of the sentence's first clause, for a predicate right after it that shares it.

    Only where that clause has one verb and reports nobody's words: else the subject may be another.
    """
    if len(place.parts) < 2 or part != place.parts[1]:  # noqa: PLR2004 - the one to share it with
        return None
    first = place.parts[0].of(article.text)
    words = tokens(first)
    verbs = [i for i in range(len(words)) if is_finite(words, i)]
    if len(verbs) != 1 or any(words[v].lower in REPORTING for v in verbs):
        return None
    end = verbs[0]
    while end and is_adverb(words[end - 1].lower):
        end -= 1
    subject = first[: words[end - 1].end] if end else ""
    if subject.lower() in {"he", "she"}:
        return place.voice.person
    return subject if _SUBJECT.fullmatch(subject) else None
