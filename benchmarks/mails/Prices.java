package clipdesk.journeys;

/** List prices of eu-west-3 in 2025, in dollars, without free tiers. */
final class Prices {
  static final double WRITE_UNIT = 0.7423e-6;
  static final double READ_UNIT = 0.1485e-6;
  static final double SQS_REQUEST = 0.40e-6;
  static final double SNS_PUBLISH = 0.50e-6;
  static final double LAMBDA_REQUEST = 0.20e-6;
  static final double LAMBDA_GIGABYTE_SECOND = 16.6667e-6;
  static final double LOGGED_GIGABYTE = 0.60;

  private Prices() {}
}
