"""The words of `barriers.yml`, in the form in which page texts are compared with them."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files

import yaml

_LONGEST = 300
_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "\xa0": " ", "–": "-", "—": "-", ",": " "}
)
_EDGES = " \t\n.!?…:;,>»→-*•|\"'"


def plainly(words: str) -> str:
    r"""One line in lower case with plain quotes, without commas and signs at its ends.

    >>> plainly("  Can\u2019t find\nthat page! ")
    "can't find that page"
    """
    return " ".join(words[:4000].translate(_PLAIN).casefold().split()).strip(_EDGES)


@lru_cache(maxsize=64)
def listed(kind: str, part: str) -> tuple[str, ...]:
    """The phrases of one part of one kind.

    >>> "subscribe to continue reading" in listed("paywall", "blocks")
    True
    """
    return tuple(
        plainly(str(phrase)) if part != "source" else str(phrase) for phrase in _read()[kind][part]
    )


@lru_cache(maxsize=1)
def _read() -> dict[str, dict[str, list[str]]]:
    text = files("claims.text.barriers").joinpath("barriers.yml").read_text(encoding="utf-8")
    read: dict[str, dict[str, list[str]]] = yaml.safe_load(text)
    return read


def as_title(title: str | None, kind: str) -> str | None:
    """The phrase that a title, or one part of it, consists of.

    >>> as_title("Page not found | The Post", "soft_404"), as_title("Page not found: a novel", "soft_404")
    ('page not found', None)
    """
    whole = plainly(title or "")
    if not whole or len(whole) > _LONGEST:
        return None
    phrases = set(listed(kind, "titles"))
    parts = [whole, *(plainly(part) for part in re.split(r"\s[|\-•·»:]+\s|\s*\|\s*", whole))]
    return next((part for part in parts if part in phrases), None)


def begins(block: str, kind: str) -> str | None:
    """The phrase that a short block begins with.

    >>> begins("Already a subscriber? Sign in", "paywall")
    'already a subscriber'
    """
    plain = plainly(block)
    return next((phrase for phrase in listed(kind, "blocks") if plain.startswith(phrase)), None)


def holds(text: str, kind: str) -> str | None:
    """The phrase that stands anywhere in a text.

    >>> holds("Please enable JavaScript to view it.", "script_shell")
    'please enable javascript'
    """
    plain = plainly(text)
    return next((phrase for phrase in listed(kind, "anywhere") if phrase in plain), None)
