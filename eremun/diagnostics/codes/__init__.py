"""The catalogue of codes: `CODES` maps each code to its slug, its texts in both languages and its explanation.

One file for each family: E1 text, E2 shape and names, E3 meaning, E5 and E6 tables, dates, tests, E7 data, E8 outputs.
"""

from __future__ import annotations

from eremun.diagnostics.codes.code import Code, Texts
from eremun.diagnostics.codes.data import DATA
from eremun.diagnostics.codes.meaning import MEANING
from eremun.diagnostics.codes.names import NAMES
from eremun.diagnostics.codes.output import OUTPUT
from eremun.diagnostics.codes.references import REFERENCES
from eremun.diagnostics.codes.splits import SPLITS
from eremun.diagnostics.codes.syntax import SYNTAX
from eremun.diagnostics.codes.synth import SYNTH
from eremun.diagnostics.codes.tables import TABLES
from eremun.diagnostics.codes.tests import TESTS

ALL = (*SYNTAX, *NAMES, *REFERENCES, *MEANING, *SPLITS, *TABLES, *TESTS, *SYNTH, *DATA, *OUTPUT)
CODES: dict[str, Code] = {code.code: code for code in ALL}

__all__ = ["CODES", "Code", "Texts"]
