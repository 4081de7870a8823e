"""A short name or an acronym in its place to the words that make it full."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.extract.grammar.beside_names import PARTICLES
from claims.extract.grammar.names import TITLES
from claims.extract.wording.figures import bare
from claims.extract.wording.gloss import Gloss, How

if TYPE_CHECKING:
    from claims.extract.wording.entities import Entities, Run
    from claims.extract.wording.figures import Figure

_SAINT = re.compile(r"(?:St\.?|Saint)\s$")
_TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Prof|Professor)\.?\s$")
_NICKNAME = re.compile(r"[(“\"‘]$|[^.,!?][)”\"’] $")
_CALLED = re.compile(
    r"\b(?:nicknamed|dubbed|(?:was|is|were|be|been|being|also) (?:called|named)|known as) (?:the )?$"
)
_OF_PLACE = re.compile(r"\b(?:of|from|in|at|near|outside)\s$")
_NAMED_AFTER = re.compile(
    r"\b(?:comet|asteroid|storm|hurricane|typhoon|cyclone|ship|vessel|ferry|probe|rover|telescope|mount|mt\.?|lake"
    r"|cape|island|street|station|museum|(?:people|inhabitants|residents|voters|citizens|islands?|state|province"
    r"|region|town|city|village|capital|island|coast|university)\sof)\s$",
    re.IGNORECASE,
)
_EPONYM = re.compile(
    r"\s(?:(?:bosons?|effect|theor(?:y|em)|law|principle|equations?|prizes?|awards?|medal|trophy|syndrome"
    r"|disease|test|scale|comet|asteroid|telescope|particles?|glacier|river|lake|mountains?|road|bridge|airport"
    r"|museum|stadium|tower|island|islands)\b)"
)
"""What stands around a thing or place that bears somebody's name: "the comet Tempel 1", "the Higgs boson"."""
_ANOTHER = re.compile(r"\b(?:former|ex|then|another|anti|pro|other|post|pre)[ -]$", re.IGNORECASE)
_COMES_NOUN = re.compile(r"\s[a-z]{3,}")

IN_TITLE = re.compile(r"\s(?:Against|For|Of|In|On|To|With|From|And)\s(?:the\s)?$")
"""What makes "the War" part of a longer name: "Veterans Against the War"."""

_NEAR = 24
"""Characters on each side of a name that are looked at."""


def name_glosses(text: str, run: Run, figure: Figure | None, entities: Entities) -> list[Gloss]:
    """What a name lacks: the given name and title of the person `figure`, the whole name of a body.

    >>> from claims.extract.article import read_article
    >>> from claims.extract.wording.entities import read_entities
    >>> text = "Minister Ann Lee left. Lee is 44."
    >>> found = read_entities(read_article(text, published=None))
    >>> run = found.runs[1]
    >>> [g.words for g in name_glosses(text, run, found.figure_of(run.words), found)]
    ['Minister Ann']
    """
    if figure is not None:
        gloss = _of_person(text, run, figure) if figure.sure else None
        return [gloss] if gloss is not None else []
    return _of_body(text, run, entities)


def _of_person(text: str, run: Run, figure: Figure) -> Gloss | None:
    first, *others = figure.name.split()
    titled = (
        len(run.words) > 1 or _TITLED.search(text[max(0, run.start - 8) : run.start]) is not None
    )
    family = text[: run.start].endswith(("the ", "The ")) and run.words[-1] != bare(run.words[-1])
    if family or _stands_alone(text, run):
        return None  # "the Turpin's offspring"
    if first in run.words[:-1] or (not titled and _is_place(text, run)):
        return None
    last = run.words[-1]
    at = run.end - len(last)
    if bare(last) == first:  # a king by his first name
        named = re.match(r"\s[A-Z]", text[run.end : run.end + 2]) or _SAINT.search(text[:at][-6:])
        if named or not others:
            return None  # "St. John's Church"; "President Lime", whose given name nobody tells
        return Gloss(at, run.end, " ".join(others), How.AFTER, key=figure.name)
    if not all(w.lower().rstrip(".") in TITLES | PARTICLES for w in run.words[:-1]):
        return None
    own = [first, *others[:-1]]
    while titled and len(own) > 1 and own[0].lower().rstrip(".") in TITLES:
        own.pop(0)  # "Ms Moen" of "CEO Ragnhild Moen"
    given = " ".join(own)
    particle = next((p for p in PARTICLES if given.endswith(f" {p}")), "")
    if particle and text[at - len(particle) - 1 : at - 1].lower() == particle:
        given, at = given[: -len(particle) - 1], at - len(particle) - 1
    words = given if titled or not figure.title else f"{figure.title} {given}"
    told = text[:at].endswith(f"{given} ")  # "Luiz Lula da Silva", whose last name is read alone
    return None if told else Gloss(at, run.end, words, How.BEFORE, key=figure.name)


def _stands_alone(text: str, run: Run) -> bool:
    """Whether a name is a nickname, "James (Jim) Lee", or only part of what another word is about."""
    before = text[max(0, run.start - _NEAR) : run.start]
    if _NICKNAME.search(before[-3:]) or _CALLED.search(before):
        return True
    # "a former Trump adviser" is no former Donald Trump
    other = len(run.words) == 1 and _ANOTHER.search(before)
    return bool(other and _COMES_NOUN.match(text, run.end))


def _is_place(text: str, run: Run) -> bool:
    """Whether a last name is a place's or thing's: "in Washington", "Washington, D.C.", "of Allen, Texas"."""
    before, after = text[max(0, run.start - _NEAR) : run.start], text[run.end : run.end + _NEAR]
    if _NAMED_AFTER.search(before) or _EPONYM.match(after):
        return True
    if re.search(r"\b(?:in|at|near)\s$", before) or re.match(r",\sD\.?C", after):
        return True
    return bool(_OF_PLACE.search(before) and re.match(r",\s[A-Z]\w+(?:\s[A-Z]\w+)?[,.;]", after))


def _of_body(text: str, run: Run, entities: Entities) -> list[Gloss]:
    found: list[Gloss] = []
    whole = " ".join(bare(w) for w in run.words)
    fuller = entities.fuller.get(whole)
    if IN_TITLE.search(text[max(0, run.start - 14) : run.start]):
        return []
    if fuller is not None and (
        len(run.words) > 1 or text[max(0, run.start - 4) : run.start].lower() == "the "
    ):
        words = fuller.removesuffix(whole).strip()
        found.append(Gloss(run.start, run.end, words, How.BEFORE, key=fuller))
    last = run.words[-1]
    own, at = bare(last), run.end - len(last)
    full = entities.acronyms.get(own)
    if full is not None and len(run.words) == 1 and text[max(0, at - 1) : at] != "(":
        how = How.AFTER if own == last else How.INSTEAD
        if full.startswith(f"{own} ") and own == last:
            return [Gloss(at, at + len(own), full.removeprefix(f"{own} "), how, key=full)]
        if full.endswith(f" {own}") and own == last:
            return [Gloss(at, run.end, full.removesuffix(f" {own}"), How.BEFORE, key=full)]
        found.append(Gloss(at, at + len(own), full, how, key=full))
    return found
