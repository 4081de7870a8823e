"""The command that measures retrieval, on a table of our own whose answers are known."""

import csv
import os
import re
import subprocess
import sys
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
TOPICS = [
    ("Troops", "Soldiers died at the pass of Marou", "At the Marou pass soldiers were killed."),
    (
        "Economy",
        "The economy shrank in spring",
        "Gross domestic product fell in the second quarter.",
    ),
    ("Sea", "Sea levels rise faster than before", "The ocean gets higher faster as ice melts."),
    ("Vaccines", "The measles vaccine is safe", "Immunisation against measles does no harm."),
]


def write(path):
    path.parent.mkdir()
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(["claim_id", "claim", "claim_label", "evidences"])
        for number, (article, claim, sentence) in enumerate(TOPICS * 2):
            gold = {"evidence_id": f"{article}:1", "evidence_label": "SUPPORTS", "article": article,
                    "evidence": sentence}  # fmt: skip
            other = {"evidence_id": f"{article}:2", "evidence_label": "NOT_ENOUGH_INFO",
                     "article": article, "evidence": f"A page on other things, number {article}."}  # fmt: skip
            table.writerow([number, claim, "SUPPORTS", repr([gold, other])])


def test_three_rows_and_the_order_that_is_known(tmp_path):
    write(tmp_path / "stance/climate_fever.csv")
    done = subprocess.run(
        [sys.executable, str(CHECKOUT / "benchmarks/retrieval.py"), str(tmp_path), "--half", "all",
         "--limit", "1"],
        capture_output=True, text=True, check=True, env={**os.environ, "OMP_NUM_THREADS": "1"},
    )  # fmt: skip
    assert "16 rows of evidence, 8 sentences, 8 claims (all), first 1" in done.stdout
    rows = {
        name: [float(n) for n in re.findall(r"\d\.\d{4}", line)]
        for line in done.stdout.splitlines()
        for name in ("BM25 alone", "embeddings alone", "fused")
        if line.startswith(name)
    }
    assert rows["fused"][0] >= max(rows["BM25 alone"][0], rows["embeddings alone"][0])
    assert rows["fused"][0] >= 0.75
