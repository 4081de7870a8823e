"""The nouns: plain frozen records. Standard library only; a record's fields are its table's columns."""
