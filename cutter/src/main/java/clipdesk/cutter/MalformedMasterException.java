package clipdesk.cutter;

/** A master breaks its own standard, so that no cut of it can be trusted. */
public final class MalformedMasterException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String box;
  private final long offset;

  /**
   * @param box the box, NAL unit or table at fault, as in {@code moov/trak/stsz}
   * @param offset where it starts in the file, -1 if it is not at one place
   * @param reason what is wrong, with the values found
   */
  public MalformedMasterException(String box, long offset, String reason) {
    super(box + (offset < 0 ? "" : " at byte " + offset) + ": " + reason);
    this.box = box;
    this.offset = offset;
  }

  /** Exact arithmetic refused times or sizes that no real file has. */
  public static MalformedMasterException overflow(ArithmeticException cause) {
    var malformed =
        new MalformedMasterException("moov", -1, "times or sizes overflow: " + cause.getMessage());
    malformed.initCause(cause);
    return malformed;
  }

  public String box() {
    return box;
  }

  /** Byte position in the file, or -1. */
  public long offset() {
    return offset;
  }
}
