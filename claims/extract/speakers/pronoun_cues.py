"""Whom "he", "they" or "it" beside a reporting verb means, by the words before it in its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.extract.grammar.syntax import read
from claims.extract.speakers.acting_bodies import body_before, can_be_it
from claims.extract.speakers.firms import THE_FIRM
from claims.extract.speakers.genders import PERSONAL
from claims.extract.speakers.unnamed import one_person, who_acts

if TYPE_CHECKING:
    from claims.extract.speakers.cast import Cast
    from claims.extract.speakers.cues import Cue
    from claims.extract.speakers.focus import Mention


def acting_group(sentence: str, cue: Cue, cast: Cast) -> str | None:
    """Who acts before "they" or "it": "The bank lost it, they said", not "Two people fell, it said"."""
    found = body_before(sentence[: cue.start], cast)
    several = found is not None and cue.speaker.lower() == "it" and not can_be_it(found)
    return None if several else found


def firm_acting(sentence: str, cue: Cue, cast: Cast) -> str | None:
    """The firm that acts before "the company said": "Lime will close two mills, the company said"."""
    if cue.after or THE_FIRM.fullmatch(cue.speaker) is None:
        return None
    found = body_before(sentence[: cue.start], cast)
    return found if found is not None and found[:1].isupper() and can_be_it(found) else None


def same_speaker(cue: Cue, last: list[Cue], mentions: list[Mention], cast: Cast) -> str | None:
    """Who said that "he" would do so: the one who speaks before in the sentence, nobody named between."""
    gender = PERSONAL.get(cue.speaker.lower())
    if gender is None or not last or not last[0].after:
        return None
    if not cast.is_person(last[0].speaker) and one_person(last[0].speaker) is None:
        return None
    between = any(last[0].end < m.start < cue.start for m in mentions)
    fits = cast.gender(last[0].speaker) in {"", gender}
    return last[0].speaker if fits and not between else None


def acted_before(ahead: str, cue: Cue, mentions: list[Mention]) -> str | None:
    """Who without a name acts before a semicolon: "The captain is at home; he denies it"."""
    gender = PERSONAL.get(cue.speaker.lower())
    clause, _, opens = ahead.rpartition(";")
    if (
        gender is None
        or not clause
        or opens.split()[1:]
        or any(m.start < cue.start for m in mentions)
    ):
        return None
    name = who_acts(read(clause, ()))
    return name if name is not None and one_person(name) in {"", gender} else None
