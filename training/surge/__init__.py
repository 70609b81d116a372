"""Planting crises in message volumes, and scoring a detector on them: development code, never needed to run Parlour."""
