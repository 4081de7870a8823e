"""A feed of so many ClaimReview objects, imported twice: CPU seconds, memory, and what came in.

python benchmarks/review_feed.py 200000
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

CHECKOUT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(CHECKOUT))

from claims.model.settings import Settings  # noqa: E402 - after the path is set
from claims.steps.edges import Edges  # noqa: E402
from claims.steps.import_reviews import Imported, import_reviews  # noqa: E402
from db.connection import open_database  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator

WORDS = "river budget minister school tax vaccine ship film harvest crime wage storm bridge".split()
RATINGS = ("False", "Falso", "Misleading", "Half true", "True", "Nobody knows")


def elements(number: int) -> Iterator[str]:
    """The elements of a feed, as JSON."""
    chance = random.Random(7)
    for place in range(number):
        first, second, third = chance.choices(WORDS, k=3)
        spent, year = chance.randint(2, 9999), chance.randint(1990, 2025)
        review = {
            "@type": "ClaimReview",
            "url": f"https://desk{place % 150}.example/check/{place}",
            "claimReviewed": f"The {first} of the {second} cost {spent} million dollars in {year} and"
            f" the {third} fell",
            "datePublished": "2025-05-01",
            "author": {"@type": "Organization", "name": f"Desk {place % 150}"},
            "itemReviewed": {
                "@type": "Claim",
                "author": {"@type": "Person", "name": f"Person {place % 999}"},
                "datePublished": "2025-04-20",
                "appearance": [{"@type": "CreativeWork", "url": f"https://social.example/{place}"}],
            },
            "reviewRating": {"@type": "Rating", "alternateName": chance.choice(RATINGS)},
        }
        yield json.dumps({"@type": "DataFeedItem", "item": [review]})


def main(number: int) -> None:
    """Write the feed, and import it twice."""
    with tempfile.TemporaryDirectory() as folder:
        feed = Path(folder) / "feed.json"
        with feed.open("w", encoding="utf-8") as out:
            out.write('{"@type": "DataFeed", "dataFeedElement": [')
            for place, element in enumerate(elements(number)):
                out.write("," * bool(place) + element)
            out.write("]}")
        print(f"{number:,} objects, {feed.stat().st_size / 1e6:.0f} MB")
        path = Path(folder) / "desk.db"
        edges = Edges(open_database(path), path, Settings(), lambda: "2026-11-26T00:00:00Z")
        for _ in range(2):
            imported, began = Imported(), time.process_time()
            for _row in import_reviews(edges, str(feed), dry_run=False, imported=imported):
                continue
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            seconds = time.process_time() - began
            print(f"{dict(imported.counts)}: {seconds:.1f} s of CPU, at most {memory:.0f} MB")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("number", nargs="?", type=int, default=20_000, help="objects in the feed")
    main(parser.parse_args().number)
