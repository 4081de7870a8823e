"""Sentences told in another way that means the same, so that the two sides of a pair meet in one way."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.evidence.quantity.idle import NEGATIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_WORD = re.compile(r"[a-z]+")

_MANY = (
    r"(?P<many>(?:(?:about|around|some|nearly|almost|roughly|over|more than|fewer than|less than|at least"
    r"|a total of|only|just) )*[\d,.]*\d(?: (?:million|thousand|hundred))?|[a-z]+(?:teen|ty)|[a-z]+)"
)
_LOST = re.compile(
    r"^(?P<front>(?:In|Between|From|Since|Over|During) [^,;:]{2,50}, )?"
    r"(?P<who>(?:The |the |[A-Z])[^,;:()\d]{1,60}?) (?:has |have )?(?P<way>lost|shed|gained|added)"
    rf" {_MANY} (?P<what>inhabitants|residents|members|subscribers|customers|seats|pupils|students)\b"
    r"(?P<rest>[^,;:]*)$"
)
_LOST_SHARE = re.compile(
    r"^(?P<front>(?:In|Between|From|Since|Over|During) [^,;:]{2,50}, )?"
    r"(?P<who>(?:The |the |[A-Z])[^,;:()\d]{1,60}?) (?:has |have |had )?(?P<way>lost|shed)"
    r" (?P<many>(?:[a-z]+ ){0,3}?(?:[\d.]+ ?(?:%|per ?cent)|half"
    r"|(?:a|one|two) (?:third|quarter|fifth|tenth)s?)) of (?:its|their|his|her) (?P<what>[a-z]+(?: [a-z]+)?)"
    r"(?P<rest>(?: (?:in|since|between|over|by|during)\b[^,;:]*)?\.?)$"
)
_EVERY = re.compile(
    r"\b(?P<every>[Ee]very) (?P<which>second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)"
    r" (?P<what>(?!(?:year|month|week|day|night|hour)\b)[a-z]{3,})\b(?! (?:year|month|week|day|night|hour))"
)
_ORDINALS = "second third fourth fifth sixth seventh eighth ninth tenth".split()
_IN = {word: str(number) for number, word in enumerate(_ORDINALS, 2)}
_NOBODY = re.compile(
    r"^(?P<front>[^,;:#\d]{0,40}, )?(?:[Nn]obody|[Nn]o[ -]one|[Nn]one)"
    r" (?:(?P<was>was)\b|(?=(?:were|has|have|had|died|survived|[a-z]+ed)\b))"
)
_TURNOUT = re.compile(
    r"\b(?:[Tt]he )?(?:[Vv]oter )?[Tt]urnout"
    r" (?P<at>(?:in|at|for) (?:(?!\b(?:that|which|who|where)\b)[^,;:\d]){2,40}?"
    r"(?: of \d{4}| \d{4}| on \d{1,2} [A-Z][a-z]+ \d{4})? )?"
    r"(?:was|is|stood at|reached|came to|amounted to|hit|of)"
    r" (?P<share>(?:[a-z]+ ){0,2}[\d.]+ ?(?:%|per ?cent))"
)
_ELECTORATE = re.compile(
    r"\b(?P<of>[Oo]f (?:(?:the|all|its|their) )*(?:[\d.,]*\d (?:million )?)?)"
    r"(?:(?:registered|eligible) voters"
    r"|(?:those|people|citizens) (?:eligible|registered|entitled)(?: to vote)?"
    r"|(?<=the )electorate)"
    r"(?P<where> in [A-Z]\w+(?: [A-Z]\w+)*)?(?=,? (?:[\d.,]+ )?(?:voted|cast|went)\b|, \d)"
)
_PUT = re.compile(
    r"^(?P<who>The [^,;:\d]{3,60}?) puts? (?P<what>(?:the )?(?!.{0,40}\b(?:tolls?|count|number|figure"
    r"|loss(?:es)?|dead|deaths|casualties)\b)[^,;:\d]{4,60}?) at (?P<rest>(?:[a-z]+ ){0,2}[$€£]?\d[^;:]*)$"
)
_BORN = re.compile(
    r"(?P<many>(?:(?:[Aa]bout|[Ss]ome|[Aa]round|[Nn]early|[Oo]nly|[Oo]ver|[Mm]ore than) )?\d[\d,.]*"
    r"(?: million)?) (?:children|babies) (?:were|are) born\b"
)
_ELLIPSIS = re.compile(
    r"\b\d[\d,]* (?P<noun>(?!(?:years|months|weeks|days|hours|minutes|times|points)\b)[a-z]+[^s\W]s"
    r"|people|men|women|children)\b(?P<rest>,? [^.;:]*?\b(?!(?:wound|injur|kill)ed)"
    r"(?:has|had|held|sold|won|lost|[a-z]+s|[a-z]+ed)"
    r" (?:(?:only|just|about|over|nearly|now) )*\d[\d,]*)(?P<end>\W*)$"
)
_RECEIVED = re.compile(
    r"\b(?:received|hosted)(?= (?:[a-z]+ ){0,3}\d[\d,.]*(?: million)? (?:[a-z]+ )?"
    r"(?:tourists|visitors|guests)\b)"
)
_SUBORDINATE = re.compile(
    r"^(?:Al|Even )?[Tt]hough (?P<clause>(?:[^,;:\d]|(?<=\d)[,.](?=\d)|\d)*\d(?:[^,;:]|(?<=\d),(?=\d))*),"
    r" (?!.*\b(?:not|no|never|false|wrong|untrue|den\w+|disput\w+|claim\w*|fact|actual\w*|report\w*|figures?"
    r"|numbers?|real|only|just)\b)[^\d;:]*$"
)
"""A clause that has the number of its sentence: "Although turnout was 34 percent, the vote is binding."."""
_FINED = re.compile(
    r"\b(?:(?:had|has|was ordered|was told|agreed) to )?(?:pay|paid) an? (?:[a-z]+ )?(?:fine|penalty) of\b"
)


def as_change(claim: str) -> str | None:
    """What a claim says was lost or gained, as a change of how many there are.

    >>> as_change("The town lost 1,200 inhabitants between 2001 and 2011.")
    'The inhabitants of the town fell by 1,200 between 2001 and 2011.'
    >>> as_change("The glacier has lost a third of its mass since 2000.")
    "The glacier's mass fell by a third since 2000."
    >>> as_change("The army lost 1,200 men.") is None
    True
    """
    if share := _LOST_SHARE.match(claim):
        return _share_lost(share)
    match = _LOST.match(claim)
    if match is None:
        return None
    who = match["who"]
    who = f"{who[0].lower()}{who[1:]}" if who.startswith("The ") else who
    way = "fell" if match["way"] in {"lost", "shed"} else "rose"
    told = f"{match['what']} of {who} {way} by {match['many']}{match['rest']}"
    return f"{match['front']}the {told}" if match["front"] else f"The {told}"


_SEATS = re.compile(
    r"^(?P<who>[Ww]omen|[Mm]en) (?:hold|held|have|had|occupy|occupied|fill|filled) (?P<many>[^,;:]{2,40}?)"
    r" of (?:the |all )?seats in "
)


def as_members(claim: str) -> str | None:
    """A claim on who has so many seats, as one on who the members are; None for any other.

    >>> as_members("Women hold 40 percent of the seats in parliament.")
    'Women are 40 percent of the members of parliament.'
    """
    match = _SEATS.match(claim) if " seats in " in claim else None
    if match is None:
        return None
    return f"{match['who']} are {match['many']} of the members of {claim[match.end() :]}"


def _share_lost(match: re.Match[str]) -> str:
    owner = f"{match['who']}'" if match["who"].endswith("s") else f"{match['who']}'s"
    return f"{match['front'] or ''}{owner} {match['what']} fell by {match['many']}{match['rest']}"


_CLAIMED = (
    r"(?:claim(?:s|ed)|alleg(?:es|ed)|assert(?:s|ed)|insist(?:s|ed)|maintain(?:s|ed)|boast(?:s|ed)"
    r"|contend(?:s|ed)|argue[sd])"
)
_SAYS_SO = re.compile(
    rf"^[A-Z“\"][^;:#\d]{{1,80}}? (?:ha[sd] |have )?(?:repeatedly |publicly |also )?{_CLAIMED}"
    r"(?: (?:on|in|at|to) [^,;:]{2,30}?)? that (?=[^\W_])"
)
_SAID_SO = re.compile(rf", (?:[A-Z]|the |his |her |its )[^,;:#\d]{{1,60}}? {_CLAIMED}(?=\W*$)")


def unattributed(claim: str) -> str:
    """A claim without who claims it: whether that is so, is the question.

    >>> unattributed("The minister claimed that crime had fallen by 4 percent.")
    'Crime had fallen by 4 percent.'
    >>> unattributed("Crime fell by 4 percent, the minister claimed.")
    'Crime fell by 4 percent.'
    >>> unattributed("The minister never claimed that crime had fallen.")
    'The minister never claimed that crime had fallen.'
    """
    match = _SAYS_SO.match(claim) if " that " in claim else None
    if match and not NEGATIONS.intersection(_WORD.findall(match[0].lower())):
        return f"{claim[match.end()].upper()}{claim[match.end() + 1 :]}"
    said = _SAID_SO.search(claim)
    denied = said and NEGATIONS.intersection(_WORD.findall(said[0].lower()))
    return claim if denied else _SAID_SO.sub("", claim)


_ASIDE = re.compile(
    r", (?:which|who|whose|even though|although|though|helped by)\b"
    r"(?![^,;:]*\b(?:only|excluding|except|if|unless|not|no|without)\b)[^,;:\d]{3,120}(?:, |(?=\.?$))"
)
_CUE = re.compile(r"^(?:Because of|Although|Helped by) [^,;:\d]{3,80}, (?=[^\W_])")
_NUMBERS = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?"
    r"|half|third|quarter|[a-z]+(?:teen|ty))\b"
)


def trimmed(claim: str) -> str:
    """A claim without its asides, as far as these hold no number.

    >>> trimmed("The dam, which the king opened, is 40 metres high.")
    'The dam is 40 metres high.'
    >>> trimmed("Because of a cold night, two men were found.")
    'Two men were found.'
    """
    for pattern, instead in ((_ASIDE, " "), (_CUE, "")):
        match = pattern.search(claim)
        if match and not _NUMBERS.search(match[0]):
            rest = f"{claim[: match.start()]}{instead}{claim[match.end() :]}".strip().replace(
                " .", "."
            )
            claim = f"{rest[:1].upper()}{rest[1:].rstrip('.')}."
    return claim


def retold(text: str) -> str:
    """A sentence with what it says in a rarer way told in the common one; others as they are.

    >>> retold("Every third household has no car.")
    'One in 3 households has no car.'
    >>> retold("Nobody was hurt."), retold("Turnout was 62 percent.")
    ('0 people were hurt.', '62 percent of voters voted.')
    >>> retold("Of the 410 registered voters, 205 voted.")
    'Of the 410 voters, 205 voted.'
    >>> retold("The firm had to pay a fine of $5 million.")
    'The firm was fined $5 million.'
    >>> retold("The jail, built for 300 men, holds 410.")
    'The jail, built for 300 men, holds 410 men.'
    """
    if text.startswith("Correction: "):
        text = f"{text[12:13].upper()}{text[13:]}"
    if "hough " in text[:12] and (match := _SUBORDINATE.match(text)):
        text = f"{match['clause'][0].upper()}{match['clause'][1:]}."
    for words, pattern, told in _WAYS:
        if any(word in text for word in words) and (match := pattern.search(text)):
            new = told(match)
            again = retold if pattern is _PUT else str
            return again(f"{text[: match.start()]}{new}{text[match.end() :]}")
    if text[-2:-1].isdigit() and (match := _ELLIPSIS.search(text)):
        return f"{text[: match.end('rest')]} {match['noun']}{match['end']}"
    return text


_YEAR_TO = re.compile(
    r"\b(?:(?:fiscal|financial|business) year|(?:twelve|12) months)(?: that)?"
    r" (?:ending|ended|ends|closed|to|through|until)(?: (?:at|on|in))?(?: the end of)?"
    r" (?=(?:\d{1,2} )?[A-Z][a-z]+ (?:\d{1,2}, )?\d{4})"
)
_DATES_FROM = re.compile(
    r"\b(?:dates?|dated) (?:back to|from)"
    r" (?=(?:the )?(?:(?:[a-z]+|\d{1,2}[a-z]{2}) century|\d{4}|[A-Z][a-z]+ \d{4}))"
)
_FOR_EVERY = re.compile(
    r"\b(?:one|a single|1) (?P<what>[a-z]+) (?:for|to|per) every"
    r" (?P<many>[\d.,]*\d|[a-z]+) (?P<whom>[a-z]+s|people)\b"
)
_POINTS = re.compile(
    r"(?P<said>\b(?i:share|rate|support|approval|turnout|majority)\b[^,;:#]{0,60}?"
    r"\bby (?:[a-z]+ )?(?!percentage\b)[\w.]+)"
    r" points?\b(?! of)"
)


_LAST_OF = re.compile(
    r"\b[Tt]he last (?:of the )?(?P<who>(?:[A-Z]\w+ )?(?:troops|soldiers|forces|units)) (?:to leave )?"
    r"(?:withdrew from|pulled out of|left)\b"
)
"""Who leaves last ends the leaving."""
_BELOW = re.compile(
    r"^(?P<what>[^,;:\d]{3,60}?) in (?P<year>\d{4}) (?:was|were)"
    r" (?P<many>(?:[a-z]+ )?[\d.]+ ?(?:%|per ?cent))"
    r" (?P<way>below|above|lower than|higher than|less than|more than|down on|up on)"
    r" (?:the |its |their )?(?:levels? (?:of|in) |those of |that of |in )?(?P<then>\d{4})"
    r"(?: levels?)?(?=\.?$)"
)


_LACKS = re.compile(r"\black(?P<s>s|ed)? (?=(?:access to |an? )?(?!of\b)[a-z])")
_AGE_OF = re.compile(r"\b(?P<way>before|under|over|by) the age of (?=\d)")
_A_DAY = re.compile(r"\b(?P<way>[Ii]n|[Ww]ithin) (?:24|twenty-four) hours\b")
_WENT_TO = re.compile(
    r"^(?P<many>(?:[A-Z]?[a-z]+ )?[\d.]+ ?(?:%|per ?cent) of the votes?)"
    r" went to (?P<who>[^,;:\d]{3,40}?)(?=\.?$)"
)
_MEDALS = re.compile(r"(?<=\w )(gold|silver|bronze)s\b")
_PRICES = re.compile(
    r"^(?:Annual )?[Cc]onsumer prices (?:rose|increased|climbed|were up)(?: by)?"
    r" (?P<many>(?:[a-z]+ )?[\d.]+ ?(?:%|per ?cent))"
    r" (?:in the (?:year|12 months|twelve months) to|year on year in|from a year earlier in) "
)
_SHARE_OF_MARKET = re.compile(
    r"\b(?:has|have|had|holds?|held) a market share of (?P<many>(?:[a-z]+ )?[\d.]+ ?(?:%|per ?cent))"
)
_LATE = re.compile(
    r"\b(?:arrived|left|departed|came in) (?:with a delay of (?P<a>[^,;:.]{3,30}?)(?= (?:in|at|on)\b|[,.;]|$)"
    r"|(?P<b>(?:\d+|[a-z]+) (?:minutes|hours|days) late))"
)


_HAVE = {"": "have", "s": "has", "ed": "had"}


def _below(match: re.Match[str]) -> str:
    """'Emissions fell by 41 percent between 1990 and 2020' of "Emissions in 2020 were 41 percent below …"."""
    down = match["way"] in {"below", "lower than", "less than", "down on"}
    way = "fell" if down else "rose"
    return f"{match['what']} {way} by {match['many']} between {match['then']} and {match['year']}"


def _put(match: re.Match[str]) -> str:
    """'Turnout was 71 percent, the office said.' of "The office puts turnout at 71 percent."."""
    what, who = match["what"], match["who"]
    who = f"{who[0].lower()}{who[1:]}"
    return f"{what[0].upper()}{what[1:]} was {match['rest'].rstrip('.')}, {who} said."


def _births(match: re.Match[str]) -> str:
    return f"{'There' if match.start() == 0 else 'there'} were {match['many']} births"


def _turnout(match: re.Match[str]) -> str:
    return f"{match['share']} of voters voted {match['at'] or ''}".rstrip()


def _nobody(match: re.Match[str]) -> str:
    return f"{match['front'] or ''}0 people {'were' if match['was'] else ''}"


def _share(match: re.Match[str]) -> str:
    """'One in 3 households' of "Every third household"."""
    one = "One" if match["every"][0] == "E" else "one"
    one_of = match["what"]
    what = f"{one_of}{'es' if one_of.endswith(('s', 'x', 'ch', 'sh')) else 's'}"
    what = f"{one_of[:-1]}ies" if one_of.endswith("y") else what
    return f"{one} in {_IN[match['which']]} {'children' if what == 'childs' else what}"


_WAYS: tuple[tuple[tuple[str, ...], re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (("very ",), _EVERY, _share),
    ((" puts ", " put "), _PUT, _put),
    (("urnout",), _TURNOUT, _turnout),
    (
        (" voters", " eligible", " registered", " entitled", " electorate"),
        _ELECTORATE,
        lambda m: f"{m['of']}voters{m['where'] or ''}",
    ),
    ((" fine", " penalty"), _FINED, lambda _: "was fined"),
    ((" received ", " hosted "), _RECEIVED, lambda _: "was visited by"),
    ((" born",), _BORN, _births),
    ((" year ", " months "), _YEAR_TO, lambda _: "year to "),
    ((" every ",), _FOR_EVERY, lambda m: f"{m['many']} {m['whom']} per {m['what']}"),
    ((" lack",), _LACKS, lambda m: f"{_HAVE[m['s'] or '']} no "),
    ((" age of ",), _AGE_OF, lambda m: f"{m['way']} "),
    ((" hours",), _A_DAY, lambda m: f"{m['way']} a day"),
    ((" went to ",), _WENT_TO, lambda m: f"{m['who'][0].upper()}{m['who'][1:]} got {m['many']}"),
    ((" golds", " silvers"), _MEDALS, lambda m: f"{m[1]} medals"),
    (("onsumer prices ",), _PRICES, lambda m: f"Inflation was {m['many']} in "),
    ((" market share of ",), _SHARE_OF_MARKET, lambda m: f"holds {m['many']} of the market"),
    ((" delay of ", " late"), _LATE, lambda m: f"was {m['b'] or m['a'] + ' late'}"),
    (("he last ",), _LAST_OF, lambda m: f"{m['who'][0].upper()}{m['who'][1:]} left"),
    ((" below ", " above ", " lower ", " higher ", " down on ", " up on "), _BELOW, _below),
    ((" date",), _DATES_FROM, lambda _: "was built in "),
    ((" point",), _POINTS, lambda m: f"{m['said']} percentage points"),
    (("obody ", "o one ", "o-one ", "None ", "none "), _NOBODY, _nobody),
)
"""Words by which a rarer way is seen, its pattern and how it is told in the common one."""


_MAXIMUM = re.compile(
    r"\bof up to (?=\d[\d,.]* ?[^\s,;:]+(?: (?:an?|per) hour)?(?: [A-Z]\w+)?"
    r" (?:was|were) (?:recorded|measured|registered))"
)


def maximum(sentence: str) -> Iterator[str]:
    """What was measured at most, as what was measured.

    >>> list(maximum("Winds of up to 93 mph were recorded."))
    ['Winds of 93 mph were recorded.']
    """
    if " up to " in sentence and (match := _MAXIMUM.search(sentence)):
        yield f"{sentence[: match.start()]}of {sentence[match.end() :]}"
