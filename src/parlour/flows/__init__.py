"""The stories: each file tells one way through Parlour, from top to bottom."""
