import asyncio
from pathlib import Path

import pytest
import yaml

from claims.web.client import Fetcher

ROWS = yaml.safe_load(
    (Path(__file__).parents[1] / "tables/hidden_hosts.yaml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("row", ROWS, ids=lambda r: r["why"])
def test_no_spelling_of_a_host_leads_inside(row):
    async def run():
        async with Fetcher(user_agent="Citetrail/0.1") as fetcher:
            return await fetcher.get(f"http://{row['host']}/", robots=False)

    got = asyncio.run(run())
    assert got.outcome.value == "address_refused", row["why"]
    assert got.http_version is None
