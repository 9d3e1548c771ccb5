"""E65x: what `eremun test` finds in the test files of a pack, and where a test fails."""

from __future__ import annotations

from eremun.diagnostics.codes.code import Code, Texts

TESTS: tuple[Code, ...] = (
    Code(
        "E650",
        "test-value",
        Texts(
            "{case}: {name} seharusnya {expected}, ternyata {actual}",
            "pada {row}. {label}{how_id}",
            "",
            "Nilai yang dihitung dibandingkan dengan nilai yang diharapkan tanpa pembulatan sama sekali. Periksa "
            "dahulu "
            "hitungan tangan di dalam kasus, kemudian rumusnya.",
        ),
        Texts(
            "{case}: {name} should be {expected}, but is {actual}",
            "at {row}. {label}{how_en}",
            "",
            "The computed value is compared with the expected one without any rounding. Look first at the "
            "arithmetic of "
            "the case, then at the formula.",
        ),
        bad="expect:\n  pekerja:\n    - {nomor: P1, bonus: 104_788}   # 5 % dari 2_095_755 = 104_787,75",
        good="expect:\n  pekerja:\n    - {nomor: P1, bonus: 104_787}   # dibulatkan ke bawah",
    ),
    Code(
        "E651",
        "test-value-fault",
        Texts(
            "{case}: {name} seharusnya {expected}, ternyata tidak dapat dihitung: {reasons}",
            "pada {row}. {label}",
            "",
            "Nilai ini memerlukan sesuatu yang tidak ada dalam data kasus. Lengkapi `given`, atau harapkan "
            "alasannya di "
            "bawah `blocked`.",
        ),
        Texts(
            "{case}: {name} should be {expected}, but cannot be computed: {reasons}",
            "at {row}. {label}",
            "",
            "The value needs something that the data of the case lack. Add it to `given`, or expect the reason under "
            "`blocked`.",
        ),
        bad="expect:\n  pekerja:\n    - {nomor: P1, upah: 0}   # penilaiannya belum ada",
        good="expect:\n  blocked:\n    - {nomor: P1, reason: penilaian}",
    ),
    Code(
        "E652",
        "test-row-absent",
        Texts(
            "{case}: tidak ada baris {grain} dengan {row}",
            "baris yang ditolak dalam kasus ini: {rejected}.",
            "",
            "Baris yang diharapkan tidak ada di antara baris yang dihitung: tidak disebut di bawah `given`, atau "
            "ditolak "
            "ketika dibaca.",
        ),
        Texts(
            "{case}: there is no row of {grain} with {row}",
            "rows rejected in this case: {rejected}.",
            "",
            "The expected row is not among those computed: `given` does not name it, or it was rejected when it "
            "was read.",
        ),
        bad="given:\n  pekerja:\n    - {nomor: P1}\nexpect:\n  pekerja:\n    - {nomor: P2, bagian: 100%}",
        good="given:\n  pekerja:\n    - {nomor: P2}\nexpect:\n  pekerja:\n    - {nomor: P2, bagian: 100%}",
    ),
    Code(
        "E653",
        "test-list-missing",
        Texts(
            "{case}: {list} seharusnya memuat {row}, ternyata tidak",
            "yang tidak diharapkan tetapi ada: {others}.",
            "",
            "Daftar `blocked`, `rejected`, dan `findings` dibandingkan seluruhnya, tanpa melihat urutan.",
        ),
        Texts(
            "{case}: {list} should contain {row}, but does not",
            "there, but not expected: {others}.",
            "",
            "The lists `blocked`, `rejected` and `findings` are compared as a whole, whatever their order.",
        ),
        bad="expect:\n  blocked:\n    - {nomor: P1, reason: lembur_kosong}   # ada satu hari lembur",
        good="expect:\n  blocked:\n    - {nomor: P1, reason: lembur_tidak_lengkap}",
    ),
    Code(
        "E654",
        "test-list-surplus",
        Texts(
            "{case}: {list} ternyata juga memuat {row}",
            "daftar yang disebut di bawah `expect` harus lengkap; yang kosong, `{list}: []`, berarti tidak ada "
            "satu pun.",
            "- {{{row}}}",
            "Daftar `blocked`, `rejected`, dan `findings` dibandingkan seluruhnya. Daftar yang tidak disebut tidak "
            "diperiksa.",
        ),
        Texts(
            "{case}: {list} also contains {row}",
            "a list named under `expect` must be complete; an empty one, `{list}: []`, means there is none.",
            "- {{{row}}}",
            "The lists `blocked`, `rejected` and `findings` are compared as a whole. A list that is not named is "
            "not looked "
            "at.",
        ),
        bad="expect:\n  blocked: []   # ia tertahan karena dua hal",
        good="expect:\n  blocked:\n    - {nomor: P1, reason: penilaian}\n    - {nomor: P1, reason: data_ditolak}",
    ),
    Code(
        "E655",
        "test-refused",
        Texts(
            "{case}: tidak ada yang dihitung, datanya tidak dapat diterima",
            "{refusal_id}",
            "",
            "Data kasus dibaca seperti data sungguhan. Yang membuat pembayaran sebulan ditolak, misalnya daftar hari "
            "yang tidak lengkap, juga menggagalkan kasus ini. Hari yang tidak disebut diisi dari `defaults`.",
        ),
        Texts(
            "{case}: nothing was computed, its data cannot be accepted",
            "{refusal_en}",
            "",
            "The data of a case are read like real data. What would refuse a whole month, such as a calendar with days "
            "missing, fails the case too. Days that are not named are filled from `defaults`.",
        ),
        bad="given:\n  hari_buka:\n    - {pada: 2026-01-05, buka: ya}   # 30 hari lain tidak ada",
        good="defaults:\n  hari_buka: {buka: tidak}   # untuk hari yang lain",
    ),
    Code(
        "E656",
        "test-unknown-name",
        Texts(
            "{name} tidak dikenal di sini",
            "yang dikenal: {known}.",
            "mungkin dimaksudkan {nearest}",
            "Nama tabel, kolom, aturan, dan kata kunci dalam berkas uji harus sama dengan yang ada dalam paket.",
        ),
        Texts(
            "{name} is not known here",
            "known are: {known}.",
            "perhaps {nearest} is meant",
            "Names of tables, columns, rules and keywords in a test file must be those of the pack.",
        ),
        bad="expect:\n  pekerja:\n    - {nomor: P1, bagain: 5%}",
        good="expect:\n  pekerja:\n    - {nomor: P1, bagian: 5%}",
    ),
    Code(
        "E657",
        "test-number-without-sign",
        Texts(
            "{found}: apakah {found} persen, atau {found} kali seratus persen?",
            "{name} adalah persen; persen ditulis dengan tandanya.",
            "{found}%",
            "Nilai persen yang diharapkan selalu ditulis dengan %. Hanya di bawah `given` sel ditulis seperti "
            "dalam berkas "
            "data, tanpa %.",
        ),
        Texts(
            "{found}: is it {found} percent, or {found} times a hundred percent?",
            "{name} is a percentage; percentages are written with their sign.",
            "{found}%",
            "An expected percentage is always written with its %. Only under `given` a cell is written as in a "
            "data file, "
            "without %.",
        ),
        bad="- {nomor: P1, bagian: 80}",
        good="- {nomor: P1, bagian: 80%}",
    ),
    Code(
        "E658",
        "test-form",
        Texts(
            "{found} tidak dapat dibaca di sini",
            "bentuk yang diharapkan: {form}",
            "",
            "Setiap tempat dalam berkas uji mempunyai satu bentuk: kasus dan tabel disebut dengan nama, baris "
            "dengan tanda "
            "`-`, nilai menurut satuannya.",
        ),
        Texts(
            "{found} cannot be read here",
            "the form expected: {form}",
            "",
            "Each place in a test file has one form: cases and tables are named, rows begin with `-`, values are "
            "written "
            "according to their unit.",
        ),
        bad="given:\n  pekerja: {nomor: P1}",
        good="given:\n  pekerja:\n    - {nomor: P1}",
    ),
    Code(
        "E659",
        "test-key-absent",
        Texts(
            "{name} belum disebut",
            "tanpa itu tidak jelas apa yang diuji.",
            "{name}: {form}",
            "Berkas uji menyebut `period` dan `tests`, kasus menyebut `expect`, dan baris yang diharapkan menyebut "
            "semua "
            "kolom kunci.",
        ),
        Texts(
            "{name} is not given",
            "without it, it is not clear what is tested.",
            "{name}: {form}",
            "A test file names `period` and `tests`, a case `expect`, and an expected row all columns of the key.",
        ),
        bad="expect:\n  pekerja:\n    - {bagian: 100%}",
        good="expect:\n  pekerja:\n    - {nomor: P1, bagian: 100%}",
    ),
    Code(
        "E665",
        "test-of-nothing",
        Texts(
            "{case}: di bawah `expect` tidak ada satu pun yang diharapkan",
            "kasus ini lulus apa pun hasil hitungannya.",
            "{example}",
            "Kasus tanpa harapan tidak menguji apa-apa, walaupun terhitung lulus. Sebutlah nilai suatu baris, "
            "atau daftar `blocked`, `rejected`, `findings`; `blocked: []` berarti tidak seorang pun tertahan.",
        ),
        Texts(
            "{case}: nothing at all is expected under `expect`",
            "this case passes whatever is computed.",
            "{example}",
            "A case that expects nothing tests nothing, though it counts as passed. Name a value of a row, or one "
            "of the lists `blocked`, `rejected`, `findings`; `blocked: []` means that nobody is blocked.",
        ),
        bad="expect:\n  pekerja: []",
        good="expect:\n  blocked: []",
    ),
    Code(
        "E666",
        "test-of-too-many-rows",
        Texts(
            "baris {table} ini menjadi {rows} baris",
            "setiap hari dari rentang yang satu dipasangkan dengan setiap hari dari rentang yang lain; paling banyak "
            "{most} baris dibuat dari satu baris uji.",
            "",
            "`a..b` di bawah `given` membuat satu baris untuk setiap harinya. Dua rentang dalam satu baris membuat "
            "setiap pasangannya: 31 hari dan 31 hari menjadi 961 baris. Tulislah rentang hanya pada satu kolom, dan "
            "tanggal yang lain sebagai satu hari.",
        ),
        Texts(
            "this row of {table} becomes {rows} rows",
            "each day of the one range is paired with each day of the other; at most {most} rows are made of one row "
            "of a test.",
            "",
            "`a..b` under `given` makes a row for each of its days. Two ranges in one row make every pair of them: 31 "
            "days and 31 days are 961 rows. Write a range in one column only, and other dates as a single day.",
        ),
        bad="- {nomor: P1, mulai: 2026-01-01..2026-12-31, selesai: 2026-01-01..2026-12-31}",
        good="- {nomor: P1, mulai: 2026-01-01..2026-12-31, selesai: 2026-12-31}",
    ),
    Code(
        "E667",
        "test-misprint-none",
        Texts(
            "{name}: `as_printed: {printed}` sama dengan `value: {value}`",
            "maka tidak ada salah cetak; lain cara menulis suatu nilai bukan lain nilainya.",
            "{name}: {value}",
            "`value` adalah nilai yang benar, `as_printed` nilai lain yang tercetak dalam sumbernya. Bila keduanya "
            "sama, tulislah nilainya saja. Angka yang lain cara menulisnya, seperti 12.5% dan 12.50%, adalah nilai "
            "yang sama.",
        ),
        Texts(
            "{name}: `as_printed: {printed}` is the same as `value: {value}`",
            "so there is no misprint; to write a value in another way makes it no other value.",
            "{name}: {value}",
            "`value` is the right value, `as_printed` another one that the source prints. Where they are the same, "
            "write the value alone. Numbers that are only written in another way, such as 12.5% and 12.50%, are the "
            "same value.",
        ),
        bad='- nomor: P1\n  bonus: {value: 104_787, as_printed: 104787, reason: "tanpa titik"}',
        good="- nomor: P1\n  bonus: 104_787",
    ),
    Code(
        "E668",
        "test-misprint-incomplete",
        Texts(
            "{name}: salah cetak ini belum menyebut `{key}`",
            "`value` adalah nilai yang benar, `as_printed` yang tercetak, `reason` sebabnya salah; ketiganya perlu.",
            "{form}",
            "Contoh dalam peraturan kadang-kadang salah cetak. Yang memeriksa kasusnya harus melihat nilai yang benar, "
            "yang tercetak, dan mengapa yang tercetak itu salah; tanpa salah satunya, orang tidak tahu mana yang "
            "harus dipercaya. Nilai yang tidak salah cetak ditulis begitu saja.",
        ),
        Texts(
            "{name}: this misprint does not say `{key}`",
            "`value` is the right value, `as_printed` the one printed, `reason` why that is wrong; all are needed.",
            "{form}",
            "Examples in regulations are misprinted now and then. Whoever checks the case must see the right value, "
            "the one printed, and why the print is wrong; without one of them, nobody knows which to trust. A value "
            "that is not misprinted is written alone.",
        ),
        bad="- nomor: P1\n  bonus: {value: 104_787, as_printed: 104_878}",
        good='- nomor: P1\n  bonus: {value: 104_787, as_printed: 104_878, reason: "angkanya tertukar"}',
    ),
)
