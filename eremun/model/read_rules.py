"""Rules, promises and findings of a chapter."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import cast

from eremun.diagnostics.diagnostic import Mark
from eremun.model.dated import in_force, versions_of
from eremun.model.fields import Collector, Fields, checked_name, said
from eremun.model.meant import in_unit
from eremun.model.quantities import quantity
from eremun.model.read_tables import VERSION, item_basis, read_versions
from eremun.model.rules import Ensure, ExceptionOf, Finding, Rounding, Rule, Split
from eremun.sources import syntax as s
from eremun.values.rounding import MODES, Mode
from eremun.values.types import BOOLEAN, Kind, Type
from eremun.values.units import in_base_unit, parse_unit

RULE_KEYS = "label unit date formula split round versions exceptions basis assumption accept"
NOT_WITH_SPLIT = ("formula", "round", "versions", "exceptions")


def read_rules(to: Collector, grain: str, key: s.Scalar, node: s.Node, chapter: str, since: date) -> Iterator[Rule]:
    """A rule; where it has versions, the rules that stand for it."""
    fields = Fields(to, node, key.text, RULE_KEYS, key.span)
    unit = fields.scalar("unit")
    type_ = to.type_named(unit) if unit else None if fields.may_be("unit") else BOOLEAN
    basis = item_basis(fields)
    dated = fields.formula("date") if fields.has("date") else None
    day = dated[0] if dated else None
    exceptions = [_exception(to, grain, day, name, item) for name, item in fields.entries("exceptions")]
    split = _split(to, fields, type_) if fields.has("split") else None

    def rule(version: Fields) -> Rule | None:
        formula = split if fields.has("split") else version.formula("formula")
        rounding = _rounding(to, version, type_)
        if formula is None or type_ is None:
            return None
        return Rule(
            grain=grain,
            name=key.text,
            label=fields.text("label"),
            chapter=chapter,
            type=type_,
            formula=formula[0],
            text=formula[1],
            rounding=rounding,
            basis=basis,
            span=key.span,
            exceptions=tuple(item for item in exceptions if item),
            date=day,
        )

    before = to.trouble
    versions = read_versions(to, fields, since, "formula round", rule)
    incomplete = fields.has("versions") and to.trouble > before
    if not checked_name(to, key) or not versions or incomplete:
        return
    if fields.has("versions"):
        yield from versions_of(to, list(versions), since)
    else:
        yield versions[0].content


def _split(to: Collector, rule: Fields, type_: Type | None) -> tuple[Split, str] | None:
    """What stands under `split`, and its text; no other key says then what the rule gives."""
    place = rule.key_span("split")
    others = [key for key in NOT_WITH_SPLIT if rule.has(key)]
    for key in others:
        to.refuse("E231", rule.key_span(key), Mark(place, "split"), name=rule.what, key=key)
    fields = Fields(to, rule.get("split"), "split", "amount by step", place)
    amount, by = fields.formula("amount"), fields.formula("by")
    step = _step_of_split(to, fields, type_)
    if amount is None or by is None or step is None or others:
        return None
    text = f"split: {{amount: {amount[1]}, by: {by[1]}, step: {fields.text('step')}}}"
    return Split(amount[0], by[0], step, place), text


def _step_of_split(to: Collector, fields: Fields, type_: Type | None) -> Fraction | None:
    scalar = fields.scalar("step", needed=True)
    found = quantity(to, scalar) if scalar else None
    if scalar is None or found is None:
        return None
    if found[0] <= 0:
        to.refuse("E232", scalar.span, text=scalar.text)
        return None
    if type_ is not None and type_.kind is Kind.NUMBER and found[1] != type_.unit:
        to.refuse("E224", scalar.span, text=scalar.text, unit=said(type_), meant=step_in(scalar.text, type_))
    return found[0]


def _exception(to: Collector, grain: str, day: s.Formula | None, key: s.Scalar, node: s.Node) -> ExceptionOf | None:
    fields = Fields(to, node, key.text, f"label when formula overrides basis assumption {VERSION} accept", key.span)
    when, formula = fields.formula("when"), fields.formula("formula")
    start, end = fields.day("effective_from"), fields.day("effective_to")
    if when is None or formula is None:
        to.lost.name(key.text)
        return None
    last = fields.get("effective_to")
    if start is not None and end is not None and end < start and last is not None:
        to.refuse("E217", last.span, start=start, end=end)
    condition = when[0]
    if start is not None or end is not None:
        condition = s.Junction("and", (in_force(to, grain, day, start, end, key.span), condition), key.span)
    overrides = {word.text: word.span for word in fields.words("overrides")}
    return ExceptionOf(key.text, fields.text("label"), condition, formula[0], overrides, fields.own_basis(), key.span)


def _rounding(to: Collector, fields: Fields, type_: Type | None) -> Rounding | None:
    """`MODE to STEP`, as in `down to 0.01 poin`; the unit is the rule's own."""
    scalar = fields.scalar("round")
    if scalar is None:
        return None
    mode, _, rest = scalar.text.partition(" to ")
    digits, _, unit = rest.strip().partition(" ")
    if mode.strip() not in MODES or not digits:
        to.refuse("E206", scalar.span, text=scalar.text, known=", ".join(MODES))
        return None
    step = to.number(s.Scalar(digits, scalar.span))
    if step is None:
        return None
    if step[0] <= 0:
        to.refuse("E206", scalar.span, text=scalar.text, known=", ".join(MODES))
        return None
    value, unit = in_base_unit(step[0], unit.strip())
    _check_unit(to, scalar, "persen" if step[1] else unit or "number", type_)
    return Rounding(cast(Mode, mode.strip()), value, scalar.span)


def _check_unit(to: Collector, scalar: s.Scalar, unit: str, type_: Type | None) -> None:
    if type_ is not None and type_.kind is not Kind.NUMBER:
        to.refuse("E321", scalar.span, type=said(type_))
    elif type_ is not None and parse_unit(unit) != type_.unit:
        to.refuse("E224", scalar.span, text=scalar.text, unit=said(type_), meant=step_in(scalar.text, type_))


def step_in(text: str, type_: Type) -> str:
    """The rounding, or the step alone, in the unit of its rule."""
    mode, to, step = text.rpartition(" to ")
    meant = in_unit(step.strip(), said(type_))
    return f"{mode}{to}{meant}" if meant else ""


def read_ensure(to: Collector, grain: str, key: s.Scalar, node: s.Node) -> Ensure | None:
    fields = Fields(to, node, key.text, "label formula basis assumption accept", key.span)
    formula, basis = fields.formula("formula"), fields.basis()
    if formula is None:
        return None
    return Ensure(grain, key.text, fields.text("label"), formula[0], formula[1], basis, key.span)


def read_finding(to: Collector, grain: str, key: s.Scalar, node: s.Node) -> Finding | None:
    fields = Fields(to, node, key.text, "label amount count basis assumption", key.span)
    if fields.has("amount") == fields.has("count"):
        to.refuse("E225", key.span, name=key.text)
        return None
    kind = "amount" if fields.has("amount") else "count"
    formula, basis = fields.formula(kind), fields.basis()
    if formula is None:
        return None
    label = fields.text("label", needed=True)
    return Finding(grain, key.text, label, "amount" if kind == "amount" else "count", *formula, basis, key.span)
