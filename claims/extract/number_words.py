"""Number words, scale words, currencies and the words that bound a number: data for `quantities`."""

from __future__ import annotations

UNITS = {
    word: float(value)
    for value, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
        fifteen sixteen seventeen eighteen nineteen""".split()
    )
}
TENS = {
    word: 10.0 * value
    for value, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
}
SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "dozen": 12.0,
    "crore": 1e7,
    "lakh": 1e5,
    "k": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "bn": 1e9,
    "tn": 1e12,
}
PLURAL_SCALES = {
    "dozens": 24.0,
    "hundreds": 100.0,
    "thousands": 1e3,
    "millions": 1e6,
    "billions": 1e9,
    "tens of thousands": 1e4,
    "hundreds of thousands": 1e5,
    "tens of millions": 1e7,
    "hundreds of millions": 1e8,
}
FRACTIONS = {
    "half": 50.0,
    "a third": 33.33,
    "one third": 33.33,
    "one-third": 33.33,
    "two thirds": 66.67,
    "two-thirds": 66.67,
    "a quarter": 25.0,
    "one quarter": 25.0,
    "one-quarter": 25.0,
    "three quarters": 75.0,
    "three-quarters": 75.0,
    "a fifth": 20.0,
    "one-fifth": 20.0,
    "two-fifths": 40.0,
    "three-fifths": 60.0,
}
"""Fractions as percent."""

CURRENCIES = {
    "us$": "USD",
    "u.s.$": "USD",
    "a$": "AUD",
    "c$": "CAD",
    "ca$": "CAD",
    "nz$": "NZD",
    "hk$": "HKD",
    "s$": "SGD",
    "r$": "BRL",
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "₽": "RUB",
    "₩": "KRW",
    "rs": "INR",
    "rs.": "INR",
    "usd": "USD",
    "eur": "EUR",
    "gbp": "GBP",
    "sek": "SEK",
    "dollar": "USD",
    "dollars": "USD",
    "us dollars": "USD",
    "euro": "EUR",
    "euros": "EUR",
    "pounds": "GBP",
    "pounds sterling": "GBP",
    "yen": "JPY",
    "yuan": "CNY",
    "rupee": "INR",
    "rupees": "INR",
    "rouble": "RUB",
    "roubles": "RUB",
    "rubles": "RUB",
    "złoty": "PLN",
    "złotys": "PLN",
    "zloty": "PLN",
    "zlotys": "PLN",
    "kronor": "SEK",
    "won": "KRW",
    "francs": "CHF",
}
"""Signs before the number and words after it, to ISO 4217."""

BEFORE = {
    "more than": ">",
    "greater than": ">",
    "higher than": ">",
    "over": ">",
    "above": ">",
    "exceeding": ">",
    "upwards of": ">",
    "in excess of": ">",
    "well over": ">",
    "just over": ">",
    "at least": ">=",
    "no fewer than": ">=",
    "no less than": ">=",
    "not less than": ">=",
    "a minimum of": ">=",
    "up to": "<=",
    "at most": "<=",
    "no more than": "<=",
    "not more than": "<=",
    "as many as": "<=",
    "as much as": "<=",
    "as high as": "<=",
    "as long as": "<=",
    "limited to": "<=",
    "several": ">",
    "a maximum of": "<=",
    "fewer than": "<",
    "less than": "<",
    "under": "<",
    "below": "<",
    "just under": "<",
    "about": "~",
    "around": "~",
    "approximately": "~",
    "roughly": "~",
    "nearly": "~",
    "almost": "~",
    "some": "~",
    "circa": "~",
    "estimated": "~",
    "an estimated": "~",
    "close to": "~",
    "more or less": "~",
}
AFTER = {"or more": ">=", "or fewer": "<=", "or less": "<=", "or so": "~", "and above": ">="}
