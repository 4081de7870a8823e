"""A claim and a passage to whether their numbers and dates agree: rule, arithmetic, or why not."""
