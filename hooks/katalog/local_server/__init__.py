"""What servers on this machine have in common: who may ask, and how an answer looks.  Knows no network."""
