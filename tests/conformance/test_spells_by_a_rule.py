"""Rows that hold for some days, found by a day that a rule gives: found, not found, and where that day has no value."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from eremun.diagnostics.diagnostic import Refused
from tests.conformance import test_spells as spells
from tests.conformance.harness import F, Park, World, fault, refused, rule
from tests.conformance.test_spells import CELLS, POSTS, of_held, with_posts

LOOKUP = "held: {to: post, match: {plate: plate, sort: small}, as_of: asked}"
OF_CARS = "turned: {to: post, match: {plate: plate, sort: kind}, as_of: chosen}"
ASKED = """
rules:
  visit:
    asked:
      unit: date
      formula: day + opt * 1 hari
  car:
    chosen:
      unit: date
      formula: since + (opt default 0) * 1 hari
"""
LOST = fault("opt")


def asked(park: Park, more: str, expect: Mapping[str, Any], **rest: Any) -> World:
    """`more`: rules in the sections of visits, posts and cars."""
    given = {"inputs": with_posts(LOOKUP, OF_CARS), "cells": CELLS, "post": POSTS, "car": "A; B; C", **rest}
    return park(merged(ASKED, more), expect, **given)


def merged(*parts: str) -> str:
    """The rules of all parts, each grain once."""
    grains: dict[str, list[str]] = {}
    above: list[str] = []
    for part in parts:
        grain, in_rules = "", False
        for line in part.strip("\n").split("\n"):
            if line and not line.startswith(" "):
                in_rules = line == "rules:"
                above += [] if in_rules else [line]
            elif in_rules and line.startswith("  ") and not line.startswith("   "):
                grain = line
            elif in_rules:
                grains.setdefault(grain, []).append(line)
            else:
                above.append(line)
    return "\n".join([*above, "rules:", *(line for name, lines in grains.items() for line in (name, *lines))]) + "\n"


def of_visits(*rules: tuple[str, str, str]) -> str:
    lines = [
        f"    {name}:\n" + (f"      unit: {unit}\n" if unit else "") + f"      formula: {text}"
        for name, unit, text in rules
    ]
    return "rules:\n  visit:\n" + "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    ("plate", "day", "opt", "wage"),
    [
        ("A", "2026-05-02", "1", 1), ("A", "2026-05-02", "2", 2), ("A", "2026-05-10", "0", 2), ("A", "2026-05-10", "1", None),
        ("A", "2026-05-10", "2", 3), ("A", "2026-05-31", "999", 3), ("B", "2026-05-03", "1", 5), ("B", "2026-05-31", "1", 6),
        ("B", "2026-05-31", "0", None), ("C", "2026-05-04", "0", None),
    ],
)  # fmt: skip
def test_the_row_that_holds_on_the_day_of_a_rule(park: Park, plate: str, day: str, opt: str, wage: int | None) -> None:
    more = of_visits(
        ("x", "number", "held.wage default 100"), ("there", "", "present(held)"), ("needs", "number", "held.wage")
    )
    asked(park, more, of_held(wage), visit=f"1 {plate} day={day} opt={opt}")


def test_a_day_without_a_value_is_a_fault_of_whoever_asks_by_it(park: Park) -> None:
    """Not a row that is not there: neither `default` nor `present` answers it. What is not read costs nothing."""
    more = of_visits(
        ("x", "number", "held.wage default 100"), ("there", "", "present(held)"), ("needs", "number", "held.wage"),
        ("guarded", "number", "if present(opt) then held.wage default 0 else 7"),
        ("sure", "number", "if present(held) then held.wage else 0"), ("above", "number", "held.car.n default 9"),
        ("far", "", "present(held.car)"),
    )  # fmt: skip
    lost = dict.fromkeys(("x", "there", "needs", "sure", "above", "far"), LOST)
    values: dict[str, list[Any]] = {
        "x": [F(2)], "there": [True], "needs": [F(2)], "guarded": [F(2), F(7)], "sure": [F(2)], "above": [F(8)], "far": [True],
    }  # fmt: skip
    expected = {f"visit.{name}": dict(zip("12", [*found, *([lost[name]] if name in lost else [])], strict=True))
                for name, found in values.items()}  # fmt: skip
    asked(park, more, expected, car="A n=8; B; C", visit="1 A opt=0; 2 A")


def test_over_a_relation_and_from_another_row(park: Park) -> None:
    """What the car finds by its day, read from its visits: of A the spell of 4 May, of B none, of C no day at all."""
    more = of_visits(
        ("x", "number", "car.turned.wage default 100"), ("there", "", "present(car.turned)"), ("n2", "number", "car.turned.car.n default 5")
    ) + "  car:\n    all:\n      unit: number\n      formula: sum(visit.x)\n"  # fmt: skip
    expected = {
        "visit.x": {"1": F(2), "2": F(100), "3": LOST}, "visit.there": {"1": True, "2": False, "3": LOST},
        "visit.n2": {"1": F(4), "2": F(5), "3": LOST}, "car.all": {"A": F(2), "B": F(100), "C": LOST},
    }  # fmt: skip
    given = {"inputs": with_posts(LOOKUP, OF_CARS), "cells": CELLS, "post": POSTS}
    rules = merged(ASKED.replace("(opt default 0)", "opt"), more)
    cars = "A since=2026-05-03 opt=1 n=4; B since=2026-05-05 opt=0; C since=2026-05-05"
    park(rules, expected, car=cars, visit="1 A opt=0; 2 B opt=0; 3 C opt=0", pays="all", blocked={"C": "opt"}, **given)


def test_down_to_the_rows_that_a_day_of_a_rule_leads_to_a_spell(park: Park) -> None:
    """Of A's visits on 3, 4 and 12 May, one is led to each spell: 5, 6 and 7 minutes. B's second visit could be one of
    either of B's spells, so neither has a sum; A is not concerned, nor is A's spell of another sort."""
    more = """
rules:
  post:
    used:
      unit: menit
      formula: sum(visit.spent via held)
    times:
      unit: number
      formula: count(visit via held where spent > 5 menit)
    some:
      formula: any(visit via held)
    least:
      unit: menit
      formula: min(visit.spent via held) default 100 menit
"""
    visits = "1 A spent=5 opt=0 day=2026-05-03; 2 A spent=6 opt=1 day=2026-05-03; 3 A spent=7 opt=1 day=2026-05-11"
    found = asked(park, more, {}, visit=f"{visits}; 4 B spent=8 opt=0; 5 B spent=9; 6 C spent=9")
    frame = found.run("reference").frames["post"]
    assert frame["used"].to_list()[:4] == [5, 6, 7, 0]
    assert frame["times"].to_list()[:4] == [0, 1, 1, 0]
    assert frame["some"].to_list()[:4] == [True, True, True, False]
    assert frame["least"].to_list()[:4] == [5, 6, 7, 100]
    for name in ("used", "times", "some", "least"):
        assert [bits > 0 for bits in frame[f"{name}!"]] == [False] * 4 + [True] * 2
    more += "  car:\n    x:\n      unit: menit\n      formula: sum(post.used)\n"
    expected = {"car.x": {"A": F(18), "B": LOST, "C": F(0)}}
    asked(
        park,
        more,
        expected,
        visit=f"{visits}; 4 B spent=8 opt=0; 5 B spent=9; 6 C spent=9",
        pays="x",
        blocked={"B": "opt"},
    )


def test_an_empty_cell_beside_a_day_of_a_rule_leads_nowhere(park: Park) -> None:
    """A visit without a sort names no spell, whatever its day; one whose day has no value is told first."""
    lookup = "held: {to: post, match: {plate: plate, sort: okind}, as_of: chosen}"
    more = (
        rule("number", "held.wage default 50")
        + "  post:\n    y:\n      unit: number\n      formula: count(car via held)\n"
    )
    expected = {"car.x": {"A": F(4), "B": F(50), "C": LOST}}
    rules = merged(ASKED.replace("(opt default 0)", "opt"), more)
    cars = "A okind=bus since=2026-05-01 opt=0; B since=2026-05-04 opt=0; C since=2026-05-01"
    posts = POSTS + "C small 2026-05-01 wage=9"
    given = {"inputs": with_posts(LOOKUP, lookup), "cells": CELLS, "post": posts}
    found = park(rules, expected, car=cars, **given)
    assert found.run("reference").frames["post"]["y!"].max() == 0


def test_a_group_by_the_rule_inherits_the_lookup(park: Park) -> None:
    """Visits of 3 May + 1 and 4 May + 0 are one group, found on 4 May; that of which the day has no value is one too."""
    group = "groups:\n  whole:\n    label: Whole\n    of: visit\n    by: [plate, asked]\n"
    more = group + rule("number", "held.wage default 0", grain="whole", name="y")
    more += "  car:\n    x:\n      unit: number\n      formula: sum(whole.y)\n"
    visits = "1 A opt=1 day=2026-05-03; 2 A opt=0; 3 B opt=0"
    asked(park, more, {"car.x": {"A": F(2), "B": F(5), "C": F(0)}}, visit=visits)
    visits += "; 4 B day=2026-05-05"
    asked(park, more, {"car.x": {"A": F(2), "B": LOST, "C": F(0)}}, visit=visits, pays="x", blocked={"B": "opt"})
    plain = group.replace("[plate, asked]", "[plate]") + rule("number", "held.wage default 0", grain="whole")
    refused(lambda text: asked(park, text, {}), "E247", plain)


def test_a_group_by_the_rule_and_down_to_its_spells(park: Park) -> None:
    group = "groups:\n  whole:\n    label: Whole\n    of: visit\n    by: [plate, asked]\n"
    more = group + "rules:\n  post:\n    y:\n      unit: number\n      formula: count(whole via held)\n"
    more += "  car:\n    x:\n      unit: number\n      formula: sum(post.y)\n"
    visits = "1 A opt=1 day=2026-05-03; 2 A opt=0; 3 A opt=0 day=2026-05-12; 4 B opt=0; 5 B"
    expected = {"car.x": {"A": F(2), "B": LOST, "C": F(0)}}
    asked(park, more, expected, visit=visits, pays="x", blocked={"B": "opt"})


def test_pairs_ask_by_a_rule_of_their_own(park: Park) -> None:
    """Every car on every stamped day, two days later: A has 2 on 4 + 2 May and 3 on 10 + 2 May, B has none."""
    inputs = with_posts(LOOKUP, OF_CARS).replace(
        "groups:\n",
        "groups:\n  both:\n    label: Both\n    each: [car, site]\n    lookups:\n"
        "      later: {to: post, match: {plate: plate, sort: small}, as_of: two_later}\n",
    )
    site = "  site:\n    label: Days\n    key: [on_day]\n    columns:\n      on_day: {type: date, range: period}\n"
    inputs = inputs.replace("  post:\n", f"{site}  post:\n", 1)
    more = merged(ASKED, """
rules:
  both:
    two_later:
      unit: date
      formula: on_day + 2 hari
    wage:
      unit: number
      formula: later.wage default 0
  car:
    x:
      unit: number
      formula: sum(both.wage)
""")  # fmt: skip
    cells = {**CELLS, "site": {"on_day": "2026-05-04"}}
    given = {"inputs": inputs, "cells": cells, "post": POSTS, "car": "A; B", "site": "2026-05-04; 2026-05-10"}
    park(more, {"car.x": {"A": F(5), "B": F(0)}}, **given)


def test_an_amount_of_the_spell_is_shared_over_the_rows_that_find_it(park: Park) -> None:
    """A's wage of 2 by 1 and 3: exactly 0.5 and 1.5, so 1 (the first by key) and 1. B has a visit that could share."""
    more = "rules:\n  visit:\n    x:\n      unit: number\n      split:\n        amount: held.wage\n        by: n\n        step: 1\n"
    visits = "1 A n=1 opt=0; 2 A n=3 opt=0; 3 B n=1 opt=0; 4 B n=1"
    expected = {"visit.x": {"1": F(1), "2": F(1), "3": LOST, "4": LOST}}
    asked(park, more, expected, visit=visits)


# What check refuses


@pytest.mark.parametrize(
    "more",
    [
        "rules:\n  visit:\n    asked:\n      unit: date\n      formula: day + (held.wage default 0) * 1 hari\n",
        "rules:\n  visit:\n    asked:\n      unit: date\n      formula: if present(held) then day else 2026-05-01\n",
        "rules:\n  visit:\n    asked:\n      unit: date\n      formula: day + car.all * 1 hari\n  post:\n    used:\n"
        "      unit: number\n      formula: count(visit via held)\n  car:\n    all:\n      unit: number\n"
        "      formula: sum(post.used)\n",
    ],
)  # fmt: skip
def test_no_rule_that_reads_through_the_lookup_gives_its_day(park: Park, more: str) -> None:
    inputs = with_posts(LOOKUP, "")
    refused(lambda text: park(text, {}, inputs=inputs, cells=CELLS, post=POSTS), "E320", more)


@pytest.mark.parametrize("day", ["wage_of", "nobody", "plate"])
def test_only_rules_that_are_days(park: Park, day: str) -> None:
    inputs = with_posts(LOOKUP.replace("asked", day), "")
    more = rule("number", "n", grain="visit", name="wage_of")
    refused(lambda text: park(text, {}, inputs=inputs, cells=CELLS, post=POSTS), "E267", more)


def test_a_rule_at_fault_is_told_and_not_that_its_day_is_unknown(park: Park) -> None:
    inputs = with_posts(LOOKUP, "")
    more = "rules:\n  visit:\n    asked:\n      unit: date\n      formula: day + nobody\n    x:\n      unit: number\n"
    for formula, code in (("nobody", "E245"), (")", "E135")):
        text = more.replace("nobody", formula) + "      formula: held.wage default 0\n"
        with pytest.raises(Refused) as found:
            park(text, {}, inputs=inputs, cells=CELLS, post=POSTS)
        assert [one.code for one in found.value.diagnostics] == [code]


def test_a_rule_that_is_no_day_is_drawn_as_no_circle(park: Park) -> None:
    """It reads through the lookup of which it should give the day; that it is no day comes first."""
    inputs = with_posts(LOOKUP.replace("asked", "x"), "")
    with pytest.raises(Refused) as found:
        park(rule("number", "held.wage default 0", grain="visit"), {}, inputs=inputs, cells=CELLS, post=POSTS)
    assert [one.code for one in found.value.diagnostics] == ["E267"]


def test_a_rule_of_another_grain_is_no_day_of_the_row(park: Park) -> None:
    inputs = with_posts(LOOKUP.replace("asked", "chosen"), "")
    refused(
        lambda text: park(text, {}, inputs=inputs, cells=CELLS, post=POSTS),
        "E267",
        rule("date", "since", name="chosen"),
    )


def test_the_posts_of_the_plain_cases_are_those_of_these(park: Park) -> None:
    """The same spells are found by a rule that gives the column's day as by the column."""
    more = (
        ASKED.replace("day + opt * 1 hari", "day")
        + "  post:\n    n2:\n      unit: number\n      formula: count(visit via held)\n"
    )
    more += "    n3:\n      unit: number\n      formula: count(visit via plain)\n"
    lookups = f"{LOOKUP}, {spells.HELD.replace('held', 'plain')}"
    visits = "; ".join(
        f"{place} {plate} day=2026-05-{day:02}"
        for place, (plate, day) in enumerate([(p, d) for p in "AB" for d in range(1, 32)])
    )
    found = park(more, {}, inputs=with_posts(lookups, OF_CARS), cells=CELLS, post=POSTS, car="A; B; C", visit=visits)
    frame = found.run("polars").frames["post"]
    assert frame["n2"].to_list() == frame["n3"].to_list() == [3, 7, 20, 0, 1, 0]
