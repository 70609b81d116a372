"""People who work here: users, sign-in, and the log of everything done."""
