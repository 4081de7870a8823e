"""A claim's words to one sentence that can be read alone; what was put in stands in [brackets].

Nothing is added that the article does not say. When it cannot be settled, the reason is given instead.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.extract.tokens import tokens
from claims.extract.verbs import finite_from, is_adverb

_PERSONAL = frozenset(["he", "she"])
_PRONOUNS = _PERSONAL | frozenset(
    "it they this that these those we i them there you both others".split()
)
_FIRST = re.compile(
    r"(?P<w>this(?!\s(?:[A-Z]\w+day|week|month|year|morning|afternoon|evening|weekend)\b)"
    r"|it|they|that|these|those|him|her|their|its|we|i|them|our|my|you|your|another|others?"
    r"|both|such|he|she|his)\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"^(?:(?:in|of|to|for|from|at|with|after|by)\s)?(?P<w>who|which|whose|whom|where|what)\b",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(
    r"^(?:because|after|before|since|when|as|while|although|though|until|that)\s(?!(?:of|a result|well)\b)",
    re.IGNORECASE,
)
_FRONTED = re.compile(r"^(?:When|While|Although|Though|Because)\s(?!of\b)")
_PARTICIPLE = re.compile(
    r"^(?!(?:King|Beijing|Nothing|Everything|Something|Anything)\b)[A-Za-z]+ing\b[^,]*$"
)
_ASIDE = re.compile(r",\s(?:which|who|whose|where)\b[^,]*")
_CONDITION = re.compile(r"^if\b", re.IGNORECASE)
_PREPOSITION = re.compile(
    r"^(?:in|on|at|by|with|for|from|to|of|around|alongside|including|due|not|nor)\b[^,]*$",
    re.IGNORECASE,
)
NOT_WHOLE = "it is no whole sentence; its subject or verb stands elsewhere"


@dataclass(frozen=True, slots=True)
class Background:
    """What is known around a clause. All null when nothing is sure."""

    person: str | None = None  # who "he" or "she" at the beginning is
    subject: str | None = None  # the subject that a bare predicate or "who" shares
    claimant: str | None = None  # who says it, when the clause itself does not tell
    dated: tuple[tuple[str, str], ...] = ()  # relative dates: (words as written, EDTF)
    quoted: bool = False  # the clause stands in quotation marks
    bare: bool = False  # it begins with its verb


def reword(clause: str, background: Background) -> tuple[str | None, str | None]:
    """(claim_text, ambiguous): exactly one of them is null.

    >>> reword("He died in 1990", Background(person="Ann Lee"))
    ('[Ann Lee] died in 1990.', None)
    >>> reword("He died in 1990", Background())
    (None, 'who “he” is')
    """
    text = _tidy(clause)
    if background.quoted and background.claimant is not None:
        inner = text.strip('“”" ')
        return _finish(f"[{background.claimant} said:] “{inner}”", background.dated)
    text = (_SUBORDINATE if text[0].islower() else _FRONTED).sub("", text)
    relative = _RELATIVE.match(text)
    if background.bare or relative is not None:
        if background.subject is None or (relative and relative[0].lower() not in {"who", "which"}):
            return (
                None,
                f"what “{relative[0].lower()}” refers to" if relative else "whose act this is",
            )
        rest = text[relative.end() :].lstrip() if relative else text
        text = f"[{background.subject}] {rest}"
    elif not _is_whole(text):
        return None, NOT_WHOLE
    else:
        resolved, why = _resolve(text, background)
        if resolved is None:
            return None, why
        text = resolved
    if background.claimant is not None:
        text = f"{text.rstrip('.')} [according to {background.claimant}]"
    return _finish(text, background.dated)


def _resolve(text: str, background: Background) -> tuple[str | None, str | None]:
    """The text with a pronoun for its subject replaced, or why that cannot be done."""
    words = tokens(text)
    verb: int = finite_from(words, 0, len(words)) or 0
    k = verb - 1
    while k > 0 and is_adverb(words[k].lower):
        k -= 1
    clause_start = k == 0 or words[k].lower not in {"that", "this", "these", "those"}
    subject = words[k] if verb and words[k].lower in _PRONOUNS and clause_start else None
    if subject is not None and subject.lower in _PERSONAL and background.person is not None:
        return f"{text[: subject.start]}[{background.person}]{text[subject.end :]}", None
    if re.match(r"his\s", text, re.IGNORECASE) and background.person is not None:
        return f"[{background.person}’s]{text[3:]}", None
    first = _FIRST.match(text)
    word = subject.lower if subject is not None else (first["w"].lower() if first else None)
    if word is None:
        return text, None
    return None, f"who “{word}” is" if word in _PERSONAL | {
        "his",
        "her",
    } else f"what “{word}” refers to"


def _is_whole(text: str) -> bool:
    """Whether a finite verb stands in it, outside relative clauses, after words that can be its subject."""
    if _CONDITION.match(text) or _PARTICIPLE.match(text):
        return False
    if text[0].islower() and _PREPOSITION.match(text):
        return False
    words = tokens(_ASIDE.sub("", text))
    verb: int = finite_from(words, 0, len(words)) or 0
    return verb > 0 and (words[verb - 1].text != "," or "," in text[: words[verb - 1].start])


def _finish(text: str, dated: tuple[tuple[str, str], ...]) -> tuple[str, None]:
    for words, edtf in dated:
        if re.match(r"this\b", words, re.IGNORECASE) and text.startswith(words):
            text = f"[{edtf}]{text[len(words) :]}"
        elif words in text and edtf not in text:
            text = text.replace(words, f"{words} [{edtf}]", 1)
    text = text[0].upper() + text[1:]
    if text.count('"') % 2:
        text += '"'
    if text.count("“") > text.count("”"):
        text += "”"
    return (text if text.endswith((".", "”", '"', "!")) else text + "."), None


def _tidy(clause: str) -> str:
    """One line, single spaces, no space before a mark, no lone quotation mark at either end."""
    text = re.sub(r"\s+", " ", clause).strip()
    text = re.sub(r"\s([,.;:!?”])", r"\1", text)
    if text.count("“") != text.count("”"):
        text = text.strip("“”") if text[:1] == "“" or text[-1:] == "”" else text
    if text.count('"') % 2 and (text[:1] == '"' or text[-1:] == '"'):
        text = text.strip('"')
    return text.strip(" ,;—–")
