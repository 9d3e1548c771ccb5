"""The bytes of the four files, each expected line written out by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest

from eremun.diagnostics.diagnostic import Refused
from eremun.outputs.files import output_files
from eremun.plan.plan import ColumnInfo
from eremun.values.types import number
from eremun.values.units import NUMBER, PERSEN

HEADING = "bulan,nomor,nama,regu,tingkat,mulai,capaian,bayar\n"


def text_of(settlement, file):
    return {one.name: one.content.decode() for one in output_files(settlement)}[file]


def test_payroll_line_shows_every_kind_of_value(settled):
    # 9453 steps of 1/10000 are 94.53 %; day 20454 is 2026-01-01 (56 * 365 + 14 leap days since 1970)
    made = settled([{"mulai": 56 * 365 + 14}])
    line = "2026-01,198001012005011001,Ani,A,tinggi,2026-01-01,94.53,1000\n"
    assert text_of(made, "payroll.csv") == HEADING + line


def test_a_nip_keeps_its_leading_zeros_and_an_empty_cell_is_nothing(settled):
    made = settled([{"nomor": 7, "mulai?": False}])
    assert text_of(made, "payroll.csv") == HEADING + "2026-01,000000000000000007,Ani,A,tinggi,,94.53,1000\n"


@pytest.mark.parametrize(
    ("steps", "shown"), [(0, "0.00"), (5, "0.05"), (-5, "-0.05"), (-100, "-1.00"), (10_000, "100.00")]
)
def test_decimals_are_written_out(settled, steps, shown):
    assert text_of(settled([{"capaian": steps}]), "payroll.csv").split(",")[-2] == shown


def test_more_digits_than_a_float_or_64_bit_can_hold(settled):
    # 9223372036854775807 twentieths with two decimals: times 5 is 46116860184273879035 hundredths
    columns = {"capaian": ColumnInfo(number(NUMBER), Fraction(1, 20))}
    made = settled([{"capaian": 2**63 - 1}], columns=columns)
    assert text_of(made, "payroll.csv").split(",")[-2] == "461168601842738790.35"


def test_a_value_that_would_be_cut_is_no_value(settled):
    made = settled([{"capaian": 1}], columns={"capaian": ColumnInfo(number(PERSEN), Fraction(1, 100_000))})
    with pytest.raises(ArithmeticError, match="more than 2 decimals"):
        output_files(made)


def test_a_finer_step_is_shown_where_its_values_fit(settled):
    # 60 steps of 1/60 % are 1 %
    made = settled([{"capaian": 60}], columns={"capaian": ColumnInfo(number(PERSEN), Fraction(1, 6000))})
    assert text_of(made, "payroll.csv").split(",")[-2] == "1.00"


@pytest.mark.parametrize(
    ("name", "cell"),
    [
        ("Ani, S.E.", '"Ani, S.E."'),
        ('Ani "Neng"', '"Ani ""Neng"""'),
        ("Ani\rB", '"Ani\rB"'),
        ("Ani\nB", '"Ani\nB"'),
        (" Ani ", " Ani "),
        ("'Ani'", "'Ani'"),
        ("=1+1", "'=1+1"),
        ("+62,1", '"\'+62,1"'),
        ("-", "'-"),
        ("- 5", "'- 5"),
        ("-5+1", "'-5+1"),
        ("-5-", "'-5-"),
        ("-2,5,", '"\'-2,5,"'),
        ("-5", "-5"),  # no formula, only a number
        ("-1.234,5", '"-1.234,5"'),
        ("-2.5%", "-2.5%"),
        ("-2%5", "'-2%5"),
        ("@x", "'@x"),
        ("x=1", "x=1"),
    ],
)
def test_quotes_where_needed_and_no_formula_for_a_spreadsheet(settled, name, cell):
    assert f",{cell},A," in text_of(settled([{"nama": name}]), "payroll.csv")


def test_a_negative_number_gets_no_apostrophe(settled):
    assert text_of(settled([{"bayar": -5}]), "payroll.csv").endswith(",-5\n")


def test_a_negative_number_of_the_blocked_gets_none_either(settled):
    made = settled([{"bayar": -5, "nama": "-", "@blocked": 1}], blocked_columns=("nama", "bayar", "reason"))
    assert text_of(made, "blocked.csv").splitlines()[1:] == ["'-,-5,data_ditolak"]


def test_people_are_sorted_by_code_point_of_the_value_itself(settled):
    # U+FF21 lies before U+1F600 by code point (and after it in UTF-16); the apostrophe of =Z does not count
    units = ["\U0001f600", "\uff21", "b", "=Z", "B"]
    made = settled([{"regu": unit} for unit in units])
    written = [line.split(",")[3] for line in text_of(made, "payroll.csv").splitlines()[1:]]
    assert written == ["'=Z", "B", "b", "\uff21", "\U0001f600"]


def test_equal_units_go_by_number(settled):
    made = settled([{"nomor": 3}, {"nomor": 1}, {"nomor": 2}])
    assert [line.split(",")[1][-1] for line in text_of(made, "payroll.csv").splitlines()[1:]] == ["1", "2", "3"]


def test_without_a_sort_people_go_by_key(settled):
    made = settled([{"nomor": 3}, {"nomor": 1}], payroll_sort=())
    assert [line.split(",")[1][-1] for line in text_of(made, "payroll.csv").splitlines()[1:]] == ["1", "3"]


def test_a_list_value_is_sorted_as_its_word(settled):
    made = settled([{"tingkat": 0}, {"tingkat": 1}], payroll_sort=("tingkat",))
    assert [line.split(",")[4] for line in text_of(made, "payroll.csv").splitlines()[1:]] == ["rendah", "tinggi"]


def test_the_blocked_are_not_paid_and_have_a_line_for_each_reason_in_the_order_of_the_pack(settled):
    # bits: 1 data_ditolak, 2 tak_minus, 4 kosong; listed: kosong before data_ditolak, tak_minus nowhere
    made = settled([{"regu": "B", "nomor": 1, "@blocked": 7}, {"regu": "A", "nomor": 2, "@blocked": 1}, {"nomor": 3}])
    assert text_of(made, "blocked.csv") == (
        "nomor,nama,regu,reason,keterangan\n"
        "000000000000000002,Ani,A,data_ditolak,Ada barisnya yang ditolak\n"
        "000000000000000001,Ani,B,kosong,Catatannya kosong\n"
        "000000000000000001,Ani,B,data_ditolak,Ada barisnya yang ditolak\n"
        "000000000000000001,Ani,B,tak_minus,Tidak terpenuhi: Tidak kurang dari nol\n"
    )
    assert [line.split(",")[1][-1] for line in text_of(made, "payroll.csv").splitlines()[1:]] == ["3"]


def test_a_bit_without_a_reason_is_never_dropped(settled):
    with pytest.raises(ArithmeticError, match="without a reason"):
        settled([{"@blocked": 8}])


def test_rejected_cells_as_they_were_read(settled):
    made = settled(
        [{}],
        rejected=[
            ("orang", 2, "nama", "", "empty", ""),
            ("orang", 3, "bayar", " -1,5 ", "parse", ""),
            ("orang", 4, "bayar", "=2+1", "parse", ""),
            ("orang", 9, "bayar", "1", "rule", "Terlalu kecil, untuk bulan itu"),
        ],
    )
    assert text_of(made, "rejected.csv") == (
        "table,row,column,value,reason,keterangan\n"
        "orang,2,nama,,empty,Masih kosong\n"
        'orang,3,bayar," -1,5 ",parse,Bentuknya lain\n'
        "orang,4,bayar,'=2+1,parse,Bentuknya lain\n"
        'orang,9,bayar,1,rule,"Terlalu kecil, untuk bulan itu"\n'
    )


def test_findings_in_the_order_of_the_pack_then_by_key_without_zeros(settled):
    made = settled(
        [{}],
        units=[
            {"regu": "B", "finding lebih": 734_529, "finding tunda": 2},
            {"regu": "A", "finding lebih": -3, "finding tunda": 6},
            {"regu": "C"},
        ],
    )
    assert text_of(made, "findings.csv") == (
        "finding,regu,count,amount,keterangan\n"
        "lebih,B,,734529,Melampaui pagu\n"
        "tunda,A,6,,Masih tertunda\n"
        "tunda,B,2,,Masih tertunda\n"
    )


def test_a_finding_that_cannot_be_computed_is_said(settled):
    made = settled([{}], units=[{"regu": "A", "finding tunda!": 4, "finding tunda": 0}], faulty_findings=True)
    assert text_of(made, "findings.csv").splitlines()[1:] == [
        "tunda,A,,,Masih tertunda (belum dapat dihitung: Catatannya kosong)"
    ]


def test_nobody_and_nothing_is_a_heading(settled):
    made = settled([{"@blocked": 1}])
    assert text_of(made, "payroll.csv") == HEADING
    assert text_of(made, "rejected.csv") == "table,row,column,value,reason,keterangan\n"
    assert text_of(made, "findings.csv") == "finding,regu,count,amount,keterangan\n"


@pytest.mark.parametrize("name", ["../bayar.csv", ".bayar", "a/b.csv", "run.json", "blocked.csv", "C:x", " "])
def test_a_file_name_that_would_leave_the_folder_is_refused(settled, name):
    with pytest.raises(Refused, match="E815"):
        output_files(settled([{}], files={"payroll": name}))
