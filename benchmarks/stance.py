"""How well a stance reader does, how often it answers, and how fast: figures and a curve, printed.

    python3 benchmarks/stance.py [DATA|PAIRS.jsonl] [--reader FOLDER] [--pairs N] [--numbers] [--fit]

PAIRS.jsonl has "claim", "evidence" and "label" (SUPPORTS, REFUTES, NOT_ENOUGH_INFO), as
tests/eval/gold/outside_pairs.jsonl does; DATA is the data folder: of it the weights that ship have not seen
Citation-Integrity dev, Factcheck-GPT and WiCE, and a network of your own (docs/stance.md) is measured on
HealthVer and Climate-FEVER too. Without an argument: the figures and the curve that the weights were shipped
with, of pairs that were not learned from. --numbers says what `citetrail stance` says, and who decided. --fit
prints a `stance.json` for these pairs, and what it comes to on claims that it was not fitted on. Speed is in
CPU time of one thread.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import time
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"  # read when numpy and its kin are imported

TOP = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TOP))

import numpy as np  # noqa: E402 - after the path is set

from claims.encoder.stance_encoder import LABELS, WEIGHTS  # noqa: E402
from claims.evidence.stance import SIDED, shown  # noqa: E402
from claims.steps.judge import stance_pair  # noqa: E402
from claims.steps.stance import reader_of  # noqa: E402
from train.stance import scores  # noqa: E402
from train.stance.pairs import Pair, citation_dev, load  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from claims.evidence.stance import StanceReader

    Floats = NDArray[np.floating]

TWO_WAY = "Climate-FEVER sentences, SUPPORTS or REFUTES"
NAMES = [label.value for label in LABELS]


def main() -> int:
    """Print what the weights came with, and what they do on the pairs given."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("given", type=Path, nargs="?")
    parser.add_argument("--reader", default=os.environ.get("CITETRAIL_STANCE") or "encoder")
    parser.add_argument("--pairs", type=int, default=0, help="read no more than these of each set")
    parser.add_argument("--numbers", action="store_true", help="let the quantity engine overrule")
    parser.add_argument("--fit", action="store_true", help="choose temperature and threshold")
    options = parser.parse_args()
    reader = reader_of(options.reader)
    if reader is None:
        print("No reader: no stance weights are installed; --reader FOLDER measures your own.")
        return 1
    print(f"{reader.name}: threshold {reader.threshold}")
    own = options.reader != "encoder"
    if options.given is None:
        if own:
            parser.error("a network of your own needs DATA or PAIRS.jsonl")
        shipped_with(json.loads((WEIGHTS / "manifest.json").read_text(encoding="utf-8")))
        return 0
    for what, pairs in sets(options.given, own=own).items():
        print(f"\n{what}")
        kept = pairs[: options.pairs or None]
        shares = measure(reader, kept)
        if options.numbers:
            with_numbers(reader, kept, lines(options.given, kept))
        if options.fit:
            fit(reader, kept, shares)
    return 0


def sets(given: Path, *, own: bool) -> dict[str, list[Pair]]:
    """Labelled pairs by name; sets that the shipped weights learn from only for a network of one's own."""
    if given.is_file():
        return {"PAIRS": from_lines(given)}
    found = {
        "Citation-Integrity dev, marked sentence": citation_dev(given, whole=False),
        "Citation-Integrity dev, whole passages": citation_dev(given, whole=True),
    }
    pairs = [p for p in load(given) if p.gold is not None]
    for name, source in (("Factcheck-GPT", "factcheck_gpt"), ("WiCE dev", "wice")):
        found[name] = [p for p in pairs if p.source == source]
    if own:
        climate = [p for p in pairs if p.source == "climate_fever"]
        found["HealthVer dev"] = [p for p in pairs if p.source == "healthver"]
        found["Climate-FEVER sentences"] = climate
        found[TWO_WAY] = [p for p in climate if p.gold != scores.UNSURE]
    return found


def shipped_with(manifest: Mapping[str, Any]) -> None:
    """The figures of the folds and the curve, as the training left them."""
    for what, figures in manifest["scores"].items():
        print(f"\n{what}")
        for figure, value in figures.items():
            print(f"  {figure:44} {value}")
    print("\nof our own pairs with the arithmetic on the network's side, by threshold")
    print_curve(manifest["curve"])


def from_lines(path: Path) -> list[Pair]:
    """Labelled pairs, one JSON object a line."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
    targets = {name: tuple(float(name == other) for other in NAMES) for name in NAMES}
    return [Pair(r["claim"], r["evidence"], targets[r["label"]], path.name) for r in rows]  # type: ignore[arg-type]


def measure(reader: StanceReader, pairs: Sequence[Pair]) -> Floats:
    """Figures, baselines, curve and speed; of two labels where no pair is without a stance."""
    gold = [p.target.index(1.0) for p in pairs]
    before = time.process_time()
    views = reader.read([shown(p.claim, p.passage, reader) for p in pairs])
    taken = time.process_time() - before
    shares = np.array([[view[label] for label in LABELS] for view in views])
    classes = scores.CLASSES if scores.UNSURE in gold else scores.UNSURE
    said = shares[:, :classes].argmax(1).tolist()
    print(f"  {len(pairs)} pairs, macro-F1 {scores.macro_f1(gold, said, classes)}")
    print(f"  majority {scores.majority(gold, classes)}")
    print(f"  word overlap at its best {scores.lexical(pairs, gold, classes)}")
    print(f"  expected calibration error {scores.calibration_error(shares, gold)}")
    print_curve(scores.curve(shares, gold, reader.threshold))
    print(f"  {len(pairs) / taken:.0f} pairs a second of CPU, {platform.machine()}")
    return shares


def fit(reader: StanceReader, pairs: Sequence[Pair], shares: Floats) -> None:
    """The settings for these pairs, and what those of one half of the claims do on the other half."""
    gold = [p.target.index(1.0) for p in pairs]
    logits = np.log(np.clip(shares, 1e-9, 1.0))
    given = right = 0
    first = [zlib.crc32(p.claim.encode()) % 2 == 0 for p in pairs]
    for part in (True, False):
        learnt = [i for i, half in enumerate(first) if half is part]
        other = [i for i, half in enumerate(first) if half is not part]
        if learnt and other:
            warmth, threshold = _fitted(logits[learnt], [gold[i] for i in learnt])
            held = scores.probabilities(logits[other], warmth)
            found = scores.answers(held, [gold[i] for i in other], threshold)
            given, right = given + found[0], right + found[1]
    warmth, threshold = _fitted(logits, gold)
    found_warmth = round(warmth * reader.temperature, 2)
    print(f'  stance.json: {{"temperature": {found_warmth}, "threshold": {threshold}}}')
    share = right / max(1, given)
    print(
        f"  fitted so on half of the claims, on the other half: {given} answers, {share:.3f} right"
    )


def _fitted(logits: Floats, gold: Sequence[int]) -> tuple[float, float]:
    warmth = scores.temperature(logits, gold)
    return warmth, scores.threshold(scores.probabilities(logits, warmth), gold)


def lines(given: Path, pairs: Sequence[Pair]) -> list[str]:
    """The pairs as `citetrail stance` reads them, with their dates where the file has any."""
    if given.is_file():
        return [one for one in given.read_text(encoding="utf-8").split("\n") if one][: len(pairs)]
    return [json.dumps({"claim": p.claim, "evidence": p.passage}) for p in pairs]


def with_numbers(reader: StanceReader, pairs: Sequence[Pair], asked: Sequence[str]) -> None:
    """What `citetrail stance` says: threshold and quantity engine applied."""
    gold = [p.target.index(1.0) for p in pairs]
    said = [stance_pair(line, reader=reader) for line in asked]
    labels = [NAMES.index(row["label"]) for row in said]
    given = [i for i, label in enumerate(labels) if label != scores.UNSURE]
    ways = {
        "numbers alone": lambda rule: not rule.startswith(reader.name),
        "the network with the arithmetic on its side": lambda rule: f" {SIDED} " in rule,
        "the network alone": lambda rule: rule == reader.name,
    }
    print(
        f"  as suggested: {_right(given, labels, gold)}, macro-F1 {scores.macro_f1(gold, labels)}"
    )
    for what, is_so in ways.items():
        print(f"    {what}: {_right([i for i in given if is_so(said[i]['rule'])], labels, gold)}")


def _right(places: Sequence[int], said: Sequence[int], gold: Sequence[int]) -> str:
    return f"{len(places)} answers, {sum(said[i] == gold[i] for i in places)} right"


def print_curve(rows: Sequence[Mapping[str, float]]) -> None:
    """Threshold, coverage and accuracy as columns."""
    print("  threshold  coverage  accuracy  stances kept")
    for row in rows:
        print(
            f"  {row['threshold']:9.3f} {row['coverage']:9.3f} {row['accuracy']:9.3f} {row['kept']:9.3f}"
        )


if __name__ == "__main__":
    sys.exit(main())
