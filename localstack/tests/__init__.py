"""The package's own tests: rules alone, and a small project on a running instance."""
