"""Amazon Cognito user pools as documented: state of its own, real codes, limits, tokens, triggers."""
