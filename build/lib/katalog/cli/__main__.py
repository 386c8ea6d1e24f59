"""`python -m katalog.cli`: the same as the command `katalog`."""

from katalog.cli import main

raise SystemExit(main())
