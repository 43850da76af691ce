"""Amazon Cognito user pools as documented: own state, real codes, limits, tokens, triggers."""
