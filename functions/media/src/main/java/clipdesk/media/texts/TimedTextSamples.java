package clipdesk.media.texts;

import clipdesk.cutter.TextSample;
import clipdesk.cutter.mp4.Bytes;
import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.transcript.text.PlainText;
import java.util.Arrays;

/**
 * {@code tx3g} (3GPP TS 26.245, 5.17): the length of a text in bytes, the text in UTF-8, or in
 * UTF-16 behind its mark, and boxes about its looks.
 */
final class TimedTextSamples {
  private static final int LENGTH_BYTES = 2;

  private TimedTextSamples() {}

  static void read(TextSample sample, CueSheet into) {
    var bytes = sample.bytes();
    int length = Bytes.u16(bytes, 0);
    if (length > bytes.length - LENGTH_BYTES) {
      throw new MalformedMasterException(
          "tx3g",
          -1,
          "a text of %d bytes in a sample of %d, at %d ms"
              .formatted(length, bytes.length, sample.inMs()));
    }
    var text = PlainText.decode(Arrays.copyOfRange(bytes, LENGTH_BYTES, LENGTH_BYTES + length));
    into.addPlain(sample.inMs(), sample.outMs(), text);
  }
}
