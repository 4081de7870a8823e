"""Words to tokens, verbs, noun phrases, names and clauses, by lists and neighbours."""
