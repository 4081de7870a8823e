"""What a reviewer is typing, in a file beside the database until it is used; a crash loses none of it."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.model.ids import digest

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from claims.steps.edges import Edges


@dataclass(frozen=True, slots=True)
class Draft:
    """The place of one draft: whose words, about which claim, in which form."""

    actor: str
    claim: str
    form: str


def keep_draft(edges: Edges, draft: Draft, words: Mapping[str, str]) -> bool:
    """Keep the words, whole or not at all; whether that could be done. Empty words are no draft."""
    if not any(value.strip() for value in words.values()):
        return drop_draft(edges, draft)
    place = _place(edges, draft)
    beside = place.with_suffix(f".{os.getpid()}.new")
    try:
        place.parent.mkdir(mode=0o700, exist_ok=True)
        with os.fdopen(
            os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8"
        ) as file:
            json.dump(dict(words), file, ensure_ascii=False)
        beside.replace(place)
    except OSError:
        return False
    return True


def find_draft(edges: Edges, draft: Draft) -> dict[str, str]:
    """The words that were kept; none when there is no draft, or it cannot be read."""
    try:
        kept = json.loads(_place(edges, draft).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(kept, dict):
        return {}
    return {str(name): value for name, value in kept.items() if isinstance(value, str)}


def drop_draft(edges: Edges, draft: Draft) -> bool:
    """Forget the draft: its words were used, or its writer wants none of them."""
    place = _place(edges, draft)
    with suppress(OSError):
        place.unlink(missing_ok=True)
        place.parent.rmdir()  # the last one takes the folder with it
    return True


def _place(edges: Edges, draft: Draft) -> Path:
    folder = edges.path.with_name(edges.path.stem + ".drafts")
    name = digest(f"{draft.actor}\n{draft.claim}\n{draft.form}").rpartition(":")[2]
    return folder / f"{name[:32]}.json"
