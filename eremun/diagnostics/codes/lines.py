"""E100-E112: what is refused in the lines of a YAML file."""

from __future__ import annotations

from eremun.diagnostics.codes.code import Code, Texts

LINES: tuple[Code, ...] = (
    Code(
        "E100",
        "unreadable-line",
        Texts(
            "susunan baris di sini tidak dapat dibaca",
            "biasanya karena tanda kutip atau kurung yang belum ditutup, spasi di awal baris yang tidak lurus "
            "dengan baris di atasnya, tab di awal baris, atau titik dua di tengah kalimat.",
            "{advice}",
            "Berkas aturan ditulis sebagai `nama: isi`, dan spasi di awal baris menunjukkan apa yang termasuk ke "
            "dalam apa. Kalimat yang memuat titik dua, atau yang diawali tanda seperti @ dan %, ditulis dalam tanda "
            "kutip. Selama satu baris tidak terbaca, seluruh berkas itu tidak dipakai, supaya tidak ada aturan yang "
            "hilang tanpa diketahui.",
        ),
        Texts(
            "the form of the lines cannot be read here",
            "mostly because a quote or a bracket was not closed, the blanks before a line do not match the line "
            "above, a tab stands before a line, or a colon stands inside a sentence.",
            "{advice}",
            "A rule file is written as `name: content`, and the blanks before a line say what belongs to what. A "
            "sentence with a colon in it, or one that begins with a sign such as @ or %, is put in quotes. While "
            "one line cannot be read the whole file is not used, so that no rule gets lost unseen.",
        ),
        bad="label: Denda: keterlambatan",
        good='label: "Denda: keterlambatan"',
    ),
    Code(
        "E103",
        "repeated-key",
        Texts(
            '"{name}" ditulis dua kali di bawah judul yang sama',
            "hanya satu yang dapat berlaku; bila tarif ditulis Rp2.000 lalu Rp3.000, tidak jelas berapa yang harus "
            "dibayar.",
            "",
            "Di bawah satu judul setiap nama hanya boleh ada satu kali. Hapus salah satunya, atau beri nama lain. "
            "Bila yang kedua adalah nilai yang mulai berlaku kemudian, keduanya ditulis di bawah `versions` dengan "
            "`effective_from` masing-masing.",
        ),
        Texts(
            '"{name}" stands twice under the same heading',
            "only one of them can hold; where a rate is first Rp2,000 and then Rp3,000 it is not clear what is to "
            "be paid.",
            "",
            "Under one heading each name may stand once. Remove one of them or give it another name. If the second "
            "is a value that holds later, both belong under `versions`, each with its `effective_from`.",
        ),
        bad="tarif:\n  value: 2_000 rupiah\n  value: 3_000 rupiah",
        good=(
            "tarif:\n"
            "  versions:\n"
            "    - {effective_from: 2024-01-01, value: 2_000 rupiah}\n"
            "    - {effective_from: 2026-01-01, value: 3_000 rupiah}"
        ),
    ),
    Code(
        "E104",
        "reused-block",
        Texts(
            '"{name}" diawali tanda yang tidak dipakai di sini',
            "dengan tanda & dan * isi diambil dari baris lain, sehingga pembaca peraturan tidak melihat nilainya di "
            "tempat nilai itu dipakai.",
            "",
            "Nilai yang dipakai di beberapa tempat menjadi parameter yang bernama dan berdasar hukum. Bila & atau * "
            "memang bagian dari kalimat, tulislah kalimat itu dalam tanda kutip. Rumus yang diawali * belum "
            "lengkap: di depannya harus ada nilai.",
        ),
        Texts(
            '"{name}" begins with a sign that is not used here',
            "the signs & and * take the content from another line, so that who reads the regulation does not see a "
            "value where it is used.",
            "",
            "A value that is used in several places becomes a parameter with a name and a legal basis. If & or * is "
            "part of a sentence, put the sentence in quotes. A formula that begins with * is not complete: a value "
            "must stand before it.",
        ),
        bad="tarif: &dasar 2_000 rupiah",
        good="parameters:\n  dasar:\n    value: 2_000 rupiah\n    basis: perda-1-2024 pasal 3",
    ),
    Code(
        "E105",
        "tag",
        Texts(
            '"{tag}" di depan isi tidak dipakai',
            "tanda seru di depan isi mengubah cara isi itu dibaca, sehingga yang tertulis bukan lagi yang berlaku.",
            "",
            "Cara suatu isi dibaca ditentukan oleh judulnya, misalnya `value` selalu bilangan dan `label` selalu "
            "kalimat. Hapus kata yang diawali tanda seru itu. Bila tanda seru memang bagian dari kalimat, tulislah "
            "kalimat itu dalam tanda kutip.",
        ),
        Texts(
            '"{tag}" before the content is not used',
            "an exclamation mark before the content changes how it is read, so that what is written is no longer "
            "what holds.",
            "",
            "How a content is read is set by its heading: `value` is always a number, `label` always a sentence. "
            "Remove the word with the exclamation mark. If the mark is part of a sentence, put the sentence in "
            "quotes.",
        ),
        bad="label: !!str Tarif harian",
        good="label: Tarif harian",
    ),
    Code(
        "E106",
        "second-document",
        Texts(
            "sesudah garis --- mulai berkas kedua di dalam berkas ini",
            "isi sesudah garis itu tidak akan terbaca, dan aturan di dalamnya tidak akan pernah dibayar.",
            "",
            "Satu berkas memuat satu isi saja. Hapus garis `---` di tengah berkas, atau pindahkan bagian sesudahnya "
            "ke berkas tersendiri; semua berkas .yaml di folder paket dibaca.",
        ),
        Texts(
            "after the line --- a second file begins inside this one",
            "what follows that line would not be read, and the rules in it would never be paid.",
            "",
            "A file holds one content only. Remove the line `---` in the middle, or move what follows it to a file "
            "of its own; all .yaml files in the folder of the pack are read.",
        ),
        bad="chapter: Tarif\n---\nrules: {}",
        good="chapter: Tarif\nrules: {}",
    ),
    Code(
        "E107",
        "key-is-no-word",
        Texts(
            "di depan titik dua harus ada satu kata, bukan daftar atau kurung",
            "isi hanya dapat ditemukan kembali dengan sebuah nama.",
            "",
            "Setiap isi ditulis sebagai `nama: isi`. Beberapa nilai yang mempunyai isi yang sama ditulis di bawah "
            "`rows`, satu baris untuk setiap kelompok. Kurung kurawal ganda dari aplikasi surat tidak dipakai di "
            "sini.",
        ),
        Texts(
            "before the colon there must be one word, not a list or brackets",
            "a content can only be found again by a name.",
            "",
            "Every content is written as `name: content`. Several values with the same content are written under "
            "`rows`, one row for each group. Double braces as in mail merge are not used here.",
        ),
        bad="cells: {[motor, sepeda]: 1_000}",
        good="rows:\n  - [[motor, sepeda], 1_000]",
    ),
    Code(
        "E108",
        "too-deep",
        Texts(
            "isi di sini bertingkat lebih dari {deepest} kali",
            "tidak ada aturan yang memerlukan tingkat sebanyak itu; biasanya spasi di awal baris terus bertambah "
            "tanpa disengaja.",
            "",
            "Tingkat terdalam yang diperlukan ialah baris tabel di dalam versi, sekitar tujuh tingkat. Luruskan "
            "kembali awal baris dengan baris yang setingkat di atasnya.",
        ),
        Texts(
            "the content here is nested more than {deepest} levels deep",
            "no rule needs so many levels; mostly the blanks before the lines kept growing unnoticed.",
            "",
            "The deepest content there is, a row of a table inside a version, takes about seven levels. Move the "
            "lines back to where the lines of the same level begin.",
        ),
        bad="a: [[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]",
        good="a: [1]",
    ),
    Code(
        "E109",
        "glued-lines",
        Texts(
            "isi ini bersambung ke baris berikutnya: {words}",
            "baris yang kurang menjorok tersambung diam-diam menjadi satu kalimat; dengan begitu satu baris tabel "
            "dapat hilang.",
            "",
            "Isi tanpa tanda kutip harus selesai di barisnya. Rumus yang panjang ditulis sesudah tanda `|`, satu "
            "tingkat lebih dalam. Bila baris kedua sebenarnya isi tersendiri, luruskan awalnya dengan baris yang "
            "setingkat dan beri titik dua atau tanda `-`.",
        ),
        Texts(
            "this content runs on to the next line: {words}",
            "a line that is not moved in correctly is joined in silence; a row of a table can get lost that way.",
            "",
            "Content without quotes must end on its line. A long formula is written after a `|`, one level further "
            "in. If the second line is a content of its own, let it begin where the lines of its level begin, with "
            "its colon or `-`.",
        ),
        bad="formula: tarif * lama\n  + biaya_tetap",
        good="formula: |\n  tarif * lama\n  + biaya_tetap",
    ),
    Code(
        "E110",
        "folded-block",
        Texts(
            "tanda > tidak dipakai untuk isi beberapa baris",
            "dengan > baris-baris disambung menjadi satu, sehingga tempat kekeliruan dalam rumus tidak dapat "
            "ditunjukkan.",
            "tulis | sebagai ganti >",
            "Isi yang panjang ditulis sesudah tanda `|`, yang mempertahankan baris sebagaimana ditulis.",
        ),
        Texts(
            "the sign > is not used for content of several lines",
            "with > the lines are joined into one, so that the place of a mistake in a formula could not be shown.",
            "write | instead of >",
            "Long content is written after a `|`, which keeps the lines as they were written.",
        ),
        bad="formula: >\n  tarif\n  * lama",
        good="formula: |\n  tarif\n  * lama",
    ),
    Code(
        "E111",
        "english-yes-no",
        Texts(
            '"{word}" tanpa tanda kutip dapat berarti ya/tidak atau kata biasa',
            'sebagian aplikasi membaca kata ini sebagai ya/tidak, sehingga isi daftar seperti kode "{word}" berubah '
            "tanpa diketahui.",
            'tulis {meant} bila maksudnya ya/tidak, atau "{word}" dengan tanda kutip bila maksudnya kata itu sendiri',
            "Dalam berkas aturan, ya dan tidak ditulis `true` dan `false`. Kata yes, no, on, dan off hanya boleh "
            'ditulis dalam tanda kutip, misalnya bila sebuah daftar memang memuat kode "no". Dalam berkas data, '
            "ya/tidak ditulis dengan kata ya dan tidak.",
        ),
        Texts(
            '"{word}" without quotes can mean yes/no or a plain word',
            'some programs read this word as yes/no, so that a code "{word}" in a list changes unseen.',
            'write {meant} if yes/no is meant, or "{word}" in quotes if the word itself is meant',
            "In rule files yes and no are written `true` and `false`. The words yes, no, on and off may only stand "
            'in quotes, for instance where a list has a code "no". In data files yes/no is written ya and tidak.',
        ),
        bad="keterangan: {type: text, optional: yes}",
        good="keterangan: {type: text, optional: true}",
    ),
    Code(
        "E112",
        "hidden-character",
        Texts(
            "di sini ada tanda yang tidak tampak ({sign})",
            "tanda yang tidak tampak biasanya ikut tersalin dari aplikasi lain; dua nama yang tampak sama dapat "
            "menjadi berbeda karenanya.",
            "",
            "Hapus bagian baris itu dan ketik ulang dengan papan ketik. Nomor seperti U+0007 adalah nomor tanda itu "
            "dalam daftar Unicode.",
        ),
        Texts(
            "there is a character here that cannot be seen ({sign})",
            "such characters are mostly copied along from another program; two names that look the same can differ "
            "by them.",
            "",
            "Delete that part of the line and type it again on the keyboard. A number such as U+0007 is the place "
            "of the character in the list of Unicode.",
        ),
        bad="label: Tarif<U+0007> harian",
        good="label: Tarif harian",
    ),
)
