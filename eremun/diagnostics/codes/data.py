"""E7xx: what the stage intake refuses."""

from __future__ import annotations

from eremun.diagnostics.codes.code import Code, Texts

DATA: tuple[Code, ...] = (
    Code(
        "E701",
        "missing-file",
        Texts(
            "berkas untuk tabel {table} tidak ada di folder {folder}",
            "nama yang dicari: {expected}; yang ada di situ: {found}",
            "Simpan berkasnya dengan salah satu nama itu (huruf besar dan kecil dibedakan), lalu jalankan lagi.",
            "Setiap tabel dibaca dari satu berkas yang bernama sama dengan tabelnya, tepat huruf besar dan kecilnya. "
            "Akhirannya .csv, .parquet, atau .xlsx. Isi subfolder tidak dibaca.",
        ),
        Texts(
            "there is no file for the table {table} in the folder {folder}",
            "names looked for: {expected}; what is there: {found}",
            "Save the file under one of these names (capital and small letters differ) and run again.",
            "Every table is read from one file with the table's name, in the same capital and small letters. "
            "It ends in .csv, .parquet or .xlsx. Subfolders are not read.",
        ),
        bad="2026-01/Opd (1).csv",
        good="2026-01/opd.csv",
    ),
    Code(
        "E702",
        "two-files",
        Texts(
            "tabel {table} mempunyai lebih dari satu berkas: {files}",
            "tidak diketahui berkas mana yang berlaku, padahal isinya bisa berbeda",
            "Tinggalkan satu saja, dan pindahkan yang lain ke folder lain.",
            "Untuk setiap tabel harus ada tepat satu berkas, dalam bentuk apa pun. Akhiran .CSV dan .csv sama saja.",
        ),
        Texts(
            "the table {table} has more than one file: {files}",
            "it is not known which of them counts, and they may differ",
            "Leave one of them, and move the others to another folder.",
            "There must be exactly one file for each table, whatever its kind. The endings .CSV and .csv are the same.",
        ),
        bad="opd.csv dan opd.xlsx dalam satu folder",
        good="opd.csv",
    ),
    Code(
        "E703",
        "empty-file",
        Texts(
            "{file} kosong: baris judul kolom pun tidak ada",
            "baris pertama yang berisi harus memuat judul kolom",
            "Simpan ulang berkasnya dari sumbernya, dengan judul kolom di baris pertama.",
            "Tabel tanpa baris data boleh ada, tetapi judul kolomnya tetap harus tertulis. Berkas kosong biasanya "
            "berasal dari penyimpanan atau pengiriman yang terputus.",
        ),
        Texts(
            "{file} is empty: it has not even a line of headings",
            "the first line that has anything must hold the headings of the columns",
            "Save the file again from where it comes from, with the headings in the first line.",
            "A table may be without rows of data, but its headings must be there. An empty file mostly comes from "
            "saving or sending that was cut off.",
        ),
        bad="(tidak ada isi)",
        good="unit,nama,jumlah",
    ),
    Code(
        "E704",
        "missing-column",
        Texts(
            "{file} tidak mempunyai kolom {columns}",
            "judul kolom yang ditemukan: {headings}",
            "Perbaiki ejaan judul kolom itu di baris pertama, atau tambahkan kolomnya. Bila seluruh judul tampak "
            "menyatu, simpan ulang sebagai CSV dengan pemisah koma atau titik koma.",
            "Judul kolom dibandingkan huruf demi huruf; spasi di kedua ujungnya tidak dihitung, urutan kolom bebas. "
            "Pemisah kolom adalah koma atau titik koma. Kalau seluruh judul tampak sebagai satu kolom, "
            "pemisahnya mungkin tab atau tanda lain.",
        ),
        Texts(
            "{file} has no column {columns}",
            "the headings found: {headings}",
            "Correct the spelling of that heading in the first line, or add the column. If all headings seem to run "
            "together, save the file again as CSV with commas or semicolons.",
            "Headings are compared letter by letter; blanks at their ends don't count, and the order is free. Columns "
            "are separated by comma or semicolon. If all headings seem to be one column, "
            "the separator may be a tab or another sign.",
        ),
        bad="unit,Nama,jumlah",
        good="unit,nama,jumlah",
    ),
    Code(
        "E705",
        "repeated-column",
        Texts(
            "{file}: kolom {column} ada lebih dari satu kali (judul: {headings})",
            "tidak diketahui kolom mana yang berlaku",
            "Hapus atau ganti judul kolom yang bukan sumbernya.",
            "Setiap kolom yang diperlukan tabel harus ada tepat satu kali. Bila suatu kolom boleh memakai beberapa "
            "judul, hanya satu dari judul itu yang boleh ada dalam satu berkas.",
        ),
        Texts(
            "{file}: the column {column} stands more than once (headings: {headings})",
            "it is not known which of them counts",
            "Remove or rename the heading of the one that is not the source.",
            "Every column that a table needs must stand exactly once. Where a column may have one of several headings, "
            "only one of them may be in a file.",
        ),
        bad="unit,nama,jumlah,nama",
        good="unit,nama,jumlah,nama_singkat",
    ),
    Code(
        "E706",
        "not-utf-8",
        Texts(
            "{file} baris {line}: ada huruf yang tidak disimpan sebagai UTF-8 (bita ke-{byte})",
            "huruf itu tidak dapat dibaca dengan pasti, dan nama orang tidak boleh ditebak",
            "Di lembar kerja pilih Simpan Sebagai, lalu jenis berkas CSV UTF-8, dan simpan ulang.",
            "UTF-8 adalah cara menyimpan huruf yang sama di semua komputer. Jenis berkas yang hanya bernama CSV di "
            "lembar kerja lama menyimpan huruf seperti é menurut komputernya sendiri.",
        ),
        Texts(
            "{file} line {line}: there is a character that was not saved as UTF-8 (byte {byte})",
            "it can't be read for certain, and names of people must not be guessed",
            "In the spreadsheet choose Save As, then the file type CSV UTF-8, and save again.",
            "UTF-8 is the way of saving letters that is the same on all computers. The file type called merely CSV in "
            "older spreadsheets saves letters such as é in the computer's own way.",
        ),
        bad="Simpan Sebagai: CSV (dipisahkan koma)",
        good="Simpan Sebagai: CSV UTF-8 (dipisahkan koma)",
    ),
    Code(
        "E707",
        "unclosed-quote",
        Texts(
            '{file} baris {line}: tanda kutip (") dibuka, tetapi tidak pernah ditutup',
            "semua baris sesudahnya akan terbaca sebagai isi satu sel",
            "Tutup tanda kutipnya, atau hapus bila memang bukan pembuka.",
            "Sel yang diawali tanda kutip berakhir pada tanda kutip berikutnya. Kutip di dalamnya ditulis dua kali.",
        ),
        Texts(
            '{file} line {line}: a quote (") is opened and never closed',
            "all lines after it would be read as the content of one cell",
            "Close the quote, or remove it if it was not meant to open a cell.",
            "A cell that begins with a quote ends at the next one. A quote inside it is written twice.",
        ),
        bad='K01,"Rapat bulanan,60',
        good='K01,"Rapat bulanan",60',
    ),
    Code(
        "E708",
        "text-after-quote",
        Texts(
            '{file} baris {line}: ada tulisan langsung sesudah tanda kutip penutup (")',
            "tidak jelas di mana sel itu berakhir",
            "Tulis dua kali tanda kutip yang ada di dalam sel, atau hapus tulisan sesudah kutip penutup.",
            "Sesudah kutip penutup hanya boleh ada pemisah kolom atau akhir baris.",
        ),
        Texts(
            '{file} line {line}: there is text directly after a closing quote (")',
            "it is not clear where the cell ends",
            "Write a quote that stands inside the cell twice, or remove the text after the closing quote.",
            "After a closing quote there may only be a separator or the end of the line.",
        ),
        bad='K01,"Rapat "besar" dinas",60',
        good='K01,"Rapat ""besar"" dinas",60',
    ),
    Code(
        "E709",
        "broken-line-end",
        Texts(
            "{file} baris {line}: ada tanda akhir baris yang tidak utuh (CR tanpa LF)",
            "tidak jelas apakah di situ baris baru dimulai",
            "Simpan ulang berkasnya sebagai CSV UTF-8 dari lembar kerja.",
            "Baris berakhir dengan LF atau CR LF. CR saja berasal dari komputer lama atau dari sel yang disalin; di "
            "dalam sel berkutip ia boleh ada.",
        ),
        Texts(
            "{file} line {line}: there is an incomplete line end (CR without LF)",
            "it is not clear whether a new line begins there",
            "Save the file again as CSV UTF-8 from the spreadsheet.",
            "Lines end in LF or CR LF. A CR alone comes from old computers or from a cell that was copied; "
            "inside a quoted cell it may stand.",
        ),
        bad="K01,Rapat<CR>K02,Surat<CR>",
        good="K01,Rapat<CR><LF>K02,Surat<CR><LF>",
    ),
    Code(
        "E710",
        "unreadable-file",
        Texts(
            "{file} tidak dapat dibuka sebagai {kind}",
            "isinya rusak, terpotong, terkunci sandi, atau jenis lain (keterangan teknis: {detail})",
            "Buka berkasnya di program asalnya, simpan ulang sebagai {kind} tanpa sandi, lalu jalankan lagi.",
            "Akhiran nama berkas harus sesuai dengan isinya. Mengganti akhiran saja tidak mengubah isi.",
        ),
        Texts(
            "{file} can't be opened as {kind}",
            "its content is damaged, cut off, locked by a password, or of another kind (technical detail: {detail})",
            "Open the file in the program it comes from, save it again as {kind} without a password, and run again.",
            "The ending of a file's name must fit its content. Changing the ending does not change the content.",
        ),
        bad="opd.csv yang diganti namanya menjadi opd.xlsx",
        good="opd.xlsx yang disimpan dari lembar kerja",
    ),
    Code(
        "E711",
        "several-sheets",
        Texts(
            "{file} mempunyai lebih dari satu lembar yang berisi: {sheets}",
            "tidak diketahui lembar mana yang harus dibaca",
            "Pindahkan lembar lain ke berkas lain, sehingga tinggal satu yang berisi.",
            "Satu berkas XLSX memuat satu tabel. Lembar yang kosong sama sekali boleh ada.",
        ),
        Texts(
            "{file} has more than one sheet with cells: {sheets}",
            "it is not known which of them to read",
            "Move the other sheets to another file, so that only one has cells.",
            "One XLSX file holds one table. Sheets that are wholly empty may be there.",
        ),
        bad="opd.xlsx dengan lembar Januari dan Februari",
        good="opd.xlsx dengan lembar Januari saja",
    ),
    Code(
        "E712",
        "missing-days",
        Texts(
            "tabel {table} tidak lengkap untuk {period}: {count} hari tidak mempunyai baris yang sah ({days})",
            "{rows}",
            "Tambahkan atau perbaiki baris hari-hari itu di {file}.",
            "Setiap hari dalam bulan itu harus mempunyai baris yang diterima. Tanpa itu perhitungan semua orang "
            "keliru, sehingga tidak ada yang dihitung.",
        ),
        Texts(
            "the table {table} is not complete for {period}: {count} days have no row that stands ({days})",
            "{rows}",
            "Add or correct the rows of these days in {file}.",
            "Every day of the month must have a row that is accepted. Without it everybody's result would be wrong, so "
            "nothing is computed.",
        ),
        bad="2026-01-30,ya,450 sebagai baris terakhir",
        good="2026-01-30,ya,450 lalu 2026-01-31,tidak,0",
    ),
    Code(
        "E713",
        "file-changed",
        Texts(
            "{file} berubah ketika sedang dibaca",
            "sebagian yang terbaca mungkin isi lama dan sebagian isi baru",
            "Tutup program yang memakai berkas itu, lalu jalankan lagi.",
            "Hasil hanya dapat dipertanggungjawabkan bila berkasnya tetap sama sejak awal sampai akhir pembacaan.",
        ),
        Texts(
            "{file} was changed while it was being read",
            "part of what was read may be old and part new",
            "Close the program that uses the file, and run again.",
            "A result can only be vouched for if the file stays the same from the beginning of reading to its end.",
        ),
        bad="menyimpan berkas dari lembar kerja selagi perhitungan berjalan",
        good="menyimpan berkas lebih dahulu, baru menjalankan perhitungan",
    ),
    Code(
        "E714",
        "missing-folder",
        Texts(
            "folder data {folder} tidak dapat dibuka",
            "folder itu tidak ada, bukan folder, atau tidak boleh dibaca",
            "Periksa ejaan nama folder itu dan hak bacanya.",
            "Folder data memuat satu berkas untuk setiap tabel dari satu bulan.",
        ),
        Texts(
            "the folder of data {folder} can't be opened",
            "it does not exist, is no folder, or may not be read",
            "Check the spelling of the folder's name and the right to read it.",
            "The folder of data holds one file for each table of one month.",
        ),
        bad="--data sample_data/2026-1",
        good="--data sample_data/2026-01",
    ),
    Code(
        "E715",
        "unreadable-column",
        Texts(
            "{file}: kolom {column} memuat daftar, lama waktu, atau data biner, bukan teks, angka, atau tanggal",
            "isi seperti itu tidak mempunyai cara penulisan yang pasti",
            "Simpan kolom itu sebagai teks di berkas Parquet.",
            "Kolom Parquet boleh bertipe teks, bilangan bulat, desimal, tanggal, atau ya/tidak.",
        ),
        Texts(
            "{file}: the column {column} holds lists, lengths of time or binary data, not text, numbers or dates",
            "there is no one way to write such content",
            "Save the column as text in the Parquet file.",
            "A Parquet column may be text, a whole number, a decimal, a date or a truth.",
        ),
        bad='nama: ["Budi", "Siti"]',
        good="nama: Budi",
    ),
    Code(
        "E716",
        "file-not-readable",
        Texts(
            "{file} tidak dapat dibaca",
            "komputer menjawab: {cause}",
            "Tutup program yang sedang membuka berkas itu, periksa hak bacanya, lalu jalankan lagi.",
            "Berkasnya ada, tetapi komputer tidak memberikan isinya: mungkin berkas itu milik orang lain, sedang "
            "dikunci program lain, atau disknya terputus.",
        ),
        Texts(
            "{file} can't be read",
            "the computer answers: {cause}",
            "Close the program that has the file open, check the right to read it, and run again.",
            "The file is there, but the computer does not give its content: it may belong to somebody else, be locked "
            "by another program, or lie on a disk that was cut off.",
        ),
        bad="chmod 000 data/2026-01/opd.csv",
        good="chmod 644 data/2026-01/opd.csv",
    ),
    Code(
        "E717",
        "not-a-file",
        Texts(
            "{file} bukan berkas, sehingga tabel {table} tidak dapat dibaca",
            "yang bernama itu adalah folder, atau tautan yang tidak sampai ke sebuah berkas",
            "Ganti namanya, lalu simpan berkas tabel itu dengan nama {file}.",
            "Setiap tabel dibaca dari satu berkas. Isi sebuah folder tidak dibaca, walaupun namanya seperti berkas.",
        ),
        Texts(
            "{file} is no file, so the table {table} can't be read",
            "what has that name is a folder, or a link that does not lead to a file",
            "Rename it, then save the file of that table under the name {file}.",
            "Every table is read from one file. What is in a folder is not read, even if its name is that of a file.",
        ),
        bad="mkdir data/2026-01/opd.csv",
        good="data/2026-01/opd.csv yang disimpan dari lembar kerja",
    ),
)
