"""An object as it came to what it says, which rules it breaks, and whether anything can be made of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.claimreview.lint import lint
from claims.claimreview.mapping import Mapped, mapped
from claims.claimreview.objects import Found, as_claimreview
from claims.claimreview.rules import FATAL
from claims.model.fact_check import Form, Problem, Soundness
from claims.model.ids import canonical_json, digest
from claims.text.sound import LONE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claims.claimreview.stream import Broken

MOST_PROBLEMS = 100


@dataclass(frozen=True, slots=True)
class Examined:
    """`raw` is the object as JSON text; for a piece that is no JSON, that piece as a JSON string."""

    said: Mapped
    problems: tuple[Problem, ...]
    state: Soundness
    form: Form
    raw: str
    raw_digest: str
    page_url: str | None


def examine(found: Found) -> Examined:
    """Lint and map an object. What a page mends (a relative address) is told and not held against it.

    >>> one = examine(Found({"@type": "ClaimReview", "claimReviewed": "It rained."}))
    >>> one.state.value, one.problems[0].rule
    ('malformed', 'CR005')
    """
    said = mapped(found)
    problems = lint(as_claimreview(found), page_url=found.page_url, embedded=found.embedded)
    whole = said.url and said.claim_reviewed and said.rating
    return Examined(
        said,
        tuple(problems[:MOST_PROBLEMS]),
        Soundness.SOUND if whole else Soundness.MALFORMED,
        found.form,
        raw_text(found.value),
        raw_digest(found),
        found.page_url,
    )


def unreadable(piece: Broken, *, page_url: str | None) -> Examined:
    """What stands in the place of an object and is no JSON: kept, and told by CR001.

    >>> from claims.claimreview.stream import Broken
    >>> unreadable(Broken('{"@type": ', 7, "no JSON"), page_url=None).problems[0].detail
    'no JSON at character 7'
    """
    found = Found({"text": piece.text}, page_url=page_url)
    told = Problem("CR001", "", f"{piece.why} at character {piece.position}")
    return Examined(
        mapped(found),
        (told,),
        Soundness.MALFORMED,
        Form.CLAIMREVIEW,
        raw_text(piece.text),
        raw_digest(found),
        page_url,
    )


def raw_digest(found: Found) -> str:
    """The digest of an object: its content and its form, whatever the order of its names.

    >>> raw_digest(Found({"a": 1, "b": 2})) == raw_digest(Found({"b": 2, "a": 1}))
    True
    """
    return digest(canonical_json(found.value))


def raw_text(value: object) -> str:
    r"""A value as JSON text that any store can take.

    >>> raw_text({"é": "\ud800"})
    '{"\\u00e9": "\\ud800"}'
    """
    text = json.dumps(value, ensure_ascii=False)
    return json.dumps(value) if LONE.search(text) else text


def digest_of(raw: str) -> str:
    """The digest that belongs to a stored `raw`.

    >>> digest_of('{"b": 2, "a": 1}') == raw_digest(Found({"a": 1, "b": 2}))
    True
    """
    value = json.loads(raw)
    return raw_digest(Found({"text": value} if isinstance(value, str) else value))


def why_malformed(problems: Iterable[Problem]) -> str:
    """In one line, by rule, what an object lacks.

    >>> why_malformed([Problem("CR009", "/url", "no address"), Problem("CR017", "", "Ada")])
    'CR009 /url: no address'
    """
    return "; ".join(
        f"{one.rule} {one.pointer}: {one.detail}".replace(" : ", ": ")
        for one in problems
        if one.rule in FATAL
    )
