"""What Parlour measures of itself, and how: see docs/bench.md. Each module here with a `run` is one subject."""
