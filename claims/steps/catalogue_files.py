"""The World Bank catalogue: the shipped lists, or the desk's own in the place of the indicators."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path

from claims.files.read import read_file
from claims.model.errors import BadInput, BadSetting
from claims.sources.catalogue import Catalogue, catalogue


@cache
def catalogue_of(indicators: str) -> Catalogue:
    """The catalogue; `indicators` is the path of the desk's own list, or empty. Raises BadSetting."""
    shipped = files("claims.sources")
    economies = shipped.joinpath("economies.csv").read_text(encoding="utf-8")
    if not indicators:
        return catalogue(shipped.joinpath("indicators.csv").read_text(encoding="utf-8"), economies)
    try:
        own = read_file(Path(indicators)).decode("utf-8-sig")
    except (BadInput, UnicodeDecodeError) as why:
        raise BadSetting(f"the setting indicators: {why}") from None
    return catalogue(own, economies)
