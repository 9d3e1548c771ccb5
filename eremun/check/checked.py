"""A pack that makes sense: what `check_pack` gives and nothing else can make."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from itertools import compress

from eremun.check.ranges import Ranges
from eremun.check.steps import Steps
from eremun.check.structure import Structure
from eremun.check.typed import Read, Typed
from eremun.model.inputs import Relation
from eremun.model.pack import Pack
from eremun.model.rules import OutputColumn, Rounding, Row, Table
from eremun.values.types import Type


@dataclass(frozen=True)
class CheckedException:
    """Applies where `when` holds and none that overrides it (`overridden_by`, transitive) holds too."""

    name: str
    when: Typed
    formula: Typed
    overridden_by: tuple[str, ...]


@dataclass(frozen=True)
class CheckedRule:
    """A rule with its typed formula. `step`: what one unit of the stored integer is worth (1 where it is no number).
    `law`: the day whose law it reads, where it names its own."""

    grain: str
    name: str
    type: Type
    formula: Typed
    exceptions: tuple[CheckedException, ...]
    rounding: Rounding | None
    step: Fraction
    law: Read | None = None


@dataclass(frozen=True, eq=False)
class CheckedPack:
    """`order`: the rules so that each comes after what it reads. `relations`: for each grain, by name, the relations
    its rows have (a group inherits); `keys`: the columns that tell its rows apart (for `key: none`, ()).
    `dates`: the column of a grain whose day selects the law. `requires`, `ensures`, `findings`, `payroll`, `lines` are
    typed in the order of the pack's.
    `structure`, `steps` and `ranges` answer for any typed formula of the pack; `out_of_reach`: the rows of tables that
    no formula can reach."""

    pack: Pack
    order: tuple[tuple[str, str], ...]
    rules: dict[tuple[str, str], CheckedRule]
    relations: dict[str, dict[str, Relation]]
    keys: dict[str, tuple[str, ...]]
    requires: dict[str, tuple[Typed, ...]]
    ensures: tuple[Typed, ...]
    findings: tuple[Typed, ...]
    finding_steps: tuple[Fraction, ...]
    payroll: tuple[Typed, ...]
    dates: dict[str, str]
    structure: Structure
    steps: Steps
    ranges: Ranges
    lines: tuple[Typed, ...] = ()
    lines_where: Typed | None = None
    out_of_reach: tuple[tuple[Table, Row], ...] = ()

    def in_month(self, start: date) -> CheckedPack:
        """The pack with the columns that the files of a month beginning on that day have."""
        outputs = self.pack.outputs
        columns, payroll = _written(outputs.payroll_columns, self.payroll, start)
        lines, of_lines = outputs.lines, self.lines
        if lines is not None:
            of_line, of_lines = _written(lines.columns, self.lines, start)
            lines = replace(lines, columns=of_line)
        pack = replace(self.pack, outputs=replace(outputs, payroll_columns=columns, lines=lines))
        return replace(self, pack=pack, payroll=payroll, lines=of_lines)

    def required_paths(self, start: str, target: str, passed: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
        """The chains of required relations from one grain to another, none through a grain twice, nor through a group:
        whatever a group leads to, its rows lead to themselves."""
        paths: list[tuple[str, ...]] = []
        for name, relation in self.relations.get(start, {}).items():
            if not relation.required or relation.target in (start, *passed):
                continue
            if relation.target in self.pack.groups and relation.target != target:
                continue
            if relation.target == target:
                paths.append((name,))
            else:
                paths += [(name, *rest) for rest in self.required_paths(relation.target, target, (*passed, start))]
        return paths

    def every_formula(self) -> Iterator[tuple[str, Typed]]:
        """All formulas of a pack, each with the grain that it stands on."""
        for rule in self.rules.values():
            yield rule.grain, rule.formula
            for item in rule.exceptions:
                yield rule.grain, item.when
                yield rule.grain, item.formula
        for grain, formulas in self.requires.items():
            yield from ((grain, formula) for formula in formulas)
        yield from zip((ensure.grain for ensure in self.pack.ensures), self.ensures, strict=True)
        yield from zip((finding.grain for finding in self.pack.findings), self.findings, strict=True)
        yield from ((self.pack.person, formula) for formula in self.payroll)
        if self.pack.outputs.lines is not None:
            where = [] if self.lines_where is None else [self.lines_where]
            yield from ((self.pack.outputs.lines.grain, formula) for formula in (*self.lines, *where))


def _written(
    columns: Sequence[OutputColumn], formulas: Sequence[Typed], start: date
) -> tuple[tuple[OutputColumn, ...], tuple[Typed, ...]]:
    """The columns that the files of the month have, and their formulas."""
    kept = [column.written_in(start) for column in columns]
    return tuple(compress(columns, kept)), tuple(compress(formulas, kept))
