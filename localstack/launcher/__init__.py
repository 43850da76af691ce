"""Installs, starts, deploys to and stops a LocalStack without Docker. Standard library only."""
