"""Tables and SQL. Knows columns, not ideas: imports nothing of `claims`. Rows are plain mappings."""
