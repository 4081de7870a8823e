"""A clause as cut out of its article to clean words: one line, no lone mark, no word left hanging."""

from __future__ import annotations

import re

_SPACED_MARK = re.compile(r"\s([,.;:!?”])")
_LIST_MARK = re.compile(r"\A[•‣◦▪●∙⁃*·-]\s")
_HANGING = frozenset(
    """and or but nor that which who whom whose where of the a an than whether if because although
    though while his its their""".split()
)
_OBJECT_OF = frozenset("just exactly precisely do does did than like double twice half".split())
"""Words behind which a last "that" is no link: "it was just that"."""
_BE = frozenset("is was are were be been".split())
_SOME_OF = tuple(
    f" {part} of"
    for part in "half third quarter fifth tenth much most some all part none more".split()
)
_WITH_ARTICLE = frozenset(
    "in on at by for from to with into as under over about after before during against near".split()
)
_ARTICLES = frozenset(["a", "an", "the", "which", "whom", "his", "its", "their"])
_MARKS = " ,;:—–"
_PAIRS = {"(": ")", "[": "]"}


def tidied(clause: str, *, ends: bool = False) -> str:
    """One line, single spaces, no space before a mark, no lone quotation mark or bracket at either end.

    `ends`: a sentence ends with it, so that its last word leads nowhere: "had faith in her".

    >>> tidied("the mill , sadly , fell and of the"), tidied("- the glue held [")
    ('the mill, sadly, fell', 'the glue held')
    """
    text = _SPACED_MARK.sub(r"\1", _LIST_MARK.sub("", " ".join(clause.split())))
    if text.count("“") != text.count("”"):
        text = text.strip("“”") if text[:1] == "“" or text[-1:] == "”" else text
    if text.count('"') % 2 and (text[:1] == '"' or text[-1:] == '"'):
        text = text.strip('"')
    bare = _without_lone(text).strip(_MARKS)
    return bare if ends else trimmed(bare)


def trimmed(text: str) -> str:
    """The text without a last word that only leads on: "and", "that", "of the", "in which".

    >>> trimmed("Ann Lee, Bo Chan, and"), trimmed("the house that they live in")
    ('Ann Lee, Bo Chan', 'the house that they live in')
    """
    while True:
        rest, _, last = text.rpartition(" ")
        if not rest or last not in _HANGING:
            return text
        led = rest.rpartition(" ")[2]
        if last == "that" and (led in _OBJECT_OF or rest.endswith(_SOME_OF)):
            return text
        if last == "his" and led in _BE:
            return text
        text = rest.rstrip(_MARKS)
        before, _, word = text.rpartition(" ")
        if last in _ARTICLES and word in _WITH_ARTICLE and before:
            text = before.rstrip(_MARKS)


def _without_lone(text: str) -> str:
    """The text without a bracket at its end that nothing closes, or at its beginning that nothing opens."""
    for opens, closes in _PAIRS.items():
        more = text.count(opens) - text.count(closes)
        if more > 0 and not any(c.isalnum() for c in text[text.rfind(opens) :]):
            text = text[: text.rfind(opens)].rstrip()
        elif more < 0 and re.match(rf"[^\w{opens}]*\{closes}", text):
            text = text[text.index(closes) + 1 :].lstrip()
        elif more < 0 and text.endswith(closes):
            text = text[:-1].rstrip()
        elif more == 1 and text.rfind(opens) > text.rfind(closes):
            text += closes
    return text
