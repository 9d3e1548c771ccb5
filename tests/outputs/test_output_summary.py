"""What the screen says after a run: plain when piped, in both languages, nothing that data could do to a terminal."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest

from eremun.model.rules import Outputs
from eremun.outputs.files import output_files
from eremun.outputs.payroll import reason_sentence
from eremun.outputs.report import make_report
from eremun.outputs.summary import Summary
from eremun.values import reasons


def said(settlement, lang="id", folder=Path("hasil")):
    stream = io.StringIO()
    Summary(settlement, make_report(settlement, output_files(settlement), ""), folder, lang).print(stream)
    return stream.getvalue()


def lines(text):
    return [" ".join(line.split()) for line in text.splitlines()]


@pytest.fixture
def month(settled):
    return settled(
        [{"bayar": 1_234_567}, {"regu": "B", "@blocked": 5}],
        units=[{"regu": "A", "finding lebih": 1500}],
        rejected=[("orang", row, "bayar", "1,5", "parse", "") for row in (2, 3, 4, 7)],
        rejected_people=4,
    )


def test_a_clerk_reads_who_is_paid_and_what_is_wrong(month):
    text = lines(said(month))
    assert "Toko, masa 2026-01" in text
    assert "dibayar 1" in text
    assert "tertahan 1" in text
    assert "barisnya ditolak 4" in text
    assert "1 Catatannya kosong kosong" in text
    assert "Baris yang ditolak ketika dibaca: 4" in text
    assert "orang bentuknya lain 4 baris 2 (bayar: 1,5); baris 3 (bayar: 1,5); baris 4 (bayar: 1,5), …" in text
    assert "Rp1.500 Melampaui pagu lebih" in text
    assert "A 1 0 Rp1.234.567" in text
    assert "B 0 1 Rp0" in text
    assert "Kolom yang tidak dipakai: orang.x" in text
    assert "Berkas di hasil" in text
    assert "timings.json lamanya tiap tahap dan memori yang terpakai" in text
    assert any("jadikan Text kolom nomor" in line for line in text)


def test_reasons_without_a_sentence_of_the_pack_are_said_in_the_language_of_the_screen(settled):
    held = settled([{"@blocked": 2}])  # bit 1: tak_minus, for which the pack has a label and no sentence
    assert "1 Tidak terpenuhi: Tidak kurang dari nol tak_minus" in lines(said(held))
    assert "1 Not met: Tidak kurang dari nol tak_minus" in lines(said(held, "en"))
    assert b"Tidak terpenuhi: Tidak kurang dari nol" in output_files(held)[1].content


def test_in_english(month):
    text = lines(said(month, "en"))
    assert "Toko, period 2026-01" in text
    assert "bayar Rp1,234,567" in text


@pytest.mark.parametrize("reason", [*(vars(reasons)[name] for name in vars(reasons) if name.isupper())])
def test_reasons_of_the_language_are_sentences_in_both(settled, reason):
    held = settled([{}])
    for lang, unlike in (("id", "Data belum lengkap"), ("en", "Data incomplete")):
        sentence = reason_sentence(replace(held.plan.checked.pack, outputs=Outputs()), reason, lang)
        assert " " in sentence
        assert unlike not in sentence
        assert reason not in sentence


def test_reasons_a_pack_gives_are_its_own_and_the_rest_in_the_language_asked_for(settled):
    pack = settled([{}]).plan.checked.pack
    assert [reason_sentence(pack, "kosong", lang) for lang in ("id", "en")] == ["Catatannya kosong"] * 2
    assert reason_sentence(pack, "tak_minus", "en") == "Not met: Tidak kurang dari nol"
    assert reason_sentence(pack, "orang", "en") == "No data yet: Orang"
    assert reason_sentence(pack, "pangkat") == "Data belum lengkap: pangkat"


def test_nothing_to_report_is_not_reported(settled):
    text = said(settled([{}]))
    assert "tertahan (seorang" not in text
    assert "Temuan" not in text


def test_a_trial_says_that_nothing_was_written(month):
    text = said(month, folder=None)
    assert "tidak ada berkas yang ditulis" in text
    assert "Berkas di" not in text


def test_plain_when_piped_and_never_cut(settled):
    text = said(settled([{"regu": "R" * 90}]))
    assert "\x1b" not in text
    assert "R" * 90 in text


def test_data_is_no_markup_and_no_command_to_the_terminal(settled):
    cell = ("orang", 1, "bayar", "\x1b[2J[bold]:smile:", "parse", "")
    made = settled([{"regu": "[red]A[/red]"}], rejected=[cell], rejected_people=1)
    text = said(made)
    assert "[red]A[/red]" in text
    assert "[bold]:smile:" in text
    assert "\x1b" not in text


def test_cells_of_a_well_known_wrong_form_get_their_advice(settled):
    cells = ("1.98E+17", "88,5", "31/01/2026", "empat", "96.5%", "Rp 1.250.000,00", "1.25")
    text = lines(said(settled([{}], rejected=[("orang", 1, "bayar", cell, "parse", "") for cell in cells])))
    assert any(line.startswith("1.98E+17: lembar kerja sudah membulatkan") for line in text)
    assert any(line.startswith("88,5: tulislah pecahan dengan titik") for line in text)
    assert any(line.startswith("31/01/2026: tulislah tanggal sebagai tahun-bulan-hari") for line in text)
    assert any(line.startswith("96.5%: tulislah bilangannya saja tanpa %") for line in text)
    assert any(line.startswith("Rp 1.250.000,00: tulislah bilangan tanpa titik ribuan") for line in text)
    assert not any(line.startswith(("empat:", "1.25:")) for line in text)
