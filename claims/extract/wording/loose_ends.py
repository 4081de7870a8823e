"""Which word of a sentence still points outside it: a pronoun with nothing before it to mean."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claims.extract.grammar.countries import COUNTRIES
from claims.extract.grammar.empty_it import IS_A_PITY_TO, IS_A_TIME, IS_THAT, IT_RAINS
from claims.extract.grammar.tokens import tokens
from claims.extract.grammar.verbs import AUXILIARIES, PAST, is_adverb, is_finite
from claims.extract.wording.candidates import NO_NAMES, Candidate, can_be_many, persons
from claims.extract.wording.left_out import left_out
from claims.extract.wording.noun_phrases import PREPOSITIONS
from claims.text.calendar_names import CALENDAR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.extract.grammar.tokens import Token

_PERSONAL = frozenset("he she him his her hers".split())
_NEUTER = frozenset("it its they their them".split())
_OWN = frozenset("i we my our us you your me".split())
_POINTERS = frozenset("this that these those another other others such both".split())
_FREE = frozenset("week month year morning afternoon evening weekend day time".split())
_OPENERS = frozenset(
    """in on at by as after before since although when while the a an if but and according for from
    however also once""".split()
)
_PARTIAL = re.compile(
    r"([Aa]nother|[Tt]he (?:other|others|latter|former|first|second|third|fourth|fifth|sixth|seventh"
    r"|eighth|last|next)|[Oo]thers|[Oo]ne|[Tt]wo|[Tt]hree|[Mm]any|[Ss]ome|[Ss]everal|[Mm]ost|[Bb]oth|[Nn]one|[Tt]hose"
    r"|[Aa]ll|[Nn]either|[Ee]ach) (?:later |also |then )?"
    r"(?:is|are|was|were|has|have|had|did|do|died|said|will|would|could|can|may|took|went|came"
    r"|began|ended|opened|closed|followed|rose|fell|left|stood)\b"
)
_ACRONYMS = frozenset(["US", "ME", "IT"])  # no pronouns
_HE = frozenset("he him his".split())
_THEY = frozenset("they their them".split())
_NOBODY = frozenset(
    "nobody everybody everyone anyone anybody somebody someone nothing everything".split()
)
_NO_NOUNS = NO_NAMES | CALENDAR | _OPENERS | _NOBODY
_AFTER_IT = frozenset(
    """to that clear hard harder difficult possible impossible easier easy likely unlikely necessary
    illegal clearer important""".split()
)
_ONE_OF_TWO = frozenset(["former", "latter"])
_SEES = frozenset("saw seen heard watched let helped told asked accused".split())
_SAID = frozenset("said says say added adds claimed claims believed believes think thinks".split())
_SHORT, _FEW = 4, 6  # words in which "she" and "her" are two, and that name no two things
_NEAR = 8  # words between a verb and its object
_POINTING = _PERSONAL | _NEUTER | _OWN | _POINTERS
_ASKED_ABOUT = _POINTING | _ONE_OF_TWO
_NO_OBJECT = _NO_NOUNS | PREPOSITIONS
_ABOUT = frozenset("about of for by from with to after before despite on against like".split())
_CONTRACTED = re.compile(
    r"\b(it|that|they|he|she|we|I|you|this)[’'](?:s|d|re|ve|ll|m)\b(?!\s(?:own)\b)", re.IGNORECASE
)
_QUOTES = frozenset('“”"')
_SMALL_WORD = 3  # letters
_SUSPECT = re.compile(  # in groups by letter, which are tried faster than one list
    r"\b(?=[himostuwy])(?:h(?:e|i[ms]|ers?)|she|its?|th(?:is|e(?:y|m|ir|\s(?:form|latt)er))|i|we|m[ye]|our|us|your?)\b"
    rf"|^\W*(?:{'|'.join(sorted(_POINTERS))})\b",
    re.IGNORECASE,
)
_PART_OF = re.compile(
    r"\W*(?:(?:Nearly|Almost|About|Around|Roughly|Over|More than|Less than|At least|Just|Only|Some|Up to)\s)?"
    r"(?:half|most|much|some|all|part|an? (?:half|third|quarter|fifth|tenth)"
    r"|[a-z]+-(?:thirds?|quarters?|fifths?|tenths?)"
    r"|[\d.,]+\s?(?:%|per\s?cent)|[$€£][\d.,]+(?:\s?[a-z]+)?)\sof\s",
    re.IGNORECASE,
)
"""What opens a sentence that tells of a part of it alone."""
_OF_ITS = re.compile(
    r"\W*(?:(?:The|An?)\s(?:[a-z-]+\s){1,3}|(?:Tens|Dozens|Scores|Hundreds|Thousands|Millions)\s"
    r"(?:of\s(?:thousands|millions)\s)?)of\s"
)
_FRONTED = re.compile(
    r"\W*(?:Among|At|Behind|Between|By|During|In|On|Under|Within)\s[^,;:“”\"]{3,80},?\s"
)
_ACTING = re.compile(
    r"\s(?!(?:rain|snow|pour|thunder|hail)(?:ed|s)\b|took\b)(?:is|was|has|had|does|did|will|would"
    rf"|{'|'.join(sorted(PAST))}|[a-z]{{3,}}(?:ed|es|[^s]s))\b"
)
_FORWARD = frozenset("his her its their".split())
_CATAPHOR = re.compile(
    r"(?:In|At|On|During|After|Before|By|For|With|Despite|Since|Following|Upon|Over|Throughout)\s[^,]{0,60}"
    r"\b(?:his|her|its|their)\b[^,]{0,60},\s(?:the\s)?[A-Z]"
)
_DUMMY = re.compile(
    rf"[^“”\"]{{0,60}}?\b[Ii]t\s{IS_THAT}"
    r"|(?:(?:After|In|During|Before|Since|At|On)\s[^“”\"]{1,60}?\b)?[Ii]t\stook\s(?:[\w,]+\s){1,7}(?:to|before|until|for)\b"
    rf"|[^“”\"]{{0,60}}?\b[Ii]t\s(?:{IS_A_PITY_TO}|{IS_A_TIME}|{IT_RAINS})"
)
_TIME_FIRST = re.compile(
    r"\W*(?:[\w-]+\s){1,4}?(?:minute|hour|day|week|month|year|decade)s?\s(?:later|earlier|before|on)"
    r"(?:\s\[[^\]]*\])?,?\s(?P<it>it|its|they|their)\b"
    r"(?!\s(?:took|appeared|seemed)\b)",
    re.IGNORECASE,
)
"""A time in which nothing is told that the pronoun behind it can mean: "Nine years later it had"."""


def loose_end(text: str, *, settled: bool = False) -> str | None:
    """What stays open in a sentence with its insertions in [brackets], or None.

    `settled` says that the occasion is told as well, so that "this attack" has something to mean.

    >>> loose_end("In May they fell"), loose_end("Ann Lee said she fell"), loose_end("The costs had")
    ('what “they” refers to', None, 'what “had” stands for')
    """
    text = _CONTRACTED.sub(r"\1 is", text) if "'" in text or "’" in text else text
    if (gap := left_out(text)) is not None:
        return gap
    if (timed := _TIME_FIRST.match(text)) is not None and _DUMMY.match(text) is None:
        return f"what “{timed['it'].lower()}” refers to"
    if not (_SUSPECT.search(text) or _PARTIAL.match(text)):
        return None
    words = tokens(text)
    last = max((i for i, word in enumerate(words) if word.lower in _ASKED_ABOUT), default=0)
    before = _Before(persons(words))
    for i, word in enumerate(words[: last + 1]):
        before.depth += (word.text == "[") - (word.text == "]")
        opens = word.text in _QUOTES and not before.quoted
        before.quoted ^= word.text in _QUOTES
        before.led = before.quoted and (opens or before.led)
        if not word.is_word or (word.text.isupper() and word.text in _ACRONYMS):
            continue
        before.words += 1
        if before.depth == 0 and not before.quoted:
            why = _open(text, words, i, before, settled=settled)
        else:
            why = _led(words, i, before)
        if why is not None:
            return why
        before.note(words, i)
    return None


@dataclass(slots=True)
class _Before:
    """What a sentence has named so far."""

    people: list[Candidate]  # of the whole sentence
    thing: bool = False
    named: bool = False  # a thing or a person
    many: bool = False
    words: int = 0
    depth: int = 0  # of brackets
    quoted: bool = False
    led: bool = False  # a quotation has just begun
    verbs: list[int] = field(default_factory=list)

    def note(self, words: Sequence[Token], i: int) -> None:
        """Remember that a word may be what a later pronoun means."""
        word, low = words[i], words[i].lower
        if is_finite(words, i) and low not in AUXILIARIES:
            self.verbs.append(i)
        plain = low not in _NO_NOUNS and low not in _POINTING and not low[0].isdigit()
        noun = self.words > 1 and len(low) > _SMALL_WORD and not low.endswith("ed")
        person = word.is_capital and any(
            c.known and c.pronoun and c.first <= i < c.stop for c in self.people
        )
        self.named = self.named or (plain and (noun or word.is_capital))
        self.thing = self.thing or (plain and not person and (noun or word.is_capital))
        self.many = self.many or can_be_many(words, i) or (plain and self._is_other_name(word, i))

    def _is_other_name(self, word: Token, i: int) -> bool:
        """Whether a word is of a name that is no known person's, or a role that "they" can take."""
        own = next((c for c in self.people if c.first <= i < c.stop), None)
        if word.is_capital:
            return self.words > 1 and word.text not in COUNTRIES and (own is None or not own.known)
        return own is not None and own.pronoun is None and own.stop - own.first == 1

    @property
    def named_two(self) -> bool:
        """Whether enough stands before for "the former": more than a few words."""
        return self.words > _FEW

    def fits(self, low: str, i: int) -> list[Candidate]:
        """Who before the word at `i` can be "he" or "she"."""
        want = "he" if low in _HE else "she"
        return [c for c in self.people if c.stop <= i and c.pronoun in {want, None}]

    def is_alone(self, i: int) -> bool:
        """Whether one verb alone stands before the word at `i`, near it: "the judge fined it"."""
        return len(self.verbs) == 1 and i - self.verbs[0] <= _NEAR

    def without_subject(self, words: Sequence[Token], i: int) -> list[Candidate]:
        """Who can be the "him" at `i`: whoever acts on him is somebody else."""
        found = self.fits(words[i].lower, i)
        own = "he" if words[i].lower in _HE else "she"
        if len(found) == 1 and any(w.lower == own for w in words[max(0, i - _SHORT) : i]):
            return []  # "Lee said she saw her": one of the two is not Lee
        if not self.verbs or i - self.verbs[-1] > _NEAR or words[self.verbs[-1]].lower in _SAID:
            return found
        start = self.verbs[-2] if len(self.verbs) > 1 else -1
        acts = [c for c in found if start < c.first < self.verbs[-1] and not (c.owns or c.inner)]
        joint = next((w.lower for w in reversed(words[: self.verbs[-1]]) if w.is_word), "")
        if len(acts) == len(found) == 1 and start >= 0 and joint == "and":
            return found  # "the court fined Lee and banned him"
        return [c for c in found if c not in acts[-1:]]


def _led(words: Sequence[Token], i: int, before: _Before) -> str | None:
    """Why "he" at the beginning of a quotation stays open, or None."""
    low = words[i].lower
    if not before.led or before.depth:
        return None
    before.led = False
    if low in _PERSONAL and not before.fits(low, i):
        return f"who “{low}” is"
    return f"what “{low}” refers to" if low in _THEY and not before.many else None


def _open(
    text: str, words: Sequence[Token], i: int, before: _Before, *, settled: bool
) -> str | None:
    """Why the word at `i` stays open, or None."""
    low = words[i].lower
    if low in _FORWARD and _CATAPHOR.match(text):
        return None
    if _is_own(words, i) or (low in _PERSONAL and _is_nobody(words, i, before)):
        return f"who “{low}” is"
    if low in _NEUTER and _is_nothing(text, words, i, before):
        return f"what “{low}” refers to"
    match = _PARTIAL.match(text) if before.words == 1 else None
    partial = match[1].lower() if match is not None else None
    if low in _ONE_OF_TWO and not before.named_two and _is_bare(words, i):
        partial = f"the {low}"
    if low == "this" and before.words > 1 and _is_bare_this(words, i):
        partial = "this"
    if partial is not None:
        return f"what “{partial}” refers to"
    if low in _POINTERS and before.words == 1:
        return _pointer(words, i, settled=settled)
    return None


def _is_bare_this(words: Sequence[Token], i: int) -> bool:
    """Whether "this" stands behind a preposition without a noun: "was warned about this by"."""
    after = words[i + 1] if i + 1 < len(words) else None
    ends = after is None or not after.is_word or after.lower in _NO_OBJECT - _FREE
    return ends and words[i - 1].lower in _ABOUT


def _is_bare(words: Sequence[Token], i: int) -> bool:
    """Whether "the former" or "the latter" stands without a noun: a verb follows, or nothing."""
    if i == 0 or words[i - 1].lower != "the":
        return False
    k = i + 1
    while k < len(words) and is_adverb(words[k].lower):
        k += 1
    return k >= len(words) or not words[k].is_word or is_finite(words, k)


def _is_nobody(words: Sequence[Token], i: int, before: _Before) -> bool:
    """Whether nobody in the sentence, or more than one, can be the "he", "him" or "his" at `i`."""
    low = words[i].lower
    found = before.without_subject(words, i) if _is_object(words, i) else before.fits(low, i)
    if not found:
        return True
    sure = [c for c in found if c.pronoun is not None]
    if len(sure) == 1 and sure[0] is found[-1]:
        return False  # the only woman, and the last who was named
    names = {words[c.stop - 1].lower for c in found if c.known}
    return len(names) > 1 and not _goes_on(words, i, found)


def _goes_on(words: Sequence[Token], i: int, found: Sequence[Candidate]) -> bool:
    """Whether the subject of the sentence stays its subject: "Lee, who met Bo Chan, said he"."""
    if words[i].lower == "his" and words[i - 1].lower in {"as", "be"}:
        return True  # "Lee named Chan as his deputy"
    verb = next((k for k in range(i - 1, max(0, i - 3), -1) if is_finite(words, k)), None)
    if verb is None or words[i].lower not in {"he", "she"}:
        return False
    told = any(is_finite(words, k) for k in range(found[0].stop, found[-1].first))
    return words[verb - 1].text == "," and told


def _is_object(words: Sequence[Token], i: int) -> bool:
    low = words[i].lower
    after = words[i + 1] if i + 1 < len(words) else None
    if low == "her":
        sees = i > 0 and words[i - 1].lower in _SEES  # "seen her take gifts"
        return sees or after is None or not after.is_word or after.lower in _NO_OBJECT
    return low in {"him", "them"} or (low == "it" and not _acts(words, i, after))


def _acts(words: Sequence[Token], i: int, after: Token | None) -> bool:
    """Whether "it" is a subject, or stands for the clause that follows: "made it clear that"."""
    if after is None or not after.is_word:
        return False
    return is_finite(words, i + 1) or after.lower in _AFTER_IT or is_adverb(after.lower)


def _is_nothing(text: str, words: Sequence[Token], i: int, before: _Before) -> bool:
    """Whether nothing in the sentence can be the "it" or "they" at `i`."""
    low = words[i].lower
    if low in _THEY and not before.many:
        return True
    if low == "it" and _DUMMY.match(text):
        return False
    fronted = (low == "it" and _is_fronted(words, i, before)) or _owns_clause(words, i, before)
    told = before.thing if low in {"it", "its"} else before.named
    if not told or fronted or _is_outside(text, words[i], before):
        return True
    return _is_object(words, i) and before.is_alone(i) and _is_acted_on(words, i, before.verbs[0])


def _owns_clause(words: Sequence[Token], i: int, before: _Before) -> bool:
    """Whether "it" acts in a clause about the first noun: "A survey it commissioned found"."""
    if before.verbs or not i or i + 1 >= len(words) or not is_finite(words, i + 1):
        return False
    noun = words[i - 1]
    return noun.is_word and len(noun.text) > _SMALL_WORD and noun.lower not in _NO_OBJECT | _FREE


def _is_fronted(words: Sequence[Token], i: int, before: _Before) -> bool:
    """Whether nothing but a phrase stands before "it": "With 30,000 men, it is the largest"."""
    opens = words[0].lower in PREPOSITIONS and i > 1 and not _is_object(words, i)
    return opens and not before.verbs and all(w.lower not in {"[", "]", "to"} for w in words[:i])


def _is_outside(text: str, word: Token, before: _Before) -> bool:
    """Whether the only things named before are what the pronoun cannot be: "Among women, it"."""
    ahead = text[: word.start]
    if word.lower in {"its", "their"}:
        return _OF_ITS.fullmatch(ahead) is not None
    if word.lower == "it" and not before.verbs and _FRONTED.fullmatch(ahead):
        return _ACTING.match(text[word.end :]) is not None
    return _PART_OF.fullmatch(ahead) is not None


def _is_acted_on(words: Sequence[Token], i: int, verb: int) -> bool:
    """Whether the subject of the verb is all that stands before "it": "the watchdog fined it"."""
    if words[verb].lower in _SAID:
        return False
    for k, word in enumerate(words[:verb]):
        dated = words[k + 1].text[:1].isdigit()  # "In 1960 the two settled 2,200 km of it"
        if (word.lower in PREPOSITIONS and not dated) or word.lower.endswith(("'s", "’s", "’")):
            return False
    between = (
        w for w in words[verb + 1 : i] if not w.lower.endswith("ing")
    )  # "denies arming them"
    rest = [w for w in between if w.text[:1].isalpha() and len(w.text) > _SMALL_WORD]
    return all(w.lower in _NO_NOUNS for w in rest)


def _is_own(words: Sequence[Token], i: int) -> bool:
    """Whether a word is "we", "my" and so on, and not the number of "World War I"."""
    numbered = words[i].text == "I" and i > 0 and words[i - 1].is_capital
    return words[i].lower in _OWN and not numbered


def _pointer(words: Sequence[Token], i: int, *, settled: bool) -> str | None:
    """Why "this" or "such" at the beginning stays open: alone always, with a noun unless settled."""
    follows = words[i + 1] if i + 1 < len(words) else None
    low = words[i].lower
    settled |= any(word.text == "[" for word in words[i + 2 : i + 3])  # "That spring [1972]"
    if follows is None or follows.lower in _FREE or follows.text == "[":
        return None
    if low == "both" and follows.is_capital:  # "Both Spain and France"
        return None
    told = follows.lower in PAST or follows.lower.endswith("ed") or is_finite(words, i + 1)
    bare = not follows.is_word or told or low == "others"
    return f"what “{low}” refers to" if bare or not settled else None
