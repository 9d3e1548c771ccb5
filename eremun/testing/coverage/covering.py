"""Runs every change of a pack against the cases that read what is changed, until one of them fails."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from eremun.check.checked import CheckedPack
from eremun.check.checker import check_pack
from eremun.check.reads import walk
from eremun.check.typed import ParameterRead, TableRead
from eremun.diagnostics.diagnostic import Refused
from eremun.engines.reference.rules import Evaluation
from eremun.intake.inputs import Inputs
from eremun.plan.lowering import lower
from eremun.plan.plan import Plan
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
    """A case with its data read once: what it read of the pack, and the steps it took."""

    case: Case
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
        yield Bench(case, place, inputs, frozenset(world.read | _also_read(case)), frozenset(world.all_steps()))


def items_of(checked: CheckedPack) -> list[Item]:
    """Everything there is to cover, in the order of the files."""
    pack = checked.pack
    found = [
        *parameters_of(pack),
        *tables_of(pack),
        *rules_of(checked),
        *ensures_of(checked),
        *findings_of(checked),
        *requires_of(pack),
    ]
    order = {document.file: place for place, document in enumerate(pack.documents)}
    return sorted(found, key=lambda item: (order.get(item.span.file, -1), item.span.line, item.span.column))


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
        """The cases that read what is changed, and whether their data are to be read again: first those that need not
        be."""
        tables = self._rejecting.get(item.read[:2], set())
        again = [bench for bench in self.benches if any(bench.case.tables.get(table) for table in tables)]
        yield from ((bench, False) for bench in self.benches if item.read in bench.read and bench not in again)
        yield from ((bench, True) for bench in again)

    def _fails(self, bench: Bench, again: bool, changed: CheckedPack, plans: dict[Period, Plan]) -> bool:
        period = bench.case.period
        if period not in plans:
            plans[period] = lower(changed, period)
        plan = plans[period]
        try:
            inputs = self.read(plan, bench.folder) if again else bench.inputs
        except Refused:
            return True
        world = Evaluation(plan, inputs, indexed=True)
        return next(_failures(bench.case, world, inputs), None) is not None


def _failures(case: Case, world: Evaluation, inputs: Inputs) -> Iterator[object]:
    return failures(Actual(case, world.plan, inputs, FromEvaluation(world)), case.name)


def _also_read(case: Case) -> set[Read]:
    """What a case reads beside rules and law: rows, and the findings where it lists them."""
    rows: set[Read] = {("rows", table) for table, given in case.tables.items() if given}
    return rows | {("findings",) for expected in case.lists if expected.name == "findings"}


def _read_by_requires(checked: CheckedPack) -> Mapping[Read, set[str]]:
    """The inputs of which a provision may reject rows: conditions, and what these read of the law."""
    found: dict[Read, set[str]] = {}
    for table, formulas in checked.requires.items():
        for node in (node for formula in formulas for node in walk(formula)):
            found.setdefault(("rows", table), set()).add(table)
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
