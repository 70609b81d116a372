"""Trains the model that `parlour.core.judgement` ships. Never needed to run Parlour."""
