"""What check-worthiness is weighed by: the shipped weights, or the desk's own file over them."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from claims.extract.finding import ByEncoder
from claims.extract.reading import sentence_logits
from claims.extract.worth.check_worthiness import Worth, shipped_worth
from claims.extract.worth.worth_weights import read_weights
from claims.files.read import MIB, read_file
from claims.model.errors import BadInput, BadSetting

if TYPE_CHECKING:
    from collections.abc import Callable

    from claims.extract.finding import Finder
    from claims.model.claim import Reason

    ScoreSentence = Callable[[str], tuple[float, float, tuple[Reason, ...]]]


@lru_cache(maxsize=8)  # one file is read once in a run
def worth_of(file: str) -> Worth:
    """The score by the weights in `file`, or by the shipped ones when it is empty.

    Raises BadSetting when the file cannot be read or makes no sense.
    """
    if not file:
        return shipped_worth()
    try:
        text = read_file(Path(file), limit=MIB).decode("utf-8-sig")
    except BadInput as why:
        raise BadSetting(f"the weights of check-worthiness: {why}") from None
    except UnicodeDecodeError:
        raise BadSetting(f"{file} is not UTF-8") from None
    return Worth(read_weights(text, source=file))


def score_by(finder: Finder, worth: Worth) -> ScoreSentence:
    """Scores sentences with the encoder of the finder where it has one; each is read alone."""
    if not isinstance(finder, ByEncoder):
        return worth.score_sentence
    encoder = finder.encoder
    return lambda sentence: worth.score_sentence(sentence, sentence_logits(encoder, sentence))
