"""The Polars expression of each node; intake, which computes row rules with it, owns it."""

from __future__ import annotations

from eremun.intake.formulas import formula, integer_type

__all__ = ["formula", "integer_type"]
