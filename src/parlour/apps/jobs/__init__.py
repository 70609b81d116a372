"""Work without a row of its own: named jobs, when they recur, and those that were given up."""
