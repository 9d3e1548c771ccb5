"""From the files of a pack to syntax with a place for every key, scalar and formula word."""
