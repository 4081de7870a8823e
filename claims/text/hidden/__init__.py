"""A parsed page to the words that a reader sees; what is hidden is taken out and named."""
