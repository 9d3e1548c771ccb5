"""Three ways to compute a plan, one answer.

Each engine receives a plan and typed inputs and gives results for every grain; none imports another.
"""
