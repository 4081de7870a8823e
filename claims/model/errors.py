"""What can go wrong, as one tree.

ClaimsError
├── UserError              the user can mend it; the message says what to do next
│   ├── BadInput           a file, page or text that cannot be taken in
│   │   └── NoContent      a page that stands in the place of an article: an error page, a wall, a shell
│   ├── NotFound           no record has this id
│   ├── AmbiguousId        several records have ids with this prefix
│   ├── BadSetting         a setting or environment variable makes no sense
│   └── NotAllowed         a review act that may not follow the present state
└── DamagedData            a digest, quote or event does not match; never passed over in silence

What the web does (a time-out, a refusal) is no exception: it is a stored outcome, see
`claims.model.snapshot.FetchOutcome` and `claims.model.candidate.SearchOutcome`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claims.model.snapshot import FetchOutcome


class ClaimsError(Exception):
    """Base of everything that Citetrail raises on purpose. Its message is one line."""


class UserError(ClaimsError):
    """Something the user can mend."""


class BadInput(UserError):  # noqa: N818 - reads as what it is in "except BadInput"
    """A file, page or text that cannot be taken in."""


class NoContent(BadInput):
    """A page that stands in an article's place. `outcome` is the `FetchOutcome` that says what it is."""

    def __init__(self, message: str, *, outcome: FetchOutcome, why: str) -> None:
        super().__init__(message)
        self.outcome = outcome
        self.why = why


class NotFound(UserError):  # noqa: N818
    """No record has this id."""


class AmbiguousId(UserError):  # noqa: N818
    """Several records have ids that begin like this."""


class BadSetting(UserError):  # noqa: N818
    """A setting or environment variable that makes no sense."""


class NotAllowed(UserError):  # noqa: N818
    """A review act that may not follow the present state."""


class DamagedData(ClaimsError):  # noqa: N818
    """A stored digest, quote or event does not match what it vouches for."""
