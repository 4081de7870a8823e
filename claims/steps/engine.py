"""What the product extracts claims and scores sentences with: the one place where that is decided.

The steps, `citetrail eval`, the gate in tests/eval and benchmarks/extract.py ask here, so that none
measures another engine than the one that people get.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from claims.extract.engine import extract
from claims.model.record import plain
from claims.model.settings import Settings
from claims.steps.finder import finder_of, how_of
from claims.steps.weigh import score_by, worth_of

if TYPE_CHECKING:
    from claims.extract.engine import Extraction
    from claims.extract.finding import Finder
    from claims.extract.worth.check_worthiness import Worth
    from claims.model.claim import Reason


class Dated(Protocol):
    """A text and the date that its relative dates are resolved against."""

    @property
    def text(self) -> str:
        """The text as stored."""

    @property
    def published(self) -> str | None:
        """EDTF, where known."""


class Extract(Protocol):
    """How claims are pulled out of a text: `Engine.extract`, or another that is to be measured."""

    def __call__(self, text: str, *, document: str, published: str | None, run: str) -> Extraction:
        """The claims and sentences of one text."""


@dataclass(frozen=True, slots=True)
class Engine:
    """Finds claims as asked, weighed by the desk's own file where `worthiness` names one."""

    asked: str
    worthiness: str = ""

    @property
    def finder(self) -> Finder:
        """Made on use: weights load only where they read."""
        return finder_of(self.asked)

    @property
    def worth(self) -> Worth:
        """What weighs check-worthiness."""
        return worth_of(self.worthiness)

    def score(self, sentence: str) -> tuple[float, float, tuple[Reason, ...]]:
        """(check_worthiness, factual, reasons) of a sentence that stands alone."""
        return score_by(self.finder, self.worth)(sentence)

    @property
    def name(self) -> str:
        """What runs are recorded under."""
        return self.finder.name

    def extract(
        self,
        text: str,
        *,
        document: str,
        published: str | None,
        run: str,
        min_worth: float = 0.0,
    ) -> Extraction:
        """The claims of one text with at least this check-worthiness, and its sentences."""
        how = how_of(self.asked, min_worth=min_worth, worth=self.worth)
        return extract(text, document=document, published=published, run=run, how=how)


def engine(settings: Settings | None = None) -> Engine:
    """The engine that the settings ask for; without settings the one that people get by default."""
    chosen = settings or Settings()
    return Engine(chosen.engine, chosen.worthiness)


def predictions(item: Dated, extractor: Extract | None = None) -> list[dict[str, Any]]:
    """The claims of one text as plain rows, by the product's engine unless another is given."""
    call = extractor or engine().extract
    found = call(item.text, document="d-0", published=item.published, run="r-0")
    return [plain(claim) for claim in found.claims]
