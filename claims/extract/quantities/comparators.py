"""The words before and after a number that bound it, to `>`, `>=`, `<`, `<=`, `~`."""

from __future__ import annotations

import re

from claims.extract.quantities.currencies import ANY_SIGN, CODES
from claims.extract.quantities.measures import DISTANCES, NAMED, TIMES

_BEFORE = {
    ">": """more than|greater than|higher than|larger than|longer than|older than|better than|over|above
        |exceed|exceeds|exceeded|exceeding|surpass|surpasses|surpassed|surpassing|tops|topped|topping
        |has passed|have passed|had passed|has now passed|have now passed|had already passed
        |upwards of|upward of|in excess of|beyond|past|north of|several""",
    ">=": """at least|no fewer than|no less than|not less than|not fewer than|a minimum of|minimum of
        |as few as|as little as|as low as|as young as|starting at|starting from|start at|start from
        |starts at|starts from        |no younger than|no lower than|at a minimum""",
    "<": """fewer than|less than|lower than|smaller than|shorter than|younger than|under|below|shy of
        |short of|south of|not quite""",
    "<=": """up to|at most|no more than|not more than|no greater than|as many as|as much as|as high as
        |as long as|as old as|as far as|limited to|restricted to|capped at|a maximum of|maximum of
        |no older than|no longer than|no higher than|not exceeding|within""",
    "~": """about|around|approximately|approx\\.|approx|roughly|nearly|almost|some|circa|ca\\.|estimated
        |estimated at|close to|near to|nearing|approaching|more or less|in the region of|on the order of
        |something like|an average of around|virtually|near|maybe|perhaps""",
}  # fmt: skip
BEFORE = {
    phrase.strip().replace("\\", ""): sign
    for sign, phrases in _BEFORE.items()
    for phrase in phrases.split("|")
}
"""Lower-case words before the number."""

SIGNS = {
    "~": "~",
    "≈": "~",
    "±": "~",
    ">": ">",
    "<": "<",
    "≥": ">=",
    "≤": "<=",
    ">=": ">=",
    "<=": "<=",
}

_FILLER = (
    r"(?:an?|the|just|only|total|total of|additional|estimated|further|another|other|record|some|its"
    r"|their|his|her|first|last|past|next|coming|probably|perhaps|even|about|around|roughly|of about|age of"
    r"|ages? of|magnitude)"
)
_WORDS_BEFORE = re.compile(
    r"(?<![\w-])(?P<word>"
    + "|".join(re.escape(w) for w in sorted(BEFORE, key=len, reverse=True))
    + rf")(?P<filler>(?: {_FILLER}){{0,4}}) (?:{ANY_SIGN})?$",
    re.IGNORECASE,
)
_ENDS = frozenset(phrase.split()[-1] for phrase in BEFORE) | frozenset(
    """a an the just only total of additional estimated further another other record some its their
    his her first last past next coming probably perhaps even about around roughly magnitude""".split()
)
_AFTER_BOUND_NOUN = (" of ", " just ", " only ")
_BOUND_NOUN = re.compile(
    r"\b(?P<which>minimum|maximum) (?:(?:jail|prison) )?(?:term|sentence|age|penalty|fine|stay|number|period"
    r"|height|speed|depth|temperature|dose|distance) of(?: just| only)? $",
    re.IGNORECASE,
)
_CAPPED = re.compile(
    r"\b(?:caps?|capped|capping)(?: [\w’'-]+){1,4} at(?: (?:just|only))? $",
    re.IGNORECASE,
)
_SIGN_BEFORE = re.compile(r"([~≈±≥≤]|[<>]=?) ?$")
_AFTER_SIGNS = {
    ">=": r"or (?:more|over|above|older|longer|higher|greater|better|later|up)"
    r"|and (?:over|above|older|more|up)|plus(?! (?:(?:one|an?|two)\b|[A-Z]{0,3}[$£€¥₹]?\d))"
    r"|at (?:the )?least|at a minimum|minimum",
    "<=": r"or (?:fewer|less|under|below|younger|lower|shorter)|and (?:under|below|younger)|at (?:the )?most"
    r"|maximum",
    "~": r"or so|or thereabouts|give or take",
}  # fmt: skip
AFTER = re.compile(
    r"(?:" + "|".join(
        rf"(?P<{name}>[ -](?:{_AFTER_SIGNS[sign]})(?![\w-])(?! than))"
        for name, sign in (("least", ">="), ("most", "<="), ("near", "~"))
    ) + r"|(?P<plus>\+)(?!\d)|(?P<odd>-odd|ish)\b)"
)  # fmt: skip
_MEASURED = frozenset([*NAMED.values(), "percent", "percentage point"])
_LENGTHS = DISTANCES | TIMES | {None}
_OVER_TIME = re.compile(
    r"(?:\d|\b(?:dozens?|hundreds?|thousands?|millions?|lakhs?))(?: of)?(?: [a-z-]+){0,2}"
    r" (?:people|children|adults|men|women) $"
)
"""So many people, in so long: "killed 300 people over ten years"."""

_STRETCHES = frozenset(
    "nights evenings weekends summers winters seasons sessions generations rounds innings".split()
)
_RULING = frozenset(
    """agreements contracts deals treaties accords pacts leases licences licenses laws acts statutes rules
    schemes programmes programs plans policies regimes governments administrations presidents premiers
    ministers mayors governors kings popes coaches managers directors owners names aliases titles labels
    headings captains""".split()
)
"""Under which something is done, and which it does not count: "under three presidents"."""
_TURNED = (" than", "exceed", "below", "beyond")
_NOT = re.compile(
    r"\b(?:no|not|never|nobody|none|cannot|nor|neither|\w+n[’']t)(?: (?!(?:whether|that|if|why|because|about"
    r"|on|by|with|after|when|where|who|which|and|but|as|only|just|than)\b)[\w’'-]+){0,8} $",
    re.IGNORECASE,
)
"""A word that denies what is told up to here, in the same clause."""
_QUARREL = re.compile(
    r"\b(?:(?:disputes?|rows?|feuds?|quarrels?|lawsuits?|controversy|scandal|inquiry|anger|outrage|apolog\w+"
    r"|resign(?:ed|s)?|clash(?:ed|es)?|bickering|at odds)"
    r"|(?:suing|sued|sues|questioned|criticis\w+|criticiz\w+)(?: [\w’'-]+){1,3})"
    r"(?: (?:with|in)(?: [\w’'-]+){1,3})? ?\Z",
    re.IGNORECASE,
)
"""What one quarrels about: "a row over two seats"."""
_TALK = re.compile(
    r"\b(?:talk\w*|said|says?|know\w*|told|tells?|story|stories|ask\w*|concern\w*|worr\w+|complain\w*|film"
    r"|books?|information|questions?|doubts?|think|thought|wrote|written|article|learn\w*|hear\w*"
    r"|report) about $",
    re.IGNORECASE,
)
_THE_PAST = re.compile(r"\b(?:the|this|his|her|its|their|half|halfway|quarter) $", re.IGNORECASE)
_MOVED_UP = re.compile(
    r"\b(?:edg(?:ed|es|ing)|inch(?:ed|es|ing)|crept|creep(?:s|ing)|tick(?:ed|s|ing)|nudg(?:ed|es|ing)"
    r"|add(?:ed|s|ing)?|shot|moved|went|gone|bringing|brought|took|taking)"
    r"(?: (?:it|them|this|(?:the|its|their) \w+))? $",
    re.IGNORECASE,
)
"""What has reached the number after "up to", and is not bounded by it."""

_LASTING = frozenset(
    """for of after well just took takes take lasted lasts last been is was were are at lasting taking
    spent aged by to than from a little somewhat slightly already anyone everyone waited waiting wait those
    people
    children adults men women served""".split()
)


def comparator(before: str, after: str, *, unit: str | None) -> str | None:
    """The bound that the words ending `before` or beginning `after` put on a number of `unit`s.

    >>> comparator("it lasted no more than ", " days", unit="day"), comparator("in ", " or more", unit=None)
    ('<=', '>=')
    >>> comparator("held over ", " days in May", unit="day") is None
    True
    """
    if sign := _SIGN_BEFORE.search(before):
        return SIGNS[sign[1]]
    match = _WORDS_BEFORE.search(before) if _may_bound(before) else None
    if match and not (after.startswith("-") and match["filler"].lower().endswith(" the")):
        covered = match["word"].lower() == "under" and _COVER.match(after) is not None
        found = None if covered else _weighed(match, before, unit)
        if found:
            return _denied(match["word"].lower(), found, before[: match.start()])
    if before.endswith(_AFTER_BOUND_NOUN) and (noun := _BOUND_NOUN.search(before)):
        return ">=" if noun["which"].lower() == "minimum" else "<="
    if before.endswith((" at ", " just ", " only ")) and _CAPPED.search(before):
        return "<="
    return comparator_after(after)


_COVER = re.compile(
    r"[\s-]?(?:\w+ )?of (?:\w+ ){0,2}(?:water|floodwater|snow|ice|mud|silt|sand|ash|rubble|earth|soil"
    r"|debris)\b"
)
"""What something lies beneath: "under a metre of water"."""


def _may_bound(before: str) -> bool:
    """Whether the last word can end a bound: a quick look before the slow pattern."""
    words = before.rstrip("$€£¥₹USACNZHK").split(" ")
    return len(words) > 1 and words[-1] == "" and words[-2].lower().strip("“\"'(,") in _ENDS


def comparator_after(after: str) -> str | None:
    """The bound that the words beginning `after` put on the number before them.

    >>> comparator_after(" or so"), comparator_after("-plus"), comparator_after(" or more than")
    ('~', '>=', None)
    """
    match = AFTER.match(after)
    if match is None:
        return None
    return {"least": ">=", "plus": ">=", "most": "<="}.get(match.lastgroup or "", "~")


def _denied(word: str, sign: str, before: str) -> str:
    """The bound turned round where `before` denies it: "may not exceed", "never fell below"."""
    turned = word.endswith(_TURNED) and _NOT.search(before) is not None
    return {">": "<=", "<": ">="}.get(sign, sign) if turned else sign


def _weighed(match: re.Match[str], before: str, unit: str | None) -> str | None:
    """The sign of the word found, or None where it stands in another sense."""
    word = match["word"].lower()
    idle = False
    if word == "within":
        idle = unit not in TIMES and unit not in DISTANCES
    elif word in {"over", "under", "above", "below", "beyond"}:
        return _over(match, before, unit)
    elif word in {"north of", "south of"}:
        idle = unit in DISTANCES or unit is None
    elif word.startswith("start"):
        idle = unit not in _MEASURED | CODES
    elif word == "up to":
        idle = _MOVED_UP.search(before[: match.start()]) is not None
    elif word.endswith(" passed"):
        idle = unit is not None and unit not in _MEASURED | CODES  # laws are passed, too
    elif word == "past":
        reached = unit in CODES or (unit or "").startswith(("degree", "percent"))
        idle = not reached or _THE_PAST.search(before[: match.start()]) is not None
    elif word == "near":
        idle = unit not in _MEASURED
    elif word == "about":
        idle = _TALK.search(before[: match.end("word")] + " ") is not None
    return None if idle else BEFORE[word]


def _over(match: re.Match[str], before: str, unit: str | None) -> str | None:
    """A bound such as "over 18 months" after "for" or "lasted"; elsewhere that is a span of time."""
    word, filler = match["word"].lower(), match["filler"].lower()
    last = before[: match.start()].rstrip().rpartition(" ")[2].lower().strip("“\"'(,")
    kind = (unit or "").rpartition(" ")[2]
    placed = last in {"power", "argued", "dispute", "spread", "stretched", "scattered"} or (
        last == "from" and unit in _LENGTHS
    )
    if unit not in _MEASURED and _QUARREL.search(before[: match.start()]):
        return None  # "is suing a rival over eleven patents"
    if filler == " the" and unit not in _MEASURED:
        return None  # "chosen over the two others"
    if filler.endswith((" a", " an")) and last != "well":
        return None  # "a row over a 4.5% offer"
    placed |= word == "under" and kind in _RULING  # "sold under three contracts"
    if placed or re.search(r"\b(?:past|last|next|coming|first|its)\b", filler):
        return None
    if re.search(r"\b(?:about|around|roughly)$", filler):
        return "~"
    span = word == "over" and kind in TIMES | _STRETCHES and "age" not in filler
    lasting = last in _LASTING and not _OVER_TIME.search(before[: match.start()])
    return None if span and not lasting else BEFORE[word]
