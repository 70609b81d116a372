"""The clockwork: what runs in the background, and when."""
