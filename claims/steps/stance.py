"""Who reads claim and passage together: the reader that the settings ask for, with its weights."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.model.errors import BadSetting

if TYPE_CHECKING:
    from claims.evidence.stance import StanceReader

READERS = ("encoder", "rules")


def reader_of(asked: str) -> StanceReader | None:
    """The reader of this name; None for the rules, and where no weights are installed.

    Raises BadSetting for another name, DamagedData when the weights are not what they should be.
    """
    if asked not in READERS:
        raise BadSetting(f"stance is {asked!r}; it can be {' or '.join(READERS)}")
    if asked == "rules":
        return None
    from claims.encoder import stance_encoder  # noqa: PLC0415 - heavy: only where it reads

    return stance_encoder.shipped() if stance_encoder.installed() else None
