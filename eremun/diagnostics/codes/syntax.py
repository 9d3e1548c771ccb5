"""E1xx: what is refused in the text of files and formulas."""

from __future__ import annotations

from eremun.diagnostics.codes.code import Code, Texts

SYNTAX: tuple[Code, ...] = (
    Code(
        "E100",
        "unreadable-line",
        Texts(
            "susunan baris di sini tidak dapat dibaca",
            "biasanya karena tanda kutip atau kurung yang belum ditutup, spasi di awal baris yang tidak lurus "
            "dengan baris di atasnya, tab di awal baris, atau titik dua di tengah kalimat.",
            "",
            "Berkas aturan ditulis sebagai `nama: isi`, dan spasi di awal baris menunjukkan apa yang termasuk ke "
            "dalam apa. Kalimat yang memuat titik dua, atau yang diawali tanda seperti @ dan %, ditulis dalam tanda "
            "kutip. Selama satu baris tidak terbaca, seluruh berkas itu tidak dipakai, supaya tidak ada aturan yang "
            "hilang tanpa diketahui.",
        ),
        Texts(
            "the form of the lines cannot be read here",
            "mostly because a quote or a bracket was not closed, the blanks before a line do not match the line "
            "above, a tab stands before a line, or a colon stands inside a sentence.",
            "",
            "A rule file is written as `name: content`, and the blanks before a line say what belongs to what. A "
            "sentence with a colon in it, or one that begins with a sign such as @ or %, is put in quotes. While "
            "one line cannot be read the whole file is not used, so that no rule gets lost unseen.",
        ),
        bad="label: Denda: keterlambatan",
        good='label: "Denda: keterlambatan"',
    ),
    Code(
        "E101",
        "not-utf-8",
        Texts(
            "di baris {line} ada huruf yang tidak disimpan sebagai UTF-8",
            "huruf itu akan berubah menjadi huruf lain pada komputer lain, padahal label aturan tercetak dalam "
            "penjelasan pembayaran.",
            "",
            "UTF-8 adalah cara menyimpan huruf yang sama di semua komputer. Buka berkas itu dengan penyunting teks, "
            "pilih simpan dengan pengodean UTF-8, lalu periksa huruf seperti é dan tanda seperti – di baris "
            "tersebut.",
        ),
        Texts(
            "line {line} has a character that was not saved as UTF-8",
            "on another computer it would become another character, and labels of rules are printed where a payment "
            "is explained.",
            "",
            "UTF-8 is a way to save characters that is the same on all computers. Open the file in a text editor, "
            "save it with the encoding UTF-8, and look at characters such as é and – in that line.",
        ),
        bad="label: Tarif café   # disimpan sebagai Windows-1252",
        good="label: Tarif café   # disimpan sebagai UTF-8",
    ),
    Code(
        "E102",
        "file-too-large",
        Texts(
            "berkas ini lebih besar dari {most} MB",
            "berkas aturan dibaca orang; yang sebesar ini biasanya data yang tersimpan di tempat yang salah.",
            "",
            "Berkas aturan memuat aturan, tabel, dan daftar. Data bulanan, seperti catatan dan daftar hadir, disimpan "
            "sebagai CSV, XLSX, atau Parquet di folder data. Tabel yang besar dapat dibagi ke beberapa berkas YAML.",
        ),
        Texts(
            "this file is larger than {most} MB",
            "rule files are read by people; one this large is mostly data that was saved in the wrong place.",
            "",
            "Rule files hold rules, tables and lists. The data of a month are CSV, XLSX or Parquet files in the "
            "data folder. Large tables can be shared out over several YAML files.",
        ),
        bad="aturan.yaml   (5 MB)",
        good="1-tarif.yaml, 2-denda.yaml   (20 kB)",
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
    Code(
        "E113",
        "dot-for-thousands",
        Texts(
            "{text} dapat dibaca sebagai ribuan atau sebagai desimal",
            "di Indonesia titik memisahkan ribuan, dalam rumus titik memisahkan desimal; Rp2.500 dapat terbayar "
            "sebagai dua setengah rupiah.",
            "tulis {meant}",
            "Dalam berkas aturan ribuan dipisahkan dengan garis bawah, misalnya `2_500_000`, atau tidak dipisahkan. "
            "Titik hanya untuk desimal, dan tidak boleh diikuti tepat tiga angka; dua setengah ditulis `2.5`.",
        ),
        Texts(
            "{text} can be read as thousands or as decimals",
            "in Indonesia a dot separates thousands, in formulas it separates decimals; Rp2.500 could be paid as "
            "two and a half rupiah.",
            "write {meant}",
            "In rule files thousands are separated by an underscore, as in `2_500_000`, or not at all. A dot is for "
            "decimals only, and exactly three digits may not follow it; two and a half is `2.5`.",
        ),
        bad="value: 2.500.000 rupiah",
        good="value: 2_500_000 rupiah",
    ),
    Code(
        "E114",
        "formula-in-braces",
        Texts(
            "`{key}` ditulis di dalam kurung {{ }} atau [ ]",
            "di dalam kurung itu koma memisahkan isi, sehingga rumus seperti min(a, b) terpotong di komanya tanpa "
            "diketahui.",
            "",
            "Rumus selalu berada di barisnya sendiri, sesudah `formula:`, `when:`, `amount:`, atau `count:`. "
            "Uraikan isi kurung itu menjadi satu baris untuk setiap nama.",
        ),
        Texts(
            "`{key}` is written inside {{ }} or [ ]",
            "inside such brackets a comma separates contents, so that a formula such as min(a, b) is cut at its "
            "comma unseen.",
            "",
            "A formula stands on a line of its own, after `formula:`, `when:`, `amount:` or `count:`. Write the "
            "content of the brackets as one line for each name.",
        ),
        bad='biaya: {unit: rupiah, formula: "min(tarif, batas)"}',
        good="biaya:\n  unit: rupiah\n  formula: min(tarif, batas)",
    ),
    Code(
        "E120",
        "no-pack",
        Texts(
            "folder ini bukan paket aturan: pack.yaml tidak ada di dalamnya",
            "pack.yaml memuat nama paket, sejak kapan paket berlaku, dan siapa yang dibayar.",
            "",
            "Paket aturan adalah sebuah folder yang memuat pack.yaml dan berkas aturan lain di sampingnya. Periksa "
            "ejaan foldernya; bila paket berada di dalam folder lain, sebutkan folder yang di dalam itu.",
        ),
        Texts(
            "this folder is not a rule pack: there is no pack.yaml in it",
            "pack.yaml holds the name of the pack, since when it is in force, and who is paid.",
            "",
            "A rule pack is a folder with pack.yaml and the other rule files beside it. Look at how the folder is "
            "spelled; if the pack lies inside another folder, name the inner one.",
        ),
        bad="eremun check aturan",
        good="eremun check aturan/parkir",
    ),
    Code(
        "E121",
        "unreadable-file",
        Texts(
            "berkas ini tidak dapat dibuka: {reason}",
            "tanpa berkas ini sebagian aturan tidak akan diketahui, jadi tidak ada yang dihitung.",
            "",
            "Berkas itu ada, tetapi sistem tidak mengizinkan membacanya. Periksa hak akses berkas dan foldernya, "
            "atau minta orang yang menyimpannya membukakan akses.",
        ),
        Texts(
            "this file cannot be opened: {reason}",
            "without it some of the rules would not be known, so nothing is computed.",
            "",
            "The file is there, but the system does not allow reading it. Look at the permissions of the file and "
            "its folder, or ask who saved it to give access.",
        ),
        bad="-rw------- orang-lain 2-denda.yaml",
        good="-rw-r--r-- orang-lain 2-denda.yaml",
    ),
    Code(
        "E130",
        "sign-unknown",
        Texts(
            'tanda "{sign}" tidak dikenal dalam rumus',
            "tanda yang dikenal: + - * / ( ) [ ] , . = != < <= > >= % dan tanda kutip dua.",
            "",
            "Rumus hanya memuat nama, bilangan, tanggal, kata dalam tanda kutip, dan tanda hitung. Pangkat ditulis "
            "sebagai perkalian. Nama yang memuat tanda lain, seperti garis hubung, harus diganti menjadi garis "
            "bawah.",
        ),
        Texts(
            'the sign "{sign}" is not known in formulas',
            "signs that are known: + - * / ( ) [ ] , . = != < <= > >= % and double quotes.",
            "",
            "A formula has only names, numbers, dates, words in quotes and the signs of arithmetic. A power is "
            "written as a product. In a name, other signs such as a hyphen become an underscore.",
        ),
        bad="formula: tarif ^ 2",
        good="formula: tarif * tarif",
    ),
    Code(
        "E131",
        "sign-of-another-language",
        Texts(
            "{sign} tidak dipakai dalam rumus",
            "setiap hal hanya mempunyai satu cara tulis, supaya semua aturan terbaca sama.",
            "tulis {meant}",
            "Rumus memakai `=` dan `!=` untuk sama dan tidak sama, `and`, `or`, dan `not` untuk dan, atau, dan "
            "bukan, `*` dan `/` untuk kali dan bagi. Tanda persen melekat pada bilangannya: `5%`. Kata ditulis "
            "dalam tanda kutip dua.",
        ),
        Texts(
            "{sign} is not used in formulas",
            "there is one way to write each thing, so that all rules read alike.",
            "write {meant}",
            "Formulas use `=` and `!=` for equal and not equal, `and`, `or` and `not`, `*` and `/` for times and "
            "divided by. A percent sign is attached to its number: `5%`. Words stand in double quotes.",
        ),
        bad="formula: lama == 0 menit && gratis",
        good="formula: lama = 0 menit and gratis",
    ),
    Code(
        "E132",
        "formula-too-long",
        Texts(
            "rumus ini lebih panjang dari {most} huruf",
            "rumus sepanjang itu tidak dapat diperiksa orang.",
            "",
            "Bagilah menjadi beberapa aturan yang masing-masing bernama; rumus yang memakai namanya tetap "
            "menghasilkan nilai yang sama, dan setiap bagian tampak dalam penjelasan. Pilihan yang banyak lebih "
            "baik ditulis sebagai tabel.",
        ),
        Texts(
            "this formula is longer than {most} characters",
            "nobody can check a formula of that length.",
            "",
            "Divide it into several rules with a name each; a formula that uses the names gives the same value, and "
            "every part shows in the explanation. Many choices are better written as a table.",
        ),
        bad="formula: if jenis = a then 1 rupiah else if jenis = b then …   (ratusan baris)",
        good="formula: tarif_jenis[jenis]",
    ),
    Code(
        "E133",
        "formula-too-nested",
        Texts(
            "rumus ini bertingkat lebih dari {deepest} kali",
            "kurung, if, atau hitungan beruntun sebanyak itu tidak dapat diperiksa orang.",
            "",
            "Bagilah menjadi beberapa aturan yang bernama, atau tulis pilihan yang bersusun sebagai tabel: satu "
            "baris untuk setiap keadaan. Dalam jumlah yang panjang setiap tanda + juga menambah satu tingkat.",
        ),
        Texts(
            "this formula is nested more than {deepest} levels deep",
            "nobody can check so many brackets, ifs or operations in a row.",
            "",
            "Divide it into several named rules, or write nested choices as a table: one row for each case. In a "
            "long sum every + adds a level, too.",
        ),
        bad="formula: ((((((((((((…tarif…))))))))))))",
        good="formula: tarif",
    ),
    Code(
        "E134",
        "quote-not-closed",
        Texts(
            "tanda kutip dibuka di sini, tetapi tidak ditutup di baris yang sama",
            "tanpa penutup, sisa rumus ikut menjadi bagian dari kata itu.",
            "",
            "Kata di dalam rumus ditulis antara dua tanda kutip dua, di satu baris. Kata dari sebuah daftar pilihan "
            "(enums) tidak memerlukan tanda kutip.",
        ),
        Texts(
            "a quote is opened here, but not closed on the same line",
            "without its end the rest of the formula would be part of that word.",
            "",
            "A word in a formula stands between two double quotes, on one line. A word of a list of choices (enums) "
            "needs no quotes.",
        ),
        bad='formula: kode = "A1',
        good='formula: kode = "A1"',
    ),
    Code(
        "E135",
        "not-here",
        Texts(
            '"{found}" tidak dapat berada di sini; di tempat ini diperlukan {wanted}',
            "karena itu tidak jelas apa yang harus dihitung.",
            "",
            "Rumus dibaca dari kiri ke kanan: nilai, tanda hitung, nilai. Sesudah `if` harus ada `then` dan `else`; "
            "setiap kurung yang dibuka harus ditutup. Kata if, then, else, and, or, not, in, between, default, via, "
            "where, true, dan false tidak dapat menjadi nama.",
        ),
        Texts(
            '"{found}" cannot stand here; this place needs {wanted}',
            "so it is not clear what is to be computed.",
            "",
            "A formula is read from left to right: value, sign, value. After `if` come `then` and `else`; every "
            "bracket that is opened must be closed. The words if, then, else, and, or, not, in, between, default, "
            "via, where, true and false can't be names.",
        ),
        bad="formula: if menginap 5_000 rupiah else 0 rupiah",
        good="formula: if menginap then 5_000 rupiah else 0 rupiah",
    ),
    Code(
        "E136",
        "formula-ends-early",
        Texts(
            "rumus berakhir di sini, padahal masih diperlukan {wanted}",
            "rumus yang terpotong tidak dihitung sebagian, supaya tidak ada yang terbayar kurang.",
            "",
            "Biasanya rumus terpotong ketika disalin, atau sebuah kurung belum ditutup. Setiap `if` memerlukan "
            "`then` dan `else`: apa yang berlaku bila syaratnya tidak terpenuhi harus tertulis.",
        ),
        Texts(
            "the formula ends here, but still needs {wanted}",
            "a formula that was cut off is not computed in part, so that nobody is paid too little.",
            "",
            "Mostly a formula was cut when it was copied, or a bracket was not closed. Every `if` needs `then` and "
            "`else`: what holds where the condition does not must be written.",
        ),
        bad="formula: if menginap then 5_000 rupiah",
        good="formula: if menginap then 5_000 rupiah else 0 rupiah",
    ),
    Code(
        "E137",
        "chained-comparison",
        Texts(
            "dua perbandingan ditulis beruntun",
            "0 < lama < 60 dapat dibaca dengan dua cara, dan hasilnya berbeda.",
            "",
            "Setiap perbandingan mempunyai tepat dua sisi. Rentang yang kedua batasnya ikut ditulis dengan `between "
            "… and …`; rentang yang lain ditulis sebagai dua perbandingan yang dihubungkan dengan `and`.",
        ),
        Texts(
            "two comparisons stand in a row",
            "0 < lama < 60 can be read in two ways, with different results.",
            "",
            "A comparison has exactly two sides. A range that includes both its ends is written `between … and …`; "
            "any other as two comparisons joined by `and`.",
        ),
        bad="formula: 0 menit < lama < 60 menit",
        good="formula: lama > 0 menit and lama < 60 menit",
    ),
    Code(
        "E138",
        "no-such-day",
        Texts(
            "tanggal {text} tidak ada",
            "penanggalan tidak memuat hari itu, jadi tidak jelas mana yang sebelum dan mana yang sesudahnya.",
            "",
            "Tanggal ditulis sebagai tahun-bulan-hari, misalnya `2026-02-28`. Bulan Februari mempunyai 29 hari "
            "hanya pada tahun kabisat.",
        ),
        Texts(
            "there is no day {text}",
            "the calendar has no such day, so it is not clear what comes before and after it.",
            "",
            "A date is written year-month-day, as in `2026-02-28`. February has 29 days in leap years only.",
        ),
        bad="formula: masuk >= 2026-02-30",
        good="formula: masuk >= 2026-02-28",
    ),
    Code(
        "E139",
        "function-unknown",
        Texts(
            '"{name}(…)" tidak dikenal',
            "yang dapat diikuti kurung: {known}.",
            "mungkin dimaksudkan {nearest}",
            "Rumus tidak mempunyai cara hitung lain dari yang tersedia. Tabel dibaca dengan kurung siku, misalnya "
            "`tarif_jenis[jenis]`. Pembulatan bukan bagian dari rumus: tulislah `round:` di bawah aturannya.",
        ),
        Texts(
            '"{name}(…)" is not known',
            "these can be followed by brackets: {known}.",
            "perhaps {nearest} is meant",
            "There are no other functions than those. A table is read with square brackets, as in "
            "`tarif_jenis[jenis]`. Rounding is no part of a formula: write `round:` under the rule.",
        ),
        bad="formula: round(tarif * lama)",
        good="formula: tarif * lama\nround: down to 1 rupiah",
    ),
    Code(
        "E140",
        "sum-of-unnamed",
        Texts(
            "{word}(…) hanya menerima satu kolom atau aturan yang bernama, seperti {word}(tabel.kolom)",
            "apa yang dijumlahkan harus mempunyai nama dan satuan, supaya tampak satu per satu dalam penjelasan "
            "pembayaran.",
            "",
            "Hitungan untuk setiap baris ditulis sebagai aturan pada tabel itu; yang dijumlahkan kemudian ialah "
            "nama aturan tersebut. Baris yang ikut dipilih dengan `where`. Untuk menghitung banyaknya baris pakai "
            "`count(tabel)`.",
        ),
        Texts(
            "{word}(…) takes one named column or rule only, as in {word}(table.column)",
            "what is summed must have a name and a unit, so that it can be shown item by item where a payment is "
            "explained.",
            "",
            "A computation for each row is written as a rule on that table; what is summed is then the name of the "
            "rule. Rows are chosen with `where`. To count rows use `count(table)`.",
        ),
        bad="formula: sum(kunjungan.lama * tarif)",
        good=(
            "kunjungan:\n"
            "  biaya:\n"
            "    unit: rupiah\n"
            "    formula: lama * tarif\n"
            "kendaraan:\n"
            "  jumlah:\n"
            "    unit: rupiah\n"
            "    formula: sum(kunjungan.biaya)"
        ),
    ),
    Code(
        "E141",
        "unit-unknown",
        Texts(
            '"{name}" sesudah bilangan bukan satuan yang dikenal',
            "satuan yang dikenal: {known}. Persen ditulis dengan tanda %.",
            "",
            "Sesudah bilangan hanya dapat ditulis salah satu satuan itu. Jam ditulis dalam menit, minggu dalam "
            "hari, ribu dan juta dengan semua angkanya, misalnya `2_500_000 rupiah`. Benda yang dihitung banyaknya "
            "tidak bersatuan: `3`, bukan `3 kali`.",
        ),
        Texts(
            '"{name}" after the number is not a known unit',
            "units: {known}. Percents are written with %.",
            "",
            "After a number only one of these units can stand. Hours are written in minutes, weeks in days, "
            "thousands and millions with all their digits, as in `2_500_000 rupiah`. What is counted has no unit: "
            "`3`, not `3 kali`.",
        ),
        bad="formula: lama > 5 jam",
        good="formula: lama > 300 menit",
    ),
    Code(
        "E142",
        "number-too-long",
        Texts(
            "bilangan ini lebih panjang dari {most} angka",
            "jumlah rupiah sebesar itu tidak ada; biasanya ada angka yang tertempel dua kali.",
            "",
            "Bilangan dihitung dengan tepat sampai 38 angka, termasuk yang di belakang titik. Tulislah bilangan itu "
            "dengan angka yang memang disebut dalam peraturan.",
        ),
        Texts(
            "this number is longer than {most} digits",
            "there is no such amount of rupiah; mostly digits were pasted twice.",
            "",
            "Numbers are computed exactly up to 38 digits, those behind the dot included. Write the number with the "
            "digits that the regulation has.",
        ),
        bad="value: 250000025000002500000250000025000002500000 rupiah",
        good="value: 2_500_000 rupiah",
    ),
)
