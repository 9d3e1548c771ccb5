"""Whether a pack makes sense: names, types and units, steps, ranges, dates, tables, order.

Receives a `Pack`, gives a `CheckedPack` or every independent fault at once.
"""
