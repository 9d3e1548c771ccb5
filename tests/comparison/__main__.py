"""`python -m tests.comparison FOLDER`: the sample month as the inputs of other packs, one folder for each."""

import sys
from pathlib import Path

from tests.comparison.mapping import sample_month, write

if __name__ == "__main__":
    write(sample_month(), Path(sys.argv[1]))
