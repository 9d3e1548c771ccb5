"""The reference engine: typed formulas as they stand, on plain fractions, one row at a time.

The oracle of the other engines and the source of every explanation: it reads `plan.checked`, never `plan.steps`.
"""

from __future__ import annotations

from eremun.engines.reference.engine import ReferenceEngine

__all__ = ["ReferenceEngine"]
