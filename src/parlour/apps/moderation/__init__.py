"""What was hidden, deleted and shown again: by whom, under which clause, on what evidence; and the audit of it."""
