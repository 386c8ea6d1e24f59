"""`python -m katalog`: the same as the command `katalog`, also where no `make` is."""

import sys

from katalog.cli import main

sys.exit(main())
