package clipdesk.common.aws;

import software.amazon.awssdk.services.s3.model.S3Exception;

/** Writes of S3 on conditions. */
public final class S3Conditions {
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final int PRECONDITION_FAILED = 412;

  private S3Conditions() {}

  /**
   * @param write in place of what was read, or where there was nothing
   * @return whether its condition held: somebody else may have been quicker, be writing now, or
   *     have deleted what was read
   */
  public static boolean hold(Runnable write) {
    try {
      write.run();
      return true;
    } catch (S3Exception e) {
      return switch (e.statusCode()) {
        case NOT_FOUND, CONFLICT, PRECONDITION_FAILED -> false;
        default -> throw e;
      };
    }
  }
}
