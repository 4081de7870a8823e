"""A text's numbers to values with units and comparators."""
