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

STOP = "."
"""Put behind a sentence that has lost its own, so that the network does not read on into the next one."""


def read_words(tokenizer: Tokenizer, run: Run, text: str, sentences: Sequence[Span]) -> Reading:
    """The logits of every word of the sentences, in order.

    `run` turns the token ids of one window, with the marks at its ends, into logits of shape
    (tokens, WIDTH). A word has the logits of its first token, as usual in tagging with word pieces.
    """
    words = [span.of(text) for span in sentences]
    found = tokenizer.encode_batch(words, add_special_tokens=False)
    stop = tokenizer.token_to_id(STOP)
    fed = [_stopped(code.ids, told, stop) for code, told in zip(found, words, strict=True)]
    logits = [
        run([FIRST, *(i for s, a, b in window for i in fed[s][a:b]), LAST])[1:-1]
        for window in windows([len(ids) for ids in fed])
    ]
    every = np.concatenate(logits) if logits else np.zeros((0, WIDTH), np.float32)
    own = [i < len(code) for code, ids in zip(found, fed, strict=True) for i in range(len(ids))]
    return _first_tokens(found, sentences, every[own])


def _stopped(ids: list[int], words: str, stop: int | None) -> list[int]:
    """The tokens of a sentence, with a full stop when it is cut off at a word or number."""
    cut = stop is not None and bool(ids) and words.rstrip()[-1:].isalnum()
    return [*ids, stop] if cut and stop is not None else ids


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
