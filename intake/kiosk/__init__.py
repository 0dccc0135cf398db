"""What the patient meets at the tablet: pages, routes and the player."""
