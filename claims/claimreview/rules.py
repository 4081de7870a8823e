"""Every rule that a ClaimReview can break: its id, how much it matters, and what it asks for.

After Google's "Fact check (ClaimReview) structured data"
(https://developers.google.com/search/docs/appearance/structured-data/factcheck) and our own care.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Severity(Enum):
    """Required: readers pass the object over without it. House: our own care, beyond Google's list."""

    REQUIRED = "required"
    RECOMMENDED = "recommended"
    HOUSE = "house"


@dataclass(frozen=True, slots=True)
class Rule:
    """`text` is what the rule asks for, as one sentence."""

    severity: Severity
    text: str


_REQUIRED, _RECOMMENDED, _HOUSE = Severity.REQUIRED, Severity.RECOMMENDED, Severity.HOUSE

RULES: dict[str, Rule] = {
    "CR001": Rule(_REQUIRED, "It is one JSON object, and its `@type` is ClaimReview."),
    "CR002": Rule(_REQUIRED, "`claimReviewed` is a text that says what was checked."),
    "CR003": Rule(_RECOMMENDED, "`claimReviewed` has fewer than 75 characters."),
    "CR004": Rule(_REQUIRED, "`claimReviewed` does not contain the rating."),
    "CR005": Rule(_REQUIRED, "`reviewRating` is one Rating."),
    "CR006": Rule(_REQUIRED, "`alternateName` of the rating is the verdict in words."),
    "CR007": Rule(
        _RECOMMENDED, "The verdict stands in `alternateName`; `name` is only read in its place."
    ),
    "CR008": Rule(
        _RECOMMENDED, "The verdict is short: a long one is cut, and its first words tell."
    ),
    "CR009": Rule(_REQUIRED, "`url` is there."),
    "CR010": Rule(_REQUIRED, "`url` is an absolute http or https address."),
    "CR011": Rule(_REQUIRED, "`url` is of the same domain as the page that carries the markup."),
    "CR012": Rule(
        _RECOMMENDED, "`url` is no short or redirecting address: these are not resolved."
    ),
    "CR013": Rule(_RECOMMENDED, "`author` says who checked, by name or address."),
    "CR014": Rule(_RECOMMENDED, "`itemReviewed` describes the claim."),
    "CR015": Rule(_RECOMMENDED, "`itemReviewed` is a Claim; CreativeWork is the old way."),
    "CR016": Rule(
        _REQUIRED, "A claimant that is given has a name; without one, `author` is left out."
    ),
    "CR017": Rule(_RECOMMENDED, "The claimant has a `sameAs` that says who is meant."),
    "CR018": Rule(_RECOMMENDED, "The claim has an `appearance` or `firstAppearance`."),
    "CR019": Rule(_RECOMMENDED, "Each appearance is an address or a work with one."),
    "CR020": Rule(_RECOMMENDED, "The claim has the date on which it was made."),
    "CR021": Rule(_RECOMMENDED, "Dates are ISO 8601."),
    "CR022": Rule(_RECOMMENDED, "Numbers of the rating are numbers."),
    "CR023": Rule(_RECOMMENDED, "A rating with a number says the `bestRating` and `worstRating`."),
    "CR024": Rule(_REQUIRED, "`worstRating` is below `bestRating`."),
    "CR025": Rule(_REQUIRED, "`ratingValue` lies from `worstRating` to `bestRating`."),
    "CR026": Rule(_RECOMMENDED, "`worstRating` is 1 or more."),
    "CR027": Rule(_RECOMMENDED, "`ratingValue` is a whole number."),
    "CR028": Rule(
        _RECOMMENDED, "The claim comes from somewhere else than the site that checks it."
    ),
    "CR029": Rule(_REQUIRED, "A page carries one ClaimReview."),
    "CR030": Rule(_REQUIRED, "One check stands on one page and is not repeated."),
    "CR101": Rule(_HOUSE, "Nothing is empty or null: what is not known is left out."),
    "CR102": Rule(_HOUSE, "Texts hold no markup and no character references."),
    "CR103": Rule(
        _HOUSE, "A verdict off the truth axis has no number: one would assert “half true”."
    ),
    "CR104": Rule(_HOUSE, "The number and the words say the same."),
    "CR105": Rule(_HOUSE, "`datePublished` says when the check was published."),
    "CR106": Rule(_HOUSE, "`@context` is schema.org."),
    "CR107": Rule(_HOUSE, "The check is not older than the claim."),
    "CR108": Rule(_HOUSE, "Addresses carry no password and no script, and can be followed."),
}
"""Rule id to the rule, in the order of the documentation."""

FATAL = frozenset({"CR001", "CR002", "CR005", "CR006", "CR009", "CR010"})
"""Rules without which nothing can be made of an object, unless its page mends it."""
