"""What the weights are, out of what they were made and how well they do: manifest and model card."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claims import __version__
from train import sets
from train.network import BASE, DEPTH
from train.teacher.network import BASE as LARGER

if TYPE_CHECKING:
    from collections.abc import Mapping

NAME = "encoder-1"


def write_card(out: Path, *, data: Path, scores: Mapping[str, Any]) -> None:
    """Write `manifest.json` and `card.md` beside the weights in `out`."""
    weights = out / "encoder.onnx"
    manifest = {
        "name": NAME,
        "sha256": hashlib.sha256(weights.read_bytes()).hexdigest(),
        "bytes": weights.stat().st_size,
        "base": {"name": "all-MiniLM-L6-v2", "sha256": BASE, "licence": "Apache-2.0"},
        "larger": {"name": "all-mpnet-base-v2", "sha256": LARGER, "licence": "Apache-2.0"},
        "data": {"sha256": sets.digest(data), "sets": sets.LICENCES},
        "code": {"version": __version__, "sha256": code_digest()},
        "scores": scores,
    }
    text = json.dumps(manifest, indent=2, ensure_ascii=False) + "\n"
    (out / "manifest.json").write_text(text, encoding="utf-8")
    (out / "card.md").write_text(_card(manifest), encoding="utf-8")


def code_digest() -> str:
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
    return f"""# Model card: {manifest["name"]}

A small encoder ({DEPTH} layers of MiniLM, 23 million weights, int8, {manifest["bytes"] / 1e6:.1f} MB) that reads English
news and says of each word whether a claim begins or goes on there, and of each claim its kind, whether it must
be checked, whether somebody is credited with it and whether it depends on a date; of each sentence,
whether it is worth checking and whether it holds a factual claim.

**Made from** {manifest["base"]["name"]} ({manifest["base"]["licence"]}, SHA-256 `{manifest["base"]["sha256"]}`), trained on:

{sets_}

Of debate sentences, of the written texts and of those without labels it learned also from what two larger networks
say (trained for this from {manifest["larger"]["name"]}, {manifest["larger"]["licence"]}, SHA-256 `{manifest["larger"]["sha256"]}`; they have read no article).

Data digest `{manifest["data"]["sha256"]}`, code digest `{manifest["code"]["sha256"]}`. Rebuild: `train/README.md`.

**Figures** (articles: five-fold cross-validation over the labelled articles, whole engine; the labels were made by
a large language model reading after a guide, no human adjudication; two such labellings agree at claim_f1 0.93):

| measured on | figure | value |
| --- | --- | --- |
{rows}

**Not for** other languages than English, verdicts, or persons: it says what could be checked, not what is true.
It knows US debates and Wikinews articles; on other kinds of text it does worse, and boundaries between
two claims are where it errs most.
"""
