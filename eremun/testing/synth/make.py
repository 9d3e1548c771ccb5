"""The door: a pack and a size in, a folder of files out."""

from __future__ import annotations

from pathlib import Path

import polars as pl

from eremun.diagnostics.diagnostic import Refused, fault
from eremun.intake.declared import in_form_of
from eremun.model.inputs import Input
from eremun.model.pack import Pack
from eremun.testing.synth.faults import plant_faults
from eremun.testing.synth.files import Format, write_table
from eremun.testing.synth.months import Size, make_month
from eremun.testing.synth.profile import Profile
from eremun.testing.synth.read_profile import read_profile

PROFILE = "synth.yaml"


def month(pack: Pack, size: Size) -> dict[str, pl.DataFrame]:
    """One frame per input of the pack, as `make_month` gives it; with faults, as `plant_faults` does."""
    profile = profile_of(pack)
    made = make_month(pack.inputs, pack.enums, profile, size)
    frames = {name: _in_forms(pack.inputs[name], frame) for name, frame in made.items()}
    if not size.faults:
        return frames
    return {name: plant_faults(pack.inputs[name], profile[name], frame, size) for name, frame in frames.items()}


def write_month(pack: Pack, size: Size, folder: Path, format: Format) -> list[Path]:
    """The files of a month, which replace those of an earlier one."""
    frames = month(pack, size)
    folder.mkdir(parents=True, exist_ok=True)
    for name in frames:
        for other in ("csv", "parquet"):
            (folder / f"{name}.{other}").unlink(missing_ok=True)
    return [write_table(frame, folder, name, format) for name, frame in frames.items()]


def _in_forms(table: Input, frame: pl.DataFrame) -> pl.DataFrame:
    """The cells of columns that declare a form as text of that form."""
    declared = [column for column in table.columns.values() if column.format]
    return frame.with_columns(in_form_of(column, pl.col(column.heading).cast(pl.String)) for column in declared)


def profile_of(pack: Pack) -> Profile:
    """The profile beside the pack. Refused where there is none, or with all that is wrong in it."""
    document = next((document for document in pack.documents if document.file == PROFILE), None)
    if document is None:
        raise Refused(fault("E663", at=pack.folder, what=pack.name, missing=PROFILE))
    return read_profile(document)
