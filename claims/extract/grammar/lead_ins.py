"""The words of time and place before a subject, and where the subject begins behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.extract.grammar.stretches import SPAN, TIMES, is_day, is_span, is_time
from claims.extract.grammar.verbs import PAST, is_adverb

if TYPE_CHECKING:
    from claims.extract.grammar.syntax import Reading

PRONOUNS = frozenset(["he", "she", "they", "i", "we", "it"])
DETERMINERS = frozenset(
    "the a an his her their its some several many two three four five no one another both".split()
)
PREPOSITIONS = frozenset(
    """in on at by to of for with from as when after before during despite following under amid upon
    since until between through within without about over speaking writing citing asked according
    per via throughout against among besides along together like unlike alongside including such
    born""".split()
)
_JOINS = (
    PREPOSITIONS | DETERMINERS | frozenset("and or of & s early late mid last next dated".split())
)
_LEADS = frozenset(
    """and but so then also later earlier yesterday today meanwhile however however moreover indeed
    nevertheless nonetheless instead additionally furthermore or yet still thus therefore soon
    tonight separately once again afterwards shortly""".split()
)
_YEAR = 4  # digits
_STEPPED = frozenset("next following previous preceding same".split())
_DATING = frozenset("last this next earlier late early".split())
_LISTING = 9  # words and marks of where a company is listed


def past_lead(r: Reading, a: int, b: int) -> int:
    """After the words of time and place before a subject: "On Friday police", "In a note Ann Lee".

    >>> from claims.extract.grammar.syntax import read
    >>> past_lead(read("On Friday police said so.", ()), 0, 3)
    2
    """
    while a < b and (r.lows[a] in _LEADS or _is_loose(r, a, b) or not r.words[a].is_word):
        a += 1
    if a >= b:
        return b
    low = r.lows[a]
    if is_span(r, a):
        a += SPAN - 1
        if r.lows[a] in {"after", "before"}:
            second = (j for j in range(a + 3, b) if _begins_another(r, j))
            return next(second, None) or past_lead(
                r, a + 1, b
            )  # "two days after the vote the state", "two days after the minister announced"
    elif stepped := _past_stepped(r, a):
        return past_lead(r, stepped, b) if stepped < b else b
    elif low in _DATING and a + 1 < b and (r.lows[a + 1] in TIMES or r.lows[a + 1] in {"on", "in"}):
        a += 1
    elif low not in PREPOSITIONS and not is_time(r, a) and (not low.isdigit() or _counts(r, a, b)):
        return a
    for j in range(a + 1, b):
        if _begins_subject(r, j):
            return j
    return b


def _past_stepped(r: Reading, a: int) -> int:
    """Behind a time that is counted from the last one told, "the following day"; 0 where none begins."""
    at = a + (r.lows[a] in {"the", "that"})
    pointed = at and r.lows[at - 1] in {"the", "that"}
    if not pointed or at + 1 >= len(r.words) or r.lows[at] not in _STEPPED:
        return 0
    return at + 2 if r.lows[at + 1] in TIMES or r.lows[at + 1] == "day" else 0


def _begins_another(r: Reading, j: int) -> bool:
    """Whether a second noun phrase begins at word `j`, right behind the first."""
    before = r.words[j - 1]
    return r.lows[j] in DETERMINERS and before.is_word and r.lows[j - 1] not in PREPOSITIONS


def _counts(r: Reading, a: int, b: int) -> bool:
    """Whether a number tells how many act, "19 witnesses", and is no date, "12 May", and no year."""
    if a + 1 >= b or len(r.lows[a]) >= _YEAR:
        return False
    return r.lows[a + 1].endswith("s") and not r.words[a + 1].is_capital and not is_time(r, a + 1)


def _is_loose(r: Reading, a: int, b: int) -> bool:
    """Whether word `a` is an adverb; the "both" of "both sides" and the "First" of a name are none."""
    if r.lows[a] == "first" and a + 1 < b and r.words[a + 1].is_capital:
        return False
    if r.lows[a] == "both":
        return a + 1 < b and (r.words[a + 1].is_capital or r.lows[a + 1] in DETERMINERS)
    return is_adverb(r.lows[a])


def _begins_subject(r: Reading, j: int) -> bool:
    word, before = r.words[j], r.words[j - 1]
    if before.lower in _JOINS or not word.is_word or word.lower in PREPOSITIONS:
        return False
    timed = before.lower in TIMES or before.text.isdigit() or is_day(r, j - 1)
    if word.lower in PRONOUNS or (before.text == "." and word.is_capital):
        return True
    if before.text == ")" or (before.is_word and word.lower in DETERMINERS):
        return word.lower in DETERMINERS or word.is_capital
    if timed and not (word.text[0].isdigit() or word.lower in TIMES or word.lower in _DATING):
        return True
    named = word.is_capital and not before.is_capital and word.lower not in TIMES
    owned = before.lower.endswith(("'s", "s'"))
    return before.is_word and named and not owned and not before.text[0].isdigit()


def is_object(r: Reading, i: int) -> bool:
    """Whether a plain form is what the verb right before it takes: "the bank took note of it".

    >>> from claims.extract.grammar.syntax import read
    >>> is_object(read("The bank took note of it.", ()), 3)
    True
    """
    before, form = r.lows[i - 1], r.lows[i]
    if before not in PAST or not r.finite[i - 1] or form in PAST or form.endswith(("ed", "s")):
        return False
    return i > 1 and r.lows[i - 2] not in PRONOUNS


def before_listing(r: Reading, end: int) -> int:
    """Before where a company is listed, which is no part of its name: "Lime Mills (NYSE: LM)"."""
    if end == 0 or r.words[end - 1].text != ")":
        return end
    opened = next((i for i in range(end - 2, max(0, end - _LISTING), -1) if r.lows[i] == "("), None)
    return opened if opened is not None and ":" in r.lows[opened:end] else end
