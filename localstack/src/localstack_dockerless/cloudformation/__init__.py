"""CloudFormation types that LocalStack's open edition lacks, and mends of those it has."""
