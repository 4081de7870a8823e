"""Measures the engine on gold sets, and holds the figures against what was pinned in floors.json.

usage: python tests/eval/gate.py [--misses] [--data FOLDER] [SET ...]
       python tests/eval/gate.py --pin [--lower REASON] [SET ...]

A set fails when a figure is below its floor or above its ceiling, has no value, or when the gold is no longer
what was measured. Claims gained and lost against the last pin are listed as ARTICLE:START-END. Sets beside
the checkout are left out where they are not there. --pin takes the figures of today as the new bounds.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent

if str(HERE) not in sys.path:
    sys.path.insert(0, str(HERE))

import gold_sets  # noqa: E402 - the line above makes it importable
from gold_sets import SETS, SHARED, TOTALS_ONLY, Measured  # noqa: E402
from pins import Pins, changes, failures, repin  # noqa: E402

from claims.extract.claim_pairs import missed  # noqa: E402 - gold_sets found the checkout

SHOWN = 20
"""Cases gained or lost that are listed by name."""


def check(name: str, got: Measured, pins: Pins, shared: Path = SHARED) -> list[str]:
    """What is wrong with a set, in words."""
    pin = pins.floors().get(name)
    if pin is None:
        return [f"{name}: nothing is pinned; --pin {name} does it"]
    return failures(name, got.figures, gold_sets.digest(name, shared), pin)


def moved(name: str, got: Measured, pins: Pins) -> list[str]:
    """How many gold claims were gained and lost since the pin, and the first of each by name."""
    before = pins.cases(name)
    if before is None or not got.pairs:
        return []
    gained, lost = changes(before, got.cases)
    lines = [f"{name}: gained {len(gained)}, lost {len(lost)}"]
    if name not in TOTALS_ONLY:
        for word, listed in (("gained", gained), ("lost", lost)):
            lines += [f"  {word} {case}" for case in listed[:SHOWN]]
            lines += [f"  {word} {len(listed) - SHOWN} more"] if len(listed) > SHOWN else []
    return lines


def pin(name: str, got: Measured, pins: Pins, *, reason: str | None, shared: Path) -> list[str]:
    """Write the pin of a set; what stands against it, in words, and then nothing is written."""
    made, given_up = repin(name, got.figures, pins.floors().get(name, {}), reason)
    if given_up and not reason:
        return [f"{line}; --lower REASON allows it" for line in given_up]
    pins.write(name, {"digest": gold_sets.digest(name, shared), **made}, got.cases)
    return []


def unmet(name: str, got: Measured, shared: Path) -> list[str]:
    """The gold claims of levels 2 and 3 that no prediction covers."""
    names = [item.name for item in gold_sets.items(name, shared)]
    return [
        f"  missed {article}:{g['start']}-{g['end']} {g.get('core', '')}"
        for article, (gold, made) in zip(names, got.pairs, strict=True)
        for g in missed(gold, made)
    ]


def summary(name: str, got: Measured, shared: Path) -> str:
    """The figures in one line, with the dumb baseline beside them."""
    line = f"{name}: " + " ".join(f"{k}={v}" for k, v in got.figures.items())
    if got.pairs:
        dumb = gold_sets.measure(name, shared, gold_sets.every_sentence).figures["claim_f1"]
        line += f" (every sentence: claim_f1={dumb})"
    return line


def options(arguments: list[str] | None) -> argparse.Namespace:
    """What was asked for; an unknown set is wrong use."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sets", nargs="*", metavar="SET", help=", ".join(SETS))
    parser.add_argument("--misses", action="store_true", help="list the gold claims not found")
    parser.add_argument("--pin", action="store_true", help="take today's figures as bounds")
    parser.add_argument("--lower", metavar="REASON", help="let --pin loosen bounds, and say why")
    parser.add_argument("--data", type=Path, default=SHARED, help="where the sets lie")
    given = parser.parse_args(arguments)
    unknown = [name for name in given.sets if name not in SETS]
    if unknown:
        parser.error(f"no set is called {', '.join(unknown)}; there are {', '.join(SETS)}")
    if given.lower is not None and not (given.pin and given.lower.strip()):
        parser.error("--lower goes with --pin, and says why")
    return given


def report(name: str, asked: argparse.Namespace, pins: Pins) -> tuple[list[str], bool]:
    """What is printed of a set, and whether something is wrong with it."""
    if not gold_sets.files(name, asked.data):
        return [f"{name}: left out, its files are not beside the checkout"], False
    got = gold_sets.measure(name, asked.data)
    lines = [summary(name, got, asked.data), *moved(name, got, pins)]
    if asked.misses and got.pairs and name not in TOTALS_ONLY:
        lines += unmet(name, got, asked.data)
    if asked.pin:
        wrong = pin(name, got, pins, reason=asked.lower, shared=asked.data)
    else:
        wrong = check(name, got, pins, asked.data)
    return lines + [f"FAIL {line}" for line in wrong], bool(wrong)


def main(arguments: list[str] | None = None, pins: Pins | None = None) -> int:
    """Print the figures of each set and what is wrong; 1 when something is."""
    asked = options(arguments)
    failed = False
    for name in asked.sets or SETS:
        lines, wrong = report(name, asked, pins or Pins(HERE))
        sys.stdout.writelines(f"{line}\n" for line in lines)
        sys.stdout.flush()
        failed |= wrong
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
