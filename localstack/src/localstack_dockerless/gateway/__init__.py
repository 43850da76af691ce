"""What LocalStack's REST API gateway stores but does not apply."""
