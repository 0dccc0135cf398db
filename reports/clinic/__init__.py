"""The pages of the clinician and the front desk, in a process of their own."""
