"""One command rebuilds the stance weights: `python -m train.stance DATA`. Seeds are fixed; one thread."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch

from claims.encoder.onnx_encoder import load_tokenizer
from claims.encoder.stance_encoder import LONGEST, WEIGHTS
from train.network import base_folder, save
from train.stance import held
from train.stance.batch import examples
from train.stance.card import write_card
from train.stance.learn import logits_of
from train.stance.lessons import Lessons
from train.stance.network import fresh
from train.stance.ours import Ours, mixed, news, ours, tables, trials, without
from train.stance.pairs import LICENCES, folds, load
from train.stance.ship import ship
from train.stance.written import unseen, written

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray
    from tokenizers import Tokenizer

    from train.stance.network import PairNetwork
    from train.stance.pairs import Pair

CROSSED = ("healthver", "climate_fever")
"""Sets that are scored fold by fold, each pair by a network that has not seen its claim."""

NEVER = ("factcheck_gpt", "wice")
"""Sets that no network learns from."""

OURS = {
    "written": "claims about passages of the sets and of news (CC BY 2.5), written by a large language model,"
    " checked by no person (train/labels/stance.jsonl)",
    "pairs": "claims with passages, facts mostly invented, written by a large language model, checked by no"
    " person (train/labels/pairs.jsonl, trials.jsonl, tests/tables/compare_*.yaml)",
}
"""What is our own, for the card."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Train without one fold at a time, score each network on its fold, ship the first, write the card."""
    options = _options(arguments)
    torch.set_num_threads(options.threads)
    tokenizer = load_tokenizer(base_folder() / "tokenizer.json")
    pairs = load(options.data, options.left_out)
    lessons = Lessons(tokenizer, _say, device=options.device, more=options.more)
    kept: Path = options.work
    dealt = folds(p for p in pairs if p.source in CROSSED)
    cited = [p for p in pairs if p.source == "citation_integrity"]
    about, own = written(options.data, pairs), _own(options.data)
    networks, crossed, logits = [], [], []
    for number in options.folds:
        out = dealt[number]
        seen = [p for i, part in enumerate(dealt) if i != number for p in part]
        learnt = partial(lessons.together, [*seen, *cited, *unseen(about, out), *own.seen])
        networks.append(_stage(kept / f"fold-{number}.pt", learnt))
        crossed += out
        logits.append(_read(networks[-1], out, tokenizer))
    first = networks[0]
    never = [p for p in pairs if p.source in NEVER and p.gold is not None]
    results = held.results(
        options.data,
        held.Scored([*crossed, *never], np.concatenate([*logits, _read(first, never, tokenizer)])),
        held.Scored(own.held, _read(first, own.held, tokenizer)),
        lambda p: _read(first, p, tokenizer),
    )
    if options.alone:
        alone = _Alone(lessons, tokenizer, kept)
        results.scores["one set alone"] = alone.figures(options.data, pairs, dealt)
    ship(first, options.out)
    gone = {*options.left_out, *NEVER}
    sets = {name: words for name, words in LICENCES.items() if name not in gone} | OURS
    write_card(options.out, data=options.data, results=results, sets=sets)
    _say(json.dumps(results.scores, indent=1))
    return 0


def _own(data: Path) -> Ours:
    """What is our own, with what is made of it, and what is held out of it."""
    own = ours()
    seen = without([*own.seen, *tables(), *trials()], own.held)
    return Ours([*seen, *mixed(seen), *news(data)], own.held)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m train.stance", description=__doc__)
    parser.add_argument("data", type=Path, help="the data folder")
    parser.add_argument("--out", type=Path, default=WEIGHTS, help="where the weights go")
    parser.add_argument(
        "--work",
        type=Path,
        default=Path("train/kept/stance"),
        help="trained networks; one whose weights are there is not trained again",
    )
    parser.add_argument(
        "--folds",
        type=int,
        nargs="+",
        default=[0],
        help="which of 5 are held out, one network each; the first network ships",
    )
    parser.add_argument("--no-alone", dest="alone", action="store_false")
    parser.add_argument(
        "--leave-out",
        dest="left_out",
        choices=sorted(LICENCES),
        nargs="*",
        default=[],
        help="sets to train without; keep another --work folder for them",
    )
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--device", default="cpu", help="as torch names it: cpu, cuda")
    parser.add_argument(
        "--more",
        type=float,
        default=1.0,
        help="times as many epochs, given the time",
    )
    return parser.parse_args(arguments)


@dataclass(frozen=True, slots=True)
class _Alone:
    """Networks that learn one set alone, and what becomes of them where all sets together are scored too."""

    lessons: Lessons
    tokenizer: Tokenizer
    kept: Path

    def figures(
        self, data: Path, pairs: Sequence[Pair], dealt: Sequence[Sequence[Pair]]
    ) -> dict[str, float]:
        """Each crossed set on the first fold, and cited papers on their dev part."""
        found: dict[str, float] = {}
        for source in CROSSED:
            out = [p for p in dealt[0] if p.source == source]
            seen = [p for part in dealt[1:] for p in part if p.source == source]
            if not out:
                continue
            learnt = partial(self.lessons.alone, seen)
            network = _stage(self.kept / f"alone-{source}.pt", learnt)
            for name, reader in (("alone", network), ("all sets", _kept(self.kept / "fold-0.pt"))):
                read = _read(reader, out, self.tokenizer)
                found[f"{source}, first fold, {name}"] = held.figure(source, out, read)
        cited = [p for p in pairs if p.source == "citation_integrity"]
        if cited:
            learnt = partial(self.lessons.alone, cited)
            papers = _stage(self.kept / "alone-citation_integrity.pt", learnt)
            both = held.on_citations(data, lambda p: _read(papers, p, self.tokenizer))
            found |= {f"citation_integrity alone, {k}": v for k, v in both.items() if "F1" in k}
        return found


def _read(network: PairNetwork, pairs: Sequence[Pair], tokenizer: Tokenizer) -> NDArray[np.float32]:
    return logits_of(network, examples(pairs, tokenizer, longest=LONGEST))


def _stage(path: Path, make: Callable[[], PairNetwork]) -> PairNetwork:
    """The network that an earlier run left at `path`, or the one that `make` makes."""
    if not path.exists():
        _say(path.stem)
        save(make(), path)
    return _kept(path)


def _kept(path: Path) -> PairNetwork:
    network = fresh()
    network.load_state_dict(torch.load(path, map_location="cpu", weights_only=True))
    return network.eval()


def _say(words: str) -> None:
    sys.stderr.write(f"{words}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
