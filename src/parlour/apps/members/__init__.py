"""People of the community: who they are, and by which handles we know them."""
