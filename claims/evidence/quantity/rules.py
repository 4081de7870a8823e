"""Every outcome's rule: its id, what it says, and whether figures agree, clash or are not compared."""

from __future__ import annotations

from claims.model.evidence import Agreement

_AGREES, _CLASHES, _OPEN = Agreement.AGREES, Agreement.CLASHES, Agreement.NOT_COMPARABLE

RULES: dict[str, tuple[Agreement, str]] = {
    "QTY001": (_AGREES, "equal at written precision"),
    "QTY002": (_CLASHES, "not equal at written precision"),
    "QTY003": (_AGREES, "within the bound"),
    "QTY004": (_CLASHES, "outside the bound"),
    "QTY005": (_AGREES, "near enough for “about”"),
    "QTY006": (_CLASHES, "too far for “about”"),
    "QTY007": (_AGREES, "inside the range"),
    "QTY008": (_CLASHES, "outside the range"),
    "QTY009": (_AGREES, "equal after conversion of units"),
    "QTY010": (_CLASHES, "not equal after conversion of units"),
    "QTY011": (_AGREES, "the share that two counts give"),
    "QTY012": (_CLASHES, "not the share that two counts give"),
    "QTY013": (_AGREES, "the difference of two levels"),
    "QTY014": (_CLASHES, "not the difference of two levels"),
    "QTY015": (_AGREES, "the ratio of two levels"),
    "QTY016": (_CLASHES, "not the ratio of two levels"),
    "QTY017": (_AGREES, "the total divided by the heads"),
    "QTY018": (_CLASHES, "not the total divided by the heads"),
    "QTY019": (_AGREES, "the time between two dates"),
    "QTY020": (_CLASHES, "not the time between two dates"),
    "QTY022": (_CLASHES, "a change the other way"),
    "DATE001": (_AGREES, "a date within the claim's"),
    "DATE002": (_CLASHES, "another date of what happens once"),
    "DEED001": (_AGREES, "the same deed of the same people and places"),
    "DEED002": (_CLASHES, "another place of what has one"),
    "DEED003": (_CLASHES, "another person or body in what one alone does"),
    "DEED004": (_CLASHES, "who did it to whom, turned round"),
    "DEED005": (_CLASHES, "the opposite was done"),
    "NOT001": (_OPEN, "no number, date or deed to compare"),
    "NOT002": (_OPEN, "counts other things"),
    "NOT003": (_OPEN, "other population"),
    "NOT004": (_OPEN, "other period"),
    "NOT005": (_OPEN, "other place, person or body"),
    "NOT006": (_OPEN, "other scope: a rate, a total, a part or a change"),
    "NOT007": (_OPEN, "denied, doubted, planned, forecast or spoken of further on one side only"),
    "NOT008": (_OPEN, "too close to call at written precision"),
    "NOT009": (_OPEN, "other unit or money"),
    "NOT010": (_OPEN, "the passage gives several such numbers"),
    "NOT011": (_OPEN, "each told by another source"),
}


def title(rule: str) -> str:
    """The rule in words.

    >>> title("QTY001")
    'equal at written precision'
    """
    return RULES[rule][1]


def agreement(rule: str) -> Agreement:
    """What the rule finds.

    >>> agreement("QTY002").value, agreement("NOT004").value
    ('clashes', 'not_comparable')
    """
    return RULES[rule][0]
