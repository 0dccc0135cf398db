"""How fast it is on the machine it runs on; no test passes or fails by it."""
