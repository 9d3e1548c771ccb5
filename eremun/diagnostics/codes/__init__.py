"""The catalogue of codes: `CODES` maps each code to its slug, its texts in both languages and its explanation.

One file per stage: the first digit of a code is the stage that raises it.
"""

from __future__ import annotations

from eremun.diagnostics.codes.code import Code, Texts
from eremun.diagnostics.codes.data import DATA
from eremun.diagnostics.codes.meaning import MEANING
from eremun.diagnostics.codes.names import NAMES
from eremun.diagnostics.codes.output import OUTPUT
from eremun.diagnostics.codes.synth import SYNTH
from eremun.diagnostics.codes.syntax import SYNTAX
from eremun.diagnostics.codes.tests import TESTS

CODES: dict[str, Code] = {code.code: code for code in (*SYNTAX, *NAMES, *MEANING, *TESTS, *SYNTH, *DATA, *OUTPUT)}

__all__ = ["CODES", "Code", "Texts"]
