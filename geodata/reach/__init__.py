"""Tell how far it is on foot, what new paths change and what a drawn one would."""
