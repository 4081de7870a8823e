"""A network of the desk's own that reads claim and passage together: any three-way inference model as ONNX.

The folder is as `optimum-cli export onnx` leaves it: `model.onnx`, `tokenizer.json`, and `config.json`,
whose `id2label` names the logits in order. `stance.json` beside them may set threshold and temperature.
"""

from __future__ import annotations

import hashlib
import json
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
from tokenizers import Tokenizer

from claims.encoder.one_thread import one_thread
from claims.encoder.stance_encoder import softmax
from claims.model.errors import BadSetting
from claims.model.evidence import Label

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    import onnxruntime
    from numpy.typing import NDArray
    from tokenizers import Encoding

THRESHOLD = 0.95
"""Until the desk has measured its network: high, as most are surer than they are right."""

LONGEST = 512
"""Tokens of both texts; of a longer passage the end is not read."""

SHORTEST = 16
"""Fewer places are no sensible network's: some say -1 where there is no end."""

MOST = {"threshold": 1.0, "sided": 1.0, "temperature": 100.0}
"""What `stance.json` may hold, and how much at most."""

INPUTS = frozenset({"input_ids", "attention_mask", "token_type_ids"})

KINDS: dict[str, type[np.integer]] = {"tensor(int64)": np.int64, "tensor(int32)": np.int32}

NAMES = {
    "entailment": Label.SUPPORTS,
    "supports": Label.SUPPORTS,
    "contradiction": Label.REFUTES,
    "refutes": Label.REFUTES,
    "neutral": Label.NOT_ENOUGH_INFO,
    "not_enough_info": Label.NOT_ENOUGH_INFO,
}
"""Names of the labels in `config.json`, in small letters."""


class OwnReader:
    """Reads pairs with the network of a folder; the passage is the premise, the claim the hypothesis.

    Raises BadSetting when the folder does not hold one.
    """

    marks = False
    """It knows texts as they are."""

    def __init__(self, folder: Path) -> None:
        settings = _object(folder / "stance.json") if (folder / "stance.json").exists() else {}
        self.threshold = _number(settings, "threshold", THRESHOLD, folder)
        self.sided = _number(settings, "sided", self.threshold, folder)
        self.temperature = _number(settings, "temperature", 1.0, folder)
        config = _object(folder / "config.json")
        self._labels = labels(config.get("id2label"), where=str(folder / "config.json"))
        self._tokenizer = _tokenizer(folder / "tokenizer.json", longest=_longest(config))
        self._weights = folder / "model.onnx"
        self._session = _session(self._weights)
        self._asked = {one.name: KINDS.get(one.type) for one in self._session.get_inputs()}
        self.name = f"{folder.name}-{_digest(self._weights)[:8]}"
        self._try()

    def read(self, pairs: Sequence[tuple[str, str]]) -> list[dict[Label, float]]:
        """The probability of each label for each (claim, passage), one pair at a time."""
        return [self._shares(self._tokenizer.encode(passage, claim)) for claim, passage in pairs]

    def _try(self) -> None:
        """Read one pair that fills the window, so that another build is refused before it is relied on."""
        others = sorted(
            name for name, kind in self._asked.items() if name not in INPUTS or not kind
        )
        if others:
            known = ", ".join(sorted(INPUTS))
            raise BadSetting(f"{self._weights} wants {', '.join(others)}; only {known} are known")
        try:
            row = self._logits(self._tokenizer.encode("rain " * LONGEST, "It rains."))
        except Exception as why:  # noqa: BLE001 - onnxruntime has its own for every way to fail
            raise BadSetting(f"{self._weights} cannot be run: {_first_line(why)}") from None
        if len(row) != len(Label):
            raise BadSetting(f"{self._weights} gives {len(row)} numbers a pair, not {len(Label)}")

    def _logits(self, read: Encoding) -> NDArray[np.float32]:
        given = {
            "input_ids": read.ids,
            "attention_mask": read.attention_mask,
            "token_type_ids": read.type_ids,
        }
        fed = {name: np.array([given[name]], kind) for name, kind in self._asked.items()}
        out: Any = self._session.run(None, fed)[0]
        return np.asarray(out, np.float32).reshape(-1)

    def _shares(self, read: Encoding) -> dict[Label, float]:
        row = self._logits(read)
        if not np.isfinite(row).all():
            return {label: float(label is Label.NOT_ENOUGH_INFO) for label in Label}
        return dict(zip(self._labels, map(float, softmax(row / self.temperature)), strict=True))


def labels(named: object, *, where: str) -> tuple[Label, ...]:
    """The labels in the order of the logits.

    >>> [l.value for l in labels({"1": "Neutral", "0": "entailment", "2": "REFUTES"}, where="")]
    ['SUPPORTS', 'NOT_ENOUGH_INFO', 'REFUTES']
    """
    held: Mapping[str, Any] = named if isinstance(named, dict) else {}
    found = [NAMES.get(str(held.get(str(i))).lower()) for i in range(len(held))]
    known = tuple(label for label in found if label)
    if len(known) != len(found) or set(known) != set(Label) or len(known) != len(Label):
        raise BadSetting(
            f"{where}: id2label must name entailment, contradiction and neutral, each once"
        )
    return known


@lru_cache(maxsize=1)
def own_reader(folder: Path) -> OwnReader:
    """The network of this folder, loaded once."""
    return OwnReader(folder)


def _session(path: Path) -> onnxruntime.InferenceSession:
    try:
        return one_thread(str(path))
    except Exception as why:  # noqa: BLE001 - onnxruntime has an exception of its own for every way to fail
        raise BadSetting(f"{path} cannot be read: {_first_line(why)}") from None


def _tokenizer(path: Path, *, longest: int) -> Tokenizer:
    try:
        tokenizer = Tokenizer.from_file(str(path))
    except Exception as why:  # noqa: BLE001 - the library raises Exception itself
        raise BadSetting(f"{path} cannot be read: {_first_line(why)}") from None
    tokenizer.no_padding()
    # The longer text is cut, which is the passage
    tokenizer.enable_truncation(longest, strategy="longest_first")
    return tokenizer


def _longest(config: Mapping[str, Any]) -> int:
    """How many tokens the network has places for, as far as it says so."""
    places = config.get("max_position_embeddings")
    return min(LONGEST, places) if isinstance(places, int) and places >= SHORTEST else LONGEST


def _first_line(why: Exception) -> str:
    return next(iter(str(why).splitlines()), type(why).__name__)


def _digest(path: Path) -> str:
    with path.open("rb") as held:
        return hashlib.file_digest(held, "sha256").hexdigest()


def _object(path: Path) -> dict[str, Any]:
    try:
        read = json.loads(path.read_text(encoding="utf-8"))
    except OSError as why:
        raise BadSetting(f"{path}: {why.strerror or why}") from None
    except (ValueError, RecursionError):
        raise BadSetting(f"{path} is no JSON") from None
    if not isinstance(read, dict):
        raise BadSetting(f"{path} is no JSON object")
    return read


def _number(settings: Mapping[str, Any], name: str, otherwise: float, folder: Path) -> float:
    value = settings.get(name, otherwise)
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value <= MOST[name]:
        raise BadSetting(
            f"{folder / 'stance.json'}: {name} is no number between 0 and {MOST[name]:g}"
        )
    return float(value)
