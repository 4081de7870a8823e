"""Numbers that are part of a label: "junction 14", "rooms 4 and 5", "Wards 3, 5 and 9"."""

from __future__ import annotations

import re

from claims.extract.grammar.number_words import TENS, UNITS
from claims.extract.quantities.measures import measure_after

_LABELS = (
    "no|nos|number|article|section|page|p|pp|resolution|flight|chapter|paragraph|clause|phase|stage|part|route"
    r"|highway|interstate|channel|radio|room|gate|platform|level|tier|type|grade|season|episode|volume|issue"
    "|version|lot|unit|district|ward|region|zone|area|act|title|step|option|item|figure|table|sector"
    "|reactor|terminal|runway|model|series|track|pier|precinct|squad|protocol|schedule|appendix"
    "|annex|formula|boeing|airbus|apollo|windows|fortune|nasdaq|ftse|nikkei|dow|group of|column|rule"
    "|amendment|proposition|bill|line|round|lap|game|set|heat|lane|seed|engine|lecture|book|verse|psalm|junction|exit|court|courtroom|flat|apartment|reference|extension|postcode|bib|specimen|exhibit|par|form|corridor|cabin|hangar|car|bus|train|tram|coach|trench|match|hole|bed|camp|berth|booth|locker"
)
_LABEL = re.compile(rf"(?<![\w’'-])(?:{_LABELS})\.? ?$", re.IGNORECASE)
_PLURAL_LABELS = """nos numbers articles sections pages pp resolutions flights chapters paragraphs clauses
phases stages parts routes highways interstates channels rooms gates platforms levels tiers types grades
seasons episodes volumes versions lots units districts wards regions zones areas sectors reactors terminals
runways precincts schedules appendices annexes columns amendments propositions rounds lanes verses psalms
junctions exits rows bays blocks flats apartments items questions courts squares boxes tables figures
laps stops holes turns sites plots cells wells lines games sets tracks piers squads
protocols series options steps engines""".split()
_LIST_ENDS = frozenset([*_PLURAL_LABELS, "and", "or", "to", "through", "&"])
_LONGEST_LABEL = 20
_NUMBER = rf"(?:\d{{1,4}}[A-Za-z]?|{'|'.join([*UNITS, *TENS])})"
_JOINT = r"(?:, and |, | and | or | to | through | & |\s?[-–]\s?|/)"
_LIST_BEFORE = re.compile(
    rf"(?<![\w’'-])(?:{'|'.join(_PLURAL_LABELS)})\.? (?P<others>(?:{_NUMBER}{_JOINT}){{0,6}})$",
    re.IGNORECASE,
)
_NO_JOINT = (
    r"(?!(?:and|or|of|in|on|at|to|for|from|by|with|but|as|than|after|before|when|while|during"
    r"|under|over|into|about|against|until|since|through|between|among|near|behind|is|was|has)\b)"
)
_LIST_AFTER = re.compile(rf"(?:{_JOINT}{_NUMBER}\b){{1,6}}", re.IGNORECASE)
_OTHER_COUNT = re.compile(
    r"\s?%|[ -]per ?cent|,\d{3}|\.\d|:\d| (?:hundred|thousand|million)", re.IGNORECASE
)


_BARE = re.compile(
    r"(?:\b(?:in|on|at|from|near|off|outside|inside|behind|above|below|aboard)|[’']s)"
    r" (?P<noun>[a-zà-ž]{3,}) $"
)
"""A noun without an article where one would stand before what is counted: "from well 44"."""

_NO_LABELS = frozenset(
    """about around some only just least most nearly almost over under up above below past roughly another
    other all each every both these those his her its their our this that what which first last next
    final top bottom early late average balance total record present zero plus minus half exactly fully
    maybe perhaps then now day age best worst one two three four five six seven eight nine ten
    hundred thousand million billion dozen fewer more less than between within circa near merely even
    with for and but per an the said""".split()
)
_BARE_END = re.compile(
    r"\s?[.,;)]|$|\s(?:in|on|at|from|near|after|before|during|when|while|over)\b"
)
_OF_KIND = re.compile(
    r"(?<!this )(?<!that )(?<!each )(?<!every )(?<!one )(?<![\w’'-])(?:type|phase|stage|grade|level|tier) $",
    re.IGNORECASE,
)
_PEOPLE = re.compile(r"\s(?:people|persons|men|women|children|workers|soldiers)\b")
_TELLING = re.compile(
    r"\s(?:shows|says|states|reports|reveals|suggests|runs|leaves|hit|killed|was|is|has)\b(?! (?:and|of)\b)"
)
"""What a table, a paper or a bus does: no plural, as it may look."""


def is_bare_label(before: str, after: str) -> bool:
    """Whether a noun without an article names what the number counts on in a list: "on sol 14,".

    >>> is_bare_label("leaked from well ", " over 87 days"), is_bare_label("put at nearly ", ".")
    (True, False)
    """
    match = _BARE.search(before)
    if match is None or _BARE_END.match(after) is None:
        return False
    noun = match["noun"]
    return noun not in _NO_LABELS and not noun.endswith(("s", "ing", "ed", "ly", "est", "er"))


def is_telling_next(after: str) -> bool:
    """Whether a verb that looks like a plural follows: "Form 16 shows"."""
    return _TELLING.match(after) is not None


def is_of_kind(before: str, after: str) -> bool:
    """Whether the number tells which kind: "type 2 diabetes", "phase 3 trials".

    >>> is_of_kind("two phase ", " trials"), is_of_kind("in this phase ", " men")
    (True, False)
    """
    return _OF_KIND.search(before) is not None and _PEOPLE.match(after) is None


def is_listed(before: str, after: str) -> bool:
    """Whether a number between `before` and `after` is one of several that a plural label names.

    >>> is_listed("between junctions 14 and ", "."), is_listed("rooms ", " and 5 were")
    (True, True)
    >>> is_listed("in rooms ", " people"), is_listed("cut flights ", " to 40 percent")
    (False, False)
    """
    if not _may_be_listed(before):
        return False
    match = _LIST_BEFORE.search(before)
    if match is None:
        return False
    more = _LIST_AFTER.match(after)
    if more is None and not match["others"]:
        return False
    rest = after[more.end() :] if more else after
    counted = measure_after(rest, digits=True) is not None or is_plural_next(rest)
    return not counted and _OTHER_COUNT.match(rest) is None


def _may_be_listed(before: str) -> bool:
    """Whether a label or what joins two numbers stands last: a quick look before the slow pattern."""
    last = before[-_LONGEST_LABEL:].rstrip(" .").rpartition(" ")[2].lower()
    return last in _LIST_ENDS or last[-1:] in {",", "-", "–", "/"}


def labelled(before: str) -> bool:
    """Whether a label such as "flight" or "phase" stands right before the number.

    >>> labelled("aboard Flight "), labelled("more than ")
    (True, False)
    """
    word = before.rstrip(" .")[-1:]
    return word.isalpha() and _LABEL.search(before) is not None


def is_plural_next(after: str) -> bool:
    """Whether a plural noun follows with at most two words before it.

    >>> is_plural_next(" young men"), is_plural_next(" new people"), is_plural_next(" of them")
    (False, True, False)
    """
    return (
        re.match(
            rf"\s(?:{_NO_JOINT}[a-z-]+\s){{0,2}}(?:people|(?!news\b)[a-z]{{2,}}[^s\W]s)\b", after
        )
        is not None
    )
