"""The catalogue of codes: `CODES` maps each code to its slug, its texts in both languages and its explanation.

One file for each subject: E1 files and texts, E2 shape and names, E3 meaning, E5 and E6 tables, dates and tests, E7
data, E8 outputs, W3 warnings, N3 notes.
"""

from __future__ import annotations

from eremun.diagnostics.codes.calls import CALLS
from eremun.diagnostics.codes.cells import CELLS
from eremun.diagnostics.codes.closed import CLOSED
from eremun.diagnostics.codes.code import Code, Texts
from eremun.diagnostics.codes.data import DATA
from eremun.diagnostics.codes.dates import DATES
from eremun.diagnostics.codes.files import FILES
from eremun.diagnostics.codes.forms import FORMS
from eremun.diagnostics.codes.formula_order import FORMULA_ORDER
from eremun.diagnostics.codes.formula_words import FORMULA_WORDS
from eremun.diagnostics.codes.fractions import FRACTIONS
from eremun.diagnostics.codes.headings import HEADINGS
from eremun.diagnostics.codes.lines import LINES
from eremun.diagnostics.codes.meetings import MEETINGS
from eremun.diagnostics.codes.notes import NOTES
from eremun.diagnostics.codes.output import OUTPUT
from eremun.diagnostics.codes.packs import PACKS
from eremun.diagnostics.codes.references import REFERENCES
from eremun.diagnostics.codes.splits import SPLITS
from eremun.diagnostics.codes.synth import SYNTH
from eremun.diagnostics.codes.tables import TABLES
from eremun.diagnostics.codes.tests import TESTS
from eremun.diagnostics.codes.types import TYPES
from eremun.diagnostics.codes.warnings import WARNINGS

ALL = (
    *FILES,
    *LINES,
    *FORMULA_WORDS,
    *FORMULA_ORDER,
    *HEADINGS,
    *FORMS,
    *DATES,
    *CELLS,
    *REFERENCES,
    *PACKS,
    *MEETINGS,
    *CLOSED,
    *TYPES,
    *CALLS,
    *FRACTIONS,
    *SPLITS,
    *TABLES,
    *WARNINGS,
    *NOTES,
    *TESTS,
    *SYNTH,
    *DATA,
    *OUTPUT,
)
CODES: dict[str, Code] = {code.code: code for code in ALL}

__all__ = ["CODES", "Code", "Texts"]
