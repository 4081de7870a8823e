"""Whether a check-worthiness of 0.8 means eight in ten: a table of labelled sentences to a diagram.

    python3 benchmarks/reliability.py TABLE.tsv [--engine rules] [--weights FOLDER] [--print]

TABLE.tsv has the columns `text` and `checkworthy` (0 or 1). Writes docs/reliability.svg and the figures in
docs/method.md; with --print it prints them and writes nothing.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import math
import os
import platform
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

TOP = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TOP))

from claims.extract.finding import ByEncoder  # noqa: E402 - after the path is set
from claims.extract.worth.sentence_scores import reliability, score_sentences  # noqa: E402
from claims.steps.finder import ENGINES, finder_of  # noqa: E402
from claims.steps.weigh import score_by, worth_of  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.extract.finding import Finder
    from claims.extract.worth.sentence_scores import Bin

    Judged = list[tuple[float, bool]]

DIAGRAM = TOP / "docs/reliability.svg"
PAGE = TOP / "docs/method.md"
BEGIN, END = "<!-- reliability: made by benchmarks/reliability.py -->\n", "<!-- end -->\n"
LEFT, BASE, SIDE = 60, 330, 300
"""Pixels: where the diagram's square begins, where its lower edge lies, how long its side is."""

STYLE = (
    "text{fill:#1d1a15}.a{stroke:#6b5d45;fill:none}.d{stroke:#6b5d45;stroke-dasharray:4 4}"
    ".r{stroke:#3d6478;stroke-width:2}circle{fill:#3d6478}.c{font-size:11px;fill:#4c4537}"
    "@media(prefers-color-scheme:dark){svg{background:#fff}}"
)


def judge(table: Path, finder: Finder, worthiness: str) -> Judged:
    """The score and the label of each sentence."""
    score = score_by(finder, worth_of(worthiness))
    with table.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    return [(score(row["text"])[0], row["checkworthy"] == "1") for row in rows]


def written(table: Path, finder: Finder, judged: Judged, *, options: str) -> str:
    """The figures and the reliability table as Markdown, with the command, the machine and the date."""
    found = score_sentences(judged)
    digest = hashlib.sha256(table.read_bytes()).hexdigest()[:12]
    machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    head = (
        f"`python3 benchmarks/reliability.py {table.name}{options}` (table `{digest}`, engine"
        f" {finder.name}; {machine}; {datetime.now(UTC):%Y-%m-%d}):"
        f" {found['sentences']} sentences, {found['positives']} worth checking."
        f" F1 {found['f1']} at 0.5, average precision {found['average_precision']},"
        f" Brier score {found['brier']}, expected calibration error {found['calibration_error']}."
    )
    rows = [
        f"| {b.lowest:.1f} to {b.highest:.1f} | {b.sentences} | {_shown(b.mean_score)}"
        f" | {_shown(b.positive_share)} |"
        for b in reliability(judged)
    ]
    top = "| score | sentences | mean score | share worth checking |\n|---|---|---|---|"
    return "\n".join([head, "", top, *rows]) + "\n"


def _shown(value: float | None) -> str:
    return "none" if value is None else f"{value:.2f}"


def diagram(bins: Sequence[Bin]) -> str:
    """The reliability diagram: each bin's share of positives over its mean score, with 95 % intervals."""
    said = "; ".join(
        f"mean score {_shown(b.mean_score)}, {_shown(b.positive_share)} of {b.sentences}"
        for b in bins
        if b.sentences
    )
    head = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 390" role="img" aria-labelledby="t d"'
        ' font-family="system-ui, sans-serif" font-size="13">\n'
        f'<title id="t">Reliability of check-worthiness</title>\n<style>{STYLE}</style>\n'
        f'<desc id="d">Share worth checking by mean score: {said}.</desc>'
    )
    down = f'transform="translate(18 {BASE - SIDE / 2:.0f}) rotate(-90)"'
    parts = [
        head,
        f'<rect class="a" x="{LEFT}" y="{BASE - SIDE}" width="{SIDE}" height="{SIDE}"/>',
        f'<path class="d" d="M{LEFT} {BASE}L{LEFT + SIDE} {BASE - SIDE}"/>',
        *(_mark(i / 5) for i in range(6)),
        *(_point(b) for b in bins if b.sentences),
        f'<text x="{LEFT + SIDE / 2:.0f}" y="375" text-anchor="middle">mean score</text>',
        f'<text {down} text-anchor="middle">share worth checking</text>',
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _mark(at: float) -> str:
    """A number on both axes."""
    x, y = _place(at, at)
    return (
        f'<text class="c" x="{x}" y="{BASE + 16}" text-anchor="middle">{at:.1f}</text>'
        f'<text class="c" x="{LEFT - 6}" y="{y + 4}" text-anchor="end">{at:.1f}</text>'
    )


def _point(one: Bin) -> str:
    """A bin's point, its interval, and how many sentences it stands for."""
    share = one.positive_share or 0.0
    x, y = _place(one.mean_score or 0.0, share)
    low, high = (_place(0.0, end)[1] for end in _interval(share, one.sentences))
    aside, anchor = (-8, "end") if x > LEFT + SIDE / 2 else (8, "start")
    return (
        f'<path class="r" d="M{x} {low}V{high}"/><circle cx="{x}" cy="{y}" r="4"/>'
        f'<text class="c" x="{x + aside:.1f}" y="{y + 4:.1f}" text-anchor="{anchor}">'
        f"{one.sentences}</text>"
    )


def _place(score: float, share: float) -> tuple[float, float]:
    return round(LEFT + SIDE * score, 1), round(BASE - SIDE * share, 1)


def _interval(share: float, count: int) -> tuple[float, float]:
    """Wilson's 95 % interval of a share."""
    z = 1.96
    middle = share + z * z / (2 * count)
    half = z * math.sqrt(share * (1 - share) / count + z * z / (4 * count * count))
    whole = 1 + z * z / count
    return (middle - half) / whole, (middle + half) / whole


def _finder(engine: str, weights: Path | None) -> Finder:
    if weights is None:
        return finder_of(engine)
    from claims.encoder.onnx_encoder import OnnxEncoder  # noqa: PLC0415 - as finder_of does

    return ByEncoder(OnnxEncoder(weights))


def main() -> None:
    """Score the table, then write the diagram and the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("table", type=Path)
    parser.add_argument("--engine", choices=ENGINES, default="encoder")
    parser.add_argument("--weights", type=Path, help="a folder of other weights than the shipped")
    parser.add_argument("--worthiness", default="", help="a desk's own worthiness.yml")
    parser.add_argument("--print", action="store_true", help="print the figures, write nothing")
    asked = parser.parse_args()
    finder = _finder(asked.engine, asked.weights)
    judged = judge(asked.table, finder, asked.worthiness)
    options = "" if asked.engine == "encoder" else f" --engine {asked.engine}"
    text = written(asked.table, finder, judged, options=options)
    print(text)
    if asked.print:
        return
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    PAGE.write_text(f"{before}{BEGIN}{text}{END}{after}", encoding="utf-8")
    DIAGRAM.write_text(diagram(reliability(judged)), encoding="utf-8")


if __name__ == "__main__":
    main()
