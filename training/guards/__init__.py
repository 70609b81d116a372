"""Our own labelled examples for the guards, and the program that measures on them."""
