"""Sentences that go back to the one before: to when, for whom or in whose words its number holds.

What goes back to a number says by default more about it than is known here; only comparisons, records and
news of its publication leave it as it is.
"""

from __future__ import annotations

import re

_FIGURE = (
    r"(?:figure|number|count|total|claim|report|statistic|estimate|story|toll|tally|sum|calculation"
    r"|study|studies|survey|poll|sample|data|margin)s?"
)
_POINTS = re.compile(
    r"^\W*(?:(?:at least|well|but|and|yet|or|anyway|however),? )?(?:this|that|these"
    r"|those)\b(?:, [^,;]*,)? (?:is|was|are|were|would be|holds?|held|applie[sd]|apply"
    r"|goes|includes?|included|excludes?|covers?|counts?|refers?|concerns?|means?|came|comes)\b"
    rf"|^\W*(?:the|this|that|its|their|these|those|such|both) (?:\w+ )?{_FIGURE}\b(?! (?:\w+ )?of\b| \d)",
    re.IGNORECASE,
)
"""A sentence whose subject is the number, or that it is so."""
_LEAVES = re.compile(
    r"\b(?:more|less|fewer|higher|lower|up|down|enough|records?|\w+est|(?<!at )most|(?<!at )least"
    r"|rise|rises|rose|fall|falls|fell|grew|grown|increase|drop|decline|because|why|surpris\w+"
    r"|(?:un)?usual\w*|(?:ab)?normal\w*|(?:un)?typical\w*|(?:un)?common\w*|publish\w+|released?|announc\w+|presented"
    r"|(?:half|thirds?|quarters?|fifths?|tenths?|percent) of (?:its|their|the|all)\b"
    r"|(?:twice|double|half|times) as (?:many|much|high|large) as (?:in|at|on|during|the|a)"
    r"|shows?|equal|equivalent|correspond\w*|exceeds?|matche[sd])\b",
    re.IGNORECASE,
)
"""What may be said of a number and leaves it as it is."""
_LOWERS = re.compile(r"\b(?:true|real|actual|corrected?|disputed?)\b", re.IGNORECASE)
_SPEAKS = re.compile(
    r"^\W*(?:none|nothing|little|all|much|not all) of (?:this|that|it)\b"
    rf"|\b(?:call|consider|regard|dismiss|describe|rate|judge|label|deem|reject|question|doubt|criticis"
    rf"|criticiz)\w* "
    rf"(?:it|this|that|them|the {_FIGURE})\b"
    r"|\b(?:half|twice|double|third|quarter|times|fraction|tenth|part)"
    r" (?:as (?:many|much|high|large)(?! as\b)|(?:of )?(?:that|this))\b"
    r"|^\W*(?:it|this|that) (?:is|was) (?:all )?(?:only |just |merely )?(?:an? |the )?(?:[\w’']+ ){0,3}"
    r"(?:joke|hoax|satire|spoof|prank|parody|invention|fiction|guess|mistake|error|misprint|exaggeration"
    r"|estimate|average|approximation|rumou?r|claim|dream|hope|plan|target|wish|trial|test|exercise|drill"
    r"|first)\b"
    r"|\b(?:den(?:y|ies|ied)|confirm\w*|check\w*|verif\w+|believe[sd]?) (?:it|this|that|them)\b"
    r"|\b(?:disagree[sd]?|(?:nobody|not everybody|no one) agree[sd]?|apologi[sz]ed|contradict\w*)\b"
    r"|\b(?:opinions?|estimates?|figures?|sources?|accounts?|experts?|historians?|numbers?|counts?|views?)"
    r" (?:\w+ )?(?:differ|vary|varies|diverge|conflict)\b"
    r"|^\W*(?:so (?:at least|it|he|she|they|the|wrote|writes|says?|said|claims?|claimed|reads?|runs)"
    r"|or so|or was|or not|not so|not quite"
    r"|far from)\b"
    r"|^\W*(?:hardly any\w*|nobody|no one) (?:knows?|knew|believes?|can|could|has)\b"
    r"|\b(?:it|he|she|they) (?:later |now |has since |have since )?(?:admits?|admitted|concede[sd]?)\b"
    r"|^\W*(?:not )?(?:true|untrue|false|wrong|correct|nonsense|rubbish|fake news|so they say|sure)\W*$"
    r"|^\W*(?:not|no|hardly|(?:just |only )?(?:kidding|joking))\W*$"
    r"|^\W*(?:(?:our|the|final) )?(?:rating|verdict|ruling|conclusion|assessment|fact[- ]?check|fact"
    r"|truth|reality"
    r"|judge?ment|evaluation|answer|status)(?: is)?\W*[:–—-]|^\W*(?:but )?(?:in (?:reality|truth)"
    r"|the (?:truth|reality) is)\b"
    r"|\b(?:no|little|scant|lacks?|without|not any) (?:\w+ ){0,2}(?:evidence|proof|basis|foundation|truth)\b"
    r"|\b(?:counted (?:twice|double|several times)|double-counted|duplicates?)\b"
    r"|^\W*only [^.;#]*\b(?:counted|included|covered|considered|asked|surveyed|tested)\b",
    re.IGNORECASE,
)
"""A sentence that calls the number something, or tells it as a share of another."""


_STANDS = re.compile(
    rf"^\W*(?:the|this|these|those|its|their|all|both) (?:\w+ )?{_FIGURE} "
    r"(?:is|are|was|were|ha(?:s|ve) been) (?:now |all |since )?"
    r"(?:audited|official|confirmed|verified|certified|correct|accurate|public|final)\W*$",
    re.IGNORECASE,
)
"""What upholds the number: "The figures are audited."."""


def goes_back(after: str) -> bool:
    """Whether a sentence says more of the number before it.

    >>> [goes_back(t) for t in ("That was in 2003.", "That is a record.", "The club was founded in 1901.")]
    [True, False, False]
    >>> goes_back("The figures are audited."), goes_back("The figures are not audited.")
    (False, True)
    """
    points = _POINTS.search(after) is not None
    leaves = _LEAVES.search(after) is not None and _LOWERS.search(after) is None
    if _STANDS.match(after):
        return False
    return (points and not leaves) or _SPEAKS.search(after) is not None
