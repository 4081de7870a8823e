"""The trained network to `stance.onnx`, by the export of the claim encoder."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from train.export import export

if TYPE_CHECKING:
    from train.network import Network


def ship(network: Network, out: Path) -> None:
    """Write `stance.onnx` into `out`: dynamic int8, one window without padding."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out) as folder:
        export(network, Path(folder))
        (Path(folder) / "encoder.onnx").replace(out / "stance.onnx")
