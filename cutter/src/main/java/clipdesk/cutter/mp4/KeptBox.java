package clipdesk.cutter.mp4;

/**
 * A box that is written as it was read.
 *
 * @param bytes header and contents
 */
public record KeptBox(String type, byte[] bytes) {
  /** Larger than any cover picture; a box beyond is not worth a place in every clip. */
  static final int MAX_BYTES = 4 << 20;

  static KeptBox of(Box box) throws java.io.IOException {
    return new KeptBox(box.type(), box.raw(MAX_BYTES));
  }
}
