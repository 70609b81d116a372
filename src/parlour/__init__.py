"""Parlour: one desk for every comment, mention and message a brand receives."""

__version__ = "0.1.0"
