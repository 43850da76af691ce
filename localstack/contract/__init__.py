"""What Amazon Cognito answers, as cases: held by the extension, recorded from a real pool."""
