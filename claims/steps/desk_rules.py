"""What tells origins, sorts of sources and verdicts: the shipped lists, and the desk's own files."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from claims.files.read import MIB, read_file
from claims.model.errors import BadInput, BadSetting
from claims.origins.publishers import read_publishers, shipped_publishers
from claims.origins.source_types import read_source_types, shipped_source_types
from claims.review.ratings import read_ratings, shipped_ratings

if TYPE_CHECKING:
    from claims.origins.publishers import Publishers
    from claims.origins.source_types import SourceTypes
    from claims.review.ratings import Ratings


@lru_cache(maxsize=8)  # one file is read once in a run
def publishers_of(file: str) -> Publishers:
    """The publishers with the desk's `file`, or the shipped ones when it is empty. Raises BadSetting."""
    if not file:
        return shipped_publishers()
    return read_publishers(_text(file, "the list of publishers"), source=file)


@lru_cache(maxsize=8)
def source_types_of(file: str) -> SourceTypes:
    """The rules with the desk's `file`, or the shipped ones when it is empty. Raises BadSetting."""
    if not file:
        return shipped_source_types()
    return read_source_types(_text(file, "the rules of source types"), source=file)


@lru_cache(maxsize=8)
def ratings_of(file: str) -> Ratings:
    """The scales of the desk's `file`, or the shipped ones when it is empty. Raises BadSetting."""
    if not file:
        return shipped_ratings()
    return read_ratings(_text(file, "the scales of verdicts"), source=file)


def _text(file: str, what: str) -> str:
    try:
        return read_file(Path(file), limit=MIB).decode("utf-8-sig")
    except BadInput as why:
        raise BadSetting(f"{what}: {why}") from None
    except UnicodeDecodeError:
        raise BadSetting(f"{file} is not UTF-8") from None
