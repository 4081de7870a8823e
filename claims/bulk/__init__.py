"""Many documents at once: shards of them to workers of this machine or of a cluster, tables back."""
