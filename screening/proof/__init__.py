"""What can be proved about a rule set over every answer pattern there is, not over samples."""
