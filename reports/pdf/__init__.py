"""The clinician's pages as an accessible, archivable, reproducible PDF."""
