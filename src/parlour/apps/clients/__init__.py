"""Clients, who works for them, their channels and the credentials of those."""
