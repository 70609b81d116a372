"""Real servers on loopback for tests: started on a free port, stopped with the test run."""
