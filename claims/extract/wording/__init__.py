"""A claim in its own words to one sentence that can be read without the article."""
