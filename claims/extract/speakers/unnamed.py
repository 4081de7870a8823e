"""Persons without a name whom "he" or "she" can mean: "the witness", "a doctor at a clinic in Bantul"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.extract.grammar.given_names import gender_by_role, gender_of
from claims.extract.grammar.names import is_body_word, person_in
from claims.extract.grammar.noun_phrases import speaker_in
from claims.extract.grammar.subjects import subject_of
from claims.extract.grammar.syntax import read
from claims.extract.wording.people_nouns import HUMANS, may_act

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.extract.speakers.cast import Cast
    from claims.extract.speakers.cues import Cue
    from claims.model.span import Span

_HEAD = re.compile(r"[,(]|\s(?:of|at|in|on|for|from|to|with|by|near|who|whose|which|that)\b")
_LED = re.compile(
    r"(?:(?P<of>one\sof\s(?:the|its|his|her|their))|the|an?|his|her|its|their|this|one|another)\s",
    re.IGNORECASE,
)
_APPOSED = re.compile(r",\s(?:(\d{1,3})\b|((?:an?|the)\s[^,.;]{1,80}))")
_PRONOUN = re.compile(r"\b(?:he|she|his|her|him)\b", re.IGNORECASE)
_GENDERS = {"he": "m", "she": "f"}
_FAR = 3  # sentences
_TRIED = 4  # verbs


def gender_of_unnamed(phrase: str, *, speaks: bool = True) -> str | None:
    """What a noun phrase for one person tells: "m", "f" or ""; None when it is for nobody.

    Of who does not speak, the noun must be known for a person's.

    >>> gender_of_unnamed("a doctor at a clinic"), gender_of_unnamed("Her sister"), gender_of_unnamed("a bus")
    ('', 'f', None)
    """
    led = _LED.match(phrase)
    if led is None:
        return None
    words = _HEAD.split(phrase[led.end() :], maxsplit=1)[0].split()
    while len(words) > 1 and words[-1][:1].isupper():
        words.pop()  # "Her neighbour Bo Chan"
    noun = words[-1] if words else ""
    if led["of"] is not None:
        noun = noun.removesuffix("s")
    if noun not in HUMANS and not (speaks and may_act(noun)):
        return None
    if is_body_word(noun):
        return None
    return _GENDERS.get(HUMANS.get(noun) or "", "") or gender_by_role(noun)


@dataclass(slots=True)
class Unnamed:
    """Whoever without a full name acted or spoke last, for the sentences that follow."""

    name: str | None = None
    gender: str = ""
    age: int = 0  # sentences since

    def note(self, sentence: str, quotes: Sequence[Span], cues: Sequence[Cue], cast: Cast) -> None:
        """Read one sentence: who speaks in it, else who acts."""
        if cues and cast.is_person(cues[-1].speaker):
            self.name = None
            return
        spoke = [(c.speaker, True) for c in reversed(cues)]
        for phrase, speaks in (*spoke, (_actor(sentence, quotes), False)):
            gender = _gender_in(phrase, sentence, speaks=speaks) if phrase else None
            if phrase and gender is not None:
                self.name, self.gender, self.age = phrase, gender, 0
                return
        self.age = 0 if _PRONOUN.match(sentence) else self.age + 1

    def who(self, gender: str) -> str | None:
        """Whom "he" (`gender` "m") or "she" can mean.

        >>> Unnamed("the nurse").who("f"), Unnamed("the nun", "f").who("m")
        ('the nurse', None)
        """
        return self.name if self.age < _FAR and self.gender in {"", gender} else None


def _gender_in(phrase: str, sentence: str, *, speaks: bool) -> str | None:
    """The gender of who is spoken of without a name, or of whom words behind tell what they are."""
    if person_in(phrase) == phrase:
        return gender_of(phrase)  # a name that nothing else shows to be a person's
    led = _LED.match(phrase)
    gender = gender_of_unnamed(phrase, speaks=speaks)
    if gender is not None or (led["of"] is None if led else " " in phrase):
        return gender
    told = _APPOSED.match(sentence, sentence.find(phrase) + len(phrase))
    if told is None:
        return None
    return "" if told[1] else gender_of_unnamed(told[2], speaks=speaks)


def _actor(sentence: str, quotes: Sequence[Span]) -> str | None:
    """The subject of the first verb of a sentence that stands in no relative clause."""
    r = read(sentence, quotes)
    verbs = [i for i in range(len(r.words)) if r.finite[i] and not r.speech[i]]
    for verb in verbs[:_TRIED]:
        subject = subject_of(r, verb)
        if subject is not None and not subject.relative:
            return speaker_in(r.of(subject.start, subject.stop))
    return None
