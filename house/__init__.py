"""What app.py is made of: it puts the rooms together, and nothing imports it but app.py."""
