"""The memory: tables and the actions that change them, one Django app a subject."""
