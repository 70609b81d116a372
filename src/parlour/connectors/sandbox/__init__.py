"""A whole social platform in memory that misbehaves as platforms do, and the connector to it. See docs/sandbox.md."""
