"""What was noticed about the text of a page: words that no reader sees, and signs that mislead."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class FindingKind(Enum):
    """How words were kept from readers, or what else a desk should know of a page's text."""

    NOT_DISPLAYED = "not_displayed"
    INVISIBLE = "invisible"
    TRANSPARENT = "transparent"
    TINY = "tiny"
    SAME_COLOUR = "same_colour"
    OFF_SCREEN = "off_screen"
    CLIPPED = "clipped"
    NO_ROOM = "no_room"
    FOR_SCREEN_READERS = "for_screen_readers"
    COLLAPSED = "collapsed"
    CLOSED_DIALOGUE = "closed_dialogue"
    FADES_IN = "fades_in"
    WHOLE_PAGE = "whole_page"
    NOT_RENDERED = "not_rendered"
    COMMENT = "comment"
    ATTRIBUTE = "attribute"
    ZERO_WIDTH = "zero_width"
    DIRECTION = "direction"
    TAG_CHARACTERS = "tag_characters"
    STYLE_TOO_LARGE = "style_too_large"
    METERED = "metered"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing noticed, `times` over. `why` names the rule, `excerpt` the first words concerned.

    `kept` says whether the words stay in the text all the same; `concealed`, whether honest pages have
    little reason for it (a desk should look), as against what every second page does.
    """

    kind: FindingKind
    concealed: bool
    kept: bool
    why: str
    words: int
    excerpt: str
    times: int
