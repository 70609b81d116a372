"""What runs inside a fresh installation, in a process of its own: `bench.places.Place.ask`."""
