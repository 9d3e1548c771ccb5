"""The tests of a pack: cases in YAML, run as a month is run, compared exactly.

Receives the documents under `tests/` and the checked pack; gives an outcome for each case, failures as diagnostics.
"""
