"""Signs, codes and names of money around a number to ISO 4217.

A name that several countries use (pesos, kroner, dinars) stands for money only with the country's
adjective; alone it stays a noun, since a guess would be a false currency.
"""

from __future__ import annotations

import re

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
    "rs": "INR",
    "rs.": "INR",
    "rm": "MYR",
    "rp": "IDR",
    "r": "ZAR",
    "ksh": "KES",
    "rmb": "CNY",
    "zł": "PLN",
}
CODES = frozenset(
    """AED ARS AUD BDT BGN BHD BRL CAD CHF CLP CNY COP CZK DKK EGP EUR GBP HKD HUF IDR ILS INR IQD
    IRR ISK JOD JPY KES KRW KWD KZT LBP LKR MAD MXN MYR NGN NOK NPR NZD OMR PEN PHP PKR PLN QAR RON
    RSD RUB SAR SEK SGD SYP THB TND TRY TWD UAH USD UYU VEF VND XAF XOF ZAR""".split()
)
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
}
"""Singular names; a plural "s" is taken off before the look-up."""

NATIONAL = {
    "us dollar": "USD",
    "u.s. dollar": "USD",
    "american dollar": "USD",
    "canadian dollar": "CAD",
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
HUNDREDTHS = {"cent": "USD", "us cent": "USD", "euro cent": "EUR", "pence": "GBP", "penny": "GBP"}
"""Small coins: the value is told in the whole currency, so that 50 cents is 0.5 USD."""

_BEFORE = re.compile(
    r"(?<![A-Za-z$])(?:(?:US|U\.S\.) ?\$|(?:AUS?|A|CAN?|CDN|C|NZ|HK|NT|S|R|MX)\$|\$|(?:CN)?¥|[€£₹₽₩₺₪₦₱฿₫₴₸]"
    r"|Rs\.?|RM|Rp|R|KSh|RMB|zł|" + "|".join(sorted(CODES)) + r")[ \u00a0\u202f]?$"
)
_SIGN_ENDS = frozenset(sign[-1] for sign in SIGNS)
_AFTER = re.compile(
    r"(?:[ \u00a0\u202f-]|(?=[€£$]))(?:(?P<code>" + "|".join(sorted(CODES)) + r")\b|(?P<sign>[€£₽₴]|zł\b)"
    r"|(?:of )?(?P<name>(?i:"
    + "|".join(sorted([*NATIONAL, *NAMES, *HUNDREDTHS], key=len, reverse=True))
    + r"))s?\b)|(?P<pence>p)\b(?!\.m)"
)  # fmt: skip
_WEIGHED = re.compile(
    r"[ -]pounds?(?: of (?!debt|aid|fund|invest|cash|damage|money|tax|public|spending|loan|saving)"
    r"| (?:per square|in weight|heavier|lighter|overweight|lost)\b)",
    re.IGNORECASE,
)
_WEIGHING = re.compile(r"\b(?:weigh\w*|lost|gained|lift\w*|shed) (?:[a-z]+ ){0,3}$", re.IGNORECASE)
_PEOPLE_WON = re.compile(r"[ -]won (?!in\b|to\b|\()", re.IGNORECASE)


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
