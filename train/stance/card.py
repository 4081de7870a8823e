"""What the stance weights are, out of what they were made and how well they do: manifest and card."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claims import __version__
from train.network import BASE
from train.stance.pairs import digest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from train.stance.held import Results

NAME = "stance-1"


def write_card(out: Path, *, data: Path, results: Results, sets: Mapping[str, str]) -> None:
    """Write `manifest.json` and `card.md` beside the weights in `out`; `sets` are licences by name."""
    weights = out / "stance.onnx"
    manifest = {
        "name": NAME,
        "sha256": hashlib.sha256(weights.read_bytes()).hexdigest(),
        "bytes": weights.stat().st_size,
        "temperature": results.temperature,
        "threshold": results.threshold,
        "sided": results.sided,
        "base": {"name": "all-MiniLM-L6-v2", "sha256": BASE, "licence": "Apache-2.0"},
        "data": {
            "sha256": digest(data),
            "sets": dict(sets),
        },
        "code": {"version": __version__, "sha256": _code_digest()},
        "scores": results.scores,
        "curve": results.curve,
    }
    text = json.dumps(manifest, indent=2, ensure_ascii=False) + "\n"
    (out / "manifest.json").write_text(text, encoding="utf-8")
    (out / "card.md").write_text(_card(manifest), encoding="utf-8")


def _code_digest() -> str:
    """SHA-256 over the sources of this folder, by name."""
    total = hashlib.sha256()
    for path in sorted(Path(__file__).parent.glob("*.py")):
        total.update(path.name.encode() + path.read_bytes())
    return total.hexdigest()


def _card(manifest: Mapping[str, Any]) -> str:
    sets_ = "\n".join(f"- `{name}`: {words}." for name, words in manifest["data"]["sets"].items())
    rows = "\n".join(
        f"| {what} | {name} | {value} |"
        for what, figures in manifest["scores"].items()
        for name, value in figures.items()
    )
    curve = "\n".join(
        f"| {r['threshold']} | {r['coverage']} | {r['accuracy']} | {r['kept']} |"
        for r in manifest["curve"]
    )
    return f"""# Model card: {manifest["name"]}

A small cross-encoder (MiniLM, 6 layers, 22 million weights, int8, {manifest["bytes"] / 1e6:.1f} MB) that reads an
English claim and a passage in one window and gives the probability that the passage SUPPORTS it, REFUTES it, or
holds NOT_ENOUGH_INFO. The probabilities are divided by temperature {manifest["temperature"]}. From {manifest["sided"]} on it is
believed where the arithmetic of the quantity engine takes its side, alone only from {manifest["threshold"]} on;
below, the product abstains. It suggests; a person judges.

**Made from** {manifest["base"]["name"]} ({manifest["base"]["licence"]}, SHA-256 `{manifest["base"]["sha256"]}`), trained on:

{sets_}

Data digest `{manifest["data"]["sha256"]}`, code digest `{manifest["code"]["sha256"]}`. Rebuild: `train/README.md`.

**Figures.** None of the pairs was learned from: of the sets with folds a fifth of the claims (a passage may stand
beside another claim in both parts), Factcheck-GPT and WiCE whole, of our own pairs each twelfth claim.
`word overlap` has its two cuts chosen on the very pairs, so it is an upper bound.

| measured on | figure | value |
| --- | --- | --- |
{rows}

Of our own pairs held out, where the arithmetic takes a side: share of them answered by threshold, share of
the answers that are right, share of the pairs with a stance that are found.

| threshold | coverage | accuracy | kept |
| --- | --- | --- | --- |
{curve}

**Not for** other languages than English, verdicts, or pages as a whole. Of pairs that people have labelled it knows
little without a number: there it is sure and wrong, which is why it is hardly believed alone.
"""
