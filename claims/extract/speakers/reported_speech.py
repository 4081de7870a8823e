"""Whether a form that can report speech does so where it stands, and on which side the words are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.extract.grammar.documents import documents_verb
from claims.extract.grammar.lead_ins import PRONOUNS
from claims.extract.grammar.number_words import UNITS
from claims.extract.grammar.reporting_verbs import CLAUSE, CONTENT, PARTICIPLES
from claims.extract.grammar.roles import is_document, is_finding
from claims.extract.grammar.stretches import TIMES
from claims.extract.grammar.verbs import AUXILIARIES, BE, NOUNS_TOO, is_adverb, is_of_many
from claims.extract.speakers.deeds import is_act

if TYPE_CHECKING:
    from claims.extract.grammar.reporting_verbs import Reporting
    from claims.extract.grammar.syntax import Reading

_NOT_BEFORE = frozenset(
    """be been being to a an the its his her their of or more so-called with for from by on into over
    about against amid between despite during""".split()
)
_PREPOSITIONS = frozenset("in on at by to of for with from as when after before about into".split())
_APART = frozenset([",", "also", "formerly", "previously", "now", "so", "be"])
_NAMING = frozenset("called named labeled labelled described considered dubbed".split())
_THEM = frozenset(["it", "him", "her", "them", "this"])
_PLAIN = frozenset(
    """call release issue report claim estimate demand express address answer offer order find study
    appeal note comment request vow blame dispute suspect plead talk tweet remark concede pledge
    promise notice reply show praise""".split()
)
_COUNTING = frozenset("some several many most all these those other few both health such".split())
_PLURALS = frozenset(
    "police people who media data men women to and we you not also families others".split()
)
_NO_NOUN = PRONOUNS | _PLURALS
_OF = frozenset("cited accused called described named labelled labeled dubbed".split())
_MAIN = BE | {"include", "includes", "included"}
_HUNG = {("cited", "for"), ("accused", "of"), ("reported", "missing"), ("reported", "stolen")}
_HANGING = frozenset("by in at on of as from under to with".split())
_SAYING = frozenset(["say", "says", "said", "think", "believe"])
_TELLING = frozenset(["told", "tells", "tell"])
_AWAY = re.compile(r"\s(?:so\b|to\s(?:have|be)\b)")
_OF_ONESELF = frozenset(  # "claimed to be", "hopes to have"
    """claim claims claimed promises promised vowed pledged threatened swore professes professed hopes
    hoped expects""".split()
)
_CONTENT = re.compile(
    r"[^.;]{0,60}?(?:\b(?:that|there)\b|[“\"])|:|,?\s*[“\"]|\s(?:how|why|whether|what)\b"
    r"|\s(?:it|he|she|they|this|these|those|we|i)\s\w+"
)
_ACT = re.compile(
    r"\s(?:an?\s)?(?:(?:national|local|public|federal|fishing|military|exclusion)\s)?(?:state\sof"
    r"|emergency|bankruptcy|war|martial\slaw|independence|zone|holiday|dividend|book|novel|song)\b"
)
_STARTERS = frozenset(["that", "and", "but", "because", "including", "or", "while", "although"])
_NOT_IF_NOT = frozenset(
    ["said", "announced", "admitted", "asked"]
)  # stances of no report when negated
_OF_DEEDS = frozenset(["said", "admitted", "denied"])
_OF_THINGS = frozenset(["reports", "claims", "estimates"])
_THING = re.compile(r"\s(?:an?\s|the\s|\d|[A-Z])")
_GERUND = re.compile(r"[a-z]{2,}ing")
_AHEAD = _PREPOSITIONS | TIMES
_NO_CLAUSE = _PREPOSITIONS | frozenset("out up down off back away over themselves himself".split())
_STOPPERS = frozenset(
    "and or but who which when where because while as after before if than".split()
)
_DONE_TO = frozenset(
    "denied announced confirmed reported revealed disclosed condemned rejected".split()
)
_FEWEST = 4  # words before
_NEAR = 10  # words within which a form's own noun stands
_YET = frozenset(["will", "would", "shall"])  # "will find it easier"
_ONLY_POSSIBLE = frozenset(["could", "might", "may", "should", "must"])  # not said, but sayable
_RATES = re.compile(  # "put the toll at 21", "gave the depth as 12 km"
    r"\s(?:[\w’'-]+\s){1,8}?(?:at|as)\s(?:[a-z]+\s){0,3}?(?:(?:\w{0,3}[$£€¥])?\d|half\b|zero\b|(?:a|one)[\s-](?:third|quarter|million|billion)\b)"
)
_LEADING = frozenset("the an two three four five six other main prime".split())
_TALKS = frozenset(["talks", "tweets", "calls"])
_RATING = frozenset("put puts gave gives estimate estimates estimated values valued".split())
_AMONG = frozenset("not more yet sometimes often always".split())
_BROUGHT_OUT = frozenset("published released issued posted".split())
_ONGOING = frozenset(  # in "is encouraging", as against "is demanding" or "is warning"
    """encouraging demonstrating protesting showing establishing determining proving discovering
    verifying finding learning promoting joking""".split()
)
_SPEAK_OF = re.compile(r"\s(?:(?:now|then|even|also|already|openly)\s)?of\s")
_SPEAK = frozenset(["speak", "speaks", "spoke"])
_ADVISE = frozenset(["advise", "advises", "advised"])
_ON = re.compile(r"\son\s")  # "advised on the bridge", a work
_THIS = re.compile(r"\sthis(?=[.,;:]|$)")
_SAYS_SO = re.compile(r"\s(?:[\w’'-]+\s){0,4}(?:that\b|[“\"])|:")


def is_no_report(r: Reading, i: int, row: Reporting) -> bool:
    """Whether the form at word `i` is a noun, a participle of its noun, an act or not said at all.

    >>> from claims.extract.grammar.reporting_verbs import REPORTING
    >>> from claims.extract.grammar.syntax import read
    >>> is_no_report(read("six states that left", ()), 1, REPORTING["states"])
    True
    """
    word, before = r.words[i], r.words[i - 1].lower if i else ""
    if (
        _only_possible(r, i, row)
        or before in _NOT_BEFORE
        or (word.lower not in _OF_ONESELF and _AWAY.match(r.text, word.end))
        or _ACT.match(r.text, word.end)
    ):
        return True
    if (
        is_act(r, i)
        or _is_talks(r, i)
        or _is_defendant(r, i)
        or (word.lower in {"find", "show"} and before in _YET)
        or (word.lower in _ADVISE and _ON.match(r.text, word.end))
    ):
        return True
    if _is_negated(r, i) and row.stance in _NOT_IF_NOT and word.lower not in _SAYING:
        return True
    noun = (word.lower in NOUNS_TOO and not r.finite[i] and not _is_told(r, i)) or _is_noun(r, i)
    return (noun and not documents_verb(r, i)) or _is_reduced(r, i, row)


def _is_talks(r: Reading, i: int) -> bool:
    """Whether "talks" are a thing: "said that talks had failed"."""
    return r.lows[i] in _TALKS and r.lows[i + 1 : i + 2] != () and r.lows[i + 1] in AUXILIARIES


def _is_defendant(r: Reading, i: int) -> bool:
    """Whether "the main accused" is a person: no one is named whom somebody accused."""
    if r.lows[i] != "accused" or r.lows[i + 1 : i + 2] == ():
        return False
    behind = r.lows[i + 1]
    led = not _LEADING.isdisjoint(r.lows[max(0, i - 2) : i])
    return led and (behind in AUXILIARIES or behind in {",", "and", "in", "who"})


def _only_possible(r: Reading, i: int, row: Reporting) -> bool:
    """Whether it only could be said, or is yet to be made known: "could tell", "would publish"."""
    k = i - 1
    while k > 0 and is_adverb(r.lows[k]):
        k -= 1
    yet = row.stance == "announced" and r.lows[k] in _YET
    return k >= 0 and (yet or r.lows[k] in _ONLY_POSSIBLE)


def is_under_way(r: Reading, i: int) -> bool:
    """Whether a form in -ing tells of a deed that goes on: "has been encouraging", not "is demanding".

    >>> from claims.extract.grammar.syntax import read
    >>> is_under_way(read("The bank is encouraging haste.", ()), 3)
    True
    """
    if r.lows[i] not in _ONGOING or not is_passive(r, i):
        return False
    return _SAYS_SO.match(r.text, r.words[i].end) is None


def opens(r: Reading, start: int) -> bool:
    """Whether the words before an inserted "experts noted," only open a clause: "suggesting, …".

    >>> from claims.extract.grammar.syntax import read
    >>> opens(read("It fell because, police said, it was old.", ()), 4)
    True
    """
    k = start - 1
    while k > 0 and not r.words[k].is_word:
        k -= 1
    low = r.words[k].lower
    return low in _STARTERS or (low.endswith("ing") and low in PARTICIPLES)


def is_inserted(r: Reading, start: int, i: int) -> bool:
    """Whether nothing but a subject and its verb stand between commas: "The dam, he said, had burst".

    >>> from claims.extract.grammar.syntax import read
    >>> is_inserted(read("The dam, he said, had burst.", ()), 3, 4)
    True
    """
    if start < 2 or i + 2 >= len(r.words):  # noqa: PLR2004 - words before a comma
        return False
    return r.words[start - 1].text == r.words[i + 1].text == "," and r.lows[start] in PRONOUNS


def is_passive(r: Reading, i: int) -> bool:
    """Whether a form of "be" stands before the verb, adverbs between them or not.

    >>> from claims.extract.grammar.syntax import read
    >>> is_passive(read("It was later announced.", ()), 3)
    True
    """
    k = i - 1
    while k > 0 and (is_adverb(r.words[k].lower) or r.words[k].lower in _AMONG):
        k -= 1
    return k >= 0 and (r.words[k].lower in BE or r.words[k].lower in {"been", "being", "be"})


def shares_passive(r: Reading, i: int) -> bool:
    """Whether a form goes on from a passive before: "was announced in May and denied in June".

    >>> from claims.extract.grammar.syntax import read
    >>> shares_passive(read("It was announced in May and denied in June.", ()), 6)
    True
    """
    if r.lows[i] not in _DONE_TO or i < _FEWEST or r.lows[i - 1] not in {"and", "but", "or"}:
        return False
    follows = r.words[i + 1] if i + 1 < len(r.words) else None
    if follows is not None and follows.is_word and follows.lower not in _PREPOSITIONS:
        return False
    verb = next((k for k in range(i - 2, -1, -1) if r.finite[k]), None)
    if verb is None or r.lows[verb] not in BE:
        return False
    done = next((k for k in range(verb + 1, i) if not is_adverb(r.lows[k])), i)
    return r.lows[done].endswith(("ed", "en", "wn"))


def _is_reduced(r: Reading, i: int, row: Reporting) -> bool:
    """Whether a participle only tells of its noun: "a man accused of theft fled"."""
    word = r.words[i].lower
    if not word.endswith("ed") or i + 1 >= len(r.words) or i == 0:
        return False
    behind, ahead = r.words[i + 1].lower, r.lows[i - 1]
    if (word, behind) in _HUNG or behind in _MAIN:
        return True  # "the issues discussed were", "a man accused of theft and murder fled"
    if ahead.endswith(("'s", "’s")) and ahead[:-2] not in PRONOUNS:
        return True  # "Ann Lee's proposed law"
    if word in _BROUGHT_OUT and behind in _HANGING and is_finding(ahead):
        return True  # "a new study published in May"
    hangs = (row.needs or word in _OF) and behind in _HANGING and not r.words[i - 1].is_capital
    return (behind == "by" or bool(hangs)) and _main_follows(r, i)


def _main_follows(r: Reading, i: int) -> bool:
    """Whether the verb of the main clause stands behind a participle and what hangs on it."""
    for k in range(i + 2, min(i + 25, len(r.words))):
        if r.finite[k] or (r.words[k].text == "," and r.finite[k + 1 : k + 2] == (True,)):
            return True
        if not r.words[k].is_word and (r.words[k].text != "," or r.words[i - 1].text != ","):
            return False
        if r.words[k].lower in {"and", "but", "that", "which", "who", "because", "as", "after"}:
            return False
    return False


def _is_told(r: Reading, i: int) -> bool:
    """Whether "notes that" stands behind a word for something written: "its website"; or "points out"."""
    if r.lows[i] == "points" and r.lows[i + 1 : i + 3] in {("out", "that"), ("out", ",")}:
        return True
    return (
        i + 1 < len(r.words)
        and r.lows[i + 1] == "that"
        and is_document(before := r.lows[i - 1])
        and not before.endswith("s")
    )


def _is_noun(r: Reading, i: int) -> bool:
    """Whether a plain form such as "call" or "release" stands where no plural subject is before it."""
    word = r.words[i].lower
    before = r.words[max(0, i - 1)]
    if word in NOUNS_TOO and (before.lower in UNITS or before.lower in _COUNTING):
        return True
    if word in {"release", "say"} and before.lower in {"media", "press", "news", "no"}:
        return True
    if word not in _PLAIN or i == 0:
        return False
    return not (
        before.lower.endswith("s")
        or before.lower in _NO_NOUN
        or before.lower in AUXILIARIES
        or is_adverb(before.lower)
        or not before.is_word
        or (r.lows[i + 1 : i + 2] in {("that",), ("they",)} and is_of_many(r.words, i))
    )


def _is_negated(r: Reading, i: int) -> bool:
    """Whether nothing was said: "did not comment", "declined to say"."""
    near = [w.lower for w in r.words[max(0, i - 3) : i]]
    return any(w in {"not", "never", "neither"} or w.endswith("n't") for w in near)


def ends(r: Reading, i: int) -> bool:
    """Whether nothing but whom, when and where it was told follows the verb in its stretch.

    >>> from claims.extract.grammar.syntax import read
    >>> ends(read("It fell, police told reporters on Monday.", ()), 4)
    True
    """
    for k in range(i + 1, len(r.words)):
        word = r.words[k]
        if word.text in {".", ";", "—", "–", "!"}:
            return True
        if word.text == ",":
            return not (k + 1 < len(r.words) and r.words[k + 1].text in {'"', "“"})
        if r.speech[k] or r.finite[k] or word.lower in {"that", ":"} or word.text == ":":
            return False
        direct = k == i + 1 and word.is_word and r.words[i].lower not in _TELLING
        if direct and word.lower not in _AHEAD:
            return False
    return True


def reports(
    r: Reading, i: int, row: Reporting, *, told: bool = False, closed: bool = False
) -> bool:
    """Whether a form reports speech here: always, or with what it needs behind it.

    >>> from claims.extract.grammar.reporting_verbs import REPORTING
    >>> from claims.extract.grammar.syntax import read
    >>> reports(read("Ann issued shares.", ()), 1, REPORTING["issued"])
    False
    """
    word = r.words[i]
    if word.lower in _NAMING and _stands_apart(r, i) and not closed:
        return i + 1 < len(r.words) and r.words[i + 1].lower in _THEM
    if not row.needs or (told and CONTENT in row.needs) or _rates(r, i):
        return True
    near = {w.lower for w in r.words[i + 1 : i + 1 + _NEAR]}
    if near & row.needs or _of_or_this(r, i, row) or _that_clause(r, i, row):
        return True
    if CONTENT not in row.needs:
        return False
    if _CONTENT.match(r.text, word.end) or (
        word.lower in _OF_THINGS and r.finite[i] and _THING.match(r.text, word.end)
    ):
        return True
    return _tells_a_deed(r, i, row) or _clause_follows(r, i)


def _rates(r: Reading, i: int) -> bool:
    """Whether the verb gives a figure for something: "put the toll at 21"."""
    return r.lows[i] in _RATING and _RATES.match(r.text, r.words[i].end) is not None


def _of_or_this(r: Reading, i: int, row: Reporting) -> bool:
    """Whether the verb speaks "of" something, or a denial says no more than "this"."""
    if r.lows[i] in _SPEAK:
        return _SPEAK_OF.match(r.text, r.words[i].end) is not None
    return row.stance in _OF_DEEDS and _THIS.match(r.text, r.words[i].end) is not None


def _that_clause(r: Reading, i: int, row: Reporting) -> bool:
    """Whether "that" and a clause follow right behind: "held that it fell", not "held that office"."""
    if CLAUSE not in row.needs or r.lows[i + 1 : i + 2] != ("that",):
        return False
    for k in range(i + 3, min(i + 3 + _NEAR, len(r.words))):
        if r.finite[k]:
            return True
        if r.words[k].text in {".", ";", ":"}:
            return False
    return False


def _tells_a_deed(r: Reading, i: int, row: Reporting) -> bool:
    """Whether the verb tells of a deed in -ing: "recalled meeting him"."""
    if row.stance not in _OF_DEEDS or i + 1 >= len(r.words):
        return False
    return _GERUND.fullmatch(r.lows[i + 1]) is not None


def _stands_apart(r: Reading, i: int) -> bool:
    """Whether a form only names what stands before it: ", also called Lime", not "has also called"."""
    if i > 1 and r.lows[i - 1] == "later" and r.lows[i - 2] == ",":
        return True
    if not i or r.lows[i - 1] not in _APART:
        return False
    return i < 2 or r.lows[i - 2] not in {"has", "have", "had"}  # noqa: PLR2004 - two words back


def _clause_follows(r: Reading, i: int) -> bool:
    """Whether a clause of its own follows the verb: "the study found masks worked"."""
    while i + 1 < len(r.words) and is_adverb(r.lows[i + 1]):
        i += 1
    if i + 1 >= len(r.words) or r.lows[i + 1] in _NO_CLAUSE:
        return False
    aside = _aside(r, i)
    for k in range(i + 2, min(i + 10, len(r.words))):
        if k in aside:
            continue
        if not r.words[k].is_word or r.lows[k] in _STOPPERS:
            return False
        if r.finite[k] and not _is_noun(r, k):
            return not (k + 1 < len(r.words) and r.lows[k + 1] in {"by", "as"})
    return False


def _aside(r: Reading, i: int) -> range:
    """The words of a name between commas near behind a verb: "claims its candidate, Ann Lee, won"."""
    near = range(i + 2, min(i + _NEAR, len(r.words)))
    commas = [k for k in near if r.words[k].text == ","][:2]
    if len(commas) == 1 + 1 and commas[1] - commas[0] > 1:
        inside = r.words[commas[0] + 1 : commas[1]]
        if all(word.is_word and word.is_capital for word in inside):
            return range(commas[0], commas[1] + 1)
    return range(0)
