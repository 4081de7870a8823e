"""How to extract: the finder that the settings ask for, with its weights."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.extract.engine import How
from claims.extract.finding import ByEncoder, ByRules
from claims.extract.worth.check_worthiness import shipped_worth
from claims.model.errors import BadSetting

if TYPE_CHECKING:
    from claims.extract.finding import Finder
    from claims.extract.worth.check_worthiness import Worth

ENGINES = ("encoder", "rules")


def finder_of(engine: str) -> Finder:
    """The finder of an engine's name; the encoder's weights are loaded on first use.

    Raises BadSetting for another name.
    """
    if engine not in ENGINES:
        raise BadSetting(f"engine is {engine!r}; it can be {' or '.join(ENGINES)}")
    if engine == "rules":
        return ByRules()
    from claims.encoder.onnx_encoder import shipped  # noqa: PLC0415 - heavy: only where it reads

    return ByEncoder(shipped())


def how_of(engine: str, *, min_worth: float = 0.0, worth: Worth | None = None) -> How:
    """How an engine extracts, from a check-worthiness (0 to 1) on. Raises BadSetting."""
    finder = finder_of(engine)
    layers = finder.encoder.layers if isinstance(finder, ByEncoder) else None
    weights = layers.claims if layers else None
    return How(finder, weights=weights, min_worth=min_worth, worth=worth or shipped_worth())
