"""Lines: finer rows of those paid, in a file of their own; a fault in a line to be shown blocks its person."""

from __future__ import annotations

import pytest

from eremun.engines.results import Results
from eremun.outputs.files import output_files
from eremun.outputs.settlement import settle
from tests.conformance.harness import RUNS, F, Park, World, fault, refused

VISITS = """
rows: visit
where: n > 0
sort: [n]
columns:
  - plate
  - id
  - day
  - kind
  - late: {value: spent > 60 menit}
  - half: {value: n / 2, decimals: 1}
  - lot: {value: car.lot}
  - month: {value: period.name}
"""
PROMISE = "ensure:\n  car:\n    small:\n      label: Small\n      formula: m < 9\n"
ASKED = "rules:\n  visit:\n    asked:\n      unit: number\n      formula: {formula}\n"


def file_of(world: World, engine: str, wide: bool) -> str:
    results: Results = world.run(engine, wide)
    return output_files(settle(world.plan, results, world.inputs))[4].content.decode()


def files_of(world: World) -> str:
    """The file, which is the same from every engine."""
    first, *others = (file_of(world, engine, wide) for engine, wide in RUNS)
    assert others == [first] * len(others)
    return first


def test_the_lines_of_those_paid_where_the_condition_holds(park: Park) -> None:
    """B is blocked by its promise; the third visit has no n. They stand by n, then by their key."""
    rows = "2 A n=4 spent=61; 1 A n=3 kind=bus day=2026-05-05; 3 A; 4 B n=1; 0 C n=3 spent=60"
    shown = {"0": True, "1": True, "2": True, "3": False, "4": False}
    world = park(
        PROMISE, {"visit.lines shown": shown}, lines=VISITS, car="A; B m=9; C", visit=rows, blocked={"B": "small"}
    )
    assert files_of(world) == (
        "plate,id,day,kind,late,half,lot,month\n"
        "C,0,2026-05-04,small,tidak,1.5,Z,2026-05\n"
        "A,1,2026-05-05,bus,tidak,1.5,Z,2026-05\n"
        "A,2,2026-05-04,small,ya,2.0,Z,2026-05\n"
    )


def test_without_a_condition_every_line_is_shown(park: Park) -> None:
    lines = "rows: visit\ncolumns: [id, {shown: {value: n}}, {wanted: {value: m}}]"
    world = park("", {"visit.lines shown": {"1": True, "2": True}}, lines=lines, visit="2 A n=3; 1 A m=4")
    assert files_of(world) == "id,shown,wanted\n1,0,4\n2,3,0\n"


def test_no_lines_at_all(park: Park) -> None:
    world = park("", {"visit.lines shown": {}}, lines="rows: visit\ncolumns: [id]")
    assert files_of(world) == "id\n"


@pytest.mark.parametrize(
    ("where", "blocked", "shown"),
    [
        ("true", {"A": "opt", "C": "opt"}, ["3"]),
        ("n > 0", {"A": "opt"}, ["3"]),
        ("present(opt)", {}, ["2", "3"]),
        ("opt > 5", {"A": "opt", "C": "opt"}, ["3"]),
    ],
)
def test_a_fault_in_a_line_blocks_whose_line_it_is(
    park: Park, where: str, blocked: dict[str, str], shown: list[str]
) -> None:
    """A's first visit has no opt and its second has; C's has none, and its n is 0. A line that is left out costs
    nothing."""
    lines = f"rows: visit\nwhere: {where}\ncolumns: [id, asked]"
    rows = "1 A n=1; 2 A n=1 opt=5; 3 B n=1 opt=6; 4 C"
    expected = {"visit.asked": {"1": fault("opt"), "2": F(5), "3": F(6), "4": fault("opt")}}
    world = park(ASKED.format(formula="opt"), expected, lines=lines, car="A; B; C", visit=rows, blocked=blocked)
    assert [line.split(",")[0] for line in files_of(world).splitlines()[1:]] == shown


def test_rows_of_groups_and_of_pairs(park: Park) -> None:
    stays = "rules:\n  stay:\n    whole:\n      unit: menit\n      formula: sum(visit.spent)\n"
    world = park(
        stays, {}, lines="rows: stay\nsort: [day]\ncolumns: [plate, day, whole]", car="A; B",
        visit="1 A spent=5; 2 A spent=6; 3 B spent=7 day=2026-05-02",
    )  # fmt: skip
    assert files_of(world) == "plate,day,whole\nB,2026-05-02,7\nA,2026-05-04,11\n"
    pairs = "groups:\n  at:\n    label: Cars at places\n    each: [car, place]\n"
    world = park(pairs, {}, lines="rows: at\nwhere: car.n >= place.size\ncolumns: [plate, at]", car="A n=5; B",
                 place="1 size=5; 2 size=0; 3 size=6")  # fmt: skip
    assert files_of(world) == "plate,at\nA,1\nA,2\nB,2\n"


def test_a_row_of_a_group_that_has_no_key(park: Park) -> None:
    """A's visit has no opt, so its group has no key: it is no line, and A is blocked. B has a group for each opt."""
    sizes = """
rules:
  visit:
    size:
      unit: number
      formula: opt * 2
groups:
  sized:
    label: Visits of a size
    of: visit
    by: [plate, size]
"""
    world = park(
        sizes, {}, lines="rows: sized\nsort: [size]\ncolumns: [plate, size]", car="A; B",
        visit="1 A; 2 B opt=5; 3 B opt=4", blocked={"A": "opt"},
    )  # fmt: skip
    assert files_of(world) == "plate,size\nB,8\nB,10\n"


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ("rows: visits\ncolumns: [id]", "E241"),
        ("rows: lot\ncolumns: [lot]", "E308"),
        ("rows: car\ncolumns: [plate]", "E308"),
        ("rows: visit\ncolumns: [plate, plate]", "E213"),
        ("rows: visit\nsort: [plat]\ncolumns: [plate]", "E252"),
        ("rows: visit\ncolumns: [money]", "E245"),
        ("rows: visit\ncolumns: [{half: {value: n / 2}}]", "E322"),
        ("rows: visit\nwhere: n\ncolumns: [id]", "E302"),
        ("rows: visit\nreasons: {}\ncolumns: [id]", "E201"),
        ("columns: [id]", "E202"),
    ],
)
def test_lines_that_can_not_be(park: Park, lines: str, code: str) -> None:
    refused(lambda more: park(more, {}, lines=lines, visit="1 A"), code, "")
