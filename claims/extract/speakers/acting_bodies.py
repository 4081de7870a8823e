"""The body or group that acts in a sentence, for "it" and "they" behind it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.extract.grammar.lead_ins import PRONOUNS
from claims.extract.grammar.names import TITLES
from claims.extract.grammar.noun_phrases import speaker_in
from claims.extract.grammar.people_nouns import HUMANS, is_plural
from claims.extract.grammar.roles import is_finding, is_speaker_like
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
_FINDING = re.compile(
    r"\b(?:an?|the)\s(?:[\w-]+\s){0,2}(?:report|study|review|audit|survey|poll|analysis|inquiry)\sby\s(?:the\s)?"
    r"(?:[\w’'-]+\s?){1,5}(?=[,.]|\s(?:which|that|in|on|last)\b)"
)
_HEADS = "|".join(sorted((HUMANS.keys() | TITLES) - {"us", "u.s", "uk"}))
_OWNS = re.compile(rf"(Its|Their)\s(?:[\w’'-]+\s){{0,4}}?(?:{_HEADS})\b")
_SPOKES = re.compile(r"(?:An?|The)\sspokes\w+\s(?:for|of|from)\s((?:the\s)?.+)")
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
    if pronoun == "both":
        return acts if acts is not None and is_plural(acts) else None
    if pronoun != "it":
        return acts or memory.body
    spokes = _SPOKES.match(acts) if acts is not None else None
    acts = memory.cast.fullest(spokes[1]) if spokes else acts
    acts = acts or _finding_before(memory) or _finding_told(memory.before)
    return next((w for w in (memory.teller, acts, memory.body) if w and can_be_it(w)), None)


def _finding_before(memory: Memory) -> str | None:
    """The study or review that showed something in the sentence before, for "It concluded that"."""
    r = read(memory.before, quote_spans(memory.before))
    verb = r.acts(0, len(r.words))
    subject = subject_of(r, verb) if verb else None
    name = speaker_in(r.of(subject.start, subject.stop)) if subject is not None else None
    found = name is not None and is_finding(name) and not is_plural(name)
    return name if found and name is not None and memory.meant_by(name) is None else None


def _finding_told(before: str) -> str | None:
    """The only report that the sentence before tells of, and whose: "The row follows a report by Lime"."""
    found = list(_FINDING.finditer(before))
    if len(found) != 1 or speaker_in(found[0][0]) is None:
        return None
    return found[0][0]


def owner_meant(sentence: str, memory: Memory) -> str | None:
    """The body that acts in the sentence before, when "Its leader" or "Their leader" opens this one.

    >>> from claims.extract.speakers.memory import Memory
    >>> owner_meant("Its head, Ann Lee, left.", Memory(before="The Lime Bank shut."))
    'The Lime Bank'
    """
    opened = _OWNS.match(sentence)
    acts = body_before(memory.before, memory.cast) if opened else None
    if opened is None or acts is None or not _ARTICLE.sub("", acts)[:1].isupper():
        return None
    return acts if opened[1] == "Their" or can_be_it(acts) else None


def can_be_it(name: str) -> bool:
    """Whether "it" can mean a body or group: no several, and no one person.

    >>> can_be_it("the bank"), can_be_it("Sixteen people")
    (True, False)
    """
    word = _HANGS.split(name, maxsplit=1)[0].rsplit(maxsplit=1)[-1]
    many = (word.islower() or name.startswith(word)) and is_plural(word)
    return not many and (name.endswith(word.upper()) or one_person(name) is None)
