"""Sentences to claims: what a careful desk would check, who says it, and what it depends on (pure)."""
