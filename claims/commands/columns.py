"""Which columns a table on the terminal shows; JSON and CSV hold all."""

DOCUMENTS = ("id", "title", "publisher", "published", "published_from", "characters")
CLAIMS = ("id", "kind", "check_worthiness", "claimant", "exact")
SKIPPED = ("skip_reason", "skip_detail", "exact")
SNAPSHOTS = ("id", "outcome", "http_status", "title", "url")
SEARCHES = ("claim", "provider", "outcome", "found", "query")
EVIDENCE = ("claim", "rank", "score", "agreement", "title", "exact")
CITATIONS = ("id", "claim", "role", "url", "exact")
BEST = ("id", "kind", "claim", "numbers", "best_source")
SCORES = ("figure", "value")
