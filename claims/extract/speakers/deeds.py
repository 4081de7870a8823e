"""Forms that mean a deed and no speech by what follows them: "claimed 40 lives", "called off the race"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claims.extract.grammar.syntax import Reading

_THEMSELVES = re.compile(r"\s(?:about|by|if|whether|why|how|what|to)\b")
_IS = r"(?!\s(?:is|are|was|were|has|have|had|will|would|could|can|belong\w*)\b)"
_TAKEN = re.compile(  # what is taken, and not said
    r"\s(?:(?!(?:that|to)\b)[\w,.’'-]+\s){0,4}"
    rf"(?:lives|islands?|lands?|territor(?:y|ies)|throne|crown|titles?|medals?|gold|silver|bronze)\b{_IS}"
)
_WORKS = re.compile(  # what is made, and not said
    r"\s(?:(?:it|them)\s(?!was|is|had|were|has)\w+"
    r"|(?:(?!(?:in|on|to|that|of|for|about|at|by|from|as)\b)[\w’'-]+\s){0,3}"
    rf"(?:poems?|books?|novels?|songs?|essays?|operas?|symphon(?:y|ies)))\b{_IS}"
)
_GAINED = re.compile(  # "added another 76", "added 2 percent", "add £2m to costs"
    r"\s(?:(?:another|a\sfurther|about|some|nearly|almost|more\sthan)\s)*[$£€]?\d[\d.,]*"
    r"(?:(?:m|bn|k)?(?:\s(?:million|billion|thousand))?(?:\s[a-z]+)?\sto\b|\s?%|\sper\s?cent|\s(?:basis\s)?points?|\scents?|(?=\W*$)|\sat\b|(?=[,;]\s))"
)
_DEVOTED = re.compile(r"\s(?:itself\s|themselves\s|himself\s|herself\s)?to\s")
_TURNED_IN = re.compile(  # "reported the matter to the police"
    r"\s(?:it|him|her|them|this|that|(?:the|an?|his|her|their|its)\s[\w-]+)\sto\s(?:[\w’'-]+\s){0,4}?"
    r"(?:police|authorit\w+|officials?|offices?|officers?|prosecutors?|departments?|agency|regulators?|commission"
    r"|council|services?|management|ministry|watchdog|ombudsman)\b",
    re.IGNORECASE,
)
_CALLED = re.compile(r"\s(?:off|up|police|the\spolice)\b")
_BILL = re.compile(r"\s(?:[\w-]+\s){0,3}(?:legislation|bills?|amendments?|laws?)\b")
_DEEDS = {
    **dict.fromkeys(["claimed", "claims", "claim", "claiming"], _TAKEN),
    **dict.fromkeys(["defended", "defends", "defend", "defending"], _TAKEN),
    **dict.fromkeys(["wrote", "writes", "write", "published", "publishes", "publish"], _WORKS),
    "called": _CALLED,
    "reported": _TURNED_IN,
    **dict.fromkeys(["added", "add", "adds", "adding"], _GAINED),
    **dict.fromkeys(["gave", "gives", "give"], re.compile(r"\s(?:up|away|in|birth|way)\b")),
    "proposed": _BILL,
    "proposes": _BILL,
    **dict.fromkeys(["argued", "argues", "argue"], re.compile(r"\s(?:over|with|about)\b")),
    "agreed": re.compile(r"\s(?:up)?on\b"),
    **dict.fromkeys(
        ["answered", "answers", "responded", "responds", "replied", "replies"],
        re.compile(r"\sby\s[a-z]+ing\b"),
    ),
    "released": re.compile(r"\s(?:him|her|them|(?:[\w’'-]+\s){1,4}?(?:on|without)\sbail)\b"),
    "spoke": re.compile(r"\swith\b"),
}


_ABOUT = frozenset("in on by at for during before after".split())


_THINGS = frozenset("talks shares sales prices trading stocks negotiations flights profits".split())
_AFTER = frozenset(["after", "when", "as"])


def acting_verb(r: Reading, i: int) -> int | None:
    """The verb whose subject speaks in a participle at `i`, that of a later clause where things come first.

    >>> from claims.extract.grammar.syntax import read
    >>> acting_verb(read("Shares fell after the bank left, blaming rain.", ()), 7)
    5
    """
    first = r.acts(0, i)
    if first is None or _THINGS.isdisjoint(r.lows[:2]):
        return first
    after = next((k for k in range(first + 1, i) if r.lows[k] in _AFTER), i)
    later = r.acts(after, i)
    return first if later is None else later


def is_appended(r: Reading, start: int, stop: int, i: int) -> bool:
    """Whether a participle behind a comma only tells of the bare subject `[start, stop)` before it.

    >>> from claims.extract.grammar.syntax import read
    >>> is_appended(read("The plan, announced in May, will cost 40 jobs.", ()), 0, 2, 3)
    True
    """
    if r.lows[i + 1 : i + 2] == () or r.lows[i + 1] not in _ABOUT or not r.lows[i].endswith("ed"):
        return False
    k = next((k for k in range(i - 1, stop - 1, -1) if r.words[k].text == ","), None)
    if k is None or any(r.words[n].text == "," for n in range(max(0, start - 1), k)):
        return False
    return k == stop or k == stop - 1


def is_act(r: Reading, i: int) -> bool:
    """Whether a form means no speech by what follows it: "claimed 40 lives", "called off".

    >>> from claims.extract.grammar.syntax import read
    >>> is_act(read("Ann called off the race.", ()), 1)
    True
    """
    before = r.words[i - 1].lower if i else ""
    low, end = r.words[i].lower, r.words[i].end
    if low == "asked":
        return before in {"when", "if"} and _THEMSELVES.match(r.text, end) is not None
    if low.startswith("commit"):
        return _DEVOTED.match(r.text, end) is None
    pattern = _DEEDS.get(low)
    return pattern is not None and pattern.match(r.text, end) is not None
