"""What trained networks say of a text: the mean of their shares, as log-odds and log-shares."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import torch

from claims.extract.reading import DATED, KIND, LEVEL, SAID, WEIGHT, WIDTH, WORTHY
from train.examples import article_examples, claims_of, read_tokens
from train.fit import padded
from train.soft import VIEWS, SoftText, tag_shares, view_shares

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from tokenizers import Tokenizer

    from train.examples import Example
    from train.sets import LabelledArticle
    from train.teacher.network import LargeNetwork

    Floats = NDArray[np.float32]

AT_ONCE = 32
LEAST = 1e-6
"""Added to a share before its logarithm is taken."""


def said_of(
    networks: Sequence[LargeNetwork], article: LabelledArticle, tokenizer: Tokenizer
) -> SoftText:
    """Tags of every token; kinds, level, speaker and date of the marked claims, or of those that they see."""
    tokens = read_tokens(article, tokenizer)
    windows = article_examples([], tokens)
    logits = [
        np.concatenate([np.zeros((0, WIDTH), np.float32), *(rows[1:-1] for rows in read)])
        for read in (logits_of(network, windows) for network in networks)
    ]
    begins = np.array([b for sentence in tokens for b in sentence.begins], bool)
    places = np.array([p for sentence in tokens for p in sentence.places], np.int64)
    tags = np.mean([tag_shares(rows[:, 1:3] - rows[:, :1]) for rows in logits], 0)
    odds = np.log(tags[:, 1:] + LEAST) - np.log(tags[:, :1] + LEAST)
    if article.gold:
        marked = [(claim.start, claim.end) for claim in claims_of(article)]
        held = [np.nonzero((places >= a) & (places < b))[0] for a, b in marked]
    else:
        held = _runs(tags, begins)
        marked = [(int(places[at[0]]), int(places[at[-1]]) + 1) for at in held]
    told = [(place, at[begins[at]]) for place, at in zip(marked, held, strict=True)]
    told = [(place, words) for place, words in told if len(words)]
    return SoftText(
        odds * begins[:, None],
        np.array([place for place, _ in told], np.int64).reshape(-1, 2),
        np.array([_views(logits, words) for _, words in told], np.float32).reshape(
            -1, VIEWS[-1].stop
        ),
    )


def said_of_sentences(network: LargeNetwork, sentences: Sequence[Example]) -> Floats:
    """Log-odds that each sentence is worth checking."""
    read = logits_of(network, sentences)
    return np.array(
        [
            rows[example.begins, WORTHY].mean()
            for rows, example in zip(read, sentences, strict=True)
        ],
        np.float32,
    )


def logits_of(network: LargeNetwork, examples: Sequence[Example]) -> list[Floats]:
    """The logits of every token of each example, in the order given."""
    found: list[Floats] = [np.zeros((0, 0), np.float32)] * len(examples)
    order = sorted(range(len(examples)), key=lambda i: len(examples[i].ids))
    device = network.own_ids.device
    network.eval()
    with torch.inference_mode(), torch.autocast(device.type, dtype=torch.bfloat16):
        for start in range(0, len(order), AT_ONCE):
            rows = order[start : start + AT_ONCE]
            ids, mask = padded([examples[i] for i in rows])
            logits = network(ids.to(device), mask.to(device)).float().cpu().numpy()
            for row, i in enumerate(rows):
                found[i] = logits[row, : len(examples[i].ids)]
    return found


def _runs(tags: Floats, begins: NDArray[np.bool_]) -> list[NDArray[np.int64]]:
    """The tokens of each claim as the likeliest tags have it."""
    words = np.nonzero(begins)[0]
    likeliest = tags[words].argmax(1)
    runs: list[list[int]] = []
    inside = False
    for word, tag in zip(words.tolist(), likeliest.tolist(), strict=True):
        if tag == 1:
            runs.append([])
        inside = tag == 1 or (inside and tag > 1)
        if inside:
            runs[-1].append(word)
    return [np.array(run) for run in runs]


def _views(logits: Sequence[Floats], words: NDArray[np.int64]) -> Floats:
    """A row of `SoftText.views` from the logits of a claim's words."""
    rows = []
    for every in logits:
        weight = torch.softmax(torch.from_numpy(every[words, WEIGHT]), 0).numpy()
        one = weight @ every[words]
        rows.append(np.concatenate([one[KIND], one[[LEVEL, SAID]], one[DATED]]))
    shares = np.mean(view_shares(np.array(rows, np.float32)), 0)
    _, must, said, _ = VIEWS
    found = np.log(shares + LEAST)
    for place in (must, said):
        found[place] -= np.log(1 - shares[place] + LEAST)
    return np.asarray(found, np.float32)
