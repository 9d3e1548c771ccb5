"""Order and form of output bytes: the files of a run, its report, how they reach the disk, what the screen says.

Receives a plan, inputs and results; guarantees the same bytes for every engine and rerun, whole files or none.
"""
