"""Whether a name is a person's, so that "he" can be told by it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.extract.grammar.countries import COUNTRIES, PEOPLES
from claims.extract.wording.given_names import goes_by

if TYPE_CHECKING:
    from claims.extract.wording.story import Story

_MINE = re.compile(r"(?:my|our|your)\s", re.IGNORECASE)
_ACRONYM = re.compile(r"\b[A-Z]{3,}\b")


def is_person(story: Story, name: str) -> bool:
    """Whether a name is no place's or people's, "British Columbia", nor told by the writer: "my aunt"."""
    figure = story.entities.figure_of(tuple(name.split()))
    known = goes_by(name) is not None or (figure is not None and figure.sure)
    if _MINE.match(name) or (figure is None and _ACRONYM.search(name)):
        return False  # "NBA Finals MVP"
    return known or not (COUNTRIES | PEOPLES).intersection(name.split())
