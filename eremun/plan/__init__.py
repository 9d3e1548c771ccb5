"""A checked pack for one period, as a small closed set of typed nodes that any engine can compute."""
