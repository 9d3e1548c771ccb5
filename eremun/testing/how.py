"""How a value that a case did not expect came about: its formula, with numbers put in, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from eremun.check.checked import CheckedRule
from eremun.diagnostics.langs import LANGS, Lang
from eremun.engines.reference.rules import Evaluation
from eremun.engines.reference.trace import Record, record
from eremun.explain.derive import Derive
from eremun.explain.words import WORDS, segments_text, value_text
from eremun.intake.inputs import Inputs
from eremun.plan.plan import Plan
from eremun.testing.actual import Actual, Key
from eremun.testing.came import FromEvaluation
from eremun.testing.cases import Case, Faulty, Value

LONGEST = 400


class How:
    """Tells of one case; nothing is worked out before it is asked."""

    def __init__(self, case: Case, plan: Plan, inputs: Inputs) -> None:
        self.case, self.plan, self.inputs = case, plan, inputs

    def told(self, grain: str, key: Key, name: str, came: Value | Faulty) -> dict[Lang, str]:
        """Lines on how the value came about; none where it is no rule's, or not what the reference engine gives."""
        rule = self.plan.checked.rules.get((grain, name))
        row = None if rule is None else self._actual.row(grain, key)
        if rule is None or row is None or self._actual.value(grain, row, name) != came:
            return dict.fromkeys(LANGS, "")
        found = record(self._world, row, name)
        return {lang: "".join(f"\n{line}" for line in self._lines(rule, found, lang)) for lang in LANGS}

    def _lines(self, rule: CheckedRule, found: Record, lang: Lang) -> Iterator[str]:
        words = WORDS[lang]
        text = self.plan.checked.pack.rules[rule.grain, rule.name].text
        if found.chosen is not None:
            yield f"{words['exception']} {found.chosen.name}: {words['held']}"
        else:
            yield f"{words['formula']}: {_cut(text)}"
        filled, before, rounded = Derive(self._world).worked_out(found)
        if filled:
            yield f"{words['filled']}: {_cut(segments_text(filled, lang))}"
        if before is not None and rounded is not None:
            how = words[rounded[0]].format(step=value_text(rounded[1], lang))
            yield f"{words['before']}: {value_text(before, lang)}; {how}"

    @cached_property
    def _world(self) -> Evaluation:
        return Evaluation(self.plan, self.inputs, indexed=True)

    @cached_property
    def _actual(self) -> Actual:
        return Actual(self.case, self.plan, self.inputs, FromEvaluation(self._world))


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"
