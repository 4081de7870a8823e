"""Two larger networks, whose word the small encoder learns from beside labels."""
