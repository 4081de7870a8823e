"""A trained network to the int8 ONNX file that ships, and the same reading through torch."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn
from torch.nn import functional

from claims.encoder.onnx_encoder import load_tokenizer
from claims.encoder.words import read_words
from train.network import ATTENTION, SIZE, Network, base_folder

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from claims.extract.reading import Layers, Reading
    from claims.model.span import Span

OPSET = 17


class TorchEncoder:
    """The network before export, behind the same protocol as the shipped encoder."""

    name = "torch"
    layers: Layers | None = None

    def __init__(self, network: Network) -> None:
        self._network = network.eval()
        self._tokenizer = load_tokenizer(base_folder() / "tokenizer.json")

    def read(self, text: str, sentences: Sequence[Span]) -> Reading:
        """The logits of every word of the sentences, in order."""
        return read_words(self._tokenizer, self._run, text, sentences)

    def _run(self, ids: list[int]) -> NDArray[np.float32]:
        with torch.inference_mode():
            given = torch.tensor([ids])
            return np.asarray(self._network(given, torch.ones_like(given).float())[0].numpy())


class _Plain(nn.Module):
    """One window without padding, with the three projections of attention in one product."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network
        self.joint_weights = nn.ParameterList(
            torch.cat([part.weight for part in (x.query, x.key, x.value)]).detach()
            for x in network.layers
        )
        self.joint_biases = nn.ParameterList(
            torch.cat([part.bias for part in (x.query, x.key, x.value)]).detach()
            for x in network.layers
        )

    def forward(self, ids: Tensor) -> Tensor:
        """`ids` (1, tokens) to logits (1, tokens, width)."""
        net = self.network
        x = _norm(net.norm, net.embedded(ids))
        for layer, weight, bias in zip(
            net.layers, self.joint_weights, self.joint_biases, strict=True
        ):
            joint = functional.linear(x, weight, bias)
            query, key, value = joint.view(1, -1, 3, ATTENTION, SIZE // ATTENTION).permute(
                2, 0, 3, 1, 4
            )
            seen = torch.softmax(query @ key.transpose(2, 3) * (SIZE // ATTENTION) ** -0.5, -1)
            x = _norm(
                layer.norm_1, x + layer.out((seen @ value).transpose(1, 2).reshape(1, -1, SIZE))
            )
            x = _norm(layer.norm_2, x + layer.down(functional.gelu(layer.up(x))))
        logits: Tensor = net.heads(x)
        return logits


def _norm(layer: nn.LayerNorm, x: Tensor) -> Tensor:
    """The layer in single steps, which onnxruntime vectorises as it does not its own LayerNormalization.

    An eighth of the whole time on a CPU (onnxruntime 1.32).
    """
    centred = x - x.mean(-1, keepdim=True)
    variance = (centred * centred).mean(-1, keepdim=True)
    return centred * torch.rsqrt(variance + layer.eps) * layer.weight + layer.bias


def export(network: Network, out: Path) -> None:
    """Write `encoder.onnx` into `out`: dynamic int8, weights of seven bits.

    Seven bits (`reduce_range`), since without VNNI instructions products of full eight bits saturate
    and the numbers would depend on the processor (onnxruntime's notes on quantisation).
    """
    out.mkdir(parents=True, exist_ok=True)
    full, ready = out / "full.onnx", out / "ready.onnx"
    ids = torch.arange(1000, 1040)[None]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the exporter of TorchScript is marked as old, and small
        torch.onnx.export(
            _Plain(network.eval()),
            (ids,),
            str(full),
            input_names=["ids"],
            output_names=["logits"],
            dynamic_axes={"ids": {1: "tokens"}, "logits": {1: "tokens"}},
            opset_version=OPSET,
            dynamo=False,
        )
    quant_pre_process(str(full), str(ready), skip_symbolic_shape=True)
    quantize_dynamic(
        str(ready),
        str(out / "encoder.onnx"),
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=True,
        op_types_to_quantize=["MatMul", "Gather"],
    )
    full.unlink()
    ready.unlink()
