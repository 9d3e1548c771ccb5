"""Relations with names of their own: two to one table, columns by name, constants in the place of a column."""

from __future__ import annotations

from typing import Any

import pytest

from tests.conformance import base_pack as base
from tests.conformance.harness import F, Park, fault, refused, rule

OLD = "    references: {car: [plate]}\n    lookups: {permit: [plate], stamp: [plate, day]}\n    when_rejected: block\n"
NEW = """\
    references: {{car: [plate], host: {{to: car, match: {{plate: guest}}}}}}
    lookups: {{permit: [plate], {lookups}}}
    when_rejected: block
"""
VISITS = "1 A guest=B spent=30; 2 A guest=A spent=50; 3 B guest=A spent=70"


def related(park: Park, more: str, expect: dict[str, Any], lookups: str = "stamp: [plate, day]", **rest: Any) -> None:
    """The base pack, whose visits name a second car, `guest`, by the relation `host`."""
    inputs = base.INPUTS.replace(OLD, NEW.format(lookups=lookups)).replace(
        "spent: {type: menit, range: 0..1_440}", "spent: {type: menit, range: 0..1_440}\n      guest: {type: text}"
    )
    cells = {**base.CELLS, "visit": {**base.CELLS["visit"], "guest": "A"}}
    park(more, expect, inputs=inputs, cells=cells, **rest)


def test_up_over_two_relations_to_one_table(park: Park) -> None:
    """A has 3, B 4: the visits lead to 3 and 4, 3 and 3, 4 and 3."""
    more = rule("number", "car.n * 10 + host.n", grain="visit")
    related(park, more, {"visit.x": {"1": F(34), "2": F(33), "3": F(43)}}, car="A n=3; B n=4", visit=VISITS)


def test_via_chooses_between_two_relations(park: Park) -> None:
    """Over `car` A has 30 + 50 and B 70; over `host` A has 50 + 70 and B 30; nobody visited C."""
    more = """
rules:
  car:
    own:
      unit: menit
      formula: sum(visit.spent via car)
    hosted:
      unit: menit
      formula: sum(visit.spent via host)
    times:
      unit: number
      formula: count(visit via host)
"""
    expected = {
        "car.own": {"A": F(80), "B": F(70), "C": F(0)}, "car.hosted": {"A": F(120), "B": F(30), "C": F(0)},
        "car.times": {"A": F(2), "B": F(1), "C": F(0)},
    }  # fmt: skip
    related(park, more, expected, car="A; B; C", visit=VISITS)


def test_without_via_two_relations_are_refused(park: Park) -> None:
    with pytest.raises(Exception, match="E308"):
        related(park, rule("number", "count(visit)"), {})


def test_a_group_inherits_a_named_relation(park: Park) -> None:
    """Days of a guest: B's one of 30, A's of 50 + 70 = 120."""
    more = """
groups:
  hosting:
    of: visit
    by: [guest, day]
rules:
  hosting:
    long:
      unit: menit
      formula: sum(visit.spent)
    n:
      unit: number
      formula: host.n
  car:
    longest:
      unit: menit
      formula: max(hosting.long) default 0 menit
"""
    expected = {
        "hosting.long": {"A 2026-05-04": F(120), "B 2026-05-04": F(30)},
        "hosting.n": {"A 2026-05-04": F(3), "B 2026-05-04": F(4)},
        "car.longest": {"A": F(120), "B": F(30), "C": F(0)},
    }  # fmt: skip
    related(park, more, expected, car="A n=3; B n=4; C n=5", visit=VISITS)


def test_a_row_is_rejected_where_either_reference_leads_nowhere(park: Park) -> None:
    """A row that names A twice over is one rejected row of A's; each of the other two names one car that is there."""
    more = """
rules:
  car:
    x:
      unit: number
      formula: rejected(visit)
"""
    visits = "1 A guest=A spent=9999; 2 A guest=Q; 3 Q guest=B"
    expected = {"car.x": {"A": F(2), "B": F(1), "C": F(0)}}
    blocked = dict.fromkeys("AB", "data_ditolak")
    related(park, more, expected, car="A; B; C", visit=visits, blocked=blocked)


@pytest.mark.parametrize(
    ("type_", "constant", "keys"),
    [
        ("kind", "bus", ("small", "bus", "large")),
        ("text", '"x y"', ("day", "'x y'", "x")),
        ("number, range: 0..9", "7", ("6", "7", "8")),
        ("number, decimals: 1, range: 0..9", "0.7", ("7", "0.7", "0.8")),
        ("persen, range: 0%..100%", "7%", ("0", "7", "70")),
        ("date", "2024-02-29", ("2024-02-28", "2024-02-29", "2024-03-01")),
        ("boolean", "ya", ("tidak", "ya")),
        ("boolean", "tidak", ("ya", "tidak")),
    ],
)
def test_a_constant_of_any_type(park: Park, type_: str, constant: str, keys: tuple[str, ...]) -> None:
    """Of A's stamps the second bears the constant; B has only another; C has none."""
    inputs = base.INPUTS.replace(
        "    key: [plate, day]\n    date: day\n    columns:\n      plate: {type: text}\n      day: {type: date, range: period}\n",
        f"    key: [plate, sort]\n    columns:\n      plate: {{type: text}}\n      sort: {{type: {type_}}}\n",
    ).replace(
        "lookups: {permit: [plate], place: [opt]}",
        f"lookups: {{permit: [plate], place: [opt], chosen: {{to: stamp, match: {{sort: {constant}, plate: plate}}}}}}",
    ).replace(", stamp: [plate, day]", "")  # fmt: skip
    cells = {**base.CELLS, "stamp": {"plate": "A", "sort": "", "mark": "0"}}
    stamps = (
        "; ".join(f"A sort={key} mark={place + 1}" for place, key in enumerate(keys)) + f"; B sort={keys[0]} mark=4"
    )
    more = """
rules:
  car:
    x:
      unit: number
      formula: chosen.mark default 0
  stamp:
    users:
      unit: number
      formula: count(car via chosen)
"""
    expected = {"car.x": {"A": F(2), "B": F(0), "C": F(0)}}
    found = park(more, expected, inputs=inputs, cells=cells, car="A; B; C", stamp=stamps)
    frame = found.run("reference").frames["stamp"]
    assert frame["users"].to_list() == [int(place == 1) for place in range(len(keys) + 1)]


def test_a_looked_up_row_that_is_not_there_bears_the_relations_name(park: Park) -> None:
    """B's only stamp is of another day: who needs it is blocked by the name of the relation."""
    lookups = "seal: {to: stamp, match: {day: day, plate: guest}}"
    more = """
rules:
  visit:
    x:
      unit: number
      formula: seal.mark
  car:
    y:
      unit: number
      formula: sum(visit.x via car)
"""
    expected = {"visit.x": {"1": fault("seal"), "2": F(5), "3": F(5)}, "car.y": {"A": fault("seal"), "B": F(5)}}
    related(
        park, more, expected, lookups, pays="y", car="A; B", visit=VISITS, blocked={"A": "seal"},
        stamp="A mark=5; B 2026-05-05 mark=6",
    )  # fmt: skip


def test_rows_meet_over_relations_of_one_name(park: Park) -> None:
    """Both tables lead to cars by `host`; only B's guest, neither the first nor the last car, has a stamp."""
    inputs = base.INPUTS.replace(
        OLD,
        "    references: {car: [plate], host: {to: car, match: {plate: guest}}}\n"
        "    lookups: {seal: {to: stamp, match: {plate: guest, day: day}}}\n",
    ).replace("spent: {type: menit, range: 0..1_440}", "guest: {type: text}").replace(
        "      mark: {type: number, range: 0..9}\n    references: {car: [plate]}",
        "      mark: {type: number, range: 0..9}\n    references: {host: {to: car, match: {plate: plate}}}",
    )  # fmt: skip
    cells = {
        **base.CELLS,
        "visit": {"guest" if name == "spent" else name: cell for name, cell in base.CELLS["visit"].items()},
    }
    expected = {"visit.x": {"1": F(0), "2": F(5), "3": F(0)}}
    park(rule("number", "seal.mark default 0", grain="visit"), expected, inputs=inputs, cells=cells, car="A; B; C",
         visit="1 guest=A; 2 guest=B; 3 guest=C", stamp="B mark=5")  # fmt: skip


@pytest.mark.parametrize(
    ("lookups", "code"),
    [
        ("seal: {to: stamp, match: {day: day}}", "E242"),
        ("seal: {to: stamp, match: {day: day, plate: plate, mark: n}}", "E242"),
        ("seal: {to: stamps, match: {day: day}}", "E241"),
        ("seal: {to: stamp, match: {day: day, plate: plat}}", "E240"),
        ("seal: {to: stamp, match: {day: day, plate: n}}", "E243"),
        ("seal: {to: stamp, match: {day: 2026-13-01, plate: plate}}", "E205"),
        ("seal: {to: stamp}", "E202"),
        ("lot: {to: stamp, match: {day: day, plate: plate}}", "E260"),
        ("car: {to: stamp, match: {day: day, plate: plate}}", "E213"),
        ("seal: {to: ticket, match: {plate: plate}}", "E242"),
        ("seal: {to: stamp, match: {day: day, plate: plate}, at: day}", "E201"),
    ],
)
def test_relations_that_can_not_be(park: Park, lookups: str, code: str) -> None:
    refused(lambda more: related(park, more, {}, lookups), code, rule("number", "n"))
