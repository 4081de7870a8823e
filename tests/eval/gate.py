"""Measures the extractor on gold files and holds the figures against tests/eval/floors.json.

usage: python tests/eval/gate.py [--misses] [SET ...]

A set fails when a figure is below its floor (or above its ceiling), or when the gold files are no longer
the ones that the floor was measured on. Sets beside the checkout are left out where they are not there.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import sys
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).resolve().parent
CHECKOUT = HERE.parents[1]
SHARED = CHECKOUT.parent / "shared"
FLOORS = HERE / "floors.json"

if str(CHECKOUT) not in sys.path:
    sys.path.insert(0, str(CHECKOUT))

from claims.extract.engine import extract  # noqa: E402 - the line above makes it importable
from claims.extract.scoring import score_pairs  # noqa: E402
from claims.model.record import plain  # noqa: E402
from claims.text.sentences import sentence_spans  # noqa: E402


class Item(NamedTuple):
    """One article with its gold: paths and the publication date."""

    text: Path
    gold: Path
    no_claims: Path
    published: str


def items(name: str) -> list[Item]:
    """The articles of a set, in order; none when it is not there."""
    if name == "sample":
        return [Item(*(HERE / "gold" / f"sample.{s}" for s in _SUFFIXES), "2021-09-02")]
    if name == "seed":
        folder = SHARED / "seed"
        names = ("article.txt", "gold.jsonl", "not_claims.jsonl")
        return [Item(*(folder / n for n in names), "2021-08-31")] if folder.is_dir() else []
    folder = SHARED / "data" / "wikinews"
    return [
        Item(*(meta.with_name(f"{stem}.{s}") for s in _SUFFIXES), published(meta))
        for meta in sorted(folder.glob("train-*.meta.json"))
        for stem in [meta.name.removesuffix(".meta.json")]
    ]


_SUFFIXES = ("txt", "gold.jsonl", "not.jsonl")


def published(meta: Path) -> str:
    """The publication date in an article's metadata."""
    return str(json.loads(meta.read_text(encoding="utf-8"))["date"])


def rows(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSON-lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def digest(found: list[Item]) -> str:
    """SHA-256 over the texts and gold files of a set, in order."""
    total = hashlib.sha256()
    for item in found:
        for path in (item.text, item.gold, item.no_claims):
            total.update(hashlib.sha256(path.read_bytes()).digest())
    return f"sha256:{total.hexdigest()}"


def predictions(item: Item) -> list[dict[str, Any]]:
    """The engine's claims of one article as plain rows."""
    text = item.text.read_text(encoding="utf-8")
    found = extract(text, document="d-0", published=item.published, run="r-0")
    return [plain(claim) for claim in found.claims]


def every_sentence(item: Item) -> list[dict[str, Any]]:
    """The dumb baseline: each sentence is one claim of the article's own voice."""
    text = item.text.read_text(encoding="utf-8")
    spans = [span.trim(text) for span in sentence_spans(text)]
    return [{"start": s.start, "end": s.end, "kind": "event"} for s in spans if len(s)]


def figures(found: list[Item], predict: Any = predictions) -> dict[str, float | int | None]:
    """The figures of a set: those of `citetrail eval`, and how often it claims what is no claim."""
    pairs = [(rows(item.gold), predict(item)) for item in found]
    out = score_pairs(pairs)
    passages = [
        (bad, gold, made)
        for item, (gold, made) in zip(found, pairs, strict=True)
        for bad in rows(item.no_claims)
    ]
    hits = sum(any(_lies_on(p, bad, gold) for p in made) for bad, gold, made in passages)
    return out | {"on_not_claims": round(hits / len(passages), 3) if passages else None}


def _lies_on(row: dict[str, Any], bad: dict[str, Any], gold: list[dict[str, Any]]) -> bool:
    """Whether a prediction lies on half of a passage that is no claim, and covers no gold claim."""

    def shared(other: dict[str, Any]) -> float:
        both = min(row["end"], other["end"]) - max(row["start"], other["start"])
        return max(0, both) / (other["end"] - other["start"])

    return shared(bad) >= 0.5 and not any(shared(g) >= 0.8 for g in gold)


def evaluation_script() -> Any:
    """The scorer beside the checkout, or None."""
    path = SHARED / "eval" / "score_claims.py"
    if not path.is_file():
        return None
    spec = importlib.util.spec_from_file_location("score_claims", path)
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    return script


def failures(name: str, floor: dict[str, Any]) -> tuple[dict[str, float | int | None], list[str]]:
    """The figures of a set and what is wrong with them, in words."""
    found = items(name)
    got = figures(found)
    wrong = []
    if digest(found) != floor["digest"]:
        wrong.append(f"{name}: the gold files are not those the floor was measured on; pin it anew")
    wrong += [
        f"{name}: {k} is {got[k]}, under its floor {v}"
        for k, v in floor["floors"].items()
        if (got[k] or 0) < v
    ]
    wrong += [
        f"{name}: {k} is {got[k]}, over its ceiling {v}"
        for k, v in floor["ceilings"].items()
        if (got[k] or 0) > v
    ]
    return got, wrong


def missed(name: str) -> list[str]:
    """The level-3 gold claims of a set that no prediction covers."""
    out = []
    for item in items(name):
        made = predictions(item)
        for g in rows(item.gold):
            need = 0.8 * (g["end"] - g["start"])
            if g["level"] == 3 and not any(
                min(p["end"], g["end"]) - max(p["start"], g["start"]) >= need for p in made
            ):
                out.append(f"{item.text.name}\t{g['core']}")
    return out


def main() -> int:
    """Print the figures of each set and what is wrong; 1 when something is."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sets", nargs="*", metavar="SET")
    parser.add_argument(
        "--misses", action="store_true", help="list the level-3 claims that were missed"
    )
    options = parser.parse_args()
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    failed = 0
    for name in options.sets or floors:
        if not items(name):
            sys.stdout.write(f"{name}: left out, its files are not beside the checkout\n")
            continue
        got, wrong = failures(name, floors[name])
        dumb = figures(items(name), every_sentence)["claim_f1"]
        sys.stdout.write(
            f"{name}: "
            + " ".join(f"{k}={v}" for k, v in got.items())
            + f" (every sentence: claim_f1={dumb})\n"
        )
        sys.stdout.writelines(f"FAIL {line}\n" for line in wrong)
        if options.misses:
            sys.stdout.writelines(f"missed\t{line}\n" for line in missed(name))
        failed += bool(wrong)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
