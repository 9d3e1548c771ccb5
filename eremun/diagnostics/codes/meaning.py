"""E3xx: units, types, steps and ranges that do not fit."""

from __future__ import annotations

from eremun.diagnostics.codes.code import Code, Texts

MEANING: tuple[Code, ...] = (
    Code(
        "E301",
        "unit-mismatch",
        Texts(
            "{left} tidak dapat {done} {right}",
            "satuannya berbeda: Rp2.400.000 + 95% bukan Rp2.400.000,95, dan Rp5.000 - 60 menit bukan Rp4.940.",
            "mungkin dimaksudkan perkalian:\n  {product}",
            "Hanya bilangan yang bersatuan sama yang dapat dijumlahkan atau dikurangkan. Satuan tidak berubah "
            "dengan sendirinya: menit menjadi poin atau rupiah dengan mengalikannya dengan parameter seperti `100 "
            "rupiah/menit`. Persen dikalikan, bukan ditambahkan; `100% + x` boleh bila x juga persen.",
        ),
        Texts(
            "{right} cannot be {done} {left}",
            "their units differ: Rp2,400,000 + 95% is not Rp2,400,000.95, and Rp5,000 - 60 minutes is not Rp4,940.",
            "perhaps a product is meant:\n  {product}",
            "Only numbers of the same unit can be added or subtracted. Nothing converts by itself: minutes become "
            "points or rupiah by multiplying with a parameter such as `100 rupiah/menit`. Percents are multiplied, "
            "not added; `100% + x` is right where x is a percentage too.",
        ),
        bad="formula: tarif + diskon        # rupiah dan persen",
        good="formula: tarif * (100% - diskon)",
    ),
    Code(
        "E302",
        "condition-needed",
        Texts(
            "di sini diperlukan syarat yang bernilai ya atau tidak, padahal ini {found}",
            "tidak jelas kapan syarat itu terpenuhi: Rp0 atau Rp1 sama-sama sebuah jumlah.",
            "",
            "Sesudah `if`, `when`, `where`, `not`, serta di kiri dan kanan `and` dan `or` berada perbandingan atau "
            "kolom ya/tidak. Tulislah perbandingannya, misalnya `denda > 0 rupiah`. `ensure` dan `require` juga "
            "berupa syarat.",
        ),
        Texts(
            "a condition that is yes or no is needed here, but this is {found}",
            "it is not clear when the condition holds: Rp0 and Rp1 are both an amount.",
            "",
            "After `if`, `when`, `where` and `not`, and on both sides of `and` and `or`, stands a comparison or a "
            "yes/no column. Write the comparison, as in `denda > 0 rupiah`. `ensure` and `require` are conditions "
            "too.",
        ),
        bad="formula: if denda then 1_000 rupiah else 0 rupiah",
        good="formula: if denda > 0 rupiah then 1_000 rupiah else 0 rupiah",
    ),
    Code(
        "E303",
        "number-needed",
        Texts(
            "di sini diperlukan bilangan, padahal ini {found}",
            "{found} tidak dapat dijumlahkan atau dibandingkan besarnya.",
            "",
            "`sum`, `min`, `max`, tanda minus, dan nilai temuan memerlukan bilangan; `min` dan `max` juga menerima "
            "tanggal. Untuk menghitung banyaknya baris yang memenuhi syarat, pakai `count(tabel where syarat)`.",
        ),
        Texts(
            "a number is needed here, but this is {found}",
            "{found} cannot be added up or ranked.",
            "",
            "`sum`, `min`, `max`, a minus sign and the value of a finding need a number; `min` and `max` take dates "
            "too. To count the rows that meet a condition use `count(table where condition)`.",
        ),
        bad="formula: sum(kunjungan.menginap)",
        good="formula: count(kunjungan where menginap)",
    ),
    Code(
        "E304",
        "cannot-be-compared",
        Texts(
            "{left} tidak dapat dibandingkan dengan {right}",
            "60 menit tidak lebih dan tidak kurang dari Rp60; keduanya hanya dapat dibandingkan bila satuan atau "
            "jenisnya sama.",
            "mungkin dimaksudkan {literal}",
            "Kedua sisi perbandingan mempunyai satuan atau jenis yang sama. Satuan ditulis sesudah bilangannya, "
            "misalnya `lama > 60 menit`, dan persen dengan tandanya, misalnya `diskon > 5%`.",
        ),
        Texts(
            "{left} cannot be compared with {right}",
            "60 minutes are neither more nor less than Rp60; the two can only be compared where unit or type is the "
            "same.",
            "perhaps {literal} is meant",
            "Both sides of a comparison have the same unit or type. A unit stands after its number, as in `lama > "
            "60 menit`, and percents have their sign, as in `diskon > 5%`.",
        ),
        bad="formula: lama > 60",
        good="formula: lama > 60 menit",
    ),
    Code(
        "E305",
        "has-no-order",
        Texts(
            '{type} tidak mempunyai urutan, jadi "{sign}" tidak berarti',
            "misalnya, daftar [motor, mobil] tidak mengatakan bahwa mobil lebih besar; urutan menurut abjad akan "
            "memberi tarif yang keliru.",
            "",
            "Kata, isi daftar pilihan, dan ya/tidak hanya dapat dibandingkan dengan `=`, `!=`, dan `in […]`. Bila "
            "urutannya berarti, pakai kolom bilangan atau sebuah tabel.",
        ),
        Texts(
            '{type} has no order, so "{sign}" means nothing',
            "for instance, the list [motor, mobil] does not say that mobil is larger; the order of the alphabet "
            "would give a wrong rate.",
            "",
            "Words, choices of a list and yes/no are compared with `=`, `!=` and `in […]` only. Where an order "
            "means something, use a column of numbers or a table.",
        ),
        bad="formula: jenis >= mobil",
        good="formula: jenis in [mobil, bus]",
    ),
    Code(
        "E306",
        "cannot-be-computed",
        Texts(
            '"{sign}" tidak dapat dihitung antara {left} dan {right}',
            "yang dapat dihitung hanya bilangan; dari tanggal hanya dapat ditambahkan atau dikurangkan hari.",
            "mungkin dimaksudkan {literal}",
            "Tanggal dikurangi tanggal menghasilkan hari, dan tanggal ditambah atau dikurangi hari menghasilkan "
            "tanggal. Bilangan di samping tanggal harus bersatuan hari, misalnya `masuk + 3 hari`. Kata dan "
            "ya/tidak tidak dapat dihitung; pakai `if … then … else …`.",
        ),
        Texts(
            '"{sign}" cannot be computed between {left} and {right}',
            "only numbers can be computed with; to dates only days can be added or subtracted.",
            "perhaps {literal} is meant",
            "A date minus a date is a number of days, and a date plus or minus days is a date. The number beside a "
            "date must be in days, as in `masuk + 3 hari`. Words and yes/no cannot be computed with; use `if … then "
            "… else …`.",
        ),
        bad="formula: masuk + 3",
        good="formula: masuk + 3 hari",
    ),
    Code(
        "E307",
        "two-results",
        Texts(
            "hasilnya dapat berupa {left} atau {right}",
            "satu aturan menghasilkan satu satuan; bila tidak, Rp5.000 dan 5% berada dalam kolom yang sama.",
            "mungkin dimaksudkan {literal}",
            "Yang sesudah `then` dan sesudah `else`, begitu pula yang di kiri dan kanan `default`, mempunyai satuan "
            "atau jenis yang sama. Nol juga memerlukan satuan: `0 rupiah`.",
        ),
        Texts(
            "the result can be {left} or {right}",
            "a rule has one unit; else Rp5,000 and 5% would stand in the same column.",
            "perhaps {literal} is meant",
            "What follows `then` and `else`, and what stands on both sides of `default`, has the same unit or type. "
            "Zero needs a unit too: `0 rupiah`.",
        ),
        bad="formula: if menginap then 5_000 rupiah else 0",
        good="formula: if menginap then 5_000 rupiah else 0 rupiah",
    ),
    Code(
        "E308",
        "rows-not-related",
        Texts(
            "baris {over} tidak merujuk {grain}",
            "tanpa rujukan tidak diketahui baris mana yang menjadi milik {grain} yang mana.",
            "",
            "`sum`, `min`, `max`, `count`, `any`, dan `rejected` mengambil baris yang merujuk langsung ke tabel "
            "tempat rumus ini berada: melalui `references`, `lookups`, atau sebagai anggota kelompok. `rejected` "
            "memerlukan `references`. Bila rujukannya melalui tabel lain, jumlahkan dahulu pada tabel di antaranya.",
        ),
        Texts(
            "the rows of {over} do not refer to {grain}",
            "without a reference it is not known which rows belong to which row of {grain}.",
            "",
            "`sum`, `min`, `max`, `count`, `any` and `rejected` take rows that refer directly to the table of this "
            "formula: by `references`, by `lookups`, or as members of a group. `rejected` needs `references`. If "
            "they refer to it through another table, sum on the table between first.",
        ),
        bad="rules:\n  lokasi: {jumlah: {formula: sum(kunjungan.biaya), …}}   # kunjungan merujuk kendaraan",
        good=(
            "rules:\n"
            "  kendaraan: {biaya: {formula: sum(kunjungan.biaya), …}}\n"
            "  lokasi: {jumlah: {formula: sum(kendaraan.biaya), …}}   # kendaraan merujuk lokasi"
        ),
    ),
    Code(
        "E310",
        "table-arguments",
        Texts(
            "tabel {table} dibaca dengan {keys}, tetapi di sini ada {found} nilai",
            "setiap syarat tabel memerlukan tepat satu nilai, menurut urutannya.",
            "",
            "Di dalam kurung siku disebut satu nilai untuk setiap nama di bawah `in`, dengan urutan yang sama, "
            "dipisahkan koma.",
        ),
        Texts(
            "the table {table} is read with {keys}, but here are {found} values",
            "every condition of the table needs exactly one value, in its order.",
            "",
            "In the square brackets stands one value for each name under `in`, in the same order, separated by commas.",
        ),
        bad="formula: tarif_lama[jenis]",
        good="formula: tarif_lama[jenis, lama]",
    ),
    Code(
        "E311",
        "table-output",
        Texts(
            "isi tabel {table} yang dimaksud tidak jelas; tabel itu memuat {names}",
            "isi yang berbeda dapat menghasilkan jumlah rupiah yang berbeda.",
            "",
            "Sesudah kurung siku disebut isi yang dimaksud, misalnya `bobot[jenis].tarif`. Tabel dengan satu isi "
            "tanpa nama dibaca tanpa titik.",
        ),
        Texts(
            "it is not clear which content of the table {table} is meant; it has {names}",
            "different contents can give different amounts of rupiah.",
            "",
            "After the square brackets stands the content that is meant, as in `bobot[jenis].tarif`. A table with "
            "one nameless content is read without a dot.",
        ),
        bad="formula: bobot[jenis]",
        good="formula: bobot[jenis].tarif",
    ),
    Code(
        "E312",
        "table-argument-type",
        Texts(
            "tabel ini dibaca dengan {wanted}, padahal nilai ini {found}",
            "batas tabel dalam {wanted} tidak dapat dibandingkan dengan {found}.",
            "",
            "Nilai di dalam kurung siku mempunyai satuan atau jenis yang ditulis di bawah `in` tabel itu.",
        ),
        Texts(
            "this table is read with {wanted}, but this value is {found}",
            "bounds of the table in {wanted} cannot be compared with {found}.",
            "",
            "A value in square brackets has the unit or type said under `in` of that table.",
        ),
        bad="in: {lama: menit}\nformula: tarif_lama[tarif]",
        good="in: {lama: menit}\nformula: tarif_lama[lama]",
    ),
    Code(
        "E313",
        "number-of-arguments",
        Texts(
            "{name}(…) memerlukan {wanted} nilai, tetapi di sini ada {found}",
            "nilai yang kurang atau lebih tidak boleh ditebak.",
            "",
            "`present`, `date`, `year`, `month`, `day`, dan `weekday` memerlukan satu nilai. `digits` memerlukan "
            "tiga: sebuah nip, lalu urutan angka pertama dan terakhir. `min` dan `max` membandingkan dua nilai atau "
            "lebih.",
        ),
        Texts(
            "the number of values in {name}(…) must be {wanted}, but here it is {found}",
            "a value too few or too many must not be guessed.",
            "",
            "`present`, `date`, `year`, `month`, `day` and `weekday` take one value. `digits` takes three: a nip, "
            "then the place of the first and the last digit. `min` and `max` compare two values or more.",
        ),
        bad="formula: digits(nomor, 8)",
        good="formula: digits(nomor, 1, 8)",
    ),
    Code(
        "E314",
        "extreme-of-units",
        Texts(
            "{left} dan {right} tidak dapat dibandingkan untuk mencari yang terkecil atau terbesar",
            "tidak ada yang lebih kecil antara Rp2.000.000 dan 95%.",
            "mungkin dimaksudkan {literal}",
            "Semua nilai di dalam `min(…)` atau `max(…)` bersatuan sama. Nol dan batas juga memerlukan satuan: "
            "`max(sisa, 0 rupiah)`, `min(capaian, 100%)`.",
        ),
        Texts(
            "{left} and {right} cannot be compared to find the smallest or largest",
            "neither of Rp2,000,000 and 95% is smaller.",
            "perhaps {literal} is meant",
            "All values in `min(…)` or `max(…)` have the same unit. Zero and limits need a unit too: `max(sisa, 0 "
            "rupiah)`, `min(capaian, 100%)`.",
        ),
        bad="formula: max(tarif - diskon_tetap, 0)",
        good="formula: max(tarif - diskon_tetap, 0 rupiah)",
    ),
    Code(
        "E315",
        "digits-form",
        Texts(
            "digits(…) memerlukan sebuah nip dan dua urutan angka antara 1 dan 18; nilai ini {found}",
            "hanya nip yang selalu terdiri atas 18 angka, sehingga urutan setiap angkanya pasti.",
            "",
            "`digits(nip, 1, 8)` adalah bilangan dari angka ke-1 sampai ke-8. Kedua urutan ditulis sebagai bilangan "
            "bulat, yang pertama tidak lebih besar dari yang kedua.",
        ),
        Texts(
            "digits(…) takes a nip and two places between 1 and 18; this value is {found}",
            "only a nip always has 18 digits, so that the place of each is certain.",
            "",
            "`digits(nip, 1, 8)` is the number in digits 1 to 8. Both places are written as whole numbers, the "
            "first not above the second.",
        ),
        bad="formula: digits(nomor, 8, 1)",
        good="formula: digits(nomor, 1, 8)",
    ),
    Code(
        "E316",
        "date-needed",
        Texts(
            "{name}(…) memerlukan tanggal, padahal ini {found}",
            "{found} tidak mempunyai tahun, bulan, dan hari.",
            "",
            "`year`, `month`, `day`, dan `weekday` (Senin 1 sampai Minggu 7) diambil dari tanggal. Bilangan delapan "
            "angka seperti 20260131 dijadikan tanggal dengan `date(…)`.",
        ),
        Texts(
            "{name}(…) needs a date, but this is {found}",
            "{found} has no year, month and day.",
            "",
            "`year`, `month`, `day` and `weekday` (Monday 1 to Sunday 7) are taken of a date. A number of eight "
            "digits such as 20260131 becomes a date by `date(…)`.",
        ),
        bad="formula: weekday(lama) in [6, 7]",
        good="formula: weekday(tanggal) in [6, 7]",
    ),
    Code(
        "E317",
        "rule-unit",
        Texts(
            "aturan {rule} seharusnya menghasilkan {wanted}, tetapi rumusnya menghasilkan {found}",
            "nilai yang dipakai aturan lain dan dicetak dalam penjelasan harus sesuai dengan satuannya; tanpa "
            "`unit`, hasil aturan ialah ya atau tidak.",
            "tambahkan {unit}",
            "`unit` mengatakan apa yang dihasilkan aturan. Perkalian dan pembagian mengubah satuan: rupiah/menit "
            "dikalikan menit menjadi rupiah, rupiah dibagi rupiah menjadi bilangan atau persen. Perbaiki rumusnya "
            "bila hasilnya tidak seperti yang dimaksud peraturan, atau perbaiki `unit`.",
        ),
        Texts(
            "the rule {rule} should give {wanted}, but its formula gives {found}",
            "a value that other rules use and explanations print must have the unit it says; without `unit` the "
            "result of a rule is yes or no.",
            "add {unit}",
            "`unit` says what a rule gives. Products and quotients change units: rupiah/menit times menit is "
            "rupiah, rupiah divided by rupiah is a number or a percentage. Correct the formula if it does not give "
            "what the regulation means, or correct `unit`.",
        ),
        bad="biaya:\n  formula: tarif * lama",
        good="biaya:\n  unit: rupiah\n  formula: tarif * lama",
    ),
    Code(
        "E318",
        "only-own-columns",
        Texts(
            "syarat baris hanya dapat memakai kolom tabelnya sendiri, parameter, dan tabel tarif",
            "syarat ini diperiksa ketika berkas dibaca; aturan dan tabel lain saat itu belum ada nilainya.",
            "",
            "`require` menolak baris yang isiannya saling bertentangan, misalnya selesai sebelum mulai. Syarat yang "
            "memerlukan data lain ditulis sebagai `ensure`, yang menahan pembayarannya dengan alasan yang bernama.",
        ),
        Texts(
            "a condition on rows can use only columns of its own table, parameters and tables",
            "it is checked while the file is read; rules and other data have no values yet.",
            "",
            "`require` rejects rows whose cells contradict each other, such as an end before its beginning. A "
            "condition that needs other data is written as `ensure`, which blocks the payment with a named reason.",
        ),
        bad="require:\n  nomor: {label: Kendaraan harus motor, formula: kendaraan.jenis = motor}",
        good="ensure:\n  kendaraan:\n    jenis_sesuai: {label: Kendaraan harus motor, formula: jenis = motor}",
    ),
    Code(
        "E320",
        "rules-in-a-circle",
        Texts(
            "aturan-aturan ini saling memerlukan: {circle}",
            "tidak satu pun dapat dihitung lebih dahulu.",
            "",
            "Setiap aturan dihitung sesudah aturan yang disebutnya. Bila peraturan memang menyebut nilai yang "
            "saling bergantung, carilah nilai yang lebih dahulu ada, misalnya jumlah sebelum pengurangan, dan beri "
            "nama sendiri.",
        ),
        Texts(
            "these rules need each other: {circle}",
            "none of them can be computed first.",
            "",
            "Every rule is computed after those it names. Where a regulation does name values that depend on each "
            "other, find the value that is there first, such as the amount before deductions, and give it a name of "
            "its own.",
        ),
        bad="bersih: {formula: kotor - iuran, …}\niuran: {formula: bersih * 1%, …}",
        good="bersih: {formula: kotor - iuran, …}\niuran: {formula: kotor * 1%, …}",
    ),
    Code(
        "E321",
        "rounding-of-no-number",
        Texts(
            "hasil aturan ini {type}, yang tidak dapat dibulatkan",
            "hanya bilangan yang mempunyai kelipatan terdekat.",
            "",
            "Aturan tanpa `unit` bernilai ya atau tidak. Hapus `round`, atau sebutkan `unit` aturan itu bila "
            "rumusnya menghasilkan bilangan.",
        ),
        Texts(
            "the result of this rule is {type}, which cannot be rounded",
            "only a number has a nearest multiple.",
            "",
            "A rule without `unit` is yes or no. Remove `round`, or say the `unit` of the rule where its formula "
            "gives a number.",
        ),
        bad="biaya:\n  formula: tarif * lama\n  round: down to 1 rupiah",
        good="biaya:\n  unit: rupiah\n  formula: tarif * lama\n  round: down to 1 rupiah",
    ),
    Code(
        "E322",
        "decimals-too-few",
        Texts(
            "kolom {name} ditulis dengan {decimals} desimal, padahal nilainya kelipatan {step}",
            "sisa di belakang desimal itu akan hilang; pada 20.000 orang, selisih Rp0,50 menjadi Rp10.000.",
            "- {name}: {{decimals: {needed}}}",
            "Yang dicetak harus sama dengan yang dihitung. Tambahkan `decimals` pada kolom itu, atau bulatkan "
            "nilainya dengan `round` pada aturannya bila peraturan memerintahkannya.",
        ),
        Texts(
            "the column {name} is written with {decimals} decimals, but its values are multiples of {step}",
            "what lies behind those decimals would get lost; over 20,000 people a difference of Rp0.50 makes Rp10,000.",
            "- {name}: {{decimals: {needed}}}",
            "What is printed must be what was computed. Give the column more `decimals`, or round the value with "
            "`round` on its rule where the regulation orders it.",
        ),
        bad="columns: [diskon]          # 2,5%",
        good="columns:\n  - diskon: {decimals: 1}",
    ),
    Code(
        "E323",
        "not-whole",
        Texts(
            "nilai ini dapat berupa pecahan, misalnya {step}",
            "tanggal hanya dapat digeser sebanyak hari yang utuh; setengah hari tidak menunjuk tanggal mana pun.",
            "",
            "Yang ditambahkan ke tanggal atau dikurangkan darinya, dan yang dijadikan tanggal dengan `date(…)`, "
            "harus bilangan bulat. Bulatkan dahulu nilai itu pada aturannya sendiri, misalnya `round: up to 1 hari`.",
        ),
        Texts(
            "this value can be a fraction, such as {step}",
            "a date can only be moved by whole days; half a day leads to no date at all.",
            "",
            "What is added to a date or taken from it, and what becomes a date by `date(…)`, must be a whole "
            "number. Round that value first in a rule of its own, for instance `round: up to 1 hari`.",
        ),
        bad="formula: masuk + batas / 2",
        good=(
            "separuh_batas:\n"
            "  unit: hari\n"
            "  formula: batas / 2\n"
            "  round: up to 1 hari\n"
            "lewat:\n"
            "  formula: masuk + separuh_batas > period.end"
        ),
    ),
    Code(
        "E324",
        "finding-not-whole",
        Texts(
            "temuan {name} adalah kelipatan {step}, padahal temuan ditulis tanpa desimal",
            "sisa di belakang koma tidak dapat ditulis di dalam daftar temuan, dan tidak boleh dibuang diam-diam.",
            "",
            "Daftar temuan berisi rupiah bulat atau cacah. Hitung nilainya dalam aturan tersendiri yang membulatkan "
            "dengan `round`, lalu sebut aturan itu dalam temuan.",
        ),
        Texts(
            "the finding {name} is a multiple of {step}, but findings are written without decimals",
            "what lies behind the decimal point can't be written in the list of findings, and must not be dropped in "
            "silence.",
            "",
            "The list of findings holds whole rupiah or counts. Compute the value in a rule of its own that rounds "
            "with `round`, and name that rule in the finding.",
        ),
        bad="amount: jumlah * 2.5%",
        good="kelebihan:\n  unit: rupiah\n  formula: jumlah * 2.5%\n  round: down to 1 rupiah\n…\namount: kelebihan",
    ),
    Code(
        "E325",
        "cannot-be-written",
        Texts(
            "{name} di bawah {place} adalah kelipatan {step}, dan tidak dapat ditulis dengan desimal",
            "angka di belakang komanya tidak pernah habis, seperti 1/3 = 0,333… dan seterusnya.",
            "",
            "Bilangan yang dicetak mempunyai desimal yang berhingga. Bulatkan nilainya dengan `round` pada aturannya, "
            "atau sebut kolom lain.",
        ),
        Texts(
            "{name} under {place} is a multiple of {step}, and can't be written with decimals",
            "its decimals never end, as in 1/3 = 0.333… and so on.",
            "",
            "Numbers that are printed have a finite number of decimals. Round the value with `round` on its rule, or "
            "name another column.",
        ),
        bad="blocked: {columns: [nomor, sepertiga]}",
        good="blocked: {columns: [nomor]}",
    ),
    Code(
        "E330",
        "division-not-rounded",
        Texts(
            "hasil pembagian ini belum dibulatkan pada aturan {rule}",
            "Rp100.000 dibagi 3 tidak habis; sisanya harus dibulatkan menurut peraturan, bukan menurut kebiasaan "
            "komputer.",
            "pembulatan yang diperintahkan peraturan, misalnya:\n  round: down to {step}",
            "Aturan yang membagi dengan nilai yang berubah-ubah membulatkan hasilnya sendiri, satu kali, sesudah "
            "seluruh rumusnya dihitung. Pembagian dengan bilangan tetap atau parameter tidak memerlukannya. Carilah "
            "dalam peraturan ke mana dan sampai kelipatan berapa pembulatannya; bila tidak diatur, catat sebagai "
            "anggapan.",
        ),
        Texts(
            "the result of this division is not rounded in the rule {rule}",
            "Rp100,000 divided by 3 does not come out even; the rest must be rounded as the regulation says, not as "
            "a computer happens to.",
            "the rounding that the regulation orders, such as:\n  round: down to {step}",
            "A rule that divides by something that varies rounds its result, once, after its whole formula. A "
            "division by a fixed number or a parameter needs none. See in the regulation which way and to which "
            "step to round; where it says nothing, register an assumption.",
        ),
        bad="rata_rata:\n  unit: rupiah\n  formula: jumlah / kali",
        good="rata_rata:\n  unit: rupiah\n  formula: jumlah / kali\n  round: down to 1 rupiah",
    ),
    Code(
        "E331",
        "divisor-below-zero",
        Texts(
            "pembagi ini dapat kurang dari nol; nilai terendahnya: {low}",
            "pembagian dengan bilangan negatif membalik tanda hasilnya: pengurangan menjadi tambahan.",
            "",
            "Pembagi harus nol atau lebih. Beri kolom yang dipakainya `range` yang dimulai dari 0, atau tulis "
            "pembagi sebagai `max(…, 0)` dengan satuannya. Pembagi yang ternyata nol menahan baris itu dengan "
            "alasan pembagian dengan nol.",
        ),
        Texts(
            "this divisor can be below zero; its lowest value: {low}",
            "dividing by a negative number turns the sign of the result: a deduction becomes an addition.",
            "",
            "A divisor must be zero or more. Give the columns it uses a `range` from 0 on, or write it as `max(…, "
            "0)` with its unit. A divisor that turns out to be zero blocks that row, with division by zero as the "
            "reason.",
        ),
        bad="formula: jumlah / (kali - bebas)\nround: down to 1 rupiah",
        good="formula: jumlah / max(kali - bebas, 0)\nround: down to 1 rupiah",
    ),
    Code(
        "E332",
        "divisor-zero",
        Texts(
            "pembagi ini nol, atau nol dalam salah satu versinya",
            "tidak ada hasil pembagian dengan nol, jadi tidak seorang pun dapat dibayar.",
            "",
            "Pembagi adalah bilangan tetap atau parameter yang nilainya nol, sekurang-kurangnya dalam satu versinya.",
        ),
        Texts(
            "this divisor is zero, or zero in one of its versions",
            "there is no result of a division by zero, so nobody could be paid.",
            "",
            "The divisor is a fixed number or a parameter that is zero, in one of its versions at least.",
        ),
        bad="hari_sebulan: {value: 0 hari}\nformula: jumlah / hari_sebulan",
        good="hari_sebulan: {value: 22 hari}\nformula: jumlah / hari_sebulan",
    ),
    Code(
        "E333",
        "division-outside-a-rule",
        Texts(
            "pembagian dengan nilai yang berubah-ubah hanya dapat berada pada sebuah aturan",
            "hasilnya dapat tidak habis dibagi, dan hanya aturan yang dapat menyebut pembulatannya.",
            "",
            "Syarat, temuan, dan kolom hasil memakai nilai sebagaimana adanya. Tulislah pembagiannya sebagai aturan "
            "bernama dengan `round`, lalu sebutkan nama aturan itu di sini.",
        ),
        Texts(
            "a division by something that varies can stand in a rule only",
            "it may not come out even, and only a rule can say how it is rounded.",
            "",
            "Conditions, findings and output columns use values as they are. Write the division as a named rule "
            "with `round`, and name that rule here.",
        ),
        bad="ensure: {kendaraan: {wajar: {formula: jumlah / kali < 50_000 rupiah, …}}}",
        good=(
            "rules: {kendaraan: {rata_rata: {formula: jumlah / kali, round: down to 1 rupiah, …}}}\n"
            "ensure: {kendaraan: {wajar: {formula: rata_rata < 50_000 rupiah, …}}}"
        ),
    ),
)
