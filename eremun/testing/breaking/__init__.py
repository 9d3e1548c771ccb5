"""Inputs that break a promise: looked for among small made-up months, run through the reference engine, made smaller.

Receives a checked pack and promises that are not proven; says of a promise that it can be broken only where a run has
shown it. The same pack always gets the same answer.
"""
