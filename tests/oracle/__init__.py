"""A second, independent reading of the kota-bandung specification.

It shares no code with eremun and knows no engine: plain Python, exact fractions, CSV inputs only.
Where it and eremun disagree on one byte, one of the two has misread the specification.
"""
