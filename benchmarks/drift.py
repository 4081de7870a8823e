"""What becomes of cited passages when pages change: articles to cases of known truth to a confusion table.

    python3 benchmarks/drift.py [FOLDER] [--cases 2000] [--seed 1] [--half even|odd|all] [--misses]

FOLDER holds NAME.txt and perhaps corpus.jsonl with "text"; without it the bundled sample is used. Each case
is an article in a page, a quote in it, and one edit (`drift_edits.py`). Prints the table, the figures, and
three plain baselines on the same cases.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

TOP = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TOP))
sys.path.insert(0, str(TOP / "benchmarks"))

from drift_edits import CLOSE, EDITS, OPEN, churn  # noqa: E402 - after the path is set
from rapidfuzz import fuzz  # noqa: E402

from claims.anchor.nearness import Sought  # noqa: E402
from claims.anchor.passage_state import look  # noqa: E402
from claims.anchor.tokens import tokens  # noqa: E402
from claims.model.selector import select  # noqa: E402
from claims.model.span import Span  # noqa: E402
from claims.text.decode import decode  # noqa: E402
from claims.text.html_text import html_page  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from drift_edits import Drift

STATES = ("present", "moved", "altered", "gone")
SENTENCE = re.compile(r"[A-Z\"][^\n]{25,400}?[.!?]\"?(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Case:
    """One page then and now; `where` is the quote's true place now, none when it is gone."""

    edit: Drift
    sought: Sought
    then: str
    now: str
    where: Span | None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a method says of a case."""

    state: str
    where: Span | None
    changes: tuple[str, ...] = ()


def articles(folder: Path | None) -> list[str]:
    """The texts of a folder, or of the bundled sample, with at least four paragraphs each."""
    if folder:
        texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]
        corpus = folder / "corpus.jsonl"
        if corpus.exists():
            with corpus.open(encoding="utf-8") as lines:
                texts += [json.loads(line)["text"] for line in lines]
    else:
        sample = TOP / "claims/sample"
        pages = [sample / "article.html", *sorted((sample / "sources").glob("*.html"))]
        texts = [html_page(decode(page.read_bytes(), markup=True)).text for page in pages]
    return [text for text in texts if text.count("\n") >= 4 and len(text) > 600]


def cases(texts: list[str], count: int, rng: random.Random) -> Iterator[Case]:
    """Cases of every edit in turn, each on an article and a quote drawn by `rng`."""
    made = tried = 0
    while made < count and tried < 60 * count:
        edit = EDITS[made % len(EDITS)]
        tried += 1
        case = _case(rng.choice(texts), edit, texts, rng)
        if case:
            made += 1
            yield case


def _case(text: str, edit: Drift, texts: list[str], rng: random.Random) -> Case | None:
    text = re.sub(r"\n+", "\n\n", text.strip())
    span = _quote(text, rng)
    if span is None:
        return None
    marked = text[: span.start] + OPEN + span.of(text) + CLOSE + text[span.end :]
    page = churn(marked, rng, []) if rng.random() < 0.5 else marked
    changed = edit.apply(page, rng, [other for other in texts if other[:40] != text[:40]])
    if changed is None:
        return None
    if edit.name != "nothing" and rng.random() < 0.3:
        changed = churn(changed, rng, [])
    then, was = _unmarked(page)
    now, where = _unmarked(changed)
    sought = select(then, was)
    if edit.state == "gone" and _stands(sought.exact, now):
        return None
    if then.count(sought.exact) > 1:
        return None
    if (
        edit.state == "altered"
        and edit.kind not in {"", "words"}
        and _same(sought.exact, where.of(now), edit)
    ):
        return None
    quote = Sought(sought.exact, sought.prefix, sought.suffix, sought.start)
    return Case(edit, quote, then, now, None if edit.state == "gone" else where)


def _same(old: str, new: str, edit: Drift) -> bool:
    return edit.name != "negation right before" and tokens(old).words == tokens(new).words


def _stands(exact: str, text: str) -> bool:
    return " ".join(tokens(exact).words) in " ".join(tokens(text).words)


def _unmarked(marked: str) -> tuple[str, Span]:
    start = marked.index(OPEN)
    end = marked.index(CLOSE) - 1
    return marked.replace(OPEN, "").replace(CLOSE, ""), Span(start, end)


def _quote(text: str, rng: random.Random) -> Span | None:
    """A sentence, two sentences, or some words of one."""
    found = [m.span() for m in SENTENCE.finditer(text)]
    if not found:
        return None
    at = rng.randrange(len(found))
    start, end = found[at]
    how = rng.random()
    if how < 0.45:
        return Span(start, end)
    if how < 0.6 and at + 1 < len(found) and "\n" not in text[end : found[at + 1][0]]:
        return Span(start, found[at + 1][1])
    words = [m.span() for m in re.finditer(r"\S+", text[start:end])]
    size = min(len(words), rng.randint(5, 18))
    first = rng.randint(0, len(words) - size)
    return Span(start + words[first][0], start + words[first + size - 1][1])


def ours(case: Case) -> Answer:
    """The product, with the old page at hand."""
    return _told(case, case.then)


def by_selectors(case: Case) -> Answer:
    """The product, with the stored selectors alone."""
    return _told(case, None)


def _told(case: Case, then: str | None) -> Answer:
    found = look(case.sought, case.now, then)
    where = None if found.start is None or found.end is None else Span(found.start, found.end)
    return Answer(found.state.value, where, tuple(change.value for change in found.changes))


def exact_search(case: Case) -> Answer:
    """The first place of the very characters."""
    at = case.now.find(case.sought.exact)
    return (
        Answer("present", Span(at, at + len(case.sought.exact)))
        if at >= 0
        else Answer("gone", None)
    )


def position(case: Case) -> Answer:
    """The old place, whatever stands there now: present when it is the quote, else altered."""
    start = case.sought.start or 0
    end = start + len(case.sought.exact)
    same = case.now[start:end] == case.sought.exact
    return Answer("present" if same else "altered", Span(start, end))


def partial_ratio(case: Case) -> Answer:
    """Naive: 100 is present, 85 and more altered."""
    found = fuzz.partial_ratio_alignment(case.sought.exact, case.now, score_cutoff=85)
    if found is None:
        return Answer("gone", None)
    state = "present" if found.score >= 100 else "altered"
    return Answer(state, Span(found.dest_start, found.dest_end))


def is_wrong(case: Case, answer: Answer) -> bool:
    """Whether the anchor stands where the quote is not."""
    if answer.where is None:
        return False
    if case.where is None:
        return True
    return 2 * case.where.overlap(answer.where) < max(len(case.where), len(answer.where))


def is_hidden(case: Case, answer: Answer) -> bool:
    """Whether an altered number or negation passes for the old words."""
    return case.edit.kind in {"number", "negation"} and answer.state in {"present", "moved"}


def report(name: str, made: list[Case], method: Callable[[Case], Answer], *, misses: bool) -> None:
    """Print the figures of one method."""
    began = time.perf_counter()
    answers = [method(case) for case in made]
    took = time.perf_counter() - began
    pairs = list(zip(made, answers, strict=True))
    right = sum(case.edit.state == answer.state for case, answer in pairs)
    wrong = sum(is_wrong(case, answer) for case, answer in pairs)
    hidden = sum(is_hidden(case, answer) for case, answer in pairs)
    told = [(c, a) for c, a in pairs if c.edit.kind and a.state == "altered"]
    named = sum(c.edit.kind in a.changes for c, a in told)
    print(
        f"{name}: state right {right / len(made):.2%}, wrong anchors {wrong / len(made):.2%} ({wrong}),"
        f" altered number or negation hidden {hidden}, {1000 * took / len(made):.1f} ms a case"
    )
    if not misses:
        return
    if told:
        print(
            f"  of {len(told)} altered passages found, the kind of change is named in {named / len(told):.1%}"
        )
    table = Counter((case.edit.state, answer.state) for case, answer in pairs)
    print("  truth      " + "".join(f"{state:>10}" for state in STATES))
    for truth in STATES:
        print(f"  {truth:<11}" + "".join(f"{table[truth, state]:>10}" for state in STATES))
    for edit in EDITS:
        mine = [a.state == edit.state and not is_wrong(c, a) for c, a in pairs if c.edit is edit]
        print(f"  {edit.name:<30} {sum(mine):>5} of {len(mine)}")


def show(made: list[Case], method: Callable[[Case], Answer]) -> None:
    """Print the cases that a method gets wrong."""
    for case in made:
        answer = method(case)
        told = case.edit.kind in answer.changes if case.edit.kind else True
        if case.edit.state == answer.state and not is_wrong(case, answer) and told:
            continue
        now = answer.where.of(case.now) if answer.where else None
        true = case.where.of(case.now) if case.where else None
        print(
            f"\n{case.edit.name}: {answer.state} {answer.changes}\n  then {case.sought}"
            f"\n  true {true!r}\n  said {now!r}"
        )


def main() -> None:
    """Read the options, make the cases, print."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("folder", nargs="?", type=Path)
    options.add_argument("--cases", type=int, default=2000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--half", choices=("even", "odd", "all"), default="all")
    options.add_argument("--misses", action="store_true", help="print the cases that go wrong")
    asked = options.parse_args()
    texts = articles(asked.folder)
    texts = {"even": texts[::2], "odd": texts[1::2], "all": texts}[asked.half]
    made = list(cases(texts, asked.cases, random.Random(asked.seed)))
    print(f"{len(made)} cases from {len(texts)} articles, seed {asked.seed}, half {asked.half}")
    report("ours", made, ours, misses=True)
    report("ours, from the selectors alone", made, by_selectors, misses=True)
    report("exact search", made, exact_search, misses=False)
    report("position only", made, position, misses=False)
    report("rapidfuzz partial_ratio", made, partial_ratio, misses=False)
    if asked.misses:
        show(made, ours)


if __name__ == "__main__":
    main()
