"""The rules: plain Python that knows no database, no network, no clock."""
