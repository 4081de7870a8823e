"""Text of a `worthiness.yml` to the weights of the check-worthiness score.

The desk's own file names only what differs from the shipped one; what it cannot mean is refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NoReturn

import yaml

from claims.extract.worth.worth_features import Sought, sought
from claims.model.errors import BadSetting
from claims.model.ids import digest

if TYPE_CHECKING:
    from collections.abc import Mapping

SHIPPED = "worthiness.yml"

HEAVIEST = 100.0
"""Log-odds; far beyond what any score can show."""

_STAR_INSIDE = re.compile(r"\*\S|(?:^| )\*")


@dataclass(frozen=True, slots=True)
class Feature:
    """A feature's key in the file, its name in the desk's words, its weight, and words that show it."""

    key: str
    name: str
    weight: float
    words: tuple[str, ...]
    sought: Sought = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "sought", sought(self.words))


@dataclass(frozen=True, slots=True)
class Profile:
    """The weights with which one engine scores, in log-odds."""

    bias: float
    factual: float
    factual_bias: float
    features: tuple[Feature, ...]


@dataclass(frozen=True, slots=True)
class Weights:
    """The two profiles: with the encoder's judgement, and by rules alone.

    `name` tells a desk's own file from the shipped one, for the record of a run.
    """

    encoder: Profile
    rules: Profile
    name: str = "shipped"


@lru_cache(maxsize=1)
def shipped_weights() -> Weights:
    """The weights that ship with the product.

    >>> shipped_weights().rules.bias
    -0.6
    """
    return _weights(_shipped())


def read_weights(text: str, *, source: str) -> Weights:
    """The shipped weights with what the desk's file changes. Raises BadSetting, naming `source`.

    >>> read_weights("bias: {rules: 1.5}", source="mine.yml").rules.bias
    1.5
    """
    try:
        read = yaml.safe_load(text)
    except yaml.MarkedYAMLError as why:
        line = f" in line {why.problem_mark.line + 1}" if why.problem_mark else ""
        raise BadSetting(f"{source} is no YAML{line}: {why.problem}") from None
    except (yaml.YAMLError, ValueError, RecursionError):
        raise BadSetting(f"{source} is no YAML that can be read") from None
    changed = _over(_shipped(), {} if read is None else read, (source,))
    return replace(_weights(changed), name=digest(text))


def _shipped() -> dict[str, Any]:
    text = files("claims.extract.worth").joinpath(SHIPPED).read_text(encoding="utf-8")
    read: dict[str, Any] = yaml.safe_load(text)
    return read


def _over(base: Mapping[str, Any], changes: Any, path: tuple[str, ...]) -> dict[str, Any]:
    """`base` with the changes laid over it, key by key."""
    if not isinstance(changes, dict):
        _refuse(path, f"takes a table of {', '.join(base)}")
    made = dict(base)
    for key, value in changes.items():
        here = (*path, str(key))
        if key not in base:
            _refuse(here, f"is unknown; there are: {', '.join(base)}")
        elif isinstance(base[key], dict):
            made[key] = _over(base[key], value, here)
        else:
            made[key] = _like(base[key], value, here)
    return made


def _like(base: Any, value: Any, path: tuple[str, ...]) -> Any:
    """`value`, which must be of the same nature as what it replaces."""
    if isinstance(base, list):
        if isinstance(value, list) and all(_is_words(word) for word in value):
            return value
        return _refuse(path, "takes a list of words, each in quotes where YAML reads it otherwise")
    if isinstance(base, str):
        if _is_words(value):
            return value
        return _refuse(path, "takes a text")
    if isinstance(value, bool) or not isinstance(value, int | float):
        _refuse(path, "takes a number")
    if not abs(value) <= HEAVIEST:  # says no to NaN as well
        _refuse(path, f"takes a number between -{HEAVIEST:.0f} and {HEAVIEST:.0f}")
    return float(value)


def _is_words(value: Any) -> bool:
    """Whether it is a text of words; a star may end one, and inside one it would cost too much time."""
    if not isinstance(value, str) or not value.isprintable():
        return False
    return value.strip(" *") != "" and not _STAR_INSIDE.search(value)


def _refuse(path: tuple[str, ...], why: str) -> NoReturn:
    source, *keys = path
    inside = ascii(".".join(keys))[1:-1][:80]
    raise BadSetting(f"{source}: {inside} {why}" if keys else f"{source} {why}")


def _weights(read: Mapping[str, Any]) -> Weights:
    return Weights(encoder=_profile(read, "encoder"), rules=_profile(read, "rules"))


def _profile(read: Mapping[str, Any], profile: str) -> Profile:
    return Profile(
        bias=float(read["bias"][profile]),
        factual=float(read["factual"][profile]),
        factual_bias=float(read["factual_bias"][profile]),
        features=tuple(
            Feature(key, row["name"], float(row[profile]), tuple(row.get("words", ())))
            for key, row in read["features"].items()
        ),
    )
