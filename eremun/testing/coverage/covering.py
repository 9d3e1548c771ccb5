"""Runs every change of a pack against the cases that read what is changed, until one of them fails."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from eremun.check.checked import CheckedPack
from eremun.check.checker import check_pack
from eremun.check.reads import walk
from eremun.check.typed import ParameterRead, TableRead
from eremun.diagnostics.diagnostic import Refused
from eremun.engines.reference.rules import Evaluation
from eremun.intake.inputs import Inputs
from eremun.model.builder import place_in
from eremun.plan.lowering import lower
from eremun.plan.plan import Plan
from eremun.sources.packs import pack_of
from eremun.testing.actual import Actual
from eremun.testing.came import FromEvaluation
from eremun.testing.cases import Case
from eremun.testing.comparing import failures
from eremun.testing.coverage.items import Alternatives, Change, Item, Read
from eremun.testing.coverage.of_law import parameters_of, tables_of
from eremun.testing.coverage.of_promises import ensures_of, findings_of, requires_of
from eremun.testing.coverage.of_rules import rules_of
from eremun.testing.coverage.watching import Step, Watched
from eremun.testing.given import write_tables
from eremun.values.periods import Period

Reader = Callable[[Plan, Path], Inputs]
FRAMES_FOR_A_RULE = 60
BROKEN = "rule"  # the reason of a row that is rejected for a condition


@dataclass(frozen=True)
class Verdict:
    """An item with the changes that no case noticed. Neither covered nor unnoticed: it cannot be changed."""

    item: Item
    unnoticed: tuple[Change, ...]
    noticed: bool

    @property
    def covered(self) -> bool:
        return self.noticed and not self.unnoticed

    @property
    def unchangeable(self) -> bool:
        return not self.noticed and not self.unnoticed


@dataclass(frozen=True)
class Bench:
    """A case with its plan, its data read once, what it read of the pack, and the steps it took."""

    case: Case
    plan: Plan
    folder: Path
    inputs: Inputs
    read: frozenset[Read]
    steps: frozenset[Step]


def benches_of(checked: CheckedPack, cases: Sequence[Case], read: Reader, folder: Path) -> Iterator[Bench]:
    """Every case, run once under observation; its data stay in a folder of their own."""
    plans = {period: lower(checked, period) for period in {case.period for case in cases}}
    for number, case in enumerate(cases):
        place = folder / str(number)
        place.mkdir()
        write_tables(case.tables, checked.pack, place)
        inputs = read(plans[case.period], place)
        world = Watched(plans[case.period], inputs)
        with deep(checked):
            list(_failures(case, world, inputs))
        read_there = frozenset(world.read | _also_read(case, inputs))
        yield Bench(case, world.plan, place, inputs, read_there, frozenset(world.all_steps()))


def items_of(checked: CheckedPack) -> list[Item]:
    """Everything there is to cover, in the order of the files. What a used pack says is for its own cases."""
    pack = checked.pack
    found = [
        *parameters_of(pack),
        *tables_of(pack),
        *rules_of(checked),
        *ensures_of(checked),
        *findings_of(checked),
        *requires_of(pack),
    ]
    place, own = place_in(pack.documents), pack_of(pack.head)
    return sorted((item for item in found if pack_of(item.span.file) == own), key=lambda item: place(item.span))


class Covering:
    """Tries changes. `read` reads data again where a change concerns which rows are rejected."""

    def __init__(self, checked: CheckedPack, benches: Sequence[Bench], read: Reader) -> None:
        self.checked, self.benches, self.read = checked, benches, read
        self._rejecting = _read_by_requires(checked)

    def verdict(self, item: Item) -> Verdict:
        answers = [self._tried(item, forms) for forms in item.changes]
        unnoticed = tuple(change for change, seen in answers if change is not None and not seen)
        return Verdict(item, unnoticed, any(seen for _, seen in answers))

    def _tried(self, item: Item, forms: Alternatives) -> tuple[Change | None, bool]:
        """The first of the forms that makes sense, and whether a case noticed it (or, where any form will do, one of
        the others)."""
        first: Change | None = None
        for change in forms:
            try:
                seen = self._noticed(item, check_pack(change.pack))
            except Refused:
                continue
            first = first or change
            if seen or not item.any_form:
                return first, seen
        return first, False

    def _noticed(self, item: Item, changed: CheckedPack) -> bool:
        """Refused where no plan can be made of the change."""
        plans: dict[Period, Plan] = {}
        with deep(changed):
            return any(self._fails(bench, again, changed, plans) for bench, again in self._concerned(item))

    def _concerned(self, item: Item) -> Iterator[tuple[Bench, bool]]:
        """The cases that read what is changed, and whether their plan and data are to be made again: first those that
        need not be."""
        if item.kind in ("version", "require"):
            yield from ((bench, True) for bench in self.benches if item.read in bench.read)
            return
        tables = self._rejecting.get(item.read[:2], set())
        again = [bench for bench in self.benches if any(bench.case.tables.get(table) for table in tables)]
        yield from ((bench, False) for bench in self.benches if item.read in bench.read and bench not in again)
        yield from ((bench, True) for bench in again)

    def _fails(self, bench: Bench, again: bool, changed: CheckedPack, plans: dict[Period, Plan]) -> bool:
        """Whether the case fails with the changed pack. Rules read the checked pack alone; a plan made anew is needed
        only for which law is in force and which rows are rejected."""
        plan, inputs = replace(bench.plan, checked=changed), bench.inputs
        if again:
            period = bench.case.period
            if period not in plans:
                plans[period] = lower(changed, period)
            try:
                plan, inputs = plans[period], self.read(plans[period], bench.folder)
            except Refused:
                return True
        world = Evaluation(plan, inputs, indexed=True)
        return next(_failures(bench.case, world, inputs), None) is not None


def _failures(case: Case, world: Evaluation, inputs: Inputs) -> Iterator[object]:
    return failures(Actual(case, world.plan, inputs, FromEvaluation(world)), case.name)


def _also_read(case: Case, inputs: Inputs) -> set[Read]:
    """What a case reads beside rules and law: conditions that reject rows of a table, and the findings it lists."""
    rejected = inputs.rejected.filter(inputs.rejected["reason"] == BROKEN)["table"]
    found: set[Read] = {("broken", table) for table in rejected}
    return found | {("findings",) for expected in case.lists if expected.name == "findings"}


def _read_by_requires(checked: CheckedPack) -> Mapping[Read, set[str]]:
    """The inputs of which a value of the law may reject rows: their conditions read it."""
    found: dict[Read, set[str]] = {}
    for table, formulas in checked.requires.items():
        for node in (node for formula in formulas for node in walk(formula)):
            if isinstance(node, ParameterRead):
                found.setdefault(("parameter", node.name), set()).add(table)
            if isinstance(node, TableRead):
                for kind in ("table", "cell"):
                    found.setdefault((kind, node.table), set()).add(table)
    return found


@contextmanager
def deep(checked: CheckedPack) -> Iterator[None]:
    """Rules read each other as they are asked for, so a long chain of them is a deep recursion."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(before + FRAMES_FOR_A_RULE * len(checked.order))
    try:
        yield
    finally:
        sys.setrecursionlimit(before)
