"""E124 to E126 and E26x: packs that are built on packs."""

from __future__ import annotations

from eremun.diagnostics.codes.code import Code, Texts

PACKS: tuple[Code, ...] = (
    Code(
        "E124",
        "used-pack-missing",
        Texts(
            "paket {name} tidak ditemukan",
            "yang dicari: folder bernama {name} di samping paket ini, lalu paket bawaan eremun. Yang ada: {known}.",
            "",
            "`uses` menyebut paket lain yang ketentuannya dipakai. Paket itu adalah folder di samping paket ini, atau "
            "paket bawaan eremun. Periksa ejaannya, atau taruh foldernya di samping paket ini.",
        ),
        Texts(
            "there is no pack {name}",
            "looked for: a folder called {name} beside this pack, then the packs that come with eremun. There are: "
            "{known}.",
            "",
            "`uses` names another pack whose provisions are used. It is a folder beside this pack, or comes with "
            "eremun. Look at the spelling, or put its folder beside this pack.",
        ),
        bad="uses: [pajek]",
        good="uses: [pajak]",
    ),
    Code(
        "E125",
        "used-pack-by-path",
        Texts(
            '"{name}" bukan nama paket',
            "paket lain disebut dengan namanya saja, bukan dengan letaknya, supaya paket ini terbaca sama di mana pun.",
            "",
            "Di bawah `uses` tertulis nama folder paket lain: huruf, angka, `-`, dan `_`. Paket itu dicari di samping "
            "paket ini, lalu di antara paket bawaan eremun.",
        ),
        Texts(
            '"{name}" is not the name of a pack',
            "another pack is named, not where it lies, so that this pack reads the same everywhere.",
            "",
            "Under `uses` stands the name of another pack's folder: letters, digits, `-` and `_`. It is looked for "
            "beside this pack, then among the packs that come with eremun.",
        ),
        bad="uses: [../pajak]",
        good="uses: [pajak]",
    ),
    Code(
        "E126",
        "packs-in-a-circle",
        Texts(
            "paket-paket ini saling memakai: {circle}",
            "tidak satu pun dapat dibaca lebih dahulu.",
            "hapus {name} dari `uses` di {file}; yang diperlukan dari sana ditulis di bawah `needs`",
            "Paket yang di bawah tidak memakai paket yang di atas; yang diperlukannya dari sana ditulis di bawah "
            "`needs`, dengan nama, satuan, dan batasnya.",
        ),
        Texts(
            "these packs use each other: {circle}",
            "none of them can be read first.",
            "delete {name} from `uses` in {file}; what is needed from there stands under `needs`",
            "The lower pack does not use the upper one; what it needs from there stands under `needs`, with name, "
            "unit and range.",
        ),
        bad="uses: [kota]   # dalam pajak/pack.yaml, padahal kota memakai pajak",
        good="needs:\n  kendaraan:\n    tagihan: {type: rupiah, range: 0..1_000_000_000}",
    ),
    Code(
        "E270",
        "name-in-two-packs",
        Texts(
            'nama "{name}" sudah dipakai oleh paket {lower}',
            "rumus yang menyebut {name} tidak akan tahu mana yang dimaksud, padahal nilainya dapat berbeda.",
            "Ganti nama itu di {file}, atau hapus dari sana bila sama: {name} dari paket {lower} terbaca juga di sini.",
            "Parameter, tabel, data, kelompok, daftar pilihan, dan aturan dari paket yang dipakai terbaca di paket "
            "ini, seperti miliknya sendiri. Karena itu namanya tidak boleh sama, juga bila isinya kebetulan sama: esok "
            "salah satunya diubah. Daftar peraturan dan anggapan dimiliki setiap paket sendiri-sendiri.",
        ),
        Texts(
            'the name "{name}" is already used by the pack {lower}',
            "a formula that says {name} would not know which one is meant, and their values can differ.",
            "Rename it in {file}, or delete it there if it is the same: {name} of the pack {lower} can be read here "
            "too.",
            "Parameters, tables, inputs, groups, enums and rules of a pack that is used can be read in this pack like "
            "its own. So their names differ, even where they happen to say the same: tomorrow one of them is changed. "
            "Every pack has its own registers of regulations and assumptions.",
        ),
        bad="parameters:\n  tarif_pajak:   # paket pajak juga mempunyai tarif_pajak\n    value: 5%",
        good="parameters:\n  tarif_kota:\n    value: 5%",
    ),
    Code(
        "E271",
        "need-not-filled",
        Texts(
            "paket {pack} memerlukan {name} pada {grain}, tetapi di sini tidak ada kolom atau aturan bernama itu",
            "tanpa {name} aturan paket {pack} tidak dapat dihitung. Yang ada pada {grain}: {known}.",
            "tulislah aturan bernama itu:\n  {rule}",
            "Di bawah `needs` sebuah paket menyebut nama yang diharapkannya dari paket yang memakainya. Kolom atau "
            "aturan bernama sama pada tabel itu mengisinya, tanpa ditulis apa-apa lagi.",
        ),
        Texts(
            "the pack {pack} needs {name} on {grain}, but there is no column or rule of that name here",
            "without {name} the rules of the pack {pack} cannot be computed. On {grain} there are: {known}.",
            "write a rule of that name:\n  {rule}",
            "Under `needs` a pack lists the names that it expects of the pack that uses it. A column or rule of the "
            "same name on that grain fills it, with nothing else to write.",
        ),
        bad="# paket pajak memerlukan tagihan pada kendaraan\nrules:\n  kendaraan:\n    jumlah:\n      unit: rupiah\n"
        "      formula: sewa + denda",
        good="rules:\n  kendaraan:\n    tagihan:\n      unit: rupiah\n      formula: sewa + denda",
    ),
    Code(
        "E272",
        "need-of-another-type",
        Texts(
            "{name} berisi {found}, tetapi paket {pack} memerlukan {wanted}",
            "aturan paket {pack} akan menghitung dengan nilai yang lain artinya.",
            "beri nama lain kepada {name} ini, lalu tulis aturan {name} yang berisi {wanted}",
            "Yang diperlukan sebuah paket diisi oleh kolom atau aturan dengan satuan atau daftar pilihan yang sama. "
            "Ubah satuannya, atau tulis aturan yang mengubah nilainya. Kolom boleh memakai daftar pilihan dari paket "
            "yang dipakai. Batas `range: period` hanya dipenuhi oleh kolom dengan batas yang sama.",
        ),
        Texts(
            "{name} holds {found}, but the pack {pack} needs {wanted}",
            "the rules of the pack {pack} would compute with a value that means something else.",
            "give this {name} another name, and write a rule {name} that holds {wanted}",
            "What a pack needs is filled by a column or rule of the same unit or enum. Change the unit, or write a "
            "rule that turns the value into it. A column may have an enum of the pack that is used. `range: period` is "
            "met only by a column with the same range.",
        ),
        bad="tagihan:\n  unit: persen   # paket pajak memerlukan rupiah\n  formula: bagian",
        good="tagihan:\n  unit: rupiah\n  formula: sewa * bagian",
    ),
    Code(
        "E273",
        "need-range-wider",
        Texts(
            "{name} dapat bernilai {low} sampai {high}, tetapi paket {pack} memerlukan {least} sampai {most}",
            "yang diperiksa dalam paket {pack} hanya terbukti dalam batas itu.",
            "bila memang tidak pernah melampauinya, nyatakan:\n  {fix}",
            "Batas sebuah aturan dihitung dari batas kolom dan parameter di dalamnya. Persempit batas (`range`) kolom "
            "yang terlalu longgar, atau batasi nilainya dalam rumus dengan min dan max bila peraturannya berkata "
            "demikian.",
        ),
        Texts(
            "{name} can be {low} to {high}, but the pack {pack} needs {least} to {most}",
            "what is checked in the pack {pack} is proven within these bounds only.",
            "if it never goes beyond them, say so:\n  {fix}",
            "The range of a rule is computed from those of the columns and parameters in it. Narrow the `range` of a "
            "column that is too wide, or bound the value in the formula by min and max where the regulation says so.",
        ),
        bad="# paket pajak: tagihan: {type: rupiah, range: 0..1_000_000}\ntagihan:\n  unit: rupiah\n"
        "  formula: sewa - diskon",
        good="tagihan:\n  unit: rupiah\n  formula: max(min(sewa - diskon, 1_000_000 rupiah), 0 rupiah)",
    ),
    Code(
        "E274",
        "need-step-finer",
        Texts(
            "{name} berkelipatan {step}, tetapi paket {pack} memerlukan kelipatan {wanted}",
            "aturan paket {pack} menghitung tanpa pembulatan lain, sehingga pecahan itu akan terbawa sampai akhir.",
            "nyatakan pembulatannya, dengan cara menurut peraturannya, misalnya:\n  {fix}",
            "Bulatkan aturan itu dengan `round`, dengan cara yang diperintahkan peraturannya, atau kurangi `decimals` "
            "kolomnya. Bila pecahan memang berlaku, paket yang memerlukannya menyebut `decimals`.",
        ),
        Texts(
            "{name} has steps of {step}, but the pack {pack} needs steps of {wanted}",
            "the rules of the pack {pack} round no further, so the fraction would be carried to the end.",
            "say how it is rounded, in the way its regulation orders, such as:\n  {fix}",
            "Round the rule by `round`, in the way its regulation orders, or give its column fewer `decimals`. Where "
            "fractions are meant, the pack that needs them says `decimals`.",
        ),
        bad="tagihan:\n  unit: rupiah\n  formula: sewa * 12.5%",
        good="tagihan:\n  unit: rupiah\n  formula: sewa * 12.5%\n  round: down to 1 rupiah",
    ),
    Code(
        "E275",
        "needed-grain-missing",
        Texts(
            "paket {pack} memerlukan {name} pada {grain}, tetapi di sini tidak ada tabel atau kelompok {grain}",
            "aturan paket {pack} berada pada baris {grain}. Yang ada: {known}.",
            "mungkin {nearest} dimaksudkan; ganti namanya menjadi {grain}",
            "Paket yang dipakai menaruh aturannya pada tabel atau kelompok milik paket yang memakainya, dengan nama "
            "yang sama. Samakan nama tabelnya.",
        ),
        Texts(
            "the pack {pack} needs {name} on {grain}, but there is no input or group {grain} here",
            "the rules of the pack {pack} live on rows of {grain}. There are: {known}.",
            "perhaps {nearest} is meant; rename it {grain}",
            "A pack that is used puts its rules on an input or group of the pack that uses it, by the same name. Give "
            "the input that name.",
        ),
        bad="inputs:\n  mobil:   # paket pajak memerlukan tagihan pada kendaraan\n    key: [nomor]",
        good="inputs:\n  kendaraan:\n    key: [nomor]",
    ),
    Code(
        "E276",
        "needed-key-differs",
        Texts(
            "paket {pack} mengenali baris {grain} dari {wanted}, di sini dari {found}",
            "data paket {pack} yang merujuk ke {grain} tidak akan menemukan barisnya.",
            "key: [{wanted}]",
            "Nama dengan `key: true` di bawah `needs` adalah kunci tabel itu. Kunci (`key`) tabel di paket yang "
            "memakainya harus sama, juga urutannya.",
        ),
        Texts(
            "the pack {pack} tells rows of {grain} apart by {wanted}, here it is {found}",
            "data of the pack {pack} that refers to {grain} would not find its row.",
            "key: [{wanted}]",
            "A name with `key: true` under `needs` is the key of that grain. The `key` of the input in the pack that "
            "uses it must be the same, in the same order.",
        ),
        bad="kendaraan:\n  key: [nik]   # paket pajak: nomor: {type: text, key: true}",
        good="kendaraan:\n  key: [nomor]",
    ),
    Code(
        "E277",
        "needed-row-missing",
        Texts(
            "paket {pack} memerlukan rujukan {name} dari {grain} ke {target}, tetapi di sini tidak ada",
            "tanpa itu aturan paket {pack} tidak tahu baris {target} mana yang berlaku bagi satu baris {grain}. "
            "Rujukan (`references`) dari {grain}: {known}.",
            "{fix}",
            "Di bawah `needs` paket itu tertulis `to:` dengan nama tabelnya. Yang mengisinya adalah rujukan "
            "(`references`) bernama sama ke tabel itu. Pencarian (`lookups`) tidak cukup, sebab barisnya boleh tidak "
            "ada.",
        ),
        Texts(
            "the pack {pack} needs a reference {name} from {grain} to {target}, but there is none here",
            "without it the rules of the pack {pack} cannot tell which row of {target} holds for a row of {grain}. "
            "References (`references`) from {grain}: {known}.",
            "{fix}",
            "Under `needs` of that pack it says `to:` with the name of the table. A reference (`references`) of that "
            "name to that table fills it. A lookup (`lookups`) does not, since there may be no row.",
        ),
        bad="kendaraan:\n  key: [nomor]   # paket pajak: wilayah: {to: wilayah}",
        good="kendaraan:\n  key: [nomor]\n  references: {wilayah: [kode_wilayah]}",
    ),
    Code(
        "E278",
        "need-may-be-empty",
        Texts(
            "{name} boleh kosong di sini, tetapi paket {pack} selalu memerlukannya",
            "aturan paket {pack} diperiksa untuk nilai yang selalu ada; yang kosong akan menahan orangnya di sana.",
            "hapus `optional: true` dari {name}; atau beri nama lain kepada kolom ini, lalu tulis aturan {name} yang "
            "menyebut dengan `default` apa yang berlaku bila kosong",
            "Yang diperlukan tanpa `optional: true` tidak boleh diisi kolom yang boleh kosong. Yang diperlukan dengan "
            "`optional: true` boleh.",
        ),
        Texts(
            "{name} may be empty here, but the pack {pack} needs it always",
            "the rules of the pack {pack} were checked for a value that is always there; an empty one would block its "
            "person there.",
            "delete `optional: true` from {name}; or give this column another name, and write a rule {name} that says "
            "with `default` what holds where it is empty",
            "What is needed without `optional: true` is not filled by a column that may be empty. What is needed with "
            "`optional: true` may be.",
        ),
        bad="tagihan: {type: rupiah, optional: true}   # paket pajak: tagihan: {type: rupiah, range: 0..1_000_000}",
        good="tagihan: {type: rupiah, range: 0..1_000_000}",
    ),
)
