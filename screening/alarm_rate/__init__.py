"""How often the rules would call in an ordinary clinic: a made-up one, with its assumptions."""
