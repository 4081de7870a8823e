"""A fact-check that somebody else has published, taken in as ClaimReview: its own words and ours."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from claims.model.ids import content_id


class Form(Enum):
    """How it was written: schema.org ClaimReview, or a claim in a reply of Fact Check Tools."""

    CLAIMREVIEW = "claimreview"
    FACT_CHECK_TOOLS = "fact_check_tools"


class Axis(Enum):
    """Whether a rating is a step between false and true, is off that axis, or is not understood."""

    TRUTH = "truth"
    OFF = "off"
    UNMAPPED = "unmapped"


class Soundness(Enum):
    """Malformed: it lacks what Google requires for anything to be made of it; it is kept raw."""

    SOUND = "sound"
    MALFORMED = "malformed"


@dataclass(frozen=True, slots=True)
class Problem:
    """A broken rule (docs/claimreview.md) and where: a JSON pointer into the raw object."""

    rule: str
    pointer: str
    detail: str


@dataclass(frozen=True, slots=True)
class FactCheck:
    """One fact-check as it came (`raw`, a JSON text) and as it is understood.

    `rating` and its three numbers are the publisher's own; `verdict`, `verdict_number` and
    `verdict_axis` say what they mean on our scales, and `verdict_from` by which part of the table.
    `page_url` is the page that carried it, `source` the file or address it was taken from.
    `superseded_by` is the later version of the same check in the same form.
    """

    id: str
    form: Form
    state: Soundness
    url: str | None
    claim_reviewed: str | None
    claim_text: str | None
    claimant: str | None
    claim_date: str | None
    appearances: tuple[str, ...]
    publisher: str | None
    publisher_url: str | None
    title: str | None
    language: str | None
    published: str | None
    modified: str | None
    rating: str | None
    rating_value: float | None
    best_rating: float | None
    worst_rating: float | None
    rating_explanation: str | None
    verdict: str | None
    verdict_number: int | None
    verdict_axis: Axis
    verdict_from: str | None
    license: str | None
    feed_license: str | None
    problems: tuple[Problem, ...]
    raw: str
    raw_digest: str
    page_url: str | None
    source: str
    snapshot: str | None
    superseded_by: str | None
    run: str
    at: str


def fact_check_id(*, raw_digest: str, page_url: str | None) -> str:
    """The id of a fact-check: the object as it came, and the page on which relative addresses rest."""
    return content_id("fact_checks", raw_digest=raw_digest, page_url=page_url)
