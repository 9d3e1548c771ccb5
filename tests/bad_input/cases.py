"""The cases: what is wrong with a month, and what must come of it, by the specification of the pack and the design.

A case changes the tables before they are written, or the files after that, or the words of the command.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from signal import SIGTERM

from tests.bad_input.around import Around
from tests.bad_input.changes import (
    CSV,
    PARQUET,
    XLSX,
    Change,
    FileChange,
    account_as_number,
    all_columns,
    both,
    bytes_of,
    chart_sheet,
    columns,
    damaged_column,
    emptied,
    far_year,
    folder_link_to_itself,
    folder_named,
    heading,
    link_to_itself,
    list_column,
    lost_days,
    made_file,
    made_folder,
    mapped,
    nip_as_number,
    other_kind,
    put,
    removed,
    renamed,
    replaced,
    result_is_a_folder,
    rewritten,
    rows,
    rows_of_nothing,
    second_file,
    sheets,
    ten_thousand_bad_rows,
    time_of_day,
    typed,
    without_heading,
    without_rights,
)
from tests.bad_input.month import DEDI, FORMS, PEOPLE, RINA, SRI, UJANG, WORKING, Formula, Percent


@dataclass(frozen=True)
class Expect:
    """`code`: of the refusal. `rejected`: faults by "table reason". `blocked`: the reasons of each blocked person.
    `lost`: people whose own row is rejected. `same`: the payroll is that of the month without fault, to the byte.
    `holds`: what stands in it."""

    exit: int = 0
    code: str = ""
    rejected: Mapping[str, int] = field(default_factory=dict)
    blocked: Mapping[str, str] = field(default_factory=dict)
    lost: int = 0
    people: int = 4
    same: bool = False
    holds: str = ""

    @property
    def writes(self) -> bool:
        """Whether new results are there afterwards."""
        return self.exit == 0 or self.same

    @property
    def complains(self) -> bool:
        """Whether `--strict` gives 1."""
        return bool(self.rejected or self.blocked)


def refused(code: str) -> Expect:
    return Expect(3, code)


def runs(
    rejected: Mapping[str, int] | None = None, blocked: Mapping[str, str] | None = None, lost: int = 0, people: int = 4
) -> Expect:
    return Expect(0, "", rejected or {}, blocked or {}, lost, people)


SAME = Expect(same=True)
STOPPED = Expect(130)


@dataclass(frozen=True)
class Case:
    """`expect`: for every form, or by form (a form that is not there can't have the fault). `console`: the test runs
    it in a process of its own too."""

    name: str
    title: str
    expect: Expect | Mapping[str, Expect]
    rows: Change | None = None
    files: FileChange | None = None
    pack: str = "kota-bandung"
    data: str = "data"
    period: str = "2026-01"
    out: str = "hasil"
    around: Around = field(default_factory=Around)
    console: bool = False
    remembers_pack: bool = True

    def expected(self, form: str) -> Expect | None:
        return self.expect if isinstance(self.expect, Expect) else self.expect.get(form)


def only(expect: Expect, *forms: str) -> dict[str, Expect]:
    return dict.fromkeys(forms, expect)


DAYS = len(WORKING)  # 20: each person has so many rows of presensi, five of aktivitas, one of perilaku
LOST_PERSON = {"aktivitas reference": 5, "presensi reference": DAYS, "perilaku reference": 1}
WITHOUT_ROW = "presensi_tidak_lengkap data_ditolak"
ALL_LOST = {name: 4 * count for name, count in LOST_PERSON.items()} | {"hukuman reference": 1}

SECTIONS: dict[str, list[Case]] = {
    "Berkas tidak ada atau tidak terbaca": [
        Case("berkas-hilang", "satu berkas tidak ada", refused("E701"), files=removed("presensi"), console=True),
        Case("huruf-besar", "nama berkas dengan huruf besar (`Opd`)", refused("E701"), files=renamed("opd", lambda name, form: f"{name.title()}.{form}")),
        Case("dua-berkas", "dua berkas untuk satu tabel", refused("E702"), files=second_file),
        Case("kosong", "berkas kosong, 0 bita", refused("E703"), files=emptied("pegawai")),
        Case("hanya-baris-kosong", "hanya baris kosong", only(refused("E703"), CSV), files=bytes_of("pegawai", lambda _: b"\n\r\n\n")),
        Case("folder-bernama-berkas", "folder yang bernama seperti berkas", refused("E717"), files=folder_named),
        Case("tautan-melingkar", "tautan yang menunjuk dirinya sendiri", refused("E717"), files=link_to_itself),
        Case("tanpa-hak-baca", "berkas tanpa hak baca", refused("E716"), files=without_rights("data/pegawai.{form}", 0), around=Around(few_rights=True)),
        Case("data-tidak-ada", "folder data tidak ada", refused("E714"), data="2026-1"),
        Case("data-adalah-berkas", "folder data ternyata berkas", refused("E714"), data="data.zip", files=made_file("data.zip")),
        Case("data-melingkar", "folder data: tautan yang melingkar", refused("E714"), data="lingkaran", files=folder_link_to_itself),
        Case("jenis-lain", "isi berkas bukan jenis yang disebut akhirannya", refused("E710"), files=other_kind),
        Case("terpotong", "berkas terpotong di tengah", only(refused("E710"), PARQUET, XLSX), files=bytes_of("presensi", lambda data: data[: len(data) // 2])),
        Case("kolom-rusak", "isi satu kolom rusak", only(refused("E710"), PARQUET), files=damaged_column),
        Case("dua-lembar", "dua lembar yang berisi", only(refused("E711"), XLSX), files=sheets("Januari", "Februari")),
        Case("lembar-tersembunyi", "lembar kedua yang tersembunyi", only(refused("E711"), XLSX), files=sheets("Januari", hidden=("Lama",))),
        Case("kolom-daftar", "kolom berisi daftar", only(refused("E715"), PARQUET), files=list_column),
        Case("kolom-durasi", "kolom berisi lama waktu", only(refused("E715"), PARQUET), rows=mapped("presensi", "terlambat", lambda _: timedelta(minutes=5))),
    ],
    "Judul kolom": [
        Case("judul-salah", "judul salah eja (`Nama`)", refused("E704"), rows=heading("pegawai", "nama", "Nama")),
        Case("kolom-hilang", "satu kolom tidak ada", refused("E704"), rows=columns("pegawai", lambda cells: cells[:2] + cells[3:])),
        Case("judul-ganda", "satu kolom dua kali", refused("E705"), rows=columns("opd", lambda cells: [*cells, " nama " if cells[0] == "opd" else cells[1]])),
        Case("tanpa-judul", "baris judul tidak ada", refused("E704"), rows=without_heading),
        Case("pemisah-tab", "pemisah kolom tab", only(refused("E704"), CSV), files=rewritten("\t")),
        Case("nul-di-judul", "bita NUL di judul", only(refused("E704"), CSV, PARQUET), rows=heading("opd", "nama", "na\0ma")),
        Case("sebaris-raksasa", "satu baris 3 juta huruf tanpa akhir", only(refused("E704"), CSV), files=bytes_of("opd", lambda _: b"nama " * 600_000)),
        Case("sejuta-kolom", "satu baris dengan 500 ribu koma", only(refused("E704"), CSV), files=bytes_of("opd", lambda _: b"," * 500_000)),
    ],
    "Teks CSV": [
        Case("bukan-utf8", "huruf yang tidak disimpan sebagai UTF-8", only(refused("E706"), CSV), files=replaced("pegawai", "Amélia", b"Am\xe9lia")),
        Case("utf16", "disimpan sebagai UTF-16 (\"Unicode Text\")", only(refused("E706"), CSV), files=bytes_of("opd", lambda data: data.decode().encode("utf-16"))),
        Case("kutip-terbuka", "tanda kutip tidak ditutup", only(refused("E707"), CSV), files=replaced("pegawai", ",Dedi", ',"Dedi')),
        Case("sesudah-kutip", "tulisan sesudah kutip penutup", only(refused("E708"), CSV), files=replaced("pegawai", "Dedi Kurnia", '"Dedi" Kurnia')),
        Case("cr-saja", "akhir baris CR tanpa LF", only(refused("E709"), CSV), files=replaced("opd", "\n", "\r")),
    ],
    "Kalender": [
        Case("hari-kurang", "satu hari tidak ada dalam kalender", refused("E712"), rows=lost_days, console=True),
        Case("hari-ditolak", "baris satu hari ditolak", refused("E712"), rows=put("kalender", 5, "menit_kerja", "tujuh jam")),
        Case("hari-ganda", "satu hari dua kali", refused("E712"), rows=rows("kalender", lambda days: [*days, days[4]])),
        Case("kalender-bulan-lain", "kalender bulan sebelumnya", refused("E712"), rows=mapped("kalender", "tanggal", lambda day: day.replace("2026-01", "2025-12"))),
        Case("kalender-hanya-judul", "kalender hanya berisi judul", refused("E712"), rows=rows("kalender", lambda _: [])),
    ],
    "Perintah": [
        Case("paket-tak-dikenal", "nama paket tidak dikenal", refused("E801"), pack="kota-bandong"),
        Case("bukan-paket", "folder yang bukan paket", refused("E120"), pack="data"),
        Case("masa-tanpa-tarif", "masa sebelum ada tarif (2021-12)", refused("E604"), period="2021-12", console=True),
        Case("masa-mustahil", "masa yang tidak ada (2026-13)", refused("E601"), period="2026-13"),
        Case("masa-bukan-bulan", "masa bukan bulan (Januari)", refused("E601"), period="Januari"),
        Case("hasil-adalah-berkas", "folder hasil ternyata berkas", refused("E804"), out="catatan.txt", files=made_file("catatan.txt")),
        Case("di-bawah-berkas", "folder hasil di bawah sebuah berkas", refused("E804"), out="catatan.txt/hasil", files=made_file("catatan.txt")),
        Case("hasil-melingkar", "folder hasil: tautan yang melingkar", refused("E804"), out="lingkaran", files=folder_link_to_itself),
        Case("hasil-terkunci", "folder hasil hanya boleh dibaca", refused("E805"), out="kunci/hasil", around=Around(few_rights=True),
             files=both(made_folder("kunci"), without_rights("kunci", 0o555))),
        Case("nama-panjang", "nama folder hasil terlalu panjang", refused("E805"), out="h" * 300),
        Case("paket-panjang", "nama paket terlalu panjang", refused("E801"), pack="p" * 300),
        Case("hasil-di-data", "folder hasil sama dengan folder data", refused("E813"), out="data"),
        Case("payroll-adalah-folder", "di folder hasil ada folder `payroll.csv`", refused("E812"), files=result_is_a_folder),
        Case("disk-penuh", "disk penuh pada berkas pertama", refused("E806"), around=Around(small_files=300), console=True),
        Case("disk-penuh-akhir", "disk penuh pada berkas terakhir", refused("E806"), around=Around(small_files=2500), console=True),
    ],
    "Dihentikan": [
        Case("ctrl-c-awal", "Ctrl-C ketika program baru dimuat", STOPPED, around=Around(interrupt=("import", "typer"))),
        Case("ctrl-c-paket", "Ctrl-C ketika paket dibaca", STOPPED, around=Around(interrupt=("open", "inputs.yaml")), console=True, remembers_pack=False),
        Case("ctrl-c-data", "Ctrl-C ketika data dibaca", STOPPED, around=Around(interrupt=("open", "data/aktivitas.")), console=True),
        Case("ctrl-c-hitung", "Ctrl-C ketika dihitung", STOPPED, around=Around(interrupt=("call", "eremun.engines.polars", 300)), console=True),
        Case("ctrl-c-tulis", "Ctrl-C ketika hasil ditulis", STOPPED, around=Around(interrupt=("open", "/payroll.csv")), console=True),
        Case("ctrl-c-ganti", "Ctrl-C ketika hasil lama diganti: penggantian diselesaikan dahulu", Expect(130, same=True),
             around=Around(interrupt=("os.rename", "hasil/findings.csv")), console=True),
        Case("sigterm-tulis", "dihentikan sistem (SIGTERM) ketika hasil ditulis", Expect(143), around=Around(interrupt=("open", "/payroll.csv"), signal=int(SIGTERM))),
    ],
    "Baris yang ditolak": [
        Case("sepuluh-ribu", "sepuluh ribu baris keliru", runs({"aktivitas parse": 10_000}), rows=ten_thousand_bad_rows, console=True),
        Case("nip-pecahan", "NIP menjadi bilangan lembar kerja (1.98E+17)",
             {CSV: runs({"pegawai parse": 1} | LOST_PERSON, lost=1), XLSX: runs({"pegawai parse": 1} | LOST_PERSON, lost=1),
              PARQUET: runs({"pegawai parse": 4} | ALL_LOST, lost=4)}, rows=nip_as_number, console=True),
        Case("rekening-bilangan", "nomor rekening kosong (CSV) atau bilangan",
             {CSV: runs({"pegawai empty": 1} | LOST_PERSON, lost=1), XLSX: runs({"pegawai parse": 1} | LOST_PERSON, lost=1),
              PARQUET: runs({"pegawai parse": 4} | ALL_LOST, lost=4)}, rows=account_as_number),
        Case("nip-19", "NIP 19 digit", runs({"pegawai parse": 1} | LOST_PERSON, lost=1), rows=put("pegawai", 4, "nip", UJANG + "0")),
        Case("koma-desimal", "koma desimal (88,5)", runs({"perilaku parse": 1}, {DEDI: "perilaku"}), rows=put("perilaku", 2, "nilai", "88,5"),
             files=lambda root, form: replaced("perilaku", "88,5", '"88,5"')(root, form) if form == CSV else None),
        Case("tanggal-urutan", "tanggal dd/mm/yyyy", runs({"presensi parse": 1}, {RINA: WITHOUT_ROW}), rows=put("presensi", 3, "tanggal", "02/01/2026")),
        Case("jam", "tanggal dengan jam 08:30", only(runs({"hukuman parse": 1}, {DEDI: "data_ditolak"}), PARQUET, XLSX), rows=time_of_day),
        Case("februari-30", "30 Februari", runs({"hukuman parse": 1}, {DEDI: "data_ditolak"}), rows=put("hukuman", 1, "selesai", "2026-02-30")),
        Case("bulan-lain", "tanggal di luar masa", runs({"aktivitas range": 1}), rows=put("aktivitas", 1, "tanggal", "2025-12-31")),
        Case("sel-berlebih", "sel berlebih", {CSV: runs({"aktivitas surplus": 1}), XLSX: SAME}, rows=lambda month, _: month["aktivitas"].rows[0].append("lihat lampiran")),
        Case("sel-kurang", "sel kurang", runs({"presensi empty": 1}, {RINA: WITHOUT_ROW}), rows=lambda month, _: month["presensi"].rows[2].pop()),
        Case("wajib-kosong", "isian wajib kosong", runs({"presensi empty": 1}, {RINA: WITHOUT_ROW}), rows=put("presensi", 3, "kehadiran", "")),
        Case("baris-spasi", "baris yang hanya berisi spasi", {CSV: runs({"katalog empty": 4}), XLSX: runs({"katalog empty": 4}), PARQUET: runs({"katalog empty": 4})},
             rows=rows("katalog", lambda kinds: [*kinds, [" ", "", "", ""]])),
        Case("kunci-ganda", "satu NIP pada dua baris pegawai", runs({"pegawai duplicate": 2} | LOST_PERSON, lost=2, people=5), rows=rows("pegawai", lambda people: [*people, people[3]])),
        Case("rujukan-hilang", "rujukan ke unit yang tidak ada", runs({"pegawai reference": 1} | LOST_PERSON, lost=1), rows=put("pegawai", 4, "opd", "DISHUB")),
        Case("teks-di-angka", "teks di tempat bilangan", runs({"presensi parse": 1}, {RINA: WITHOUT_ROW}), rows=put("presensi", 3, "terlambat", "15 menit")),
        Case("negatif", "bilangan negatif", runs({"presensi parse": 1}, {RINA: WITHOUT_ROW}), rows=put("presensi", 3, "terlambat", "-15")),
        Case("digit-19", "bilangan 19 digit", runs({"pegawai parse": 1} | LOST_PERSON, lost=1), rows=put("pegawai", 4, "gaji_dasar_iuran", "1000000000000000000")),
        Case("di-luar-daftar", "kata di luar daftar (`Hadir`)", runs({"presensi list": 1}, {RINA: WITHOUT_ROW}), rows=put("presensi", 3, "kehadiran", "Hadir")),
        Case("nul", "bita NUL dalam sel", only(runs({"pegawai parse": 1} | LOST_PERSON, lost=1), CSV, PARQUET), rows=put("pegawai", 4, "nama", "Ujang\0Saepudin")),
        Case("galat-lembar", "sel galat lembar kerja (#N/A)", only(runs({"perilaku parse": 1}, {DEDI: "perilaku"}), XLSX), rows=put("perilaku", 2, "nilai", Formula("=NA()", "#N/A"))),
        Case("galat-boleh-kosong", "galat lembar kerja di kolom yang boleh kosong", only(runs({"aktivitas parse": 1}), XLSX), rows=put("aktivitas", 1, "diputus", Formula("=NA()", "#N/A"))),
        Case("persen", "persen lembar kerja (96,25% disimpan 0,9625)", only(runs({"kinerja_opd parse": 1}, {SRI: "kinerja_opd", DEDI: "kinerja_opd"}), XLSX), rows=put("kinerja_opd", 1, "capaian_iku", 0.9625)),
        Case("persen-bulat", "persen lembar kerja (96% disimpan 0,96)", only(runs({"kinerja_opd parse": 1}, {SRI: "kinerja_opd", DEDI: "kinerja_opd"}), XLSX), rows=put("kinerja_opd", 1, "capaian_iku", Percent(0.96))),
        Case("bilangan-16", "bilangan 16 digit di lembar kerja", only(runs({"pegawai parse": 1} | LOST_PERSON, lost=1), XLSX), rows=put("pegawai", 4, "gaji_dasar_iuran", 1e15)),
        Case("tahun-mustahil", "tanggal di tahun 5881580", only(runs({"hukuman parse": 1}, {DEDI: "data_ditolak"}), PARQUET), files=far_year),
        Case("sel-raksasa", "satu sel 2 juta huruf dengan sel berlebih", only(runs({"aktivitas surplus": 1}), CSV), rows=lambda month, _: month["aktivitas"].rows[0].append("x" * 2_000_000)),
        Case("syarat-baris", "syarat baris dilanggar (selesai sebelum mulai)", runs({"hukuman rule": 1}, {DEDI: "data_ditolak"}), rows=put("hukuman", 1, "selesai", "2025-11-30")),
        Case("perilaku-hanya-judul", "berkas perilaku hanya berisi judul", runs({}, dict.fromkeys(PEOPLE, "perilaku")), rows=rows("perilaku", lambda _: [])),
        Case("pegawai-hanya-judul", "berkas pegawai hanya berisi judul", runs(ALL_LOST, people=0), rows=rows("pegawai", lambda _: [])),
    ],
    "Dibaca seperti biasa": [
        Case("titik-koma", "pemisah titik koma", only(SAME, CSV), files=rewritten(";"), console=True),
        Case("bom", "BOM di awal berkas", only(SAME, CSV), files=rewritten(before=b"\xef\xbb\xbf")),
        Case("crlf", "akhir baris CRLF", only(SAME, CSV), files=rewritten(line_end="\r\n")),
        Case("berkutip", "semua sel berkutip", only(SAME, CSV), files=rewritten(";", "\r\n", True, b"\xef\xbb\xbf")),
        Case("tanpa-akhir", "baris terakhir tanpa akhir baris", only(SAME, CSV), files=bytes_of("pegawai", bytes.rstrip)),
        Case("baris-kosong", "baris kosong di antara data", only(SAME, CSV, XLSX),
             files=lambda root, form: rows_of_nothing(root, form) if form == XLSX else bytes_of("presensi", lambda data: b"\n" + data.replace(b"\n", b"\n\n"))(root, form)),
        Case("urutan-kolom", "urutan kolom lain", SAME, rows=all_columns(lambda cells: cells[::-1])),
        Case("kolom-lebih", "kolom yang tidak diperlukan", SAME, rows=all_columns(lambda cells: ["catatan", *cells])),
        Case("akhiran-besar", "akhiran berkas huruf besar", SAME, files=renamed("pegawai", lambda name, form: f"{name}.{form.upper()}")),
        Case("spasi-di-ujung", "spasi di ujung sel dan judul", SAME,
             rows=both(mapped("presensi", "kehadiran", lambda cell: f"{cell}  "), heading("presensi", "nip", "nip "))),
        Case("tab-di-ujung", "tab dan spasi tak-putus di ujung sel", SAME, rows=mapped("pegawai", "nip", lambda cell: f"\t\u00a0{cell}\u00a0 ")),
        Case("bertipe", "tanggal, bilangan, dan ya/tidak yang bertipe", only(SAME, PARQUET, XLSX), rows=typed),
        Case("lembar-kosong", "ada lembar lain yang kosong", only(SAME, XLSX), files=sheets("Januari", empty=("Petunjuk",))),
        Case("lembar-grafik", "ada lembar grafik", only(SAME, XLSX), files=chart_sheet),
        Case("hasil-rumus", "sel berisi rumus lembar kerja", only(SAME, XLSX), rows=put("kalender", 5, "menit_kerja", Formula("=5.5*60", 330))),
        Case("mirip-rumus", "nama yang mirip rumus (`=1+1`): diberi `'` di depannya", Expect(holds=",'=1+1,"), rows=put("pegawai", 4, "nama", "=1+1")),
        Case("hanya-judul", "berkas hukuman hanya berisi judul", runs(), rows=rows("hukuman", lambda _: [])),
        Case("berkas-lain", "berkas lain dan subfolder di folder data", SAME, files=both(made_file("data/catatan.txt"), made_folder("data/arsip"))),
    ],
}  # fmt: skip

CASES = [case for cases in SECTIONS.values() for case in cases]
EVERY = [(case, form) for case in CASES for form in FORMS if case.expected(form)]
