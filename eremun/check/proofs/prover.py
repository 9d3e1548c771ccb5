"""The search for a proof: corners first, then the formula of the last rule in place of its value, case by case.

Every step replaces what is to be shown by something that implies it, so that what is found is a proof.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from eremun.check import typed as t
from eremun.check.checked import CheckedRule
from eremun.check.proofs.atoms import NUMBERS, Atoms, Place, Value
from eremun.check.proofs.case import Case
from eremun.check.proofs.corners import Budget, Corners
from eremun.check.proofs.lemmas import formula_behind, rounded_down_to, rounded_up_to, stays_on_steps
from eremun.check.proofs.polynomial import Polynomial, constant
from eremun.check.proofs.tables import row_cases
from eremun.model.rules import Rounding
from eremun.values.intervals import ZERO

DEEPEST = 12


class Prover:
    """Proves conditions within a budget of steps."""

    def __init__(self, atoms: Atoms, steps: int) -> None:
        self.atoms, self.budget = atoms, Budget(steps)
        self.corners: dict[int, Corners] = {}

    # Conditions

    def holds(self, node: t.Typed, place: Place, case: Case, wanted: bool = True) -> bool:
        """Whether the condition is proven to hold (or not to hold) in the case, wherever it can be worked out."""
        match node:
            case t.Constant(value=value):
                return value == wanted or case.empty
            case t.Not(part=part):
                return self.holds(part, place, case, not wanted)
            case t.Junction(word=word, parts=parts):
                every = (word == "and") == wanted
                return (self.every if every else self.one)(parts, place, case, wanted)
            case t.If():
                return self.branches(node, place, case, wanted)
            case t.Compare(left=left) if left.type.kind in NUMBERS:
                return self.compared(node, place, case, wanted)
            case t.Read() if (rule := self.atoms.checked.rules.get((node.grain, node.name))) and not rule.exceptions:
                return self.holds(rule.formula, place.to(node), case, wanted)
        return self.refuted(node, place, case, wanted)

    def every(self, parts: tuple[t.Typed, ...], place: Place, case: Case, wanted: bool) -> bool:
        return all(self.holds(part, place, case, wanted) for part in parts)

    def one(self, parts: tuple[t.Typed, ...], place: Place, case: Case, wanted: bool) -> bool:
        """Whether one of the parts holds: the parts before it may be taken not to."""
        case = case.copy()
        for part in parts:
            if self.holds(part, place, case, wanted):
                return True
            case.assume(part, place, not wanted)
        return case.empty

    def branches(self, node: t.If, place: Place, case: Case, wanted: bool) -> bool:
        for part, holds in ((node.then, True), (node.otherwise, False)):
            branch = case.copy()
            branch.assume(node.condition, place, holds)
            if not branch.empty and not self.holds(part, place, branch, wanted):
                return False
        return True

    def refuted(self, node: t.Typed, place: Place, case: Case, wanted: bool) -> bool:
        """Whether the opposite contradicts what is known."""
        other = case.copy()
        other.assume(node, place, not wanted)
        return other.empty

    def compared(self, node: t.Compare, place: Place, case: Case, wanted: bool) -> bool:
        case = case.copy()
        sign = node.sign if wanted else t.OPPOSITE[node.sign]
        found = case.polynomial(node.left, place) - case.polynomial(node.right, place)
        step = constant(self.atoms.grid(found))
        match sign:
            case ">=" | "<=":
                return self.at_least_0(found if sign == ">=" else -found, case)
            case ">" | "<":
                return self.above_0(found if sign == ">" else -found, step, case)
            case "=":
                return self.at_least_0(found, case) and self.at_least_0(-found, case)
        return self.above_0(found, step, case) or self.above_0(-found, step, case)

    def above_0(self, polynomial: Polynomial, step: Polynomial, case: Case) -> bool:
        """Whole steps are above 0 where they are at least one step."""
        if step.terms:
            return self.at_least_0(polynomial - step, case)
        low = case.of(polynomial).low
        return case.empty or (low is not None and low > 0)

    # Numbers

    def at_least_0(self, polynomial: Polynomial, case: Case, depth: int = DEEPEST) -> bool:
        if case.empty or self.corners_of(case).at_least_0(polynomial):
            return True
        if depth == 0 or self.budget.left <= 0:
            return False
        return self.expanded(case.reduced(polynomial), case, depth - 1)

    def corners_of(self, case: Case) -> Corners:
        """What has been told about a case is kept as long as it is."""
        known = self.corners.get(id(case))
        if known is None or known.case is not case:
            known = self.corners[id(case)] = Corners(case, self.budget)
        return known

    def expanded(self, polynomial: Polynomial, case: Case, depth: int) -> bool:
        """First a `min` or `max` of what something is known of; then what the rule that comes last is made of goes in,
        then branches; then each row of a table."""
        known = {atom for one in case.known for atom in one.atoms}
        for atom in sorted(polynomial.atoms, key=lambda one: (self.chooses(one, known, case), self.atoms.rank(one)))[
            ::-1
        ]:
            found = polynomial.parts(atom)
            if found is not None and self.taken_apart(atom, *found, case, depth):
                return True
        rows = row_cases(polynomial, case)
        return rows is not None and all(self.at_least_0(polynomial, one, depth) for one in rows)

    def chooses(self, atom: int, known: set[int], case: Case) -> bool:
        """Whether the atom is the smallest or largest of values of which one is known."""
        found = formula_behind(self.atoms, atom)
        return isinstance(found.node, t.Extreme) and any(
            known & set(case.polynomial(part, found.place).atoms) for part in found.node.parts
        )

    def taken_apart(self, atom: int, factor: Polynomial, rest: Polynomial, case: Case, depth: int) -> bool:
        """With what the atom is made of in its place, in each of its branches."""
        ways = list(self.branches_of(atom, case))
        rule = self.atoms.rule(atom)
        rounding = None if rule is None else rule.rounding
        return bool(ways) and all(
            one.empty or self.replaced(one, factor, rest, value, rounding, depth) for one, value in ways
        )

    def replaced(
        self, case: Case, factor: Polynomial, rest: Polynomial, value: Polynomial, rounding: Rounding | None, depth: int
    ) -> bool:
        plain = factor.constant
        if rounding is None or (plain and self.is_left_out(rounding, plain, rest)):
            return self.at_least_0(factor * value + rest, case, depth)
        range_, sign = case.of(value), case.of(factor)
        if self.at_least_0(value, case, depth):
            range_ = range_.greatest(ZERO)
        if sign.low is not None and sign.low >= 0:
            bounds = rounded_down_to(value, rounding, range_)
        elif sign.high is not None and sign.high <= 0:
            bounds = rounded_up_to(value, rounding, range_)
        else:
            return False
        return any(self.at_least_0(factor * bound + rest, case, depth) for bound in bounds)

    def is_left_out(self, rounding: Rounding, factor: Fraction, rest: Polynomial) -> bool:
        return not rest.terms or stays_on_steps(self.atoms.grid(rest), factor, rounding)

    def branches_of(self, atom: int, case: Case) -> Iterator[tuple[Case, Polynomial]]:
        """What an atom is made of: a polynomial for each of its branches, with what holds in it."""
        value, rule = self.atoms.values[atom], self.atoms.rule(atom)
        if rule is not None:
            yield from self.of_rule(rule, value.place, case)
            return
        yield from self.of_node(value, case)

    def of_rule(self, rule: CheckedRule, place: Place, case: Case) -> Iterator[tuple[Case, Polynomial]]:
        if isinstance(rule.formula, t.Share) or rule.type.kind not in NUMBERS:
            return
        whens = {item.name: item.when for item in rule.exceptions}
        for item in rule.exceptions:
            branch = case.copy()
            branch.assume(item.when, place, True)
            for name in item.overridden_by:
                branch.assume(whens[name], place, False)
            yield from self.of_formula(item.formula, place, branch)
        branch = case.copy()
        for when in whens.values():
            branch.assume(when, place, False)
        yield from self.of_formula(rule.formula, place, branch)

    def of_formula(self, node: t.Typed, place: Place, case: Case) -> Iterator[tuple[Case, Polynomial]]:
        """A formula, each branch of it where it is an `if`, as polynomials."""
        if not isinstance(node, t.If):
            yield case, case.polynomial(node, place)
            return
        for part, holds in ((node.then, True), (node.otherwise, False)):
            branch = case.copy()
            branch.assume(node.condition, place, holds)
            yield from self.of_formula(part, place, branch)

    def of_node(self, value: Value, case: Case) -> Iterator[tuple[Case, Polynomial]]:
        node, place = value.node, value.place
        match node:
            case t.If():
                yield from self.of_formula(node, place, case)
            case t.Default():
                for part in (node.value, node.otherwise):
                    branch = case.copy()
                    yield branch, branch.polynomial(part, place)
            case t.Extreme():
                yield from self.of_extreme(node, place, case)
            case t.Arithmetic(sign=sign) if sign != "/":
                branch = case.copy()
                yield branch, branch.polynomial(node, place)

    def of_extreme(self, node: t.Extreme, place: Place, case: Case) -> Iterator[tuple[Case, Polynomial]]:
        """Each part in turn is the smallest (or largest)."""
        for part in node.parts:
            branch = case.copy()
            chosen = branch.polynomial(part, place)
            for other in node.parts:
                if other is not part:
                    rest = branch.polynomial(other, place) - chosen
                    branch.know(rest if node.word == "min" else -rest)
            yield branch, chosen
