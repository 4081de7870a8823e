"""Which finder the settings ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.extract.finding import ByEncoder, ByRules
from claims.model.errors import BadSetting

if TYPE_CHECKING:
    from claims.extract.finding import Finder

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
