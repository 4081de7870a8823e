"""Who reads claim and passage together: the reader that the settings ask for, with its weights."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from claims.model.errors import BadSetting

if TYPE_CHECKING:
    from claims.evidence.stance import StanceReader

READERS = ("encoder", "rules")


def reader_of(asked: str) -> StanceReader | None:
    """The reader of this name or folder; None for the rules, and where no weights are installed.

    Raises BadSetting for anything else, DamagedData when the weights are not what they should be.
    """
    if asked == "rules":
        return None
    if asked == "encoder":
        from claims.encoder import stance_encoder  # noqa: PLC0415 - heavy: only where it reads

        return stance_encoder.shipped() if stance_encoder.installed() else None
    if not Path(asked).is_dir():
        raise BadSetting(f"stance is {asked!r}; it can be {', '.join(READERS)} or a folder")
    from claims.encoder.own_reader import own_reader  # noqa: PLC0415 - heavy: only where it reads

    return own_reader(Path(asked).resolve())
