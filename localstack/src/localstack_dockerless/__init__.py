"""What LocalStack's open edition lacks for a SAM project in Java, without Docker."""
