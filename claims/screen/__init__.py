"""The review screen: sheets of claims to a terminal or to spoken lines, keys to acts of review."""
