package clipdesk.cutter.refusals;

/** A master breaks its own standard, so that no cut of it can be trusted. */
public final class MalformedMasterException extends RuntimeException {
  /** In place of a box: a coded picture. */
  public static final String PICTURE = "picture";

  /** In place of a box: all coded pictures, of which none can be decoded. */
  public static final String EVERY_PICTURE = "every picture";

  /** In place of a box: the times at which pictures are shown. */
  public static final String TIMES = "times";

  private static final long serialVersionUID = 1L;

  private final String box;
  private final long offset;
  private final long missingBytes;
  private final long presentBytes;

  /**
   * @param box the box, NAL unit or table at fault, as in {@code moov/trak/stsz}
   * @param offset where it starts in the file, -1 if it is not at one place
   * @param reason what is wrong, with the values found
   */
  public MalformedMasterException(String box, long offset, String reason) {
    this(box, offset, reason, 0, 0);
  }

  private MalformedMasterException(
      String box, long offset, String reason, long missingBytes, long presentBytes) {
    super(box + (offset < 0 ? "" : " at byte " + offset) + ": " + reason);
    this.box = box;
    this.offset = offset;
    this.missingBytes = missingBytes;
    this.presentBytes = presentBytes;
  }

  /** A file ends before it should, as after a download that broke off. */
  public static MalformedMasterException truncated(String box, long offset, long size, long left) {
    return new MalformedMasterException(
        box,
        offset,
        "size %d, but %d bytes are left".formatted(size, left),
        size - left,
        offset + left);
  }

  /**
   * There are pictures, and none of them can be decoded.
   *
   * @param reason how that was seen
   */
  public static MalformedMasterException undecodable(String reason) {
    return new MalformedMasterException(EVERY_PICTURE, -1, reason);
  }

  /** Exact arithmetic refused times or sizes that no real file has. */
  public static MalformedMasterException overflow(ArithmeticException cause) {
    var malformed =
        new MalformedMasterException("moov", -1, "times or sizes overflow: " + cause.getMessage());
    malformed.initCause(cause);
    return malformed;
  }

  /** How many bytes the file should be longer by, 0 if that is not what is wrong. */
  public long missingBytes() {
    return missingBytes;
  }

  /** How many bytes of an incomplete file are there. */
  public long presentBytes() {
    return presentBytes;
  }

  public String box() {
    return box;
  }

  /** Byte position in the file, or -1. */
  public long offset() {
    return offset;
  }
}
