package clipdesk.cutter.mpeg2;

import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.util.Arrays;

/**
 * A coded frame of an elementary stream, which is a sample as it stands.
 *
 * @param isOfOpenGroup whether pictures that are shown before it may need others before it
 * @param endsSequence whether decoders begin anew behind it
 */
public record StreamedMpeg2Picture(
    CodedPicture coded, boolean isOfOpenGroup, boolean endsSequence) {
  private static final int SEQUENCE_END = 0xb7;
  private static final int CODE_BYTES = 4;

  /** Where {@code closed_gop} stands behind the start code of a group (H.262, 6.2.2.6). */
  private static final int CLOSED_AT = 3;

  private static final int CLOSED = 0x40;

  /** Room for captions and all the rest in front of the slices. */
  private static final int HEADER_BYTES = 64 << 10;

  /**
   * @param bytes the stream; the frame starts with them
   * @param length of the frame
   * @throws MalformedMasterException if there is no picture, or none that starts with them
   * @throws UnsupportedMasterException if there are several, or fields, or it is shown for longer
   *     than others, or is none of MPEG-2
   */
  public static StreamedMpeg2Picture of(byte[] bytes, int length) {
    int pictures = 0;
    boolean ends = false;
    for (int at = Unit.next(bytes, 0, length); at < length; ) {
      int code = bytes[at + CODE_BYTES - 1] & 0xff;
      pictures += code == Unit.PICTURE ? 1 : 0;
      ends |= code == SEQUENCE_END;
      at = Unit.next(bytes, at + CODE_BYTES, length);
    }
    if (Unit.next(bytes, 0, length) != 0) {
      throw Unit.malformed("a unit that starts inside a picture");
    }
    var coded = CodedPicture.of(Arrays.copyOf(bytes, Math.min(length, HEADER_BYTES)));
    if (pictures != 1 || !coded.isFrame() || coded.isRepeated()) {
      throw new UnsupportedMasterException(
          FallbackReason.CONTAINER, "a unit that is not one frame, shown for as long as others");
    }
    boolean closed =
        coded.startsGroup() && (bytes[coded.headerAt() + CODE_BYTES + CLOSED_AT] & CLOSED) != 0;
    return new StreamedMpeg2Picture(coded, !closed, ends);
  }
}
