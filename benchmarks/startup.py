"""CPU seconds of the commands that a person waits for: medians of several fresh processes.

    python3 benchmarks/startup.py [RUNS]

Prints user + system time of each command, and its ratio to a bare `python -c "import typer"` in the same
run, since absolute times drift with the machine.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

CLI = str(Path(__file__).resolve().parents[1] / "cli.py")
COMMANDS = {
    "python -c 'import typer'": [sys.executable, "-c", "import typer"],
    "citetrail --help": [sys.executable, CLI, "--help"],
    "citetrail claims --json": [sys.executable, CLI, "claims", "--json"],
}
ARTICLE = "More than 15,000 Soviet soldiers died in Afghanistan. Talks began in 2018.\n" * 20


def cpu(command: list[str], folder: str) -> float:
    """User and system seconds of one run."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime - before.ru_utime) + (after.ru_stime - before.ru_stime)


def main(runs: int) -> None:
    """Measure in turn, so that a slow moment of the machine falls on all alike."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "a.txt").write_text(ARTICLE, encoding="utf-8")
        subprocess.run([sys.executable, CLI, "add", "a.txt"], cwd=folder, check=True)
        subprocess.run([sys.executable, CLI, "--quiet", "extract", "--json"], cwd=folder, check=True,
                       stdout=subprocess.DEVNULL)  # fmt: skip
        times: dict[str, list[float]] = {name: [] for name in COMMANDS}
        for _ in range(runs):
            for name, command in COMMANDS.items():
                times[name].append(cpu(command, folder))
    base = statistics.median(times[next(iter(COMMANDS))])
    print(f"{os.uname().machine}, Python {sys.version.split()[0]}, median of {runs} runs")
    for name, measured in times.items():
        median = statistics.median(measured)
        print(f"{name:28} {median:6.3f} s CPU   {median / base:5.2f} x")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "runs", nargs="?", type=int, default=7, help="fresh processes of each command"
    )
    main(parser.parse_args().runs)
