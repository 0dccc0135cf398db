"""What the patient is asked, and what the patient answered."""
