"""Proofs of promises (`ensure`): which of them nobody can break whose inputs lie within their ranges.

Receives a checked pack; says of each promise that it is proven or that it is not. Never guesses: what no lemma settles
within the budget is not proven.
"""
