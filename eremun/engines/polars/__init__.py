"""A plan as Polars expressions: whole columns, integers only, row numbers instead of joins where keys are small.

Receives a plan, typed inputs and widths; gives the results that every engine gives.
"""
