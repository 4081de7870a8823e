"""One line of a pipe to one judgement; lines that cannot be judged are named and the rest goes on."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from claims.anchor.nearness import Sought
from claims.anchor.passage_state import look
from claims.evidence.compare import Measured
from claims.evidence.compare import compare as compare_numbers
from claims.evidence.stance import Read, stances
from claims.extract.dates.mentions import dates
from claims.extract.quantities.mentions import quantities
from claims.files.lines import read_lines
from claims.model.citation import PassageState
from claims.model.errors import BadInput
from claims.model.record import plain
from claims.steps.engine import engine
from claims.steps.report import Failure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from claims.evidence.stance import StanceReader
    from claims.steps.weigh import ScoreSentence

LONGEST_LINE = 100_000
"""Bytes; a line beyond this is no sentence, and would take longer than a pipe should wait."""


LONGEST_PAGE = 32_000_000
"""Bytes; a line with a whole page in it, every sign of which may be escaped."""


def judge_lines(
    source: str,
    judge: Callable[[str], dict[str, Any]],
    *,
    failures: list[Failure],
    longest: int = LONGEST_LINE,
) -> Iterator[dict[str, Any]]:
    """What `judge` says of each line of `source`; lines it refuses go to `failures`."""
    for number, line in read_lines(source):
        try:
            if len(line) > longest:
                what = "sentence" if longest == LONGEST_LINE else "page"
                raise BadInput(f"longer than {longest:,} bytes, which no {what} is")  # noqa: TRY301
            yield judge(line.decode("utf-8-sig"))
        except UnicodeDecodeError:
            failures.append(Failure(f"line {number}", "not UTF-8"))
        except BadInput as why:
            failures.append(Failure(f"line {number}", str(why)))


def score_line(line: str, *, score: ScoreSentence | None = None) -> dict[str, Any]:
    """A sentence with its check-worthiness, the probability that it is factual, and the reasons."""
    sentence = line.strip()
    worth, factual, reasons = (score or engine().score)(sentence)
    return {
        "text": sentence,
        "check_worthiness": worth,
        "factual": factual,
        "reasons": plain(reasons),
    }


def compare_pair(line: str) -> dict[str, Any]:
    """A JSON pair of claim and passage with the outcome of the quantity engine."""
    pair = _object(line, ("claim", "passage"))
    published = pair.get("published")
    claim = _measured(pair["claim"], published)
    found = compare_numbers(claim, pair["passage"], published=published)
    return {
        **pair,
        "outcome": found.agreement.value,
        "rule": found.rule,
        "arithmetic": found.arithmetic,
    }


def anchor_line(line: str) -> dict[str, Any]:
    """A JSON object of a page and a quote's selectors, to where the quote stands on the page now."""
    given = _object(line, ("text", "exact"))
    context = {name: given.get(name) for name in ("prefix", "suffix", "old_text")}
    for name, value in context.items():
        if not isinstance(value, str | None):
            raise BadInput(f'"{name}" is no text')
    start = given.get("start")
    if start is not None and (isinstance(start, bool) or not isinstance(start, int) or start < 0):
        raise BadInput('"start" is no whole number from 0 on')
    if not given["exact"].strip():
        raise BadInput('"exact" holds no words')
    sought = Sought(given["exact"], context["prefix"] or "", context["suffix"] or "", start)
    found = look(sought, given["text"], context["old_text"])
    state = PassageState.GONE if found.state is PassageState.UNMEASURED else found.state
    return {
        "state": state.value,
        "start": found.start,
        "end": found.end,
        "score": found.score,
        "changes": [change.value for change in found.changes],
        "diff": [plain(hunk) for hunk in found.hunks],
    }


def stance_pair(line: str, *, reader: StanceReader | None = None) -> dict[str, Any]:
    """A JSON pair of claim and evidence with its stance, how sure it is, and who decided."""
    pair = _object(line, ("claim", "evidence"))
    passage, published = pair["evidence"], pair.get("published")
    claim = _measured(pair["claim"], published)
    compared = compare_numbers(claim, passage, published=published)
    (found,) = stances([Read(claim, passage, compared, published)], reader)
    return {
        **pair,
        "label": found.label.value,
        "probability": found.probability,
        "rule": found.decided_by,
    }


def _measured(claim: str, published: str | None) -> Measured:
    return Measured(
        text=claim,
        quantities=quantities(claim),
        dates=tuple(m.edtf for m in dates(claim, published=published)),
    )


def _no_number(name: str) -> float:
    raise ValueError(f"{name} is no JSON")


def _object(line: str, needed: tuple[str, ...]) -> dict[str, Any]:
    try:
        read = json.loads(line, parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise BadInput("not a JSON object") from None
    if not isinstance(read, dict):
        raise BadInput("not a JSON object")
    for name in needed:
        if not isinstance(read.get(name), str):
            raise BadInput(f'"{name}" is missing or no text')
    if not isinstance(read.get("published"), str | None):
        raise BadInput('"published" is no text')
    return read
