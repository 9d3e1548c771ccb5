"""Reasons for which a value can't be worked out, in the language's own words; a pack says their sentences."""

DIVISION_BY_ZERO = "pembagian_nol"
NO_SUCH_DATE = "tanggal_tidak_ada"
NO_ROWS = "tidak_ada_baris"
TWO_EXCEPTIONS = "pengecualian_ganda"
REJECTED_DATA = "data_ditolak"
NO_LAW = "tidak_berlaku"
