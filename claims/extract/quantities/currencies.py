"""Signs, codes and names of money around a number to ISO 4217.

A name that several countries use (pesos, kroner, dinars) stands for money only with the country's
adjective or where the text names one of them (`shared_money`); alone it stays a noun, since a guess
would be a false currency.
"""

from __future__ import annotations

import re

from claims.extract.quantities.shared_money import money_of, of_rand

SIGNS = {
    "us$": "USD",
    "u.s.$": "USD",
    "u.s. $": "USD",
    "us $": "USD",
    "a$": "AUD",
    "au$": "AUD",
    "aus$": "AUD",
    "c$": "CAD",
    "ca$": "CAD",
    "can$": "CAD",
    "cdn$": "CAD",
    "nz$": "NZD",
    "hk$": "HKD",
    "nt$": "TWD",
    "s$": "SGD",
    "r$": "BRL",
    "mx$": "MXN",
    "j$": "JMD",
    "tt$": "TTD",
    "ec$": "XCD",
    "n$": "NAD",
    "fj$": "FJD",
    "rd$": "DOP",
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "cn¥": "CNY",
    "¥": "JPY",
    "₹": "INR",
    "₽": "RUB",
    "₩": "KRW",
    "₺": "TRY",
    "₪": "ILS",
    "₦": "NGN",
    "₱": "PHP",
    "฿": "THB",
    "₫": "VND",
    "₴": "UAH",
    "₸": "KZT",
    "gh₵": "GHS",
    "gh¢": "GHS",
    "₵": "GHS",
    "৳": "BDT",
    "n": "NGN",
    "tk": "BDT",
    "tk.": "BDT",
    "rs": "INR",
    "rs.": "INR",
    "rm": "MYR",
    "rp": "IDR",
    "r": "ZAR",
    "p": "PHP",
    "ksh": "KES",
    "kshs": "KES",
    "sh": "KES",
    "ush": "UGX",
    "tsh": "TZS",
    "rmb": "CNY",
    "zł": "PLN",
    "sfr": "CHF",
    "sfr.": "CHF",
}
CODES = frozenset(
    """AED AFN AOA ARS AUD AZN BDT BGN BHD BIF BND BOB BRL BTN BWP BYN CAD CDF CHF CLP CNY
    COP CRC CZK DJF DKK DOP DZD EGP ETB EUR FJD GBP GEL GHS GMD GNF GTQ GYD HKD HNL HTG HUF
    IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KZT LAK LBP LKR LRD LSL
    LYD MAD MDL MGA MKD MMK MNT MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB
    PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SEK SGD SLL SRD SYP SZL THB
    TJS TND TRY TTD TWD TZS UAH UGX USD UYU UZS VEF VES VND XAF XCD XOF XPF YER ZAR ZMW""".split()
)
"""Codes that no capital word looks like: neither ALL, CUP nor TOP, nor SDG for a goal of the UN."""

NAMES = {
    "dollar": "USD",
    "buck": "USD",
    "euro": "EUR",
    "pound sterling": "GBP",
    "pounds sterling": "GBP",
    "pound": "GBP",
    "quid": "GBP",
    "yen": "JPY",
    "yuan": "CNY",
    "renminbi": "CNY",
    "rupee": "INR",
    "rouble": "RUB",
    "ruble": "RUB",
    "złoty": "PLN",
    "złotych": "PLN",
    "zloty": "PLN",
    "zlotych": "PLN",
    "kronor": "SEK",
    "won": "KRW",
    "franc": "CHF",
    "rand": "ZAR",
    "naira": "NGN",
    "lira": "TRY",
    "shekel": "ILS",
    "hryvnia": "UAH",
    "hryvnias": "UAH",
    "ringgit": "MYR",
    "baht": "THB",
    "rupiah": "IDR",
    "dong": "VND",
    "taka": "BDT",
    "forint": "HUF",
    "koruna": "CZK",
    "reais": "BRL",
    "tenge": "KZT",
    "cedi": "GHS",
    "birr": "ETB",
    "pula": "BWP",
    "lari": "GEL",
    "manat": "AZN",
    "riel": "KHR",
    "kyat": "MMK",
    "rufiyaa": "MVR",
    "quetzal": "GTQ",
    "gourde": "HTG",
    "dalasi": "GMD",
    "metical": "MZN",
}
"""Singular names; a plural "s" is taken off before the look-up."""

NATIONAL = {
    "us dollar": "USD",
    "u.s. dollar": "USD",
    "american dollar": "USD",
    "canadian dollar": "CAD",
    "east caribbean dollar": "XCD",
    "jamaican dollar": "JMD",
    "bahamian dollar": "BSD",
    "fijian dollar": "FJD",
    "namibian dollar": "NAD",
    "zimbabwean dollar": "ZWL",
    "australian dollar": "AUD",
    "new zealand dollar": "NZD",
    "hong kong dollar": "HKD",
    "singapore dollar": "SGD",
    "taiwan dollar": "TWD",
    "british pound": "GBP",
    "egyptian pound": "EGP",
    "syrian pound": "SYP",
    "lebanese pound": "LBP",
    "swiss franc": "CHF",
    "cfa franc": "XOF",
    "indian rupee": "INR",
    "pakistani rupee": "PKR",
    "sri lankan rupee": "LKR",
    "nepalese rupee": "NPR",
    "russian rouble": "RUB",
    "russian ruble": "RUB",
    "mexican peso": "MXN",
    "argentine peso": "ARS",
    "chilean peso": "CLP",
    "colombian peso": "COP",
    "philippine peso": "PHP",
    "swedish kronor": "SEK",
    "swedish krona": "SEK",
    "norwegian kroner": "NOK",
    "norwegian krone": "NOK",
    "danish kroner": "DKK",
    "danish krone": "DKK",
    "swedish crown": "SEK",
    "norwegian crown": "NOK",
    "danish crown": "DKK",
    "icelandic crown": "ISK",
    "icelandic krona": "ISK",
    "icelandic krónur": "ISK",
    "czech koruna": "CZK",
    "czech crown": "CZK",
    "turkish lira": "TRY",
    "japanese yen": "JPY",
    "chinese yuan": "CNY",
    "south korean won": "KRW",
    "south african rand": "ZAR",
    "iranian rial": "IRR",
    "saudi riyal": "SAR",
    "qatari riyal": "QAR",
    "uae dirham": "AED",
    "moroccan dirham": "MAD",
    "iraqi dinar": "IQD",
    "kuwaiti dinar": "KWD",
    "serbian dinar": "RSD",
    "romanian leu": "RON",
    "romanian lei": "RON",
    "bulgarian lev": "BGN",
    "bulgarian leva": "BGN",
}
HUNDREDTHS = {
    "cent": "USD",
    "us cent": "USD",
    "euro cent": "EUR",
    "pence": "GBP",
    "penny": "GBP",
    "paise": "INR",
    "paisa": "INR",
    "kopeck": "RUB",
    "kobo": "NGN",
    "pesewa": "GHS",
}
"""Small coins: the value is told in the whole currency, so that 50 cents is 0.5 USD."""

_BEFORE = re.compile(
    r"(?<![A-Za-z$])(?:(?:US|U\.S\.) ?\$|(?:AUS?|A|CAN?|CDN|C|NZ|HK|NT|S|R|MX|J|TT|EC|N|FJ|RD)\$|\$|(?:CN)?¥"
    r"|[€£₹₽₩₺₪₦₱฿₫₴₸৳]|GH[₵¢]|₵|Rs\.?|Tk\.?|RM|Rp|S[Ff]r\.?|R|N|P|(?:K|U|T)?[Ss]h|Kshs|RMB|zł|"
    + "|".join(sorted(CODES))
    + r")[ \u00a0\u202f]?$"
)
_CANADIAN = re.compile(
    r"[ -](?P<whose>US|American|Canadian|Australian|New Zealand|Hong Kong|Singapore)\b"
    r"(?=\s?[.,;:)]|$| (?:in|on|for|to|at|by|per|each|from|was|were|is|are|a|an)\b)"
)
_SCARCE = frozenset(["n", "p", "sh", "cop"])
"""What is a currency only before a great sum: N95 is a mask, COP26 a conference."""

ANY_SIGN = (
    r"(?:US|AU?|CA?|NZ|HK)?[$€£¥₹] ?|(?:Rs|Tk)\.? ?|[Kk]?[Ss]h ?|(?:RM|Rp|[RNP])(?=\d|$)"
    rf"|(?:{'|'.join(sorted(CODES))}) ?"
)
"""The commonest signs and all codes, as a pattern for what stands between words and a sum."""

_LED = 4
_ROAD = re.compile(
    r"\s(?:junction|road|highway|route|bypass|interchange|roundabout|near|between|outside"
    r"|(?:north|south|east|west)(?:bound)?)\b"
)
_LONGEST_SIGN = 12
"""Characters that hold any sign with its space and what may not stand before it."""

_SIGN_ENDS = frozenset(sign[-1] for sign in SIGNS)
_AFTER = re.compile(
    r"(?:[ \u00a0\u202f-]|(?=[€£$]))(?:(?P<code>" + "|".join(sorted(CODES)) + r")\b|(?P<sign>[€£₽₴]|zł\b)"
    r"|(?:of )?(?P<name>(?i:"
    + "|".join(sorted([*NATIONAL, *NAMES, *HUNDREDTHS], key=len, reverse=True))
    + r"))s?\b)|(?P<pence>p)\b(?!\.m)"
)  # fmt: skip
_WEIGHED = re.compile(
    r"[ -]pounds?(?: of (?!debt|aid|fund|invest|cash|damage|money|tax|public|spending|loan|saving)"
    r"| (?:per square|in weight|heavier|lighter|overweight|lost)\b)"
    r"|-pound (?:[a-z]+ )?(?:bomb|warhead|shell|missile|munition|explosive|boulder|stone|bear|man|woman"
    r"|weight)s?\b",
    re.IGNORECASE,
)
_WEIGHING = re.compile(r"\b(?:weigh\w*|lost|gained|lift\w*|shed) (?:[a-z]+ ){0,3}$", re.IGNORECASE)
_PEOPLE_WON = re.compile(r"[ -]won (?!in\b|to\b|\()", re.IGNORECASE)


def is_great_sum(mark: str, raw: str) -> bool:
    """Whether the number `raw` is great enough for its sign: "N150 billion", but no "N95".

    >>> is_great_sum("N", "150 billion"), is_great_sum("N", "95"), is_great_sum("$", "95")
    (True, False, True)
    """
    if mark.strip().lower() not in _SCARCE:
        return True
    return "," in raw or raw[-1:].isalpha()


def sign_at(text: str, start: int, end: int) -> tuple[str | None, int] | None:
    """The currency whose sign ends where the number at `[start, end)` begins, and the sign's length.

    It is None where the sign is that of several countries and the text tells of two.

    >>> sign_at("N150bn", 1, 6), sign_at("N95", 1, 3), sign_at("Nepal has Rs 5", 13, 14)
    (('NGN', 1), None, ('NPR', 3))
    """
    sign = sign_before(text[max(0, start - _LONGEST_SIGN) : start])
    if sign is None:
        return None
    mark, raw = text[start - sign[1] : start], text[start:end]
    if not is_great_sum(mark, raw) or (mark == "R" and _is_road(text, start, raw)):
        return None
    code = money_of(mark, sign[0], text)
    return None if code is None and mark == "P" else (code, sign[1])


def _is_road(text: str, start: int, raw: str) -> bool:
    """Whether "the R417" is a road: "the R417 near Athy", where nothing else is of South Africa."""
    led = text[: start - 1][-_LED:].lower() == "the "
    road = led and raw.isdigit() and _ROAD.match(text, start + len(raw))
    return bool(road) and not of_rand(text)


def whose_dollar(after: str) -> tuple[str, int] | None:
    """The currency of "$5 million Canadian" by the word after, and how many characters that takes.

    >>> whose_dollar(" Canadian, he said"), whose_dollar(" Canadian contract")
    (('CAD', 9), None)
    """
    match = _CANADIAN.match(after)
    return (NATIONAL[f"{match['whose'].lower()} dollar"], match.end()) if match else None


def sign_before(before: str) -> tuple[str, int] | None:
    """The currency whose sign or code ends `before`, and how many characters that takes.

    >>> sign_before("a loan of US$"), sign_before("they gave SEK "), sign_before("Flight ")
    (('USD', 3), ('SEK', 4), None)
    """
    last = before.rstrip(" \u00a0\u202f")[-1:]
    if not (last.isupper() or last in _SIGN_ENDS):
        return None
    match = _BEFORE.search(before)
    if match is None:
        return None
    mark = match[0].strip(" \u00a0\u202f")
    code = mark if mark in CODES else SIGNS[mark.lower()]
    return code, len(match[0])


def money_after(before: str, after: str) -> tuple[str, int, float] | None:
    """The currency that begins `after`, how many characters it takes, and what a coin is worth.

    >>> money_after("fined ", " Canadian dollars."), money_after("", " cents")
    (('CAD', 17, 1.0), ('USD', 6, 0.01))
    >>> money_after("", " pounds of flour") is None
    True
    """
    match = _AFTER.match(after)
    if match is None or _WEIGHED.match(after) or _PEOPLE_WON.match(after):
        return None
    return _coin(match, before)


def _coin(match: re.Match[str], before: str) -> tuple[str, int, float] | None:
    if match["pence"]:
        return "GBP", match.end(), 0.01
    if match["code"] or match["sign"]:
        return match["code"] or SIGNS[match["sign"]], match.end(), 1.0
    name = match["name"].lower()
    if name in HUNDREDTHS:
        return HUNDREDTHS[name], match.end(), 0.01
    if name == "pound" and _WEIGHING.search(before):
        return None
    return NATIONAL.get(name) or NAMES[name], match.end(), 1.0
