"""What the clinician reads and does."""
