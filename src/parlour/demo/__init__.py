"""The demo agency: two invented clients, their posts and a few hundred conversations written by hand."""
