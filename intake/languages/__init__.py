"""CONTENT: what patients read in languages other than English, one folder each."""
