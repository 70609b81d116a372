"""Surge: sees a stream of messages grow, or turn sour, while it still doubles."""
