"""The platforms: one folder each. Network yes, database no."""
