package clipdesk.media.texts;

import clipdesk.cutter.TextSample;
import clipdesk.cutter.mp4.Bytes;
import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.transcript.text.PlainText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * {@code wvtt} (ISO/IEC 14496-30, 7.4): a {@code vttc} for each cue of the moment with its text in
 * {@code payl}, or one {@code vtte} while nothing is said.
 */
final class WebVttSamples {
  private static final int HEADER_BYTES = 8;

  /** They count from where the cue began before it was cut into samples. */
  private static final Pattern TIMES_INSIDE = Pattern.compile("<[0-9:.]++>");

  private WebVttSamples() {}

  static void read(TextSample sample, CueSheet into) {
    boxes(
        sample.bytes(),
        (type, cue) -> {
          if (type.equals("vttc")) {
            boxes(
                cue,
                (inside, text) -> {
                  if (inside.equals("payl")) {
                    into.addMarked(sample.inMs(), sample.outMs(), payload(text));
                  }
                });
          }
        });
  }

  private static String payload(byte[] text) {
    return TIMES_INSIDE.matcher(PlainText.decode(text)).replaceAll("");
  }

  /** Hands over type and contents of boxes side by side, which are all there is. */
  private static void boxes(byte[] bytes, BiConsumer<String, byte[]> each) {
    for (int at = 0; at < bytes.length; ) {
      int left = bytes.length - at;
      int size = left < HEADER_BYTES ? -1 : Bytes.i32(bytes, at);
      if (size < HEADER_BYTES || size > left) {
        throw new MalformedMasterException(
            "wvtt", -1, "a box of %d bytes, where %d are left".formatted(size, left));
      }
      var type = new String(bytes, at + 4, 4, StandardCharsets.ISO_8859_1);
      each.accept(type, Arrays.copyOfRange(bytes, at + HEADER_BYTES, at + size));
      at += size;
    }
  }
}
