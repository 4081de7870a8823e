"""The body or group that acts in a sentence, for "it" and "they" behind it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.extract.grammar.lead_ins import PRONOUNS
from claims.extract.grammar.noun_phrases import speaker_in
from claims.extract.grammar.people_nouns import is_plural
from claims.extract.grammar.roles import is_speaker_like
from claims.extract.grammar.subjects import subject_of
from claims.extract.grammar.syntax import read
from claims.extract.grammar.tokens import quote_spans
from claims.extract.speakers.unnamed import one_person

if TYPE_CHECKING:
    from claims.extract.speakers.cast import Cast
    from claims.extract.speakers.memory import Memory

_HANGS = re.compile(
    r"\s(?:of|for|in|at|from|to|who|which|that|with|on|by|(?:polled|surveyed|asked|quoted) by)\s"
)
_MADE = re.compile(  # "The state set up the Lime Commission."
    r"\b(?:set\sup|established|created|formed|founded|appointed|convened)\s(?:an?\s)?"
    r"((?:the\s)?[A-Z][\w’'-]*(?:\s(?:(?:of|for|on|and)\s(?:the\s)?)?[A-Z][\w’'-]*)+)[.;]?\s*\Z"
)
_ARTICLE = re.compile(r"(?:The|An?|This|These|Those|His|Her|Their)\s")
_NO_SPEAKER = frozenset(  # words of names of bodies or places that alone are neither
    "news day week act war games prize award river bridge street road".split()
)


def body_before(sentence: str, cast: Cast) -> str | None:
    """The body or group that acts in the sentence before, for "it" and "they".

    >>> from claims.extract.speakers.cast import Cast
    >>> body_before("The police left.", Cast()), body_before("The news came late.", Cast())
    ('The police', None)
    """
    r = read(sentence, quote_spans(sentence))
    verb = r.acts(0, len(r.words))
    subject = subject_of(r, verb) if verb else None
    name = speaker_in(r.of(subject.start, subject.stop)) if subject is not None else None
    if name is None or name.lower() in PRONOUNS or cast.is_person(cast.fullest(name)):
        return None
    bare = _ARTICLE.sub("", name)
    can = is_speaker_like(name) and bare.rsplit(maxsplit=1)[-1] not in _NO_SPEAKER
    return cast.fullest(name) if bare[:1].isupper() or can else None


def group_meant(pronoun: str, memory: Memory) -> str | None:
    """Whom "it" or "they" at the beginning of a sentence means; "it" is nobody, and no several.

    >>> from claims.extract.speakers.memory import Memory
    >>> memory = Memory(before="Deposits are safe, the bank said.", teller="the bank")
    >>> group_meant("it", memory)
    'the bank'
    """
    made = _MADE.search(memory.before)
    acts = made[1] if made else body_before(memory.before, memory.cast)
    if pronoun != "it":
        return acts or memory.body
    return next((w for w in (memory.teller, acts, memory.body) if w and can_be_it(w)), None)


def can_be_it(name: str) -> bool:
    """Whether "it" can mean a body or group: no several, and no one person.

    >>> can_be_it("the bank"), can_be_it("Sixteen people")
    (True, False)
    """
    word = _HANGS.split(name, maxsplit=1)[0].rsplit(maxsplit=1)[-1]
    many = (word.islower() or name.startswith(word)) and is_plural(word)
    return not many and (name.endswith(word.upper()) or one_person(name) is None)
