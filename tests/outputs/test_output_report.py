"""run.json: sums written out by hand, counts that must add up, bytes that hold nothing of the machine."""

from __future__ import annotations

import json
from hashlib import sha256

import polars as pl
import pytest

from eremun.outputs.files import output_files
from eremun.outputs.report import make_report

MOST = 2**63 - 1


def report_of(settlement):
    return make_report(settlement, output_files(settlement), "the plan")


def test_people_and_reasons_are_counted(settled):
    made = settled([{}, {"@blocked": 5}, {"@blocked": 1}], rejected_people=2)
    report = report_of(made)
    assert report.people.model_dump() == {"people_in": 5, "paid": 1, "blocked": 2, "rejected": 2}
    assert report.blocked_by_reason == {"kosong": 1, "data_ditolak": 2}


def test_totals_per_unit_and_in_all(settled):
    made = settled([{"bayar": 7}, {"bayar": 5, "regu": "B"}, {"bayar": 30, "regu": "B"}, {"regu": "C", "@blocked": 5}])
    report = report_of(made)
    assert report.totals == {"bayar": 42}
    assert {name: (one.paid, one.blocked, one.totals["bayar"]) for name, one in report.units.items()} == {
        "A": (1, 0, 7),
        "B": (2, 0, 35),
        "C": (0, 1, 0),
    }


def test_a_total_may_need_more_than_64_bit(settled):
    assert report_of(settled([{"bayar": MOST}, {"bayar": MOST}])).totals == {"bayar": 18_446_744_073_709_551_614}


def test_a_person_blocked_twice_is_one_person(settled):
    assert report_of(settled([{"@blocked": 7}])).units["A"].blocked == 1


def test_findings_are_counted_and_summed(settled):
    made = settled([{}], units=[{"regu": "A", "finding lebih": 4}, {"regu": "B", "finding lebih": 5}])
    assert report_of(made).findings["lebih"].model_dump() == {
        "kind": "amount",
        "lines": 2,
        "total": 9,
        "not_computed": 0,
    }


def test_a_row_that_is_nowhere_stops_the_run(settled):
    made = settled([{}])
    table = made.inputs.tables["orang"]
    lost = type(table)(table.frame, table.file, table.sha256, 2, 0, ())
    made.inputs.tables["orang"] = lost
    with pytest.raises(AssertionError, match="2 is not the sum"):
        report_of(made)


def test_a_person_who_is_nowhere_stops_the_run(settled):
    made = settled([{}, {}])
    short = type(made)(**{**vars(made), "paid": made.paid.head(1)})
    with pytest.raises(AssertionError, match="people"):
        report_of(short)


def test_hashes_are_those_of_the_bytes(settled):
    made = settled([{}])
    report = json.loads(report_of(made).to_bytes())
    payroll = output_files(made)[0]
    assert report["outputs"]["payroll.csv"] == {"rows": 1, "sha256": sha256(payroll.content).hexdigest()}
    pack = sha256(b"name: toko\n").hexdigest()
    assert report["pack"]["files"] == {"pack.yaml": pack}
    assert report["pack"]["sha256"] == sha256(f"{pack}  pack.yaml\n".encode()).hexdigest()
    assert report["plan_sha256"] == sha256(b"the plan").hexdigest()


def test_bytes_are_sorted_end_with_a_line_and_hold_no_path(settled):
    content = report_of(settled([{}])).to_bytes()
    assert content == (json.dumps(json.loads(content), sort_keys=True, indent=2, ensure_ascii=False) + "\n").encode()
    assert b"/some/where" not in content
    assert b'"file": "orang.csv"' in content


def test_the_order_of_an_engine_leaves_no_trace(settled):
    one = settled([{"nomor": 1, "regu": "B"}, {"nomor": 2, "@blocked": 3}, {"nomor": 3, "@blocked": 4}])
    other = settled([{"nomor": 3, "@blocked": 4}, {"nomor": 2, "@blocked": 3}, {"nomor": 1, "regu": "B"}])
    assert report_of(one).to_bytes() == report_of(other).to_bytes()
    assert isinstance(one.paid, pl.DataFrame)
