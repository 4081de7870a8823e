"""The scales of verdicts (`ratings.yml`, or the desk's own file) to ratings that can be looked up."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from claims.model.errors import NotAllowed
from claims.origins.desk_file import entries_of, read_desk_file, refuse, shown, words_of

if TYPE_CHECKING:
    from collections.abc import Mapping

SHIPPED = "ratings.yml"
COLORS = ("green", "lime", "yellow", "orange", "red", "purple", "blue", "gray")
"""The names of colors that the site has, in light and in dark."""

WORST, BEST = 1, 5
_NEEDED = ("label", "scale", "axis", "order", "color", "explanation")
_KEYS = (*_NEEDED, "number", "also")
_LONGEST = {"label": 60, "scale": 40, "explanation": 400}


@dataclass(frozen=True, slots=True)
class Rating:
    """One verdict that can be given. `number` is null off the axis of truth."""

    label: str
    scale: str
    on_axis: bool
    number: int | None
    order: int
    color: str
    explanation: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ratings:
    """All verdicts of a desk, in their order."""

    ratings: tuple[Rating, ...]
    by_name: Mapping[str, Rating]

    def get(self, verdict: str | None) -> Rating | None:
        """The rating with this label or other spelling, in any case; null when there is none."""
        return self.by_name.get(_plain(verdict or ""))

    def named(self, verdict: str) -> Rating:
        """As `get`, for what a person gives. Raises NotAllowed, naming what is near."""
        found = self.get(verdict)
        if found:
            return found
        near = difflib.get_close_matches(_plain(verdict), self.by_name, n=1, cutoff=0.7)
        hint = f"did you mean {self.by_name[near[0]].label}? There" if near else "there"
        raise NotAllowed(
            f"{verdict!r} is no verdict of this desk; {hint}"
            f" are: {', '.join(one.label for one in self.ratings)}"
        )


@lru_cache(maxsize=1)
def shipped_ratings() -> Ratings:
    """The scales that ship with the product.

    >>> shipped_ratings().get("mostly-false").number
    2
    """
    text = files("claims.review").joinpath(SHIPPED).read_text(encoding="utf-8")
    return read_ratings(text, source=SHIPPED)


def read_ratings(text: str, *, source: str) -> Ratings:
    """The scales in a file's text. Raises BadSetting, naming `source` and what is wrong.

    >>> one = "{label: Sound, scale: ours, axis: 'off', order: 1, color: gray, explanation: It is so.}"
    >>> read_ratings("ratings: [" + one + "]", source="ours.yml").get("sound").number is None
    True
    """
    read = read_desk_file(text, source=source, known=("ratings",))
    entries = entries_of(read.get("ratings"), source=source, where="ratings")
    if not entries:
        refuse(source, "holds no ratings")
    found = [_rating(one, source=source, where=f"rating {n}") for n, one in enumerate(entries, 1)]
    by_name: dict[str, Rating] = {}
    for rating in sorted(found, key=lambda one: one.order):
        for name in (rating.label, *rating.also):
            if _plain(name) in by_name:
                refuse(source, f"{shown(name)} is named twice")
            by_name[_plain(name)] = rating
    orders = [one.order for one in found]
    for order in orders:
        if orders.count(order) > 1:
            refuse(source, f"order {order} is given twice")
    return Ratings(tuple(sorted(found, key=lambda one: one.order)), by_name)


def _rating(entry: dict[str, Any], *, source: str, where: str) -> Rating:
    for key in entry:
        if key not in _KEYS:
            refuse(source, f"{where}: {shown(key)} is unknown; there are: {', '.join(_KEYS)}")
    for key in _NEEDED:
        if key not in entry:
            refuse(source, f"{where} has no {key}")
    texts = {key: _text(entry, key, source=source, where=where) for key in _LONGEST}
    if entry["axis"] not in {"truth", "off"}:
        refuse(source, f'{where}: axis takes truth or "off", not {shown(entry["axis"])}')
    if entry["color"] not in COLORS:
        refuse(source, f"{where}: color takes one of {', '.join(COLORS)}")
    if not _whole(entry["order"]):
        refuse(source, f"{where}: order takes a whole number from 1 on")
    also = words_of(entry.get("also") or [], source=source, where=f"{where}: also")
    number = _number(entry, source=source, where=where)
    return Rating(
        on_axis=entry["axis"] == "truth",
        number=number,
        order=entry["order"],
        color=entry["color"],
        also=also,
        **texts,
    )


def _text(entry: dict[str, Any], key: str, *, source: str, where: str) -> str:
    value = entry[key]
    if isinstance(value, bool):
        refuse(source, f'{where}: {key} is read as yes or no; put it in quotes, as "True"')
    if not isinstance(value, str) or not value.strip() or not value.isprintable():
        refuse(source, f"{where}: {key} takes a text of one line")
    if len(value) > _LONGEST[key]:
        refuse(source, f"{where}: {key} is longer than {_LONGEST[key]} characters")
    return str(value).strip()


def _number(entry: dict[str, Any], *, source: str, where: str) -> int | None:
    number: Any = entry.get("number")
    if entry["axis"] == "off":
        if number is not None:
            refuse(source, f"{where} is off the axis of truth, so it has no number")
        return None
    if not _whole(number) or not WORST <= number <= BEST:
        refuse(source, f"{where}: number takes {WORST} to {BEST}")
    return int(number)


def _whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 1


def _plain(name: str) -> str:
    return " ".join(name.casefold().replace("-", " ").replace("_", " ").split())
