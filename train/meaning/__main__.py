"""One command makes the table of meaning anew: `python -m train.meaning DATA`. The CPU is enough."""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch

from claims.encoder.onnx_encoder import WEIGHTS
from train.meaning.learn import learn, projected
from train.meaning.teacher import LONGEST, Teacher
from train.meaning.texts import LICENCES, sentences
from train.network import BASE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

NAME = "meaning-1"


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the sentences, let the teacher say what they mean, fit the table, write it."""
    options = _options(arguments)
    torch.set_num_threads(options.threads)
    options.work.mkdir(parents=True, exist_ok=True)
    texts = sentences(options.data, left_out=options.left_out)
    teacher = Teacher(options.work)
    digest = hashlib.sha256("\n".join(texts).encode()).hexdigest()
    taught = _kept(options.work / f"sentences-{digest[:12]}.npy")
    if taught is None:
        _say(f"{len(texts)} sentences")
        taught = teacher.sentences(texts)
        np.save(options.work / f"sentences-{digest[:12]}.npy", taught.astype(np.float16))
    pieces = _kept(options.work / "pieces.npy")
    if pieces is None:
        pieces = teacher.pieces()
        np.save(options.work / "pieces.npy", pieces.astype(np.float16))
    codes = teacher.tokenizer.encode_batch(texts, add_special_tokens=False)
    targets, start = projected(taught, pieces)
    table = learn([code.ids[:LONGEST] for code in codes], targets, start, _say)
    write(table, options.out, data=digest, left_out=options.left_out)
    return 0


def write(
    table: NDArray[np.float32], out: Path, *, data: str, left_out: Sequence[str] = ()
) -> None:
    """The table in int8 with a scale a row, and its manifest."""
    scale = np.maximum(np.abs(table).max(1), 1e-6) / 127
    path = out / "meaning.npz"
    rows = np.round(table / scale[:, None]).astype(np.int8)
    np.savez(path, rows=rows, scale=scale.astype(np.float16))
    manifest = {
        "name": NAME,
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        "bytes": path.stat().st_size,
        "base": {"name": "all-MiniLM-L6-v2", "sha256": BASE, "licence": "Apache-2.0"},
        "data": {
            "sha256": data,
            "sets": {name: said for name, said in LICENCES.items() if name not in left_out},
        },
    }
    text = json.dumps(manifest, indent=2) + "\n"
    (out / "meaning.json").write_text(text, encoding="utf-8")


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m train.meaning", description=__doc__)
    parser.add_argument("data", type=Path, help="the data folder")
    parser.add_argument("--out", type=Path, default=WEIGHTS, help="where the table goes")
    parser.add_argument("--work", type=Path, default=Path("train/kept/meaning"))
    parser.add_argument(
        "--leave-out", dest="left_out", choices=list(LICENCES), nargs="*", default=[]
    )
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args(arguments)


def _kept(path: Path) -> NDArray[np.float32] | None:
    """What an earlier run left there."""
    if not path.exists():
        return None
    return np.asarray(np.load(path, allow_pickle=False), np.float32)


def _say(words: str) -> None:
    sys.stderr.write(f"{words}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
