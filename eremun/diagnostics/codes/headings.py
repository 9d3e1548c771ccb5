"""E20x, E21x: headings, forms and names."""

from __future__ import annotations

from eremun.diagnostics.codes.code import Code, Texts

HEADINGS: tuple[Code, ...] = (
    Code(
        "E200",
        "other-form",
        Texts(
            "isi {what} harus ditulis sebagai {wanted}",
            "dalam bentuk lain tidak jelas mana nama dan mana isinya.",
            "",
            "Setiap judul mempunyai satu bentuk isi: satu nilai di baris yang sama; daftar, yaitu `[a, b]` atau "
            "baris yang diawali `-`; atau `nama: isi`, satu di tiap baris dan satu tingkat lebih dalam.",
        ),
        Texts(
            "the content of {what} must be written as {wanted}",
            "in another form it is not clear what is a name and what is its content.",
            "",
            "Every heading has one form of content: one value on the same line; a list, which is `[a, b]` or lines "
            "that begin with `-`; or `name: content`, one on each line and one level further in.",
        ),
        bad="rules:\n  - biaya",
        good="rules:\n  kunjungan:\n    biaya:\n      unit: rupiah\n      formula: tarif * lama",
    ),
    Code(
        "E201",
        "heading-unknown",
        Texts(
            '"{key}" tidak dikenal di bawah {what}',
            "yang dikenal di situ: {known}. Isi di bawah judul yang tidak dikenal tidak akan pernah berlaku.",
            "mungkin dimaksudkan {nearest}",
            "Judul yang salah eja tidak dilewati begitu saja: pembulatan di bawah judul `roud` tidak akan berlaku, "
            "dan semua orang akan dibayar tanpa pembulatan itu. Periksa ejaan dan banyaknya spasi di awal baris.",
        ),
        Texts(
            '"{key}" is not known under {what}',
            "known there: {known}. What stands under an unknown heading would never hold.",
            "perhaps {nearest} is meant",
            "A misspelled heading is not passed over: a rounding under `roud` would not hold, and everybody would "
            "be paid without it. Look at the spelling and at the blanks before the line.",
        ),
        bad="biaya:\n  unit: rupiah\n  formula: tarif * lama\n  roud: down to 1 rupiah",
        good="biaya:\n  unit: rupiah\n  formula: tarif * lama\n  round: down to 1 rupiah",
    ),
    Code(
        "E202",
        "heading-missing",
        Texts(
            "{what} belum menyebut `{key}`",
            "isinya tidak boleh ditebak.",
            "",
            "Setiap bagian mempunyai judul yang wajib ada: tabel data menyebut `key` dan `columns`, kolom menyebut "
            "`type`, aturan menyebut `formula`, tabel menyebut `in` dan `out`, paket menyebut `person`, "
            "`effective_from`, dan `outputs`.",
        ),
        Texts(
            "{what} does not say `{key}`",
            "it must not be guessed.",
            "",
            "Every part has headings it needs: a data table `key` and `columns`, a column `type`, a rule `formula`, "
            "a table `in` and `out`, a pack `person`, `effective_from` and `outputs`.",
        ),
        bad="kunjungan:\n  columns:\n    kode: {type: text}",
        good="kunjungan:\n  key: [kode]\n  columns:\n    kode: {type: text}",
    ),
    Code(
        "E209",
        "not-registered",
        Texts(
            '"{name}" tidak ada dalam daftar {register}',
            "yang ada: {known}. Setiap rupiah harus dapat ditunjukkan dasarnya.",
            "mungkin dimaksudkan {nearest}",
            "Peraturan didaftar sekali di bawah `regulations` dan anggapan di bawah `assumptions`, biasanya dalam "
            "regulations.yaml. Kata pertama sesudah `basis:` adalah nama dalam daftar itu; sesudahnya boleh disebut "
            "pasalnya.",
        ),
        Texts(
            '"{name}" is not in the register of {register}',
            "it has: {known}. For every rupiah its basis must be shown.",
            "perhaps {nearest} is meant",
            "Regulations are listed once under `regulations` and assumptions under `assumptions`, mostly in "
            "regulations.yaml. The first word after `basis:` is a name of that list; the article may follow it.",
        ),
        bad="basis: Perda Nomor 1 Tahun 2024 pasal 3",
        good="basis: perda-1-2024 pasal 3",
    ),
    Code(
        "E210",
        "no-basis",
        Texts(
            "{what} belum menyebut dasarnya",
            "pemeriksa akan bertanya dari mana angka ini; tanpa dasar, pembayarannya tidak dapat "
            "dipertanggungjawabkan.",
            "",
            "Sebutkan `basis:` dengan nama peraturan dalam daftar, atau `assumption:` bila belum ada peraturan yang "
            "mengaturnya. Bila semua isi berkas berdasar sama, sebutkan sekali di bagian atas berkas itu; bila setiap "
            "versi atau setiap baris tabel mempunyai dasar sendiri, sebutkan pada masing-masing.",
        ),
        Texts(
            "{what} does not say what it rests on",
            "an auditor will ask where this number comes from; without a basis the payment cannot be accounted for.",
            "",
            "Say `basis:` with the name of a regulation in the register, or `assumption:` where no regulation says "
            "it yet. If everything in a file rests on the same, say it once at the top of the file; if each version "
            "or each row of a table rests on something of its own, say it on each.",
        ),
        bad="tarif:\n  value: 2_000 rupiah",
        good="tarif:\n  value: 2_000 rupiah\n  basis: perda-1-2024 pasal 3",
    ),
    Code(
        "E211",
        "name-form",
        Texts(
            '"{name}" tidak dapat menjadi nama',
            "nama diawali huruf dan terdiri atas huruf, angka, dan garis bawah, dan bukan kata yang sudah berarti "
            "dalam rumus; tarif-dasar berarti tarif dikurangi dasar.",
            "mungkin dimaksudkan {meant}",
            "Nama dipakai di dalam rumus, jadi tidak boleh memuat spasi, garis hubung, atau tanda lain. Kata yang "
            "sudah mempunyai arti dalam rumus (if, then, else, and, or, not, in, between, default, via, where, "
            "true, false) tidak dapat dipakai. Tabel tidak dapat bernama period.",
        ),
        Texts(
            '"{name}" cannot be a name',
            "a name begins with a letter and has letters, digits and underscores, and is no word that means "
            "something in formulas; tarif-dasar means tarif minus dasar.",
            "perhaps {meant} is meant",
            "Names are used in formulas, so they have no blanks, hyphens or other signs. Words that mean something "
            "in formulas (if, then, else, and, or, not, in, between, default, via, where, true, false) can't be "
            "names. No table can be called period.",
        ),
        bad="tarif-dasar: {type: rupiah}",
        good="tarif_dasar: {type: rupiah}",
    ),
    Code(
        "E212",
        "choice-unknown",
        Texts(
            '"{text}" tidak dikenal di sini',
            "yang dapat ditulis: {known}.",
            "",
            "Di tempat ini hanya ada beberapa pilihan, dan ejaannya harus sama, termasuk huruf kecilnya.",
        ),
        Texts(
            '"{text}" is not known here',
            "what can be written: {known}.",
            "",
            "There are only a few choices in this place, and they must be spelled exactly so, in small letters.",
        ),
        bad="when_rejected: tahan",
        good="when_rejected: block",
    ),
    Code(
        "E213",
        "name-twice",
        Texts(
            'nama "{name}" sudah dipakai',
            "yang menyebut {name} tidak akan tahu mana yang dimaksud.",
            "",
            "Parameter, tabel, data, dan kelompok mempunyai nama yang berbeda di seluruh paket, juga bila ditulis "
            "dalam berkas yang berbeda. Aturan berbeda namanya pada satu tabel. Kolom disebut satu kali di dalam "
            "`key` atau `by`, dan satu tabel tidak menjadi `references` sekaligus `lookups`. Satu judul "
            "dalam berkas (`header`) dibaca sebagai satu kolom saja. Ganti nama salah satunya, "
            "atau hapus yang tidak berlaku lagi.",
        ),
        Texts(
            'the name "{name}" is already used',
            "whatever says {name} would not know which one is meant.",
            "",
            "Parameters, tables, data and groups have different names in the whole pack, in different files too. "
            "Rules differ by name on one table. A column stands once in `key` or `by`, and a table is not both "
            "`references` and `lookups`. A heading of a file (`header`) is read as one column "
            "only. Rename one of the two, or remove the one that no longer holds.",
        ),
        bad=(
            "# 1-tarif.yaml\n"
            "parameters: {tarif: {value: 2_000 rupiah}}\n"
            "# 2-tarif.yaml\n"
            "parameters: {tarif: {value: 3_000 rupiah}}"
        ),
        good="parameters:\n  tarif_motor: {value: 2_000 rupiah}\n  tarif_mobil: {value: 3_000 rupiah}",
    ),
    Code(
        "E230",
        "two-meanings",
        Texts(
            '"{name}" mempunyai dua arti di tempat yang sama',
            "rumus yang menyebut {name} tidak akan tahu mana yang dimaksud, padahal nilainya dapat berbeda.",
            "",
            "Kolom, aturan, dan parameter yang terbaca dari satu tabel mempunyai nama yang berbeda-beda. Ganti "
            "salah satu nama itu; bila sebuah kolom bernama sama, kolom itu dapat diberi nama lain dengan `header` "
            "sebagai judulnya dalam berkas data.",
        ),
        Texts(
            '"{name}" means two things in the same place',
            "a formula that says {name} would not know which one is meant, and their values can differ.",
            "",
            "Columns, rules and parameters seen from one table all have different names. Rename one of them; a "
            "column can have another name than its heading in the data file, which is then said as `header`.",
        ),
        bad="columns: {jasa: {type: boolean}}\nrules: {orang: {jasa: …}}",
        good="columns: {membayar_jasa: {type: boolean, header: jasa}}\nrules: {orang: {jasa: …}}",
    ),
)
