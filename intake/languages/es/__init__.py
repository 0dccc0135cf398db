"""CONTENT: Spanish as it is spoken in the Americas, to one person, with usted."""
