"""Money whose sign or name several countries use: the text tells whose it is, if it names one of them.

Rupees, shillings, francs and cents have a country that is meant where none is named; pesos, kroner,
dinars and the like have none.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claims.model.claim import Quantity

_RUPEES = {
    "PKR": r"Pakistan\w*|Islamabad|Karachi|Lahore|Rawalpindi|Peshawar|Sindh\w*|Balochistan",
    "LKR": r"Sri Lankan?s?|Colombo|Kandy|Jaffna|Galle",
    "NPR": r"Nepal\w*|Kathmandu|Pokhara",
    "MUR": r"Mauriti\w+|Port Louis",
    "SCR": r"Seychell\w+",
    "INR": r"Indian?s?|Delhi|Mumbai|Kolkata|Chennai|Bengaluru|Hyderabad",
}
_SHILLINGS = {
    "UGX": r"Ugandan?s?|Kampala|Entebbe",
    "TZS": r"Tanzanian?s?|Dar es Salaam|Dodoma|Zanzibar",
    "KES": r"Kenyan?s?|Nairobi|Mombasa|Kisumu",
}
_FRANCS = {
    "XOF": r"Senegal\w*|Dakar|Mali(?:ans?)?|Bamako|Burkina \w+|Ouagadougou|Ivory Coast|Ivorian"
    r"|C[oô]te d[’']Ivoire|Abidjan|Niger|Niamey|Benin|Cotonou|Togo(?:lese)?|Lom[eé]",
    "XAF": r"Cameroon\w*|Yaound[eé]|Douala|Chad(?:ian)?|N[’']Djamena|Gabon\w*|Libreville|Brazzaville",
    "CDF": r"Kinshasa|Goma|Lubumbashi",
    "RWF": r"Rwandan?s?|Kigali",
    "BIF": r"Burundi\w*|Bujumbura",
    "GNF": r"Guinean?s?|Conakry",
    "CHF": r"Swiss|Switzerland|Zurich|Geneva|Basel|Bern",
}
_CENTS = {
    "EUR": r"[Ee]uros?|€",
    "ZAR": r"[Rr]ands?|South Africans?",
    "AUD": r"A\$|AUD|Australian?s?|Sydney|Melbourne",
    "CAD": r"C\$|CAD|Canad(?:a|ians?)|Toronto|Ontario",
    "NZD": r"NZ\$|NZD|New Zealand(?:ers?)?",
    "USD": r"US\$|USD|(?<![A-Za-z])\$|U\.S\.|US|Americans?|(?<!an )(?<!Zealand )dollars?",
}
_IN_CENTS = re.compile(r"\bcents?\b")
_BEHIND = 6  # characters
_PESOS = {
    "MXN": r"Mexic\w+",
    "ARS": r"Argentin\w+|Buenos Aires",
    "PHP": r"Philippin\w+|Filipin\w+|Manila|Cebu|Davao|Luzon|Mindanao",
    "COP": r"Colombian?s?|Bogot[aá]|Medell[ií]n",
    "CLP": r"Chilean?s?|Chile|Santiago",
    "DOP": r"Dominican Republic|Dominicans?|Santo Domingo",
    "UYU": r"Uruguay\w*|Montevideo",
}
_CROWNS = {
    "NOK": r"Norw\w+|Oslo|Bergen",
    "DKK": r"Danish|Danes?|Denmark|Copenhagen|Aarhus",
    "SEK": r"Swed\w+|Stockholm|Gothenburg",
    "ISK": r"Iceland\w*|Reykjav[ií]k",
}
_DINARS = {
    "IQD": r"Iraqi?s?|Baghdad|Basra",
    "KWD": r"Kuwaiti?s?",
    "JOD": r"Jordan(?:ians?)?|Amman",
    "RSD": r"Serb\w+|Belgrade",
    "TND": r"Tunis\w*",
    "DZD": r"Algeri\w+|Algiers",
    "LYD": r"Libyan?s?|Tripoli|Benghazi",
    "BHD": r"Bahrain\w*|Manama",
}
_DIRHAMS = {
    "AED": r"UAE|Emirat\w+|Dubai|Abu Dhabi|Sharjah",
    "MAD": r"Morocc\w+|Rabat|Casablanca",
}
_RIALS = {
    "SAR": r"Saudis?|Riyadh|Jeddah",
    "QAR": r"Qatari?s?|Doha",
    "IRR": r"Iran(?:ians?)?|Tehran",
    "YER": r"Yemeni?s?|Sana[’']?a|Aden",
    "OMR": r"Omani?s?|Muscat",
}
_LEI = {"RON": r"Romanian?s?|Bucharest", "MDL": r"Moldovan?s?|Chi[sș]in[aă]u"}
_LEVA = {"BGN": r"Bulgarian?s?|Sofia"}


def _lands(codes: dict[str, str]) -> dict[str, re.Pattern[str]]:
    return {
        code: re.compile(rf"(?<!\w)(?:{names})(?:(?<=[$€])|(?!\w))")
        for code, names in codes.items()
    }


_WITH_DEFAULT = {
    **dict.fromkeys(("rs", "rs.", "rupee", "rupees"), _lands(_RUPEES)),
    "sh": _lands(_SHILLINGS),
    "p": _lands({"PHP": _PESOS["PHP"], "BWP": r"Botswana|Batswana|Motswana|Gaborone|[Pp]ula"}),
    **dict.fromkeys(("franc", "francs"), _lands(_FRANCS)),
    **dict.fromkeys(("cent", "cents"), _lands(_CENTS)),
}
"""Signs and names of several countries, of which the largest is meant where the text names none."""

_WITHOUT = {
    "peso": _lands(_PESOS),
    "kroner": _lands(_CROWNS),
    "krone": _lands(_CROWNS),
    "krona": _lands(_CROWNS),
    "crown": _lands(_CROWNS | {"CZK": r"Czechs?|Czechia|Prague|Brno|Ostrava"}),
    "kr": _lands(_CROWNS),
    "shilling": _lands(_SHILLINGS),
    "dinar": _lands(_DINARS),
    "dirham": _lands(_DIRHAMS),
    "rial": _lands(_RIALS),
    "riyal": _lands(_RIALS),
    "lei": _lands(_LEI),
    "leu": _lands(_LEI),
    "leva": _lands(_LEVA),
    "lev": _lands(_LEVA),
}
_RAND = re.compile(
    r"\b(?:South Africans?|Johannesburg|Pretoria|Cape Town|Durban|Gauteng|[Rr]ands?\b"
    r"|R\d+(?:[.,]\d|\s?(?:million|billion|m|bn)\b))"
)
_NAME_AFTER = re.compile(rf"(?:[ -](?:of )?|(?=kr\b))(?P<name>{'|'.join(_WITHOUT)})s?\b")


def is_money_name(after: str) -> bool:
    """Whether `after` begins with a name of money that several countries have.

    >>> is_money_name(" kroner on guards"), is_money_name(" kicks")
    (True, False)
    """
    return _NAME_AFTER.match(after) is not None


@lru_cache(maxsize=64)  # a text may have many sums
def money_of(mark: str, code: str, text: str) -> str | None:
    """The currency of a sign or name, where `text` tells whose; None where it tells of two countries.

    >>> money_of("Rs", "INR", "Islamabad will pay Rs 5"), money_of("Rs", "INR", "India and Nepal")
    ('PKR', None)
    >>> money_of("₹", "INR", "Nepal"), money_of("Rs", "INR", "a toll of Rs 5")
    ('INR', 'INR')
    """
    lands = _WITH_DEFAULT.get(mark.strip(" -\u00a0\u202f").lower().removeprefix("of "))
    if lands is None:
        return code
    named = _named(lands, text)
    default = None if mark == "P" else code
    return default if not named else named[0] if len(named) == 1 else None


@lru_cache(maxsize=64)
def of_rand(text: str) -> bool:
    """Whether a text tells of South Africa or its money.

    >>> of_rand("the R350 grant in Durban"), of_rand("the R417 junction")
    (True, False)
    """
    return _RAND.search(text) is not None


def _lands_of(unit: str | None) -> dict[str, re.Pattern[str]]:
    return _WITHOUT.get((unit or "").removesuffix("s"), _WITHOUT.get(unit or "", {}))


def is_shared(unit: str | None) -> bool:
    """Whether a unit is the name of money that several countries have.

    >>> is_shared("crowns"), is_shared("USD"), is_shared(None)
    (True, False, False)
    """
    return bool(_lands_of(unit))


def by_sums_told(quantities: tuple[Quantity, ...], text: str) -> tuple[Quantity, ...]:
    """Sums in crowns, pesos or cents of an article by the only such currency told of before or after.

    >>> from claims.extract.quantities.mentions import quantities
    >>> text = "Norway paid 20 crowns; 30 crowns"
    >>> [q.unit for q in by_sums_told((*quantities(text[:22]), *quantities(text[23:])), text)]
    ['NOK', 'NOK']
    """
    codes = {q.unit for q in quantities}
    cents = {q.start for q in quantities if _IN_CENTS.search(text, q.start, q.end + _BEHIND)}
    sums = {q.unit for q in quantities if q.start not in cents} & _CENTS.keys()
    foreign = sums and not re.search(_CENTS["USD"], text)
    found = []
    for one in quantities:
        told = codes & _lands_of(one.unit).keys()
        if foreign and one.start in cents and one.unit == "USD":
            told = sums.copy()  # "640 million euros", and "12 cents" in another sentence
        found.append(replace(one, unit=told.pop()) if len(told) == 1 else one)
    return tuple(found)


def shared_money_after(after: str, text: str) -> tuple[str, int] | None:
    """The currency of a name without a country that begins `after`, and how many characters it takes.

    >>> shared_money_after(" pesos a day", "Mexico pays 20 pesos a day")
    ('MXN', 6)
    >>> shared_money_after(" pesos a day", "They pay 20 pesos a day") is None
    True
    """
    match = _NAME_AFTER.match(after)
    named = _named(_WITHOUT[match["name"]], text) if match else []
    return (named[0], match.end()) if match and len(named) == 1 else None


def _named(lands: dict[str, re.Pattern[str]], text: str) -> list[str]:
    return [code for code, names in lands.items() if names.search(text)]
