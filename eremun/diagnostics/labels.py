"""Words that are said in the reader's language: key -> (Bahasa Indonesia, English).

A `Mark` whose label, or an argument that, is one of these keys is shown in the language asked for; any other as it is.
"""

from __future__ import annotations

from eremun.diagnostics.reasons import REJECTED

LABELS: dict[str, tuple[str, str]] = {
    "@here": ("di sini", "here"),
    "@declared": ("ditetapkan di sini", "declared here"),
    "@unit": ("satuannya ditetapkan di sini", "its unit is set here"),
    "@first": ("yang pertama di sini", "the first one is here"),
    "@again": ("ditulis lagi di sini", "written again here"),
    "@used_with": ("dipakai bersama ini", "used with this"),
    "@used": ("dipakai di sini", "used here"),
    "@needed": ("diperlukan di sini", "needed here"),
    "@overlaps": ("bertumpang tindih dengan ini", "overlaps with this"),
    "@expected": ("yang diharapkan", "what is expected"),
    # what kind of value something is
    "@boolean": ("ya/tidak", "yes/no"),
    "@date": ("tanggal", "a date"),
    "@day_of_period": ("tanggal dalam bulan yang dihitung", "a day of the month that is computed"),
    "@number": ("bilangan tanpa satuan", "a number without unit"),
    "@text": ("teks", "text"),
    "@no_limit": ("tidak terbatas", "unlimited"),
    # what gives a fraction that varies
    "@division_result": ("hasil pembagian ini", "the result of this division"),
    "@average_result": ("rata-rata ini", "this average"),
    "@division": ("pembagian dengan nilai yang berubah-ubah", "a division by something that varies"),
    "@average": ("rata-rata", "an average"),
    # what a place in a formula or a file needs
    "@value": ("sebuah nilai", "a value"),
    "@name": ("sebuah nama", "a name"),
    "@table": ("nama data atau kelompok", "the name of data or a group"),
    "@column": ("nama kolom atau aturan", "the name of a column or rule"),
    "@relation": ("nama hubungan", "the name of a relation"),
    "@output": ("nama isi tabel", "the name of a content of the table"),
    "@operator": ("tanda hitung, atau akhir rumus", "a sign of arithmetic, or the end of the formula"),
    "@mapping": ("`nama: isi`, satu di tiap baris", "`name: content`, one on each line"),
    "@no_tab": ("ganti tab di awal baris dengan spasi", "put blanks in place of the tab before the line"),
    "@colon": (
        "tulis titik dua dan satu spasi sesudah nama di awal baris, seperti `formula: …`",
        "write a colon and a blank after the name that begins the line, as in `formula: …`",
    ),
    "@blank": ("beri satu spasi sesudah titik dua", "put a blank after the colon"),
    "@quotes": ("tulis kalimat itu dalam tanda kutip", "put that sentence in quotes"),
    "@align": (
        "mulai baris ini tepat di bawah awal baris di atasnya",
        "begin this line right below the beginning of the line above",
    ),
    "@list": ("daftar, yaitu [a, b] atau baris yang diawali -", "a list, which is [a, b] or lines that begin with -"),
    "@one": ("satu nilai", "one value"),
    "@output_column": ("nama kolom, atau nama: {…}", "the name of a column, or name: {…}"),
    "@regulations": ("peraturan (regulations)", "regulations"),
    "@assumptions": ("anggapan (assumptions)", "assumptions"),
    "@nameless": ("satu isi tanpa nama", "one content without a name"),
    # kinds of things that a pack defines
    "@a_parameter": ("parameter", "the parameter"),
    "@a_table": ("tabel", "the table"),
    "@a_rule": ("aturan", "the rule"),
    "@a_column": ("kolom", "the column"),
    "@an_input": ("data", "the data"),
    "@a_group": ("kelompok", "the group"),
    "@an_enum": ("daftar", "the list"),
    "@a_regulation": ("peraturan", "the regulation"),
    "@an_assumption": ("anggapan", "the assumption"),
    # what may not be there, for which a person is blocked
    "@divisor_zero": ("pembagi ini dapat nol", "this divisor can be zero"),
    "@weights_zero": (
        "semua bobot ini dapat nol, padahal ada yang dibagi",
        "all of these weights can be zero while there is something to share",
    ),
    "@row_missing": ("baris yang dibaca di sini mungkin tidak ada", "the row that is read here may not be there"),
    "@cell_empty": ("sel yang dibaca di sini boleh kosong", "the cell that is read here may be empty"),
    "@never_reached": ("baris ini, dan mungkin yang lain", "this row, and perhaps others"),
    "@not_in_force": ("ini tidak selalu berlaku", "this is not always in force"),
    "@no_such_day": ("hari ini mungkin tidak ada dalam penanggalan", "the calendar may have no such day"),
    "@no_rows": ("mungkin tidak ada satu baris pun di sini", "there may be no row at all here"),
    "@exceptions_together": (
        "pengecualian ini dapat berlaku bersama yang lain",
        "this exception can hold together with another",
    ),
    "@rejected_row": (
        "barisnya ditolak bila isiannya di luar rentang, keliru bentuknya, ganda, atau merujuk yang tidak ada",
        "a row is rejected if a cell is out of its range or form, if it is there twice, or names what is not there",
    ),
    "@row_condition": (
        "baris yang melanggar syarat ini ditolak",
        "a row that breaks this condition is rejected",
    ),
    # what else may be done where a table has no row
    "@narrow_range": ("persempit `range` kolomnya", "narrow the `range` of the column"),
    "@ask_first": (
        "tanyakan dahulu dengan `if`, sehingga tabel ini tidak dibaca untuk kata itu",
        "ask first with `if`, so that this table is not read for that word",
    ),
    "@added": ("dijumlahkan dengan", "added to"),
    "@subtracted": ("dikurangi", "subtracted from"),
}

# Words that may stand inside an argument, since it lists several things: rows with why each was rejected.
INSIDE: dict[str, tuple[str, str]] = {f"@reason:{reason}": words for reason, words in REJECTED.items()} | {
    "@reason:form": ("bentuknya bukan", "not of the form"),
    "@reason:listed": (
        "baris tabel itu yang ditolak, dengan kolom, isi, dan alasannya",
        "rows of that table that were rejected, with column, content and reason",
    ),
    "@reason:none": (
        "tidak ada baris tabel itu yang ditolak; baris untuk hari itu memang tidak ada di berkasnya",
        "no row of that table was rejected; the file simply has no row for these days",
    ),
}
