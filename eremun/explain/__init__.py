"""Why one person is paid what he is paid: a tree from the net amount down to the rows of the inputs, and its text.

Receives a plan, typed inputs and the person's key; gives a `Derivation` in which every amount is one the run computes.
"""

from __future__ import annotations

from eremun.explain.derive import explain
from eremun.explain.text import render
from eremun.explain.tree import Derivation

__all__ = ["Derivation", "explain", "render"]
