"""Ways of telling prices, debts, stakes, wages and shares, each with the plain one for it.

A frame is the words by which it is seen, its pattern and what it is replaced by.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.evidence.quantity.frames_counts import MANY

if TYPE_CHECKING:
    from collections.abc import Callable

_SUM = r"(?:(?:about|around|some|nearly|almost|over|more than|less than|at least|just) )?[$€£]?\d[\d,.]*"
_MONEY = (
    r"(?:(?:(?:about|around|some|nearly|almost|over|more than|less than|at least|just) )?"
    r"(?:[$€£]\d[\d,.]*(?: ?(?:[mb]n|million|billion|trillion))?"
    r"|\d[\d,.]* (?:(?:million|billion|trillion) )?(?:dollars|euros|pounds|francs|crowns|yen|pesos|rupees"
    r"|cents|dinars|lira|roubles)))"
)
_PERCENT = (
    r"(?:(?:about|around|some|nearly|almost|over|more than|less than|just) )?"
    r"\d[\d.]* ?(?:%|percent|per cent)"
)
_PRICED = re.compile(
    r"\b(?P<deal>(?:bought|acquired|purchased|sold|taken over|buys|acquires|sells)\b[^,;:]{0,80}?)"
    rf" (?:at|for) an? (?:total |purchase )?(?:price|sum) of (?={_SUM}(?: ?(?:[mb]n|million|billion))?"
    r"(?: (?:dollars|euros|pounds|[a-z]+s))?(?:[.,;]|$| in\b))"
)
_PAID_FOR = re.compile(
    rf"\b(?P<had>(?:has|have|had) )?(?<!be )(?<!is )(?<!are )(?<!was )(?<!were )(?<!been )(?<!got )paid"
    rf" (?P<sum>{_SUM} ?(?:(?:[mb]n|million|billion)\b)?"
    r"(?: (?:dollars|euros|pounds|francs|crowns|yen))?)"
    r" (?:for|to (?:buy|acquire|purchase)) (?P<what>(?:[A-Z][\w&’'-]+ ){0,3}[A-Z][\w&’'-]+)"
    r"(?=(?: (?:in|on|last) [^,;:]{1,40})?\W*$)"
)
_ORDERED_TO_PAY = re.compile(
    r"\b(?P<was>was|were) ordered by (?P<who>(?:the|an?) [a-z -]{3,40}?) to pay an? (?:fine|penalty) of\b"
)
_STAKE = re.compile(
    r"(?P<who>\b[A-Z][\w’'-]*?)[’'](?:s )?(?: )?(?:stake|holding|shareholding) in (?P<what>[^,;:\d]{2,40}?)"
    r" (?:is|stands at|amounts to|(?P<then>was|stood at|amounted to|came to|reached))"
    r" (?P<many>(?:[a-z]+ ){0,2}[\d.]+ ?(?:%|percent|per cent))"
)
_HOLDS = re.compile(
    rf"\b(?:has|holds|owns) an? (?:(?:stake|holding|shareholding|interest|share) of (?P<many>{_PERCENT})"
    rf"|(?P<many2>{_PERCENT}) (?:stake|holding|shareholding|interest)) in (?=(?:the )?\w)"
    rf"|\b(?:holds|has) (?P<many3>{_PERCENT}) of (?=(?:[A-Z]|the (?:firm|company|bank|airline|club|shares"
    rf"|capital)\b))"
)
_SALES = re.compile(
    rf"\b(?P<had>(?:had|posted|reported|recorded|made|achieved|generated|has)) (?:net )?sales of (?={_MONEY})"
    rf"|(?P<whose>[’']s?) (?:net )?sales (?P<when>(?:in|for) (?:fiscal )?\d{{4}} )?(?P<be>was|were|reached"
    rf"|came to|totalled"
    rf"|amounted to|stood at) (?={_MONEY})"
    rf"|\b(?P<of>[Nn]et sales of (?:the |[A-Z])[^,;:]{{2,40}}? (?:was|were|reached|came to|totalled"
    rf"|amounted to|stood at)) (?={_MONEY})"
)
_INVESTED = re.compile(rf"\bput (?P<sum>{_MONEY}) into\b")
_GREW_BY = re.compile(
    rf"\b(?P<e>[Ee])conomic growth in (?P<where>[A-Z]\w+) (?:was|reached|came to"
    rf"|stood at) (?P<many>{_PERCENT})"
    rf"|\b(?P<who>[A-Z]\w+) had economic growth of (?P<many2>{_PERCENT})"
)
_SHARES_LOST = re.compile(
    rf"(?P<what>\b(?:[Ss]hares?(?: (?:in|of) [A-Z]\w+)?|[Ss]tock|share price)) (?:(?P<down>lost|shed"
    rf"|gave up)|gained|added)"
    rf" (?P<many>{_PERCENT})"
)
_GROSSED = re.compile(
    rf"(?P<what>\b(?:[Ff]ilm|[Mm]ovie)\b[^,;:\d]{{0,30}}?) (?:took in|grossed|earned|made|brought in"
    rf"|pulled in)"
    rf" (?P<sum>{_MONEY})(?: at the box office)?"
)
_IMPOSED = re.compile(
    rf"\bimposed an? (?:(?:record|heavy|hefty|stiff|large) )?(?:fine|penalty) of (?P<sum>{_MONEY}) on"
    r" (?P<who>(?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*|the [a-z]+)\b"
)
_SOLD_TO = re.compile(
    r"\bwas sold to (?P<who>[A-Z][\w&’'-]*(?: [A-Z][\w&’'-]*)*)(?=(?: (?:for|in"
    r"|on)\b[^;:]*)?\W*$)(?!.*\bby\b)"
)
_EARNED_PROFIT = re.compile(
    r"\bearned (?=an? (?:net |gross |operating |pre-tax )?(?:profit|surplus)\b)"
)
_WORKS = (
    r"(?:[Bb]ridge|[Tt]unnel|[Ss]tadium|[Dd]am|[Ss]tation|[Mm]useum|[Hh]all|[Tt]ower|[Rr]oad|[Rr]ailway"
    r"|[Aa]irport"
    r"|[Hh]ospital|[Ss]chool|[Ll]ibrary|[Pp]ort|[Cc]anal|[Pp]lant|[Rr]eactor|[Pp]ipeline|[Aa]rena|[Tt]erminal"
    r"|[Mm]otorway|[Ll]ine|[Vv]iaduct|[Ll]ock|[Tt]heatre|[Pp]ool)"
)
_BUILT_FOR = re.compile(
    rf"(?P<what>\b{_WORKS}\b[^,;:\d]{{0,40}}?) was built (?:for"
    rf"|at a (?:total )?cost of) (?P<sum>{_MONEY})(?=\W*$)"
)
_BUILDING = re.compile(
    rf"\b(?P<b>[Bb]uilding|[Tt]he (?:construction|building) of) (?P<what>(?:the "
    rf"|[A-Z])[^,;:\d]{{0,40}}?\b{_WORKS}"
    r"\b[^,;:\d]{0,30}?) (?P<cost>costs?)\b"
    rf"|(?P<it>\b{_WORKS}\b[^,;:\d]{{0,40}}? cost {_MONEY}) to build(?=\W*$)"
)
_BUILDING_COST = re.compile(
    rf"\b(?:construction|building) (?=costs? (?:of|for) (?:the )?[^,;:\d]{{0,40}}?{_WORKS}\b)"
)
_BILL = re.compile(
    rf"\b(?P<t>[Tt])he (?:final |total )?bill for (?P<what>[^,;:\d]{{2,50}}?)"
    rf" (?:was|came to|amounted to|ran to|reached) (?={_MONEY})"
)
_UNITS = (
    "litre|liter|kilo|kilogram|tonne|ton|barrel|gallon|loaf|bottle|kilowatt-hour|megawatt-hour|square metre"
    "|ounce|pint"
)
_PRICE_OF = re.compile(
    rf"\b(?:(?P<t>[Tt])he price of )?(?P<a>[Aa]n?) (?P<unit>{_UNITS}) of (?P<what>[a-z]+(?: [a-z]+)?)"
    rf"(?P<where> in [A-Z]\w+)? (?P<cost>costs?|is|was) (?P<sum>{_MONEY})"
)
_EARN = re.compile(
    rf"\b(?P<be>are paid|were paid|make|made) (?P<sum>{_MONEY}) (?P<per>(?:a|an|per) (?:hour|day|week|month"
    rf"|year))\b"
)
_MONTHLY = re.compile(
    r"\b(?P<t>[Tt]he |[Tt]heir |[Ii]ts )?(?P<per>[Mm]onthly|[Aa]nnual|[Yy]early|[Ww]eekly|[Hh]ourly|[Dd]aily)"
    r" (?P<what>(?:wage|salary|pay|rent|fee|pension|income|allowance)\b[^,;:\d]{0,50}?)"
    rf" (?P<be>is|was|of) (?P<sum>{_MONEY})"
)
_PER = {"m": "month", "a": "year", "y": "year", "w": "week", "h": "hour", "d": "day"}
_IN_DEBT = re.compile(rf"\b(?P<be>is|was) (?P<sum>{_MONEY}) in debt\b")
_LOAN = re.compile(
    r"\b(?:gave|granted) (?P<who>(?:the )?[A-Za-z][\w’'-]*(?: [A-Z][\w’'-]*)*) an? (?:[a-z]+ )?loan of"
    rf" (?P<sum>{_MONEY})"
)
_GOT_LOAN = re.compile(
    rf"\b(?:got|received|obtained|secured|took out) an? loan of (?P<sum>{_MONEY}) from\b"
)
_BORROWED = re.compile(
    rf"^(?P<who>(?:The |A )?[A-Za-z’'-]+(?: [A-Za-z’'-]+){{0,2}}) borrowed (?P<sum>{_MONEY}) from"
    r" (?P<bank>(?:the |an? )?[A-Za-z’'-]+(?: [A-Z][\w’'-]*){0,2})(?=\W*$| (?:in|on|for)\b)"
)
_GIFTS = re.compile(rf"\breceived (?:donations|gifts|contributions) (?:of|worth) (?={_MONEY})")
_RAISED_BY = re.compile(rf"(?P<sum>{_MONEY}) (?P<be>was|were) raised (?=by (?:the |an? )?[A-Za-z])")
_SHARE_OF_VOTE = re.compile(
    r"(?P<who>\b(?:[Tt]he )?[A-Z][\w’'-]*?)[’'](?:s)? share of the votes? (?:was|stood at|came to|reached)"
    rf" (?P<many>{_PERCENT})"
)
_POLLED = re.compile(
    rf"\b(?:polled (?P<many>{_PERCENT})(?: of (?:the )?votes?(?: cast)?)?"
    rf"|(?:got|took|received|secured) (?P<many2>{_PERCENT}) of (?:the )?votes?(?: cast)?)"
    r"(?=[.,;]|$| (?:in|on|at)\b)"
    rf"|\b(?:polled|secured|took) (?P<votes>{MANY}) (?=votes\b)"
)


def _revenue(match: re.Match[str]) -> str:
    """'had revenue of' of "had sales of"."""
    if match["had"]:
        return f"{match['had']} revenue of "
    if match["of"]:
        return f"{'Revenue' if match['of'][0] == 'N' else 'revenue'}{match['of'][9:]} "
    return f"{match['whose']} revenue {match['when'] or ''}{match['be']} "


def _grew(match: re.Match[str]) -> str:
    """'The economy in Norland grew by 2 percent' of "Economic growth in Norland was 2 percent"."""
    if match["who"]:
        return f"{match['who']}’s economy grew by {match['many2']}"
    the = "The" if match["e"] == "E" else "the"
    return f"{the} economy of {match['where']} grew by {match['many']}"


def _moved(match: re.Match[str]) -> str:
    return f"{match['what']} {'fell' if match['down'] else 'rose'} by {match['many']}"


_OF_IT = re.compile(r"\b(?:in|of|on|to|for|by|from) (?:the )?(?:[A-Z][\w’'-]* ){0,3}(?:the )?$")
_OWNER_BEFORE = 60
"""Characters before a name in which stands what is said of it: "the fall in Labour's share"."""


def _of_a_name(match: re.Match[str], told: str) -> str:
    """A frame that begins with a name, told in the plain way, but where the name belongs to another noun."""
    before = match.string[max(0, match.start() - _OWNER_BEFORE) : match.start()]
    return match[0] if _OF_IT.search(before) else told


def _owns(match: re.Match[str]) -> str:
    owns = "owned" if match["then"] else "owns"
    return _of_a_name(match, f"{match['who']} {owns} {match['many']} of {match['what']}")


def _voted(match: re.Match[str]) -> str:
    """'Labour won 30 percent of the vote' of "Labour's share of the vote was 30 percent"."""
    return _of_a_name(match, f"{match['who']} won {match['many']} of the vote")


def _held(match: re.Match[str]) -> str:
    """'owns 32 percent of' of "holds a stake of 32 percent in"."""
    return f"owns {match['many'] or match['many2'] or match['many3']} of "


def _cost(match: re.Match[str]) -> str:
    """'the bridge cost' of "building the bridge cost", without "to build" behind it."""
    if match["it"]:
        return match["it"]
    what = match["what"]
    return f"{what[0].upper() if match['b'][0] in 'BT' else what[0]}{what[1:]} {match['cost']}"


def _unit_price(match: re.Match[str]) -> str:
    """'Milk costs 1.15 euros a litre' of "The price of a litre of milk is 1.15 euros"."""
    what = match["what"]
    what = f"{what[0].upper()}{what[1:]}" if match["t"] == "T" or match["a"][0] == "A" else what
    costs = {"is": "costs", "was": "cost"}.get(match["cost"], match["cost"])
    return f"{what}{match['where'] or ''} {costs} {match['sum']} a {match['unit']}"


def _by_month(match: re.Match[str]) -> str:
    """'The wage of nurses is 2,350 euros a month' of "The monthly wage of nurses is 2,350 euros"."""
    per = _PER[match["per"][0].lower()]
    what = match["what"]
    what = (
        what
        if match["t"]
        else f"{what[0].upper()}{what[1:]}"
        if match["per"][0].isupper()
        else what
    )
    return f"{match['t'] or ''}{what} {match['be']} {match['sum']} {'an' if per == 'hour' else 'a'} {per}"


def _earned(match: re.Match[str]) -> str:
    earned = "earned" if match["be"] in {"made", "were paid"} else "earn"
    return f"{earned} {match['sum']} {match['per']}"


def _lent(match: re.Match[str]) -> str:
    """'The bank lent the firm 30 euros' of "The firm borrowed 30 euros from the bank"."""
    who, bank = match["who"], match["bank"]
    who = f"{who[0].lower()}{who[1:]}" if who.startswith(("The ", "A ")) else who
    return f"{bank[0].upper()}{bank[1:]} lent {who} {match['sum']}"


def _won(match: re.Match[str]) -> str:
    """'won 24 percent of the vote' of "polled 24 percent"."""
    return (
        f"won {match['votes']} "
        if match["votes"]
        else f"won {match['many'] or match['many2']} of the vote"
    )


SUMS: tuple[tuple[tuple[str, ...], re.Pattern[str], Callable[[re.Match[str]], str] | str], ...] = (
    ((" price of", " sum of"), _PRICED, r"\g<deal> for "),
    (("paid ",), _PAID_FOR, lambda m: f"{m['had'] or ''}bought {m['what']} for {m['sum'].rstrip()}"),
    ((" ordered by",), _ORDERED_TO_PAY, r"\g<was> fined by \g<who>"),
    ((" stake in", " holding in", " shareholding in"), _STAKE, _owns),
    ((" holds ", " has a", " owns a"), _HOLDS, _held),
    ((" sales",), _SALES, _revenue),
    ((" into ",), _INVESTED, r"invested \g<sum> in"),
    (("conomic growth",), _GREW_BY, _grew),
    (("hares ", "hare ", "tock ", "price "), _SHARES_LOST, _moved),
    (("ilm ", "ovie "), _GROSSED, r"\g<what> grossed \g<sum>"),
    ((" imposed a",), _IMPOSED, r"fined \g<who> \g<sum>"),
    ((" was sold to ",), _SOLD_TO, r"was bought by \g<who>"),
    ((" earned a",), _EARNED_PROFIT, "made "),
    ((" built ",), _BUILT_FOR, r"\g<what> cost \g<sum>"),
    (("uilding ", "onstruction of", " to build"), _BUILDING, _cost),
    (("construction cost", "building cost"), _BUILDING_COST, ""),
    ((" bill for ",), _BILL, r"\g<t>he price of \g<what> was "),
    (tuple(f" {unit} of " for unit in _UNITS.split("|")), _PRICE_OF, _unit_price),
    ((" paid ", " make ", " made "), _EARN, _earned),
    (("onthly ", "nnual ", "early ", "eekly ", "ourly ", "aily "), _MONTHLY, _by_month),
    ((" in debt",), _IN_DEBT, lambda m: f"{'has' if m['be'] == 'is' else 'had'} debts of {m['sum']}"),
    ((" loan of",), _LOAN, r"lent \g<who> \g<sum>"),
    ((" loan of",), _GOT_LOAN, r"borrowed \g<sum> from"),
    ((" borrowed ",), _BORROWED, _lent),
    ((" donations ", " gifts ", " contributions "), _GIFTS, "raised "),
    ((" raised by",), _RAISED_BY, r"\g<sum> \g<be> collected "),
    ((" share of the vote",), _SHARE_OF_VOTE, _voted),
    ((" polled ", " of the vote", " of vote", " votes"), _POLLED, _won),
)  # fmt: skip
"""Frames of sums and shares."""
