"""Exact values: units, types, steps, rounding, periods and numbers as text.

The foundation of all stages: imports nothing of eremun, knows nothing of packs or engines.
"""
