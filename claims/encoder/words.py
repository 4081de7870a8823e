"""Sentences through a tokenizer and a network, window by window, to one row of logits a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from claims.encoder.windows import windows
from claims.extract.reading import WIDTH, Reading

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray
    from tokenizers import Encoding, Tokenizer

    from claims.model.span import Span

    Run = Callable[[list[int]], NDArray[np.float32]]

FIRST, LAST = 101, 102
"""The tokenizer's marks for the two ends of a window."""


def read_words(tokenizer: Tokenizer, run: Run, text: str, sentences: Sequence[Span]) -> Reading:
    """The logits of every word of the sentences, in order.

    `run` turns the token ids of one window, with the marks at its ends, into logits of shape
    (tokens, WIDTH). A word has the logits of its first token, as usual in tagging with word pieces.
    """
    found = tokenizer.encode_batch([span.of(text) for span in sentences], add_special_tokens=False)
    logits = [
        run([FIRST, *(i for s, a, b in window for i in found[s].ids[a:b]), LAST])[1:-1]
        for window in windows([len(code) for code in found])
    ]
    every = np.concatenate(logits) if logits else np.zeros((0, WIDTH), np.float32)
    return _first_tokens(found, sentences, every)


def _first_tokens(
    found: Sequence[Encoding], sentences: Sequence[Span], logits: NDArray[np.float32]
) -> Reading:
    """The first token of each word with its logits, and where the word ends."""
    starts: list[int] = []
    ends: list[int] = []
    inside: list[int] = []
    kept: list[int] = []
    at = 0
    for number, (code, span) in enumerate(zip(found, sentences, strict=True)):
        before = None
        for word, (start, end) in zip(code.word_ids, code.offsets, strict=True):
            if word == before:
                ends[-1] = span.start + end
            else:
                starts.append(span.start + start)
                ends.append(span.start + end)
                inside.append(number)
                kept.append(at)
                before = word
            at += 1
    return Reading(
        np.array(starts, np.int64),
        np.array(ends, np.int64),
        np.array(inside, np.int64),
        logits[kept] if kept else logits[:0],
    )
