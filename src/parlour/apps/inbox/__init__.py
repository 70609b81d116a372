"""What came in: events, posts, conversations, messages, verdicts, clocks."""
